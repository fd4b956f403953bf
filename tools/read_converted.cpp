#include "read_converted.hpp"

#include "converted_documents.hpp"
#include "threads.hpp"

namespace dynabackup::tool {

summary read_converted(std::span<dump_input const> inputs, options const& chosen, dump_sink& sink,
                       document_kind const& kind, target to, std::size_t jobs, take_converted const& take) {
    converted_documents const documents(kind);
    dynabackup::detail::dump_engine<converted_records> reading(
        inputs, chosen, sink, documents, {.jobs = thread_count(jobs)}, converted_records(to));
    while (reading.step([&take](converted_records const& records, std::string_view) { take(records); })) {}
    return reading.counts();
}

} // namespace dynabackup::tool
