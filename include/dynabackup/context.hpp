#pragma once
/// \file
/// What reading and validating one text share: options, findings, counts, and the record at hand.

#include <dynabackup/concat.hpp>
#include <dynabackup/history.hpp>
#include <dynabackup/json/cursor.hpp>
#include <dynabackup/json/piece.hpp>
#include <dynabackup/pending_findings.hpp>
#include <dynabackup/read/observers.hpp>
#include <dynabackup/read/outcome.hpp>
#include <dynabackup/unread.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace dynabackup {

namespace detail {
struct record_readers;
} // namespace detail

class context : public pending_findings {
public:
    explicit context(dynabackup::options const& chosen, finding_sink* sink = nullptr)
        : pending_findings(chosen, sink), latest(chosen.edition >= edition::newest) {}

    bool const latest;     ///< every member and enumerator of the model is known
    json::cursor cursor;   ///< where reading is
    std::string scratch;   ///< for strings with escapes
    std::size_t depth = 0; ///< of the containers around the cursor
    unread_members unread; ///< of the record or document at hand
    detail::record_readers const* records =
        nullptr;                            ///< how to read the document's records; null: as any object
    dynabackup::history* history = nullptr; ///< of the backups of the input; null: not kept

    detail::record_visitor* visitor = nullptr;  ///< null: nobody takes the records
    detail::recognition* recognition = nullptr; ///< of the document at hand; null: it is sure
    detail::speculation* speculation = nullptr; ///< null: the text in front has been read
    bool began_before = false; ///< speculation: the document at hand began in the text in front

    void const* listed = nullptr;         ///< the list of records of the document, which keeps the last only
    std::optional<std::size_t> list_size; ///< how many it had; none if damage hides that

    // ---- the text, piece by piece ----

    /// Goes on with a piece of the text that open_text was called with; `more`: the text goes on behind it. `names`:
    /// the members that may begin a record or a document, by which reading goes on after damage.
    void open_piece(std::string_view piece, std::span<std::string_view const> names, bool more) {
        place_piece(piece);
        piece_.open(piece, names);
        more_ = more;
        behind_records = nullptr;
    }

    /// The same for a text that is one piece.
    void open(std::string_view text, std::span<std::string_view const> names, json::position base = {}) {
        open_text(text, base, text);
        open_piece(text, names, false);
    }

    /// Another text begins.
    void restart() {
        summary = {};
        shape = {};
        pending.clear();
        unread.clear();
        suspended_objects.clear();
        suspended = {};
        passes_over = false;
        broken_.reset();
        depth = 0;
    }

    /// Lists the tokens of the piece; the index must outlive its reading. False if the first stage refuses it:
    /// then the tolerant index lists them.
    bool index(json::structural_index& tokens) {
        if (!piece_.index(tokens)) return false;
        cursor = piece_.cursor();
        return true;
    }
    void index_tolerantly() {
        piece_.index_tolerantly();
        cursor = piece_.cursor();
    }

    json::landmarks const& marks() const { return piece_.marks(); }

    /// Whether the text goes on behind the piece.
    bool more() const { return more_; }

    /// The cursor's place in the piece.
    std::size_t offset() const { return static_cast<std::size_t>(cursor.place() - cursor.text().data()); }

    /// Where reading has stopped: the next piece is to begin there.
    std::size_t stopped_at = 0;
    std::vector<detail::suspended_object> suspended_objects; ///< the innermost one first
    detail::suspended_list suspended{};
    bool passes_over = false;                      ///< what begins there is too large to be read
    std::uint32_t const* behind_records = nullptr; ///< the token behind the document's list of records

    detail::got suspend(detail::suspended_list where, std::size_t offset) {
        suspended = where;
        stopped_at = offset;
        return detail::got::suspended;
    }

    // ---- damage ----

    std::size_t damage = 0; ///< if the text is broken here, where to look for what can be read

    /// A cursor over the tokens between two places as the tolerant index sees them.
    json::cursor examine(std::size_t from, std::size_t to) { return piece_.examine(from, to); }

    /// Moves the cursor to a place behind damage. False if damage has hidden the token there: a new piece must
    /// begin at it.
    bool move_to(std::size_t place) {
        auto const* const token = piece_.token_at(place);
        if (token) cursor.at = token;
        return token != nullptr;
    }

    /// Notes that the text is not JSON, as the cursor says; nested callers unwind.
    void report_syntax(path_node const& where) {
        if (!broken_) report_syntax(where, cursor.error.place, concat("Not JSON: ", cursor.error.what, '.'));
    }
    void report_syntax(path_node const& where, char const* place, std::string message) {
        broken_ = make(reading::syntax, to_pointer(where), std::move(message));
        broken_->offset = input_offset(static_cast<std::size_t>(place - piece_.marks().text().data()));
    }

    void set_broken(std::optional<finding> why) { broken_ = std::move(why); }
    bool is_broken() const { return broken_.has_value(); }

    /// The finding that the text is not JSON, if it is not.
    std::optional<finding> take_broken() { return std::exchange(broken_, std::nullopt); }

    /// A stretch of the text is not JSON: one finding stands for all of it, and it counts as one record.
    /// Takes back the findings behind the first `kept`. Outside a list what the document is was guessed from members
    /// that may be those of others: then it has no shape.
    void reject(std::size_t kept, bool in_list = false) {
        drop(kept);
        auto const index = record() ? *record() : summary.records++;
        ++summary.rejected;
        if (broken_ && is_active(reading::syntax)) {
            broken_->record = index;
            if (!in_list) broken_->shape = {};
            pending.push_back(std::move(*broken_));
        }
        broken_.reset();
    }

    /// A record at that token is larger than the limit: one finding stands for all of it.
    void reject_too_large(std::size_t kept, path_node const& where, std::uint32_t const* token) {
        drop(kept);
        ++summary.rejected;
        report(reading::record_too_large, where, token,
               concat("A record of more than ", options.max_record_bytes,
                      " bytes; it was passed over. Raise the limit if it is meant."));
    }

    // ---- records and documents ----

    /// A document begins at the cursor.
    void begin_document() {
        ++summary.documents;
        shape = {};
        unread.clear();
        listed = nullptr;
        refused_ = 0;
        depth = 0;
        set_document(offset());
        damage = offset() + 1;
        rejected_before_ = summary.rejected;
    }

    /// A document has ended, undamaged.
    void end_document() {
        summary.records += refused_;
        summary.rejected += refused_;
        hand_out();
    }

    /// What was read of the document at hand is to be read again.
    void abandon_document() {
        --summary.documents;
        broken_.reset();
        drop(0);
    }

    /// Whether a record of the document at hand was rejected: then no place in it is sure.
    bool has_rejected() const { return summary.rejected != rejected_before_; }

    /// The document at hand is larger than a record may be; it counts as one.
    void refuse_too_large() {
        refuse_record();
        drop(0);
        report(reading::record_too_large, path_node{}, nullptr,
               concat("More than ", options.max_record_bytes,
                      " bytes without a record; they were passed over. Raise the limit if they are meant."));
    }

    /// No object is where the document has its record.
    void refuse_record() { ++refused_; }

    /// What to restore when a record ends.
    struct outer {
        std::size_t findings;
        std::optional<unread_members> unread; ///< none if there were none
    };

    /// A backup record begins at the cursor.
    outer begin_record(path_node const& where) {
        set_record(summary.records++);
        set_origin(where, cursor.at);
        outer before{pending.size(), {}};
        if (!unread.empty()) [[unlikely]]
            before.unread = std::exchange(unread, {});
        return before;
    }

    /// A record has ended. Its findings are handed out in the order of the text.
    void end_record(outer&& before) {
        hand_out(before.findings);
        leave_record(std::move(before));
    }

    /// What was read of the record at hand is to be read again.
    void abandon_record(outer&& before) {
        --summary.records;
        broken_.reset();
        drop(before.findings);
        leave_record(std::move(before));
    }

    /// Whether a glance may tell that the record at hand is sound (see glance.hpp).
    bool can_glance() const { return latest && !history && unread.empty() && options.rules.empty(); }

    bool in_record() const { return record().has_value(); }

    /// Where the record at hand is that begins at that place of the piece.
    detail::record_position record_position(std::size_t offset) {
        auto const at = input_offset(offset);
        return {summary.documents - 1, *record(), at, input_line(at)};
    }

private:
    void leave_record(outer&& before) {
        set_record({});
        clear_origin();
        if (before.unread) [[unlikely]]
            unread = std::move(*before.unread);
        else if (!unread.empty()) unread.clear();
    }

    json::piece piece_;
    bool more_ = false;
    std::optional<finding> broken_;
    std::size_t rejected_before_ = 0;
    std::size_t refused_ = 0; ///< records of the document at hand that are no objects
};

} // namespace dynabackup
