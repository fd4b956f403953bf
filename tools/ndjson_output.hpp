#pragma once
/// \file
/// Findings as JSON objects, one a line.

#include <dynabackup/json/text.hpp>

#include "finding_output.hpp"

#include <fmt/format.h>

#include <iterator>
#include <string>
#include <string_view>

namespace dynabackup::tool {

class ndjson_output final : public finding_output {
public:
    void show(std::string& out, std::string_view name, finding const& found) override {
        out += '{';
        text(out, "file", name);
        number(out, "document", found.document);
        if (found.record) number(out, "record", *found.record);
        else out += ",\"record\":null";
        number(out, "line", found.line);
        number(out, "column", found.column);
        number(out, "offset", found.offset);
        text(out, "path", found.path);
        text(out, "shape", found.shape);
        text(out, "rule", found.rule->id);
        text(out, "severity", to_text(found.severity));
        text(out, "message", found.message);
        if (found.value) text(out, "value", *found.value);
        else out += ",\"value\":null";
        text(out, "cite", found.rule->cite);
        out += "}\n";
    }

    void problem(std::string_view, std::string_view, bool) override {} // is on standard error

    void end(std::string&, totals const&) override {}

private:
    static void text(std::string& out, std::string_view key, std::string_view value) {
        fmt::format_to(std::back_inserter(out), "{}\"{}\":", out.back() == '{' ? "" : ",", key);
        json::append_json_string(out, value);
    }

    static void number(std::string& out, std::string_view key, std::size_t value) {
        fmt::format_to(std::back_inserter(out), ",\"{}\":{}", key, value);
    }
};

} // namespace dynabackup::tool
