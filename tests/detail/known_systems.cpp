// All shapes of all systems with their rules, for the other test files: see precompiled.hpp.

#include <dynabackup/systems.hpp>

template std::span<dynabackup::system_table const* const> dynabackup::known_systems<void>();
