#pragma once
/// \file
/// A member whose documentation gives `null` a meaning of its own.

#include <concepts>
#include <cstddef>
#include <optional>
#include <type_traits>
#include <utility>

namespace dynabackup {

/// Absent, null, or a value: three states that differ on the wire. Default: absent. `nullptr` means null.
///
/// Its functions are those of std::optional; null counts as no value. It has no `value()`, which would throw. It does
/// not take `std::nullopt`, which could mean either of the two other states. It has no order.
template <class T>
class nullable {
public:
    using value_type = T; ///< as of `std::optional`

    /// Absent.
    nullable() = default;
    /// Null.
    nullable(std::nullptr_t) : null_(true) {}

    /// A value.
    template <class U = T>
    requires(!std::same_as<std::remove_cvref_t<U>, nullable> && std::convertible_to<U&&, T>)
        nullable(U&& value)
        : value_(std::forward<U>(value)) {}

    [[nodiscard]] bool has_value() const noexcept { return value_.has_value(); } ///< neither absent nor null
    explicit operator bool() const noexcept { return has_value(); }              ///< has_value()
    [[nodiscard]] bool is_null() const noexcept { return null_; }                ///< the value is null
    [[nodiscard]] bool is_absent() const noexcept {
        return !has_value() && !null_;
    } ///< neither a value nor null

    /// The value, or `other` if there is none.
    template <class U>
    [[nodiscard]] T value_or(U&& other) const {
        return value_.value_or(std::forward<U>(other));
    }

    /// \pre has_value()
    T& operator*() { return *value_; }
    /// \pre has_value()
    T const& operator*() const { return *value_; }
    /// \pre has_value()
    T* operator->() { return &*value_; }
    /// \pre has_value()
    T const* operator->() const { return &*value_; }

    /// Assigns a value that is constructed from the arguments.
    template <class... Args>
    T& emplace(Args&&... args) {
        null_ = false;
        return value_.emplace(std::forward<Args>(args)...);
    }
    /// Makes it absent.
    void reset() {
        value_.reset();
        null_ = false;
    }

    /// Absent, null and a value differ; values are compared.
    friend bool operator==(nullable const& a, nullable const& b) {
        return a.null_ == b.null_ && a.value_ == b.value_;
    }

private:
    std::optional<T> value_;
    bool null_ = false; ///< if true, there is no value
};

} // namespace dynabackup
