#pragma once
/// \file
/// The result of one call of a gzip decompressor.

#include <cstddef>

namespace dynabackup::detail {

struct inflated {
    enum class outcome { more, member_ended, damaged };

    std::size_t read = 0, written = 0; ///< bytes
    outcome then = outcome::more;
    char const* damage = nullptr; ///< in words; null if nothing is known
};

} // namespace dynabackup::detail
