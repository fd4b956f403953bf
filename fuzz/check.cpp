/// \file
/// Checks that any text is checked as one shape to its end, that the findings add up, and that a second run has the
/// same findings. The first byte chooses the options and the shape; the rest is the text.

#include <dynabackup/aws/aws.hpp>
#include <dynabackup/check.hpp>
#include <dynabackup/clumio/clumio.hpp>

#include "judge.hpp"

using namespace fuzz;

namespace {

template <class T>
void as(std::string_view text, check_options const& chosen) {
    auto const once = [&](collector& sink) {
        auto const r = check<T>(text, chosen);
        for (auto const& f : r) sink.take(finding(f));
        return r.summary();
    };
    collector first, second;
    auto const counts = once(first);
    judge(text, first, counts);
    require_same(first, counts, second, once(second), "two runs differ");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size == 0) return 0;
    auto const chosen = chosen_by(*data);
    std::string_view const text(reinterpret_cast<char const*>(data) + 1, size - 1);
    switch (*data >> 5 & 3) {
    case 0: as<aws::ListBackupsOutput>(text, chosen); break;
    case 1: as<aws::DescribeBackupOutput>(text, chosen); break;
    case 2: as<aws::ListBackupsInput>(text, chosen); break;
    default: as<clumio::DynamoDBTableBackup>(text, chosen);
    }
    return 0;
}
