#pragma once
/// \file
/// Findings, their counts, and the report that has both.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/model/rule.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup {

/// One defect. `line` is 0 if the finding has no place in a text: the value was built in C++, or the finding is about a
/// file of an export as a whole.
struct finding {
    dynabackup::rule const* rule = nullptr;          ///< never null in a finding that the library reports
    dynabackup::severity severity = severity::error; ///< the rule's, unless the options say otherwise
    std::string path;                                ///< JSON Pointer (RFC 6901) from the document's root
    std::string message;               ///< what is wrong, what is allowed, what to do; no fixed wording
    std::optional<std::string> value;  ///< the raw JSON text at the path, at most 120 bytes; none if absent
    std::string_view shape;            ///< what the document was read as; empty if it was not recognised
    std::size_t document = 0;          ///< index of the document in its text
    std::optional<std::size_t> record; ///< index of the backup record in its text
    std::size_t offset = 0;            ///< bytes from the start of the text, from 0
    std::size_t line = 0;              ///< from 1
    std::size_t column = 0;            ///< bytes from the start of the line, from 1
    std::size_t character = 0; ///< code points from the start of the line, from 1, without a byte order mark
    /// The part of the line around the place, if check_options::excerpt_bytes is not 0; with the line's end if that is
    /// in it.
    std::string source = {};
    std::size_t source_place = 0; ///< the finding's place: bytes from the start of `source`, from 0
    /// The raw JSON text of a member's name, at most 120 bytes, if the finding is about the name: its place is the
    /// name's.
    std::optional<std::string> name = {};

    /// Returns the text at the place, as far as the finding has it: the name, the value, or nothing.
    std::string_view marked() const {
        auto const& text = name ? name : value;
        return text ? std::string_view(*text) : std::string_view();
    }
};

/// Receives findings one by one, in the order of the documents and records.
class finding_sink {
public:
    virtual ~finding_sink() = default;
    /// Receives the next finding.
    virtual void take(finding&& found) = 0;
};

/// Counts over one text, or added up over many.
struct summary {
    std::size_t documents = 0; ///< top-level JSON documents; the elements of an array of documents
    std::size_t records = 0;   ///< backup records seen; a damaged passage counts as one
    std::size_t items = 0; ///< items and changes of items seen, including damaged ones; not among the records
    std::size_t rejected =
        0; ///< records and items that are damaged, too large or not objects; the others were checked
    std::size_t unreadable_inputs = 0;              ///< inputs that could not be opened, or read to their end
    std::array<std::size_t, 3> findings{};          ///< by severity
    std::map<std::string_view, std::size_t> rules;  ///< findings by rule id
    std::map<std::string_view, std::size_t> shapes; ///< documents by what they were read as

    /// The number of damaged passages that may be records or items. While a text is read, `records` includes these, and
    /// all items.
    std::size_t damaged_passages = 0;

    /// Separates items from records, after the text has ended. In a text with items and without a backup, damaged
    /// passages are items.
    void settle_items() {
        if (items != 0 && items + damaged_passages == records) items = records;
        records -= items;
        damaged_passages = 0;
    }

    /// Returns the number of findings of that severity.
    std::size_t count(severity level) const { return findings[static_cast<std::size_t>(level)]; }

    /// Adds a finding.
    void count(finding const& f);

    /// Reverts `count`.
    void uncount(finding const& f);

    /// Adds the counts of another text.
    summary& operator+=(summary const& other);
};

/// The findings, in the order of the records and documents, and the counts.
class report final : public finding_sink {
public:
    /// Iterates over findings.
    using const_iterator = std::vector<finding>::const_iterator;

    const_iterator begin() const { return findings_.begin(); } ///< the first finding
    const_iterator end() const { return findings_.end(); }     ///< after the last one
    std::size_t size() const { return findings_.size(); }      ///< the number of findings of any severity
    [[nodiscard]] bool empty() const {
        return findings_.empty();
    } ///< whether there are no findings, not even notes
    finding const& operator[](std::size_t i) const { return findings_[i]; } ///< the finding of that index

    /// Whether no finding is an error.
    [[nodiscard]] bool ok() const {
        return std::none_of(findings_.begin(), findings_.end(),
                            [](finding const& f) { return f.severity == severity::error; });
    }

    /// Returns the counts.
    dynabackup::summary const& summary() const { return counts_; }

    /// Adds a finding. For the code that fills the report.
    void take(finding&& found) override { findings_.push_back(std::move(found)); }
    /// Sets the counts. For the code that fills the report.
    void set_summary(dynabackup::summary counts) { counts_ = std::move(counts); }

private:
    std::vector<finding> findings_;
    dynabackup::summary counts_;
};

} // namespace dynabackup

#if DYNABACKUP_DEFINE

namespace dynabackup {

DYNABACKUP_INLINE void summary::count(finding const& f) {
    ++findings[static_cast<std::size_t>(f.severity)];
    ++rules[f.rule->id];
}

DYNABACKUP_INLINE void summary::uncount(finding const& f) {
    --findings[static_cast<std::size_t>(f.severity)];
    if (auto const of_rule = rules.find(f.rule->id); --of_rule->second == 0) rules.erase(of_rule);
}

DYNABACKUP_INLINE summary& summary::operator+=(summary const& other) {
    documents += other.documents;
    records += other.records;
    items += other.items;
    damaged_passages += other.damaged_passages;
    rejected += other.rejected;
    unreadable_inputs += other.unreadable_inputs;
    for (std::size_t i = 0; i < findings.size(); ++i) findings[i] += other.findings[i];
    for (auto const& [id, n] : other.rules) rules[id] += n;
    for (auto const& [name, n] : other.shapes) shapes[name] += n;
    return *this;
}

} // namespace dynabackup

#endif
