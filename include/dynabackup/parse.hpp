#pragma once
/// \file
/// Reads a JSON text into a model: the strict short form.

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

class parse_memory;

namespace detail {

struct parse_buffers;
DYNABACKUP_INLINE void free_parse_buffers(parse_buffers* buffers);
DYNABACKUP_INLINE parse_buffers& buffers_of(parse_memory& memory);

/// What a check with these options would read, whatever else it does.
inline check_options reading(parse_options const& chosen) {
    return {.edition = chosen.edition, .strict = chosen.strict, .max_depth = chosen.max_depth};
}

/// Reads a text into a model of that shape. Returns the first error, if there is one. \pre the options select every rule
DYNABACKUP_INLINE std::optional<finding> parse_text(shape_table const& shape, void* model,
                                                    std::string_view text, check_options const& chosen,
                                                    parse_memory& memory);

} // namespace detail

/// What parse_into needs besides the model: four bytes for each byte of the longest text so far. Handed in again it is not
/// allocated again, which pays for many small texts as for few large ones. For one thread at a time.
class parse_memory {
public:
    parse_memory() = default; ///< nothing yet
    /// The other one has nothing then.
    parse_memory(parse_memory&& other) noexcept : buffers_(std::exchange(other.buffers_, nullptr)) {}
    /// They change places.
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

/// Reads a text that is one document of shape T into `model`, whose memory is reused. Returns the first reading
/// error; the model is then valid but unspecified. Rules and limits are not applied (see validate), and values
/// that an enumeration does not know are kept.
template <shape T>
boost::system::result<void, read_error> parse_into(T& model, std::string_view text, parse_memory& memory,
                                                   parse_options const& chosen = {}) {
    if (auto error = detail::parse_text(shape_table_of<T>, &model, text, detail::reading(chosen), memory))
        return read_error{std::move(*error)};
    return {};
}

/// The same, without memory of former calls.
template <shape T>
boost::system::result<void, read_error> parse_into(T& model, std::string_view text,
                                                   parse_options const& chosen = {}) {
    parse_memory memory;
    return parse_into(model, text, memory, chosen);
}

/// The same, into a new model.
template <shape T>
result<T> parse(std::string_view json, parse_options const& chosen = {}) {
    T model{};
    if (auto const read = parse_into(model, json, chosen); !read) return read.error();
    return model;
}

} // namespace dynabackup

#if DYNABACKUP_DEFINE
#include <dynabackup/detail/read/parse_text.hpp>
#endif
