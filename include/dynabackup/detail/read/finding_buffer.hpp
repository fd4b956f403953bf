#pragma once
/// \file
/// Makes the findings of the current record or document, finds their places, and hands them out in the order of the
/// text.

#include <dynabackup/detail/check/selection.hpp>
#include <dynabackup/detail/config.hpp>
#include <dynabackup/detail/json/cursor.hpp>
#include <dynabackup/detail/json/line_counter.hpp>
#include <dynabackup/detail/json/locator.hpp>
#include <dynabackup/detail/json/syntax_hint.hpp>
#include <dynabackup/detail/read/finding_quota.hpp>
#include <dynabackup/detail/util/concat.hpp>
#include <dynabackup/model/listing.hpp>
#include <dynabackup/model/path.hpp>
#include <dynabackup/options.hpp>
#include <dynabackup/report.hpp>
#include <dynabackup/rules/reading.hpp>

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace dynabackup::detail {

class finding_buffer {
public:
    /// Findings go to the sink when they are handed out. Without a sink they stay in `pending`.
    explicit finding_buffer(dynabackup::check_options const& chosen, finding_sink* sink)
        : options(chosen), sink_(sink) {}
    finding_buffer(finding_buffer const&) = delete;
    finding_buffer& operator=(finding_buffer const&) = delete;

    dynabackup::check_options const& options;
    std::vector<finding> pending; ///< of the current record or document
    dynabackup::summary summary;
    std::string_view shape;                 ///< what the document is read as
    dynabackup::listing* listing = nullptr; ///< the pages of the input; null: they are not noted

    bool is_active(rule const& r) const { return dynabackup::is_active(r, options); }

    /// Notes a defect at a token. If `token` is null, the value is absent, and the place is that of `around`.
    void report(rule const& r, path_node const& where, std::uint32_t const* token, std::string message,
                std::uint32_t const* around = nullptr) {
        if (muted_ || !is_active(r) || is_surplus(r)) return;
        finding f = make(r, to_pointer(where), std::move(message));
        if (auto const* place = token ? token : around) put(f, *place, token);
        pending.push_back(std::move(f));
    }

    /// Notes a defect of a whole document. `first`: its first token; null if that is in an earlier window.
    void report_document(rule const& r, path_node const& where, std::uint32_t const* first,
                         std::string message) {
        report(r, where, nullptr, std::move(message), first);
    }

    /// Notes a defect of a member's name. The finding has the member's value, and the place of its name.
    void report_member(rule const& r, path_node const& where, std::uint32_t const* key,
                       std::uint32_t const* value, std::string message) {
        if (muted_ || !is_active(r) || is_surplus(r)) return;
        finding f = make(r, to_pointer(where), std::move(message));
        put(f, *key, value);
        f.name = locator_.raw(key, longest_value);
        pending.push_back(std::move(f));
    }

    /// Notes that another page follows, if the token is that of a text that is not empty.
    void report_page_token(path_node const& where, std::uint32_t const* token) {
        auto const text = locator_.raw(token, longest_value);
        if (listing && text.starts_with('"') && text != "\"\"")
            report(dump::incomplete_listing, where, token, std::string(dump::incomplete_message));
    }

    // ---- text that is not JSON ----

    /// Notes that the text is not JSON, with the error of the cursor, unless that has been noted.
    void report_syntax(path_node const& where, json::cursor const& cursor) {
        if (broken_) return;
        auto const text = cursor.text();
        auto const hint = json::syntax_hint(text, static_cast<std::size_t>(cursor.error.place - text.data()));
        report_syntax(where, cursor.error.place,
                      concat("Not JSON: ", cursor.error.what, '.', hint.empty() ? "" : " ", hint));
    }
    void report_syntax(path_node const& where, char const* place, std::string message) {
        broken_ = make(reading::syntax, to_pointer(where), std::move(message));
        broken_->offset = input_offset(static_cast<std::size_t>(place - window_begin_));
    }
    bool is_broken() const { return broken_.has_value(); }
    /// Takes the finding that the text is not JSON, if there is one.
    std::optional<finding> take_broken() { return std::exchange(broken_, std::nullopt); }
    void set_broken(std::optional<finding> why) { broken_ = std::move(why); }

    /// Takes the first error in the text, if there is one.
    std::optional<finding> take_first_error() {
        if (broken_) pending.push_back(*take_broken());
        finding* first = nullptr;
        for (auto& f : pending)
            if (f.severity == severity::error && (!first || f.offset < first->offset)) first = &f;
        if (!first) return std::nullopt;
        place(*first);
        return std::move(*first);
    }

    // ---- defects of values ----

    /// Notes a defect of a value of a model, `steps` below the object at `where`.
    void report_below(rule const& r, path_node const& where, std::initializer_list<path_step> steps,
                      std::string message) {
        report_below(r, where, std::span(steps.begin(), steps.end()), std::move(message));
    }
    void report_below(rule const& r, path_node const& where, std::span<path_step const> steps,
                      std::string message) {
        if (!is_active(r) || is_surplus(r)) return;
        finding f = make(r, to_pointer(where), std::move(message));
        for (auto const& s : steps) append_step(f.path, s);
        if (origin_) {
            way_.assign(steps.begin(), steps.end());
            for (auto const* n = &where; n != origin_; n = n->parent) way_.insert(way_.begin(), n->last);
            find_place(f);
        }
        pending.push_back(std::move(f));
    }

    /// Sets the token of the value that rules read, so that places below it can be found.
    void set_origin(path_node const& where, std::uint32_t const* token) {
        origin_ = &where;
        origin_token_ = token;
    }

    /// Does as set_origin for a document that began in an earlier text, and of which only the rest is known.
    void set_origin_rest(path_node const& where, std::uint32_t const* rest) {
        set_origin(where, nullptr);
        origin_rest_ = rest;
    }

    void clear_origin() { origin_ = nullptr, origin_token_ = origin_rest_ = nullptr; }

    /// While muted, defects are not noted, because the text has been read before.
    void mute(bool on) { muted_ = on; }

    /// Whether enough findings were handed out for reading to stop (check_options::stop_after).
    bool stopped() const { return stopped_; }

    /// Hands out the pending findings after the first `kept`, in the order of the text.
    void hand_out(std::size_t kept = 0) {
        if (sink_ && pending.size() != kept) [[unlikely]]
            hand_out_behind(kept);
    }

    /// Takes back the pending findings after the first `kept`.
    void drop(std::size_t kept) {
        pending.erase(pending.begin() + static_cast<std::ptrdiff_t>(kept), pending.end());
        quota_.clear();
    }

    /// Gives a finding its line and column, if it has none yet.
    void place(finding& f) {
        if (f.line != 0) return;
        bool const before = f.offset < base_.offset;
        auto const at = before ? document_ : input_place(f.offset);
        f.line = at.line;
        f.column = at.column;
        f.character = at.character;
        auto copy = before ? document_source_ : source_at(at);
        f.source = std::move(copy.text);
        f.source_place = copy.place;
    }

    /// Continues the input with this text, which begins at `base`. Pending findings keep their places in the earlier
    /// text. `around`: this text and what else is known of the input, for excerpts.
    void open_text(std::string_view text, json::position base, std::string_view around) {
        base_ = base;
        text_ = text.data();
        around_ = around;
        before_ = static_cast<std::size_t>(text.data() - around.data());
        lines_ = json::line_counter(text);
    }

    /// Finds the places of the pending findings, and, if the input continues, of the current document.
    void close_text(bool more) {
        for (auto& f : pending) place(f);
        if (!more || document_.offset < base_.offset) return;
        document_ = input_place(document_.offset);
        document_source_ = source_at(document_);
    }

    /// Returns the place in the input of an offset of the text. Calls in ascending order read the text once.
    json::position text_place(std::size_t offset) { return json::absolute(base_, lines_.at(offset)); }

    /// Return the offset in the text, and in the input, of an offset of the window.
    std::size_t text_offset(std::size_t offset) const { return window_ + offset; }
    std::size_t input_offset(std::size_t offset) const { return base_.offset + text_offset(offset); }

    /// Sets the window of the text to which offsets refer.
    void open_window(std::string_view window) {
        window_begin_ = window.data();
        window_ = static_cast<std::size_t>(window.data() - text_);
        locator_.open(window, options.names == spelling::any);
        clear_origin();
    }

    void set_document(std::size_t offset) { document_ = {input_offset(offset), 0, 0, 0}; }
    void set_record(std::optional<std::size_t> index) { record_ = index; }
    std::optional<std::size_t> record() const { return record_; }

    /// Return the place, and the line, of an offset of the input. Lines are counted only up to there. \pre The offset
    /// is in the current text.
    json::position input_place(std::size_t offset) { return text_place(offset - base_.offset); }
    std::size_t input_line(std::size_t offset) {
        return base_.line - 1 + lines_.line_at(offset - base_.offset);
    }

    /// Begins another text.
    void restart() {
        summary = {};
        shape = {};
        pending.clear();
        broken_.reset();
    }

private:
    static constexpr std::size_t longest_value = 120;

    /// Whether a finding of a rule is only counted. Without a sink all findings are kept.
    bool is_surplus(rule const& r) { return sink_ && quota_.refuses(r, pending); }

    finding make(rule const& r, std::string path, std::string message) const {
        finding f;
        f.rule = &r;
        f.severity = severity_of(r, options);
        f.path = std::move(path);
        f.message = std::move(message);
        f.shape = shape;
        f.document = summary.documents ? summary.documents - 1 : 0;
        f.record = record_;
        f.offset = document_.offset; // unless a better place is found
        return f;
    }

    DYNABACKUP_NOINLINE void hand_out_behind(std::size_t kept) {
        std::vector<finding*> order;
        for (std::size_t i = kept; i < pending.size(); ++i) order.push_back(&pending[i]);
        std::sort(order.begin(), order.end(), [](finding const* a, finding const* b) {
            return std::tie(a->offset, a->path, a->rule->id) < std::tie(b->offset, b->path, b->rule->id);
        });
        if (!stopped_) quota_.settle(order, options, summary);
        for (auto* f : order) {
            if (stopped_) break;
            place(*f);
            if (listing && f->rule == &dump::incomplete_listing) {
                listing->hold(std::move(*f)); // another page may follow
                continue;
            }
            summary.count(*f);
            finding told = std::move(*f); // its texts are freed when it is taken, not when all are
            sink_->take(std::move(told));
            stopped_ = ++handed_out_ == options.stop_after;
        }
        drop(kept);
    }

    /// A part of a line.
    struct line_part {
        std::string text;
        std::size_t place = 0;
    };

    /// Returns the part of the line around a place of the text.
    line_part source_at(json::position const& place) const {
        std::size_t const most = options.excerpt_bytes;
        if (most == 0) return {};
        std::size_t const at = before_ + (place.offset - base_.offset);
        auto const left = around_.substr(at - std::min(at, most), std::min(at, most));
        std::size_t const before = left.size() - (left.rfind('\n') + 1); // without one: all of it
        auto const right = around_.substr(at, most);
        auto const end = right.find('\n');
        std::size_t const behind = end == right.npos ? right.size() : end + 1;
        return {std::string(around_.substr(at - before, before + behind)), before};
    }

    /// Sets the offset of a finding, and its value, if a token is given.
    void put(finding& f, std::size_t offset, std::uint32_t const* token) {
        f.offset = input_offset(offset);
        if (token) f.value = locator_.raw(token, longest_value);
    }

    void find_place(finding& f) {
        auto const* from = origin_token_;
        std::span<path_step const> way = way_;
        std::string path = to_pointer(*origin_);
        if (!from && origin_rest_ && !way.empty()) {
            from = locator_.find_member(origin_rest_, way.front().name());
            append_step(path, from ? locator_.found_name() : way.front().name());
            way = way.subspan(1);
        }
        if (!from) return;
        auto const found = locator_.find(from, way);
        put(f, *found.token, found.found ? found.token : nullptr);
        if (options.names == spelling::exact) return;
        for (std::size_t i = 0; i < way.size(); ++i)
            append_step(path,
                        i < found.depth && !way[i].is_index() ? path_step(locator_.spelled(i)) : way[i]);
        f.path = std::move(path);
    }

    finding_sink* sink_;
    json::position base_;        ///< of the text
    char const* text_ = nullptr; ///< its first byte
    std::size_t window_ = 0;     ///< where the current window begins in the text
    char const* window_begin_ = nullptr;
    std::string_view around_;   ///< the text, with the known bytes before and after it
    std::size_t before_ = 0;    ///< the number of its bytes before the text
    json::position document_;   ///< where the current document begins; line and column may not be known yet
    line_part document_source_; ///< the document's line, if the document began in an earlier text
    json::line_counter lines_;
    json::locator locator_;
    std::vector<path_step> way_;
    path_node const* origin_ = nullptr;
    std::uint32_t const* origin_token_ = nullptr;
    std::uint32_t const* origin_rest_ = nullptr;
    std::optional<std::size_t> record_;
    finding_quota quota_;
    std::optional<finding> broken_;
    bool muted_ = false;
    std::size_t handed_out_ = 0; ///< findings
    bool stopped_ = false;
};

} // namespace dynabackup::detail
