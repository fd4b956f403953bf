#pragma once
/// \file
/// Checks a JSON text, or a model: what check.hpp declares.

#include <dynabackup/check.hpp>
#include <dynabackup/input_state.hpp>
#include <dynabackup/text_walk.hpp>

#include <string_view>
#include <utility>

namespace dynabackup::detail {

/// Checks the documents of a text that `documents` reads; findings go to the sink one by one. The text is one of an
/// input of several.
inline summary check_documents(std::string_view text, options const& chosen, finding_sink& sink,
                               document_reader& documents, layout expected, input_state& input) {
    context c(chosen, &sink);
    if (chosen.history) c.history = &input.history;
    c.listing = &input.listing;
    json::structural_index index;
    text_walk(c, documents, index, expected).read(text, behind_text::nothing);
    if (c.stopped()) input.listing = {}; // nobody knows what follows
    return std::move(c.summary);
}

/// The same for a text that is all of the input.
inline summary check_documents(std::string_view text, options const& chosen, finding_sink& sink,
                               document_reader& documents, layout expected) {
    input_state input;
    auto counts = check_documents(text, chosen, sink, documents, expected, input);
    input.end(sink, counts);
    return counts;
}

/// See dynabackup::check and dynabackup::validate.
template <described_struct T>
struct checker {
    static report check(std::string_view json, options const& chosen) {
        report result;
        documents_of<T> documents;
        result.set_summary(check_documents(json, chosen, result, documents, layout::single));
        return result;
    }

    static report validate(T const& model, options const& chosen) {
        context c(chosen);
        history backups;
        if (chosen.history) c.history = &backups;
        c.shape = shape_name<T>();
        validate_object(c, model, path_node{});
        report result;
        summary counts;
        for (auto& f : c.pending) {
            counts.count(f);
            result.take(std::move(f));
        }
        result.set_summary(std::move(counts));
        return result;
    }
};

} // namespace dynabackup::detail
