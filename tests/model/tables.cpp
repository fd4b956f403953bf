#include <dynabackup/model/tables.hpp>
#include <dynabackup/systems.hpp>
#include <dynabackup/testing/detail/object.hpp>

#include "all_shapes.hpp"
#include "catch.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace model_tables_test {

namespace tables_test {

using namespace dynabackup;

enum class Kind { SMALL, LARGE };
BOOST_DESCRIBE_ENUM(Kind, SMALL, LARGE)
constexpr edition since(Kind k) { return k == Kind::LARGE ? edition::v2019_01_16 : edition::v2017_11_29; }

namespace pascal {

template <class T>
constexpr dialect_facts dialect(std::type_identity<T>) {
    return {.pascal_case = true, .null_is_absent = false, .epoch_seconds = true};
}
template <described_struct T>
bool operator==(T const& a, T const& b) {
    return equal_members(a, b);
}

struct Parcel {
    std::string parcel_id{};
    std::optional<std::int64_t> weight{};
    std::optional<std::vector<std::string>> dns_names{};
    open_enum<Kind> kind{};
    std::optional<timestamp> a2_date{};
};
BOOST_DESCRIBE_STRUCT(Parcel, (), (parcel_id, weight, dns_names, kind, a2_date))

// In a different order from that of the description: the facts find their member by its pointer.
constexpr auto members(std::type_identity<Parcel>) {
    using T = Parcel;
    return std::array{
        describe<&T::kind>().since(edition::v2018_08_06),
        describe<&T::dns_names>().named("DNSNames").also("DnsNames"),
        describe<&T::parcel_id>().or_empty(),
        describe<&T::a2_date>(),
        describe<&T::weight>(),
    };
}

/// Described, but without facts about its member.
struct Unexplained {
    std::string text{};
};
BOOST_DESCRIBE_STRUCT(Unexplained, (), (text))

/// Not described.
struct Unknown {
    std::string text{};
};

struct Letter {
    std::string address{};
};
BOOST_DESCRIBE_STRUCT(Letter, (), (address))
constexpr auto members(std::type_identity<Letter>) { return std::array{describe<&Letter::address>()}; }
constexpr bool is_record(std::type_identity<Letter>) { return true; }

struct Pile {
    std::optional<std::string> page_mark{};
    std::optional<std::vector<Letter>> letters{};
    std::optional<Letter> top{};
};
BOOST_DESCRIBE_STRUCT(Pile, (), (page_mark, letters, top))
constexpr auto members(std::type_identity<Pile>) {
    return std::array{describe<&Pile::page_mark>(), describe<&Pile::letters>(), describe<&Pile::top>()};
}
constexpr std::array<std::string_view, 2> tolerated(std::type_identity<Pile>) { return {"Scale", "More"}; }
constexpr std::string_view page_token(std::type_identity<Pile>) { return "More"; }
constexpr bool is_record(std::type_identity<Pile>) {
    return false;
} // declared explicitly, so it is not a record

/// A name that is longer than the bytes that are compared at once, and one that is longer than a table's keys.
struct Wordy {
    std::optional<std::string> a_name_of_more_than_thirty_two_bytes{};
    std::optional<std::string>
        a_name_that_is_so_long_that_no_table_has_a_key_for_it_and_so_on_and_on_and_on_and_on{};
};
BOOST_DESCRIBE_STRUCT(Wordy, (),
                      (a_name_of_more_than_thirty_two_bytes,
                       a_name_that_is_so_long_that_no_table_has_a_key_for_it_and_so_on_and_on_and_on_and_on))
constexpr auto members(std::type_identity<Wordy>) {
    return std::array{
        describe<&Wordy::a_name_of_more_than_thirty_two_bytes>(),
        describe<
            &Wordy::a_name_that_is_so_long_that_no_table_has_a_key_for_it_and_so_on_and_on_and_on_and_on>()};
}

} // namespace pascal

namespace plain {

template <class T>
constexpr dialect_facts dialect(std::type_identity<T>) {
    return {.pascal_case = false, .null_is_absent = true, .epoch_seconds = false};
}

struct Link {
    std::optional<std::string> self{};
    nullable<std::string> href_text{};
};
BOOST_DESCRIBE_STRUCT(Link, (), (self, href_text))

constexpr auto members(std::type_identity<Link>) {
    return std::array{describe<&Link::self>().named("_self"), describe<&Link::href_text>()};
}

} // namespace plain

namespace mute {

/// A shape without a dialect.
struct Speechless {
    std::string text{};
};
BOOST_DESCRIBE_STRUCT(Speechless, (), (text))
constexpr auto members(std::type_identity<Speechless>) { return std::array{describe<&Speechless::text>()}; }

} // namespace mute
} // namespace tables_test

using namespace dynabackup;
using tables_test::Kind;
using tables_test::pascal::Parcel, tables_test::pascal::Letter, tables_test::pascal::Pile,
    tables_test::pascal::Wordy;
using tables_test::plain::Link;

namespace {

using names = std::vector<std::string_view>;

names names_of(shape_table const& shape) {
    names all;
    for (auto const& m : shape.members) all.push_back(m.name);
    return all;
}

/// Returns the member that the hash table of a shape has for a name, or null.
member_table const* look_up(shape_table const& shape, std::string_view name) {
    REQUIRE(std::has_single_bit(shape.slots.size()));
    for (auto h = detail::hash_of(name.data(), name.size());; ++h) {
        auto const slot = shape.slots[h & (shape.slots.size() - 1)];
        if (slot == 0) return nullptr;
        if (shape.members[slot - 1U].name == name) return &shape.members[slot - 1U];
    }
}

/// Texts that resemble that name.
std::vector<std::string> nearly(std::string_view name) {
    std::string const text(name);
    auto swapped_case = text;
    swapped_case[0] = static_cast<char>(swapped_case[0] ^ 0x20);
    auto last_changed = text;
    last_changed.back() = static_cast<char>(last_changed.back() ^ 1);
    return {"",           text + "s",  text.substr(0, text.size() - 1), text.substr(1), ' ' + text,
            swapped_case, last_changed};
}

// ---- the facts in the C++ type of a member ----

template <class M>
constexpr value_kind kind_of = described_struct<M> ? value_kind::object : value_kind::list;
template <>
constexpr value_kind kind_of<std::string> = value_kind::string;
template <>
constexpr value_kind kind_of<aws::AttributeMap> = value_kind::custom;
template <>
constexpr value_kind kind_of<aws::AttributeValue> = value_kind::custom;
template <>
constexpr value_kind kind_of<json_object> = value_kind::any_object;
template <>
constexpr value_kind kind_of<std::int64_t> = value_kind::integer;
template <>
constexpr value_kind kind_of<bool> = value_kind::boolean;
template <>
constexpr value_kind kind_of<timestamp> = value_kind::time;
template <class E>
constexpr value_kind kind_of<open_enum<E>> = value_kind::enumeration;

template <class M>
struct member_of {
    using value = M;
    static constexpr auto presence = dynabackup::presence::required;
};
template <class M>
struct member_of<std::optional<M>> {
    using value = M;
    static constexpr auto presence = dynabackup::presence::optional;
};
template <class M>
struct member_of<nullable<M>> {
    using value = M;
    static constexpr auto presence = dynabackup::presence::nullable;
};

/// Changes the content of a new value.
void alter(value_table const& type, void* value) {
    switch (type.kind) {
    case value_kind::string: static_cast<std::string*>(value)->assign("x"); break;
    case value_kind::integer: *static_cast<std::int64_t*>(value) = 7; break;
    case value_kind::boolean: *static_cast<bool*>(value) = true; break;
    case value_kind::time: *static_cast<timestamp*>(value) += std::chrono::seconds{7}; break;
    case value_kind::enumeration: static_cast<detail::enum_value*>(value)->assign_other("x"); break;
    case value_kind::any_object: static_cast<json_object*>(value)->assign(R"({"x":7})"); break;
    case value_kind::list: type.list->append(value); break;
    case value_kind::custom:
        if (type.custom == value_table_of<aws::AttributeMap>.custom)
            (*static_cast<aws::AttributeMap*>(value))["x"] = {};
        else *static_cast<aws::AttributeValue*>(value) = aws::AttributeValue::S("x");
        break;
    case value_kind::object: {
        auto const& m = type.shape->members.back();
        alter(*m.value, m.value->made(m.in(value)));
        break;
    }
    }
}

} // namespace

// ---- the requirements of a shape ----

TEST_CASE("a shape is described, its members have facts, and its dialect is known", "[model]") {
    STATIC_REQUIRE(shape<Parcel>);
    STATIC_REQUIRE(shape<Link>);
    STATIC_REQUIRE_FALSE(shape<tables_test::pascal::Unexplained>);
    STATIC_REQUIRE_FALSE(shape<tables_test::pascal::Unknown>);
    STATIC_REQUIRE_FALSE(shape<tables_test::mute::Speechless>);
    STATIC_REQUIRE_FALSE(shape<std::string>);
    STATIC_REQUIRE_FALSE(shape<Kind>);
    STATIC_REQUIRE_FALSE(shape<int>);
    STATIC_REQUIRE_FALSE(described_struct<std::string>);
    STATIC_REQUIRE_FALSE(described_struct<tables_test::pascal::Unknown>);
    STATIC_REQUIRE(described_struct<tables_test::pascal::Unexplained>);
    STATIC_REQUIRE(record_shape<Letter>);
    STATIC_REQUIRE_FALSE(record_shape<Pile>);
}

TEST_CASE("a shape has the name of its type", "[model]") {
    STATIC_REQUIRE(shape_name<Parcel>() == "Parcel");
    STATIC_REQUIRE(shape_name<Link>() == "Link");
    STATIC_REQUIRE(shape_name<Kind>() == "Kind");
    CHECK(shape_table_of<Parcel>.name == "Parcel");
    CHECK(shape_table_of<aws::SSEDescription>.name == "SSEDescription");
}

// ---- members ----

TEST_CASE("wire names follow the dialect, but renames have precedence", "[model]") {
    CHECK(names_of(shape_table_of<Parcel>) == names{"ParcelId", "Weight", "DNSNames", "Kind", "A2Date"});
    CHECK(names_of(shape_table_of<Link>) == names{"_self", "href_text"});
    STATIC_REQUIRE(wire_name<&Parcel::dns_names> == "DNSNames");
    STATIC_REQUIRE(wire_name<&Link::href_text> == "href_text");
    STATIC_REQUIRE(entered_on<&Parcel::kind> == edition::v2018_08_06);
    STATIC_REQUIRE(entered_on<&Parcel::weight> == edition::v2017_11_29);
}

TEST_CASE("facts are in the order of the description, in whatever order they are written", "[model]") {
    auto const members = shape_table_of<Parcel>.members;
    CHECK(members[0].facts->empty_is_absent);
    CHECK(members[0].empty_is_absent);
    CHECK(members[2].facts->alias == "DnsNames");
    CHECK(members[3].facts->entered == edition::v2018_08_06);
    for (std::size_t i = 0; i < members.size(); ++i) CHECK(members[i].index == i);
}

TEST_CASE("the wire order is the order of the names", "[model]") {
    names in_wire_order;
    for (auto const* m : shape_table_of<Parcel>.wire_order) in_wire_order.push_back(m->name);
    CHECK(in_wire_order == names{"A2Date", "DNSNames", "Kind", "ParcelId", "Weight"});
}

TEST_CASE("a member is required unless it is optional or nullable", "[model]") {
    CHECK(shape_table_of<Parcel>.required == 0b01001);
    CHECK(shape_table_of<Parcel>.all == 0b11111);
    CHECK(shape_table_of<Link>.required == 0);
    CHECK(shape_table_of<Parcel>.members[1].presence == presence::optional);
    CHECK(shape_table_of<Link>.members[1].presence == presence::nullable);
}

TEST_CASE("the type of a member determines the kind of its value", "[model]") {
    auto const kind = [](shape_table const& shape, std::size_t i) { return shape.members[i].kind; };
    CHECK(kind(shape_table_of<Parcel>, 0) == value_kind::string);
    CHECK(kind(shape_table_of<Parcel>, 1) == value_kind::integer);
    CHECK(kind(shape_table_of<Parcel>, 2) == value_kind::list);
    CHECK(kind(shape_table_of<Parcel>, 3) == value_kind::enumeration);
    CHECK(kind(shape_table_of<Parcel>, 4) == value_kind::time);
    CHECK(kind(shape_table_of<Pile>, 2) == value_kind::object);
    CHECK(kind(shape_table_of<aws::StreamSpecification>, 0) == value_kind::boolean);
    CHECK(shape_table_of<Pile>.members[2].value->shape == &shape_table_of<Letter>);
    CHECK(shape_table_of<Pile>.members[1].value->element->shape == &shape_table_of<Letter>);
    CHECK(&value_table_of<std::string> != &value_table_of<std::optional<std::string>>);
}

TEST_CASE("null and numbers of seconds are documented if the dialect has them", "[model]") {
    for (auto const& m : shape_table_of<Parcel>.members) {
        CHECK_FALSE(m.null_is_documented);
        CHECK(m.epoch_seconds);
    }
    for (auto const& m : shape_table_of<Link>.members) {
        CHECK(m.null_is_documented); // optional in such a dialect, or nullable
        CHECK_FALSE(m.epoch_seconds);
    }
}

TEST_CASE("members are found by their names and their aliases", "[model]") {
    auto const& parcel = shape_table_of<Parcel>;
    CHECK(parcel.find("DNSNames") == &parcel.members[2]);
    CHECK(parcel.find("DnsNames") == &parcel.members[2]);
    for (auto const* none : {"", "dnsnames", "DNSName", "DNSNamess", "dns_names"})
        CHECK(parcel.find(none) == nullptr);
    auto const& error = shape_table_of<aws::ErrorBody>;
    CHECK(error.find("message") != nullptr);
    CHECK(error.find("Message") == error.find("message"));
}

TEST_CASE("a key is a wire name with quotes and a colon", "[model]") {
    auto const key = [](member_table const& m) { return std::string_view(m.key, m.key_size); };
    CHECK(key(shape_table_of<aws::CreateBackupInput>.members[0]) == R"("TableName":)");
    CHECK(key(shape_table_of<aws::CreateBackupInput>.members[1]) == R"("BackupName":)");
    CHECK(key(shape_table_of<aws::ErrorBody>.members[0]) == R"("__type":)");
    auto const wordy = shape_table_of<Wordy>.members;
    CHECK(key(wordy[0]) == R"("ANameOfMoreThanThirtyTwoBytes":)");
    CHECK(wordy[1].key_size == 0); // it is looked up only by its name
    CHECK(wordy[1].name.ends_with("AndSoOnAndOnAndOnAndOn"));
    CHECK(shape_table_of<Wordy>.find(wordy[1].name) == &wordy[1]);
}

// ---- records ----

TEST_CASE("a table knows the records of its documents", "[model]") {
    CHECK(shape_table_of<Letter>.is_record);
    CHECK(shape_table_of<Letter>.record == &shape_table_of<Letter>);
    CHECK_FALSE(shape_table_of<Pile>.is_record);
    CHECK(shape_table_of<Pile>.record == &shape_table_of<Letter>);
    CHECK(shape_table_of<Parcel>.record == nullptr);
    CHECK(shape_table_of<aws::ListBackupsOutput>.record == &shape_table_of<aws::BackupSummary>);
    CHECK(shape_table_of<aws::DescribeBackupOutput>.record ==
          &shape_table_of<aws::BackupDescription>); // not its contents
    CHECK(shape_table_of<aws::BackupDetails>.record == &shape_table_of<aws::BackupDetails>);
    CHECK(shape_table_of<clumio::DynamoDBTableBackupList>.record ==
          &shape_table_of<clumio::DynamoDBTableBackup>);
    CHECK(shape_table_of<aws::DescribeBackupInput>.record == nullptr);
    CHECK(shape_table_of<Pile>.page_token == "More");
    CHECK(std::ranges::equal(shape_table_of<Pile>.tolerated, names{"Scale", "More"}));
    CHECK(shape_table_of<Parcel>.tolerated.empty());
}

namespace {

names members_to_records(shape_table const& shape) {
    names all;
    for (auto const& m : shape.members)
        if (m.leads_to_records) all.push_back(m.name);
    return all;
}

} // namespace

TEST_CASE("reading may stop in lists of records, and in the objects around them", "[model]") {
    CHECK(members_to_records(shape_table_of<Pile>) == names{"Letters"}); // not in the single record
    CHECK(members_to_records(shape_table_of<aws::ListBackupsOutput>) == names{"BackupSummaries"});
    CHECK(members_to_records(shape_table_of<clumio::DynamoDBTableBackupListEmbedded>) == names{"items"});
    CHECK(members_to_records(shape_table_of<clumio::DynamoDBTableBackupList>) == names{"_embedded"});
}

TEST_CASE("reading does not stop in single records, in their members, or in other values", "[model]") {
    for (auto const* shape :
         {&shape_table_of<aws::BackupSummary>, &shape_table_of<aws::DescribeBackupOutput>,
          &shape_table_of<clumio::DynamoDBTableBackup>, &shape_table_of<aws::GlobalSecondaryIndexInfo>,
          &shape_table_of<clumio::DynamoDBTableBackupListLinks>, &shape_table_of<Parcel>})
        CHECK(members_to_records(*shape) == names{});
}

// ---- every shape of the known systems ----

namespace {

/// The properties of a member in C++.
struct cpp_member {
    std::size_t offset, size, alignment;
    value_table const* value;
    value_kind kind;
    dynabackup::presence presence;
    void const* (*find)(void const* member); ///< returns the value in it; null: absent
    bool (*is_null)(void const* member);     ///< null: it is not nullable
};

/// The properties of a shape in C++. The tests are functions over these, so that a compiler has little to do for each
/// type.
struct cpp_shape {
    shape_table const* table;
    std::string_view name;
    std::size_t size;
    bool is_record;
    bool (*equal)(void const* a, void const* b);
    bool (*equals_its_copy)(void const* object);
    std::vector<cpp_member> members;
};

template <class M>
void const* value_in(void const* member) {
    auto const& m = *static_cast<M const*>(member);
    if constexpr (requires { m.has_value(); }) return m.has_value() ? &*m : nullptr;
    else return &m;
}

template <class T>
cpp_shape seen_by_cpp() {
    cpp_shape shape{
        &shape_table_of<T>,
        shape_name<T>(),
        sizeof(T),
        record_shape<T>,
        [](void const* a, void const* b) { return *static_cast<T const*>(a) == *static_cast<T const*>(b); },
        [](void const* object) {
            auto const& original = *static_cast<T const*>(object);
            return T(original) == original;
        },
        {}};
    T const object{};
    all_shapes::for_each_member<T>([&]<class M>(member_table const&, M T::*pointer) {
        auto const* const place = reinterpret_cast<char const*>(&(object.*pointer));
        cpp_member m{static_cast<std::size_t>(place - reinterpret_cast<char const*>(&object)),
                     sizeof(M),
                     alignof(M),
                     &value_table_of<M>,
                     kind_of<typename member_of<M>::value>,
                     member_of<M>::presence,
                     value_in<M>,
                     nullptr};
        if constexpr (member_of<M>::presence == presence::nullable)
            m.is_null = [](void const* member) { return static_cast<M const*>(member)->is_null(); };
        shape.members.push_back(m);
    });
    return shape;
}

std::vector<cpp_shape> const& all_of_cpp() {
    static auto const all = [] {
        std::vector<cpp_shape> shapes;
        all_shapes::for_each<all_shapes::of_all>(
            [&](auto t) { shapes.push_back(seen_by_cpp<typename decltype(t)::type>()); });
        return shapes;
    }();
    return all;
}

using testing::detail::object;

} // namespace

TEST_CASE("the tables of all systems agree with their types", "[model]") {
    std::set<shape_table const*> listed, typed;
    for (auto const* system : known_systems())
        for (auto const* rules : system->shapes) listed.insert(rules->shape);
    for (auto const& shape : all_of_cpp()) {
        typed.insert(shape.table);
        CHECK(shape.table->name == shape.name);
        CHECK(shape.table->size == shape.size);
        CHECK(shape.table->is_record == shape.is_record);
    }
    CHECK(listed == typed);
}

TEST_CASE("the place, size and type of a member agree with C++", "[model]") {
    for (auto const& shape : all_of_cpp()) {
        auto const& table = *shape.table;
        CAPTURE(table.name);
        auto const n = shape.members.size();
        REQUIRE(table.members.size() == n);
        for (std::size_t i = 0; i < n; ++i) {
            auto const& m = table.members[i];
            auto const& typed = shape.members[i];
            CAPTURE(m.name);
            CHECK(m.index == i);
            CHECK(m.offset == typed.offset);
            CHECK(m.value == typed.value);
            CHECK(m.value->size == typed.size);
            CHECK(m.value->alignment == typed.alignment);
            CHECK(m.kind == typed.kind);
            CHECK(m.kind == m.value->kind);
            CHECK(m.presence == typed.presence);
            CHECK(m.presence == m.value->presence);
            CHECK(((table.required & m.bit()) != 0) == (m.presence == presence::required));
        }
        CHECK(table.all == (n == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << n) - 1));
    }
}

TEST_CASE("values are created and cleared as in C++", "[model]") {
    for (auto const& shape : all_of_cpp()) {
        auto const& table = *shape.table;
        object const changed(table), fresh(table);
        auto const is_fresh = [&] { return shape.equal(changed.get(), fresh.get()); };
        for (auto const& m : table.members) {
            CAPTURE(table.name, m.name);
            auto const& typed = shape.members[m.index];
            void* const member = m.in(changed.get());
            CHECK(member == static_cast<char*>(changed.get()) + typed.offset);
            CHECK(m.in(static_cast<void const*>(changed.get())) == member);
            bool const required = m.presence == presence::required;
            CHECK((m.value_in(changed.get()) != nullptr) == required);
            void* const made = m.value->made(member);
            CHECK(typed.find(member) == made);
            CHECK(m.value_in(changed.get()) == made);
            CHECK(m.value->made(member) == made); // it exists
            alter(*m.value, made);
            CHECK_FALSE(is_fresh());
            m.value->clear(member);
            CHECK(is_fresh());
            CHECK((m.value->is_null == nullptr) == (typed.is_null == nullptr));
            if (!typed.is_null) continue;
            m.value->set_null(member);
            CHECK(m.value->is_null(member));
            CHECK(typed.is_null(member));
            CHECK(m.value_in(changed.get()) == nullptr);
            CHECK_FALSE(is_fresh()); // null is not absent
            m.value->clear(member);
            CHECK_FALSE(m.value->is_null(member));
        }
        auto const& first = table.members[0];
        alter(*first.value, first.value->made(first.in(changed.get())));
        CHECK_FALSE(is_fresh());
        table.clear(changed.get());
        CHECK(is_fresh());
    }
}

TEST_CASE("two objects are equal if all their members are", "[model]") {
    for (auto const& shape : all_of_cpp()) {
        auto const& table = *shape.table;
        object const a(table), b(table);
        for (auto const& m : table.members) {
            CAPTURE(table.name, m.name);
            alter(*m.value, m.value->made(m.in(a.get())));
            CHECK_FALSE(shape.equal(a.get(), b.get()));
            CHECK_FALSE(shape.equal(b.get(), a.get()));
            alter(*m.value, m.value->made(m.in(b.get())));
            CHECK(shape.equal(a.get(), b.get()));
        }
        CHECK(shape.equals_its_copy(b.get()));
    }
}

TEST_CASE("an enumerator equals itself, but not a text", "[model]") {
    Parcel a, b;
    a.kind = Kind::SMALL;
    CHECK_FALSE(a == b); // the number of both is 0
    b.kind = Kind::SMALL;
    CHECK(a == b);
    b.kind.assign("TINY");
    CHECK_FALSE(a == b);
    a.kind.assign("TINY");
    CHECK(a == b);
    a.kind.assign("HUGE");
    CHECK_FALSE(a == b);
}

TEST_CASE("lists are views of their elements", "[model]") {
    std::vector<std::string> list{"a", "b"};
    auto const& functions = *value_table_of<std::vector<std::string>>.list;
    auto view = functions.view(&list);
    CHECK(view.size == 2);
    CHECK(*reinterpret_cast<std::string*>(view.data + sizeof(std::string)) == "b");
    view = functions.append(&list);
    CHECK((view.size == 3 && list.size() == 3 && list.back().empty()));
    CHECK(view.data == reinterpret_cast<char*>(list.data()));
    functions.truncate(&list, 5);
    CHECK(list.size() == 3);
    functions.truncate(&list, 1);
    CHECK(list == std::vector<std::string>{"a"});
    functions.truncate(&list, 0);
    CHECK(functions.view(&list).size == 0);
}

TEST_CASE("members are in wire order as their service sends them, and each has its index there", "[model]") {
    for (auto const& typed : all_of_cpp()) {
        auto const& table = *typed.table;
        CAPTURE(table.name);
        REQUIRE(table.wire_order.size() == table.members.size());
        auto const name = [](auto const* m) { return m->name; };
        if (table.dialect.sorted_on_wire) CHECK(std::ranges::is_sorted(table.wire_order, {}, name));
        else CHECK(std::ranges::is_sorted(table.wire_order, {}, &member_table::index));
        std::set<member_table const*> each;
        for (std::size_t i = 0; i < table.wire_order.size(); ++i) {
            CHECK(table.wire_order[i]->wire_place == i);
            CHECK(&table.members[table.wire_order[i]->index] == table.wire_order[i]);
            each.insert(table.wire_order[i]);
        }
        CHECK(each.size() == table.members.size());
    }
}

TEST_CASE("keys may be loaded in blocks, and agree with their names", "[model]") {
    for (auto const& typed : all_of_cpp()) {
        for (auto const& m : typed.table->members) {
            CAPTURE(m.name);
            auto const key = '"' + std::string(m.name) + "\":";
            char block[64];
            std::memcpy(block, m.key, sizeof block); // a sanitizer detects reads out of bounds
            REQUIRE(m.key_size == key.size());
            CHECK(std::string_view(block, m.key_size) == key);
            CHECK(m.name.data() == m.key + 1);
        }
    }
}

TEST_CASE("expected members are those of the table, in both orders, and two that occur in no text",
          "[model]") {
    for (auto const& typed : all_of_cpp()) {
        auto const& table = *typed.table;
        auto const count = table.members.size();
        for (std::size_t i = 0; i < count; ++i) {
            CHECK(table.expected_documented[i].table == &table.members[i]);
            CHECK(table.expected_wire[i].table == table.wire_order[i]);
        }
        for (auto const* expected : {table.expected_documented, table.expected_wire}) {
            for (std::size_t i = 0; i < count; ++i) {
                auto const& e = expected[i];
                auto const size = std::min<std::size_t>(e.table->key_size, e.key_bytes);
                CHECK(std::string_view(e.key, size) == std::string_view(e.table->key, size));
                CHECK(e.key_mask == (std::uint64_t{1} << size) - 1);
                CHECK((e.bit == e.table->bit() && e.offset == e.table->offset));
                CHECK(e.type_code == code_of(e.table->kind, e.table->presence));
            }
            for (std::size_t i : {count, count + 1})
                CHECK(expected[i].key[1] == '\1'); // occurs in no JSON string
        }
    }
    CHECK(shape_table_of<Wordy>.expected_wire[1].key[1] ==
          '\1'); // nor does a key that is too long to be compared
}

TEST_CASE("the hash table of a shape has each member, and nothing else", "[model]") {
    for (auto const& typed : all_of_cpp()) {
        auto const& table = *typed.table;
        auto const all = names_of(table);
        CHECK(std::set(all.begin(), all.end()).size() == all.size());
        CHECK(table.slots.size() >= 2 * all.size());
        for (auto const& m : table.members) {
            CHECK(look_up(table, m.name) == &m);
            CHECK(table.find(m.name) == &m);
            for (auto const& other : nearly(m.name)) {
                if (std::ranges::find(all, other) != all.end()) continue;
                CAPTURE(other);
                CHECK(look_up(table, other) == nullptr);
                CHECK((table.find(other) == nullptr || m.facts->alias == other));
            }
        }
    }
}

// ---- enumerations ----

namespace {

/// The enumerations of all members of all systems.
std::set<enum_table const*> all_enumerations() {
    std::set<enum_table const*> all;
    for (auto const* system : known_systems())
        for (auto const* rules : system->shapes)
            for (auto const& m : rules->shape->members) {
                auto const& type = m.kind == value_kind::list ? *m.value->element : *m.value;
                if (type.kind == value_kind::enumeration) all.insert(type.enumeration);
            }
    return all;
}

} // namespace

TEST_CASE("every enumerator is found by its wire value, and no other text is found", "[model]") {
    auto const all = all_enumerations();
    CHECK(all.size() > 15);
    for (auto const* table : all) {
        CAPTURE(table->name);
        CHECK(table->since.size() == table->names.size());
        std::size_t n = 0;
        for (std::size_t i = 0; i < table->names.size(); ++i) {
            auto const name = table->names[i];
            if (name.empty()) continue;
            ++n;
            CHECK(detail::find_enumerator(table->names, table->slots, name) == static_cast<int>(i));
            for (auto const& other : nearly(name)) {
                if (std::ranges::find(table->names, other) != table->names.end()) continue;
                CAPTURE(other);
                CHECK(detail::find_enumerator(table->names, table->slots, other) == -1);
            }
        }
        CHECK(n > 0);
        CHECK(detail::find_enumerator(table->names, table->slots, "") == -1);
    }
}

TEST_CASE("the table of an enumeration has its name, its days and its hints", "[model]") {
    auto const& kinds = *shape_table_of<Parcel>.members[3].value->enumeration;
    CHECK(kinds.name == "Kind");
    CHECK(std::ranges::equal(kinds.names, names{"SMALL", "LARGE"}));
    CHECK(kinds.since[1] == edition::v2019_01_16);
    CHECK(kinds.hint == nullptr);
    auto const& status = *shape_table_of<aws::BackupDetails>.find("BackupStatus")->value->enumeration;
    CHECK(status.name == "BackupStatus");
    REQUIRE(status.hint != nullptr);
    CHECK_FALSE(status.hint("ACTIVE").empty());
    CHECK(status.hint("ACTIVATE").empty());
}

} // namespace model_tables_test
