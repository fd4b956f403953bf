#pragma once
/// \file
/// Compares the manifests of exports with the files that they list: rules of ManifestSummary and ManifestFile that use
/// the measurements of these files. Link with OpenSSL. dynabackup.hpp does not include this header.

#include <dynabackup/aws/base64.hpp>
#include <dynabackup/custom_rule.hpp>
#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/table_export/export_index.hpp>
#include <dynabackup/table_export/measured_input.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup::table_export::detail {

/// Decodes an MD5 in base64; returns nothing if the text is not one.
inline std::optional<md5_digest> read_digest(std::string_view base64) {
    auto const bytes = aws::from_base64(base64);
    md5_digest digest;
    if (!bytes || bytes->size() != digest.size()) return std::nullopt;
    std::copy(bytes->begin(), bytes->end(), digest.begin());
    return digest;
}

inline void judge_etag(std::string const& etag, std::optional<md5_digest> const& said,
                       std::optional<md5_digest> const& found, rule_context& in) {
    if (!etag.ends_with("-1") || (!said && !found)) return;
    bool const fits = (said && etag == etag_of(*said)) || (found && etag == etag_of(*found));
    if (!fits)
        in.fail(exported::data_etag, {wire_name<&ManifestFile::etag>},
                "An etag that ends in -1 is the etag of one part, the MD5 of the file's MD5, which would be ",
                etag_of(found ? *found : *said), '.');
}

/// Compares a line of manifest-files.json with the file that it lists.
inline void judge_file(ManifestFile const& t, found_export const& of, std::set<std::string>& seen,
                       std::span<std::shared_ptr<measured_file> const> files, rule_context& in) {
    using T = ManifestFile;
    auto const* const key = known<&T::data_file_s3_key>(t, in);
    if (!key) return;
    if (!seen.insert(*key).second)
        return in.fail(exported::duplicate_file, {wire_name<&T::data_file_s3_key>},
                       "The manifest lists this file twice.");
    auto const listed = of.listed.find(*key);
    auto const* const sum = known<&T::md5_checksum>(t, in);
    auto const* const etag = known<&T::etag>(t, in);
    auto const said = sum ? read_digest(*sum) : std::nullopt;
    if (listed == of.listed.end() || listed->second.input == no_input) {
        in.fail(exported::data_missing, {wire_name<&T::data_file_s3_key>},
                "No input has this path, or the end of it.");
        if (etag) judge_etag(*etag, said, std::nullopt, in);
        return;
    }
    auto const& file = files[listed->second.input];
    auto const found = file ? file->digest : std::nullopt;
    if (etag) judge_etag(*etag, said, found, in);
    if (sum && found && said != found) {
        in.fail(exported::data_checksum, {wire_name<&T::md5_checksum>}, "The MD5 of the file is ",
                aws::to_base64(*found), "; the file was changed, or copied incompletely.");
        return;
    }
    auto const* const count = known<&T::item_count>(t, in);
    if (count && file && file->lines && std::cmp_not_equal(*count, *file->lines))
        in.fail(exported::item_count, {wire_name<&T::item_count>}, "The file has ", *file->lines, " lines.");
}

/// Compares a summary with the list of files.
inline void judge_summary(ManifestSummary const& t, found_export const& of, rule_context& in) {
    using T = ManifestSummary;
    if (of.files == no_input)
        return in.fail(exported::incomplete, {wire_name<&T::manifest_files_s3_key>},
                       "The manifest-files.json of the export is not among the inputs.");
    auto const* const count = known<&T::item_count>(t, in);
    if (count && of.total_count && *count != *of.total_count)
        in.fail(exported::total_count, {wire_name<&T::item_count>}, "The counts of the files add up to ",
                *of.total_count, '.');
}

/// Adds the rules that compare manifests with the inputs to the options. The measurements of the inputs, `files`, must
/// outlive the use of the rules. Only one thread may use the rules.
inline void judge_manifests(check_options& rules, std::span<std::shared_ptr<measured_file> const> files) {
    struct state {
        std::map<found_export const*, std::set<std::string>> seen; ///< the keys so far, of each export
    };
    auto const all = std::make_shared<state>();
    rules.rules.push_back(make_user_rule<ManifestFile>(
        exported::data_missing, [all, files](ManifestFile const& t, rule_context& in) {
            auto const* const of = static_cast<found_export const*>(in.of_export());
            if (of) judge_file(t, *of, all->seen[of], files, in);
        }));
    rules.rules.push_back(
        make_user_rule<ManifestSummary>(exported::incomplete, [](ManifestSummary const& t, rule_context& in) {
            auto const* const of = static_cast<found_export const*>(in.of_export());
            if (of) judge_summary(t, *of, in);
        }));
}

} // namespace dynabackup::table_export::detail
