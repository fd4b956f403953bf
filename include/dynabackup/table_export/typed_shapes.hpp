#pragma once
/// \file
/// Shapes whose items are a user's struct: item_of<T> is a line of a full export, change_of<T> a line of an incremental
/// export, page_of<T> a page of Scan or Query. The engine reads them like any other record, with findings, places, and
/// the user's own rules.

#include <dynabackup/table_export/detail/typed_reading.hpp>
#include <dynabackup/table_export/system.hpp>
#include <dynabackup/timestamp.hpp>

#include <boost/describe/class.hpp>

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace dynabackup::table_export {

/// The attributes of an item as a user's struct.
template <class T>
struct typed_attributes {
    T value{};         ///< the user's struct
    bool fits = false; ///< whether all of it was read; if not, findings say why
};

namespace detail {

template <class T>
read_result read_typed_attributes(dynabackup::detail::reader& r, std::uint32_t const* at, void* value,
                                  path_node const& where, dynabackup::detail::allowance may) {
    tagged_values in(r);
    if (!in.is(at, '{') || in.is_too_deep()) [[unlikely]]
        return dynabackup::detail::refuse_object(r, at, where, may);
    auto& to = *static_cast<typed_attributes<T>*>(value);
    auto result = read_attributes(in, at, to.value, where, 1);
    to.fits = result.status.is_read();
    if (!result.status.stopped())
        result.status = value_read; // distinguishes an item that does not fit from one that is absent
    return result;
}

template <class T>
inline constexpr custom_functions typed_functions{
    .read = read_typed_attributes<T>,
    .append =
        [](std::string& out, void const* value, unreadable_fields const*) {
            aws::append_json(out, to_attributes(static_cast<typed_attributes<T> const*>(value)->value));
        },
    .equal =
        [](void const* a, void const* b) {
            return to_attributes(static_cast<typed_attributes<T> const*>(a)->value) ==
                   to_attributes(static_cast<typed_attributes<T> const*>(b)->value);
        },
    .schema = aws::detail::attribute_functions<aws::AttributeMap>.schema,
    .definition_name = aws::detail::attribute_functions<aws::AttributeMap>.definition_name,
    .definition = aws::detail::attribute_functions<aws::AttributeMap>.definition};

} // namespace detail

/// How reading and writing treat the attributes of an item.
template <class T>
constexpr custom_functions const& custom_value(std::type_identity<typed_attributes<T>>) {
    return detail::typed_functions<T>;
}

/// `{"Item":{…}}` with the attributes of a user's struct.
template <class T>
struct item_of {
    /// The user's struct.
    using described_as = T;
    typed_attributes<T> item{}; ///< its attributes
    BOOST_DESCRIBE_CLASS(item_of, (), (item), (), ())

    bool fits() const { return item.fits; } ///< whether all of it was read
};
template <class T>
constexpr dialect_facts dialect(std::type_identity<item_of<T>>) {
    return dialect(std::type_identity<ExportedItem>{});
}
template <class T>
constexpr auto members(std::type_identity<item_of<T>>) {
    return std::array{describe<&item_of<T>::item>()};
}
template <class T>
constexpr auto tolerated(std::type_identity<item_of<T>>) {
    return tolerated_in_item;
}
template <class T>
constexpr bool is_record(std::type_identity<item_of<T>>) {
    return true;
}
/// It counts as an item.
template <class T>
constexpr bool is_item(std::type_identity<item_of<T>>) {
    return true;
}

/// A line of an incremental export, with the images as a user's struct.
template <class T>
struct change_of {
    /// The user's struct.
    using described_as = T;
    ChangeMetadata metadata{};                      ///< when it was written
    aws::AttributeMap keys{};                       ///< the key of the item
    std::optional<typed_attributes<T>> old_image{}; ///< see before
    std::optional<typed_attributes<T>> new_image{}; ///< see after
    BOOST_DESCRIBE_CLASS(change_of, (), (metadata, keys, old_image, new_image), (), ())

    /// Whether all of it was read.
    bool fits() const { return (!old_image || old_image->fits) && (!new_image || new_image->fits); }
    /// Returns when it was written, to the microsecond; nothing if the line does not say.
    std::optional<timestamp> time() const {
        auto const micros = metadata.write_timestamp_micros.template as<std::int64_t>();
        constexpr std::int64_t most = 9'223'372'036'854'775; // the most that a timestamp holds
        if (!micros || *micros > most || *micros < -most) return std::nullopt;
        return timestamp{std::chrono::microseconds{*micros}};
    }
    /// The item before the change; null: there was none, or the export has only new images.
    T const* before() const { return old_image ? &old_image->value : nullptr; }
    /// The item after the change; null: the item was deleted.
    T const* after() const { return new_image ? &new_image->value : nullptr; }
};
template <class T>
constexpr dialect_facts dialect(std::type_identity<change_of<T>>) {
    return dialect(std::type_identity<ExportedChange>{});
}
template <class T>
constexpr auto members(std::type_identity<change_of<T>>) {
    using C = change_of<T>;
    return std::array{describe<&C::metadata>(), describe<&C::keys>(), describe<&C::old_image>(),
                      describe<&C::new_image>()};
}
template <class T>
constexpr bool is_record(std::type_identity<change_of<T>>) {
    return true;
}
/// It counts as an item.
template <class T>
constexpr bool is_item(std::type_identity<change_of<T>>) {
    return true;
}

/// A page of Scan or Query with the items as a user's struct.
template <class T>
struct page_of {
    /// The user's struct.
    using described_as = T;
    std::optional<unwrapped_list<item_of<T>>> items{};     ///< the items of this page
    std::optional<std::int64_t> count{};                   ///< the number of items
    std::optional<std::int64_t> scanned_count{};           ///< the number of items before the filter
    std::optional<aws::AttributeMap> last_evaluated_key{}; ///< of the item that ended the page
    nullable<json_object> consumed_capacity{};             ///< what it cost
    BOOST_DESCRIBE_CLASS(page_of, (), (items, count, scanned_count, last_evaluated_key, consumed_capacity),
                         (), ())
};
template <class T>
constexpr dialect_facts dialect(std::type_identity<page_of<T>>) {
    return dialect(std::type_identity<ScanOutput>{});
}
template <class T>
constexpr auto members(std::type_identity<page_of<T>>) {
    return members_of_page<page_of<T>>();
}
template <class T>
constexpr auto tolerated(std::type_identity<page_of<T>>) {
    return tolerated_in_page;
}
template <class T>
constexpr std::string_view page_token(std::type_identity<page_of<T>>) {
    return page_token(std::type_identity<ScanOutput>{});
}
template <class T>
constexpr auto rules(std::type_identity<page_of<T>>) {
    return rules_of_pages<page_of<T>>();
}

namespace detail {

/// The documents with records of that type: lines of exports.
template <class Record>
inline constexpr std::array typed_documents{
    document_type{.clues = metadata_clue | keys_clue, .shape = &shape_rules_of<Record>, .is_list = true}};
/// Items also occur in pages.
template <class T>
inline constexpr std::array typed_documents<item_of<T>>{
    document_type{.clues = item_clue, .shape = &shape_rules_of<item_of<T>>, .is_list = true},
    document_type{.clues = items_clue, .shape = &shape_rules_of<page_of<T>>, .is_list = true},
    document_type{.clues = list_clue | scanned_clue, .shape = &shape_rules_of<page_of<T>>, .is_list = true}};

template <class Record>
inline constexpr std::array typed_rules{&shape_rules_of<Record>};
template <class T>
inline constexpr std::array typed_rules<item_of<T>>{&shape_rules_of<item_of<T>>, &shape_rules_of<page_of<T>>};

} // namespace detail

/// A system whose only documents are these records. Listed before the known systems, it replaces their items or
/// changes.
template <class Record>
inline constexpr system_table typed_system{
    .name = "items",
    .shapes = detail::typed_rules<Record>,
    .clues = detail::tables<void>::clues,
    .documents = detail::typed_documents<Record>,
    .sync_names = detail::tables<void>::sync_names,
};

/// Makes a user's rule for the items of a struct, for check_options::rules: `apply(item, in)`. Paths begin at the line:
/// `in.fail({"Item"sv, "total"sv}, …)`.
template <class T, class F>
user_rule make_item_rule(rule const& r, F apply) {
    return make_user_rule<item_of<T>>(
        r, [apply = std::move(apply)](item_of<T> const& t, rule_context& in) { apply(t.item.value, in); });
}

} // namespace dynabackup::table_export
