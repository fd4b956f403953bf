#pragma once
/// \file
/// Reads members of the counts that other commands have printed. Throws unreadable_counts if a member is not as those
/// commands write it.

#include <dynabackup/stats.hpp>
#include <dynabackup/timestamp.hpp>

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

namespace dynabackup::tool {

/// Is thrown for a text that does not have counts.
struct unreadable_counts : std::runtime_error {
    using std::runtime_error::runtime_error;
};

namespace counts {

namespace dom = simdjson::dom;

[[noreturn]] inline void refuse_member(std::string_view name, std::string_view what) {
    throw unreadable_counts(fmt::format("'{}' is {}", name, what));
}

inline bool has(dom::object from, std::string_view name) {
    return from.at_key(name).error() == simdjson::SUCCESS;
}

inline dom::element member(dom::object from, std::string_view name) {
    dom::element value;
    if (from.at_key(name).get(value) != simdjson::SUCCESS)
        throw unreadable_counts(fmt::format("it has no '{}'", name));
    return value;
}
/// A value, or the member of that name of an object.
inline dom::element value_of(dom::element value, std::string_view) { return value; }
inline dom::element value_of(dom::object from, std::string_view name) { return member(from, name); }

/// Returns the value as a T. `otherwise`: what the message says of a value that is not a T.
template <class T, class From>
T value_as(From from, std::string_view name, std::string_view otherwise) {
    T read{};
    if (value_of(from, name).get(read) != simdjson::SUCCESS) refuse_member(name, otherwise);
    return read;
}
template <class From>
dom::object object_of(From from, std::string_view name) {
    return value_as<dom::object>(from, name, "not an object");
}
inline dom::array list_of(dom::object from, std::string_view name) {
    return value_as<dom::array>(from, name, "not a list");
}
template <class From>
std::string_view text_of(From from, std::string_view name) {
    return value_as<std::string_view>(from, name, "not a text");
}

/// Every JSON reader keeps numbers up to 2^53, and thousands of them can be added.
inline constexpr std::uint64_t most_counted = std::uint64_t{1} << 53;
/// The largest size: see statistics.
inline constexpr std::uint64_t most_bytes = std::numeric_limits<std::int64_t>::max();

template <class From>
std::uint64_t number_of(From from, std::string_view name, std::uint64_t most = most_counted) {
    std::uint64_t number = 0;
    if (value_of(from, name).get(number) != simdjson::SUCCESS || number > most)
        refuse_member(name, fmt::format("not a whole number from 0 to {}", most));
    return number;
}

/// Returns a number as a count of this process, which has 32 bits on some machines.
template <class From>
std::size_t count_of(From from, std::string_view name) {
    constexpr std::uint64_t most = std::numeric_limits<std::size_t>::max();
    return static_cast<std::size_t>(number_of(from, name, std::min(most, most_counted)));
}

inline timestamp time_of(std::string_view text, std::string_view name) {
    timestamp time;
    if (read_date_time(text, time) != time_status::ok) refuse_member(name, "not a time");
    return time;
}
inline utc_day utc_day_of(std::string_view text, std::string_view name) {
    return dynabackup::day_of(time_of(std::string(text) + "T00:00:00Z", name));
}

template <class Counts>
void add_counts(dom::object from, std::string_view name, Counts& to) {
    for (auto const [key, n] : object_of(from, name)) {
        if constexpr (std::is_same_v<Counts, statistics::by_day>)
            to[utc_day_of(key, name)] += number_of(n, name);
        else to[std::string(key)] += number_of(n, name);
    }
}

} // namespace counts

} // namespace dynabackup::tool
