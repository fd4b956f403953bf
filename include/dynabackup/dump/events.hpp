#pragma once
/// \file
/// What happens while a dump is read.

#include <dynabackup/report.hpp>

#include <cstddef>
#include <string_view>

namespace dynabackup {

/// Takes the findings of a dump, input by input, in the order of the inputs and of their texts. A derived class overrides
/// `take`, and those of the other functions whose events it needs.
class dump_sink : public finding_sink {
public:
    /// The following findings belong to this input.
    virtual void begin(std::string_view /*name*/) {}
    /// The input cannot be opened, or cannot be read to its end. Findings before this remain valid.
    virtual void problem(std::string_view /*name*/, std::string_view /*reason*/) {}
    /// This number of bytes was read since the last call; of a compressed input, decompressed bytes.
    virtual void advance(std::size_t /*bytes*/) {}
    /// The input has ended.
    virtual void end(std::string_view /*name*/) {}
    /// The following findings belong to this input: they depended on the inputs after it, or are about the file as a whole.
    virtual void return_to(std::string_view /*name*/) {}
};

} // namespace dynabackup
