#pragma once
/// \file
/// The formats in which models are written.

namespace dynabackup {

/// Whose JSON is written.
enum class format : unsigned char {
    aws_wire, ///< what DynamoDB sends
    aws_cli,  ///< what `aws dynamodb … --output json` prints
    clumio,   ///< what Clumio sends
};

} // namespace dynabackup
