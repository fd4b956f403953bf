#pragma once
/// \file
/// Reads a text that is one document: what parse.hpp declares.

#include <dynabackup/detail/json/structural_index.hpp>
#include <dynabackup/detail/json/window.hpp>
#include <dynabackup/detail/read/value.hpp>
#include <dynabackup/parse.hpp>

#include <string_view>
#include <utility>

namespace dynabackup::detail {

/// What a parse_memory keeps.
struct parse_buffers {
    json::structural_index index;
};

DYNABACKUP_INLINE void free_parse_buffers(parse_buffers* buffers) { delete buffers; }

DYNABACKUP_INLINE parse_buffers& buffers_of(parse_memory& memory) {
    if (!memory.buffers_) memory.buffers_ = new parse_buffers;
    return *memory.buffers_;
}

DYNABACKUP_INLINE std::optional<finding> parse_text(shape_table const& shape, void* model,
                                                    std::string_view text, check_options const& chosen,
                                                    parse_memory& memory) {
    finding_buffer findings(chosen, nullptr);
    findings.shape = shape.name;
    reader r(findings);
    json::window window;
    path_node const root{};
    bool const marked = text.starts_with(json::byte_order_mark);
    if (marked) text.remove_prefix(json::byte_order_mark.size());
    bool const too_long = text.size() > json::max_text_size;
    if (too_long) text = {};
    findings.open_text(text, marked ? json::after_mark : json::position{}, text);
    findings.open_window(text);
    window.open(text, {});
    if (!window.index(buffers_of(memory).index)) window.index_tolerantly();
    r.cursor = window.cursor();
    if (too_long) findings.report_syntax(root, r.cursor.place(), "Longer than 4 GiB; read it as a dump.");
    auto const read = read_root(r, shape, model, root);
    if (read.why != stop_reason::not_json && r.cursor.at != r.cursor.last) {
        r.cursor.fail_here("one document belongs here, and nothing behind it");
        findings.report_syntax(root, r.cursor);
    }
    return findings.take_first_error();
}

} // namespace dynabackup::detail
