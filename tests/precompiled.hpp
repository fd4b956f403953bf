#pragma once
/// \file
/// What most tests include of other people's, compiled once. None of our own headers is here: each test shows that
/// its header includes what it needs of ours, and the build of every header alone that it includes the rest.

#include "catch.hpp"

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
