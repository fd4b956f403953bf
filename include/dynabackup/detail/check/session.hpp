#pragma once
/// \file
/// What checking one text needs: where reading is, the findings, where a record is, and what is to be resumed.

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

/// What a document was taken for by its first members, so that it is not walked over before it is read.
class recognition {
public:
    /// Whether the members after the cursor, which is after a record of the document, make it nothing else.
    virtual bool holds(text_session& s) = 0;

protected:
    ~recognition() = default;
};

/// Reading a text before the one in front of it has been read: what turns out not to be known yet is taken back.
class speculation {
public:
    struct mark {
        std::size_t findings, records, items, damaged_passages, rejected, visited;
    };
    virtual mark here(text_session const& s) const = 0;
    virtual void back_to(text_session& s, mark const& before) = 0;
    /// All of it is to be taken back.
    virtual void fail() = 0;

protected:
    ~speculation() = default;
};

/// Reads and validates the records of documents one by one; documents themselves are read by document_walk.
class text_session final : public record_handler {
public:
    explicit text_session(dynabackup::check_options const& chosen, finding_sink* sink = nullptr)
        : options(chosen), findings(chosen, sink), read(findings), scope{chosen, read.unreadable, findings} {}

    dynabackup::check_options const& options;
    finding_buffer findings; ///< of the record or document at hand, and the counts
    reader read;             ///< where reading is
    rule_scope scope;        ///< what rules may ask for

    record_visitor* visitor = nullptr;          ///< null: nothing takes the records
    detail::recognition* recognition = nullptr; ///< of the document at hand; null: it is certain
    detail::speculation* speculation = nullptr; ///< null: the text in front has been read
    bool began_before = false; ///< speculation: the document at hand began in the text in front
    shape_rules const* record_rules = nullptr; ///< of the records of the document at hand

    /// Where the document at hand is in the JSON around it.
    path_node const* root = &whole_document;
    static constexpr path_node whole_document{};
    unsigned nesting = 0;            ///< how many strings of JSON the text lies in
    std::size_t known_documents = 0; ///< of a kind that is recognised

    /// Whether the document at hand lies inside other JSON.
    bool is_embedded() const { return nesting != 0 || root != &whole_document; }

    dynabackup::summary& summary() { return findings.summary; }
    dynabackup::summary const& summary() const { return findings.summary; }

    /// Findings and rules compare the text with what the input had before. History is kept only if the options ask for
    /// it.
    void begin_input(input_state& input) {
        if (options.history) scope.history = &input.history;
        set_listing(&input.listing);
    }
    /// What follows is of that source.
    void begin_source(dump_input const& input) {
        scope.of_export = input.of_export.get();
        scope.may_be_empty = input.may_be_empty;
    }
    void set_listing(dynabackup::listing* pages) { findings.listing = scope.listing = pages; }

    // ---- the text, window by window ----

    /// Goes on with a window of the text that findings.open_text was called with; `more`: the text goes on after it.
    /// `names`: the members that may begin a record or a document, by which reading goes on after damage.
    void open_window(std::string_view text, std::span<std::string_view const> names, bool more) {
        findings.open_window(text);
        window_.open(text, names);
        more_ = more;
        read.after_records = nullptr;
    }

    /// Another text begins.
    void restart() {
        findings.restart();
        read.unreadable.clear();
        read.resume.clear();
        read.depth = 0;
        passes_over = false;
    }

    /// Lists the tokens of the window; the index must outlive its reading. False if the first stage refuses it.
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

    /// Whether the text goes on after the window.
    bool more() const { return more_; }

    /// The cursor's place in the window.
    std::size_t offset() const {
        return static_cast<std::size_t>(read.cursor.place() - read.cursor.text().data());
    }

    // ---- where reading stops ----

    std::size_t stopped_at = 0; ///< the next window is to begin there
    bool passes_over = false;   ///< what begins there is too large to be read

    read_status suspend(list_checkpoint where, std::size_t offset) {
        read.resume.list = where;
        stopped_at = offset;
        return stop(stop_reason::window_ends_in_list);
    }

    // ---- damage ----

    std::size_t damage = 0; ///< if the text is not JSON here, where to look for what can be read

    /// A cursor over the tokens between two places as the tolerant index sees them.
    json::cursor examine(std::size_t from, std::size_t to) { return window_.examine(from, to); }

    /// Moves the cursor to a place after damage. False if damage has hidden the token there: a new window must
    /// begin at it.
    bool move_to(std::size_t place) {
        auto const* const found = window_.token_at(place);
        if (found) read.cursor.at = found;
        return found != nullptr;
    }

    /// Part of the text is not JSON: one finding stands for all of it, and it counts as one record. Takes back
    /// the findings after the first `kept`. Outside a list what the document is was guessed from members
    /// that may be those of others: then it has no shape.
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

    /// A record at that token is larger than the limit: one finding stands for all of it.
    void reject_too_large(std::size_t kept, path_node const& where, token at) {
        findings.drop(kept);
        ++summary().rejected;
        findings.report(reading::record_too_large, where, at,
                        concat("A record of more than ", options.max_record_bytes,
                               " bytes; it was passed over. Raise the limit if it is meant."));
    }

    // ---- documents ----

    /// A document begins at the cursor.
    void begin_document() {
        ++summary().documents;
        root = &whole_document;
        begin_part();
    }

    /// A document begins there that lies inside other JSON, at that path.
    void begin_embedded(path_node const& where) {
        root = &where;
        begin_part();
    }

    /// What a document is told by, or what embeds one, begins there.
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

    /// A document has ended, undamaged.
    void end_document() {
        summary().records += refused_;
        if (record_rules && record_rules->shape->is_item) summary().items += refused_;
        summary().rejected += refused_;
        findings.hand_out();
    }

    /// What was read of the document at hand is to be read again.
    void abandon_document() {
        if (root == &whole_document) --summary().documents;
        findings.take_broken();
        findings.drop(0);
    }

    /// Whether a record of the document at hand was rejected: then no place in it is certain.
    bool has_rejected() const { return summary().rejected != rejected_before_; }

    /// The document at hand is larger than a record may be; it counts as one.
    void refuse_too_large() {
        refuse();
        findings.drop(0);
        findings.report(
            reading::record_too_large, path_node{}, nullptr,
            concat("More than ", options.max_record_bytes,
                   " bytes without a record; they were passed over. Raise the limit if they are meant."));
    }

    // ---- records ----

    // Declared inline here: else the compiler would emit the class in each file.
    DYNABACKUP_INLINE read_status read_one(shape_table const& shape, void* record, path_node const& where,
                                           allowance may) override;
    DYNABACKUP_INLINE read_status read_list(value_table const& list, void* records, path_node const& where,
                                            allowance element, list_checkpoint from) override;
    void refuse() override { ++refused_; }
    bool in_record() const override { return findings.record().has_value(); }

    /// What to restore when a record ends.
    struct outer {
        std::size_t findings;
        std::optional<unreadable_fields> unreadable; ///< none if there were none
    };

    /// A backup record begins at the cursor.
    outer begin_record(path_node const& where) {
        findings.set_record(summary().records++);
        summary().items += record_rules && record_rules->shape->is_item;
        findings.set_origin(where, read.cursor.at);
        outer before{findings.pending.size(), {}};
        if (!read.unreadable.empty()) [[unlikely]]
            before.unreadable = std::exchange(read.unreadable, {});
        return before;
    }

    /// A record has ended. Its findings are handed out in the order of the text.
    void end_record(outer&& before) {
        findings.hand_out(before.findings);
        leave_record(std::move(before));
    }

    /// What was read of the record at hand is to be read again.
    void abandon_record(outer&& before) {
        --summary().records;
        summary().items -= record_rules && record_rules->shape->is_item;
        findings.take_broken();
        findings.drop(before.findings);
        leave_record(std::move(before));
    }

    /// The text from a token up to the cursor.
    std::string_view text_from(token first) const {
        return read.cursor.text().substr(*first, read.cursor.at[-1] + std::size_t{1} - *first);
    }

    /// Where the record at hand is that begins at that place of the window.
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
    std::size_t refused_ = 0; ///< records of the document at hand that are no objects
};

} // namespace dynabackup::detail

namespace dynabackup {

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

} // namespace dynabackup

#include <dynabackup/detail/check/records.hpp>
