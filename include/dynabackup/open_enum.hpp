#pragma once
/// \file
/// An enumeration that accepts future values: a value that this version does not know is kept as text.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/model/detail/words.hpp>

#include <boost/describe/enumerators.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace dynabackup {

namespace detail {

template <class E>
concept renames_enumerators = requires(E value) {
    renamed(value);
};

/// Returns the wire name of a described enumerator: its own name, or what `renamed(E)`, a constexpr function declared
/// beside E, returns. That function returns an empty text for enumerators whose wire name C++ allows.
template <class E>
constexpr std::string_view wire_value(E value, std::string_view name) {
    if constexpr (renames_enumerators<E>)
        if (std::string_view const other = renamed(value); !other.empty()) return other;
    return name;
}

template <template <class...> class List, class... D>
constexpr auto list_wire_values(List<D...>*) {
    constexpr std::size_t size = [] {
        std::size_t most = 0;
        ((most = static_cast<std::size_t>(D::value) < most ? most : static_cast<std::size_t>(D::value)), ...);
        return most + 1;
    }();
    static_assert(size <= 255, "enumerators of a described enumeration are numbered from 0 to 254");
    std::array<std::string_view, size> values{};
    values.fill(std::string_view{}); // GCC 12 does not know elements that only `{}` has initialised
    ((values[static_cast<std::size_t>(D::value)] = wire_value(D::value, D::name)), ...);
    return values;
}

/// The wire names by number, up to the last enumerator of E; empty for a number without an enumerator.
template <class E>
inline constexpr auto
    wire_values = list_wire_values(static_cast<boost::describe::describe_enumerators<E>*>(nullptr));

/// Their numbers + 1 by hash; 0: free.
template <class E>
inline constexpr auto wire_slots = [] {
    std::array<std::uint8_t, slot_count(wire_values<E>.size())> slots{};
    for (std::size_t i = 0; i < wire_values<E>.size(); ++i) {
        auto const name = wire_values<E>[i];
        if (name.empty()) continue;
        std::size_t h = hash_of(name.data(), name.size()) % slots.size();
        while (slots[h] != 0) h = (h + 1) % slots.size();
        slots[h] = static_cast<std::uint8_t>(i + 1);
    }
    return slots;
}();

/// Returns the number of an enumerator; -1 if there is none of that name.
DYNABACKUP_ALWAYS_INLINE inline int find_enumerator(std::span<std::string_view const> names,
                                                    std::span<std::uint8_t const> slots,
                                                    std::string_view name) {
    for (auto h = hash_of(name.data(), name.size());; ++h) {
        int const number = slots[h & (slots.size() - 1)] - 1;
        if (number < 0) return -1;
        auto const found = names[static_cast<std::size_t>(number)];
        if (found.size() == name.size() && same_text(found.data(), name.data(), name.size())) [[likely]]
            return number;
    }
}

/// What an open_enum<E> holds, independent of E: the reader need not know E.
struct enum_value {
    std::uint8_t number = 0; ///< of the enumerator
    bool known = false;      ///< whether it is an enumerator; else `other` is the text
    std::string other;

    void assign(std::uint8_t enumerator) {
        number = enumerator;
        known = true;
        if (!other.empty()) [[unlikely]]
            other.clear();
    }
    void assign_other(std::string_view text) {
        known = false;
        other.assign(text);
    }
};

} // namespace detail

/// Returns the wire name of a described enumerator; empty if the number has no enumerator.
template <class E>
constexpr std::string_view name_of(E value) {
    auto const i = static_cast<std::size_t>(value);
    if (i >= detail::wire_values<E>.size()) return {};
    return detail::wire_values<E>[i];
}

/// Finds the enumerator of a wire name. Returns false if there is none. Complexity: constant.
template <class E>
[[nodiscard]] bool read_enumerator(std::string_view name, E& value) {
    int const number = detail::find_enumerator(detail::wire_values<E>, detail::wire_slots<E>, name);
    if (number < 0) return false;
    value = static_cast<E>(number);
    return true;
}

/// A described enumerator of E, or the text of a value that E does not have. Default: the empty text.
template <class E>
class open_enum {
public:
    open_enum() = default;
    /// An enumerator.
    open_enum(E value) { assign(value); }

    /// From a wire value: an enumerator if E has it, else the text itself.
    explicit open_enum(std::string_view wire) { assign(wire); }

    /// Assigns an enumerator.
    void assign(E value) { value_.assign(static_cast<std::uint8_t>(value)); }

    /// Assigns a wire value: an enumerator if E has it, else the text. The memory of the text is reused.
    void assign(std::string_view wire) {
        E value{};
        if (read_enumerator(wire, value)) assign(value);
        else value_.assign_other(wire);
    }

    /// Whether it is an enumerator of E.
    bool known() const { return value_.known; }

    /// The enumerator, if there is one.
    std::optional<E> value() const {
        return known() ? std::optional<E>(static_cast<E>(value_.number)) : std::nullopt;
    }

    /// The wire value.
    std::string_view text() const {
        return known() ? name_of(static_cast<E>(value_.number)) : std::string_view(value_.other);
    }

    /// Compares the wire values.
    friend bool operator==(open_enum const& a, open_enum const& b) { return a.text() == b.text(); }
    /// Whether it is that enumerator.
    friend bool operator==(open_enum const& a, E b) { return a.known() && a.value() == b; }

private:
    detail::enum_value value_;
};

} // namespace dynabackup
