#pragma once
/// \file
/// What the API documents about an operation, apart from its input and output.

#include <dynabackup/aws_backup/errors.hpp>

#include <array>
#include <span>
#include <string_view>

namespace dynabackup::aws_backup {

/// One operation of the API. Its input and output are the structs of that name: `StartBackupJobInput`.
struct operation {
    std::string_view name;                    ///< `StartBackupJob`
    std::string_view target;                  ///< its method and path: `PUT /backup-jobs`
    std::span<std::string_view const> errors; ///< the errors it documents, in the documented order
    std::string_view cite;                    ///< the document that says so
    edition since = edition::v2019_01_16;     ///< the day on which it entered the API
};

/// The names of error shapes.
template <error_shape... Errors>
inline constexpr std::array<std::string_view, sizeof...(Errors)> error_names{shape_name<Errors>()...};

} // namespace dynabackup::aws_backup
