/// \file
/// Compares the described model with the published one: every shape, member, type and enumerator is a line of text,
/// once rendered from the description and once read from the facts. Both sets must be equal.

#include <dynabackup/clumio/clumio.hpp>
#include <dynabackup/clumio/tables.hpp>

#include "all_shapes.hpp"
#include "catch.hpp"

#include <boost/mp11/algorithm.hpp>

#include <algorithm>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace clumio_model_test {

namespace {

using namespace dynabackup;
namespace mp11 = boost::mp11;

using facts = std::set<std::string>;

// ---- the description, rendered ----

template <class M>
constexpr bool is_optional = false;
template <class M>
constexpr bool is_optional<std::optional<M>> = true;
template <class M>
constexpr bool is_optional<nullable<M>> = true;
template <class M>
constexpr bool is_list = false;
template <class M>
constexpr bool is_list<std::vector<M>> = true;
template <class M>
constexpr bool is_enumeration = false;
template <class E>
constexpr bool is_enumeration<open_enum<E>> = true;

template <class M>
std::string type_name(member_facts const& f) {
    if (f.simple) return std::string(f.simple->name);
    if constexpr (is_optional<M>) return type_name<typename M::value_type>(f);
    else if constexpr (is_list<M>) return "list of " + type_name<typename M::value_type>(f);
    else if constexpr (is_enumeration<M>) return "enumeration";
    else if constexpr (std::is_same_v<M, std::string>) return "string";
    else if constexpr (std::is_same_v<M, bool>) return "boolean";
    else if constexpr (std::is_same_v<M, json_object>) return "object";
    else if constexpr (std::is_same_v<M, timestamp>) return "timestamp";
    else if constexpr (std::is_same_v<M, std::int64_t>) return "int64";
    else {
        STATIC_REQUIRE(mp11::mp_contains<all_shapes::of_clumio, M>::value);
        return std::string(shape_name<M>());
    }
}

template <class M>
struct enumeration_of {
    template <class F>
    static void for_each_value(F) {}
};
template <class M>
requires is_optional<M>
struct enumeration_of<M> : enumeration_of<typename M::value_type> {
};
template <class E>
struct enumeration_of<open_enum<E>> {
    template <class F>
    static void for_each_value(F f) {
        mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto d) {
            f(name_of(d.value));
            CHECK(since(d.value) == edition::v2017_11_29); // no dates are documented
        });
    }
};

template <class M>
std::vector<std::string_view> values_of() {
    std::vector<std::string_view> values;
    enumeration_of<M>::for_each_value([&](std::string_view value) { values.push_back(value); });
    return values;
}

void add_member(facts& lines, shape_table const& owner, member_table const& m, std::string const& type,
                std::vector<std::string_view> const& values) {
    auto const subject = std::string(owner.name) + '.' + std::string(m.name) + '\t';
    lines.insert(subject + "type\t" + type);
    lines.insert(subject + "place\t" + std::to_string(m.index + 1));
    if (m.presence == presence::required) lines.insert(subject + "required\tyes");
    if (m.presence == presence::nullable) lines.insert(subject + "null\tmeaningful");
    int place = 0;
    for (auto const value : values)
        lines.insert(subject + "value " + std::string(value) + '\t' + std::to_string(++place));
    CHECK(m.facts->entered == edition::v2017_11_29); // nothing is dated
}

facts described() {
    facts lines;
    all_shapes::for_each<all_shapes::of_clumio>([&](auto t) {
        using T = typename decltype(t)::type;
        auto const& shape = shape_table_of<T>;
        lines.insert(std::string(shape.name) + "\ttype\tstructure");
        all_shapes::for_each_member<T>([&]<class M>(member_table const& m, M T::*) {
            add_member(lines, shape, m, type_name<M>(*m.facts), values_of<M>());
        });
    });
    return lines;
}

// ---- the facts, read ----

facts published() {
    std::ifstream in(DYNABACKUP_SOURCE_DIR "/tests/clumio/facts/clumio-model.tsv");
    REQUIRE(in.is_open());
    std::vector<std::string> lines;
    for (std::string text; std::getline(in, text);)
        if (!text.empty() && text[0] != '#') lines.push_back(text);
    CHECK(std::is_sorted(lines.begin(), lines.end()));
    facts result(lines.begin(), lines.end());
    CHECK(result.size() == lines.size());
    return result;
}

std::string without(facts const& a, facts const& b) {
    std::string rest;
    for (auto const& text : a)
        if (!b.contains(text)) rest += text + '\n';
    return rest;
}

} // namespace

TEST_CASE("the described model of Clumio is the published one", "[clumio]") {
    auto const expected = published(), actual = described();
    CHECK(expected.size() > 500);
    auto const missing = without(expected, actual), extra = without(actual, expected);
    CHECK(missing == "");
    CHECK(extra == "");
}

TEST_CASE("Clumio's members are declared in the order of the wire", "[clumio]") {
    all_shapes::for_each<all_shapes::of_clumio>([](auto t) {
        for (auto const& m : shape_table_of<typename decltype(t)::type>.members)
            CHECK(m.wire_place == m.index);
    });
}

} // namespace clumio_model_test
