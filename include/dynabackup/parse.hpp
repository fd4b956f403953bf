#pragma once
/// \file
/// Reads a JSON text into a model: the strict short form.

#include <dynabackup/read.hpp>

#include <boost/system/result.hpp>
#include <boost/throw_exception.hpp>

#include <stdexcept>
#include <string>
#include <string_view>

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

/// Reads a text that is one document of shape T into `model`, whose memory is reused. Returns the first reading
/// error; the model is then valid but unspecified. Rules and limits are not applied (see validate), and values
/// that an enumeration does not know are kept.
template <described_struct T>
boost::system::result<void, read_error> parse_into(T& model, std::string_view text,
                                                   options const& chosen = {}) {
    context c(chosen);
    c.shape = shape_name<T>();
    path_node const root{};
    auto& cursor = c.cursor;
    json::structural_index index;
    bool const marked = text.starts_with(json::byte_order_mark);
    if (marked) text.remove_prefix(json::byte_order_mark.size());
    bool const too_long = text.size() > json::max_text_size;
    c.open(too_long ? std::string_view{} : text, {}, marked ? json::behind_mark : json::position{});
    if (!c.index(index)) c.index_tolerantly();
    if (too_long) c.report_syntax(root, cursor.place(), "Longer than 4 GiB; read it as a dump.");
    auto const read =
        detail::read_value(c, model, root, {false, false, dialect(std::type_identity<T>{}).epoch_seconds});
    if (read != detail::got::broken && cursor.at != cursor.last) {
        cursor.fail_here("one document belongs here, and nothing behind it");
        c.report_syntax(root);
    }
    if (auto broken = c.take_broken()) c.pending.push_back(std::move(*broken)); // whatever rules are chosen
    if (c.pending.empty()) [[likely]]
        return {};
    finding* first = nullptr;
    for (auto& f : c.pending)
        if (f.severity == severity::error && (!first || f.offset < first->offset)) first = &f;
    if (!first) return {};
    c.place(*first);
    return read_error{std::move(*first)};
}

/// The same, into a new model.
template <described_struct T>
result<T> parse(std::string_view json, options const& chosen = {}) {
    T model{};
    if (auto const read = parse_into(model, json, chosen); !read) return read.error();
    return model;
}

} // namespace dynabackup
