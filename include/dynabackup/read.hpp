#pragma once
/// \file
/// The typed walk: from the tokens of a text straight into described structs, in one pass.
///
/// `read_value` exists once for each kind of value. It returns what became of the value, with the cursor behind
/// it; only when the text itself is broken does it give up. Strings and lists of a reused object keep their
/// memory, so a dump is read without allocating once its first records have been.

#include <dynabackup/read/list.hpp>
#include <dynabackup/read/member.hpp>
#include <dynabackup/read/object.hpp>
#include <dynabackup/read/scalar.hpp>
#include <dynabackup/read/value.hpp>
