#pragma once
/// \file
/// Combines matchers whose `match` accepts several types, as Catch2 3 does. Catch2 2.13 combines only matchers of one
/// type.

#include <concepts>
#include <string>
#include <type_traits>

namespace dynabackup::testing::detail {

/// The base of matchers whose `match` is overloaded.
struct catch2_generic {};

template <class M>
concept generic_matcher = std::derived_from<M, catch2_generic>;
template <class A, class B>
concept one_is_generic = generic_matcher<A> || generic_matcher<B>;

template <class A>
struct not_matched : catch2_generic {
    A a;

    explicit not_matched(A const& m) : a(m) {}
    bool match(auto const& subject) const { return !a.match(subject); }
    std::string toString() const { return "not " + a.toString(); }
};

template <class A, class B>
struct both_matched : catch2_generic {
    A a;
    B b;

    both_matched(A const& m, B const& n) : a(m), b(n) {}
    bool match(auto const& subject) const { return a.match(subject) && b.match(subject); }
    std::string toString() const { return "( " + a.toString() + " and " + b.toString() + " )"; }
};

template <class A, class B>
struct one_matched : catch2_generic {
    A a;
    B b;

    one_matched(A const& m, B const& n) : a(m), b(n) {}
    bool match(auto const& subject) const { return a.match(subject) || b.match(subject); }
    std::string toString() const { return "( " + a.toString() + " or " + b.toString() + " )"; }
};

template <generic_matcher A>
not_matched<A> operator!(A const& a) {
    return not_matched<A>(a);
}
template <class A, class B>
requires one_is_generic<A, B> both_matched<A, B>
operator&&(A const& a, B const& b) { return {a, b}; }
template <class A, class B>
requires one_is_generic<A, B> one_matched<A, B>
operator||(A const& a, B const& b) { return {a, b}; }

} // namespace dynabackup::testing::detail
