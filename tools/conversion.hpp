#pragma once
/// \file
/// What `convert` and `split` have in common: they read dumps, write the records in another form, and report on
/// standard error what is lost.

#include "converted_records.hpp"
#include "output.hpp"
#include "reading_run.hpp"

#include <cstddef>
#include <span>
#include <string>

namespace dynabackup::tool {

/// The options that both commands have.
struct conversion_request : reading_request {
    std::string output; ///< see `convert_request` and `split_request`
};

class conversion : public reading_run {
protected:
    explicit conversion(conversion_request const& request) : reading_run(request) {}
    ~conversion() override = default;

    /// Reads the inputs. Shows those findings of these rules that are losses, and calls `write` after each
    /// chunk.
    summary read(converted_records const& like, std::span<rule const* const> rules);

    /// Takes the converted records of a chunk.
    virtual void write(converted_records const& records) = 0;

    /// Reports how many documents were left out because they have no record.
    void report_recordless(std::string_view record) const;

    std::size_t recordless_ = 0; ///< documents
};

} // namespace dynabackup::tool
