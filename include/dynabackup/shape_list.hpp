#pragma once
/// \file
/// Every shape of every system, by name only; and whether what reads it is compiled elsewhere.

#include <dynabackup/aws/shapes.hpp>
#include <dynabackup/clumio/shapes.hpp>

#include <boost/mp11/algorithm.hpp>

#include <cstddef>

namespace dynabackup {

/// A list (Boost.Mp11) of the shapes of all systems.
using all_shapes = boost::mp11::mp_append<aws::shapes, clumio::shapes>;

namespace detail {

inline constexpr std::size_t shape_count = boost::mp11::mp_size<all_shapes>::value;

/// The place of a shape in the list; `shape_count` if it is not of the library.
template <class T>
inline constexpr std::size_t shape_index = boost::mp11::mp_find<all_shapes, T>::value;

/// Whether the program is compiled with <dynabackup/src.hpp> in one of its files, and declarations in the others.
#ifdef DYNABACKUP_SEPARATE_COMPILATION
inline constexpr bool separate_compilation = true;
#else
inline constexpr bool separate_compilation = false;
#endif

/// A shape that is read, checked and written by the functions that src.hpp has compiled. What is called for it gets the
/// place of the shape in the list, and the model as `void*`.
template <class T>
concept compiled_elsewhere = separate_compilation &&(shape_index<T> < shape_count);

/// A template that was not only declared.
template <class T>
concept complete = requires {
    sizeof(T);
};

} // namespace detail

} // namespace dynabackup
