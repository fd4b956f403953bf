#pragma once
/// \file
/// Writes findings as JSON objects, one per line.

#include "finding_output.hpp"
#include "json_writer.hpp"

#include <string>
#include <string_view>

namespace dynabackup::tool {

class ndjson_output final : public finding_output {
public:
    void show(std::string& out, std::string_view name, finding const& found) override {
        json_writer json(out);
        json.open('{')("file", name)("document", found.document);
        if (found.record) json("record", *found.record);
        else json.key("record").null();
        json("line", found.line)("column", found.column)("offset", found.offset);
        json("path", found.path)("shape", found.shape);
        json("rule", found.rule->id)("severity", to_text(found.severity))("message", found.message);
        if (found.value) json("value", *found.value);
        else json.key("value").null();
        json("cite", found.rule->cite).close("}\n");
    }

    void problem(std::string_view, std::string_view, bool) override {} // reported on standard error

    void end(std::string&, totals const&) override {}
};

} // namespace dynabackup::tool
