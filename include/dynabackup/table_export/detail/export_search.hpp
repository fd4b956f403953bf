#pragma once
/// \file
/// Finds exports among inputs. Defines the functions that export_index.hpp declares.

#include <dynabackup/detail/util/checked_arithmetic.hpp>
#include <dynabackup/table_export/export_index.hpp>
#include <dynabackup/table_export/export_names.hpp>

#include <algorithm>
#include <utility>

namespace dynabackup::table_export {

namespace detail {

/// The folder of a path, without the slash.
inline std::string_view folder_of(std::string_view path) {
    auto const slash = path.rfind('/');
    return slash == path.npos ? std::string_view() : path.substr(0, slash);
}
inline std::string_view last_step(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// The number of steps that two paths share at their ends.
inline std::size_t common_tail(std::string_view a, std::string_view b) {
    std::size_t steps = 0;
    while (!a.empty() && !b.empty() && last_step(a) == last_step(b)) {
        ++steps;
        a = folder_of(a);
        b = folder_of(b);
    }
    return steps;
}

/// The number of bytes in the whole steps that two paths share at their beginnings.
inline std::size_t common_head(std::string_view a, std::string_view b) {
    auto const [x, y] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    static_cast<void>(y);
    return a.substr(0, static_cast<std::size_t>(x - a.begin())).rfind('/') + 1;
}

/// The role of a file that is named like a manifest, compressed or not; nothing: it is not.
inline std::optional<input_role> role_of_name(std::string_view path) {
    auto const name = last_step(path);
    if (name.starts_with(summary_name)) return input_role::summary;
    if (name.starts_with(files_name)) return input_role::files;
    return std::nullopt;
}

/// The role that the contents of an input show.
inline input_role role_of_contents(dump_input const& input) {
    constexpr std::size_t enough = 8192; // a summary's longest members are two keys of 1,024 bytes
    std::string problem;
    auto const bytes = read_input(decompressed(input), problem, enough);
    if (bytes.empty()) return problem.empty() ? input_role::nothing : input_role::other;
    std::string_view text = bytes;
    auto const has = [text](std::string_view member) { return text.find(member) != text.npos; };
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\xEF\xBB\xBF"), text.size()));
    if (!text.starts_with('{')) return input_role::other;
    text.remove_prefix(1);
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    auto const begins = [text](std::string_view member) {
        return text.size() > member.size() + 1 && text[0] == '"' && text.substr(1).starts_with(member) &&
               text[member.size() + 1] == '"';
    };
    if (begins(wire_name<&ExportedItem::item>) || begins(wire_name<&ExportedChange::metadata>))
        return input_role::data;
    if (has(wire_name<&ManifestSummary::manifest_files_s3_key>)) return input_role::summary;
    if (has(wire_name<&ManifestFile::data_file_s3_key>)) return input_role::files;
    return input_role::other;
}

inline input_role role_of(dump_input const& input) {
    auto const name = last_step(input.name);
    if (name == started_name) return input_role::started;
    if (name.ends_with(".md5")) return input_role::checksum;
    if (input.is_read_once) return input_role::other;
    auto const role = role_of_contents(input);
    bool const is_clear = role != input_role::other && role != input_role::nothing;
    return is_clear ? role : role_of_name(input.name).value_or(role);
}

/// Collects the manifests of an input.
class manifest_reader final : public record_collector, record_visitor {
public:
    record_visitor* visitor() override { return this; }
    std::size_t size() const override { return 0; }
    void truncate(std::size_t) override {}
    void clear() override {
        summaries.clear();
        files.clear();
    }
    void move(record_position const&, std::size_t) override {}
    void finish() override {}
    std::unique_ptr<record_collector> another() const override { return std::make_unique<manifest_reader>(); }

    std::vector<std::pair<ManifestSummary, bool>> summaries; ///< and whether their key can be read
    std::vector<std::pair<ManifestFile, bool>> files;        ///< and whether their count can be read

private:
    void visit(shape_table const&, void*, record_position const&, visit_info const&) override {}
    bool restore(shape_table const&, void*) override { return true; }
    void end_document(shape_table const& shape, void* model, visit_info const& info) override {
        if (auto const* const summary = object_as<ManifestSummary>(shape, model))
            summaries.emplace_back(*summary, !info.unreadable().contains(summary->manifest_files_s3_key));
        if (auto const* const file = object_as<ManifestFile>(shape, model))
            files.emplace_back(*file, !info.unreadable().contains(file->item_count));
    }
};

inline void take_facts(found_export& to, ManifestSummary const& summary) {
    to.from = summary.export_from_time;
    to.to = summary.export_to_time;
    auto const view = summary.output_view ? summary.output_view->value() : std::nullopt;
    using images = export_facts::images;
    to.view = view == OutputView::NEW_AND_OLD_IMAGES ? images::new_and_old_images
              : view == OutputView::NEW_IMAGE        ? images::new_image
                                                     : images::unknown;
}

} // namespace detail

DYNABACKUP_INLINE export_index::export_index(std::span<dump_input const> inputs)
    : inputs_(inputs), of_input_(inputs.size()) {
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        roles_.push_back(detail::role_of(inputs[i]));
        by_name_.emplace(detail::last_step(inputs[i].name), i);
    }
    read_manifests();
    join_manifests();
    find_data();
}

DYNABACKUP_INLINE void export_index::read_manifests() {
    for (std::size_t i = 0; i < inputs_.size(); ++i) {
        if (roles_[i] != input_role::summary && roles_[i] != input_role::files) continue;
        auto made = std::make_shared<found_export>();
        made->id = inputs_[i].name;
        bool has_summary = false, has_files = false;
        std::size_t known = 0; // documents
        auto const take = [&](record_collector& collected, std::string_view) {
            auto& read = static_cast<detail::manifest_reader&>(collected);
            known += read.summaries.size() + read.files.size();
            for (auto const& [summary, key_is_known] : read.summaries) {
                if (std::exchange(has_summary, true)) continue; // only the first summary counts
                detail::take_facts(*made, summary);
                if (key_is_known) keys_of_files_[i] = summary.manifest_files_s3_key;
            }
            for (auto const& [file, count_is_known] : read.files) {
                has_files = true;
                if (file.data_file_s3_key.empty()) made->is_damaged = true;
                else if (auto& listed = made->listed[file.data_file_s3_key]; count_is_known)
                    listed.item_count = file.item_count;
                if (!count_is_known ||
                    (made->total_count && dynabackup::detail::add_overflows(
                                              *made->total_count, file.item_count, *made->total_count)))
                    made->total_count.reset();
            }
        };
        auto const input = decompressed(inputs_[i]);
        auto const counts = read_chunks(std::span(&input, 1), detail::manifest_reader{}, take);
        if (!has_summary && !has_files) { // nothing of it can be read
            auto const named = detail::role_of_name(inputs_[i].name);
            has_summary = named == input_role::summary;
            has_files = named == input_role::files;
        }
        if (counts.rejected != 0 || counts.documents != known || known == 0) made->is_damaged = true;
        if (made->is_damaged) made->total_count.reset();
        roles_[i] = has_summary ? input_role::summary : has_files ? input_role::files : input_role::other;
        if (has_summary) made->summary = i;
        if (has_files) made->files = i;
        if (has_summary) exports_.push_back(made);
        else if (has_files) lists_[i] = made;
        of_input_[i] = has_summary || has_files ? made : nullptr;
    }
}

DYNABACKUP_INLINE std::size_t export_index::find(std::string_view key, std::size_t from, input_role wanted,
                                                 std::size_t least_steps) const {
    std::size_t best = no_input, best_tail = 0, best_head = 0;
    auto const [first, last] = by_name_.equal_range(detail::last_step(key));
    for (auto at = first; at != last; ++at) {
        auto const i = at->second;
        if (i == from || (wanted != input_role::other && roles_[i] != wanted)) continue;
        auto const tail = detail::common_tail(inputs_[i].name, key);
        auto const head = detail::common_head(inputs_[i].name, inputs_[from].name);
        bool const is_beside = detail::folder_of(inputs_[i].name) == detail::folder_of(inputs_[from].name);
        if (tail < least_steps && !is_beside) continue;
        if (best == no_input || std::pair(tail, head) > std::pair(best_tail, best_head))
            best = i, best_tail = tail, best_head = head;
    }
    return best;
}

DYNABACKUP_INLINE void export_index::join_manifests() {
    auto const join = [&](std::shared_ptr<found_export> const& each, std::size_t files) {
        auto const list = lists_.find(files);
        if (list == lists_.end()) return;
        each->files = files;
        each->listed = std::move(list->second->listed);
        each->total_count = list->second->total_count;
        each->is_damaged = list->second->is_damaged;
        of_input_[files] = each;
        lists_.erase(list);
    };
    auto const folder = [&](std::size_t input) { return detail::folder_of(inputs_[input].name); };
    std::map<std::string_view, std::vector<std::shared_ptr<found_export>>> alone; // by folder
    for (auto const& each : exports_) {
        if (each->files != no_input) continue; // both manifests are in one file
        auto const key = keys_of_files_.find(each->summary);
        if (key != keys_of_files_.end())
            join(each, find(key->second, each->summary, input_role::files, 2)); // all share the last step
        if (each->files == no_input) alone[folder(each->summary)].push_back(each);
    }
    // The key is wrong, or cannot be read: the list beside the summary is meant if there is no other.
    std::map<std::string_view, std::vector<std::size_t>> lists;
    for (auto const& [input, list] : lists_) lists[folder(input)].push_back(input);
    for (auto const& [where, summaries] : alone)
        if (summaries.size() == 1 && lists[where].size() == 1) join(summaries[0], lists[where][0]);
    for (auto const& [input, list] : lists_) exports_.push_back(list);
    lists_.clear();
}

DYNABACKUP_INLINE void export_index::find_data() {
    std::set<std::string_view> unsure; // folders of lists that are not known to their end
    for (auto const& each : exports_)
        for (auto& [key, file] : each->listed) {
            file.input = find(key, each->files, input_role::other, 1);
            if (file.input == no_input) continue;
            if (!of_input_[file.input]) of_input_[file.input] = each;
            auto const folder = detail::folder_of(inputs_[file.input].name);
            listed_folders_.insert(folder);
            if (each->is_damaged) unsure.insert(folder);
            if (roles_[file.input] == input_role::other)
                roles_[file.input] = input_role::data; // may be damaged
        }
    for (auto const folder : unsure) listed_folders_.erase(folder);
}

DYNABACKUP_INLINE std::size_t export_index::checksum_of(std::size_t manifest) const {
    std::string_view stem = inputs_[manifest].name;
    auto const dot = detail::last_step(stem).find('.');
    if (dot != stem.npos) stem.remove_suffix(detail::last_step(stem).size() - dot);
    auto const path = std::string(stem) + ".md5";
    auto const [first, last] = by_name_.equal_range(detail::last_step(path));
    for (auto at = first; at != last; ++at)
        if (inputs_[at->second].name == path) return at->second;
    return no_input;
}

DYNABACKUP_INLINE bool export_index::is_surplus(std::size_t input) const {
    auto const role = roles_[input];
    bool const is_data = role == input_role::data || role == input_role::nothing;
    return is_data && !of_input_[input] && listed_folders_.contains(detail::folder_of(inputs_[input].name));
}

DYNABACKUP_INLINE bool export_index::stands_alone(std::size_t started) const {
    auto const folder = detail::folder_of(inputs_[started].name);
    return std::ranges::none_of(exports_, [&](auto const& each) {
        auto const is_here = [&](std::size_t input) {
            return input != no_input && detail::folder_of(inputs_[input].name) == folder;
        };
        return is_here(each->summary) || is_here(each->files);
    });
}

} // namespace dynabackup::table_export
