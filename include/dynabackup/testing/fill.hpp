#pragma once
/// \file
/// Fills a described struct with values that its description allows: members, enumerators and limits of the edition.
///
/// What ties the members of a shape together, its `settle(shape&, scene&)` establishes behind that: one function
/// beside this, for each shape that needs it (aws.hpp, clumio.hpp).

#include <dynabackup/aws/limits.hpp>
#include <dynabackup/model/shape.hpp>
#include <dynabackup/testing/scene.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace dynabackup::testing {

/// The members of a shape that are never left out, though optional: without them its documents are not recognised
/// as what they are, or would break a rule. Specialised beside `settle`.
template <class T>
inline constexpr std::array<std::size_t, 0> kept{};

/// The places of some members of one shape, for `kept`.
template <auto... Members>
inline constexpr std::array<std::size_t, sizeof...(Members)> indexes_of{
    dynabackup::detail::index_of<Members>...};

template <class T>
concept settled_shape = requires(T& object, scene& s) {
    settle(object, s);
};

template <described_struct T>
void fill(T& object, scene& s);

namespace detail {

// ---- texts ----

/// Where the text of a simple shape comes from.
enum class text_source : unsigned char {
    limits, ///< whatever its limits allow
    table_name,
    table_arn,
    table_id,
    backup_arn,
    backup_name,
    index_name,
    key,
    attribute,
    kms_key,
    message,
};

constexpr text_source source_of(simple_shape const* shape) {
    namespace simple = aws::simple;
    using enum text_source;
    if (shape == &simple::TableName) return table_name;
    if (shape == &simple::TableArn) return table_arn;
    if (shape == &simple::TableId) return table_id;
    if (shape == &simple::BackupArn) return backup_arn;
    if (shape == &simple::BackupName) return backup_name;
    if (shape == &simple::IndexName) return index_name;
    if (shape == &simple::KeySchemaAttributeName) return key;
    if (shape == &simple::NonKeyAttributeName || shape == &simple::AttributeName ||
        shape == &simple::VectorAttributeName || shape == &simple::TimeToLiveAttributeName)
        return attribute;
    if (shape == &simple::KMSMasterKeyArn) return kms_key;
    if (shape == &simple::ErrorMessage) return message;
    return limits;
}

/// Appends words until a text is long enough, and cuts it where it may be no longer.
inline void fill_text(std::string& out, limits const& allowed, scene& s) {
    out.clear();
    if (allowed.pattern && allowed.pattern->matches("0f8fad5b-d9cb-469f-a165-70867728950e") &&
        !allowed.pattern->matches("a"))
        return append_uuid(out, s.random());
    auto const least = static_cast<std::size_t>(std::max<std::int64_t>(allowed.min, 1));
    do {
        if (!out.empty()) out += '-';
        out += s.random().pick(words::attributes);
    } while (out.size() < least);
    if (allowed.has_max()) out.resize(std::min(out.size(), static_cast<std::size_t>(allowed.max)));
}

inline void draw_text(std::string& out, text_source source, limits const& allowed, scene& s) {
    switch (source) {
    case text_source::table_name: out = s.table().name; break;
    case text_source::table_arn: out = s.table().arn; break;
    case text_source::table_id: out = s.table().id; break;
    case text_source::backup_arn: out = s.backup().arn; break;
    case text_source::backup_name: out = s.backup().name; break;
    case text_source::index_name: s.name_index(out); break;
    case text_source::key: out = s.random().pick(words::keys); break;
    case text_source::attribute:
        out = s.is_rare() ? s.random().pick(words::rare_attributes) : s.random().pick(words::attributes);
        break;
    case text_source::kms_key: s.name_kms_key(out); break;
    case text_source::message: out = s.random().pick(words::messages); break;
    case text_source::limits: fill_text(out, allowed, s); break;
    }
}

// ---- values ----

/// What the description says of the value at hand.
struct value_facts {
    text_source source = text_source::limits;
    simple_shape const* simple = nullptr;
    limits allowed{.since = {}};
};

inline void draw(std::string& out, value_facts const& facts, scene& s) {
    draw_text(out, facts.source, facts.allowed, s);
}

inline void draw(bool& out, value_facts const&, scene& s) { out = s.random().one_in(2); }

inline void draw(std::int64_t& out, value_facts const& facts, scene& s) {
    constexpr std::int64_t large = std::int64_t{1} << 40;
    out = s.random().log_between(std::max<std::int64_t>(facts.allowed.min, 0),
                                 std::min(facts.allowed.max, large));
    if (s.is_rare() && s.random().one_in(8)) out = facts.allowed.max;
}

inline void draw(timestamp& out, value_facts const& facts, scene& s) {
    if (facts.simple == &aws::simple::BackupCreationDateTime) out = s.backup().created;
    else if (facts.simple == &aws::simple::TableCreationDateTime) out = timestamp{s.table().created};
    else out = timestamp{s.draw_time()};
}

/// Any enumerator of the edition.
template <class E>
void draw(open_enum<E>& out, value_facts const&, scene& s) {
    using all = boost::describe::describe_enumerators<E>;
    std::array<E, boost::mp11::mp_size<all>::value> known{};
    std::size_t n = 0;
    boost::mp11::mp_for_each<all>([&](auto d) {
        if (since(d.value) <= s.edition()) known[n++] = d.value;
    });
    if (n > 0) out.assign(known[s.random().below(n)]);
}

template <described_struct T>
void draw(T& out, value_facts const&, scene& s) {
    fill(out, s);
}

/// Small lists are as likely as all of the larger ones together.
template <class V>
void draw(std::vector<V>& out, value_facts const& facts, scene& s) {
    constexpr std::int64_t most_elements = 6;
    auto const most = record_shape<V> ? static_cast<std::int64_t>(s.options().most_backups) : most_elements;
    auto const& allowed = facts.allowed;
    auto const size =
        s.random().log_between(std::max<std::int64_t>(allowed.min, 0), std::min(allowed.max, most));
    out.resize(static_cast<std::size_t>(size));
    auto const* const of_elements = facts.simple ? facts.simple->element : nullptr;
    value_facts each{source_of(of_elements), of_elements};
    if (of_elements) each.allowed = of_elements->at(s.edition());
    for (auto& element : out) draw(element, each, s);
}

// ---- members ----

template <class T, std::size_t I>
void fill_member(T& object, scene& s) {
    constexpr auto const& facts = facts_of<T>[I];
    auto& member = object.*described_member<T, I>::pointer;
    using member_type = std::remove_cvref_t<decltype(member)>;
    if (facts.entered > s.edition()) { // a required one is its default: nothing shows it
        if constexpr (optional_member<member_type>) member.reset();
        else member = {};
        return;
    }
    constexpr text_source now = source_of(facts.simple), former = source_of(facts.former);
    bool const is_former = facts.former && s.edition() < facts.changed;
    value_facts value{is_former ? former : now, is_former ? facts.former : facts.simple};
    if (value.simple) value.allowed = value.simple->at(s.edition());
    if constexpr (optional_member<member_type>) {
        constexpr bool keep = std::ranges::count(kept<T>, I) > 0;
        if (!keep && s.leaves_out()) {
            member.reset();
            if constexpr (is_nullable<member_type>)
                if (s.random().one_in(2)) member = nullptr;
            return;
        }
        if (!member) member.emplace();
        draw(*member, value, s);
    } else {
        draw(member, value, s);
    }
}

} // namespace detail

/// Fills all members, whose memory is reused, and settles what ties them together.
template <described_struct T>
void fill(T& object, scene& s) {
    bool const outermost = record_shape<T> && s.enter_record();
    [&]<std::size_t... I>(std::index_sequence<I...>) { (detail::fill_member<T, I>(object, s), ...); }
    (std::make_index_sequence<member_count<T>>{});
    if constexpr (settled_shape<T>) settle(object, s);
    if (outermost) s.leave_record();
}

} // namespace dynabackup::testing
