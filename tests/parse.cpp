#include <dynabackup/aws/aws.hpp>
#include <dynabackup/parse.hpp>

#include "catch.hpp"
#include "random_json.hpp"
#include "reading.hpp"
#include "rounds.hpp"

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace parse_test {

using namespace reading_test;
using namespace dynabackup::aws;

TEST_CASE("a document becomes a model", "[parse]") {
    auto const parsed = parse<BackupDescription>(exact(description_text()));
    REQUIRE(parsed.has_value());
    auto const& d = *parsed;
    REQUIRE(d.backup_details.has_value());
    CHECK(d.backup_details->backup_arn == backup_arn);
    CHECK(d.backup_details->backup_size_bytes == 4096);
    CHECK(d.backup_details->backup_status == BackupStatus::AVAILABLE);
    CHECK(d.backup_details->backup_creation_date_time.time_since_epoch().count() ==
          1'717'200'000'123'000'000);
    CHECK_FALSE(d.backup_details->backup_expiry_date_time.has_value());
    REQUIRE(d.source_table_details.has_value());
    CHECK(d.source_table_details->key_schema.size() == 2);
    CHECK(d.source_table_details->key_schema[1].attribute_name == "Placed");
    CHECK(d.source_table_details->key_schema[1].key_type == KeyType::RANGE);
    REQUIRE(d.source_table_feature_details.has_value());
    auto const& features = *d.source_table_feature_details;
    CHECK(features.stream_description->stream_enabled);
    CHECK((*features.global_secondary_indexes)[0].projection->non_key_attributes ==
          std::vector<std::string>{"Total", "Currency"});
    CHECK_FALSE(features.local_secondary_indexes.has_value());
}

TEST_CASE("the first reading error is the result", "[parse]") {
    auto const r = parse<ListBackupsInput>(exact("{\"X\":1,\n\"Limit\":true,\"BackupType\":5}"));
    REQUIRE(r.has_error());
    auto const& e = r.error();
    CHECK(line(e.what) == "json.wrong-type /Limit @16");
    CHECK(e.what.line == 2);
    CHECK(e.what.column == 9);
    CHECK(e.what.value == "true");
    CHECK(e.message().find("json.wrong-type") != std::string::npos);
    CHECK(e.message().find("/Limit") != std::string::npos);
    CHECK_THROWS_AS(r.value(), parse_error);
}

TEST_CASE("violations of rules and limits, notes and warnings do not prevent a model", "[parse]") {
    auto const r = parse<ListBackupsInput>(R"({"Limit":1000,"X":1,"TableName":null,"BackupType":"?"})");
    REQUIRE(r.has_value());
    CHECK(r->limit == 1000);
    CHECK(r->backup_type->text() == "?");
    auto const s = parse<ListBackupsInput>(R"({"X":1})", {.strict = true});
    REQUIRE(s.has_error());
    CHECK(line(s.error().what) == "json.unknown-member /X @1 error");
}

TEST_CASE("an error is printed as its message", "[parse]") {
    auto const r = parse<ListBackupsInput>("{\"Limit\":\ntrue}");
    REQUIRE(r.has_error());
    std::ostringstream out;
    out << r.error();
    CHECK(out.str() == r.error().message());
    for (std::string const part : {"2", "/Limit", "json.wrong-type"})
        CHECK(out.str().find(part) != std::string::npos);
    auto const whole = parse<ListBackupsInput>("[]"); // a place without a path
    REQUIRE(whole.has_error());
    CHECK(whole.error().message().find("json.wrong-type") != std::string::npos);
}

TEST_CASE("the result of parse does not depend on a selection of rules", "[parse]") {
    auto const rule_of = [](std::string_view text) {
        auto const r = parse<ListBackupsInput>(exact(text));
        return r.has_error() ? r.error().what.rule : nullptr;
    };
    for (auto text : {"", "{", "{}x", "{\"Limit\":1,}"}) {
        CAPTURE(text);
        CHECK(rule_of(text) == &reading::syntax);
    }
    for (auto text : {"[]", R"({"Limit":"1"})"}) CHECK(rule_of(text) == &reading::wrong_type);
    CHECK(rule_of(R"({"Limit":1,"Limit":2})") == &reading::duplicate_member);
    CHECK(rule_of(R"({"Limit":1000})") == nullptr); // limits do not affect parsing
    // A selection cannot even be passed.
    static_assert(!std::is_convertible_v<check_options, parse_options>);
    CHECK(parse<ListBackupsOutput>(R"({"BackupSummaries":[{"BackupName":5}]})").has_error());
}

TEST_CASE("a text that is cut at any byte is an error", "[parse]") {
    auto const text = compact(description_text());
    for (std::size_t size = 0; size < text.size(); ++size) {
        auto const r = parse<BackupDescription>(exact(text.substr(0, size)));
        if (!r.has_error() || r.error().what.rule != &reading::syntax || r.error().what.offset > size)
            FAIL(size);
    }
}

TEST_CASE("a text is parsed if it is well-formed, and otherwise an error", "[parse][property]") {
    random_json make(1977);
    auto const seed = compact("{\"BackupDescription\":" + description_text() + "}");
    DescribeBackupOutput model;
    for (unsigned i = 0; i < rounds(20'000); ++i) {
        auto const text = make.mutated(seed);
        auto const r = parse_into(model, exact(text));
        bool const broken = r.has_error() && r.error().what.rule == &reading::syntax;
        bool const expected = !is_well_formed(text);
        // An error of another kind may precede the place where the text breaks.
        if (expected ? !r.has_error() : broken) FAIL(text);
    }
}

TEST_CASE("memory is reused for texts of any size and shape", "[parse]") {
    parse_memory memory;
    BackupDetails details;
    ListBackupsOutput page;
    parse_options const strict{.strict = true};
    for (int i = 0; i < 3; ++i) {
        CHECK(parse_into(details, exact(details_text), memory).has_value());
        CHECK(details.backup_arn == backup_arn);
        CHECK(parse_into(page, "{}", memory).has_value());
        CHECK(parse_into(page, "", memory).has_error());
        CHECK(parse_into(page, R"({"X":1})", memory, strict).has_error());
        CHECK(parse_into(page, "{\"BackupSummaries\":[]}" + std::string(10'000, ' '), memory).has_value());
    }
    parse_memory const taken = std::move(memory);
    CHECK(parse_into(page, "{}", memory).has_value()); // it begins anew
}

TEST_CASE("a reused model equals a new one, even after invalid texts", "[parse][property]") {
    random_json make(32);
    auto const full = compact("{\"BackupDescription\":" + description_text() + "}");
    std::string const good[] = {
        full, R"({"BackupDescription":{}})", "{}",
        R"({"BackupDescription":{"SourceTableFeatureDetails":{"GlobalSecondaryIndexes":[{},{}]}}})",
        replaced(full, "\"AVAILABLE\"", "\"NEVER\"")};
    DescribeBackupOutput reused;
    parse_memory memory;
    for (unsigned i = 0; i < rounds(20'000); ++i) {
        for (std::size_t n = make.below(3); n != 0; --n) (void)parse_into(reused, make.mutated(full), memory);
        auto text = good[make.below(std::size(good))];
        if (make.below(2)) {
            text = make.mutated(text);
            if (!parse<DescribeBackupOutput>(text)) continue;
        }
        auto const fresh = parse<DescribeBackupOutput>(exact(text));
        REQUIRE(fresh.has_value());
        bool const read = make.below(2) ? parse_into(reused, exact(text), memory).has_value()
                                        : parse_into(reused, exact(text)).has_value();
        if (!read || !(reused == *fresh)) FAIL(text);
    }
}

} // namespace parse_test
