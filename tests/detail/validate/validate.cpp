#include <dynabackup/aws/aws.hpp>
#include <dynabackup/check.hpp>
#include <dynabackup/detail/validate/limits.hpp>
#include <dynabackup/detail/validate/loud_pass.hpp>
#include <dynabackup/detail/validate/validate.hpp>
#include <dynabackup/parse.hpp>
#include <dynabackup/rule_catalog.hpp>

#include "catch.hpp"
#include "every_shape.hpp"
#include "fixtures.hpp"
#include "reading.hpp"
#include "rounds.hpp"

#include <array>
#include <string>
#include <vector>

namespace detail_validate_validate_test {

using namespace reading_test;
using namespace dynabackup::aws;

namespace {

template <class T>
lines defects(T const& model, edition day = edition::latest) {
    return found(validate(model, reading_only(day)));
}

} // namespace

TEST_CASE("the limits of a model are checked", "[validate]") {
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

TEST_CASE("a member of a model before its day is unknown", "[validate]") {
    BackupSummary s;
    s.backup_type = BackupType::USER;
    CHECK(defects(s) == lines{});
    CHECK(defects(s, edition{2018'08'05}) == lines{"json.unknown-member /BackupType @0"});
    s.backup_type = BackupType::AWS_BACKUP;
    CHECK(defects(s, edition{2018'08'06}) == lines{"enum.unknown-value /BackupType @0"});
    s.backup_type = open_enum<BackupType>(std::string_view("OTHER"));
    CHECK(defects(s) == lines{"enum.unknown-value /BackupType @0"});
}

TEST_CASE("everything inside a model is checked, with its path", "[validate]") {
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

TEST_CASE("an empty text that is read as absent is not a defect of a model", "[validate]") {
    ListBackupsOutput out;
    out.last_evaluated_backup_arn = "";
    CHECK(defects(out) == lines{});
    out.last_evaluated_backup_arn = "x";
    CHECK(defects(out) == lines{"string.length /LastEvaluatedBackupArn @0"});
}

TEST_CASE("lengths are counted in characters, near either limit", "[validate]") {
    using dynabackup::detail::is_length_within;
    value_limits const few{.since = {}, .min = 3, .max = 8};
    CHECK_FALSE(is_length_within("ab", few));
    CHECK(is_length_within("abc", few));
    CHECK_FALSE(is_length_within("\U0001F600\U0001F600", few)); // 8 bytes
    CHECK(is_length_within("\U0001F600\U0001F600\U0001F600", few));
    CHECK(is_length_within("abcdefgh", few));
    CHECK_FALSE(is_length_within("abcdefghi", few));
    CHECK(is_length_within("\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9", few));
    CHECK_FALSE(is_length_within("", few));
    CHECK(is_length_within("", {.since = {}}));
}

// ---- the quiet pass ----

namespace {

/// The arguments of the validator.
struct scene {
    explicit scene(check_options const& o = {}) : chosen(o) {}
    check_options chosen;
    unreadable_fields unreadable;
    dynabackup::detail::finding_buffer findings{chosen, nullptr};
    dynabackup::detail::rule_scope scope{.options = chosen, .unreadable = unreadable, .findings = findings};

    bool is_clean(shape_rules const& rules, void const* object) {
        return dynabackup::detail::is_clean(scope, rules, object, false);
    }
};

bool is_clean(std::string const& text) {
    auto const backup = parse<BackupSummary>(text);
    REQUIRE(backup.has_value());
    return scene().is_clean(shape_rules_of<BackupSummary>, &*backup);
}

} // namespace

TEST_CASE("the quiet pass reports that a record is valid", "[validate]") {
    CHECK(is_clean(fixtures::backup_summary().text()));
    CHECK(is_clean("{}"));
    auto const other = fixtures::backup_summary().with("BackupType", R"("AWS_BACKUP")");
    CHECK(is_clean(
        other
            .with(
                "BackupArn",
                R"("arn:aws:backup:eu-west-1:123456789012:recovery-point:0f8fad5b-D9CB-469f-a165-70867728950e")")
            .text()));
}

TEST_CASE("the quiet pass finds every violation of a limit or a rule, and reports nothing", "[validate]") {
    for (auto const& [name, value] : {
             std::pair("TableName", R"("ab")"),
             std::pair("TableName", R"("a table")"),
             std::pair("TableId", R"("0F8FAD5B-d9cb-469f-a165-70867728950e")"),
             std::pair("BackupArn", R"("arn:aws:dynamodb:eu-west-1")"),
             std::pair("TableArn", R"("arn:aws:dynamodb:eu-west-1:123456789012:table/Another")"),
             std::pair("BackupName", R"("ab")"),
             std::pair("BackupSizeBytes", "-1"),
             std::pair("BackupStatus", R"("GONE")"),
             std::pair("BackupType", R"("SYSTEM")"),
             std::pair("BackupCreationDateTime", "1"),
             std::pair("BackupExpiryDateTime", "1"),
         }) {
        CAPTURE(name, value);
        auto const backup = parse<BackupSummary>(fixtures::backup_summary().with(name, value).text());
        REQUIRE(backup.has_value());
        scene s;
        CHECK_FALSE(s.is_clean(shape_rules_of<BackupSummary>, &*backup));
        CHECK(s.findings.pending.empty());
    }
}

TEST_CASE("members that could not be read are not checked", "[validate]") {
    BackupSummary backup;
    backup.backup_size_bytes = -1;
    scene s;
    CHECK_FALSE(s.is_clean(shape_rules_of<BackupSummary>, &backup));
    s.unreadable.insert(backup.backup_size_bytes);
    CHECK(s.is_clean(shape_rules_of<BackupSummary>, &backup));
    dynabackup::detail::validate_object(s.scope, shape_rules_of<BackupSummary>, &backup, path_node{}, false);
    CHECK(s.findings.pending.empty());
}

TEST_CASE("records that were validated when they were read are skipped", "[validate]") {
    ListBackupsOutput page;
    page.backup_summaries.emplace(1).front().backup_size_bytes = -1;
    scene s;
    auto const& rules = shape_rules_of<ListBackupsOutput>;
    CHECK_FALSE(dynabackup::detail::is_clean(s.scope, rules, &page, false));
    CHECK(dynabackup::detail::is_clean(s.scope, rules, &page, true));
    dynabackup::detail::validate_object(s.scope, rules, &page, path_node{}, true);
    CHECK(s.findings.pending.empty());
    dynabackup::detail::validate_object(s.scope, rules, &page, path_node{}, false);
    REQUIRE(s.findings.pending.size() == 1);
    CHECK(s.findings.pending[0].path == "/BackupSummaries/0/BackupSizeBytes");
}

TEST_CASE("the least length of a text is known only if its first characters are ASCII", "[validate]") {
    auto const surely = [](std::string const& text, std::int64_t min, std::int64_t max) {
        return dynabackup::detail::is_surely_within(text, min, max);
    };
    CHECK(surely("abc", 3, 5));
    CHECK(surely("abcde", 3, 5));
    CHECK_FALSE(surely("ab", 3, 5));
    CHECK_FALSE(surely("abcdef", 3, 5));
    CHECK_FALSE(surely("a\xC3\xA4", 3, 5)); // two characters
    CHECK(surely("abc\xC3\xA4", 3, 5));
    for (std::size_t place = 0; place < 40; ++place) {
        std::string text(40, 'a');
        text[place] = '\x80';
        CHECK(surely(text, 37, 99) == (place >= 37));
    }
}

TEST_CASE("the characters and the pattern of a text are checked against limits", "[validate]") {
    static constexpr pattern digits{
        "[0-9]*", [](std::string_view text) { return text.find_first_not_of("0123456789") == text.npos; }};
    value_limits const few{.since = {}, .min = 2, .max = 3};
    value_limits const some{.since = {}, .min = 2, .max = 3, .pattern = &digits};
    CHECK(dynabackup::detail::is_within("12", some));
    CHECK_FALSE(dynabackup::detail::is_within("1", some));
    CHECK_FALSE(dynabackup::detail::is_within("1234", some));
    CHECK_FALSE(dynabackup::detail::is_within("1a", some));
    CHECK(dynabackup::detail::is_within("1a", few));
    CHECK(dynabackup::detail::is_within("\u00e9\u00e9\u00e9", few)); // six bytes
    CHECK_FALSE(dynabackup::detail::is_within("\u00e9", few));       // two
}

TEST_CASE("no finding of a model is left out, however many there are", "[validate]") {
    constexpr std::size_t many = 10'001; // more than may wait in a text (finding_quota)
    aws::ListBackupsOutput page;
    page.backup_summaries.emplace(many);
    for (auto& backup : *page.backup_summaries) backup.backup_size_bytes = -1;
    auto const found = dynabackup::validate(page, {.only = {"number.out-of-range"}});
    CHECK(found.size() == many);
    CHECK(found.summary().count(severity::error) == many);
}

TEST_CASE("the quiet pass and the loud pass agree", "[validate][property]") {
    std::size_t valid = 0, invalid = 0;
    chosen_cases cases;
    for (rule const* const each : rule_catalog()) {
        auto const& r = *each;
        CAPTURE(r.id);
        std::array const days{edition::latest, r.until, edition::v2022_06_17, edition::v2017_11_29};
        for (auto const& day : days) {
            if (&day != days.begin() && day == edition::latest) continue; // the first one
            auto chosen = example_options(r);
            chosen.edition = day;
            for (std::string_view const text : {r.example.invalid, r.example.valid}) {
                for (auto const* const rules : every_shape::rules()) {
                    if (!cases.next()) continue;
                    every_shape::object model(*rules->shape);
                    if (every_shape::parse_into(model, text, {.edition = day})) continue;
                    scene s(chosen);
                    bool const quiet = s.is_clean(*rules, model.get());
                    dynabackup::detail::loud_pass(s.scope, false, false)
                        .visit(*rules, model.get(), path_node{});
                    bool const loud = s.findings.pending.empty();
                    ++(quiet ? valid : invalid);
                    if (quiet != loud) FAIL_CHECK(rules->shape->name << ' ' << to_text(day) << ' ' << text);
                }
            }
        }
    }
    CHECK(valid > rounds(1000));
    CHECK(invalid > rounds(100));
}

TEST_CASE("a function with a state is called once, and others are called again for an invalid object",
          "[validate]") {
    BackupSummary backup;
    backup.backup_arn = std::string(fixtures::backup_arn);
    backup.backup_status = BackupStatus::DELETED;
    auto const& rules = shape_rules_of<BackupSummary>;
    CHECK(rules.remembers);
    CHECK_FALSE(shape_rules_of<KeySchemaElement>.remembers);
    check_options chosen;
    chosen.history = true;
    scene s(chosen);
    history past;
    s.scope.history = &past;
    dynabackup::detail::validate_object(s.scope, rules, &backup, path_node{}, false);
    CHECK(s.findings.pending.empty());
    CHECK(past.size() == 1);
    backup.backup_status = BackupStatus::AVAILABLE;
    backup.backup_size_bytes = -1;
    dynabackup::detail::validate_object(s.scope, rules, &backup, path_node{}, false);
    lines ids;
    for (auto const& f : s.findings.pending) ids.emplace_back(f.rule->id);
    CHECK(ids == lines{"number.out-of-range", "lifecycle.status-regression"});
}

} // namespace detail_validate_validate_test
