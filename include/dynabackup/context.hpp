#pragma once
/// \file
/// What reading and validating one text share: options, findings, counts, and the record at hand.

#include <dynabackup/concat.hpp>
#include <dynabackup/finding.hpp>
#include <dynabackup/json/cursor.hpp>
#include <dynabackup/json/line_counter.hpp>
#include <dynabackup/json/locator.hpp>
#include <dynabackup/json/recovery.hpp>
#include <dynabackup/options.hpp>
#include <dynabackup/path.hpp>
#include <dynabackup/rules/reading.hpp>
#include <dynabackup/summary.hpp>
#include <dynabackup/unread.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace dynabackup {

namespace detail {
struct record_readers;
}

class context {
public:
    /// Findings go to the sink when their record or document ends; without one they stay in `pending`.
    explicit context(dynabackup::options const& chosen, finding_sink* sink = nullptr)
        : options(chosen), latest(chosen.edition >= edition::newest), sink_(sink) {}

    dynabackup::options const& options;
    bool const latest;            ///< every member and enumerator of the model is known
    json::cursor cursor;          ///< where reading is
    std::string scratch;          ///< for strings with escapes
    std::size_t depth = 0;        ///< of the containers around the cursor
    std::size_t damage = 0;       ///< if the text is broken here, where to look for what can be read
    std::vector<finding> pending; ///< of the record or document at hand
    dynabackup::summary summary;
    unread_members unread; ///< of the record or document at hand
    detail::record_readers const* records =
        nullptr;                          ///< how to read the document's records; null: as any object
    std::string_view shape;               ///< what the document is read as
    void const* listed = nullptr;         ///< the list of records of the document, which keeps the last only
    std::optional<std::size_t> list_size; ///< how many it had; none if damage hides that

    /// Starts on a text with an index that outlives the reading; a byte order mark is passed over. `names`: the
    /// members that may begin a record or a document, by which reading goes on after damage.
    void open(std::string_view text, json::structural_index& index, std::span<std::string_view const> names) {
        marks_ = json::landmarks(text, names);
        lines_ = json::line_counter(text);
        locator_ = json::locator(text);
        too_long_ = text.size() > json::max_text_size;
        if (too_long_) {
            cursor = json::cursor(text.substr(0, 0), nullptr, nullptr, true);
            return;
        }
        bool const marked = text.starts_with(byte_order_mark);
        if (!index.build(text)) return start_tolerant(marked ? byte_order_mark.size() : 0);
        auto const* const first = index.begin();
        if (!marked) start(first, index.end(), true);
        else if (is_behind_mark(text)) start(first + 1, index.end(), true);
        else start_tolerant(byte_order_mark.size()); // the first token lacks a beginning of its own
    }

    /// Moves the cursor to a landmark; tokens are looked for anew if damage before it has hidden it.
    void resume_at(std::size_t landmark) {
        auto const* const found = std::lower_bound(first_token_, cursor.last, landmark);
        if (found != cursor.last && *found == landmark) cursor.at = found;
        else start_tolerant(landmark);
    }

    json::landmarks const& marks() const { return marks_; }

    bool in_record() const { return in_record_; }

    // ---- findings ----

    bool is_active(rule const& r) const {
        if (options.edition < r.since || options.edition > r.until) return false;
        auto chosen = [&](std::string const& id) { return selects(id, r.id); };
        if (!options.only.empty() && std::ranges::none_of(options.only, chosen)) return false;
        return std::ranges::none_of(options.disable, chosen);
    }

    /// Notes a defect at a token; `token` null: the value is absent, and the place is that of `around`.
    void report(rule const& r, path_node const& where, std::uint32_t const* token, std::string message,
                std::uint32_t const* around = nullptr) {
        if (!is_active(r)) return;
        finding f = make(r, to_pointer(where), std::move(message));
        if (token) f.value = locator_.raw(token, longest_value);
        if (auto const* place = token ? token : around) f.offset = *place;
        pending.push_back(std::move(f));
    }

    /// Notes a defect of a model's value: `steps` below the object at `where`.
    void report_below(rule const& r, path_node const& where, std::initializer_list<step> steps,
                      std::string message) {
        if (!is_active(r)) return;
        finding f = make(r, to_pointer(where), std::move(message));
        for (auto const& s : steps) detail::append_step(f.path, s);
        if (origin_token_) {
            way_.assign(steps.begin(), steps.end());
            for (auto const* n = &where; n != origin_; n = n->parent) way_.insert(way_.begin(), n->last);
            auto const place = locator_.find(origin_token_, way_);
            f.offset = *place.token;
            if (place.found) f.value = locator_.raw(place.token, longest_value);
        }
        pending.push_back(std::move(f));
    }

    /// Notes that the text is not JSON, as the cursor says; nested callers unwind. Always false.
    bool report_syntax(path_node const& where) {
        if (!broken_) {
            broken_ = make(reading::syntax, to_pointer(where),
                           too_long_ ? "Longer than 4 GiB: read it in pieces."
                                     : concat("Not JSON: ", cursor.error.what, '.'));
            broken_->offset = static_cast<std::size_t>(cursor.error.place - cursor.text().data());
        }
        return false;
    }

    // ---- records and documents ----

    /// A document begins at the cursor.
    void begin_document() {
        ++summary.documents;
        unread.clear();
        listed = nullptr;
        refused_ = 0;
        depth = 0;
        document_offset_ = *cursor.at;
        damage = document_offset_ + 1;
    }

    /// A document has ended, undamaged.
    void end_document() {
        summary.records += refused_;
        summary.rejected += refused_;
        hand_out();
    }

    /// No object is where the document has its record.
    void refuse_record() { ++refused_; }

    /// What to restore when a record ends.
    struct outer {
        std::size_t findings;
        unread_members unread;
    };

    /// A backup record begins at the cursor.
    outer begin_record(path_node const& where) {
        in_record_ = true;
        record_ = summary.records++;
        set_origin(where, cursor.at);
        return {pending.size(), std::exchange(unread, {})};
    }

    /// A record has ended. Its findings are handed out in the order of the text.
    void end_record(outer&& before) {
        hand_out(before.findings);
        in_record_ = false;
        record_.reset();
        origin_token_ = nullptr;
        unread = std::move(before.unread);
    }

    /// A stretch of the text is not JSON: one finding stands for all of it, and it counts as one record.
    /// Takes back the findings behind the first `kept`.
    void reject(std::size_t kept) {
        pending.erase(pending.begin() + static_cast<std::ptrdiff_t>(kept), pending.end());
        auto const record = in_record_ ? *record_ : summary.records++;
        ++summary.rejected;
        if (broken_ && is_active(reading::syntax)) {
            broken_->record = record;
            pending.push_back(std::move(*broken_));
        }
        broken_.reset();
    }

    bool is_broken() const { return broken_.has_value(); }

    /// The finding that the text is not JSON, if it is not.
    std::optional<finding> take_broken() { return std::exchange(broken_, std::nullopt); }

    /// Rules that read the value at that token find places below it.
    void set_origin(path_node const& where, std::uint32_t const* token) {
        origin_ = &where;
        origin_token_ = token;
    }

    /// Hands out what is pending behind the first `kept` findings, in the order of the text.
    void hand_out(std::size_t kept = 0) {
        if (!sink_ || pending.size() == kept) return;
        std::vector<finding*> order;
        for (std::size_t i = kept; i < pending.size(); ++i) order.push_back(&pending[i]);
        std::sort(order.begin(), order.end(), [](finding const* a, finding const* b) {
            return std::tie(a->offset, a->path, a->rule->id) < std::tie(b->offset, b->path, b->rule->id);
        });
        for (auto* f : order) {
            place(*f);
            summary.count(*f);
            sink_->take(std::move(*f));
        }
        pending.erase(pending.begin() + static_cast<std::ptrdiff_t>(kept), pending.end());
    }

    /// Gives a finding its line and column.
    void place(finding& f) {
        auto const at = lines_.at(f.offset);
        f.line = at.line;
        f.column = at.column;
    }

private:
    static constexpr std::size_t longest_value = 120;

    static constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

    /// Whether the token of the byte order mark is that and nothing else.
    static bool is_behind_mark(std::string_view text) {
        auto const rest = text.substr(byte_order_mark.size());
        return rest.empty() || json::is_space(rest[0]) || rest[0] == '{' || rest[0] == '[';
    }

    void start(std::uint32_t const* first, std::uint32_t const* last, bool checked) {
        first_token_ = first;
        cursor = json::cursor(marks_.text(), first, last, checked);
    }

    void start_tolerant(std::size_t from) {
        tolerant_.build(marks_, from);
        start(tolerant_.begin(), tolerant_.end(), false);
    }

    finding make(rule const& r, std::string path, std::string message) const {
        finding f;
        f.rule = &r;
        f.severity = r.severity;
        if (&r == &reading::unknown_member && options.strict) f.severity = severity::error;
        f.path = std::move(path);
        f.message = std::move(message);
        f.shape = shape;
        f.document = summary.documents ? summary.documents - 1 : 0;
        f.record = record_;
        f.offset = document_offset_; // unless there is a better place
        return f;
    }

    finding_sink* sink_;
    json::landmarks marks_;
    json::tolerant_index tolerant_;
    std::uint32_t const* first_token_ = nullptr;
    json::line_counter lines_;
    json::locator locator_;
    std::vector<step> way_;
    std::optional<finding> broken_;
    path_node const* origin_ = nullptr;
    std::uint32_t const* origin_token_ = nullptr;
    bool in_record_ = false;
    std::optional<std::size_t> record_;
    std::size_t document_offset_ = 0;
    std::size_t refused_ = 0; ///< records of the document at hand that are no objects
    bool too_long_ = false;
};

} // namespace dynabackup
