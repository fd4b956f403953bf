#pragma once
/// \file
/// What most tests include, compiled once. That each header includes what it needs is shown where every header is
/// built alone.

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
#include <sstream>
#include <string>
#include <vector>
