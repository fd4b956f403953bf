#pragma once
/// \file
/// Where in a document its records are.

#include <dynabackup/model/shape.hpp>

#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace dynabackup::detail {

/// Whether a value is a list of records, or has one below it where reading may stop.
template <class M>
inline constexpr bool leads_to_records = false;
template <class M>
inline constexpr bool leads_to_records<std::optional<M>> = leads_to_records<M>;
template <record_shape V>
inline constexpr bool leads_to_records<std::vector<V>> = true;
template <class T>
requires(described_struct<T> && !record_shape<T>) inline constexpr bool leads_to_records<T> =
    []<template <class...> class List, class... Descriptors>(List<Descriptors...>*) {
        return (leads_to_records<std::remove_cvref_t<decltype(std::declval<T&>().*Descriptors::pointer)>> ||
                ...);
    }(static_cast<described_members<T>*>(nullptr));

} // namespace dynabackup::detail
