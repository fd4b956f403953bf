#pragma once
/// \file
/// Documents whose shape is known at run time only, if at all.

#include <dynabackup/detail/check/check_text.hpp>
#include <dynabackup/systems.hpp>

#include <optional>
#include <string_view>

namespace dynabackup::detail {

/// The sync names of the system that has a shape; none: no system has it.
DYNABACKUP_INLINE std::span<std::string_view const> known_sync_names(shape_table const& shape) {
    auto const* const system = system_of(known_systems(), shape);
    return system ? system->sync_names : std::span<std::string_view const>();
}

/// Checks a text as a shape that is known at run time.
DYNABACKUP_INLINE report check_text_as(shape_rules const& shape, std::string_view text,
                                       check_options const& chosen) {
    report result;
    result.set_summary(check_text_as(shape, known_sync_names(*shape.shape), text, chosen, result));
    return result;
}

/// Reads each document as one shape, or, if that is null, as what its members make it: by those systems, or, if there are
/// none, by the known ones, which must outlive it.
class chosen_documents {
public:
    explicit chosen_documents(shape_rules const* shape, std::span<system_table const* const> systems = {}) {
        if (shape) one_.emplace(*shape, known_sync_names(*shape->shape));
        else any_.emplace(systems.empty() ? known_systems() : systems);
    }
    document_reader& reader() { return one_ ? one_->reader() : static_cast<document_reader&>(*any_); }

private:
    std::optional<documents_of_shape> one_;
    std::optional<any_reader> any_;
};

} // namespace dynabackup::detail
