#pragma once
/// \file
/// Finds the exports among some inputs: the role of each file, the manifests that belong together, and the data files
/// that they list.
/// A program that compiles the library once, in a file that includes src.hpp, also includes this header there.

#include <dynabackup/dump.hpp>
#include <dynabackup/dump/decompressed.hpp>
#include <dynabackup/export_facts.hpp>
#include <dynabackup/table_export/items.hpp>
#include <dynabackup/table_export/manifests.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::table_export {

/// The role of an input in an export. It depends on the contents, or on the name for the last two.
enum class input_role : unsigned char {
    other,    ///< not part of an export
    summary,  ///< a ManifestSummary
    files,    ///< a list of ManifestFile
    data,     ///< items or changes
    nothing,  ///< an empty text: may be the data file of an empty partition
    checksum, ///< `….md5`: the MD5 of the manifest beside it
    started   ///< `_started`: an export has started
};

/// No input.
inline constexpr std::size_t no_input = std::numeric_limits<std::size_t>::max();

/// A data file that a manifest lists.
struct listed_file {
    std::optional<std::int64_t> item_count; ///< none: the manifest has no readable count
    std::size_t input = no_input;           ///< the number of the input; no_input: not among the inputs
};

/// An export that has a manifest among the inputs.
struct found_export : export_facts {
    std::size_t summary = no_input;              ///< the input that is its summary
    std::size_t files = no_input;                ///< the input that lists its files
    std::map<std::string, listed_file> listed;   ///< its data files, by key
    std::optional<std::int64_t> total_count = 0; ///< items in all listed files; none: a count cannot be read
    bool is_damaged = false;                     ///< a part of the list of files could not be read
};

/// The exports among some inputs.
class export_index {
public:
    /// Reads the first bytes of each input, and the manifests. The names of the inputs are paths. The inputs are files
    /// as stored, compressed or not. Does not read an input that can be read only once. `inputs` must outlive the
    /// index.
    DYNABACKUP_INLINE explicit export_index(std::span<dump_input const> inputs);

    input_role role_of(std::size_t input) const { return roles_[input]; } ///< the role of an input
    /// The exports, in the order of their manifests.
    std::span<std::shared_ptr<found_export> const> exports() const { return exports_; }
    /// The export that an input belongs to; null: none.
    std::shared_ptr<found_export> const& export_of(std::size_t input) const { return of_input_[input]; }
    /// The `.md5` beside a manifest; no_input: there is none.
    DYNABACKUP_INLINE std::size_t checksum_of(std::size_t manifest) const;
    /// Whether a data file is in a folder with listed files, but no manifest lists it.
    DYNABACKUP_INLINE bool is_surplus(std::size_t input) const;
    /// Whether a `_started` has no manifest beside it.
    DYNABACKUP_INLINE bool stands_alone(std::size_t started) const;

private:
    /// Finds the input whose path shares the longest tail with a key. Of several such inputs, finds the nearest to
    /// `from`.
    DYNABACKUP_INLINE std::size_t find(std::string_view key, std::size_t from, input_role wanted,
                                       std::size_t least_steps) const;
    DYNABACKUP_INLINE void read_manifests();
    DYNABACKUP_INLINE void join_manifests();
    DYNABACKUP_INLINE void find_data();

    std::span<dump_input const> inputs_;
    std::vector<input_role> roles_;
    std::vector<std::shared_ptr<found_export>> of_input_;
    std::vector<std::shared_ptr<found_export>> exports_;
    std::multimap<std::string_view, std::size_t> by_name_;       ///< the last steps of the paths
    std::map<std::size_t, std::string> keys_of_files_;           ///< by summary: the key of its list of files
    std::map<std::size_t, std::shared_ptr<found_export>> lists_; ///< the lists of files without a summary
    std::set<std::string_view> listed_folders_;                  ///< folders whose files are all listed
};

} // namespace dynabackup::table_export

#if DYNABACKUP_DEFINE
#include <dynabackup/table_export/detail/export_search.hpp>
#endif
