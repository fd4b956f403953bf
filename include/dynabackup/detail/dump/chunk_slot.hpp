#pragma once
/// \file
/// A chunk of a dump, and what was found in it before its turn.

#include <dynabackup/detail/check/text_walk.hpp>
#include <dynabackup/detail/dump/chunk_reader.hpp>
#include <dynabackup/dump/record_collector.hpp>
#include <dynabackup/input_state.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace dynabackup::detail {

/// Forwards findings to a sink that can be changed.
struct redirected_sink final : finding_sink {
    finding_sink* to = nullptr;
    void take(finding&& found) override { to->take(std::move(found)); }
};

/// The objects that a thread needs to read text.
struct text_reader {
    text_reader(document_reader const& as, check_options const& chosen, std::size_t window_size)
        : documents(as.another()), session(chosen, &sink),
          walk(session, *documents, index, layout::any, window_size) {}

    redirected_sink sink;
    std::unique_ptr<document_reader> documents;
    json::structural_index index;
    text_session session;
    text_walk walk;
};

/// A chunk, and what was collected and found in it.
class chunk_slot final : finding_sink, speculation {
public:
    explicit chunk_slot(record_collector const& like) : records(like.another()) {}

    detail::chunk chunk;
    std::unique_ptr<record_collector> records;
    std::size_t sequence = 0; ///< the number of the chunk
    bool used = false;
    bool done = false; ///< no thread works on it

    /// Reads the chunk on the assumption that it begins at a place.
    void read_ahead(text_reader& with, walk_place const& there) {
        findings_.clear();
        listing_ = {};
        records->clear();
        failed_ = false;
        from_ = there;
        with.sink.to = this;
        with.session.visitor = records->visitor();
        with.session.set_listing(&listing_);
        with.session.speculation = this;
        with.walk.go_to(from_);
        with.session.summary().documents = in_document();
        auto const end = chunk.end();
        with.walk.read(chunk.text(), end == text_end::input && in_document() ? text_end::anywhere : end,
                       chunk.around());
        records->finish();
        counts_ = std::move(with.session.summary());
        end_ = with.walk.base();
        to_ = with.walk.place();
        read_ = !failed_;
    }

    /// Whether the chunk was read on the assumption that it begins at that place.
    bool was_read_from(walk_place const& there) const { return read_ && from_ == there; }

    /// Whether the findings in the chunk are valid after these pages.
    bool may_follow(dynabackup::listing const& pages) const { return !pages.is_repeated_by(listing_); }

    /// Forgets that the chunk was read.
    void forget() { read_ = false; }

    /// Moves a walk from the beginning of the chunk to the place where reading ahead ended. Findings get their places
    /// in the input, and go to the sink. \return The number of bytes of the chunk up to that place.
    std::size_t adopt(text_session& s, text_walk& walk, finding_sink& sink) {
        auto const base = walk.base();
        auto move = [&](finding& f) {
            bool const in_list = in_document() && f.document == 0;
            auto const at = json::absolute(base, {f.offset, f.line, f.column, f.character});
            std::tie(f.offset, f.line, f.column, f.character) =
                std::tie(at.offset, at.line, at.column, at.character);
            f.document += s.summary().documents - in_document();
            if (f.record) *f.record += s.summary().records;
            if (in_list)
                f.path = count_from(std::move(f.path), from_.resume.objects.size(), s.read.resume.list.index);
        };
        for (auto& f : findings_) {
            move(f);
            sink.take(std::move(f));
        }
        if (listing_.pages() != 0) {
            s.findings.listing->add_pages(listing_);
            if (auto held = listing_.end()) {
                move(*held);
                s.findings.listing->hold(std::move(*held));
            }
        }
        records->move({s.summary().documents - in_document(), s.summary().records, base.offset}, base.line);
        counts_.documents -= in_document();
        s.summary() += counts_;
        walk.follow(std::move(to_), json::absolute(base, end_));
        return end_.offset;
    }

private:
    /// Returns 1 if the chunk begins in a document, else 0. The findings of the chunk count that document as the first.
    /// The counts of the input already include it.
    std::size_t in_document() const { return from_.state.phase == walk_phase::in_records ? 1 : 0; }

    /// Adds to the index that follows the first `steps` steps of a path.
    static std::string count_from(std::string path, std::size_t steps, std::size_t more) {
        std::size_t slash = 0;
        for (; steps != 0 && slash != path.npos; --steps) slash = path.find('/', slash + 1);
        if (slash == path.npos) return path; // the path of the list itself
        std::size_t const end = std::min(path.find('/', slash + 1), path.size());
        std::size_t index = 0;
        for (auto i = slash + 1; i < end; ++i) index = 10 * index + static_cast<std::size_t>(path[i] - '0');
        return path.replace(slash + 1, end - slash - 1, std::to_string(index + more));
    }

    /// The number of findings that are kept. If there are more, the chunk is read again in its turn.
    static constexpr std::size_t most_findings = 4096;

    void take(finding&& found) override {
        if (findings_.size() == most_findings) failed_ = true;
        else findings_.push_back(std::move(found));
    }

    mark here(text_session const& s) const override {
        auto const& counts = s.summary();
        return {findings_.size(),        counts.records,  counts.items,
                counts.damaged_passages, counts.rejected, records->size()};
    }
    void back_to(text_session& s, mark const& before) override {
        if (failed_) return;
        for (auto i = before.findings; i < findings_.size(); ++i) s.summary().uncount(findings_[i]);
        findings_.resize(before.findings);
        s.summary().records = before.records;
        s.summary().items = before.items;
        s.summary().damaged_passages = before.damaged_passages;
        s.summary().rejected = before.rejected;
        records->truncate(before.visited);
    }
    void fail() override { failed_ = true; }

    std::vector<finding> findings_;
    dynabackup::listing listing_;
    summary counts_;
    walk_place from_, to_; ///< the assumed beginning of reading, and its end
    json::position end_;   ///< from the start of the chunk
    bool read_ = false;
    bool failed_ = false;
};

} // namespace dynabackup::detail
