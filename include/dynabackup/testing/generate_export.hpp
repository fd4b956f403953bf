#pragma once
/// \file
/// Generates whole table exports from a seed, sound ones or such as break one rule. Needs OpenSSL, and zlib or ISA-L: link
/// with them. Not a part of the umbrella.
///
/// \code
/// auto const made = dynabackup::testing::generate_export("exports/", 7, {.items = 1'000'000});
/// if (!made.problem.empty()) std::cerr << made.problem << '\n';
/// \endcode
///
/// A program that compiles the library once, in a file that includes src.hpp, includes this header there, too.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/item_key.hpp>
#include <dynabackup/table_export/manifests.hpp>
#include <dynabackup/testing/export_options.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

namespace dynabackup::testing {

/// An export that was generated.
struct generated_export {
    std::string problem; ///< why it is not there, or not whole; empty: there is no reason
    table_export::ManifestSummary summary = {}; ///< what manifest-summary.json says
    item_key key = {};                          ///< of the table
    std::size_t files = 0;                      ///< of data
};

/// Generates an export into a folder, which stands for its bucket: `folder/AWSDynamoDB/…`. The folder need not be there; it
/// may hold other exports, and those of one seed are of one table. A seed gives the same items, manifests and names of
/// files on every machine. The compressed bytes, and their checksums, depend on the library that compresses.
///
/// `check_export` finds nothing in it; with `broken_rule`, that rule once and no other. For `item.key` it needs the key,
/// for `item.key-twice` a history, too. Rules of changes and of windows make an incremental export. It is a problem if the
/// rule is none of exports and items, or if the export is there already.
///
/// Complexity: linear in the number of items; memory does not grow with it.
DYNABACKUP_INLINE generated_export generate_export(std::string const& folder, std::uint64_t seed,
                                                   export_options const& chosen = {});

} // namespace dynabackup::testing

#if DYNABACKUP_DEFINE
#include <dynabackup/testing/detail/export_draft.hpp>
#endif
