#pragma once
/// \file
/// The rules of reading: whether a document is the JSON that the API uses. The reader and the validator apply them to
/// every shape.

#include <dynabackup/model/rule.hpp>

#include <array>

namespace dynabackup::reading {

/// The edition of rules on JSON and types, which do not change with the API.
inline constexpr edition always = edition::v2017_11_29;

/// The API's own model, which states types, limits, patterns and enumerators.
inline constexpr std::string_view api_model =
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Types_Amazon_DynamoDB.html";

inline constexpr rule syntax{
    "json.syntax",  severity::error,
    always,         "A document is one JSON text, in UTF-8.",
    cite::rfc_8259, example{R"({"BackupSummaries":[],})", R"({"BackupSummaries":[]})"}};
inline constexpr rule depth{"json.depth",
                            severity::error,
                            always,
                            "Values are nested no deeper than the limit.",
                            cite::design,
                            example{R"({"BackupSummaries":[],"ResponseMetadata":[[[]]]})",
                                    R"({"BackupSummaries":[],"ResponseMetadata":[[]]})", "ListBackupsOutput",
                                    3}};
inline constexpr rule wrong_type{"json.wrong-type",
                                 severity::error,
                                 always,
                                 "A value has the JSON type of its member; a required member is not null.",
                                 api_model,
                                 example{R"({"BackupSummaries":{}})", R"({"BackupSummaries":[]})"}};
inline constexpr rule null_member{"json.null-member",
                                  severity::warning,
                                  always,
                                  "A member without a value is absent, not null.",
                                  api_model,
                                  example{R"({"BackupSummaries":null})", R"({"BackupSummaries":[]})"}};
inline constexpr rule missing_member{"json.missing-member",
                                     severity::error,
                                     always,
                                     "A required member is present.",
                                     api_model,
                                     example{R"({"AttributeName":"Artist"})",
                                             R"({"AttributeName":"Artist","KeyType":"HASH"})",
                                             "KeySchemaElement"}};
inline constexpr rule duplicate_member{"json.duplicate-member",
                                       severity::error,
                                       always,
                                       "An object has each member once.",
                                       cite::rfc_8259,
                                       example{R"({"Limit":10,"Limit":20})", R"({"Limit":20})"}};
inline constexpr rule unknown_member{"json.unknown-member",
                                     severity::note,
                                     always,
                                     "An object has only the members that its shape has in the edition.",
                                     api_model,
                                     example{R"({"Limit":10,"MaxResults":20})", R"({"Limit":10})"}};
inline constexpr rule misspelled_member{
    "json.misspelled-member",
    severity::error,
    always,
    "The name of a member is spelled as the API spells it, unless other spellings are accepted.",
    api_model,
    example{R"({"Limit":10,"tableName":"Music"})", R"({"Limit":10,"TableName":"Music"})",
            "ListBackupsInput"}};
inline constexpr rule unrecognized{"document.unrecognized",
                                   severity::error,
                                   always,
                                   "A document is a request or a response of an operation that the library "
                                   "knows, a record of a response, or "
                                   "a part of a table export.",
                                   cite::design,
                                   example{R"({"Backups":[]})", R"({"BackupSummaries":[]})"}};
inline constexpr rule embedded{"document.embedded",
                               severity::note,
                               always,
                               "A document is on its own, in an array or on a line, not inside other JSON.",
                               cite::design,
                               example{R"({"data":{"BackupSummaries":[]}})", R"({"BackupSummaries":[]})"}};
inline constexpr rule other_spelling{
    "document.spelling",
    severity::warning,
    always,
    "A document's members are spelled as the API spells them, in case, underscores and hyphens.",
    api_model,
    example{
        .invalid = R"({"backupSummaries":[]})", .valid = R"({"BackupSummaries":[]})", .any_spelling = true}};
inline constexpr rule other_times{"document.times",
                                  severity::warning,
                                  always,
                                  "A document's times are spelled as the API spells them.",
                                  cite::rfc_3339,
                                  example{.invalid = R"({"TimeRangeLowerBound":"2024-05-02T12:00:00+0000"})",
                                          .valid = R"({"TimeRangeLowerBound":"2024-05-02T12:00:00+00:00"})",
                                          .any_spelling = true}};
inline constexpr rule nothing_known{"document.nothing-known",
                                    severity::warning,
                                    always,
                                    "An object that has members has at least one known member.",
                                    cite::design,
                                    example{R"({"BackupSummaries":[{"Name":"weekly"}]})",
                                            R"({"BackupSummaries":[{"BackupName":"weekly"}]})"}};
inline constexpr rule record_too_large{"document.record-too-large",
                                       severity::error,
                                       always,
                                       "A backup record is not larger than the limit.",
                                       cite::design,
                                       example{R"({"TableName":"Music","BackupName":"every-single-week"})",
                                               R"({"TableName":"Music","BackupName":"weekly"})",
                                               "BackupSummary", 0, 50}};
inline constexpr rule unknown_value{"enum.unknown-value",
                                    severity::error,
                                    always,
                                    "A value of an enumeration is one of its enumerators in the edition.",
                                    api_model,
                                    example{R"({"BackupType":"MANUAL"})", R"({"BackupType":"USER"})"}};
inline constexpr rule not_integer{"number.not-integer",
                                  severity::error,
                                  always,
                                  "A count or a size is a whole number.",
                                  api_model,
                                  example{R"({"Limit":2.5})", R"({"Limit":2})"}};
inline constexpr rule out_of_range{"number.out-of-range",
                                   severity::error,
                                   always,
                                   "A number fits its type and its documented minimum and maximum.",
                                   api_model,
                                   example{R"({"Limit":101})", R"({"Limit":100})"}};
inline constexpr rule string_length{
    "string.length",
    severity::error,
    always,
    "The length of a string is within the documented limits.",
    api_model,
    example{R"({"BackupName":"no","TableName":"Music"})", R"({"BackupName":"now","TableName":"Music"})"}};
inline constexpr rule string_pattern{"string.pattern",
                                     severity::error,
                                     always,
                                     "A string has the documented form.",
                                     api_model,
                                     example{R"({"BackupName":"every week","TableName":"Music"})",
                                             R"({"BackupName":"every-week","TableName":"Music"})"}};
inline constexpr rule list_size{"list.size",
                                severity::error,
                                always,
                                "The number of elements in a list is within the documented limits.",
                                api_model,
                                example{R"({"ProjectionType":"KEYS_ONLY","NonKeyAttributes":[]})",
                                        R"({"ProjectionType":"KEYS_ONLY"})", "Projection"}};
inline constexpr rule time_format{
    "timestamp.format",
    severity::error,
    always,
    "A time is a number of seconds since the epoch, or a date-time with an offset.",
    cite::rfc_3339,
    example{R"({"TimeRangeLowerBound":"2024-05-02T12:00:00"})",
            R"({"TimeRangeLowerBound":"2024-05-02T12:00:00Z"})"}};
inline constexpr rule time_out_of_range{
    "timestamp.out-of-range",
    severity::error,
    always,
    "A time is between 1677-09-21 and 2262-04-11, the range of nanoseconds in 64 bits.",
    cite::design,
    example{R"({"TimeRangeLowerBound":1e10})", R"({"TimeRangeLowerBound":1e9})"}};

/// All rules of this file, for the catalogue.
inline constexpr std::array all{&syntax,         &depth,
                                &wrong_type,     &null_member,
                                &missing_member, &duplicate_member,
                                &unknown_member, &misspelled_member,
                                &unrecognized,   &embedded,
                                &other_spelling, &other_times,
                                &nothing_known,  &record_too_large,
                                &unknown_value,  &not_integer,
                                &out_of_range,   &string_length,
                                &string_pattern, &list_size,
                                &time_format,    &time_out_of_range};

} // namespace dynabackup::reading
