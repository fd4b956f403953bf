#pragma once
/// \file
/// The tables that reader, validator and writer interpret. A shape_table describes a struct, a member_table one of its
/// members, a value_table the C++ type of a value. model/tables.hpp makes them from the descriptions.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/detail/util/spelling.hpp>
#include <dynabackup/model/member.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace dynabackup {

/// How a family of documents is spelled; `dialect(std::type_identity<T>)`, declared beside its structs, returns one.
struct dialect_facts {
    bool pascal_case;    ///< `backup_arn` is `BackupArn` on the wire; else it is unchanged
    bool null_is_absent; ///< `null` is documented for any member; else it is a finding
    bool epoch_seconds;  ///< a time may be a number of seconds; else it is always text
    /// The system of the documents: `aws`. Distinguishes shapes of equal names.
    std::string_view system = {};
    bool camel_case = false;     ///< `export_arn` is `exportArn` on the wire
    bool sorted_on_wire = true;  ///< members are sent sorted by name; else in the documented order
    bool three_decimals = false; ///< a time that is text has three decimals, even if they are zeros
};

/// What a value is in JSON and in C++.
enum class value_kind : unsigned char {
    string,      ///< std::string
    integer,     ///< std::int64_t
    boolean,     ///< bool
    time,        ///< timestamp
    enumeration, ///< open_enum<E>
    any_object,  ///< json_object: its members have no names in the API
    object,      ///< a described struct
    list,        ///< std::vector<V>
    custom       ///< a type with its own functions for reading and writing: see custom_functions
};

/// The number of kinds.
inline constexpr unsigned value_kinds = static_cast<unsigned>(value_kind::custom) + 1;

/// The number of members that a struct may have: a set of members has a bit for each.
inline constexpr std::size_t most_members = 64;

/// Whether a member may be absent.
enum class presence : unsigned char {
    required, ///< T
    optional, ///< std::optional<T>
    nullable  ///< nullable<T>: absent, null, or a value
};

struct value_table;
struct shape_table;

/// The enumerators of an enumeration, by number.
struct enum_table {
    std::string_view name;                           ///< the enumeration's name, without namespaces
    std::span<std::string_view const> names;         ///< on the wire; empty if a number has no enumerator
    std::span<edition const> since;                  ///< the day on which each entered the API
    std::string_view (*hint)(std::string_view text); ///< says what an unknown value may mean; null: no hints
    std::span<std::uint8_t const> slots;             ///< number + 1 by hash, 0: free; a power of two
};

/// The elements of a list, as bytes.
struct list_view {
    char* data;
    std::size_t size; ///< elements
};

/// The operations of a std::vector<V>, independent of V.
struct list_functions {
    list_view (*view)(void* list);
    list_view (*append)(void* list); ///< adds an element with its default value
    void (*truncate)(void* list, std::size_t size);
};

class unreadable_fields; // model/unreadable_fields.hpp
struct path_node;        // model/path.hpp

namespace detail {
struct reader;      // detail/read/reader.hpp
struct allowance;   // detail/read/reader.hpp
struct read_result; // detail/read/status.hpp
} // namespace detail

/// The operations of a value whose JSON no table describes, because the names in it are data, as are the names of an
/// item's attributes. A function declared beside its type, `custom_value(std::type_identity<T>)`, returns them.
struct custom_functions {
    /// Reads the value at a token. Reports what cannot be read, and notes the unreadable values in it.
    detail::read_result (*read)(detail::reader& r, std::uint32_t const* at, void* value,
                                path_node const& where, detail::allowance may);
    /// Appends the value's JSON, without white space. Leaves out the values in `unreadable`, if that is not null.
    void (*append)(std::string& out, void const* value, unreadable_fields const* unreadable);
    bool (*equal)(void const* a, void const* b);
    std::string_view schema; ///< the members of the value's JSON Schema
    /// A definition to which the schema refers: its name and its members.
    std::string_view definition_name = {};
    std::string_view definition = {};
};

namespace detail {
/// Its address identifies a type, where the rest of the type's table is not needed.
template <class M>
inline constexpr char type_mark = 0;
} // namespace detail

/// The C++ type of a member or of an element of a list.
struct value_table {
    value_kind kind;
    dynabackup::presence presence;
    std::uint32_t size; ///< bytes of the C++ type, including the optional
    std::uint32_t alignment;
    shape_table const* shape = nullptr;       ///< of an object
    enum_table const* enumeration = nullptr;  ///< of an enumeration
    value_table const* element = nullptr;     ///< of a list
    list_functions const* list = nullptr;     ///< of a list
    custom_functions const* custom = nullptr; ///< of a custom type
    void const* mark = nullptr;               ///< detail::type_mark of the type
    void* (*find)(void* member) = nullptr;    ///< returns the value in an optional; null: absent
    void* (*make)(void* member) = nullptr;    ///< returns the value in an optional; makes one if it is absent
    void (*clear)(void* member) = nullptr;    ///< makes it absent, or the default value
    bool (*is_null)(void const* member) = nullptr; ///< of a nullable
    void (*set_null)(void* member) = nullptr;      ///< of a nullable

    /// Returns the value of a member of this type; null if it is absent.
    void const* value(void const* member) const {
        return presence == presence::required ? member : find(const_cast<void*>(member));
    }
    /// Returns the value of a member of this type. Makes one if it is absent.
    DYNABACKUP_ALWAYS_INLINE void* made(void* member) const {
        return presence == presence::required ? member : make(member);
    }
};

/// Returns kind and presence as one number, for a switch.
constexpr std::uint8_t code_of(value_kind kind, presence may_be) {
    return static_cast<std::uint8_t>(static_cast<unsigned>(may_be) * value_kinds +
                                     static_cast<unsigned>(kind));
}
inline constexpr unsigned value_codes = 3 * value_kinds;

/// A member of a struct.
struct member_table {
    char const* key;       ///< `"Name":`; at least 64 bytes can be loaded
    std::uint64_t own_bit; ///< see bit
    std::uint32_t offset;  ///< in its struct
    std::uint8_t key_size; ///< bytes, including the colon; 0: the name is too long to be compared as a block
    value_kind kind;       ///< of its value
    dynabackup::presence presence;
    bool null_is_documented; ///< else null is a finding
    bool empty_is_absent;
    bool epoch_seconds;      ///< a time may be a number of seconds
    bool leads_to_records;   ///< it is, or has below it, a list of records
    bool holds_records;      ///< it is a record, or a list of records
    std::uint8_t index;      ///< in the documented order
    std::uint8_t wire_place; ///< in wire order
    value_table const* value;
    member_facts const* facts;
    std::string_view name;

    /// Returns the member's bit in a set of members.
    constexpr std::uint64_t bit() const { return own_bit; }
    /// Returns the member of an object.
    void* in(void* object) const { return static_cast<char*>(object) + offset; }
    void const* in(void const* object) const { return static_cast<char const*>(object) + offset; }
    /// Returns the value of the member of an object; null if it is absent.
    void const* value_in(void const* object) const { return value->value(in(object)); }
};

/// What the fast path of the reader needs to know about a member, in one cache line.
struct alignas(64) expected_member {
    static constexpr std::size_t key_bytes = 32;

    char key[key_bytes]; ///< the first bytes of `"Name":`, and zeros
    std::uint64_t bit;   ///< in a set of members
    member_table const* table;
    std::uint32_t key_mask; ///< a bit for each byte of `key` that counts
    std::uint32_t offset;   ///< in its struct
    std::uint8_t type_code; ///< the kind and presence: see code_of
    std::uint8_t key_size;  ///< bytes of the whole key
    bool empty_is_absent, epoch_seconds, null_is_documented, is_required;
    bool is_simple;  ///< there are no records in it or below it
    bool is_spelled; ///< the key is not spelled as the API spells it; never true in a table
};
static_assert(sizeof(expected_member) == 64);

/// The progress of unrolled code in an object. It is held in registers.
struct unrolled_progress {
    std::uint32_t const* at; ///< the token that is read next
    std::uint64_t seen;      ///< the members so far
};

/// A struct.
struct shape_table {
    std::string_view name; ///< the struct's name, without namespaces
    dialect_facts dialect;
    std::span<member_table const> members;           ///< in the documented order; at most most_members
    std::span<member_table const* const> wire_order; ///< as the service sends them: see dialect_facts
    /// The members in each order, and two more at the end whose keys match no text.
    expected_member const* expected_wire;
    expected_member const* expected_documented;
    std::span<std::uint8_t const> slots; ///< index + 1 by hash of the key, 0: free; a power of two
    std::uint64_t all;                   ///< a bit for each member
    std::uint64_t required;              ///< those that are required in the latest edition
    bool is_record;                      ///< a record: it is counted, checked and rejected by itself
    bool is_item; ///< a record that is not a backup, but an item of a table or a change of an item
    /// In JSON, its objects are the value of their only member: see unwrapped.
    bool is_unwrapped;
    shape_table const* own;    ///< the table of the shape when not unwrapped; else this table
    shape_table const* record; ///< of the records in it, this table if it is a record; null: none
    std::span<std::string_view const> tolerated; ///< members that tools add, which are ignored
    std::span<std::string_view const>
        sync_names;                ///< where reading resumes after damage; empty: see own_sync_names
    std::string_view page_token;   ///< the tolerated member that says that another page follows
    std::size_t size;              ///< bytes of the struct
    void* (*create)();             ///< returns a new object
    void (*destroy)(void* object); ///< deletes an object from `create`
    void (*clear)(void* object);   ///< makes the object as new
    /// Reads the plain members of a record by specialised code; null: the table is interpreted. See
    /// detail/read/unrolled.hpp.
    unrolled_progress (*unrolled)(char const* text, std::uint32_t const* at, std::uint32_t const* plain_until,
                                  std::uint64_t seen, void* object);

    /// Returns the member with a wire name or alias; null if there is none. Complexity: linear in the number of
    /// members.
    constexpr member_table const* find(std::string_view wire) const {
        for (auto const& m : members)
            if (m.name == wire || (!m.facts->alias.empty() && m.facts->alias == wire)) return &m;
        return nullptr;
    }

    /// Returns the member whose name differs from a name only in case, underscores and hyphens; null if there is none.
    /// Complexity: linear in the number of members.
    constexpr member_table const* find_spelled(std::string_view wire) const {
        for (auto const& m : members)
            if (detail::is_same_name(m.name, wire)) return &m;
        return nullptr;
    }
};

} // namespace dynabackup
