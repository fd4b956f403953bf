#pragma once
/// \file
/// Reads an object into a described struct.
///
/// Members are expected in wire order (AWS sorts them by name), then looked up: any order is read.

#include <dynabackup/read/leads_to_records.hpp>
#include <dynabackup/read/member.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <utility>

namespace dynabackup::detail {

/// The wire name of a member with its quotes, to compare with tokens.
template <class T, std::size_t I>
struct quoted_name {
    static constexpr auto text = [] {
        std::array<char, wire_name<T, I>.size() + 2> out{};
        out.front() = out.back() = '"';
        std::ranges::copy(wire_name<T, I>, out.begin() + 1);
        return out;
    }();
};

/// The member with that wire name or alias; member_count<T> if there is none.
template <class T>
constexpr std::size_t find_member(std::string_view name) {
    for (std::size_t i = 0; i < member_count<T>; ++i)
        if (wire_names<T>[i] == name || (!facts_of<T>[i].alias.empty() && facts_of<T>[i].alias == name))
            return i;
    return member_count<T>;
}

template <class T>
concept tolerates_members = requires {
    tolerated(std::type_identity<T>{});
};

template <class T>
concept has_page_token = requires {
    page_token(std::type_identity<T>{});
};

/// Walks over a member that T does not have, or not yet in the edition.
template <class T>
got skip_unknown(context& c, std::string_view name, edition entered, path_node const& parent) {
    path_node const where{&parent, name};
    auto const* const token = c.cursor.at;
    auto const result = skip(c, where, got::value);
    if (stops(result)) return result;
    if constexpr (has_page_token<T>)
        if (name == page_token(std::type_identity<T>{})) c.report_page_token(where, token);
    if constexpr (tolerates_members<T>)
        if (std::ranges::count(tolerated(std::type_identity<T>{}), name)) return result;
    auto message = concat(shape_name<T>(), " has no member of this name");
    if (entered != edition{}) message += concat(" before ", to_text(entered), ", when it was introduced");
    c.report(reading::unknown_member, where, token, message + '.');
    return result;
}

template <class T, std::size_t I>
got resume_member(context& c, T& object, path_node const& parent);

/// One object being read: the state between its members.
template <described_struct T>
class object_reader {
public:
    object_reader(context& c, T& object, path_node const& where) : c_(c), object_(object), where_(where) {}

    got read() {
        auto const* const opening = c_.cursor.at;
        ++c_.cursor.at;
        if (c_.cursor.peek() == '}') ++c_.cursor.at;
        else read_members();
        return finish(opening);
    }

    /// Goes on in the list of records where the last piece of text ended.
    got resume() {
        auto before = std::move(c_.suspended_objects.back());
        c_.suspended_objects.pop_back();
        seen_.bits = before.seen;
        if (!before.names.empty())
            unknown_ = std::make_unique<std::set<std::string, std::less<>>>(std::move(before.names));
        boost::mp11::mp_with_index<member_count<T>>(before.member, [&](auto i) {
            auto const result = resume_member<T, i>(c_, object_, where_);
            note_records<i>(result);
            if (!go_on(result, i)) read_members();
        });
        return finish(nullptr);
    }

private:
    static constexpr std::size_t nobody = member_count<T>;

    void read_members() {
        while (!done_) read_in_order(std::make_index_sequence<member_count<T>>{});
    }

    got finish(std::uint32_t const* opening) {
        if (stops(end_)) return end_;
        finish_members(c_, object_, seen_.bits, where_, opening);
        return got::value;
    }

    /// One pass over the members in wire order; what stands elsewhere is looked up.
    template <std::size_t... K>
    void read_in_order(std::index_sequence<K...>) {
        auto const* const before = c_.cursor.at;
        (void)(... || read_if_next<wire_order<T>[K]>());
        if (c_.cursor.at == before && !done_) look_up();
    }

    /// Whether the object has ended.
    template <std::size_t I>
    [[gnu::always_inline]] bool read_if_next() {
        if (next_ != I && !c_.cursor.is_key(quoted_name<T, I>::text)) return false;
        next_ = nobody;
        auto const* const key = c_.cursor.at;
        c_.cursor.at += 2;
        if (!c_.latest && facts_of<T>[I].entered > c_.options.edition) [[unlikely]]
            return go_on(read_unknown(name_of<I>(key), facts_of<T>[I].entered, key), I);
        bool const again = seen_.has(I);
        seen_.add(I);
        if (again) [[unlikely]]
            forget_unread(c_, object_.*described_member<T, I>::pointer);
        auto const result = read_member<T, I>(c_, object_, where_, name_of<I>(key));
        note_records<I>(result);
        if (again && !stops(result)) [[unlikely]]
            report_duplicate(name_of<I>(key), key);
        return go_on(result, I);
    }

    /// Behind the value of a member: a comma, or the end of the object.
    [[gnu::always_inline]] bool go_on(got result, std::size_t member) {
        if (stops(result)) [[unlikely]]
            return stop(result, member);
        char const c = c_.cursor.peek();
        if (c == ',') [[likely]] {
            ++c_.cursor.at;
            return false;
        }
        if (c == '}') {
            ++c_.cursor.at;
            return done_ = true;
        }
        c_.cursor.fail_here(json::cursor::expect_comma_or_brace);
        return give_up();
    }

    bool give_up() {
        c_.report_syntax(where_);
        return stop(got::broken, nobody);
    }

    template <std::size_t I>
    void note_records(got result) {
        using M = std::remove_reference_t<decltype(object_.*described_member<T, I>::pointer)>;
        if constexpr (leads_to_records<M>)
            if (!stops(result) && !c_.in_record()) c_.behind_records = c_.cursor.at;
    }

    [[gnu::noinline]] bool stop(got why, std::size_t member) {
        if (why == got::suspended)
            c_.suspended_objects.push_back(
                {member, seen_.bits, unknown_ ? std::move(*unknown_) : decltype(suspended_object::names){}});
        end_ = why;
        return done_ = true;
    }

    /// The next member is not the expected one: finds which it is, or walks over it.
    [[gnu::noinline]] bool look_up() {
        auto& cursor = c_.cursor;
        auto const* const key = cursor.at;
        if (!cursor.skip_key()) return give_up();
        auto const name = json::member_name(cursor.text(), key, c_.scratch);
        next_ = find_member<T>(name);
        if (next_ != nobody) {
            cursor.at = key;
            return false;
        }
        return go_on(read_unknown(name, edition{}, key), nobody);
    }

    /// How member I is spelled here.
    template <std::size_t I>
    [[gnu::always_inline]] std::string_view name_of(std::uint32_t const* key) const {
        constexpr std::string_view alias = facts_of<T>[I].alias;
        if constexpr (alias.empty()) return wire_name<T, I>;
        else return c_.cursor.text().substr(*key + 1, alias.size()) == alias ? alias : wire_name<T, I>;
    }

    /// Reads the value of a member that T does not have, or not yet; the cursor is behind its colon.
    [[gnu::noinline]] got read_unknown(std::string_view name, edition entered, std::uint32_t const* key) {
        if (!unknown_) unknown_ = std::make_unique<std::set<std::string, std::less<>>>();
        bool const again = unknown_->contains(name);
        if (!again) unknown_->emplace(name);
        auto const result = skip_unknown<T>(c_, name, entered, where_);
        if (again && !stops(result)) report_duplicate(name, key);
        return result;
    }

    void report_duplicate(std::string_view name, std::uint32_t const* key) {
        c_.report(reading::duplicate_member, {&where_, name}, key + 2,
                  concat("The member ", name, " stands twice in one object; the last one is read."));
    }

    context& c_;
    T& object_;
    path_node const& where_;
    std::size_t next_ = nobody; ///< the member that a look-up has found
    seen_members<T> seen_;
    bool done_ = false;
    got end_ = got::value;
    std::unique_ptr<std::set<std::string, std::less<>>> unknown_; ///< the unknown members so far
};

template <described_struct T>
got read_object(context& c, T& out, path_node const& where, allowed may) {
    if (c.cursor.peek() != '{') [[unlikely]]
        return wrong_type(c, where, "an object", may);
    if (c.depth == c.options.max_depth) return skip(c, where, got::unread);
    ++c.depth;
    auto const result = object_reader<T>(c, out, where).read();
    --c.depth;
    return result;
}

template <described_struct T>
got read_value(context& c, T& out, path_node const& where, allowed may) {
    if constexpr (record_shape<T>) {
        bool const absent = c.cursor.at == c.cursor.last || (may.null && c.cursor.peek() == 'n');
        if (c.records && !c.in_record() && !absent) {
            if (c.cursor.peek() == '{') return c.records->one(c, &out, where, may);
            c.refuse_record();
        }
    }
    return read_object(c, out, where, may);
}

} // namespace dynabackup::detail
