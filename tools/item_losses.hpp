#pragma once
/// \file
/// The rules whose findings mean that a part of an export was not read.

#include <dynabackup/rules/items.hpp>
#include <dynabackup/rules/reading.hpp>

#include <array>

namespace dynabackup::tool {

inline constexpr std::array item_losses{&reading::syntax,
                                        &reading::depth,
                                        &reading::wrong_type,
                                        &reading::missing_member,
                                        &reading::duplicate_member,
                                        &reading::unrecognized,
                                        &reading::record_too_large,
                                        &item::attribute_type,
                                        &item::null,
                                        &item::depth};

} // namespace dynabackup::tool
