#pragma once
/// \file
/// Writes a model as JSON: what write.hpp declares.

#include <dynabackup/write.hpp>
#include <dynabackup/write/printer.hpp>

#include <string>

namespace dynabackup::detail {

/// See dynabackup::append_json.
template <described_struct T>
struct writer {
    static void append(std::string& out, T const& model, format as) {
        append_json(out, model, as, 0, nullptr);
    }
};

} // namespace dynabackup::detail
