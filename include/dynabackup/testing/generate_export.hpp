#pragma once
/// \file
/// Generates whole table exports from a seed: valid exports, or exports that break one rule. Link with OpenSSL, and
/// zlib or ISA-L. dynabackup.hpp does not include this header.
///
/// \code
/// auto const made = dynabackup::testing::generate_export("exports/", 7, {.items = 1'000'000});
/// if (!made.problem.empty()) std::cerr << made.problem << '\n';
/// \endcode
///
/// A program that compiles the library once, in a file that includes src.hpp, also includes this header there.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/item_key.hpp>
#include <dynabackup/table_export/manifests.hpp>
#include <dynabackup/testing/export_options.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

namespace dynabackup::testing {

/// The result of generating an export.
struct generated_export {
    std::string problem;                        ///< why the export is missing or incomplete; empty on success
    table_export::ManifestSummary summary = {}; ///< the contents of manifest-summary.json
    item_key key = {};                          ///< the key of the table
    std::size_t files = 0;                      ///< the number of data files
};

/// Generates an export into a folder, which stands for its bucket: `folder/AWSDynamoDB/…`. The folder need not exist,
/// and may hold other exports. The exports of one seed are of one table. A seed gives the same items, manifests and
/// names of files on every machine. The compressed bytes, and their checksums, depend on the compression library.
///
/// `check_export` finds nothing in the export; with `violated_rule`, it finds that rule once and no other. For `item.key`
/// it needs the key; for `item.key-twice`, also a history. A rule of changes or of windows makes the export
/// incremental. It is a problem if the rule is not a rule of exports or items, or if the export already exists.
///
/// Complexity: linear in the number of items; memory does not grow with it.
DYNABACKUP_INLINE generated_export generate_export(std::string const& folder, std::uint64_t seed,
                                                   export_options const& chosen = {});

} // namespace dynabackup::testing

#if DYNABACKUP_DEFINE
#include <dynabackup/testing/detail/export_draft.hpp>
#endif
