/// \file
/// Checks that a translated line of Ion is JSON, except for the contents of its strings, which are passed on; and that
/// a text is translated in the same way however it is cut. The first byte chooses the cuts.

#include <dynabackup/detail/dump/ion_source.hpp>

#include "judge.hpp"
#include "pieces.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>

using namespace fuzz;

namespace {

std::string read(std::string_view text, std::size_t in_step, std::size_t out_step) {
    detail::ion_source source(std::make_unique<pieces>(text, in_step));
    std::string all, bytes(out_step, '\0'), problem;
    while (auto const n = source.read(bytes.data(), bytes.size(), problem)) all.append(bytes, 0, n);
    require(problem.empty(), "a problem without a cause");
    return all;
}

/// Whether a text without its strings has balanced brackets, and nothing that JSON does not have.
bool is_json_outside_strings(std::string_view text) {
    std::string open;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i];
        if (in_string && c == '\\') ++i;
        else if (c == '"') in_string = !in_string;
        else if (in_string) continue;
        else if (c == '{' || c == '[') open += c == '{' ? '}' : ']';
        else if (c == '}' || c == ']') {
            if (open.empty() || open.back() != c) return false;
            open.pop_back();
        } else if (std::string_view(",:truefalse").find(c) == std::string_view::npos) return false;
    }
    return !in_string && open.empty();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size == 0) return 0;
    std::string const line(reinterpret_cast<char const*>(data) + 1, size - 1);
    std::string json;
    if (detail::ion_line::translate(line, json)) require(is_json_outside_strings(json), "it is not JSON");
    else require(json.empty(), "a line that is refused leaves something");
    auto const text = std::string(detail::ion_marker) + line;
    std::size_t const step = 1 + data[0];
    auto const whole = read(text, text.size(), text.size() + 1000);
    require(whole == read(text, step, 256), "the translation depends on how the text is read");
    require(std::ranges::count(whole, '\n') == std::ranges::count(text, '\n'), "lines are lost or added");
    return 0;
}
