#pragma once
/// \file
/// Writes findings as SARIF 2.1.0 (OASIS), which code scanning services and editors read:
/// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. Section numbers below are those of that
/// page.

#include <dynabackup/rule_catalog.hpp>
#include <dynabackup/version.hpp>

#include "escaped_text.hpp"
#include "finding_output.hpp"
#include "json_writer.hpp"
#include "output.hpp"
#include "rule_facts.hpp"
#include "rule_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dynabackup::tool {

namespace detail {

/// Doubles the braces of a message: a single brace would begin a placeholder (section 3.11.5).
inline std::string as_sarif_message(std::string_view text) {
    std::string out;
    for (char const c : text) {
        out += c;
        if (c == '{' || c == '}') out += c;
    }
    return out;
}

/// Returns the name of a rule as SARIF writes it: `KeySchemaHashCount` for `key-schema.hash-count`.
inline std::string pascal_case(std::string_view id) {
    std::string out;
    bool upper = true;
    for (char const c : id) {
        bool const letter = c != '.' && c != '-';
        if (letter) out += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        upper = !letter;
    }
    return out;
}

/// A hash of several texts (FNV-1a, 64 bits). They are separated by a byte that no text has.
class fingerprint {
public:
    fingerprint& add(std::string_view text) {
        for (char const c : text) add_byte(static_cast<unsigned char>(c));
        add_byte(0xFF);
        return *this;
    }
    std::string text() const { return fmt::format("{:016x}", hash_); }

private:
    void add_byte(unsigned char byte) { hash_ = (hash_ ^ byte) * 0x100000001b3; }

    std::uint64_t hash_ = 0xcbf29ce484222325;
};

/// The end of the text at the place of a finding, or the end of as much of the text as the finding has. If it has no
/// text, the place itself.
struct extent {
    std::size_t end_line, end_character, bytes;

    explicit extent(finding const& f)
        : end_line(f.line), end_character(f.character), bytes(f.marked().size()) {
        auto const text = f.marked();
        auto const last = text.rfind('\n');
        end_line += static_cast<std::size_t>(std::ranges::count(text, '\n'));
        if (last == text.npos) end_character += code_points(text);
        else end_character = 1 + code_points(text.substr(last + 1));
    }
};

} // namespace detail

/// Writes one log with one run: first the rules, then the results as they come, then everything that is known
/// only at the end.
class sarif_output final : public finding_output {
public:
    void show(std::string& out, std::string_view name, finding const& found) override {
        begin(out);
        out += any_ ? ",\n" : "\n";
        any_ = true;
        json_writer json(out);
        json.open('{')("ruleId", found.rule->id);
        auto const known = std::ranges::lower_bound(rule_catalog(), found.rule->id, {}, &rule::id);
        if (known != rule_catalog().end() && *known == found.rule)
            json("ruleIndex", known - rule_catalog().begin());
        json("level", to_text(found.severity));
        message(json, "message", found.message);
        json.open("locations", '[').open('{');
        location(json, name, &found);
        json.open("logicalLocations", '[')
            .open('{')("fullyQualifiedName", found.path)
            .close("}]")
            .close("}]");
        // Does not change when lines move, or when other findings come or go. Differs between the records of a file.
        json.open("partialFingerprints", '{')("findingPlace/v1", fingerprint_of(found)).close("}");
        json.open("properties", '{')("shape", found.shape)("document", found.document);
        if (found.record) json("record", *found.record);
        json.close("}}");
    }

    void problem(std::string_view name, std::string_view reason, bool warning) override {
        json_writer json(notifications_);
        json.open('{')("level", warning ? "warning" : "error");
        message(json, "message", fmt::format("{}: {}", name, reason));
        json.open("locations", '[').open('{');
        location(json, name, nullptr);
        json.close("}]}");
    }

    void end(std::string& out, totals const& all) override {
        begin(out);
        out += any_ ? "\n]" : "]";
        json_writer json(out);
        json.open("invocations", '[').open('{');
        json("exitCode", all.status)("executionSuccessful", all.status != cannot_run);
        if (all.hidden) {
            json_writer note(notifications_);
            note.open('{')("level", "note");
            message(note, "message", fmt::format("{} more findings were counted but not shown.", all.hidden));
            note.close("}");
        }
        json.open("toolExecutionNotifications", '[');
        out += notifications_;
        json.close("]}]}]}\n");
    }

private:
    /// Appends what precedes the results.
    void begin(std::string& out) {
        if (begun_) return;
        begun_ = true;
        json_writer json(out);
        json.open('{')("$schema", "https://json.schemastore.org/sarif-2.1.0.json")("version", "2.1.0");
        json.open("runs", '[').open('{').open("tool", '{').open("driver", '{')("name", "dynabackup");
        json("semanticVersion", fmt::format("{}.{}.{}", version.major, version.minor, version.patch));
        json.open("rules", '[');
        for (auto const* r : rule_catalog()) {
            out += r == rule_catalog().front() ? "\n" : ",\n";
            describe(json, *r);
        }
        json.close("\n]}}")("columnKind", "unicodeCodePoints").open("results", '[');
    }

    static void describe(json_writer& json, rule const& r) {
        std::string const facts = fmt::format("In force {}. Reads {}.", days_text(r), shapes_text(r));
        std::string const more = fmt::format("dynabackup explain {}", r.id);
        json.open('{')("id", r.id)("name", detail::pascal_case(r.id));
        message(json, "shortDescription", r.meaning);
        message(json, "fullDescription", fmt::format("{} {}", r.meaning, facts));
        json.open("help", '{');
        json("text", detail::as_sarif_message(
                         fmt::format("{} {} Source: {}. An example: {}", r.meaning, facts, r.cite, more)));
        json("markdown", detail::as_sarif_message(fmt::format("{}\n\n{}\n\nSource: <{}>\n\nAn example: `{}`",
                                                              as_markdown(r.meaning), facts, r.cite, more)));
        json.close("}");
        if (r.cite.starts_with("https://")) json("helpUri", r.cite);
        json.open("defaultConfiguration", '{')("level", to_text(r.severity)).close("}");
        json.open("properties", '{').open("tags", '[').value(family_of(r)).close("]");
        json("since", to_text(r.since))("until", to_text(r.until)).close("}}");
    }

    static void message(json_writer& json, std::string_view name, std::string_view text) {
        json.open(name, '{')("text", detail::as_sarif_message(text)).close("}");
    }

    /// Appends a file and, if there is a finding, the place in the file.
    static void location(json_writer& json, std::string_view name, finding const* found) {
        json.open("physicalLocation", '{');
        json.open("artifactLocation", '{')("uri", file_uri(name)).close("}");
        if (found && found->line != 0) { // otherwise the finding is about the whole file
            detail::extent const covers(*found);
            json.open("region", '{')("startLine", found->line);
            if (found->character != 0) { // characters were counted
                json("startColumn", found->character)("endLine", covers.end_line);
                json("endColumn", covers.end_character);
            }
            json("byteOffset", found->offset)("byteLength", covers.bytes);
            if (found->name || found->value) json.open("snippet", '{')("text", found->marked()).close("}");
            json.close("}");
        }
        json.close("}");
    }

    static std::string fingerprint_of(finding const& f) {
        return detail::fingerprint()
            .add(f.rule->id)
            .add(std::to_string(f.document))
            .add(f.record ? std::to_string(*f.record) : "")
            .add(f.path)
            .text();
    }

    std::string notifications_;
    bool begun_ = false;
    bool any_ = false; ///< a result has been written
};

} // namespace dynabackup::tool
