/// \file
/// Compares the described model with the service's own: see described_model.hpp.

#include <dynabackup/aws/aws.hpp>
#include <dynabackup/aws/tables.hpp>

#include "described_model.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace aws_model_test {

using namespace dynabackup;
using namespace described_model;

namespace {

struct family {
    using shapes = all_shapes::of_dynamodb;
    template <class T>
    static constexpr bool is_own = std::is_same_v<T, aws::ErrorBody>;
    template <class T>
    static constexpr bool is_error = aws::error_shape<T>;
    template <class T>
    static constexpr bool is_fault = std::is_same_v<T, aws::InternalServerError>;
    template <class F>
    static void for_each_operation(F f) {
        for (auto const& o : aws::operations) f(o);
        for (auto const& o : aws::table_operations) f(o);
    }
};

/// The members of each structure, in their order.
std::map<std::string, std::map<int, std::string>> orders(facts const& model) {
    std::map<std::string, std::map<int, std::string>> all;
    for (auto const& fact : model) {
        auto const tab = fact.find("\tplace\t");
        if (tab == fact.npos) continue;
        auto const dot = fact.find('.');
        all[fact.substr(0, dot)][std::stoi(fact.substr(tab + 7))] = fact.substr(dot + 1, tab - dot - 1);
    }
    return all;
}

std::vector<std::string> names_of(std::map<int, std::string> const& places) {
    std::vector<std::string> names;
    for (auto const& [place, name] : places) names.push_back(name);
    return names;
}

/// Checks that the description has everything that the service's model has. It may also have newer members.
void compare(facts const& described, facts const& service) {
    for (auto const& fact : service) {
        CAPTURE(fact);
        CHECK((fact.find("\tplace\t") != fact.npos || described.contains(fact)));
    }
    auto const here = orders(described);
    for (auto const& [shape, places] : orders(service)) {
        CAPTURE(shape);
        REQUIRE(here.contains(shape));
        auto const names = names_of(places);
        auto same = names_of(here.at(shape));
        std::erase_if(same, [&](auto const& n) { return std::ranges::find(names, n) == names.end(); });
        CHECK(same == names);
    }
}

} // namespace

TEST_CASE("the described model is the documented one", "[aws]") {
    check_equal(fixture("aws/facts/aws-model.tsv"), rendering<family>().model);
}

TEST_CASE("the described history is the documented one", "[aws]") {
    check_equal(fixture("aws/facts/aws-editions.tsv"), rendering<family>().history);
}

TEST_CASE("the described model covers the service's own, if that is available", "[aws]") {
    auto const there = fs::path(DYNABACKUP_SOURCE_DIR) / "../shared/facts";
    auto const described = rendering<family>().model;
    for (auto const* name : {"aws-model.json", "aws-neighbours-model.json"})
        if (fs::exists(there / name)) compare(described, from_service_model(there / name));
}

TEST_CASE("the exceptions to the documented limits are in the right places", "[aws]") {
    std::set<std::string> by_rule, or_empty, aliased, renamed;
    all_shapes::for_each<all_shapes::of_dynamodb>([&](auto t) {
        using T = typename decltype(t)::type;
        for (auto const& m : shape_table_of<T>.members) {
            auto const& f = *m.facts;
            auto const subject = std::string(shape_name<T>()) + '.' + std::string(m.name);
            if (f.limits_by_rule) by_rule.insert(subject);
            if (f.empty_is_absent) or_empty.insert(subject);
            if (!f.alias.empty()) aliased.insert(subject + " or " + std::string(f.alias));
            if (!f.name.empty() && !aws::error_shape<T>) renamed.insert(subject);
        }
    });
    CHECK(by_rule ==
          std::set<std::string>{
              "BackupDetails.BackupName", "BackupSummary.BackupName", "GlobalSecondaryIndex.KeySchema",
              "GlobalSecondaryIndexDescription.KeySchema", "GlobalSecondaryIndexInfo.KeySchema",
              "LocalSecondaryIndex.KeySchema", "LocalSecondaryIndexDescription.KeySchema",
              "LocalSecondaryIndexInfo.KeySchema", "Projection.NonKeyAttributes",
              "ProvisionedThroughput.ReadCapacityUnits", "ProvisionedThroughput.WriteCapacityUnits",
              "ProvisionedThroughputDescription.NumberOfDecreasesToday",
              "ProvisionedThroughputDescription.ReadCapacityUnits",
              "ProvisionedThroughputDescription.WriteCapacityUnits", "SourceTableDetails.KeySchema",
              "TableCreationParameters.KeySchema", "TableDescription.KeySchema"});
    CHECK(or_empty == std::set<std::string>{"ListBackupsOutput.LastEvaluatedBackupArn"});
    CHECK(aliased == std::set<std::string>{"ErrorBody.message or Message"});
    CHECK(renamed == std::set<std::string>{
                         "ErrorBody.__type", "ErrorBody.message", "ReplicaDescription.KMSMasterKeyId",
                         "RestoreTableFromBackupInput.SSESpecificationOverride",
                         "RestoreTableToPointInTimeInput.SSESpecificationOverride",
                         "SSEDescription.KMSMasterKeyArn", "SSEDescription.SSEType",
                         "SSESpecification.KMSMasterKeyId", "SSESpecification.SSEType",
                         "SourceTableFeatureDetails.SSEDescription",
                         "TableCreationParameters.SSESpecification", "TableDescription.SSEDescription"});
}

TEST_CASE("members outside the model are tolerated only in outputs", "[aws]") {
    using namespace aws;
    auto has = [](auto const& list, std::string_view name) { return std::ranges::count(list, name) == 1; };
    CHECK(has(tolerated(std::type_identity<ListBackupsOutput>{}), "NextToken"));
    CHECK(has(tolerated(std::type_identity<ListBackupsOutput>{}), "ResponseMetadata"));
    CHECK(has(tolerated(std::type_identity<CreateBackupOutput>{}), "ResponseMetadata"));
    CHECK(has(tolerated(std::type_identity<DeleteBackupOutput>{}), "ResponseMetadata"));
    CHECK(has(tolerated(std::type_identity<DescribeBackupOutput>{}), "ResponseMetadata"));
    CHECK_FALSE(has(tolerated(std::type_identity<DescribeBackupOutput>{}), "NextToken"));
}

TEST_CASE("a backup is a record in three shapes", "[aws]") {
    STATIC_REQUIRE(is_record(std::type_identity<aws::BackupSummary>{}));
    STATIC_REQUIRE(is_record(std::type_identity<aws::BackupDetails>{}));
    STATIC_REQUIRE(is_record(std::type_identity<aws::BackupDescription>{}));
}

TEST_CASE("every shape equals its copy, and starts with defined values", "[aws]") {
    all_shapes::for_each<all_shapes::of_dynamodb>([](auto t) {
        using T = typename decltype(t)::type;
        T a, b;
        CHECK(a == b);
        CHECK(a == T{});
    });
    aws::BackupDetails a{.backup_arn = "a",
                         .backup_name = "b",
                         .backup_status = aws::BackupStatus::CREATING,
                         .backup_type = aws::BackupType::USER,
                         .backup_creation_date_time = {}};
    auto b = a;
    CHECK(a == b);
    b.backup_size_bytes = 0; // absent and zero differ
    CHECK(a != b);
}

} // namespace aws_model_test
