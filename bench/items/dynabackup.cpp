// The library: into the user's struct, and into values of any type.
#include "contenders/dynabackup.hpp"

#include <dynabackup/items.hpp>

#include "items/attributes.hpp"
#include "items/scenarios.hpp"

#include <boost/describe/class.hpp>

namespace items {

BOOST_DESCRIBE_STRUCT(Address, (), (street, city, zip))
BOOST_DESCRIBE_STRUCT(Line, (), (title, quantity, cents))
BOOST_DESCRIBE_STRUCT(Order, (), (pk, sk, createdAt, total, paid, email, address, tags, lines))

} // namespace items

namespace {

using bench::scenario, bench::tally;

/// Reads the lines into one reused record.
template <class Record, class Add>
void read_lines(benchmark::State& state, scenario const& s, Add add) {
    Record one;
    bench::measure(state, s, [&](tally& sum) {
        bench::typed_reader<Record> in(s.text);
        while (in.cursor().at != in.cursor().last && in.read(one)) add(sum, one);
    });
}

void read_structs(benchmark::State& state, scenario const& s) {
    read_lines<dynabackup::table_export::item_of<items::Order>>(
        state, s, [](tally& sum, auto const& one) { add(sum, one.item.value); });
}
void read_values(benchmark::State& state, scenario const& s) {
    read_lines<dynabackup::table_export::ExportedItem>(
        state, s, [](tally& sum, auto const& one) { items::add_item(sum, one.item); });
}

/// Reads the lines as users do: chunk by chunk, with findings and places.
void loop(benchmark::State& state, scenario const& s) {
    bench::measure(state, s, [&](tally& sum) {
        for (auto const& [order, at] : dynabackup::items<items::Order>({dynabackup::from_memory(s.text)}))
            add(sum, order);
    });
}

[[maybe_unused]] bool const registered[] = {
    items::compete("dynabackup, read", read_structs),
    items::compete("dynabackup, items", loop),
    items::compete("dynabackup, read, AttributeValue", read_values),
    items::compete("dynabackup, check", bench::check),
    items::compete("dynabackup, dump, 1 thread", bench::check_dump<1>),
    items::compete("dynabackup, dump, 2 threads", bench::check_dump<2>),
};

} // namespace
