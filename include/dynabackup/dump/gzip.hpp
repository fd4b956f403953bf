#pragma once
/// \file
/// Reads data compressed by gzip (RFC 1952), in one member or several. Needs ISA-L (2.24 or later): link with it. If
/// the header of ISA-L is not found, or `DYNABACKUP_GZIP_BY_ZLIB` is defined, needs zlib instead, and is slower. Define
/// the macro for a whole program or not at all. dynabackup.hpp does not include this header.

#include <dynabackup/detail/dump/gzip_members.hpp>

#if !defined(DYNABACKUP_GZIP_BY_ZLIB) && !__has_include(<isa-l/igzip_lib.h>)
#define DYNABACKUP_GZIP_BY_ZLIB
#endif
#ifdef DYNABACKUP_GZIP_BY_ZLIB
#include <dynabackup/detail/dump/zlib_inflater.hpp>
#else
#include <dynabackup/detail/dump/isal_inflater.hpp>
#endif

namespace dynabackup::detail {

#ifdef DYNABACKUP_GZIP_BY_ZLIB
using gzip_inflater = zlib_inflater;
#else
using gzip_inflater = isal_inflater;
#endif

/// Decompresses all members. Memory: at most 256 KiB, whatever the members contain.
using gzip_source = gzip_members<gzip_inflater>;

} // namespace dynabackup::detail
