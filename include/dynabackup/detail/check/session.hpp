#pragma once
/// \file
/// The state of checking one text: the place of reading, the findings, the place of a record, and what is to be
/// resumed.

#include <dynabackup/detail/json/window.hpp>
#include <dynabackup/detail/read/value.hpp>
#include <dynabackup/detail/validate/validate.hpp>
#include <dynabackup/dump/record_visitor.hpp>
#include <dynabackup/dump/source.hpp>
#include <dynabackup/input_state.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace dynabackup::detail {

class text_session;

/// The assumption made by the first members of a document, so that it can be read without examining all members first.
class recognition {
public:
    /// Whether the members after the cursor, which is after a record of the document, do not make it another document.
    virtual bool holds(text_session& s) = 0;

protected:
    ~recognition() = default;
};

/// Reads a text before the preceding text has been read. Takes back what turns out to depend on the preceding or
/// following text.
class speculation {
public:
    struct mark {
        std::size_t findings, records, items, damaged_passages, rejected, visited;
    };
    virtual mark here(text_session const& s) const = 0;
    virtual void back_to(text_session& s, mark const& before) = 0;
    /// Takes everything back.
    virtual void fail() = 0;

protected:
    ~speculation() = default;
};

/// Reads and validates the records of documents one by one. document_walk reads the documents themselves.
class text_session final : public record_handler {
public:
    explicit text_session(dynabackup::check_options const& chosen, finding_sink* sink = nullptr)
        : options(chosen), findings(chosen, sink), read(findings), scope{chosen, read.unreadable, findings} {}

    dynabackup::check_options const& options;
    finding_buffer findings; ///< of the current record or document, and the counts
    reader read;             ///< the place of reading
    rule_scope scope;        ///< what is available to rules

    record_visitor* visitor = nullptr;          ///< null: nothing takes the records
    detail::recognition* recognition = nullptr; ///< of the current document; null: its shape is certain
    detail::speculation* speculation = nullptr; ///< null: the preceding text has been read
    bool began_before = false; ///< speculation: the current document began in the preceding text
    shape_rules const* record_rules = nullptr; ///< of the records of the current document

    /// The place of the current document in the JSON around it.
    path_node const* root = &whole_document;
    static constexpr path_node whole_document{};
    unsigned nesting = 0;            ///< the number of strings of JSON around the text
    std::size_t known_documents = 0; ///< recognised documents

    /// Whether the current document is inside other JSON.
    bool is_embedded() const { return nesting != 0 || root != &whole_document; }

    dynabackup::summary& summary() { return findings.summary; }
    dynabackup::summary const& summary() const { return findings.summary; }

    /// Makes findings and rules compare the text with the earlier texts of the input. Keeps history only with
    /// check_options::history.
    void begin_input(input_state& input) {
        if (options.history) scope.history = &input.history;
        set_listing(&input.listing);
    }
    /// The following text is of that source.
    void begin_source(dump_input const& input) {
        scope.of_export = input.of_export.get();
        scope.may_be_empty = input.may_be_empty;
    }
    void set_listing(dynabackup::listing* pages) { findings.listing = scope.listing = pages; }

    // ---- the text, window by window ----

    /// Continues with a window of the text that was passed to findings.open_text. `more`: the text continues after the
    /// window. `names`: the members that may begin a record or a document, at which reading resumes after damage.
    void open_window(std::string_view text, std::span<std::string_view const> names, bool more) {
        findings.open_window(text);
        window_.open(text, names);
        more_ = more;
        read.after_records = nullptr;
    }

    /// Begins another text.
    void restart() {
        findings.restart();
        read.unreadable.clear();
        read.resume.clear();
        read.depth = 0;
        passes_over = false;
    }

    /// Lists the tokens of the window. The index must outlive the reading of the window. Returns false if the first
    /// stage refuses the window.
    bool index(json::structural_index& tokens) {
        if (!window_.index(tokens)) return false;
        read.cursor = window_.cursor();
        return true;
    }
    void index_tolerantly() {
        window_.index_tolerantly();
        read.cursor = window_.cursor();
    }

    json::sync_points const& marks() const { return window_.marks(); }

    /// Whether the text continues after the window.
    bool more() const { return more_; }

    /// Returns the cursor's place in the window.
    std::size_t offset() const {
        return static_cast<std::size_t>(read.cursor.place() - read.cursor.text().data());
    }

    // ---- where reading stops ----

    std::size_t stopped_at = 0; ///< the next window must begin there
    bool passes_over = false;   ///< the value that begins there is too large to be read

    read_status suspend(list_checkpoint where, std::size_t offset) {
        read.resume.list = where;
        stopped_at = offset;
        return stop(stop_reason::window_ends_in_list);
    }

    // ---- damage ----

    std::size_t damage = 0; ///< if the text is not JSON here: where to begin the search for a sync point

    /// Returns a cursor over the tokens between two places that the tolerant index lists.
    json::cursor examine(std::size_t from, std::size_t to) { return window_.examine(from, to); }

    /// Moves the cursor to a place after damage. Returns false if damage has hidden the token there: then a new window
    /// must begin at it.
    bool move_to(std::size_t place) {
        auto const* const found = window_.token_at(place);
        if (found) read.cursor.at = found;
        return found != nullptr;
    }

    /// Rejects a part of the text that is not JSON. It has one finding, and counts as one record. Takes back the
    /// findings after the first `kept`. Outside a list the finding has no shape: the document may have been recognised
    /// by members of other documents.
    void reject(std::size_t kept, bool in_list = false) {
        findings.drop(kept);
        bool const is_passage = !findings.record();
        auto const index = is_passage ? summary().records++ : *findings.record();
        summary().damaged_passages += is_passage;
        ++summary().rejected;
        auto broken = findings.take_broken();
        if (!broken || !findings.is_active(reading::syntax)) return;
        broken->record = index;
        if (!in_list) broken->shape = {};
        findings.pending.push_back(std::move(*broken));
    }

    /// Rejects a record at that token that is larger than the limit. It has one finding.
    void reject_too_large(std::size_t kept, path_node const& where, token at) {
        findings.drop(kept);
        ++summary().rejected;
        findings.report(reading::record_too_large, where, at,
                        concat("A record of more than ", options.max_record_bytes,
                               " bytes; it was skipped. Raise the limit if the record is intended."));
    }

    // ---- documents ----

    /// Begins a document at the cursor.
    void begin_document() {
        ++summary().documents;
        root = &whole_document;
        begin_part();
    }

    /// Begins a document at the cursor, inside other JSON at that path.
    void begin_embedded(path_node const& where) {
        root = &where;
        begin_part();
    }

    /// Begins a document, or a value that may be or hold one.
    void begin_part() {
        findings.shape = {};
        read.unreadable.clear();
        read.depth = 0;
        read.found_spellings = read.found_times = false;
        scope.listed = nullptr;
        refused_ = 0;
        findings.set_document(offset());
        damage = offset() + 1;
        rejected_before_ = summary().rejected;
    }

    /// Ends an undamaged document.
    void end_document() {
        summary().records += refused_;
        if (record_rules && record_rules->shape->is_item) summary().items += refused_;
        summary().rejected += refused_;
        findings.hand_out();
    }

    /// Takes back what was read of the current document, which is to be read again.
    void abandon_document() {
        if (root == &whole_document) --summary().documents;
        findings.take_broken();
        findings.drop(0);
    }

    /// Whether a record of the current document was rejected. If so, no place in the document is certain.
    bool has_rejected() const { return summary().rejected != rejected_before_; }

    /// Rejects the current document, which is larger than the limit of a record. It counts as one record.
    void refuse_too_large() {
        refuse();
        findings.drop(0);
        findings.report(
            reading::record_too_large, path_node{}, nullptr,
            concat("More than ", options.max_record_bytes,
                   " bytes without a record; they were skipped. Raise the limit if this is intended."));
    }

    // ---- records ----

    // Declared inline here: otherwise the compiler would emit the class in each file.
    inline read_status read_one(shape_table const& shape, void* record, path_node const& where,
                                allowance may) override;
    inline read_status read_list(value_table const& type, void* records, path_node const& where,
                                 allowance element, list_checkpoint at) override;
    void refuse() override { ++refused_; }
    bool in_record() const override { return findings.record().has_value(); }

    /// What to restore when a record ends.
    struct outer {
        std::size_t findings;
        std::optional<unreadable_fields> unreadable; ///< none if there were none
    };

    /// Begins a backup record at the cursor.
    outer begin_record(path_node const& where) {
        findings.set_record(summary().records++);
        summary().items += record_rules && record_rules->shape->is_item;
        findings.set_origin(where, read.cursor.at);
        outer before{findings.pending.size(), {}};
        if (!read.unreadable.empty()) [[unlikely]]
            before.unreadable = std::exchange(read.unreadable, {});
        return before;
    }

    /// Ends a record. Hands out its findings in the order of the text.
    void end_record(outer&& before) {
        findings.hand_out(before.findings);
        leave_record(std::move(before));
    }

    /// Takes back what was read of the current record, which is to be read again.
    void abandon_record(outer&& before) {
        --summary().records;
        summary().items -= record_rules && record_rules->shape->is_item;
        findings.take_broken();
        findings.drop(before.findings);
        leave_record(std::move(before));
    }

    /// Returns the text from a token up to the cursor.
    std::string_view text_from(token first) const {
        return read.cursor.text().substr(*first, read.cursor.at[-1] + std::size_t{1} - *first);
    }

    /// Returns the position of the current record, which begins at that place of the window.
    record_position position_of_record(std::size_t offset) {
        auto const at = findings.input_offset(offset);
        return {summary().documents - 1, *findings.record(), at, findings.input_line(at)};
    }

private:
    void leave_record(outer&& before) {
        findings.set_record({});
        findings.clear_origin();
        if (before.unreadable) [[unlikely]]
            read.unreadable = std::move(*before.unreadable);
        else if (!read.unreadable.empty()) read.unreadable.clear();
    }

    json::window window_;
    bool more_ = false;
    std::size_t rejected_before_ = 0;
    std::size_t refused_ = 0; ///< records of the current document that are not objects
};

} // namespace dynabackup::detail

namespace dynabackup {

#if DYNABACKUP_DEFINE
DYNABACKUP_INLINE std::string_view visit_info::document_shape() const { return session_.findings.shape; }

DYNABACKUP_INLINE unreadable_fields const& visit_info::unreadable() const { return session_.read.unreadable; }

DYNABACKUP_INLINE std::string_view visit_info::string_after_records(std::string_view member) const {
    auto const after = session_.read.after_records;
    if (!after) return {};
    auto const text = session_.read.cursor.text();
    json::locator in(text, session_.options.names == spelling::any);
    auto const* const value = in.find_member(after, member);
    return value && text[*value] == '"' ? in.raw(value, std::string_view::npos) : std::string_view();
}

#endif

} // namespace dynabackup

#include <dynabackup/detail/check/records.hpp>
