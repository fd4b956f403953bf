#pragma once
/// \file
/// Checks a JSON text, or a model: every defect in one pass, with its exact place.

#include <dynabackup/compiled_elsewhere.hpp>
#include <dynabackup/model/shape.hpp>
#include <dynabackup/options.hpp>
#include <dynabackup/report.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace dynabackup {

namespace detail {

/// What check and validate do, where it is compiled: impl/check.hpp.
template <described_struct T>
struct checker;
/// The same, compiled by src.hpp.
report check_as(std::size_t shape, std::string_view json, options const& chosen);
report validate_as(std::size_t shape, void const* model, options const& chosen);

} // namespace detail

/// Checks a text that is one document of shape T: its JSON, its members, its limits, and every rule of the
/// edition. The text may come from anywhere; nothing behind its end is read.
/// Cost: one pass; time and memory for findings grow with their number only.
template <described_struct T>
report check(std::string_view json, options const& chosen = {}) {
    if constexpr (detail::compiled_elsewhere<T>) {
        return detail::check_as(detail::shape_index<T>, json, chosen);
    } else {
        static_assert(detail::complete<detail::checker<T>>,
                      "src.hpp does not compile this shape: include <dynabackup/impl/check.hpp>");
        static_assert(
            requires { landmarks(std::type_identity<T>{}); },
            "check looks for every kind of record behind damage: include <dynabackup/aws/documents.hpp>, "
            "or <dynabackup/clumio/documents.hpp> for shapes of Clumio");
        return detail::checker<T>::check(json, chosen);
    }
}

/// Checks a model that was built in C++, or read with `parse`: limits, enumerators and rules. Its findings
/// have paths, and no places.
template <described_struct T>
report validate(T const& model, options const& chosen = {}) {
    if constexpr (detail::compiled_elsewhere<T>) {
        return detail::validate_as(detail::shape_index<T>, &model, chosen);
    } else {
        static_assert(detail::complete<detail::checker<T>>,
                      "src.hpp does not compile this shape: include <dynabackup/impl/check.hpp>");
        return detail::checker<T>::validate(model, chosen);
    }
}

} // namespace dynabackup

#ifndef DYNABACKUP_SEPARATE_COMPILATION
#include <dynabackup/impl/check.hpp>
#endif
