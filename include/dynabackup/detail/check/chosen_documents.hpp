#pragma once
/// \file
/// Documents whose shape is known only at run time, if at all.

#include <dynabackup/detail/check/any_document.hpp>
#include <dynabackup/detail/check/check_text.hpp>
#include <dynabackup/systems.hpp>

#include <optional>
#include <string_view>

namespace dynabackup::detail {

/// Checks a text as a document of a shape that is known at run time.
inline report check_text_as(shape_rules const& shape, std::string_view text, check_options const& chosen) {
    report result;
    result.set_summary(check_text_as(shape, text, chosen, result, nullptr));
    return result;
}

/// Reads each document as one shape. If the shape is null, each is recognised by its members, as a document of the
/// given systems. The systems must outlive this object.
class chosen_documents {
public:
    chosen_documents(shape_rules const* shape, std::span<system_table const* const> systems) {
        if (shape) one_.emplace(*shape);
        else any_.emplace(systems);
    }
    document_reader& reader() { return one_ ? one_->reader() : static_cast<document_reader&>(*any_); }

private:
    std::optional<documents_of_shape> one_;
    std::optional<any_reader> any_;
};

} // namespace dynabackup::detail
