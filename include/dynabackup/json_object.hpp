#pragma once
/// \file
/// A JSON object whose member names the API does not define: a map, such as the tags of a resource.

#include <string>
#include <string_view>
#include <utility>

namespace dynabackup {

/// An object with members of any name. Keeps its JSON as it was read, byte for byte: order, spelling and white space.
/// Default: `{}`. Two objects are equal if their texts are.
class json_object {
public:
    /// `{}`.
    json_object() = default;
    /// The object with that text. \pre The text is a JSON object.
    explicit json_object(std::string json) : text_(std::move(json)) {}

    /// Its JSON. Valid until the object changes.
    [[nodiscard]] std::string_view text() const noexcept {
        return text_.empty() ? std::string_view("{}") : std::string_view(text_);
    }

    /// Replaces the text, and reuses the memory. \pre The text is a JSON object.
    void assign(std::string_view json) { text_.assign(json); }
    /// Resets it to `{}`, and keeps the memory.
    void clear() noexcept { text_.clear(); }

    /// Compares the texts.
    [[nodiscard]] friend bool operator==(json_object const& a, json_object const& b) noexcept {
        return a.text() == b.text();
    }

private:
    std::string text_;
};

} // namespace dynabackup
