/// \file
/// Compares the described model of AWS Backup with the service's own: see described_model.hpp.

#include <dynabackup/aws_backup/aws_backup.hpp>

#include "described_model.hpp"

namespace aws_backup_model_test {

using namespace dynabackup;
using namespace described_model;

namespace {

struct family {
    using shapes = all_shapes::of_aws_backup;
    template <class T>
    static constexpr bool is_own = false;
    template <class T>
    static constexpr bool is_error = aws_backup::error_shape<T>;
    template <class T>
    static constexpr bool is_fault = std::is_same_v<T, aws_backup::DependencyFailureException> ||
                                     std::is_same_v<T, aws_backup::ServiceUnavailableException>;
    template <class F>
    static void for_each_operation(F f) {
        for (auto const& o : aws_backup::operations) f(o);
    }
};

} // namespace

TEST_CASE("the described model of AWS Backup is the service's own", "[aws_backup]") {
    check_equal(fixture("aws_backup/facts/aws-backup-model.tsv"), rendering<family>().model);
}

TEST_CASE("the described history of AWS Backup is the service's own", "[aws_backup]") {
    check_equal(fixture("aws_backup/facts/aws-backup-editions.tsv"), rendering<family>().history);
}

TEST_CASE("a recovery point is a record in three shapes, and a job is never a record", "[aws_backup]") {
    STATIC_REQUIRE(record_shape<aws_backup::RecoveryPointByBackupVault>);
    STATIC_REQUIRE(record_shape<aws_backup::RecoveryPointByResource>);
    STATIC_REQUIRE(record_shape<aws_backup::DescribeRecoveryPointOutput>);
    STATIC_REQUIRE_FALSE(record_shape<aws_backup::BackupJob>);
}

TEST_CASE("one limit of AWS Backup has an exception", "[aws_backup]") {
    std::set<std::string> by_rule;
    all_shapes::for_each<all_shapes::of_aws_backup>([&](auto t) {
        for (auto const& m : shape_table_of<typename decltype(t)::type>.members)
            if (m.facts->limits_by_rule) by_rule.insert(std::string(m.name));
    });
    CHECK(by_rule == std::set<std::string>{"ByAccountId"}); // * means every account
}

} // namespace aws_backup_model_test
