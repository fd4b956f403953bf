#pragma once
/// \file
/// What most tests include, compiled once. That each header includes what it needs is shown where every header is
/// built alone.

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

// All shapes of all systems, with their rules: compiled in known_systems.cpp only, and not with each file of tests.
extern template std::span<dynabackup::system_table const* const> dynabackup::known_systems<void>();
