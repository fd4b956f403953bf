#pragma once
/// \file
/// Writes generated exports. Defines the functions that generate_export.hpp declares.

#include <dynabackup/testing/detail/export_defects.hpp>
#include <dynabackup/testing/generate_export.hpp>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace dynabackup::testing {

namespace detail {

/// Breaks the chosen rule with one of these members; all are null if no rule is chosen.
struct chosen_defect {
    export_defect const* of_export = nullptr;
    model_mutation const* of_model = nullptr; ///< of the summary, or of an item
    item_text_mutation const* of_text = nullptr;

    bool in_summary() const {
        return of_model && of_model->shape == &shape_table_of<table_export::ManifestSummary>;
    }
    bool in_line() const {
        return of_text || (of_model && !in_summary()) || (of_export && of_export->in_line);
    }
    explicit operator bool() const { return of_export || of_model || of_text; }
};

inline chosen_defect find_defect(std::string_view rule_id) {
    for (auto const& d : export_defects)
        if (d.rule->id == rule_id) return {.of_export = &d};
    for (auto const& m : export_mutations)
        if (m.rule->id == rule_id) return {.of_model = &m};
    for (auto const& m : item_text_mutations)
        if (m.rule->id == rule_id) return {.of_text = &m};
    return {};
}

/// Whether only an incremental export can break the rule.
inline bool needs_changes(std::string_view rule_id) {
    return rule_id == exported::window.id ||
           std::ranges::any_of(exported::of_changes, [&](auto const* r) { return r->id == rule_id; });
}

/// An export that is being written.
class export_draft {
public:
    export_draft(std::string const& folder, std::uint64_t seed, export_options const& chosen)
        : plan_(seed, chosen, chosen.is_incremental || needs_changes(chosen.violated_rule)),
          defect_(find_defect(chosen.violated_rule)),
          threads_(chosen.threads ? chosen.threads : std::max(1U, std::thread::hardware_concurrency())) {
        if (defect_.in_line()) choose_line();
        if (defect_.in_summary()) defect_.of_model->apply(nullptr, &plan_.summary, plan_.s);
        if (plan_.summary.export_from_time) // which the defect may have changed
            plan_.from = std::chrono::floor<std::chrono::milliseconds>(
                plan_.summary.export_from_time->time_since_epoch());
        to_.emplace(folder, plan_.summary);
    }

    generated_export write() {
        generated_export made;
        made.key = plan_.items.key();
        made.problem = write_files();
        made.summary = to_->summary();
        made.files = files_.size();
        return made;
    }

private:
    /// Chooses the line to break. It has a new item, so it is not a deletion. It is not the first line if there are two
    /// or more.
    void choose_line() {
        auto line = plan_.s.random().next() % plan_.lines;
        if (line == 0 && plan_.lines > 1) line = 1;
        if (plan_.is_incremental && plan_.deletes(line)) line -= 2;
        bad_line_ = line;
        plan_.append_line(bad_text_, line);
        if (defect_.of_text) mutate_item(bad_text_, *defect_.of_text, plan_);
        else if (defect_.of_model) mutate_item(bad_text_, *defect_.of_model, plan_);
        else defect_.of_export->in_line(bad_text_, plan_);
    }

    /// Writes all files. Returns why that failed; empty on success.
    std::string write_files() {
        if (!to_->create()) return to_->problem();
        if (auto const problem = write_data(); !problem.empty()) return problem;
        auto const* const own = defect_.of_export;
        auto& summary = to_->summary();
        for (auto const bytes : text_bytes_) summary.billed_size_bytes += bytes;
        if (own && own->in_list) own->in_list(files_, plan_);
        for (auto const& file : files_) summary.item_count += file.item_count;
        if (own && own->in_summary) own->in_summary(summary, plan_);
        if (!to_->write_files(files_) || !to_->write_summary()) return to_->problem();
        if (own && own->in_files) own->in_files(*to_, files_, plan_);
        return {};
    }

    /// Writes the data files, several at a time. Returns why that failed; empty on success.
    std::string write_data() {
        auto const n = plan_.files();
        files_.resize(n);
        text_bytes_.resize(n);
        std::atomic<std::size_t> next = 0;
        std::mutex mutex;
        std::string problem;
        auto const work = [&] {
            for (std::size_t i; (i = next++) < n;) {
                auto const why = write_data_file(i);
                if (why.empty()) continue;
                std::lock_guard const lock(mutex);
                problem = why;
                next = n; // the other threads also end
            }
        };
        std::vector<std::thread> others(std::min<std::size_t>(threads_, n) - 1);
        for (auto& one : others) one = std::thread(work);
        work();
        for (auto& one : others) one.join();
        return problem;
    }

    std::string write_data_file(std::size_t index) {
        auto const key = to_->data_key(index);
        table_export::data_file_writer out(to_->path_of(key));
        std::string text;
        constexpr std::size_t enough = 65'536;
        for (auto line = plan_.first_line(index), end = plan_.first_line(index + 1);
             line < end && out.problem().empty(); ++line) {
            if (line == bad_line_) text += bad_text_;
            else plan_.append_line(text, line);
            text += '\n';
            if (text.size() < enough) continue;
            out.add(text);
            text.clear();
        }
        out.add(text);
        files_[index] = out.close(key);
        text_bytes_[index] = out.text_bytes();
        return out.problem();
    }

    export_plan plan_;
    chosen_defect defect_;
    unsigned threads_;
    std::optional<std::uint64_t> bad_line_;
    std::string bad_text_;
    std::optional<table_export::export_writer> to_;
    data_files files_;
    std::vector<std::int64_t> text_bytes_; ///< of each file
};

/// Returns why there is no such export; empty if there is one.
inline std::string misuse_of(export_options const& chosen) {
    auto const& rule_id = chosen.violated_rule;
    bool const changes = chosen.is_incremental || needs_changes(rule_id);
    auto const day = chosen.documents.edition;
    auto const first = changes ? exported::incremental_exports : exported::full_exports;
    if (day < first)
        return (changes ? "incremental exports exist since " : "exports exist since ") + to_text(first) +
               ", but not on " + to_text(day);
    if (rule_id.empty()) return {};
    auto const defect = find_defect(rule_id);
    std::string const name(rule_id);
    if (!defect)
        return name + " cannot be broken by an export: it is not in the families export, change and item";
    if (defect.in_line() && chosen.items == 0)
        return name + " is broken in a line, but the export is to have no lines";
    if (rule_id == item::key_twice.id && chosen.items < 2) return name + " needs two items";
    if (changes && (rule_id == item::key.id || rule_id == item::key_twice.id))
        return name + " is a rule of full exports, not of incremental ones";
    return {};
}

} // namespace detail

DYNABACKUP_INLINE generated_export generate_export(std::string const& folder, std::uint64_t seed,
                                                   export_options const& chosen) {
    if (auto const misuse = detail::misuse_of(chosen); !misuse.empty()) return {.problem = misuse};
    return detail::export_draft(folder, seed, chosen).write();
}

} // namespace dynabackup::testing
