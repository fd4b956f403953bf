#define CATCH_CONFIG_MAIN // Catch2 2 makes the main function; Catch2 3 has it in a library
#include <dynabackup/aws/list_backups.hpp>
#include <dynabackup/testing/catch2.hpp>

#include <fstream>
#include <iterator>
#include <string>

namespace aws = dynabackup::aws;
using namespace dynabackup::testing;

// The answer of the emulator under test.
static std::string answer() {
    std::ifstream file("answer.json");
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST_CASE("the emulator lists backups as DynamoDB does") {
    CHECK_THAT(answer(), ConformsTo<aws::ListBackupsOutput>());
}
