#pragma once
/// \file
/// Reads a text that is one document. Defines what parse.hpp declares.

#include <dynabackup/detail/json/structural_index.hpp>
#include <dynabackup/detail/json/window.hpp>
#include <dynabackup/detail/read/value.hpp>
#include <dynabackup/parse.hpp>

#include <string_view>
#include <utility>

namespace dynabackup::detail {

/// The memory of a parse_memory.
struct parse_buffers {
    json::structural_index index;
    check_options options; ///< for the current text; all rules are selected
};

DYNABACKUP_INLINE void free_parse_buffers(parse_buffers* buffers) { delete buffers; }

DYNABACKUP_INLINE parse_buffers& buffers_of(parse_memory& memory) {
    if (!memory.buffers_) memory.buffers_ = new parse_buffers;
    return *memory.buffers_;
}

/// Reads a text as a check with these options reads it. \pre The options select every rule.
inline std::optional<finding> parse_text(shape_table const& shape, void* model, std::string_view text,
                                         check_options const& options, json::structural_index& index) {
    bool const marked = text.starts_with(json::byte_order_mark);
    if (marked) text.remove_prefix(json::byte_order_mark.size());
    bool const too_long = text.size() > json::max_text_size;
    if (too_long) text = {};

    finding_buffer findings(options, nullptr);
    findings.shape = shape.name;
    findings.open_text(text, marked ? json::after_mark : json::position{}, text);
    findings.open_window(text);
    json::tolerant_index tolerant; // enough of a window: after damage nothing more is read
    bool const checked = index.build(text);
    if (!checked) tolerant.build(json::sync_points(text, {}), 0);
    reader r(findings, text, checked ? index.begin() : tolerant.begin(),
             checked ? index.end() : tolerant.end(), checked);
    path_node const root{};
    if (too_long) findings.report_syntax(root, r.cursor.place(), "Longer than 4 GiB; read it as a dump.");
    auto const read = read_root(r, shape, model, root);
    if (read.why != stop_reason::not_json && r.cursor.at != r.cursor.last) {
        r.cursor.fail_here("expected the end of the text after one document");
        findings.report_syntax(root, r.cursor);
    }
    return findings.take_first_error();
}

DYNABACKUP_INLINE std::optional<finding> parse_text(shape_table const& shape, void* model,
                                                    std::string_view text, parse_options const& chosen,
                                                    parse_memory& memory) {
    auto& [index, options] = buffers_of(memory);
    options.edition = chosen.edition;
    options.strict = chosen.strict;
    options.max_depth = chosen.max_depth;
    options.names = chosen.names;
    options.times = chosen.times;
    return parse_text(shape, model, text, options, index);
}

} // namespace dynabackup::detail
