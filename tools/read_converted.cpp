#include "read_converted.hpp"

#include "converted_documents.hpp"

#include <algorithm>
#include <thread>

namespace dynabackup::tool {

summary read_converted(std::span<dump_input const> inputs, options const& chosen, dump_sink& sink,
                       document_kind const& kind, target to, std::size_t jobs, take_converted const& take) {
    constexpr std::size_t most_jobs = 256;
    if (jobs == 0) jobs = std::thread::hardware_concurrency();
    converted_documents const documents(kind);
    dynabackup::detail::dump_engine<converted_records> reading(
        inputs, chosen, sink, documents,
        {.jobs = static_cast<unsigned>(std::clamp<std::size_t>(jobs, 1, most_jobs))}, converted_records(to));
    while (reading.step([&take](converted_records const& records, std::string_view) { take(records); })) {}
    return reading.counts();
}

} // namespace dynabackup::tool
