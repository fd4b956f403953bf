#pragma once
/// \file
/// Recognises documents of every system by their members, in any mix.

#include <dynabackup/compiled_elsewhere.hpp>
#include <dynabackup/input_state.hpp>
#include <dynabackup/options.hpp>
#include <dynabackup/shape_list.hpp>
#include <dynabackup/summary.hpp>

#include <concepts>
#include <string_view>

namespace dynabackup {

namespace aws {
template <class Shapes>
struct documents;
} // namespace aws
namespace clumio {
template <class Shapes>
struct documents;
} // namespace clumio

/// Reads each document as what its members make it; defined in impl/any_document.hpp.
template <class... Systems>
class any_document;

/// Every system that the library knows.
using any_known_document = any_document<aws::documents<aws::shapes>, clumio::documents<clumio::shapes>>;

namespace detail {

/// What check does with documents that are recognised, where it is compiled: impl/any_document.hpp.
template <class Documents>
struct any_checker;
/// The same for those of the systems that the library knows, compiled by src.hpp.
summary check_known(std::string_view text, options const& chosen, finding_sink& sink);
summary check_known(std::string_view text, options const& chosen, finding_sink& sink, input_state& input);

template <class Documents>
concept known_elsewhere = separate_compilation && std::same_as<Documents, any_known_document>;

} // namespace detail

/// Checks a text with any number of documents in any layout, each recognised by its members; findings go to the
/// sink in the order of the text.
template <class Documents = any_known_document>
summary check(std::string_view text, options const& chosen, finding_sink& sink) {
    if constexpr (detail::known_elsewhere<Documents>) {
        return detail::check_known(text, chosen, sink);
    } else {
        static_assert(detail::complete<detail::any_checker<Documents>>,
                      "src.hpp does not compile these documents: include <dynabackup/impl/any_document.hpp>");
        return detail::any_checker<Documents>::check(text, chosen, sink);
    }
}

/// The same for one text of an input of several, in their order; behind the last one `input.end` says what is known
/// only then.
template <class Documents = any_known_document>
summary check(std::string_view text, options const& chosen, finding_sink& sink, input_state& input) {
    if constexpr (detail::known_elsewhere<Documents>) {
        return detail::check_known(text, chosen, sink, input);
    } else {
        static_assert(detail::complete<detail::any_checker<Documents>>,
                      "src.hpp does not compile these documents: include <dynabackup/impl/any_document.hpp>");
        return detail::any_checker<Documents>::check(text, chosen, sink, input);
    }
}

} // namespace dynabackup

#ifndef DYNABACKUP_SEPARATE_COMPILATION
#include <dynabackup/impl/any_document.hpp>
#endif
