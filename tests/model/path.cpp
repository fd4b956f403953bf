#include <dynabackup/model/path.hpp>

#include "catch.hpp"

namespace model_path_test {

using namespace dynabackup;

TEST_CASE("a path is a JSON Pointer", "[path]") {
    path_node const root{};
    CHECK(to_pointer(root).empty());
    path_node const list{&root, std::string_view("BackupSummaries")};
    path_node const element{&list, path_step{std::size_t{12}}};
    path_node const member{&element, std::string_view("BackupArn")};
    CHECK(to_pointer(list) == "/BackupSummaries");
    CHECK(to_pointer(member) == "/BackupSummaries/12/BackupArn");
}

TEST_CASE("tilde and slash are escaped in a path", "[path]") {
    path_node const root{};
    CHECK(to_pointer({&root, std::string_view("a/b~c~1")}) == "/a~1b~0c~01");
    CHECK(to_pointer({&root, std::string_view("")}) == "/");
    CHECK(to_pointer({&root, std::string_view("0")}) == "/0"); // a member, not an element
}

} // namespace model_path_test
