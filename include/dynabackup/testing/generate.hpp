#pragma once
/// \file
/// Valid values of any shape, from a number: for tests and benchmarks.
///
/// \code
/// for (std::uint64_t seed = 0; seed < 1000; ++seed) {
///     auto const page = dynabackup::testing::generate<aws::ListBackupsOutput>(seed);
///     CHECK(my_decoder(my_encoder(page)) == page);
/// }
/// \endcode

#include <dynabackup/testing/aws.hpp>
#include <dynabackup/testing/clumio.hpp>
#include <dynabackup/testing/fill.hpp>
#include <dynabackup/testing/scene.hpp>

#include <cstdint>

namespace dynabackup::testing {

/// A value of shape T in which `check` and `validate` find nothing at all, whatever rules are chosen, if they are told
/// the edition and the time of the options or an earlier time. The same for a seed on every machine, by every
/// compiler. Names, ARNs, times and sizes look like those of real accounts; about one document in sixteen lacks
/// what may be absent, and has texts that need escapes. May throw std::bad_alloc only.
template <described_struct T>
T generate(std::uint64_t seed, generate_options const& chosen = {}) {
    scene s(seed, chosen);
    T value{};
    fill(value, s);
    return value;
}

/// The same into a value whose memory is reused; the scene has the options, and its memory is reused, too.
/// \return The value.
template <described_struct T>
T& generate_into(T& value, std::uint64_t seed, scene& s) {
    s.restart(seed);
    fill(value, s);
    return value;
}

} // namespace dynabackup::testing
