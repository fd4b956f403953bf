#pragma once
/// \file
/// See model/unreadable_fields.hpp.

#include <dynabackup/model/unreadable_fields.hpp>

namespace dynabackup::detail {
using dynabackup::unreadable_fields;
} // namespace dynabackup::detail
