#include <dynabackup/rules/table_settings.hpp>

#include "fixtures.hpp"

#include <date/date.h>

#include <chrono>

namespace rules_table_settings_test {

using namespace dynabackup;
using namespace fixtures;
using namespace std::chrono_literals;

namespace {

/// Returns the findings in a setting of a table, with paths below it.
findings found_of(std::string_view member, object const& setting, check_options const& chosen = {}) {
    auto lines = found(description(table(), object{{std::string(member), setting.text()}}), chosen);
    auto const prefix = below_features('/' + std::string(member) + '/');
    for (auto& line : lines)
        if (auto const at = line.find(prefix); at != line.npos) line.erase(at, prefix.size());
    return lines;
}

findings of_stream(std::string_view enabled, std::string_view type, edition when = {}) {
    object stream{};
    if (!enabled.empty()) stream = stream.with("StreamEnabled", enabled);
    if (!type.empty()) stream = stream.with("StreamViewType", type);
    return found_of("StreamDescription", stream, {.edition = when});
}

findings of_expiry(std::string_view status, std::string_view attribute, edition when = {}) {
    object expiry{};
    if (!status.empty()) expiry = expiry.with("TimeToLiveStatus", status);
    if (!attribute.empty()) expiry = expiry.with("AttributeName", attribute);
    return found_of("TimeToLiveDescription", expiry, {.edition = when});
}

findings of_encryption(object const& sse, edition when = {}) {
    return found_of("SSEDescription", sse, {.edition = when});
}

object const by_kms{{"Status", in_quotes("ENABLED")},
                    {"SSEType", in_quotes("KMS")},
                    {"KMSMasterKeyArn", in_quotes("arn:aws:kms:eu-central-1:111122223333:key/1")}};

constexpr timestamp at_seconds(std::int64_t s) { return timestamp{std::chrono::seconds{s}}; }

} // namespace

TEST_CASE("a stream that is enabled has a view type", "[rules][table_settings]") {
    findings const missing{"warning stream.view-type-missing StreamViewType"};
    for (auto when : {edition::v2017_11_29, edition::latest}) {
        CHECK(of_stream("true", R"("NEW_IMAGE")", when) == none);
        CHECK(of_stream("true", "", when) == missing);
        CHECK(of_stream("false", "", when) == none);
    }
    CHECK(of_stream("true", "null") == findings{"warning json.null-member StreamViewType", missing[0]});
    CHECK(of_stream("true", "7") == findings{"error json.wrong-type StreamViewType"});
    CHECK(of_stream("true", R"("EVERYTHING")") == findings{"error enum.unknown-value StreamViewType"});
}

TEST_CASE("a stream that is disabled has no view type", "[rules][table_settings]") {
    findings const unexpected{"warning stream.view-type-unexpected StreamViewType"};
    for (auto when : {edition::v2017_11_29, edition::latest})
        for (auto type : {"KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES"})
            CHECK(of_stream("false", in_quotes(type), when) == unexpected);
    CHECK(of_stream("false", "null") == findings{"warning json.null-member StreamViewType"});
    CHECK(of_stream("false", "7") == findings{"error json.wrong-type StreamViewType"});
    // It is not known whether there is a stream.
    CHECK(of_stream("7", R"("NEW_IMAGE")") == findings{"error json.wrong-type StreamEnabled"});
    CHECK(of_stream("", R"("NEW_IMAGE")") == findings{"error json.missing-member StreamEnabled"});
    CHECK(of_stream("", "", edition{2019'11'20}) == none);
    // A model cannot express that it was absent; a text can.
    auto const silent = check<aws::StreamSpecification>(R"({"StreamViewType": "NEW_IMAGE"})",
                                                        {.edition = edition{2019'11'20}});
    CHECK(silent.empty());
}

TEST_CASE("if items expire, an attribute holds the time", "[rules][table_settings]") {
    findings const missing{"warning ttl.attribute-missing AttributeName"};
    for (auto when : {edition::v2017_11_29, edition::latest}) {
        for (auto status : {"ENABLED", "ENABLING"}) {
            CHECK(of_expiry(in_quotes(status), R"("expires")", when) == none);
            CHECK(of_expiry(in_quotes(status), "", when) == missing);
        }
        for (auto status : {"DISABLED", "DISABLING"}) {
            CHECK(of_expiry(in_quotes(status), R"("expires")", when) == none);
            CHECK(of_expiry(in_quotes(status), "", when) == none);
        }
    }
    CHECK(of_expiry("", "") == none);
    CHECK(of_expiry(R"("ON")", "") == findings{"error enum.unknown-value TimeToLiveStatus"});
    CHECK(of_expiry("7", "") == findings{"error json.wrong-type TimeToLiveStatus"});
    CHECK(of_expiry(R"("ENABLED")", "7") == findings{"error json.wrong-type AttributeName"});
    CHECK(of_expiry(R"("ENABLED")", R"("")") == findings{"error string.length AttributeName"});
}

TEST_CASE("data that KMS encrypts has a key that is named from 2018-06-14", "[rules][table_settings]") {
    findings const missing{"warning sse.kms-key-missing KMSMasterKeyArn"};
    auto const without = by_kms.without("KMSMasterKeyArn");
    CHECK(of_encryption(by_kms) == none);
    CHECK(of_encryption(without) == missing);
    CHECK(of_encryption(without, edition::v2018_06_14) == missing);
    CHECK(of_encryption(without, edition{2018'06'13}) == none);
    CHECK(of_encryption(without.with("KMSMasterKeyArn", "7")) ==
          findings{"error json.wrong-type KMSMasterKeyArn"});
    CHECK(of_encryption(without.with("SSEType", R"("AES256")"), edition{2019'06'05}) == none);
    CHECK(of_encryption(without.with("SSEType", R"("OTHER")")) ==
          findings{"error enum.unknown-value SSEType"});
    CHECK(of_encryption(without.without("SSEType")) == none);
}

TEST_CASE("the states of encryption in use are ENABLED and UPDATING from 2019-06-06",
          "[rules][table_settings]") {
    findings const undocumented{"warning sse.undocumented-status Status"};
    auto const of = [](std::string_view status, edition when = {}) {
        return of_encryption(by_kms.with("Status", in_quotes(status)), when);
    };
    for (auto status : {"ENABLED", "UPDATING"}) CHECK(of(status) == none);
    for (auto status : {"ENABLING", "DISABLING", "DISABLED"}) {
        CHECK(of(status) == undocumented);
        CHECK(of(status, edition::v2019_06_06) == undocumented);
        CHECK(of(status, edition{2019'06'05}) == none);
    }
    CHECK(of("BROKEN") == findings{"error enum.unknown-value Status"});
    CHECK(of_encryption(by_kms.without("Status")) == none);
    CHECK(of_encryption(by_kms.with("Status", "7")) == findings{"error json.wrong-type Status"});
}

TEST_CASE("the type of encryption in use is KMS from 2019-06-06", "[rules][table_settings]") {
    findings const undocumented{"warning sse.undocumented-type SSEType"};
    auto const of = [](edition when) { return of_encryption(by_kms.with("SSEType", R"("AES256")"), when); };
    CHECK(of({}) == undocumented);
    CHECK(of(edition::v2019_06_06) == undocumented);
    CHECK(of(edition{2019'06'05}) == none);
    CHECK(of_encryption(by_kms.with("SSEType", "7")) == findings{"error json.wrong-type SSEType"});
}

TEST_CASE("an inaccessible key is reported from 2019-11-26", "[rules][table_settings]") {
    findings const inaccessible{"warning sse.key-inaccessible InaccessibleEncryptionDateTime"};
    auto const since = by_kms.with("InaccessibleEncryptionDateTime", "1700000000");
    CHECK(of_encryption(by_kms, {}) == none);
    CHECK(of_encryption(since) == inaccessible);
    CHECK(of_encryption(since, edition::v2019_11_26) == inaccessible);
    CHECK(of_encryption(since, edition{2019'11'25}) == none);
    CHECK(of_encryption(by_kms.with("InaccessibleEncryptionDateTime", "true")) ==
          findings{"error json.wrong-type InaccessibleEncryptionDateTime"});
    for (auto now : {timestamp::min(), at_seconds(1700000000), at_seconds(1800000000), timestamp::max()})
        CHECK(found_of("SSEDescription", since, {.now = now}) == inaccessible);
}

TEST_CASE("the remaining time for a key is counted to its end", "[rules][table_settings]") {
    using table_settings::time_left;
    auto const week = date::days{7};
    auto const since = at_seconds(1700000000);
    CHECK(time_left(since, since) == time_left(since, since - 1h)); // not more than the whole time
    CHECK(time_left(since, since) != time_left(since, since + 1ns));
    CHECK(time_left(since, since + 1h) != time_left(since, since + 2h));
    CHECK(time_left(since, since + week) != time_left(since, since + week + 1ns));
    CHECK(time_left(since, since + week + 1ns) == time_left(since, timestamp::max()));
    CHECK(time_left(timestamp::min(), timestamp::max()) == time_left(since, timestamp::max()));
    CHECK(time_left(timestamp::max(), timestamp::min()) == time_left(since, since));
}

} // namespace rules_table_settings_test
