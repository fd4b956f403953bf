#pragma once
/// \file
/// Compares the names of a list with each other.

#include <dynabackup/detail/config.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace dynabackup::detail {

/// The names of a list, in its order; some may be unknown. Up to `few` names are compared one by one, and need no
/// allocation. More names are sorted, once.
class name_list {
public:
    static constexpr std::size_t few = 8;

    // `name_list names{};` does not clear few_. NOLINTNEXTLINE(modernize-use-equals-default)
    name_list() {}
    ~name_list() {
        if (many_) forget();
    }
    name_list(name_list const&) = delete;
    name_list& operator=(name_list const&) = delete;

    /// Appends a name; none if it is not known.
    DYNABACKUP_ALWAYS_INLINE void add(std::optional<std::string_view> name) {
        if (size_ < few) few_[size_++] = name ? entry{name->data(), name->size()} : entry{nullptr, 0};
        else add_to_many(name);
    }

    std::size_t size() const { return size_; }

    /// Whether a name is in the list.
    bool contains(std::string_view name) {
        if (many_) return many_contain(name);
        for (std::size_t i = 0; i < size_; ++i)
            if (few_[i].is(name)) return true;
        return false;
    }

    /// Returns the place of the first name that is equal to the name at place i. None if i is that place, or its name
    /// is not known.
    std::optional<std::size_t> earlier(std::size_t i) {
        if (many_) return earlier_of_many(i);
        for (std::size_t j = 0; few_[i].text && j < i; ++j)
            if (few_[j].is({few_[i].text, few_[i].size})) return j;
        return {};
    }

private:
    /// A name, or no text if the name is not known.
    struct entry {
        char const* text;
        std::size_t size;

        bool is(std::string_view name) const { return text && std::string_view(text, size) == name; }
    };
    struct many; ///< more than a few names

    DYNABACKUP_INLINE void add_to_many(std::optional<std::string_view> name);
    DYNABACKUP_INLINE bool many_contain(std::string_view name);
    DYNABACKUP_INLINE std::optional<std::size_t> earlier_of_many(std::size_t i);
    DYNABACKUP_INLINE void forget();

    std::size_t size_ = 0;
    entry few_[few];
    many* many_ = nullptr; ///< all names, if there are more than a few
};

} // namespace dynabackup::detail

#if DYNABACKUP_DEFINE

#include <algorithm>
#include <utility>
#include <vector>

namespace dynabackup::detail {

struct name_list::many {
    std::vector<std::optional<std::string_view>> names;
    std::vector<std::size_t> sorted; ///< the places of the names, sorted by name, then by place
    std::vector<std::size_t> first;  ///< for each place, the first place with the same name

    void sort() {
        if (sorted.size() == names.size()) return;
        sorted.resize(names.size());
        first.resize(names.size());
        for (std::size_t i = 0; i < names.size(); ++i) sorted[i] = i;
        std::sort(sorted.begin(), sorted.end(),
                  [&](auto a, auto b) { return std::pair(names[a], a) < std::pair(names[b], b); });
        for (std::size_t i = 0, begin = 0; i < names.size(); ++i) {
            if (names[sorted[i]] != names[sorted[begin]]) begin = i;
            first[sorted[i]] = sorted[begin];
        }
    }
};

DYNABACKUP_INLINE void name_list::add_to_many(std::optional<std::string_view> name) {
    if (!many_) {
        many_ = new many;
        for (auto const& e : few_)
            many_->names.push_back(e.text ? std::optional<std::string_view>({e.text, e.size}) : std::nullopt);
    }
    many_->names.push_back(name);
    ++size_;
}

DYNABACKUP_INLINE bool name_list::many_contain(std::string_view name) {
    many_->sort();
    auto const& [names, sorted, first] = *many_;
    auto const at =
        std::lower_bound(sorted.begin(), sorted.end(), name,
                         [&n = names](std::size_t i, std::string_view text) { return n[i] < text; });
    return at != sorted.end() && names[*at] == name;
}

DYNABACKUP_INLINE std::optional<std::size_t> name_list::earlier_of_many(std::size_t i) {
    if (!many_->names[i]) return {};
    many_->sort();
    auto const place = many_->first[i];
    return place != i ? std::optional(place) : std::nullopt;
}

DYNABACKUP_INLINE void name_list::forget() { delete many_; }

} // namespace dynabackup::detail

#endif
