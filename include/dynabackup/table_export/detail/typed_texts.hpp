#pragma once
/// \file
/// Reads the text of an attribute into the C++ type of a member: a string, a number, bytes, an enumerator.

#include <dynabackup/aws/detail/tagged_values.hpp>
#include <dynabackup/detail/config.hpp>
#include <dynabackup/detail/json/digits.hpp>
#include <dynabackup/table_export/detail/typed_values.hpp>

#include <charconv>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>
#include <system_error>

namespace dynabackup::table_export::detail {

using aws::detail::tagged_values;
using dynabackup::detail::read_result;
using dynabackup::detail::token;

/// What is wrong with a text; the rule is null if the text is valid.
struct text_defect {
    rule const* which = nullptr;
    std::string_view message = {};
};

/// Reads up to sixteen digits that fit the type, as most whole numbers are written. Returns false if the text has
/// another form.
template <std::integral V>
DYNABACKUP_ALWAYS_INLINE inline bool take_digits(std::string_view text, V& out) {
    std::uint64_t number = 0;
    if (text.empty() || text.size() > 16 || !json::detail::read_digits(text.data(), text.size(), number) ||
        number > static_cast<std::uint64_t>(std::numeric_limits<V>::max()))
        return false;
    out = static_cast<V>(number);
    return true;
}

template <number_type V>
text_defect take_number(std::string_view text, V& out) {
    if constexpr (std::integral<V>)
        if (take_digits(text, out)) [[likely]]
            return {};
    if constexpr (std::integral<V> || DYNABACKUP_FLOATING_FROM_CHARS) {
        auto const read = std::from_chars(text.data(), text.data() + text.size(), out);
        if (read.ec == std::errc{} && read.ptr == text.data() + text.size()) {
            if constexpr (std::integral<V>) return {};
            // from_chars also accepts `inf` and `nan`, which are not numbers here.
            char const last = text.back();
            if (last == '.' || (last >= '0' && last <= '9')) return {};
        }
    }
    auto const number = aws::read_decimal_text(text);
    if (!number) return {&item::number, "Not a number."};
    if constexpr (std::floating_point<V>) {
        if (auto const value = aws::to_floating<V>(text)) return out = *value, text_defect{};
    } else {
        if (auto const value = aws::to_integer<V>(text)) return out = *value, text_defect{};
        if (number->power < static_cast<std::int64_t>(number->significant) - 1)
            return {&reading::not_integer, "The number has a fraction; the member is a whole number."};
    }
    return {&reading::out_of_range, "The number does not fit the type of the member."};
}

template <text_type V>
text_defect take_text(std::string_view text, V& out) {
    if constexpr (std::same_as<V, std::string> || is_open_enum<V>) {
        out.assign(text);
    } else if constexpr (std::same_as<V, aws::Number>) {
        if (!aws::read_decimal_text(text)) return {&item::number, "Not a number."};
        out = aws::Number(std::string(text));
    } else if constexpr (number_type<V>) {
        return take_number(text, out);
    } else if constexpr (byte_vector<V>) {
        auto const bytes = aws::from_base64(text);
        if (!bytes) return {&item::binary, "Not base64 with padding."};
        out.resize(bytes->size());
        if (!bytes->empty()) std::memcpy(out.data(), bytes->data(), bytes->size());
    } else {
        if (!read_enumerator(text, out))
            return {&reading::unknown_value, "Not an enumerator of the member's enumeration."};
    }
    return {};
}

template <text_type V>
read_result read_text(tagged_values& in, token at, V& out, path_node const& where) {
    if constexpr (std::same_as<V, std::string>) {
        return in.read_text(at, out, where);
    } else {
        std::string_view text;
        auto const result = in.read_view(at, text, where);
        if (!result.status.is_read()) return result;
        auto const defect = take_text(text, out);
        if (!defect.which) [[likely]]
            return result;
        return in.refuse_value(at, where, *defect.which, std::string(defect.message));
    }
}

} // namespace dynabackup::table_export::detail
