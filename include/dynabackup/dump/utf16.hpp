#pragma once
/// \file
/// Inputs in UTF-16, as Windows PowerShell's `>` writes them. Needs iconv, which is a part of the C library on Linux.
/// dynabackup.hpp does not include this header.

#include <dynabackup/detail/dump/inflow.hpp>
#include <dynabackup/dump/source.hpp>

#include <iconv.h>

#include <cerrno>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup {

namespace detail {

/// Whether a text begins with the byte order mark of UTF-16.
inline bool begins_utf16(std::string_view text) {
    return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
}

/// Converts UTF-16 to UTF-8. An unpaired surrogate becomes bytes that are not UTF-8, so that its place is reported.
class utf16_source final : public byte_source {
public:
    /// \pre `from` begins with a byte order mark.
    explicit utf16_source(inflow&& from)
        : from_(std::move(from)),
          converter_(iconv_open("UTF-8", from_.rest().starts_with("\xFF\xFE") ? "UTF-16LE" : "UTF-16BE")) {
        from_.drop(2);
    }
    ~utf16_source() override {
        if (is_open()) iconv_close(converter_);
    }
    utf16_source(utf16_source const&) = delete;
    utf16_source& operator=(utf16_source const&) = delete;

    std::size_t read(char* to, std::size_t size, std::string& problem) override {
        constexpr std::size_t longest = 4; // bytes of a character, in both encodings
        if (!is_open()) problem = "it is UTF-16, which iconv cannot convert on this system";
        char* out = to;
        std::size_t room = size;
        while (problem.empty() && room >= longest) {
            from_.fill(longest, problem);
            auto const rest = from_.rest();
            if (rest.empty()) break;
            char* in = const_cast<char*>(rest.data()); // iconv does not change it
            std::size_t left = rest.size();
            bool const failed = iconv(converter_, &in, &left, &out, &room) == static_cast<std::size_t>(-1);
            int const why = failed ? errno : 0;
            from_.drop(rest.size() - left);
            if (!failed || why == E2BIG) {
                if (out != to) break;
                continue;
            }
            if (why == EINVAL && left >= longest) continue;
            if (why == EINVAL && from_.rest().size() < longest && out != to) break; // the rest may follow
            *out++ = '\xFF';
            --room;
            from_.drop(left < 2 ? left : 2);
        }
        return static_cast<std::size_t>(out - to);
    }

private:
    // The value that iconv_open returns if it fails. NOLINTNEXTLINE(performance-no-int-to-ptr)
    bool is_open() const { return converter_ != reinterpret_cast<iconv_t>(-1); }

    inflow from_;
    iconv_t converter_;
};

} // namespace detail

/// Returns the input, converted to UTF-8 if it is UTF-16 with a byte order mark. Places in findings are those of the
/// UTF-8 text. When such an input is opened, calls `on_utf16` with its name, in the thread that opens it.
inline dump_input as_utf8(dump_input input, std::function<void(std::string_view name)> on_utf16 = {}) {
    input.open = [from = std::move(input.open), name = input.name,
                  on_utf16 = std::move(on_utf16)](std::string& problem) -> std::unique_ptr<byte_source> {
        auto source = from(problem);
        if (!source) return nullptr;
        if (auto const whole = source->all(); !whole.empty() && !detail::begins_utf16(whole)) return source;
        detail::inflow bytes(std::move(source));
        bytes.fill(2, problem);
        auto const text = bytes.rest();
        if (!detail::begins_utf16(text)) return std::make_unique<detail::plain_source>(std::move(bytes));
        if (on_utf16) on_utf16(name);
        return std::make_unique<detail::utf16_source>(std::move(bytes));
    };
    return input;
}

} // namespace dynabackup
