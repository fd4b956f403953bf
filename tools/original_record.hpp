#pragma once
/// \file
/// A record of a dump as a line of its own, in its own bytes.

#include <dynabackup/recognize.hpp>

#include "pages.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace dynabackup::tool {

/// Returns the smallest document that has a record of that shape, as the texts before and after the record.
inline page_text around_record(shape_table const& record) {
    page_text result;
    auto const* const type = document_around(record);
    for (auto const* at = type ? type->shape->shape : &record; at != &record;) {
        auto const& m = toward_records(*at);
        bool const is_list = m.kind == value_kind::list;
        result.before += fmt::format("{{\"{}\":{}", m.name, is_list ? "[" : "");
        result.after.insert(0, is_list ? "]}" : "}");
        at = is_list ? m.value->element->shape : m.value->shape;
    }
    return result;
}

/// Puts records on lines of their own.
class record_lines {
public:
    /// Wraps the record from `begin` to the end of the text in its document, if it would be taken for something else
    /// alone. Ends the line.
    void end_line(std::string& out, std::size_t begin, shape_table const& shape) {
        if (shape.is_unwrapped) { // a line of an export has a name that pages leave out
            out.insert(begin, "{\"" + std::string(shape.members.front().name) + "\":");
            out += "}\n";
            return;
        }
        auto const* const alone = recognizer_.shape_of(std::string_view(out).substr(begin), spelling::any);
        if (!alone || alone->shape != &shape) {
            auto const around = around_record(shape);
            out.insert(begin, around.before);
            out += around.after;
        }
        out += '\n';
    }

private:
    document_recognizer recognizer_;
};

/// Appends the text of a record. Drops its white space if it has line breaks.
inline void append_original(std::string& out, std::string_view text) {
    if (text.find_first_of("\r\n") == text.npos) {
        out += text;
        return;
    }
    std::size_t const begin = out.size();
    std::size_t size = 0;
    out.resize(begin + text.size());
    if (simdjson::minify(text.data(), text.size(), out.data() + begin, size) != simdjson::SUCCESS)
        size = text.copy(out.data() + begin, text.size()); // cannot happen: the text has been read
    out.resize(begin + size);
}

} // namespace dynabackup::tool
