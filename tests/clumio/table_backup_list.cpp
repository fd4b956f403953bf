#include <dynabackup/check_documents.hpp>
#include <dynabackup/clumio/table_backup_list.hpp>

#include "fixtures.hpp"

namespace clumio_table_backup_list_test {

using namespace clumio_fixtures;
using clumio::DynamoDBTableBackupList;

namespace {

findings const incomplete{"warning dump.incomplete-listing /_links/_next"};

std::string with_next(std::string_view next) {
    return page({}).with("_links", object{{"_next", std::string(next)}}.text()).text();
}

findings found_in_dump(std::string const& text) {
    dynabackup::report found;
    dynabackup::check_documents(text, {}, found);
    return fixtures::lines_of(found, dynabackup::severity::warning);
}

} // namespace

TEST_CASE("Clumio: the last page of a listing has no link to the next page", "[clumio][listing]") {
    CHECK(found<DynamoDBTableBackupList>(page({})) == none);
    CHECK(found_in_dump(page({}).text()) == none);
    CHECK(found_in_dump(page({}).without("_links").text()) == none);
    CHECK(found_in_dump(with_next("null")) == none);
    CHECK(found_in_dump(with_next(link("get").text())) == incomplete);
    for (auto nowhere : {"{}", R"({"href":""})", R"({"templated":false,"type":"get"})"})
        CHECK(found_in_dump(with_next(nowhere)) == none);
    CHECK(found_in_dump(with_next("7")) == findings{"error json.wrong-type /_links/_next"});
}

TEST_CASE("Clumio: a listing is complete if its next page follows", "[clumio][listing]") {
    auto const first = with_next(link("get").text());
    CHECK(found_in_dump(first + '\n' + page({backup().text()}).text()) == none);
    CHECK(found_in_dump(page({backup().text()}).text() + '\n' + first) == incomplete);
    CHECK(found_in_dump(first + '\n' + first) == incomplete);
    CHECK(found_in_dump(first + "\n{\"BackupSummaries\": []}") ==
          none); // a page of either API ends the first one
}

TEST_CASE("Clumio: a page that was built in C++ has no findings about a dump", "[clumio][listing]") {
    DynamoDBTableBackupList model;
    model.links.emplace().next.emplace();
    CHECK(dynabackup::validate(model).empty());
}

} // namespace clumio_table_backup_list_test
