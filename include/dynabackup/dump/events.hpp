#pragma once
/// \file
/// What reading a dump tells of.

#include <dynabackup/report.hpp>

#include <cstddef>
#include <string_view>

namespace dynabackup {

/// Takes the findings of a dump, input by input, in the order of the inputs and of their texts.
class dump_sink : public finding_sink {
public:
    /// What comes now is of this input.
    virtual void begin(std::string_view name) = 0;
    /// The input cannot be opened, or not be read any further; what came before stands.
    virtual void problem(std::string_view name, std::string_view reason) = 0;
    /// So many bytes of the input were read since the last time; of a compressed one, what they became.
    virtual void advance(std::size_t bytes) = 0;
    /// The input has ended.
    virtual void end(std::string_view name) = 0;
    /// All inputs have ended. What comes now is of this one nevertheless: it is known only now.
    virtual void return_to(std::string_view name) = 0;
};

} // namespace dynabackup
