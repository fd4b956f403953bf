#include <dynabackup/rule_catalog.hpp>
#include <dynabackup/table_export/check_export.hpp>

#include "table_export/checked_files.hpp"

#include <algorithm>
#include <atomic>
#include <string>

namespace exports_check_export_test {

using namespace dynabackup;
using namespace exports_fixtures;

namespace {

std::string const top = "AWSDynamoDB/" + id + '/';
std::string const file_a = top + "data/" + std::string(26, 'a') + ".json.gz";
std::string const summary_path = top + "manifest-summary.json", files_path = top + "manifest-files.json";

/// Returns a full export with another text for a manifest, and a matching checksum.
files with_manifest(std::string const& path, std::string const& text) {
    auto f = full_export();
    f[path] = text;
    f[path.substr(0, path.size() - 4) + "md5"] = base64_md5(text);
    return f;
}

/// Returns a full export with another text in the list of files.
files with_list(std::string_view from, std::string_view to) {
    auto list = full_export()[files_path];
    auto const at = list.find(from);
    REQUIRE(at != list.npos);
    return with_manifest(files_path, list.replace(at, from.size(), to));
}

findings found(files const& f) { return check_files(f).found; }

std::string const a_name = std::string(26, 'a') + ".json.gz";

} // namespace

TEST_CASE("a valid export has no findings, whatever the names of its folders", "[exports][check]") {
    auto const whole = check_files(full_export());
    CHECK(whole.found.empty());
    CHECK(whole.counts.items == 3);
    CHECK(whole.counts.records == 0);
    CHECK(whole.counts.rejected == 0);
    files flat, below, plain_names;
    for (auto const& [path, bytes] : full_export()) {
        flat[path.substr(path.rfind('/') + 1)] = bytes;
        below["downloads/2024/" + path.substr(path.find('/') + 1)] = bytes;
    }
    CHECK(found(flat).empty());
    CHECK(found(below).empty());
}

TEST_CASE("the number of threads does not matter", "[exports][check]") {
    auto damaged = full_export();
    damaged[file_a] =
        compress_test::gzip(item_line(1) + "{\"Item\":{\"v\":{\"N\":\"x\"}}}\n{\"Item\n" + item_line(2));
    auto const one = check_files(damaged);
    CHECK(one.found.size() >= 3);
    for (unsigned jobs : {2U, 3U, 8U}) {
        auto const several = check_files(damaged, {.jobs = jobs});
        CHECK(several.found == one.found);
        CHECK(several.counts.items == one.counts.items);
        CHECK(several.counts.rejected == one.counts.rejected);
        CHECK(several.counts.rules == one.counts.rules);
    }
}

TEST_CASE("a checksum is that of the manifest beside it", "[exports][check]") {
    auto f = full_export();
    f[top + "manifest-files.md5"] = base64_md5("other");
    CHECK(found(f) == findings{"error export.checksum-file manifest-files.md5"});
    f[top + "manifest-files.md5"] = base64_md5(f[files_path]) + '\n';
    CHECK(found(f).empty());
    f.erase(top + "manifest-files.md5");
    CHECK(found(f) == findings{"warning export.checksum-missing manifest-files.json"});
}

TEST_CASE("an export has both manifests", "[exports][check]") {
    auto f = full_export();
    f.erase(summary_path);
    f.erase(top + "manifest-summary.md5");
    CHECK(found(f) == findings{"error export.incomplete manifest-files.json"});
    f = full_export();
    f.erase(files_path);
    f.erase(top + "manifest-files.md5");
    CHECK(found(f) == findings{"error export.incomplete manifest-summary.json /manifestFilesS3Key"});
    CHECK(found({{top + "_started", ""}}) == findings{"error export.incomplete _started"});
    CHECK(found({{top + "_started", ""}, {file_a, compress_test::gzip(item_line(1))}}) ==
          findings{"error export.incomplete _started"});
}

TEST_CASE("a damaged manifest is there, and is compared with its checksum", "[exports][check]") {
    auto const whole = full_export();
    auto const& summary = whole.at(summary_path);
    auto const is_damaged = [](findings const& all) {
        return all.size() == 1 && all[0].starts_with("error json.syntax manifest-summary.json");
    };
    for (auto const& text :
         {summary.substr(0, summary.size() / 2), summary.substr(0, 20), std::string("xyz")}) {
        CHECK(is_damaged(found(with_manifest(summary_path, text))));
        auto f = whole;
        f[summary_path] = text;
        auto all = found(f);
        CHECK(std::erase(all, "error export.checksum-file manifest-summary.md5") == 1);
        CHECK(is_damaged(all));
    }
    CHECK(found(with_manifest(files_path, "xyz")) == findings{"error json.syntax manifest-files.json"});
}

TEST_CASE("a damaged row of the list of files may list any file", "[exports][check]") {
    auto const surplus = [](std::string_view from, std::string_view to) {
        auto const all = found(with_list(from, to));
        CHECK(!all.empty());
        return std::ranges::count_if(all,
                                     [](auto const& line) { return line.find("data-surplus") != line.npos; });
    };
    CHECK(surplus("\"dataFileS3Key\"", "\"dataFileS3Key\":3,\"x\"") == 0);
    CHECK(surplus("\"dataFileS3Key\"", "\"x\"") == 0);
    CHECK(surplus("{", "") == 0);
    CHECK(surplus("aaaaaaaaaaaaaaaaaaaaaaaaaa", "cccccccccccccccccccccccccc") == 1);
}

TEST_CASE("the list of files beside a summary is found although the key is wrong", "[exports][check]") {
    auto summary = full_export()[summary_path];
    auto const at = summary.find("manifest-files.json");
    REQUIRE(at != summary.npos);
    auto f = with_manifest(summary_path, summary.replace(at, 14, "list"));
    CHECK(found(f) == findings{"warning export.manifest-key manifest-summary.json /manifestFilesS3Key"});
    f["other/list"] = "";
    CHECK(found(f) == findings{"warning export.manifest-key manifest-summary.json /manifestFilesS3Key"});
    // Two lists are beside it: neither is meant for certain.
    f[top + "more-files.json"] = f[files_path];
    auto const both = found(f);
    CHECK(std::ranges::count_if(
              both, [](auto const& line) { return line.starts_with("error export.incomplete"); }) == 3);
}

TEST_CASE("listed files exist once each, and their folder has no others", "[exports][check]") {
    auto f = full_export();
    f.erase(file_a);
    CHECK(found(f) == findings{"error export.data-missing manifest-files.json /dataFileS3Key"});
    f = full_export();
    f[top + "data/" + std::string(26, 'x') + ".json.gz"] = compress_test::gzip(item_line(9));
    CHECK(found(f) == findings{"warning export.data-surplus " + std::string(26, 'x') + ".json.gz"});
    f = full_export();
    f["elsewhere/x.json"] = item_line(9); // items, but not in the folder of the export
    CHECK(found(f).empty());
    auto list = full_export()[files_path];
    auto twice = with_manifest(files_path, list + list.substr(0, list.find('\n') + 1));
    auto const about = about_export().with("itemCount", "5").text();
    twice[summary_path] = about;
    twice[top + "manifest-summary.md5"] = base64_md5(about);
    CHECK(found(twice) == findings{"error export.duplicate-file manifest-files.json /dataFileS3Key"});
}

TEST_CASE("sums, etags and counts agree with the files", "[exports][check]") {
    auto const sum = base64_md5(full_export()[file_a]);
    CHECK(found(with_list(sum, base64_md5("other"))) ==
          findings{"error export.data-checksum manifest-files.json /md5Checksum"});
    auto const list = full_export()[files_path];
    auto const etag = list.substr(list.find("\"etag\": \"") + 9, 34);
    CHECK(found(with_list(etag, std::string(32, '0') + "-1")) ==
          findings{"warning export.data-etag manifest-files.json /etag"});
    CHECK(found(with_list(etag, std::string(32, '0') + "-2")).empty());
    CHECK(found(with_list(etag, std::string(32, '0'))).empty());
    auto f = with_list("\"itemCount\": 2", "\"itemCount\": 3");
    CHECK(found(f) == findings{"error export.item-count manifest-files.json /itemCount",
                               "error export.total-count manifest-summary.json /itemCount"});
    CHECK(found(with_manifest(summary_path, about_export().with("itemCount", "4").text())) ==
          findings{"error export.total-count manifest-summary.json /itemCount"});
    f = full_export();
    f[file_a] = compress_test::gzip(item_line(1)); // another file, so its count does not matter
    CHECK(found(f) == findings{"error export.data-checksum manifest-files.json /md5Checksum"});
}

TEST_CASE("lines are counted whatever they contain", "[exports][check]") {
    auto f = full_export();
    f[file_a] = compress_test::gzip(item_line(1) + "garbage\n");
    auto const list =
        listed(file_a, f[file_a], 2).text() + '\n' + f[files_path].substr(f[files_path].find('\n') + 1);
    f[files_path] = list;
    f[top + "manifest-files.md5"] = base64_md5(list);
    auto const c = check_files(f);
    CHECK(c.found == findings{"error json.syntax " + a_name});
    CHECK(c.counts.items == 3);
    CHECK(c.counts.rejected == 1);
}

TEST_CASE("a damaged file is a problem, and the others are checked", "[exports][check]") {
    auto f = full_export();
    f[file_a].resize(f[file_a].size() / 2);
    auto const c = check_files(f);
    CHECK(c.problems == std::vector<std::string>{a_name});
    CHECK(std::ranges::count(c.found, "error export.data-checksum manifest-files.json /md5Checksum") == 1);
    CHECK(c.counts.items >= 1);
}

TEST_CASE("changes are in the window of their export", "[exports][check]") {
    auto const at = [](std::string_view micros) {
        return found(incremental_export(change_line(micros, R"(,"NewImage":{"pk":{"S":"a"}})")));
    };
    auto const d_name = std::string(26, 'd') + ".json.gz";
    findings const outside{"error change.time-range " + d_name + " /Metadata/WriteTimestampMicros/N"};
    CHECK(at("1717192800000000").empty());
    CHECK(at("1717192799999999") == outside);
    CHECK(at("1717196399999999").empty());
    CHECK(at("1717196400000000") == outside);
}

TEST_CASE("changes have the images of their view, and the images have the keys", "[exports][check]") {
    auto const d_name = std::string(26, 'd') + ".json.gz";
    auto const both = [](std::string_view rest) {
        return found(incremental_export(change_line("1717192800000000", rest)));
    };
    auto const new_only = [](std::string_view rest) {
        return found(incremental_export(change_line("1717192800000000", rest),
                                        incremental_summary().with("outputView", R"("NEW_IMAGE")")));
    };
    CHECK(both(R"(,"OldImage":{"pk":{"S":"a"}})").empty());
    CHECK(both("") == findings{"error change.images " + d_name});
    CHECK(new_only("").empty()); // deleted
    CHECK(new_only(R"(,"OldImage":{"pk":{"S":"a"}})") ==
          findings{"error change.images " + d_name + " /OldImage"});
    CHECK(both(R"(,"NewImage":{"pk":{"S":"b"}})") ==
          findings{"error change.keys " + d_name + " /NewImage/pk"});
    CHECK(both(R"(,"OldImage":{"x":{"S":"a"}})") ==
          findings{"error change.keys " + d_name + " /OldImage/pk"});
}

TEST_CASE("two exports may have the same keys, but one export must not have a key twice",
          "[exports][check]") {
    dump_options chosen;
    chosen.check.history = true;
    chosen.check.key = parse_item_key("pk:S");
    files both;
    for (auto const* folder : {"monday/", "tuesday/"})
        for (auto const& [path, bytes] : full_export()) both[folder + path] = bytes;
    CHECK(check_files(both, chosen).found.empty());
    auto f = full_export();
    auto const b = top + "data/" + std::string(26, 'b') + ".json.gz";
    f[b] = f[file_a];
    auto const twice = check_files(f, chosen).found;
    CHECK(std::ranges::count(twice, "error item.key-twice " + std::string(26, 'b') + ".json.gz /Item") == 2);
}

TEST_CASE("an export in Ion is checked like one in JSON", "[exports][check][ion]") {
    auto const with_ion = [](std::string const& text, std::size_t lines) {
        auto f = full_export();
        f[file_a] = compress_test::gzip(text);
        f[files_path] = listed(file_a, f[file_a], lines).text() + '\n' +
                        f[files_path].substr(f[files_path].find('\n') + 1);
        f[top + "manifest-files.md5"] = base64_md5(f[files_path]);
        return f;
    };
    std::string const a = "$ion_1_0 {Item:{pk:\"a\"}}\n", b = "$ion_1_0 {Item:{pk:\"b\",n:1d200}}\n";
    auto const whole = check_files(with_ion(a + a, 2));
    CHECK(whole.found.empty());
    CHECK(whole.problems.empty());
    CHECK(whole.counts.items == 3);
    CHECK(found(with_ion(a, 2)) == findings{"error export.item-count manifest-files.json /itemCount"});
    CHECK(found(with_ion(a + b, 2)) == findings{"error item.number-range " + a_name + " /Item/n/N"});
    auto const damaged = check_files(with_ion(a + "$ion_1_0 {Item:{pk\n", 2));
    CHECK(damaged.found == findings{"error json.syntax " + a_name + " /Item"});
    CHECK(damaged.counts.rejected == 1);
    auto const twice = check_files(with_ion("$ion_1_0 {Item:{a:\"\n$ion_1_0 {Item:{t:2007T}}\n" + a, 3));
    auto const lost = "error json.syntax " + a_name + " /Item";
    CHECK(twice.found ==
          findings{"error export.total-count manifest-summary.json /itemCount", lost, lost}); // 4, not 3
    CHECK(twice.counts.rejected == 2);
    CHECK(twice.counts.items == 4);
}

TEST_CASE("other documents are checked together with exports, and also without an export",
          "[exports][check]") {
    auto f = full_export();
    f["backups.json"] = R"({"BackupSummaries":7})";
    CHECK(found(f) == findings{"error json.wrong-type backups.json /BackupSummaries"});
    CHECK(found({{"backups.json", R"({"BackupSummaries":[]})"}}).empty());
    CHECK(check_files({{"empty.json", ""}}).problems == std::vector<std::string>{"empty.json"});
    CHECK(found({{"empty.json.gz", compress_test::gzip("")}, {"a.json", item_line(1)}}).empty());
}

TEST_CASE("bytes are counted during reading", "[exports][check]") {
    auto const f = full_export();
    std::vector<dump_input> inputs;
    std::size_t bytes = 0;
    for (auto const& [path, content] : f) {
        inputs.push_back(from_memory(content, path));
        bytes += content.size();
    }
    dump_report report;
    std::atomic<std::size_t> read = 0;
    table_export::check_export(inputs, report, {}, &read);
    CHECK(read == bytes);
}

TEST_CASE("the examples of rules that need an export are exports", "[exports][check][example]") {
    std::size_t rules = 0;
    for (auto const* r : rule_catalog()) {
        if (!needs_export(*r)) continue;
        ++rules;
        CAPTURE(std::string(r->id));
        auto const broken = table_export::check_export_example(*r, r->example.invalid);
        REQUIRE(broken.findings.size() == 1);
        CHECK(broken.findings[0].what.rule == r);
        CHECK(broken.findings[0].what.severity == r->severity);
        CHECK(table_export::check_export_example(*r, r->example.valid).findings.empty());
    }
    CHECK(rules == 13);
}

TEST_CASE("MD5 agrees with RFC 1321", "[exports][md5]") {
    CHECK(table_export::to_hex(table_export::md5_of("").value()) == "d41d8cd98f00b204e9800998ecf8427e");
    CHECK(table_export::to_hex(table_export::md5_of("message digest").value()) ==
          "f96b697d7cb7938d525a2f31aaf161d0");
}

} // namespace exports_check_export_test
