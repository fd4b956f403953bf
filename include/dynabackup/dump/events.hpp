#pragma once
/// \file
/// Receives the events of reading a dump.

#include <dynabackup/report.hpp>

#include <cstddef>
#include <string_view>

namespace dynabackup {

/// Receives the findings of a dump, input by input, in the order of the inputs and of their texts. A derived class
/// overrides `take`, and the functions of the other events that it needs.
class dump_sink : public finding_sink {
public:
    /// The following findings belong to this input.
    virtual void begin(std::string_view /*name*/) {}
    /// The input cannot be opened, or cannot be read to its end. Findings before this remain valid.
    virtual void problem(std::string_view /*name*/, std::string_view /*reason*/) {}
    /// This number of bytes was read since the last call. For a compressed input, decompressed bytes are counted.
    virtual void advance(std::size_t /*bytes*/) {}
    /// The input has ended.
    virtual void end(std::string_view /*name*/) {}
    /// The following findings belong to this input, which has ended: they depended on later inputs, or are about the
    /// file as a whole.
    virtual void return_to(std::string_view /*name*/) {}
};

} // namespace dynabackup
