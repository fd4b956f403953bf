#pragma once
/// \file
/// A reader of the documents of every system that the library knows: for dumps.

#include <dynabackup/any_document.hpp>
#include <dynabackup/document_reader.hpp>

#include <memory>

namespace dynabackup::detail {

/// A new one, compiled by src.hpp.
std::unique_ptr<document_reader> make_known();

/// A new one.
template <class Documents = any_known_document>
std::unique_ptr<document_reader> make_documents() {
    if constexpr (known_elsewhere<Documents>) return make_known();
    else return std::make_unique<Documents>();
}

} // namespace dynabackup::detail
