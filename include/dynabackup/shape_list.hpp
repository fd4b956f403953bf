#pragma once
/// \file
/// Every shape of every system, by name only.

#include <dynabackup/aws/shapes.hpp>
#include <dynabackup/clumio/shapes.hpp>

#include <boost/mp11/list.hpp>

namespace dynabackup {

/// A list (Boost.Mp11) of the shapes of all systems.
using all_shapes = boost::mp11::mp_append<aws::shapes, clumio::shapes>;

} // namespace dynabackup
