#include <dynabackup/dynabackup.hpp>
#include <dynabackup/json_schema.hpp>
#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/testing/generate.hpp>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <iostream>
#include <iterator>

namespace acme {

using namespace dynabackup;

// The spelling of documents: `keep_days` is `KeepDays`, null is a finding, times are text.
template <class T>
constexpr dialect_facts dialect(std::type_identity<T>) {
    return {.pascal_case = true, .null_is_absent = false, .epoch_seconds = false, .system = "acme"};
}

enum class Schedule { DAILY, WEEKLY };
BOOST_DESCRIBE_ENUM(Schedule, DAILY, WEEKLY)
constexpr edition since(Schedule) { return edition::v2017_11_29; }

// Limits belong to simple shapes. Several members may share one.
inline constexpr simple_shape Days{
    "Days", simple_type::integer, {.since = edition::v2017_11_29, .min = 1, .max = 3650}};

struct Policy {
    std::string table{};
    open_enum<Schedule> schedule{};
    std::optional<std::int64_t> keep_days{};
    std::optional<timestamp> paused_until{};
};
BOOST_DESCRIBE_STRUCT(Policy, (), (table, schedule, keep_days, paused_until))

template <std::same_as<Policy> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::table>(), describe<&T::schedule>(), describe<&T::keep_days>(Days),
                      describe<&T::paused_until>()};
}

inline constexpr rule weekly_keeps{"acme.weekly-keeps", severity::warning, edition::v2017_11_29,
                                   "A weekly backup is kept for 28 days or more.",
                                   "https://wiki.acme.example/backups"};

inline void check_weekly(Policy const& p, rule_context& in) {
    auto const schedule = enumerator(known<&Policy::schedule>(p, in));
    auto const* const days = known<&Policy::keep_days>(p, in);
    if (schedule == Schedule::WEEKLY && days && *days < 28)
        in.fail({wire_name<&Policy::keep_days>}, "Kept for only ", *days, " days; raise it to 28.");
}

template <std::same_as<Policy> T>
constexpr auto rules(std::type_identity<T>) {
    return std::array{enforce<check_weekly, weekly_keeps>()};
}

} // namespace acme

int main() {
    std::string const json{std::istreambuf_iterator<char>(std::cin), {}};

    auto const report = dynabackup::check<acme::Policy>(json);
    for (dynabackup::finding const& f : report)
        std::cout << f.line << ':' << f.column << ' ' << f.path << ": " << f.message << " [" << f.rule->id
                  << "]\n";

    if (auto const policy = dynabackup::parse<acme::Policy>(json))
        std::cout << "as written: " << dynabackup::to_json(*policy) << '\n';

    auto const generated = dynabackup::testing::generate<acme::Policy>(1);
    std::cout << "a generated one is valid: " << std::boolalpha << dynabackup::validate(generated).ok()
              << '\n'
              << "its schema has " << dynabackup::json_schema<acme::Policy>().size() << " bytes\n";
    return report.ok() ? 0 : 1;
}
