#pragma once
/// \file
/// Finds the place of a path in the text. Rules read the model, so their findings have only paths.

#include <dynabackup/detail/json/cursor.hpp>
#include <dynabackup/detail/util/spelling.hpp>
#include <dynabackup/model/path.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::json {

/// Returns the name of a member, from the token of its key. A name with escapes is written to `scratch`.
inline std::string_view member_name(std::string_view text, std::uint32_t const* key, std::string& scratch) {
    auto name = text.substr(key[0] + 1, key[1] - key[0] - 1);
    name = name.substr(0, name.rfind('"'));
    if (name.find('\\') == name.npos) return name;
    return unescape(name.data(), name.data() + name.size(), scratch) ? name : std::string_view(scratch);
}

/// Finds values below a token of a well-formed value. Remembers the last way down, so that places in ascending order
/// are found in one pass over the lists above them.
class locator {
public:
    struct place {
        std::uint32_t const*
            token; ///< of the value or, if it is absent, of the container in which it is absent
        bool found;
        std::size_t depth; ///< the number of steps that were found
    };

    locator() = default;
    /// `any_names`: the spelling of a member may differ from that of a step.
    explicit locator(std::string_view text, bool any_names = false) : text_(text), any_names_(any_names) {}

    /// Continues with another text.
    void open(std::string_view text, bool any_names) {
        text_ = text;
        any_names_ = any_names;
        way_.clear();
    }

    place find(std::uint32_t const* value, std::span<path_step const> steps) {
        for (std::size_t depth = 0; depth < steps.size(); ++depth) {
            if (way_.size() == depth) way_.push_back({});
            if (!descend(way_[depth], value, steps[depth])) return {value, false, depth};
            value = way_[depth].child;
        }
        return {value, true, steps.size()};
    }

    /// Returns the name in the text of the member to which a step led.
    std::string_view spelled(std::size_t step) const { return way_[step].spelled; }

    /// Returns the name in the text of the member that find_member has found.
    std::string_view found_name() const { return found_name_; }

    /// Returns the value of a member of an object. Searches from a token after one of its members. Null if it is not
    /// there.
    std::uint32_t const* find_member(std::uint32_t const* behind, std::string_view name) {
        std::uint32_t const* found = nullptr;
        while (*behind < text_.size() && text_[*behind] == ',' && behind[1] < text_.size() &&
               text_[behind[1]] == '"') {
            auto const* const value = behind + 3;
            auto const here = member_name(text_, behind + 1, scratch_);
            if (is_name(here, name)) {
                found = value;
                found_name_ = here;
            }
            behind = behind_value(text_, value);
        }
        return found;
    }

    /// Returns the raw text of a value, at most `size` bytes. Does not split a character.
    std::string_view raw(std::uint32_t const* value, std::size_t size) const {
        std::size_t const first = *value;
        bool const container = opens(text_[first]);
        std::size_t depth = container;
        for (++value; depth != 0 && *value < text_.size() && *value - first < size; ++value) {
            depth += opens(text_[*value]);
            depth -= closes(text_[*value]);
        }
        std::size_t end = container && depth == 0 ? value[-1] + std::size_t{1} : *value;
        while (is_space(text_[end - 1])) --end;
        if (end - first > size) {
            end = first + size;
            while ((static_cast<unsigned char>(text_[end]) & 0xC0) == 0x80) --end;
        }
        return text_.substr(first, end - first);
    }

private:
    struct level {
        std::uint32_t const* container = nullptr;
        std::uint32_t const* child = nullptr;
        std::string name;
        std::size_t index = 0;
        std::string spelled = {}; ///< the name in the text
    };

    bool descend(level& known, std::uint32_t const* container, path_step const& next) {
        char const opener = text_[*container];
        if (opener != (next.is_index() ? '[' : '{')) return false;
        bool const same = known.container == container;
        if (next.is_index()) {
            if (!same || next.index() < known.index) known = {container, container + 1, {}, 0};
            if (text_[*known.child] == ']') return known.container = nullptr, false;
            for (; known.index < next.index(); ++known.index) {
                auto const* const comma = behind_value(text_, known.child);
                if (text_[*comma] != ',') return known.container = nullptr, false;
                known.child = comma + 1;
            }
            return true;
        }
        if (same && known.name == next.name()) return true;
        known = {container, nullptr, std::string(next.name()), 0};
        for (auto const* key = container + 1; text_[*key] == '"';) {
            auto const* const value = key + 2;
            if (auto const here = member_name(text_, key, scratch_); is_name(here, next.name())) {
                known.child = value; // of duplicate members, the last one is read
                known.spelled = here;
            }
            key = behind_value(text_, value);
            if (text_[*key] == ',') ++key;
        }
        if (!known.child) return known.container = nullptr, false;
        return true;
    }

    bool is_name(std::string_view here, std::string_view asked) const {
        return dynabackup::detail::is_read_as(here, asked, any_names_);
    }

    std::string_view text_;
    bool any_names_ = false;
    std::vector<level> way_;
    std::string scratch_, found_name_;
};

} // namespace dynabackup::json
