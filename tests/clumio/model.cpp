/// \file
/// The described model against the published one: every shape, member, type and enumerator is a line of text, once
/// rendered from the description and once read from the facts; both sets must be equal.

#include <dynabackup/clumio/clumio.hpp>
#include <dynabackup/model/wire_order.hpp>

#include "catch.hpp"

#include <boost/mp11/algorithm.hpp>

#include <algorithm>
#include <fstream>
#include <set>
#include <string>
#include <vector>

namespace {

using namespace dynabackup;
namespace mp11 = boost::mp11;

using facts = std::set<std::string>;

// ---- the description, rendered ----

template <class M>
std::string type_name(member_facts const& f) {
    if (f.simple) return std::string(f.simple->name);
    if constexpr (optional_member<M>) return type_name<typename M::value_type>(f);
    else if constexpr (list_member<M>) return "list of " + type_name<typename M::value_type>(f);
    else if constexpr (enum_member<M>) return "enumeration";
    else if constexpr (std::is_same_v<M, std::string>) return "string";
    else if constexpr (std::is_same_v<M, bool>) return "boolean";
    else if constexpr (std::is_same_v<M, timestamp>) return "timestamp";
    else if constexpr (std::is_same_v<M, std::int64_t>) return "int64";
    else {
        STATIC_REQUIRE(mp11::mp_contains<clumio::shapes, M>::value);
        return std::string(shape_name<M>());
    }
}

template <class M>
struct enumeration_of {
    template <class F>
    static void for_each_value(F) {}
};
template <optional_member M>
struct enumeration_of<M> : enumeration_of<typename M::value_type> {};
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

template <class T, std::size_t I>
void add_member(facts& lines) {
    using M = std::remove_cvref_t<decltype(std::declval<T&>().*described_member<T, I>::pointer)>;
    member_facts const& f = facts_of<T>[I];
    auto const subject = std::string(shape_name<T>()) + '.' + std::string(wire_names<T>[I]) + '\t';
    lines.insert(subject + "type\t" + type_name<M>(f));
    lines.insert(subject + "place\t" + std::to_string(I + 1));
    if (is_nullable<M>) lines.insert(subject + "null\tmeaningful");
    int place = 0;
    enumeration_of<M>::for_each_value([&](std::string_view value) {
        lines.insert(subject + "value " + std::string(value) + '\t' + std::to_string(++place));
    });
    STATIC_REQUIRE_FALSE(is_required<T, I>); // nothing is required, nor dated
    CHECK(f.entered == edition::v2017_11_29);
}

facts described() {
    facts lines;
    mp11::mp_for_each<mp11::mp_transform<std::type_identity, clumio::shapes>>([&](auto t) {
        using T = typename decltype(t)::type;
        lines.insert(std::string(shape_name<T>()) + "\ttype\tstructure");
        [&]<std::size_t... I>(std::index_sequence<I...>) { (add_member<T, I>(lines), ...); }
        (std::make_index_sequence<member_count<T>>{});
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
    CHECK(expected.size() > 200);
    auto const missing = without(expected, actual), extra = without(actual, expected);
    CHECK(missing == "");
    CHECK(extra == "");
}

TEST_CASE("Clumio's members are declared in the order of the wire", "[clumio]") {
    mp11::mp_for_each<mp11::mp_transform<std::type_identity, clumio::shapes>>([&](auto t) {
        auto const& order = wire_order<typename decltype(t)::type>;
        CHECK(std::is_sorted(order.begin(), order.end()));
    });
}
