#pragma once
/// \file
/// Reads the documents in a text that is the value of a string in other JSON.

#include <dynabackup/detail/check/document_reader.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup::detail {

/// Whether the contents of a string may be the text of a document: an object or a list.
constexpr bool may_be_document(std::string_view inside) {
    auto const first = inside.find_first_not_of(" \t\r\n");
    return first != inside.npos && (inside[first] == '{' || inside[first] == '[');
}

/// Collects the findings in the text, with the place of the string.
class nested_text final : finding_sink, record_visitor {
public:
    /// `where`: the path to the string; `place`: its token.
    nested_text(text_session& outer, path_node const& where, token place)
        : outer_(outer), where_(to_pointer(where)), records_before_(outer.summary().records) {
        at_.rule = &reading::embedded;
        at_.offset = outer.findings.input_offset(*place);
        outer.findings.place(at_);
    }

    /// Reads the text by calling `walk(session)`, which walks over the documents with a reader used only for this.
    /// Returns whether the text has a known document; otherwise the string is an ordinary string.
    template <class Walk>
    bool read(Walk walk) {
        text_session inner(outer_.options, this);
        inner.nesting = outer_.nesting + 1;
        inner.visitor = outer_.visitor ? this : nullptr;
        inner.scope.history = outer_.scope.history;
        dynabackup::listing pages;
        if (outer_.findings.listing) inner.set_listing(&pages);
        walk(inner);
        if (inner.known_documents == 0) return false;
        outer_.known_documents += inner.known_documents;
        for (auto& f : found_)
            if (f.rule != &reading::unrecognized) // the string holds a document
                outer_.findings.pending.push_back(std::move(f));
        adopt(inner.summary(), pages);
        return true;
    }

private:
    void adopt(dynabackup::summary& counts, dynabackup::listing& pages) {
        auto& all = outer_.summary();
        all.records += counts.records;
        all.rejected += counts.rejected;
        for (auto const& [shape, count] : counts.shapes) all.shapes[shape] += count;
        if (!outer_.findings.listing || pages.pages() == 0) return;
        auto held = pages.held();
        outer_.findings.listing->add_pages(pages);
        if (!held) return;
        move(*held);
        outer_.findings.listing->hold(std::move(*held));
    }

    /// Moves a finding from its place in the text to that of the string.
    void move(finding& f) const {
        f.path.insert(0, where_);
        f.document = outer_.summary().documents ? outer_.summary().documents - 1 : 0;
        if (f.record) *f.record += records_before_;
        f.offset = at_.offset;
        f.line = at_.line;
        f.column = at_.column;
        f.character = at_.character;
        f.source = at_.source;
        f.source_place = at_.source_place;
    }
    void take(finding&& f) override {
        move(f);
        found_.push_back(std::move(f));
    }

    record_position moved(record_position const& at) const {
        return {outer_.summary().documents - 1, at.record + records_before_, at_.offset, at_.line};
    }
    void* place(shape_table const& shape) override { return outer_.visitor->place(shape); }
    void visit(shape_table const& shape, void* record, record_position const& at,
               visit_info const& info) override {
        outer_.visitor->visit(shape, record, moved(at), info);
    }
    bool restore(shape_table const& shape, void* record) override {
        return outer_.visitor->restore(shape, record);
    }
    void begin_document(bool goes_on) override { outer_.visitor->begin_document(goes_on); }
    void end_document(shape_table const& shape, void* model, visit_info const& info) override {
        outer_.visitor->end_document(shape, model, info);
    }

    text_session& outer_;
    std::string where_;
    std::size_t records_before_;
    finding at_; ///< a finding at the place of the string
    std::vector<finding> found_;
};

} // namespace dynabackup::detail
