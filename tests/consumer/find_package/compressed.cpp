// Reads data that gzip and zstd have compressed.
#include <dynabackup/dump/decompressed.hpp>

#include <string>
#include <string_view>

using namespace dynabackup;
using namespace std::string_view_literals;

namespace {

std::string read(std::string_view packed) {
    std::string problem, bytes(100, '\0');
    auto const source = decompressed(from_memory(packed)).open(problem);
    if (source) bytes.resize(source->read(bytes.data(), bytes.size(), problem));
    return problem + bytes;
}

} // namespace

int main() {
    auto const by_gzip = "\x1F\x8B\x08\0\0\0\0\0\0\x03\x2B\x49\xAD\x28\x01\0\xC7\xA7\x8B\x3B\x04\0\0\0"sv;
    auto const by_zstd = "\x28\xB5\x2F\xFD\x20\x04\x21\0\0text"sv;
    return read(by_gzip) == "text" && read(by_zstd) == "text" ? 0 : 1;
}
