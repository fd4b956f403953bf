#pragma once
/// \file
/// The headers that most tests include, compiled once. A separate check, which builds every header alone, shows that
/// each header includes what it needs.

#include <dynabackup/systems.hpp>

#include "fixtures.hpp"
#include "reading.hpp"

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <boost/system/result.hpp>
#include <date/date.h>
#include <simdjson.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <span>
#include <sstream>
#include <string>
#include <vector>

// All shapes of all systems, with their rules, are compiled only in known_systems.cpp, and not with each test file.
extern template std::span<dynabackup::system_table const* const> dynabackup::known_systems<void>();
