#pragma once
/// \file
/// Converts the records of a chunk of a dump to another format, in the thread that reads the chunk.

#include <dynabackup/dump.hpp>
#include <dynabackup/table_export/manifests.hpp>

#include "csv.hpp"
#include "item_table.hpp"
#include "original_record.hpp"
#include "pages.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::tool {

/// The format that records are converted to. `item_csv`, `plain`: only items and changes. `original`: each record on a
/// line, in its own bytes; for `split`.
enum class target : unsigned char { wire, cli, ndjson, csv, item_csv, plain, original };

/// The kinds of pieces of the output.
enum class piece_kind : unsigned char {
    line,          ///< a record on a line of its own
    element,       ///< a record in the list of a page
    element_alone, ///< a record that becomes an element although it was not in a list
    page_end, ///< the text after the list of a page; a second piece has the text after a list of several pages
    document,   ///< a whole document
    recordless, ///< a document without a record, where only records are written
    item        ///< an item in a table of backups, which has no columns for it
};

/// A piece of the output.
struct piece {
    piece_kind kind;
    shape_table const* page = nullptr; ///< of an element or a page's end
    std::size_t untold = 0;            ///< values of a line that does not show their types
};

/// Turns records and documents into text.
class converted_records final : public record_collector, record_visitor {
public:
    /// `columns`: of `item_csv`; must outlive it.
    explicit converted_records(target to, std::vector<std::string> const* columns = nullptr)
        : to_(to), as_(to == target::cli ? format::aws_cli : format::aws_wire), columns_(columns) {}

    record_visitor* visitor() override { return this; }
    std::size_t size() const override { return pieces_.size(); }
    void clear() override { truncate(0); }
    void truncate(std::size_t size) override {
        pieces_.resize(size);
        text_.resize(size == 0 ? 0 : pieces_.back().end);
    }
    void move(record_position const&, std::size_t) override {}
    void finish() override {}
    std::unique_ptr<record_collector> another() const override {
        return std::make_unique<converted_records>(to_, columns_);
    }

    /// Calls `f(piece, text)` for each piece.
    template <class F>
    void for_each(F f) const {
        std::size_t begin = 0;
        for (auto const& [what, end] : pieces_) {
            f(what, std::string_view(text_).substr(begin, end - begin));
            begin = end;
        }
    }

private:
    struct written_piece {
        piece what;
        std::size_t end = 0; ///< of its text
    };

    void begin_document(bool goes_on) override {
        if (goes_on) return;
        first_.reset();
        unreadable_.clear();
    }

    void visit(shape_table const& shape, void* record, record_position const&,
               visit_info const& info) override {
        auto const& unreadable = info.unreadable();
        if (!first_) {
            first_ = pieces_.size();
            unreadable_ = unreadable;
        }
        auto const begin = text_.size();
        bool const is_item = with_item(shape, record, [](auto const&) {});
        switch (to_) {
        case target::original:
            append_original(text_, info.text());
            lines_.end_line(text_, begin, shape);
            break;
        case target::item_csv:
        case target::plain:
            if (is_item) add_item(shape, record, unreadable);
            else add({piece_kind::recordless});
            return;
        case target::csv:
            if (is_item) return add({piece_kind::item});
            if (!view(shape, record, unreadable)) return add({piece_kind::recordless});
            append_csv(text_, shape, record, unreadable);
            break;
        case target::ndjson:
            if (is_item) append_original(text_, info.text());
            else print(shape, record, 0, unreadable);
            lines_.end_line(text_, begin, shape);
            break;
        default: return add_record(shape, record, info);
        }
        add({piece_kind::line});
    }
    bool restore(shape_table const&, void*) override { return true; } // `visit` does not change it

    void end_document(shape_table const& shape, void* model, visit_info const& info) override {
        if (shape.is_record) return;
        if (is_page(shape)) return records_only() ? void() : add_page_end(shape, model, info);
        if (leads_to_list(shape)) return;
        if (is_of_items() && (&shape == &shape_table_of<table_export::ManifestSummary> ||
                              &shape == &shape_table_of<table_export::ManifestFile>))
            return; // it has no item: it says where the items are
        if (!first_ && shape.record && !info.unreadable().empty()) return; // a finding reports it
        if (!records_only()) {
            if (first_) truncate(*first_); // the document contains the record
            print(shape, model, 0, first_ ? unreadable_ : info.unreadable());
            add({piece_kind::document});
        } else if (!first_) {
            add({piece_kind::recordless});
        }
    }

    bool records_only() const { return to_ != target::wire && to_ != target::cli; }
    bool is_of_items() const {
        return to_ == target::item_csv || to_ == target::plain || to_ == target::ndjson ||
               to_ == target::original;
    }

    static bool leads_to_list(shape_table const& shape) {
        return std::ranges::any_of(shape.members, &member_table::leads_to_records);
    }

    void print(shape_table const& shape, void const* object, std::size_t depth,
               unreadable_fields const& unreadable) {
        append_json(text_, shape, object, as_, depth, unreadable.empty() ? nullptr : &unreadable);
    }

    void add_item(shape_table const& shape, void const* record, unreadable_fields const& unreadable) {
        with_item(shape, record, [&](auto const& line) {
            piece what{piece_kind::line};
            if (to_ == target::item_csv) {
                what.untold = append_item_csv(text_, *columns_, line, unreadable);
            } else {
                what.untold = append_plain(text_, line, unreadable.empty() ? nullptr : &unreadable);
                text_ += '\n';
            }
            add(what);
        });
    }

    void add_record(shape_table const& shape, void const* record, visit_info const& info) {
        auto const* const type = document_around(shape);
        auto const* const page = type && type->is_list ? type->shape->shape : nullptr;
        bool const listed = page && info.document_shape() == page->name;
        // The service has summaries only in lists.
        bool const is_element = listed || &shape == &shape_table_of<aws::BackupSummary>;
        print(shape, record, is_element ? depth_of_records(*page) : 0, info.unreadable());
        if (!is_element) add({piece_kind::document});
        else add({listed ? piece_kind::element : piece_kind::element_alone, page});
    }

    void add_page_end(shape_table const& shape, void* page, visit_info const& info) {
        auto const token = token_of(shape, info);
        if (to_ == target::wire && object_as<table_export::ScanOutput>(shape, page))
            keep_next_page(shape, page); // Count would come before the items, which are already written
        text_ += with_token(text_around(shape, page, as_, &info.unreadable()).after, token);
        add({piece_kind::page_end, &shape});
        keep_next_page(shape, page);
        text_ += with_token(text_around(shape, page, as_).after, token);
        add({piece_kind::page_end, &shape});
    }

    /// Returns the member that the AWS command line adds where it cuts a list short. The service does not send
    /// it.
    std::string token_of(shape_table const& page, visit_info const& info) const {
        if (to_ != target::cli || page.page_token.empty()) return {};
        auto const text = info.string_after_records(page.page_token);
        return text.empty() ? "" : fmt::format(",\n    \"{}\": {}", page.page_token, text);
    }
    /// Inserts a member before the line break and the brace at the end.
    static std::string with_token(std::string after, std::string_view token) {
        return after.insert(after.size() - (token.empty() ? 0 : 2), token);
    }

    void add(piece what) { pieces_.push_back({what, text_.size()}); }

    target to_;
    format as_;
    std::vector<std::string> const* columns_;
    std::string text_;
    record_lines lines_;
    std::vector<written_piece> pieces_;
    std::optional<std::size_t> first_; ///< the piece of the first record of the document at hand
    unreadable_fields unreadable_;     ///< of that record
};

} // namespace dynabackup::tool
