#pragma once
/// \file
/// Compressed by gzip (RFC 1952), in one member or several. Needs ISA-L (2.24 or later): link with it. Where its header
/// is not found, or `DYNABACKUP_GZIP_BY_ZLIB` is defined, it needs zlib instead, and is slower. Define the macro for all
/// of a program or for none of it. Not a part of the umbrella.

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

/// Decompresses all members. Memory: at most 256 KiB, whatever their content.
using gzip_source = gzip_members<gzip_inflater>;

} // namespace dynabackup::detail
