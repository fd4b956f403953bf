#include "count_reader.hpp"

#include <dynabackup/model/rule.hpp>

#include "backup_json.hpp"
#include "item_count_reader.hpp"
#include "json_members.hpp"

#include <cmath>

namespace dynabackup::tool {

using namespace counts;

namespace {

/// Returns the number of items of exports. The member is absent if there are no items, or if an earlier version wrote
/// the counts.
std::size_t items_of(dom::object from) { return has(from, "items") ? count_of(from, "items") : 0; }

/// Returns everything that was counted as one part without a name. Items count as its records, as in the manifest of
/// `split`.
part part_of(dom::object from) {
    return {{},
            number_of(from, "records") + items_of(from),
            number_of(from, "rejected"),
            number_of(from, "bytes")};
}

severity severity_of(std::string_view word) {
    for (auto const level : {severity::error, severity::warning, severity::note})
        if (word == to_text(level)) return level;
    refuse_member("severity", "not one of error, warning, note");
}

void read(dom::element from, std::string_view name, std::string_view& to) { to = text_of(from, name); }
void read(dom::element from, std::string_view name, std::optional<timestamp>& to) {
    to = time_of(text_of(from, name), name);
}
void read(dom::element from, std::string_view name, std::optional<std::int64_t>& to) {
    std::int64_t number = 0;
    if (from.get(number) != simdjson::SUCCESS) refuse_member(name, "not a whole number");
    to = number;
}

void add_table(dom::element from, statistics& to) {
    auto const table = object_of(from, "tables");
    statistics::table_name<std::string> name{std::string(text_of(table, "account")),
                                             std::string(text_of(table, "region")),
                                             std::string(text_of(table, "name"))};
    statistics::table what{number_of(table, "records"), number_of(table, "bytes", most_bytes),
                           number_of(table, "largest", most_bytes)};
    auto const newest = member(table, "newest");
    if (!newest.is_null()) what.newest = utc_day_of(text_of(newest, "newest"), "newest");
    if (!to.tables.emplace(std::move(name), what).second)
        refuse_member("tables", "a list that has a table twice");
}

void set_form(count_sum& to, count_form form) {
    if (to.form.value_or(form) != form)
        throw unreadable_counts("summaries of check cannot be added to statistics");
    to.form = form;
}

/// Notes the time of counts that are added.
void take_time(count_sum& to, std::optional<timestamp> now, bool first) {
    if (first) to.counted.now = now;
    to.one_time = to.one_time && now && to.counted.now == now;
}

} // namespace

std::string_view count_reader::keep(std::string_view name) {
    auto found = names_.find(name);
    if (found == names_.end()) found = names_.emplace(name).first;
    return *found;
}

count_reader::object count_reader::parse(std::string_view text) {
    dom::element root;
    if (parser_.parse(text.data(), text.size()).get(root) != simdjson::SUCCESS)
        throw unreadable_counts("this line is not JSON");
    object all;
    if (root.get(all) != simdjson::SUCCESS) throw unreadable_counts("this line is not an object");
    return all;
}

void count_reader::add(std::string_view line, count_sum& to) {
    line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
    line.remove_prefix(line.rfind('\t') + 1); // npos + 1 is 0; neither the key nor the counts have a tab
    auto const from = parse(line);
    if (has(from, "ok")) add_answer(from, to);
    else if (has(from, "backups")) add_statistics(from, to);
    else if (has(from, "seconds")) add_summary(from, to);
    else throw unreadable_counts("this is neither a summary of check, nor statistics, nor an answer of map");
}

void count_reader::add_answer(object from, count_sum& to) {
    bool const first = !to.form;
    set_form(to, count_form::statistics);
    take_time(to, std::nullopt, first);
    to.answers = true;
    auto& read = to.counted.read;
    read.bytes += count_of(from, "bytes");
    read.counts.documents += count_of(from, "documents");
    read.counts.records += count_of(from, "records");
    read.counts.items += items_of(from);
    read.counts.rejected += count_of(from, "rejected");
    for (auto const [name, n] : object_of(from, "shapes"))
        read.counts.shapes[keep(name)] += count_of(n, "shapes");
    for (auto const one : list_of(from, "findings")) {
        auto const finding = object_of(one, "findings");
        ++read.counts.findings[static_cast<std::size_t>(severity_of(text_of(finding, "severity")))];
        ++read.counts.rules[keep(text_of(finding, "rule"))];
    }
    for (auto const one : list_of(from, "backups")) {
        auto const backup = object_of(one, "backups");
        backup_view v;
        for_each_part(v, [backup](std::string_view name, auto& to_member) {
            auto const value = member(backup, name);
            if (!value.is_null()) tool::read(value, name, to_member);
        });
        to.counted.all.add(v);
    }
    add_parts(from, part_of(from), to);
}

void count_reader::add_statistics(object from, count_sum& to) {
    bool const first = !to.form;
    set_form(to, count_form::statistics);
    if (number_of(from, "version") != 1)
        throw unreadable_counts("these are statistics of another version of the tool");
    auto const read = object_of(from, "read"), backups = object_of(from, "backups");
    add_read(read, to.counted.read);
    statistics more;
    more.backups = number_of(backups, "records");
    more.sized = number_of(backups, "sized");
    more.bytes = number_of(backups, "bytes", most_bytes);
    more.is_more = has(backups, "bytes_are_more");
    more.deleted = number_of(backups, "deleted");
    add_counts(backups, "systems", more.systems);
    add_counts(backups, "types", more.types);
    add_counts(backups, "statuses", more.statuses);
    add_counts(backups, "regions", more.regions);
    add_counts(backups, "accounts", more.accounts);
    add_counts(backups, "created", more.created);
    add_counts(backups, "expiring", more.expiring);
    for (auto const table : list_of(backups, "tables")) add_table(table, more);
    to.counted.all.merge(more);
    if (has(from, "items")) to.counted.items.merge(read_items(object_of(from, "items")));
    std::optional<timestamp> now;
    if (has(from, "at")) now = time_of(text_of(object_of(from, "at"), "now"), "now");
    take_time(to, now, first);
    add_parts(from, part_of(read), to);
}

void count_reader::add_summary(object from, count_sum& to) {
    set_form(to, count_form::summary);
    add_read(from, to.counted.read);
    double seconds = 0;
    if (member(from, "seconds").get(seconds) != simdjson::SUCCESS || seconds < 0 || seconds >= 1e9)
        refuse_member("seconds", "not a number from 0 to 1e9");
    to.microseconds += static_cast<std::uint64_t>(std::llround(seconds * 1e6));
    add_parts(from, part_of(from), to);
}

void count_reader::add_read(object from, totals& to) {
    to.files += count_of(from, "files");
    to.bytes += count_of(from, "bytes");
    to.counts.documents += count_of(from, "documents");
    to.counts.records += count_of(from, "records");
    to.counts.rejected += count_of(from, "rejected");
    to.counts.items += items_of(from);
    auto const findings = object_of(from, "findings");
    for (auto const level : {severity::error, severity::warning, severity::note})
        to.counts.findings[static_cast<std::size_t>(level)] += count_of(findings, to_text(level));
    for (auto const [name, n] : object_of(from, "rules")) to.counts.rules[keep(name)] += count_of(n, "rules");
    for (auto const [name, n] : object_of(from, "shapes"))
        to.counts.shapes[keep(name)] += count_of(n, "shapes");
}

namespace {

part read_part(dom::element from) {
    auto const given = object_of(from, "parts");
    part p{{}, number_of(given, "records"), number_of(given, "rejected"), number_of(given, "bytes")};
    auto const name = member(given, "name");
    if (!name.is_null()) p.name = text_of(name, "name");
    return p;
}

void add_part(part& to, part const& more) {
    to.records += more.records;
    to.rejected += more.rejected;
    to.bytes += more.bytes;
}

} // namespace

void count_reader::add_parts(object from, part const& all, count_sum& to) {
    if (!has(from, "parts")) return add_part(to.rest, all);
    for (auto const one : list_of(from, "parts")) {
        auto p = read_part(one);
        if (p.name.empty()) add_part(to.rest, p);
        else to.parts.push_back(std::move(p));
    }
}

std::vector<part> count_reader::read_manifest(std::string_view text) {
    auto const from = parse(text);
    if (number_of(from, "version") != 1)
        throw unreadable_counts("this is the manifest of another version of the tool");
    std::vector<part> parts;
    for (auto const one : list_of(from, "parts")) parts.push_back(read_part(one));
    return parts;
}

} // namespace dynabackup::tool
