#include <dynabackup/aws_backup/aws_backup.hpp>
#include <dynabackup/json_object.hpp>
#include <dynabackup/write.hpp>

#include "fixtures.hpp"

namespace json_object_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

std::string with_tags(std::string_view tags) {
    return R"({"BackupVaultName":"Default","ResourceArn":"arn:aws:s3:::b","IamRoleArn":"arn:aws:iam::1:role/r","RecoveryPointTags":)" +
           std::string(tags) + '}';
}
using request = aws_backup::StartBackupJobInput;

} // namespace

TEST_CASE("an object with members of any name keeps its text", "[json_object]") {
    json_object empty;
    CHECK(empty.text() == "{}");
    CHECK(empty == json_object("{}"));
    json_object some(R"({"a": 1})");
    CHECK(some.text() == R"({"a": 1})");
    CHECK(some != empty);
    some.clear();
    CHECK(some == empty);
    some.assign(R"({"b":[]})");
    CHECK(some.text() == R"({"b":[]})");
}

TEST_CASE("an object with members of any name is read, whatever it contains", "[json_object]") {
    for (std::string tags : {"{}", R"({"team":"data"})", R"({ "a" : {"b":[1,{"c":null}]} , "d":"}" })"}) {
        CAPTURE(tags);
        CHECK(found<request>(with_tags(tags)) == none);
        auto const read = parse<request>(with_tags(tags));
        REQUIRE(read.has_value());
        REQUIRE(read->recovery_point_tags);
        CHECK(read->recovery_point_tags->text() == tags);
        auto const again = parse<request>(to_json(*read));
        REQUIRE(again.has_value());
        CHECK(to_json(*again) == to_json(*read));
    }
}

TEST_CASE("anything else in its place is a finding", "[json_object]") {
    auto const wrong = findings{"error json.wrong-type /RecoveryPointTags"};
    for (auto const* other : {"[]", "1", "\"{}\"", "true"}) CHECK(found<request>(with_tags(other)) == wrong);
    CHECK(found<request>(with_tags("null")) == findings{"warning json.null-member /RecoveryPointTags"});
    CHECK(lines_of(check<request>(with_tags(R"({"a":tru})")), severity::error).size() == 1);
    CHECK(lines_of(check<request>(with_tags(R"({"a":{"b":{}}})"), {.max_depth = 3}), severity::error) ==
          findings{"error json.depth /RecoveryPointTags"});
}

TEST_CASE("an object with members of any name is written in the layout of its document", "[json_object]") {
    request r;
    r.recovery_point_tags = json_object(R"({ "team" : "data" })");
    CHECK(to_json(r).find(R"("RecoveryPointTags":{"team":"data"})") != std::string::npos);
    CHECK(to_json(r, format::aws_cli).find("\"RecoveryPointTags\": {\n        \"team\": \"data\"\n    }") !=
          std::string::npos);
}

} // namespace json_object_test
