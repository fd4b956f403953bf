/// \file
/// Checks that a value that can be read can be written, and read again as the same value. The first byte chooses the
/// shape; the rest is the text.

#include <dynabackup/aws/aws.hpp>
#include <dynabackup/clumio/clumio.hpp>
#include <dynabackup/parse.hpp>
#include <dynabackup/write.hpp>

#include "judge.hpp"

using namespace fuzz;

namespace {

template <class T>
void as(std::string_view text) {
    auto const model = parse<T>(text);
    if (!model) return;
    auto const wire = to_json(*model, format::aws_wire);
    auto const again = parse<T>(wire);
    require(again.has_value(), "the text that was written cannot be read");
    require(*again == *model, "the text that was written has another value");
    require(to_json(*again, format::aws_wire) == wire, "the value is written differently the second time");
    // Times have only microseconds here. The value that is read back may differ, but is written in the same way.
    auto const printed = to_json(*model, format::aws_cli);
    auto const of_printed = parse<T>(printed);
    require(of_printed.has_value(), "the text that was printed cannot be read");
    require(to_json(*of_printed, format::aws_cli) == printed,
            "the value is printed differently the second time");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size == 0) return 0;
    std::string_view const text(reinterpret_cast<char const*>(data) + 1, size - 1);
    switch (*data & 3) {
    case 0: as<aws::ListBackupsOutput>(text); break;
    case 1: as<aws::DescribeBackupOutput>(text); break;
    case 2: as<aws::ListBackupsInput>(text); break;
    default: as<clumio::DynamoDBTableBackup>(text);
    }
    return 0;
}
