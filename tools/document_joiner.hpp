#pragma once
/// \file
/// Puts documents behind each other, and what pages hold into one list.

#include "converted_records.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup::tool {

/// Appends to a text; whoever owns it may take it away in between.
///
/// Pages that follow each other become one. What the last of them has behind its list comes behind that of all: so it
/// has LastEvaluatedBackupArn, or a link to a next page, only if the backups go on behind it. If it is not known how
/// the last page ends, because that is damaged, nothing comes there.
class document_joiner {
public:
    explicit document_joiner(format as) : pretty_(as == format::aws_cli) {
        aws::ListBackupsOutput backups;
        clumio::DynamoDBTableBackupList items;
        aws_ = {text_around(backups, as), 2};
        clumio_ = {text_around(items, as), 3};
    }

    void take(std::string& out, piece_kind kind, std::string_view text) {
        switch (kind) {
        case piece_kind::aws_backup: begin_page(out, aws_); return add(out, text);
        case piece_kind::aws_alone: open(out, aws_); return add(out, text);
        case piece_kind::clumio_item: begin_page(out, clumio_); return add(out, text);
        case piece_kind::aws_end: return end_page(out, aws_, text);
        case piece_kind::clumio_end: return end_page(out, clumio_, text);
        case piece_kind::document:
            end(out);
            begin_document(out);
            out += text;
            return end_document(out);
        default: out += text; return;
        }
    }

    /// Nothing more comes, or nothing of the list at hand.
    void end(std::string& out) {
        if (!open_) return;
        if (any_) new_line(out, open_->depth - 1);
        out += behind_.empty() ? open_->around.behind : behind_;
        open_ = nullptr;
        end_document(out);
    }

private:
    struct list {
        page_text around;  ///< if nothing is known of it
        std::size_t depth; ///< of its elements
    };

    void open(std::string& out, list const& to) {
        if (open_ == &to) return;
        end(out);
        begin_document(out);
        out += to.around.before;
        open_ = &to;
        any_ = ended_ = several_ = false;
        behind_.clear();
    }

    /// Something comes of a page, the one at hand or another.
    void begin_page(std::string& out, list const& to) {
        open(out, to);
        if (!ended_) return;
        ended_ = false;
        several_ = true;
        behind_.clear();
    }

    /// Called twice for a page.
    void end_page(std::string& out, list const& to, std::string_view behind) {
        if (std::exchange(half_, !half_)) {
            if (several_) behind_ = behind;
            ended_ = true;
        } else {
            begin_page(out, to);
            behind_ = behind;
        }
    }

    void add(std::string& out, std::string_view element) {
        if (std::exchange(any_, true)) out += ',';
        new_line(out, open_->depth);
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

    bool const pretty_;
    list aws_, clumio_;
    list const* open_ = nullptr;
    bool any_ = false;     ///< it has an element
    bool ended_ = false;   ///< the last page has ended
    bool several_ = false; ///< it is not the first one
    bool half_ = false;    ///< of the end of a page
    std::string behind_;   ///< what comes behind the list
    bool written_ = false; ///< any document
};

} // namespace dynabackup::tool
