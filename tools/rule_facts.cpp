#include "rule_facts.hpp"

#include <dynabackup/exports/check_export.hpp>
#include <dynabackup/rule_catalog.hpp>

#include <utility>

namespace dynabackup::tool {

report findings_of_example(rule const& r, std::size_t excerpt_bytes) {
    auto chosen = example_options(r);
    chosen.excerpt_bytes = excerpt_bytes;
    return check_example(r, r.example.broken, chosen);
}

std::vector<std::pair<std::string, finding>> findings_of_export(rule const& r) {
    std::vector<std::pair<std::string, finding>> all;
    for (auto& entry : exports::check_export_example(r, r.example.broken).findings)
        all.emplace_back(std::move(entry.input), std::move(entry.what));
    return all;
}

example_document broken_document(rule const& r) {
    if (!needs_request(r)) return {"broken.json", r.example.broken};
    return {"response.json", split_exchange(r.example.broken).response};
}

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
    // Whether it needs a time or a history is tried.
    auto timeless = example_options(r);
    timeless.now.reset();
    if (check_example(r, r.example.broken, timeless).empty()) add("--now", std::string(example_now));
    auto forgetful = example_options(r);
    forgetful.history = false;
    if (check_example(r, r.example.broken, forgetful).empty()) args.emplace_back("--history");
    return args;
}

} // namespace dynabackup::tool
