#pragma once
/// \file
/// A member whose documentation gives `null` a meaning of its own.

#include <concepts>
#include <cstddef>
#include <optional>
#include <type_traits>
#include <utility>

namespace dynabackup {

/// Absent, null, or a value: three things that differ on the wire. Default: absent. `nullptr` stands for null.
/// It has what std::optional has; to that, null is a value that is not there.
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

    bool has_value() const { return value_.has_value(); }     ///< neither absent nor null
    explicit operator bool() const { return has_value(); }    ///< the same
    bool is_null() const { return null_; }                    ///< null stood there
    bool is_absent() const { return !has_value() && !null_; } ///< nothing stood there

    /// \pre has_value()
    T& operator*() { return *value_; }
    /// \pre has_value()
    T const& operator*() const { return *value_; }
    /// \pre has_value()
    T* operator->() { return &*value_; }
    /// \pre has_value()
    T const* operator->() const { return &*value_; }

    /// Makes it a value of these arguments.
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
    bool null_ = false; ///< then there is no value
};

} // namespace dynabackup
