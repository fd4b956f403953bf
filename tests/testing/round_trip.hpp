#pragma once
/// \file
/// Reads generated documents back, and checks that they are unchanged and have no findings.

#include <dynabackup/check_documents.hpp>
#include <dynabackup/parse.hpp>
#include <dynabackup/testing/generate.hpp>
#include <dynabackup/write.hpp>

#include "catch.hpp"
#include "rounds.hpp"

#include <string>
#include <string_view>

namespace dynabackup::testing {

/// Returns options that apply every rule, at the time of the generated documents.
inline check_options every_rule(edition day = edition::latest) {
    check_options chosen;
    chosen.edition = day;
    chosen.strict = true;
    chosen.now = generate_options{}.now;
    chosen.history = true;
    return chosen;
}

inline void check_valid(report const& found, std::string_view text) {
    for (auto const& f : found) FAIL_CHECK(f.rule->id << ' ' << f.path << ' ' << f.message << '\n' << text);
}

/// Writes values of shape T and reads them back. Requires that they are equal, recognised, and without findings.
template <class T>
void go_round(std::uint64_t seeds, edition day = edition::latest) {
    generate_options const chosen{.edition = day};
    generator reused(0, chosen);
    T value{}, again{};
    std::string text;
    for (std::uint64_t seed = 0; seed < seeds; seed += every(1)) {
        CAPTURE(shape_name<T>(), seed, to_text(day));
        generate_into(value, seed, reused);
        if (seed % 16 == 0) CHECK(value == generate<T>(seed, chosen));
        for (auto const as : {own_format<T>, format::aws_cli}) {
            text.clear();
            append_json(text, value, as);
            auto const read = parse_into(again, text, {.edition = day});
            if (!read) FAIL(read.error().message() << '\n' << text);
            if (!(again == value)) FAIL(text);
        }
        report found;
        found.set_summary(check_documents(text, every_rule(day), found));
        check_valid(found, text);
        CHECK(found.summary().shapes.begin()->first == shape_name<T>());
    }
}

} // namespace dynabackup::testing
