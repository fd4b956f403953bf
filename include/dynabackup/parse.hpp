#pragma once
/// \file
/// Reads a JSON text into a model, or returns the first error. check.hpp finds all errors.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/detail/util/concat.hpp>
#include <dynabackup/model/tables.hpp>
#include <dynabackup/options.hpp>
#include <dynabackup/report.hpp>

#include <boost/system/result.hpp>
#include <boost/throw_exception.hpp>

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup {

/// Why a text could not be read.
/// Invariant: `what` is a finding of severity error, with its place in the text.
struct read_error {
    finding what; ///< the error with the smallest offset in the text

    /// Returns place, message and rule as one readable line. \pre `what` has a rule.
    [[nodiscard]] std::string message() const {
        return concat("line ", what.line, ", column ", what.column, what.path.empty() ? "" : ", at ",
                      what.path, ": ", what.message, " [", what.rule->id, ']');
    }

    /// Prints message(). Test frameworks show a failed result with it.
    template <class Stream>
    friend auto& operator<<(Stream& out, read_error const& e) {
        return out << e.message();
    }
};

/// Thrown by `value()` of a result that has an error.
struct parse_error : std::runtime_error {
    /// Takes the message of that error.
    explicit parse_error(read_error e) : std::runtime_error(e.message()), error(std::move(e)) {}
    read_error error; ///< what was wrong
};

/// Called by `value()` of a result that has an error. Throws parse_error; without exceptions it calls the
/// `boost::throw_exception` that the program defines.
[[noreturn]] inline void throw_exception_from_error(read_error const& e,
                                                    boost::source_location const& where) {
    boost::throw_exception(parse_error(e), where);
}

/// A model, or the error that prevented reading it.
template <class T>
using result = boost::system::result<T, read_error>;

class parse_memory;

namespace detail {

struct parse_buffers;
DYNABACKUP_INLINE void free_parse_buffers(parse_buffers* buffers);
DYNABACKUP_INLINE parse_buffers& buffers_of(parse_memory& memory);

/// Reads a text into a model of that shape. Returns the first error, if there is one.
DYNABACKUP_INLINE std::optional<finding> parse_text(shape_table const& shape, void* model,
                                                    std::string_view text, parse_options const& chosen,
                                                    parse_memory& memory);

} // namespace detail

/// The memory that parse_into needs in addition to the model: four bytes for each byte of the longest text so far.
/// Reuse it from call to call: then nothing is allocated for a text that is not longer than an earlier one.
/// Thread safety: only one thread at a time may use an object.
class parse_memory {
public:
    parse_memory() = default; ///< Allocates nothing.
    /// Takes the memory of the other object, which is empty afterwards.
    parse_memory(parse_memory&& other) noexcept : buffers_(std::exchange(other.buffers_, nullptr)) {}
    /// Swaps the memory of the two objects.
    parse_memory& operator=(parse_memory&& other) noexcept {
        std::swap(buffers_, other.buffers_);
        return *this;
    }
    ~parse_memory() {
        if (buffers_) detail::free_parse_buffers(buffers_);
    }

private:
    friend detail::parse_buffers& detail::buffers_of(parse_memory& memory);
    detail::parse_buffers* buffers_ = nullptr;
};

/// Reads a text that is one document of shape T into `model`, and reuses the memory of the model's strings and lists.
/// Applies neither the rules for models nor limits: see validate. Keeps values that are unknown to an enumeration.
///
/// Preconditions: none. The text needs no padding, and may hold any bytes; one of more than 4 GiB is an error. Returns
/// nothing, or the error with the smallest offset. After an error the model is valid but unspecified.
/// Errors: those rules of rules/reading.hpp whose severity is `error`. For example, the text is not JSON, a value has
/// another type than its member or does not fit it, a required member is absent, a member occurs twice, the text is
/// nested too deeply, or it holds more than one document. Throws only std::bad_alloc.
/// Complexity: linear in the size of the text.
template <shape T>
[[nodiscard]] boost::system::result<void, read_error>
parse_into(T& model, std::string_view text, parse_memory& memory, parse_options const& chosen = {}) {
    if (auto error = detail::parse_text(shape_table_of<T>, &model, text, chosen, memory))
        return read_error{std::move(*error)};
    return {};
}

/// Reads a text into `model` as the overload with `parse_memory` does, but allocates the memory.
template <shape T>
[[nodiscard]] boost::system::result<void, read_error> parse_into(T& model, std::string_view text,
                                                                 parse_options const& chosen = {}) {
    parse_memory memory;
    return parse_into(model, text, memory, chosen);
}

/// Reads a text that is one document of shape T into a new model. Returns the model, or the error: see parse_into.
template <shape T>
[[nodiscard]] result<T> parse(std::string_view json, parse_options const& chosen = {}) {
    T model{};
    if (auto const read = parse_into(model, json, chosen); !read) return read.error();
    return model;
}

} // namespace dynabackup

#if DYNABACKUP_DEFINE
#include <dynabackup/detail/read/parse_text.hpp>
#endif
