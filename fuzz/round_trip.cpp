/// \file
/// What can be read can be written, and read again as the same. The first byte chooses the shape, the rest is the text.

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
    require(again.has_value(), "what was written cannot be read");
    require(*again == *model, "what was written is something else");
    require(to_json(*again, format::aws_wire) == wire, "written twice, it differs");
    // Times to the microsecond: what is read from it is not the same, but is written in the same way.
    auto const printed = to_json(*model, format::aws_cli);
    auto const of_printed = parse<T>(printed);
    require(of_printed.has_value(), "what was printed cannot be read");
    require(to_json(*of_printed, format::aws_cli) == printed, "printed twice, it differs");
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
