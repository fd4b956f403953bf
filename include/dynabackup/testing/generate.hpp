#pragma once
/// \file
/// Generates valid values of any shape from a seed, for tests and benchmarks.
///
/// \code
/// for (std::uint64_t seed = 0; seed < 1000; ++seed) {
///     auto const page = dynabackup::testing::generate<aws::ListBackupsOutput>(seed);
///     CHECK(my_decoder(my_encoder(page)) == page);
/// }
/// \endcode
///
/// A program that compiles the library once, in a file that includes src.hpp, also includes this header there.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/model/tables.hpp>
#include <dynabackup/testing/generate_options.hpp>
#include <dynabackup/write.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace dynabackup::testing {

/// Generates values of any shape, including shapes that are known only at run time, in memory that is reused.
///
/// `check` and `validate` find nothing in a value, whatever rules are chosen, if their options have the edition of the
/// generate_options, and the time of the generate_options or an earlier one. A seed gives the same values on every
/// machine and with every compiler. Names, ARNs, times and sizes look like those of real accounts. About one document
/// in sixteen lacks optional members, and has texts that need escapes.
class generator {
public:
    /// Starts with a seed.
    explicit generator(std::uint64_t seed, generate_options const& chosen = {});
    /// Moves the state of another generator.
    generator(generator&&) noexcept;
    /// Moves the state of another generator.
    generator& operator=(generator&&) noexcept;
    ~generator();

    /// Starts again with another seed, as a new generator would. The values of one seed belong to one account.
    void restart(std::uint64_t seed);

    /// Fills an object of that shape. Its memory is reused.
    void fill(shape_table const& shape, void* object);
    /// Fills a value.
    template <shape T>
    void fill(T& value) {
        fill(shape_table_of<T>, &value);
    }

    /// Generates a value of that shape and appends it as JSON, as append_json does. `depth`: the number of levels
    /// around it, which format::aws_cli indents.
    void append(std::string& out, shape_table const& shape, format as, std::size_t depth = 0);

private:
    struct state;
    std::unique_ptr<state> state_;
};

/// Returns the seed of part `index` of the values that a seed generates. The seeds of two parts are unrelated.
DYNABACKUP_INLINE std::uint64_t seed_of_part(std::uint64_t seed, std::uint64_t index);

/// Returns a value of shape T, as generator does.
template <shape T>
T generate(std::uint64_t seed, generate_options const& chosen = {}) {
    T value{};
    generator(seed, chosen).fill(value);
    return value;
}

/// Fills a value with the result of generate<T> for that seed and the options of `from`. Reuses the memory of both.
/// \return The value.
template <shape T>
T& generate_into(T& value, std::uint64_t seed, generator& from) {
    from.restart(seed);
    from.fill(value);
    return value;
}

} // namespace dynabackup::testing

#if DYNABACKUP_DEFINE

#include <dynabackup/testing/detail/fill.hpp>
#include <dynabackup/testing/detail/object.hpp>

namespace dynabackup::testing {

struct generator::state {
    detail::scene scene;
    detail::object last{}; ///< the last object that `append` generated
};

DYNABACKUP_INLINE generator::generator(std::uint64_t seed, generate_options const& chosen)
    : state_(new state{detail::scene(seed, chosen)}) {}
DYNABACKUP_INLINE generator::generator(generator&&) noexcept = default;
DYNABACKUP_INLINE generator& generator::operator=(generator&&) noexcept = default;
DYNABACKUP_INLINE generator::~generator() = default;

DYNABACKUP_INLINE void generator::restart(std::uint64_t seed) { state_->scene.restart(seed); }

DYNABACKUP_INLINE void generator::fill(shape_table const& shape, void* object) {
    detail::fill(shape, object, state_->scene);
}

DYNABACKUP_INLINE void generator::append(std::string& out, shape_table const& shape, format as,
                                         std::size_t depth) {
    auto& last = state_->last;
    if (last.shape() != &shape) last = detail::object(shape);
    detail::fill(shape, last.get(), state_->scene);
    last.append_to(out, as, depth);
}

DYNABACKUP_INLINE std::uint64_t seed_of_part(std::uint64_t seed, std::uint64_t index) {
    return detail::seed_of_part(seed, index);
}

} // namespace dynabackup::testing

#endif
