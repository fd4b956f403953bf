#pragma once
/// \file
/// The documents for the programs with matchers: a valid summary, and one with defects at known places.

#include <dynabackup/aws/backup_summary.hpp>
#include <dynabackup/rules/reading.hpp>

#include <chrono>
#include <string>

namespace matched {

namespace aws = dynabackup::aws;
namespace table_export = dynabackup::table_export;
using dynabackup::edition;
using dynabackup::reading::out_of_range;
using dynabackup::reading::string_length;

inline std::string const sound = R"({"BackupName": "weekly", "BackupSizeBytes": 4096})";

/// Two errors, on two lines, and a note.
inline std::string const broken = R"({"BackupName": "w",
  "BackupSizeBytes": -5, "Extra": 1})";

inline aws::BackupSummary sound_model() {
    aws::BackupSummary model;
    model.backup_name = "weekly";
    model.backup_creation_date_time = dynabackup::timestamp(std::chrono::nanoseconds(1708055245570000000));
    model.backup_status = aws::BackupStatus::AVAILABLE;
    return model;
}

inline aws::BackupSummary broken_model() {
    auto model = sound_model();
    model.backup_name = "w";
    return model;
}

// ---- items ----

using table_export::ExportedChange;
using table_export::ExportedItem;
using table_export::ScanOutput;

inline std::string const sound_item = R"({"Item":{"pk":{"S":"a"},"n":{"N":"1.5"}}})";
inline std::string const broken_item = R"({"Item":{"pk":{"S":"a"},"n":{"N":"1,5"}}})";
inline std::string const sound_change =
    R"({"Metadata":{"WriteTimestampMicros":{"N":"1"}},"Keys":{"pk":{"S":"a"}},"NewImage":{"pk":{"S":"a"}}})";
inline std::string const broken_change =
    R"({"Metadata":{"WriteTimestampMicros":{"N":"1"}},"Keys":{"pk":{"S":"a"}},"NewImage":{"s":{"SS":[]}}})";
inline std::string const sound_page = R"({"Count":1,"Items":[{"pk":{"S":"a"}}],"ScannedCount":2})";
inline std::string const broken_page = R"({"Count":1,"Items":[{"b":{"B":"a"}}],"ScannedCount":0})";

inline std::string const sound_export = DYNABACKUP_EXAMPLES "/sample-changes";
inline std::string const broken_export = DYNABACKUP_EXAMPLES "/sample-export";

} // namespace matched
