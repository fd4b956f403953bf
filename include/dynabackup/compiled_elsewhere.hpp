#pragma once
/// \file
/// Whether a header has what it declares, or another file of the program has compiled it: src.hpp.
///
/// Templates of the library then call a function for all shapes, which gets the place of the shape in the list, and the
/// model as `void*`.

#include <dynabackup/shape_list.hpp>

#include <boost/mp11/algorithm.hpp>

#include <cstddef>

namespace dynabackup::detail {

#ifdef DYNABACKUP_SEPARATE_COMPILATION
inline constexpr bool separate_compilation = true;
#else
inline constexpr bool separate_compilation = false;
#endif

inline constexpr std::size_t shape_count = boost::mp11::mp_size<all_shapes>::value;

/// The place of a shape in the list; `shape_count` if it is none of the library's.
template <class T>
inline constexpr std::size_t shape_index = boost::mp11::mp_find<all_shapes, T>::value;

/// A shape that src.hpp has compiled.
template <class T>
concept compiled_elsewhere = separate_compilation &&(shape_index<T> < shape_count);

/// A class that was not only declared.
template <class T>
concept complete = requires {
    sizeof(T);
};

} // namespace dynabackup::detail
