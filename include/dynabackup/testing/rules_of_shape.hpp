#pragma once
/// \file
/// The rules that a document of a shape can break.

#include <dynabackup/model/shape.hpp>
#include <dynabackup/options.hpp>
#include <dynabackup/rules/reading.hpp>
#include <dynabackup/validate.hpp>

#include <algorithm>
#include <optional>
#include <type_traits>
#include <vector>

namespace dynabackup::testing {

namespace detail {

template <class V>
struct innermost : std::type_identity<V> {};
template <class V>
struct innermost<std::optional<V>> : innermost<V> {};
template <class V>
struct innermost<nullable<V>> : innermost<V> {};
template <class V>
struct innermost<std::vector<V>> : innermost<V> {};

template <class T>
void append_rules(std::vector<rule const*>& all) {
    if constexpr (described_struct<T>) {
        if constexpr (dynabackup::detail::has_rules<T>)
            rules(std::type_identity<T>{}, [&](rule const& r, auto, auto const&... more) {
                all.push_back(&r);
                (all.push_back(&more), ...);
            });
        [&]<template <class...> class List, class... Descriptors>(List<Descriptors...>*) {
            (append_rules<typename innermost<
                 std::remove_cvref_t<decltype(std::declval<T&>().*Descriptors::pointer)>>::type>(all),
             ...);
        }(static_cast<described_members<T>*>(nullptr));
    }
}

} // namespace detail

/// The rules of reading, those of T and of all that lies in it, and the caller's own; sorted by id, each once.
template <described_struct T>
std::vector<rule const*> rules_of_shape(options const& chosen = {}) {
    std::vector<rule const*> all(reading::all.begin(), reading::all.end());
    detail::append_rules<T>(all);
    for (auto const& own : chosen.rules) all.push_back(&own.rule());
    std::ranges::sort(all, {}, &rule::id);
    auto const same = std::ranges::unique(all, {}, &rule::id);
    all.erase(same.begin(), same.end());
    return all;
}

} // namespace dynabackup::testing
