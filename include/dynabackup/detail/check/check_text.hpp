#pragma once
/// \file
/// Checks a text: what check.hpp declares.

#include <dynabackup/check.hpp>
#include <dynabackup/detail/check/any_document.hpp>
#include <dynabackup/detail/check/text_walk.hpp>
#include <dynabackup/detail/check/unknown_rules.hpp>

#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup::detail {

/// The members that may begin a document of that shape or a record in it, of a shape that no system knows.
DYNABACKUP_INLINE std::vector<std::string_view> own_sync_names(shape_table const& shape) {
    std::vector<std::string_view> names;
    for (auto const& m : shape.members) names.push_back(m.name);
    if (shape.record && shape.record != &shape)
        for (auto const& m : shape.record->members) names.push_back(m.name);
    return names;
}

/// Reads each document as one shape.
class documents_of_shape {
public:
    /// `sync_names`: those of its system; none: those of the shape itself.
    documents_of_shape(shape_rules const& shape, std::span<std::string_view const> sync_names) {
        if (sync_names.empty()) own_ = own_sync_names(*shape.shape);
        reader_.emplace(shape, sync_names.empty() ? std::span<std::string_view const>(own_) : sync_names);
    }
    document_reader& reader() { return *reader_; }

private:
    std::vector<std::string_view> own_;
    std::optional<shape_reader> reader_;
};

/// Checks the documents of a text that `documents` reads; findings go to the sink one by one. The text is one of an
/// input of several.
DYNABACKUP_INLINE summary check_each(std::string_view text, check_options const& chosen, finding_sink& sink,
                                     document_reader& documents, layout expected, input_state& input) {
    text_session s(chosen, &sink);
    s.begin_input(input);
    json::structural_index index;
    text_walk(s, documents, index, expected).read(text, text_end::input);
    if (s.findings.stopped()) input.listing = {}; // what follows is not known
    s.summary().settle_items();
    return std::move(s.summary());
}

DYNABACKUP_INLINE summary check_text_as(shape_rules const& shape,
                                        std::span<std::string_view const> sync_names, std::string_view text,
                                        check_options const& chosen, finding_sink& sink) {
    summary counts;
    shape_rules const* const own[] = {&shape};
    report_unknown_rules(chosen, own, sink, counts);
    input_state input;
    documents_of_shape documents(shape, sync_names);
    counts += check_each(text, chosen, sink, documents.reader(), layout::single, input);
    input.end(sink, counts);
    return counts;
}

} // namespace dynabackup::detail

namespace dynabackup {

DYNABACKUP_INLINE summary check_documents(std::string_view text, check_options const& chosen,
                                          finding_sink& sink, input_state& input,
                                          std::span<system_table const* const> systems) {
    summary counts;
    if (!std::exchange(input.has_begun, true) && detail::names_rules(chosen)) {
        std::vector<shape_rules const*> own;
        for (auto const* system : systems)
            own.insert(own.end(), system->shapes.begin(), system->shapes.end());
        detail::report_unknown_rules(chosen, own, sink, counts);
    }
    detail::any_reader documents(systems);
    counts += detail::check_each(text, chosen, sink, documents, detail::layout::any, input);
    return counts;
}

DYNABACKUP_INLINE summary check_documents(std::string_view text, check_options const& chosen,
                                          finding_sink& sink, std::span<system_table const* const> systems) {
    input_state input;
    auto counts = check_documents(text, chosen, sink, input, systems);
    input.end(sink, counts);
    return counts;
}

} // namespace dynabackup
