// simdjson On-Demand, mapped by hand: the same members into one reused struct, or into views if nothing is kept.
#include "contenders/on_demand.hpp"

#include "items/scenarios.hpp"

#include <charconv>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace items;
using bench::on_demand_value;

/// Returns the value of an attribute, which follows its type.
template <class F>
void typed(on_demand_value const& value, F f) {
    value.members([&](auto const&, on_demand_value const& inner) { f(inner); });
}

void get(on_demand_value const& value, std::string& out) {
    typed(value, [&](on_demand_value const& inner) { inner.get(out); });
}
void get(on_demand_value const& value, bool& out) {
    typed(value, [&](on_demand_value const& inner) { inner.get(out); });
}
void get(on_demand_value const& value, std::int64_t& out) {
    typed(value, [&](on_demand_value const& inner) {
        std::string_view digits;
        inner.get(digits);
        if (std::from_chars(digits.data(), digits.data() + digits.size(), out).ec != std::errc{})
            throw simdjson::simdjson_error(simdjson::NUMBER_ERROR);
    });
}
void get(on_demand_value const& value, Address& out) {
    typed(value, [&](on_demand_value const& inner) {
        inner.members([&](auto const& key, on_demand_value const& member) {
            if (key == "street") get(member, out.street);
            else if (key == "city") get(member, out.city);
            else if (key == "zip") get(member, out.zip);
        });
    });
}
void get(on_demand_value const& value, Line& out) {
    typed(value, [&](on_demand_value const& inner) {
        inner.members([&](auto const& key, on_demand_value const& member) {
            if (key == "title") get(member, out.title);
            else if (key == "quantity") get(member, out.quantity);
            else if (key == "cents") get(member, out.cents);
        });
    });
}
/// Reads elements into existing ones, so that their memory is reused. `Typed`: each element has a type, as in a list.
template <bool Typed, class V>
void get_all(on_demand_value const& value, std::vector<V>& out) {
    typed(value, [&](on_demand_value const& inner) {
        std::size_t n = 0;
        inner.elements([&](on_demand_value const& element) {
            if (n == out.size()) out.emplace_back();
            if constexpr (Typed) get(element, out[n++]);
            else element.get(out[n++]);
        });
        out.resize(n);
    });
}

void read(on_demand_value const& item, Order& out) {
    item.members([&](auto const& key, on_demand_value const& value) {
        if (key == "pk") get(value, out.pk);
        else if (key == "sk") get(value, out.sk);
        else if (key == "createdAt") get(value, out.createdAt);
        else if (key == "total") get(value, out.total);
        else if (key == "paid") get(value, out.paid);
        else if (key == "email") get(value, out.email);
        else if (key == "address") get(value, out.address);
        else if (key == "tags") get_all<false>(value, out.tags);
        else if (key == "lines") get_all<true>(value, out.lines);
    });
}

void run(benchmark::State& state, scenario const& s) {
    simdjson::padded_string const text(s.text);
    simdjson::ondemand::parser parser;
#ifdef SIMDJSON_THREADS_ENABLED
    parser.threaded = false;
#endif
    Order one;
    bench::measure(state, s, [&](tally& sum) {
        auto documents = parser.iterate_many(text).value();
        for (auto document : documents) {
            simdjson::ondemand::value const line = document.get_value();
            on_demand_value(line).members([&](auto const& key, on_demand_value const& item) {
                if (key == "Item") read(item, one);
            });
            add(sum, one);
        }
    });
}

[[maybe_unused]] bool const registered = items::compete("on_demand, one reused", run);

} // namespace
