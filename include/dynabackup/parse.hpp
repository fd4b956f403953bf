#pragma once
/// \file
/// Reads a JSON text into a model: the strict short form.

#include <dynabackup/compiled_elsewhere.hpp>
#include <dynabackup/concat.hpp>
#include <dynabackup/finding.hpp>
#include <dynabackup/model/shape.hpp>
#include <dynabackup/options.hpp>

#include <boost/system/result.hpp>
#include <boost/throw_exception.hpp>

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup {

/// Why a text could not be read: a finding with its place.
struct read_error {
    finding what; ///< the first reading error of the text

    /// For people: place, message, rule.
    std::string message() const {
        return concat("line ", what.line, ", column ", what.column, what.path.empty() ? "" : ", at ",
                      what.path, ": ", what.message, " [", what.rule->id, ']');
    }

    /// Results print their error with this, as test frameworks do.
    template <class Stream>
    friend auto& operator<<(Stream& out, read_error const& e) {
        return out << e.message();
    }
};

/// What `value()` of a result without one throws.
struct parse_error : std::runtime_error {
    /// With the message of that error.
    explicit parse_error(read_error e) : std::runtime_error(e.message()), error(std::move(e)) {}
    read_error error; ///< what was wrong
};

/// Called by `value()` of a result that has none.
[[noreturn]] inline void throw_exception_from_error(read_error const& e,
                                                    boost::source_location const& where) {
    boost::throw_exception(parse_error(e), where);
}

/// A model, or why there is none.
template <class T>
using result = boost::system::result<T, read_error>;

namespace detail {

/// What parse_into does, where it is compiled: impl/parse.hpp.
template <described_struct T>
struct parser;
/// The same, compiled by src.hpp.
boost::system::result<void, read_error> parse_as(std::size_t shape, void* model, std::string_view text,
                                                 options const& chosen);

} // namespace detail

/// Reads a text that is one document of shape T into `model`, whose memory is reused. Returns the first reading
/// error; the model is then valid but unspecified. Rules and limits are not applied (see validate), and values
/// that an enumeration does not know are kept.
template <described_struct T>
boost::system::result<void, read_error> parse_into(T& model, std::string_view text,
                                                   options const& chosen = {}) {
    if constexpr (detail::compiled_elsewhere<T>) {
        return detail::parse_as(detail::shape_index<T>, &model, text, chosen);
    } else {
        static_assert(detail::complete<detail::parser<T>>,
                      "src.hpp does not compile this shape: include <dynabackup/impl/parse.hpp>");
        return detail::parser<T>::parse_into(model, text, chosen);
    }
}

/// The same, into a new model.
template <described_struct T>
result<T> parse(std::string_view json, options const& chosen = {}) {
    T model{};
    if (auto const read = parse_into(model, json, chosen); !read) return read.error();
    return model;
}

} // namespace dynabackup

#ifndef DYNABACKUP_SEPARATE_COMPILATION
#include <dynabackup/impl/parse.hpp>
#endif
