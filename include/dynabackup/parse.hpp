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

namespace detail {
/// What parse_into does, where it is compiled: impl/parse.hpp.
template <described_struct T>
struct parser;
} // namespace detail

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

/// What parse_into needs besides the model: four bytes for each byte of the longest text so far. Handed in again it is not
/// allocated again, which pays for many small texts as for few large ones. For one thread at a time.
class parse_memory {
public:
    parse_memory() = default; ///< nothing yet
    /// The other one has nothing then.
    parse_memory(parse_memory&& other) noexcept { *this = std::move(other); }
    /// They change places.
    parse_memory& operator=(parse_memory&& other) noexcept {
        std::swap(index_, other.index_);
        std::swap(free_, other.free_);
        return *this;
    }
    ~parse_memory() {
        if (index_) free_(index_);
    }

private:
    template <described_struct T>
    friend struct detail::parser;
    void* index_ = nullptr; ///< a json::structural_index, which only the parser needs to know
    void (*free_)(void*) = nullptr;
};

namespace detail {

/// Reads into the model of that shape, as src.hpp has compiled it; `memory` may be null.
boost::system::result<void, read_error> parse_as(std::size_t shape, void* model, std::string_view text,
                                                 options const& chosen, parse_memory* memory);

template <described_struct T>
boost::system::result<void, read_error> parse_with(parse_memory* memory, T& model, std::string_view text,
                                                   options const& chosen) {
    if constexpr (compiled_elsewhere<T>) {
        return parse_as(shape_index<T>, &model, text, chosen, memory);
    } else {
        static_assert(complete<parser<T>>,
                      "src.hpp does not compile this shape: include <dynabackup/impl/parse.hpp>");
        return parser<T>::parse_into(model, text, chosen, memory);
    }
}

} // namespace detail

/// Reads a text that is one document of shape T into `model`, whose memory is reused. Returns the first reading
/// error; the model is then valid but unspecified. Rules and limits are not applied (see validate), and values
/// that an enumeration does not know are kept.
template <described_struct T>
boost::system::result<void, read_error> parse_into(T& model, std::string_view text,
                                                   options const& chosen = {}) {
    return detail::parse_with(nullptr, model, text, chosen);
}

/// The same, with memory of former calls.
template <described_struct T>
boost::system::result<void, read_error> parse_into(T& model, std::string_view text, parse_memory& memory,
                                                   options const& chosen = {}) {
    return detail::parse_with(&memory, model, text, chosen);
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
