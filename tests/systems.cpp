#include <dynabackup/aws/aws.hpp>
#include <dynabackup/clumio/clumio.hpp>
#include <dynabackup/systems.hpp>

#include "catch.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace systems_test {

using namespace dynabackup;

namespace {

template <class T>
std::string short_name_of() {
    return short_name(shape_table_of<T>);
}

} // namespace

TEST_CASE("every shape has a unique name, and is found by it", "[systems]") {
    std::set<std::string> names, full_names;
    std::size_t n = 0;
    for (auto const* system : known_systems()) {
        CHECK(
            std::ranges::is_sorted(system->shapes, {}, [](auto const* rules) { return rules->shape->name; }));
        for (auto const* rules : system->shapes) {
            ++n;
            auto const& shape = *rules->shape;
            auto const name = short_name(shape),
                       full_name = std::string(system->name) + '.' + std::string(shape.name);
            CAPTURE(full_name);
            CHECK(shape.dialect.system == system->name);
            CHECK(names.insert(name).second);
            CHECK(full_names.insert(full_name).second);
            CHECK((name == shape.name || name == full_name));
            CHECK(find_shape(name) == rules);
            CHECK(find_shape(full_name) == rules);
        }
    }
    CHECK(n == 174);
}

TEST_CASE("a shape whose name is also one of AWS has the name of its system as a prefix", "[systems]") {
    CHECK(known_systems()[0]->name == "aws");
    for (auto const* rules : known_systems()[0]->shapes)
        CHECK(short_name(*rules->shape) == rules->shape->name);
    CHECK(short_name_of<clumio::Projection>() == "clumio.Projection");
    CHECK(short_name_of<clumio::KeySchemaElement>() == "clumio.KeySchemaElement");
    CHECK(short_name_of<clumio::DynamoDBTableBackup>() == "DynamoDBTableBackup");
    CHECK(find_shape("Projection") == &shape_rules_of<aws::Projection>);
    CHECK(find_shape("clumio.Projection") == &shape_rules_of<clumio::Projection>);
    CHECK(find_shape("clumio.DynamoDBTableBackup") == find_shape("DynamoDBTableBackup"));
}

TEST_CASE("an unknown name of a shape is not found", "[systems]") {
    for (auto const* name :
         {"", ".", "backupsummary", "BackupSummar", "BackupSummarys", "aws.", "aws.Tag", "aws",
          "clumio.BackupSummary", "other.BackupSummary", ".BackupSummary", "aws.aws.BackupSummary"}) {
        CAPTURE(name);
        CHECK(find_shape(name) == nullptr);
    }
}

TEST_CASE("the members that identify documents belong to their system", "[systems]") {
    for (auto const* system : known_systems()) {
        CAPTURE(system->name);
        std::uint32_t said = 0;
        for (auto const& clue : system->clues) said |= clue.bits;
        for (auto const& type : system->documents) {
            CHECK(type.clues != 0);
            CHECK((type.clues & ~said) == 0); // each of its bits is set by a member
            CHECK(std::ranges::count(system->shapes, type.shape) == 1);
            bool const has_list = std::ranges::any_of(type.shape->shape->members,
                                                      [](auto const& m) { return m.leads_to_records; });
            CHECK(type.is_list == (has_list || type.shape->shape->is_item));
        }
        auto const names = std::set(system->sync_names.begin(), system->sync_names.end());
        CHECK(names.size() == system->sync_names.size());
        for (auto const& type : system->documents) // reading continues with each of them after damage
            CHECK(std::ranges::any_of(system->clues, [&](auto const& clue) {
                return (clue.bits & type.clues) != 0 && names.contains(clue.member);
            }));
    }
}

} // namespace systems_test
