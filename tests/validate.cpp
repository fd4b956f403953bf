#include <dynabackup/aws/documents.hpp>
#include <dynabackup/validate.hpp>

#include "catch.hpp"
#include "reading.hpp"

#include <string>
#include <vector>

using namespace reading_test;
using namespace dynabackup::aws;

namespace {

template <class T>
lines defects(T const& model, edition day = edition::latest) {
    return found(validate(model, reading_only(day)));
}

} // namespace

TEST_CASE("limits of a model are judged", "[validate]") {
    ListBackupsInput in;
    CHECK(defects(in) == lines{});
    for (std::int64_t limit : {1, 100}) {
        in.limit = limit;
        CHECK(defects(in) == lines{});
    }
    for (std::int64_t limit : {0, 101, -1}) {
        in.limit = limit;
        CHECK(defects(in) == lines{"number.out-of-range /Limit @0"});
    }
}

TEST_CASE("what a model has before its day is unknown", "[validate]") {
    BackupSummary s;
    s.backup_type = BackupType::USER;
    CHECK(defects(s) == lines{});
    CHECK(defects(s, edition{2018'08'05}) == lines{"json.unknown-member /BackupType @0"});
    s.backup_type = BackupType::AWS_BACKUP;
    CHECK(defects(s, edition{2018'08'06}) == lines{"enum.unknown-value /BackupType @0"});
    s.backup_type = open_enum<BackupType>(std::string_view("OTHER"));
    CHECK(defects(s) == lines{"enum.unknown-value /BackupType @0"});
}

TEST_CASE("everything inside a model is judged, with its path", "[validate]") {
    DescribeBackupOutput out;
    auto& features = out.backup_description.emplace().source_table_feature_details.emplace();
    auto& indexes = features.global_secondary_indexes.emplace(2);
    indexes[1].index_name = "x";
    indexes[1].projection.emplace().non_key_attributes = std::vector<std::string>{"a", ""};
    indexes[1].projection->projection_type = ProjectionType::INCLUDE;
    CHECK(defects(out) ==
          lines{"string.length "
                "/BackupDescription/SourceTableFeatureDetails/GlobalSecondaryIndexes/1/IndexName @0",
                "string.length "
                "/BackupDescription/SourceTableFeatureDetails/GlobalSecondaryIndexes/1/Projection/"
                "NonKeyAttributes/1 "
                "@0"});
}

TEST_CASE("an empty text that is read as absent is no defect of a model", "[validate]") {
    ListBackupsOutput out;
    out.last_evaluated_backup_arn = "";
    CHECK(defects(out) == lines{});
    out.last_evaluated_backup_arn = "x";
    CHECK(defects(out) == lines{"string.length /LastEvaluatedBackupArn @0"});
}

TEST_CASE("lengths are those of characters, near either limit", "[validate]") {
    using dynabackup::detail::length_within;
    limits const few{.since = {}, .min = 3, .max = 8};
    CHECK_FALSE(length_within("ab", few));
    CHECK(length_within("abc", few));
    CHECK_FALSE(length_within("\U0001F600\U0001F600", few)); // 8 bytes
    CHECK(length_within("\U0001F600\U0001F600\U0001F600", few));
    CHECK(length_within("abcdefgh", few));
    CHECK_FALSE(length_within("abcdefghi", few));
    CHECK(length_within("\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9", few));
    CHECK_FALSE(length_within("", few));
    CHECK(length_within("", {.since = {}}));
}
