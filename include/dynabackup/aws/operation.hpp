#pragma once
/// \file
/// What the API documents about an operation, apart from its input and output.

#include <dynabackup/aws/errors.hpp>

#include <boost/describe/class.hpp>

#include <array>
#include <span>
#include <string_view>

namespace dynabackup::aws {

/// One operation of the API. Its input and output are the structs of that name: `CreateBackupInput`.
struct operation {
    std::string_view name;                    ///< `CreateBackup`
    std::string_view target;                  ///< the value of the header X-Amz-Target
    int calls_per_second;                     ///< the most calls of an account; 0: not documented
    std::span<std::string_view const> errors; ///< the errors it documents, in the documented order
    std::string_view cite;                    ///< the document that says so
    edition since = edition::v2017_11_29;     ///< the day on which it entered the API
};

/// The names of error shapes.
template <error_shape... Errors>
inline constexpr std::array<std::string_view, sizeof...(Errors)> error_names{shape_name<Errors>()...};

} // namespace dynabackup::aws
