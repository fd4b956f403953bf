// Uses times, editions and the state of an input, which src.hpp also compiles.
#include <dynabackup/check_documents.hpp>
#include <dynabackup/dynabackup.hpp>

#ifdef DATE_H
#error "The calendar is for the file that compiles the library: it costs every other file its compilation."
#endif

using namespace dynabackup;

namespace {

bool times() {
    timestamp time, same;
    std::string_view const number = "1717200000.5";
    std::string text = "at ";
    bool const read =
        read_date_time("2024-06-01T00:00:00.5Z", time) == time_status::ok &&
        read_epoch_seconds(number.data(), number.data() + number.size(), same) == time_status::ok;
    append_text(text, time);
    return read && time == same && to_text(time) == "2024-06-01T00:00:00.500Z" &&
           text == "at 2024-06-01T00:00:00.500Z" &&
           read_date_time("2024-06-31T00:00:00Z", time) == time_status::format;
}

bool editions() {
    return read_edition("2018-08-06") == edition::v2018_08_06 &&
           to_text(edition::v2018_08_06) == "2018-08-06" && !read_edition("2018-08-32");
}

/// A listing over two texts. The second one has a next page.
bool inputs() {
    input_state input;
    report found;
    summary all;
    for (std::string_view const page :
         {R"({"BackupSummaries":[]})", R"({"BackupSummaries":[],"NextToken":"dG9rZW4="})"})
        all += check_documents(page, {}, found, input);
    bool const held = found.empty();
    input.end(found, all);
    return held && found.size() == 1 && found[0].rule->id == "dump.incomplete-listing" && all.documents == 2;
}

bool unknown() {
    unknown_members kept;
    kept.add("/Tags", {"B", "2"});
    kept.add("/Tags", {"A", "1"});
    return kept.size() == 2 && kept.in("/Tags") && kept.in("/Tags")->front().name == "A" && !kept.in("");
}

} // namespace

bool reads_texts() { return times() && editions() && inputs() && unknown(); }
