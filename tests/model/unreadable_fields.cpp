#include <dynabackup/model/unreadable_fields.hpp>

#include "catch.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace model_unreadable_fields_test {

namespace unreadable_fields_test {

using namespace dynabackup;

template <class T>
constexpr dialect_facts dialect(std::type_identity<T>) {
    return {.pascal_case = true, .null_is_absent = false, .epoch_seconds = true};
}

struct inner {
    std::string first{};
    std::int64_t second = 0;
};
BOOST_DESCRIBE_STRUCT(inner, (), (first, second))
constexpr auto members(std::type_identity<inner>) {
    return std::array{describe<&inner::first>(), describe<&inner::second>()};
}

} // namespace unreadable_fields_test

using dynabackup::unreadable_fields;
using unreadable_fields_test::inner;

TEST_CASE("a struct and its first member are distinct", "[unreadable]") {
    inner const object;
    unreadable_fields fields;
    CHECK(fields.empty());
    CHECK_FALSE(fields.contains(object.first));
    fields.insert(object.first);
    CHECK_FALSE(fields.empty());
    CHECK(fields.contains(object.first));
    CHECK_FALSE(fields.contains(object));
    CHECK_FALSE(fields.contains(object.second));
    fields.erase(&object, dynabackup::value_table_of<inner>);
    CHECK(fields.contains(object.first));
    fields.erase(&object.first, dynabackup::value_table_of<std::string>);
    CHECK_FALSE(fields.contains(object.first));
    CHECK(fields.empty());
}

TEST_CASE("a member is the same by its table and by its type", "[unreadable]") {
    inner object;
    unreadable_fields fields;
    auto const& m = dynabackup::shape_table_of<inner>.members[1];
    fields.insert(m.in(&object), *m.value);
    CHECK(fields.contains(object.second));
    fields.erase(m.in(&object), *m.value);
    fields.insert(object.second);
    CHECK(fields.contains(m.in(&object), *m.value));
}

TEST_CASE("unreadable fields move with their list, and no others do", "[unreadable]") {
    std::vector<inner> list(3);
    inner const outside;
    unreadable_fields fields;
    fields.insert(list[0].first);
    fields.insert(list[2].second);
    fields.insert(list[1]);
    fields.insert(outside.first);
    std::vector<inner> moved(4);
    fields.move(list.data(), list.size() * sizeof(inner), moved.data());
    CHECK(fields.contains(moved[0].first));
    CHECK(fields.contains(moved[2].second));
    CHECK(fields.contains(moved[1]));
    CHECK_FALSE(fields.contains(moved[3].first));
    CHECK_FALSE(fields.contains(list[0].first));
    CHECK(fields.contains(outside.first));
}

TEST_CASE("there are no unreadable fields at the beginning of a document", "[unreadable]") {
    inner const object;
    unreadable_fields fields;
    fields.insert(object);
    fields.clear();
    CHECK_FALSE(fields.contains(object));
    CHECK(fields.empty());
}

} // namespace model_unreadable_fields_test
