#pragma once
/// \file
/// The items of tables as a user's own structs.
///
/// \code
/// struct Order {
///     std::string pk;
///     std::int64_t sk;
///     std::optional<double> total;
/// };
/// BOOST_DESCRIBE_STRUCT(Order, (), (pk, sk, total))
///
/// double sum = 0;
/// for (auto const& [order, at] : dynabackup::items<Order>(dynabackup::from_directory("export/")))
///     sum += order.total.value_or(0);
/// \endcode
/// Attributes have the names of the members; `members(std::type_identity<T>)` beside the struct renames them as in shapes of
/// the library. Which type of DynamoDB a C++ type takes stands in table_export/typed_values.hpp. Attributes that the struct does
/// not have are passed over, or go to the member that `other_attributes(std::type_identity<T>)` names.

#include <dynabackup/dump.hpp>
#include <dynabackup/parse.hpp>
#include <dynabackup/table_export/typed_shapes.hpp>

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup {

/// A change of an item: when it was written, its key, and the item before and after it.
template <class T>
using change = table_export::change_of<T>;

namespace detail {

/// How a dump is read whose items are those of a user's struct.
template <class Record>
dump_options as_typed(dump_options chosen) {
    chosen.systems.assign(1, &table_export::typed_system<Record>);
    for (auto const* system : known_systems()) chosen.systems.push_back(system);
    return chosen;
}

/// What a record of a range is to its user.
template <class T>
T& unwrapped(table_export::item_of<T>& record) {
    return record.item.value;
}
template <class T>
table_export::change_of<T>& unwrapped(table_export::change_of<T>& record) {
    return record;
}

/// The records of a dump as a range for one pass; see items and changes.
template <class Record>
class typed_records {
public:
    typed_records(std::vector<dump_input> inputs, dump_options const& chosen, dump_sink* sink)
        : all_(std::move(inputs), as_typed<Record>(chosen), sink) {}

    using value = std::remove_reference_t<decltype(unwrapped(std::declval<Record&>()))>;

    /// A value, and where it is.
    struct entry {
        value& item;               ///< may be moved from
        record_place const& place; ///< input, line
    };

    /// An input iterator.
    class iterator {
    public:
        using value_type = entry;
        using difference_type = std::ptrdiff_t;

        iterator() = default;
        explicit iterator(typename records<Record>::iterator at) : at_(at) { skip(); }
        entry operator*() const {
            auto const found = *at_;
            return {unwrapped(found.record), found.place};
        }
        iterator& operator++() {
            ++at_;
            skip();
            return *this;
        }
        void operator++(int) { ++*this; }
        bool operator==(std::default_sentinel_t end) const { return at_ == end; }

    private:
        /// Passes over what does not fit.
        void skip() {
            while (!(at_ == std::default_sentinel) && !(*at_).record.fits()) ++at_;
        }

        typename records<Record>::iterator at_;
    };

    iterator begin() { return iterator(all_.begin()); }     ///< for one loop
    std::default_sentinel_t end() const { return {}; }      ///< after the last one
    summary const& counts() const { return all_.counts(); } ///< of the inputs that have been read

private:
    records<Record> all_;
};

} // namespace detail

/// The items of the inputs, lines of exports and pages of Scan and Query, as a user's structs, as a range for one pass: each
/// entry is the struct, and its place. Items that
/// do not fit the struct are findings, and passed over; so is everything that is no item. A struct is valid until the iterator
/// is incremented, and may be moved from.
template <class T>
class items : public detail::typed_records<table_export::item_of<T>> {
public:
    /// Findings and unreadable inputs go to `sink`, if there is one; it must outlive the range. With
    /// `chosen.check.strict`, attributes that the struct does not have are findings, too.
    explicit items(std::vector<dump_input> inputs, dump_options const& chosen = {}, dump_sink* sink = nullptr)
        : detail::typed_records<table_export::item_of<T>>(std::move(inputs), chosen, sink) {}
};

/// The changes of incremental exports, with the items before and after them as a user's structs; otherwise as items.
template <class T>
class changes : public detail::typed_records<table_export::change_of<T>> {
public:
    /// As that of items.
    explicit changes(std::vector<dump_input> inputs, dump_options const& chosen = {},
                     dump_sink* sink = nullptr)
        : detail::typed_records<table_export::change_of<T>>(std::move(inputs), chosen, sink) {}
};

/// Reads `{"Item":{…}}`, a line of an export or the response of GetItem, into a user's struct. Returns the struct, or the error
/// with the smallest offset: see parse_into.
template <class T>
[[nodiscard]] result<T> parse_item(std::string_view json, parse_options const& chosen = {}) {
    auto read = parse<table_export::item_of<T>>(json, chosen);
    if (!read) return read.error(); // whatever does not fit has an error
    return std::move(read->item.value);
}

/// Reads a page of Scan or Query into structs. Returns the structs, or the error with the smallest offset: see parse_into. For
/// pages of any size, and to go on after an item that does not fit, there is `items`.
template <class T>
[[nodiscard]] result<std::vector<T>> parse_items(std::string_view json, parse_options const& chosen = {}) {
    auto read = parse<table_export::page_of<T>>(json, chosen);
    if (!read) return read.error();
    std::vector<T> values;
    if (read->items)
        for (auto& one : *read->items) values.push_back(std::move(one.item.value));
    return values;
}

/// The attributes of a user's struct. Members that are absent are left out, and so are empty sets.
template <class T>
aws::AttributeMap to_attributes(T const& item) {
    return table_export::detail::to_attributes(item);
}

/// Appends a user's struct as a line of an export has it: `{"Item":{…}}`, without a line break.
template <class T>
void append_item(std::string& out, T const& item) {
    out += "{\"Item\":";
    aws::append_json(out, to_attributes(item));
    out += '}';
}
/// Returns what append_item appends.
template <class T>
std::string write_item(T const& item) {
    std::string out;
    append_item(out, item);
    return out;
}

} // namespace dynabackup
