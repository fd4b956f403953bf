#pragma once
/// \file
/// Checks a text. Defines what check.hpp declares.

#include <dynabackup/check.hpp>
#include <dynabackup/detail/check/document_reader.hpp>
#include <dynabackup/detail/check/text_walk.hpp>
#include <dynabackup/detail/check/unknown_rules.hpp>

#include <algorithm>
#include <iterator>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup::detail {

/// Collects the names of the members of all objects in a shape, except its records and their contents.
inline void collect_inner_names(shape_table const& shape, std::vector<shape_table const*>& seen,
                                std::vector<std::string_view>& names) {
    for (auto const& m : shape.members) {
        auto const* value = m.value;
        while (value->element) value = value->element;
        auto const* const inner = value->shape;
        if (!inner || m.leads_to_records || m.holds_records || std::ranges::find(seen, inner) != seen.end())
            continue;
        seen.push_back(inner);
        for (auto const& one : inner->members) names.push_back(one.name);
        collect_inner_names(*inner, seen, names);
    }
}

/// Returns the members at which reading resumes after damage: those that the shape names, or else those of a document
/// and of a record in it, without those that inner objects also have: they do not show where reading is.
inline std::vector<std::string_view> own_sync_names(shape_table const& shape) {
    if (!shape.sync_names.empty()) return {shape.sync_names.begin(), shape.sync_names.end()};
    std::vector<std::string_view> all, inner, names;
    std::vector<shape_table const*> seen;
    auto const add = [&](shape_table const& of) {
        for (auto const& m : of.members) all.push_back(m.name);
        collect_inner_names(of, seen, inner);
    };
    add(shape);
    if (shape.record && shape.record != &shape) add(*shape.record);
    std::ranges::copy_if(all, std::back_inserter(names), [&](std::string_view name) {
        return std::ranges::find(inner, name) == inner.end();
    });
    return names.empty() ? all : names;
}

/// Reads each document as one shape.
class documents_of_shape {
public:
    explicit documents_of_shape(shape_rules const& shape)
        : names_(own_sync_names(*shape.shape)), reader_(shape, names_) {}
    documents_of_shape(documents_of_shape const&) = delete;
    documents_of_shape& operator=(documents_of_shape const&) = delete;

    document_reader& reader() { return reader_; }

private:
    std::vector<std::string_view> names_;
    shape_reader reader_;
};

/// Checks the documents of a text, as `documents` reads them. Findings go to the sink one by one. The text is one of
/// several of an input.
inline summary check_each(std::string_view text, check_options const& chosen, finding_sink& sink,
                          document_reader& documents, layout expected, input_state& input) {
    text_session s(chosen, &sink);
    s.begin_input(input);
    json::structural_index index;
    text_walk(s, documents, index, expected).read(text, text_end::input);
    if (s.findings.stopped()) input.listing = {}; // the following pages are not known
    s.summary().settle_items();
    return std::move(s.summary());
}

#if DYNABACKUP_DEFINE
DYNABACKUP_INLINE summary check_text_as(shape_rules const& shape, std::string_view text,
                                        check_options const& chosen, finding_sink& sink,
                                        shape_rules const* other) {
    summary counts;
    shape_rules const* const own[] = {&shape, other};
    report_unknown_rules(chosen, std::span(own).first(other ? 2 : 1), sink, counts);
    input_state input;
    documents_of_shape documents(shape);
    counts += check_each(text, chosen, sink, documents.reader(), layout::single, input);
    input.end(sink, counts);
    return counts;
}
#endif

} // namespace dynabackup::detail
