#pragma once
/// \file
/// Writes documents one after another, and the records of several pages as one list.

#include "converted_records.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup::tool {

/// Appends to a text. Its owner may take the text away between two calls.
///
/// Joins pages that follow each other into one page. It ends as the last of them does, so it has
/// LastEvaluatedBackupArn, or a link to the next page, only if more backups follow. If the last page is damaged
/// and its end is not known, the joined page ends without any member.
class document_joiner {
public:
    explicit document_joiner(format as) : as_(as), pretty_(as == format::aws_cli) {}

    void take(std::string& out, piece what, std::string_view text) {
        switch (what.kind) {
        case piece_kind::element: begin_page(out, *what.page); return add(out, text);
        case piece_kind::element_alone: open(out, *what.page); return add(out, text);
        case piece_kind::page_end: return end_page(out, *what.page, text);
        case piece_kind::document:
            end(out);
            begin_document(out);
            out += text;
            return end_document(out);
        default: out += text; return;
        }
    }

    /// Ends the current list: no more elements of it follow.
    void end(std::string& out) {
        if (!is_open_) return;
        if (any_) new_line(out, depth_ - 1);
        out += after_.empty() ? around_.after : after_;
        is_open_ = false;
        end_document(out);
    }

private:
    void open(std::string& out, shape_table const& page) {
        if (is_open_ && page_ == &page) return;
        end(out);
        begin_document(out);
        if (std::exchange(page_, &page) != &page) {
            around_ = text_around(page, as_);
            depth_ = depth_of_records(page);
        }
        out += around_.before;
        is_open_ = true;
        any_ = ended_ = several_ = false;
        after_.clear();
    }

    /// Prepares for a piece of a page: the current page or the next one.
    void begin_page(std::string& out, shape_table const& page) {
        open(out, page);
        if (!ended_) return;
        ended_ = false;
        several_ = true;
        after_.clear();
    }

    /// Is called twice for a page: see piece_kind::page_end.
    void end_page(std::string& out, shape_table const& page, std::string_view after) {
        if (std::exchange(half_, !half_)) {
            if (several_) after_ = after;
            ended_ = true;
        } else {
            begin_page(out, page);
            after_ = after;
        }
    }

    void add(std::string& out, std::string_view element) {
        if (std::exchange(any_, true)) out += ',';
        new_line(out, depth_);
        out += element;
    }

    void begin_document(std::string& out) {
        if (std::exchange(written_, true) && !pretty_) out += '\n';
    }
    void end_document(std::string& out) const {
        if (pretty_) out += '\n';
    }

    void new_line(std::string& out, std::size_t depth) const {
        if (pretty_) out.append(1, '\n').append(4 * depth, ' ');
    }

    format const as_;
    bool const pretty_;
    shape_table const* page_ = nullptr; ///< of the last list
    page_text around_;                  ///< of such a page if nothing is known about it
    std::size_t depth_ = 0;             ///< of its elements
    bool is_open_ = false;              ///< the list has not ended
    bool any_ = false;                  ///< it has an element
    bool ended_ = false;                ///< its last page has ended
    bool several_ = false;              ///< its last page is not its first one
    bool half_ = false;                 ///< the first of the two texts of a page's end was taken
    std::string after_;                 ///< the text after the list
    bool written_ = false;              ///< a document was written
};

} // namespace dynabackup::tool
