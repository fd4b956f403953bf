#pragma once
/// \file
/// An enumeration that outlives its model: a value that this version does not know is kept as text.

#include <dynabackup/json/same_bytes.hpp>

#include <boost/describe/enumerators.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace dynabackup {

namespace detail {

template <class E>
concept renames_enumerators = requires(E value) {
    renamed(value);
};

/// What a described enumerator is on the wire: its own name, or what `renamed(E)`, a constexpr function beside E,
/// has for it. That returns an empty text for those with a name that C++ allows.
template <class Descriptor>
inline constexpr std::string_view wire_value = [] {
    std::string_view name = Descriptor::name;
    if constexpr (renames_enumerators<std::remove_cv_t<decltype(Descriptor::value)>>)
        if (std::string_view const other = renamed(Descriptor::value); !other.empty()) name = other;
    return name;
}();

} // namespace detail

namespace detail {

template <template <class...> class List, class... D>
constexpr auto list_wire_values(List<D...>*) {
    constexpr std::size_t size = [] {
        std::size_t most = 0;
        ((most = static_cast<std::size_t>(D::value) < most ? most : static_cast<std::size_t>(D::value)), ...);
        return most + 1;
    }();
    std::array<std::string_view, size> values{};
    values.fill(std::string_view{}); // GCC 12 does not know elements that only `{}` has made
    ((values[static_cast<std::size_t>(D::value)] = wire_value<D>), ...);
    return values;
}

/// What each number is on the wire, up to that of the last enumerator of E; empty where it is none.
template <class E>
inline constexpr auto
    wire_values = list_wire_values(static_cast<boost::describe::describe_enumerators<E>*>(nullptr));

} // namespace detail

/// The wire name of a described enumerator; empty for a number that is none.
template <class E>
constexpr std::string_view name_of(E value) {
    auto const i = static_cast<std::size_t>(value);
    if (i >= detail::wire_values<E>.size()) return {};
    return detail::wire_values<E>[i];
}

namespace detail {

template <class Descriptor, class E>
[[gnu::always_inline]] inline bool read_one(std::string_view name, E& value) {
    constexpr std::string_view wire = wire_value<Descriptor>;
    if (name.size() != wire.size() || !json::same_bytes<wire.size()>(name.data(), wire.data())) return false;
    value = Descriptor::value;
    return true;
}

template <class E, template <class...> class List, class... D>
[[gnu::always_inline]] inline bool read_any(std::string_view name, E& value, List<D...>*) {
    return (... || read_one<D>(name, value));
}

} // namespace detail

/// The enumerator of that wire name. Cost: one comparison of lengths for each enumerator, of bytes for one.
template <class E>
[[gnu::always_inline]] inline bool read_enumerator(std::string_view name, E& value) {
    return detail::read_any(name, value, static_cast<boost::describe::describe_enumerators<E>*>(nullptr));
}

/// A described enumerator of E, or the text of a value that E does not have. Default: the empty text.
template <class E>
class open_enum {
public:
    open_enum() = default;
    /// An enumerator.
    open_enum(E value) : value_(value), known_(true) {}

    /// Takes a wire value: an enumerator where E has it, else the text itself.
    explicit open_enum(std::string_view wire) { assign(wire); }

    /// Makes it that enumerator.
    void assign(E value) {
        value_ = value;
        known_ = true;
        if (!other_.empty()) other_.clear();
    }

    /// Makes it what stands on the wire: an enumerator where E has it, else the text. Its memory is reused.
    void assign(std::string_view wire) {
        known_ = read_enumerator(wire, value_);
        if (known_) other_.clear();
        else other_ = wire;
    }

    /// Whether it is an enumerator of E.
    bool known() const { return known_; }

    /// The enumerator, if there is one.
    std::optional<E> value() const { return known_ ? std::optional<E>(value_) : std::nullopt; }

    /// What stands on the wire.
    std::string_view text() const { return known_ ? name_of(value_) : std::string_view(other_); }

    /// Whether the same stands on the wire.
    friend bool operator==(open_enum const& a, open_enum const& b) {
        return a.known_ == b.known_ && (a.known_ ? a.value_ == b.value_ : a.other_ == b.other_);
    }
    /// Whether it is that enumerator.
    friend bool operator==(open_enum const& a, E b) { return a.known_ && a.value_ == b; }

private:
    E value_{};
    bool known_ = false;
    std::string other_;
};

} // namespace dynabackup
