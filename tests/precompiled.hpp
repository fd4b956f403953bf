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
