#pragma once
/// \file
/// Reads the items of tables into the user's own structs.
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
/// Attributes have the names of the members; `members(std::type_identity<T>)`, declared beside the struct, renames them
/// as in the shapes of the library. Attributes that the struct does not have are skipped, or are stored in the member
/// that `other_attributes(std::type_identity<T>)` names. A member has one of these types:
///
/// | C++ | DynamoDB |
/// |---|---|
/// | std::string, open_enum of a described enumeration, the enumeration itself | S |
/// | whole numbers and floating point, aws::Number for all digits | N |
/// | bool | BOOL |
/// | std::vector of std::byte or unsigned char | B |
/// | std::set, std::unordered_set | SS, NS or BS, by their elements |
/// | std::vector of other types | L; it reads a set, too |
/// | a described struct, std::map and std::unordered_map with texts as keys, aws::AttributeMap | M |
/// | std::optional | absent, NULL, or the type of its value |
/// | aws::AttributeValue | any |
///
/// A floating-point number that is written must be finite.

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

/// How a dump is read whose items are those of a user's struct: as what table exports have, and by the systems that the
/// options name.
template <class Record>
struct typed_reading {
    static dump_options choose(dump_options chosen) {
        auto const own = std::move(chosen.systems);
        chosen.systems = {&table_export::typed_system<Record>,
                          &table_export::system<std::conditional_t<std::is_void_v<Record>, Record, void>>};
        chosen.systems.insert(chosen.systems.end(), own.begin(), own.end());
        return chosen;
    }
};
template <class T>
struct reading_for<table_export::item_of<T>> : typed_reading<table_export::item_of<T>> {};
template <class T>
struct reading_for<table_export::change_of<T>> : typed_reading<table_export::change_of<T>> {};

/// Returns the part of a record that the range hands out: the item of a line, or the whole change.
template <class T>
T& unwrapped(table_export::item_of<T>& record) {
    return record.item.value;
}
template <class T>
table_export::change_of<T>& unwrapped(table_export::change_of<T>& record) {
    return record;
}

/// The records of a dump as a single-pass range: see items and changes.
template <class Record>
class typed_records {
public:
    typed_records(std::vector<dump_input> inputs, dump_options const& chosen, dump_sink* sink)
        : all_(std::move(inputs), chosen, sink) {}

    using value = std::remove_reference_t<decltype(unwrapped(std::declval<Record&>()))>;

    /// A value and its place.
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
        /// Skips the records that do not fit.
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

/// The items of the inputs as a user's structs, in a single-pass range. Inputs are lines of exports, and pages of Scan
/// and Query. Each entry is a struct and its place. Items that do not fit the struct are reported as findings and
/// skipped. Manifests of exports are checked; other documents are findings, unless `chosen.systems` has their system. A
/// struct is valid until the iterator is incremented, and may be moved from.
template <class T>
class items : public detail::typed_records<table_export::item_of<T>> {
public:
    /// Findings and unreadable inputs go to `sink`, unless it is null; `sink` must outlive the range. With
    /// `chosen.check.strict`, attributes that the struct does not have are findings, too.
    explicit items(std::vector<dump_input> inputs, dump_options const& chosen = {}, dump_sink* sink = nullptr)
        : detail::typed_records<table_export::item_of<T>>(std::move(inputs), chosen, sink) {}
};

/// The changes of incremental exports. Each has the item before and after the change as a user's struct. Otherwise like
/// items.
template <class T>
class changes : public detail::typed_records<table_export::change_of<T>> {
public:
    /// As the constructor of items.
    explicit changes(std::vector<dump_input> inputs, dump_options const& chosen = {},
                     dump_sink* sink = nullptr)
        : detail::typed_records<table_export::change_of<T>>(std::move(inputs), chosen, sink) {}
};

/// Reads `{"Item":{…}}`, a line of an export or the response of GetItem, into a user's struct. Returns the struct, or
/// the error with the smallest offset: see parse_into.
template <class T>
[[nodiscard]] result<T> parse_item(std::string_view json, parse_options const& chosen = {}) {
    auto read = parse<table_export::item_of<T>>(json, chosen);
    if (!read) return read.error(); // a text that does not fit has an error
    return std::move(read->item.value);
}

/// Reads a page of Scan or Query into structs. Returns the structs, or the error with the smallest offset: see
/// parse_into. Use `items` for pages of any size, and to continue after an item that does not fit.
template <class T>
[[nodiscard]] result<std::vector<T>> parse_items(std::string_view json, parse_options const& chosen = {}) {
    auto read = parse<table_export::page_of<T>>(json, chosen);
    if (!read) return read.error();
    std::vector<T> values;
    if (read->items)
        for (auto& one : *read->items) values.push_back(std::move(one.item.value));
    return values;
}

/// Returns the attributes of a user's struct, without absent members and empty sets.
template <class T>
aws::AttributeMap to_attributes(T const& item) {
    return table_export::detail::to_attributes(item);
}

/// Appends a user's struct as in a line of an export: `{"Item":{…}}`, without a line break.
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
