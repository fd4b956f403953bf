#pragma once
/// \file
/// What one call of a gzip decompressor did.

#include <cstddef>

namespace dynabackup::detail {

struct inflated {
    enum class outcome { more, member_ended, damaged };

    std::size_t read = 0, written = 0; ///< bytes
    outcome then = outcome::more;
    char const* damage = nullptr; ///< for people, and null where nothing is known
};

} // namespace dynabackup::detail
