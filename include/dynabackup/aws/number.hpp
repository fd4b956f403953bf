#pragma once
/// \file
/// Number: a DynamoDB number with all of its digits, for members of a user's struct.

#include <dynabackup/aws/decimal_text.hpp>

#include <optional>
#include <string>
#include <type_traits>
#include <utility>

namespace dynabackup::aws {

/// The text of a number, as it was written.
class Number {
public:
    Number() = default;                                           ///< 0
    explicit Number(std::string text) : text_(std::move(text)) {} ///< that number

    std::string const& text() const { return text_; } ///< all digits

    /// Converts to an arithmetic type: exactly to whole numbers, to the nearest floating-point number. Returns nothing
    /// if the value does not fit.
    template <class T>
    requires std::is_arithmetic_v<T> std::optional<T> as()
    const {
        if constexpr (std::is_floating_point_v<T>) return to_floating<T>(text_);
        else return to_integer<T>(text_);
    }

    /// Compares by value; invalid numbers are compared by their characters.
    friend bool operator==(Number const& a, Number const& b) {
        auto const x = read_decimal_text(a.text_), y = read_decimal_text(b.text_);
        return x && y ? compare(*x, *y) == 0 : a.text_ == b.text_;
    }

private:
    std::string text_ = "0";
};

} // namespace dynabackup::aws
