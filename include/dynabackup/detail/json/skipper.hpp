#pragma once
/// \file
/// Skips a value that is too large to be read.

#include <cstddef>
#include <string_view>

namespace dynabackup::json {

/// Finds the end of a value in a text that comes in parts: the end of an object or a list by its brackets, that of
/// another value by what follows it. A string also ends at the end of a line, so that a missing quote costs one line.
/// Complexity: linear. Allocates nothing.
class skipper {
public:
    /// Continues with a text; the first text begins with the value. \return The number of its bytes that belong to the
    /// value.
    std::size_t skip(std::string_view text) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            char const c = text[i];
            if (in_string_) {
                if (escaped_) escaped_ = false;
                else if (c == '\\') escaped_ = true;
                else if (c == '"' || c == '\n') in_string_ = false;
            } else if (c == '"') {
                in_string_ = true;
            } else if (c == '{' || c == '[') {
                ++depth_;
            } else if (depth_ == 0 && (c == ',' || c == '}' || c == ']')) {
                done_ = true;
                return i;
            } else if ((c == '}' || c == ']') && --depth_ == 0) {
                done_ = true;
                return i + 1;
            }
        }
        return text.size();
    }

    bool done() const { return done_; }

private:
    std::size_t depth_ = 0;
    bool in_string_ = false;
    bool escaped_ = false;
    bool done_ = false;
};

} // namespace dynabackup::json
