#pragma once
/// \file
/// The members that clients of AWS add to the responses that they print.

#include <array>
#include <string_view>

namespace dynabackup {

/// The members that clients add to a response: boto3, JavaScript (`$`), Go, and Java with Step Functions (`Sdk`).
inline constexpr std::array<std::string_view, 6> client_members{
    "ResponseMetadata", "$metadata", "$fault", "ResultMetadata", "SdkHttpMetadata", "SdkResponseMetadata"};

} // namespace dynabackup
