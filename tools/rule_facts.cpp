#include "rule_facts.hpp"

#include <dynabackup/rule_catalog.hpp>
#include <dynabackup/table_export/check_export.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace dynabackup::tool {

report findings_of_example(rule const& r, std::size_t excerpt_bytes) {
    auto chosen = example_options(r);
    chosen.excerpt_bytes = excerpt_bytes;
    return check_example(r, r.example.invalid, chosen);
}

std::vector<std::pair<std::string, finding>> findings_of_export(rule const& r, std::size_t excerpt_bytes) {
    std::vector<std::pair<std::string, finding>> all;
    for (auto& entry : table_export::check_export_example(r, r.example.invalid, excerpt_bytes).findings)
        all.emplace_back(std::move(entry.input), std::move(entry.what));
    return all;
}

example_document broken_document(rule const& r) {
    if (!needs_request(r)) return {"invalid.json", r.example.invalid};
    return {"response.json", split_exchange(r.example.invalid).response};
}

namespace {

/// Returns whether the invalid text of a rule's example breaks the rule under these options.
bool breaks(rule const& r, dynabackup::check_options const& chosen) {
    auto const found = check_example(r, r.example.invalid, chosen);
    return std::ranges::any_of(found, [&](finding const& f) { return f.rule->id == r.id; });
}

} // namespace

std::vector<std::string> example_arguments(rule const& r) {
    std::vector<std::string> args;
    auto const add = [&](char const* option, std::string value) {
        args.emplace_back(option);
        args.push_back(std::move(value));
    };
    if (!r.example.shape.empty()) add("--shape", std::string(r.example.shape));
    if (r.example.max_depth) add("--max-depth", std::to_string(r.example.max_depth));
    if (!r.example.key.empty()) add("--key", std::string(r.example.key));
    if (r.example.max_item_bytes) add("--max-item-bytes", std::to_string(r.example.max_item_bytes));
    if (r.example.max_record_bytes) add("--max-record-bytes", std::to_string(r.example.max_record_bytes));
    if (r.until != edition::latest) add("--edition", to_text(r.until));
    // Tries whether the example needs spellings that the tool does not read by default.
    auto of_tool = example_options(r);
    of_tool.names = spelling::any;
    of_tool.times = spelling::exact;
    if (!breaks(r, of_tool)) {
        of_tool.times = spelling::any;
        if (breaks(r, of_tool)) add("--times", "any");
        else add("--names", "exact");
    }
    // Tries whether it needs a time or a history.
    auto timeless = example_options(r);
    timeless.now.reset();
    if (check_example(r, r.example.invalid, timeless).empty()) add("--now", std::string(example_now));
    auto forgetful = example_options(r);
    forgetful.history = false;
    if (check_example(r, r.example.invalid, forgetful).empty()) args.emplace_back("--history");
    return args;
}

} // namespace dynabackup::tool
