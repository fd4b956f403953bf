#pragma once
/// \file
/// Looks at dumps before they are converted: whether they have items, and which attributes the items have.

#include <dynabackup/dump.hpp>
#include <dynabackup/table_export/items.hpp>

#include "item_table.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace dynabackup::tool {

/// The kind of the first record of a dump: an item, a change of an item, or something else.
enum class first_record : unsigned char { none, backup, item };

namespace detail {

class first_record_finder final : public record_collector, record_visitor {
public:
    record_visitor* visitor() override { return this; }
    std::size_t size() const override { return 0; }
    void truncate(std::size_t) override {}
    void clear() override { found = first_record::none; }
    void move(record_position const&, std::size_t) override {}
    void finish() override {}
    std::unique_ptr<record_collector> another() const override {
        return std::make_unique<first_record_finder>();
    }

    first_record found = first_record::none;

private:
    void visit(shape_table const& shape, void* record, record_position const&, visit_info const&) override {
        if (found != first_record::none) return;
        found = with_item(shape, record, [](auto const&) {}) ? first_record::item : first_record::backup;
    }
    bool restore(shape_table const&, void*) override { return true; }
};

} // namespace detail

/// Returns the kind of the first record of the inputs. Inputs that can be read only once are not looked at.
inline first_record find_first_record(std::span<dump_input const> inputs, check_options const& chosen) {
    struct taker final : chunk_taker {
        void take(record_collector& collected, std::string_view) override {
            if (found == first_record::none)
                found = static_cast<detail::first_record_finder&>(collected).found;
        }
        first_record found = first_record::none;
    } to;
    std::vector<dump_input> again;
    std::ranges::copy_if(inputs, std::back_inserter(again),
                         [](auto const& input) { return !input.is_read_once; });
    dump_reader reader(std::move(again), {.check = chosen}, nullptr, detail::first_record_finder{});
    while (to.found == first_record::none && reader.step(to)) {}
    return to.found;
}

/// Returns the columns of a table of all items and changes: their attributes, sorted by name. If there is a change, the
/// columns of changes come first.
inline std::vector<std::string> find_columns(std::span<dump_input const> inputs, dump_options const& chosen) {
    struct seen {
        std::set<std::string, std::less<>> names;
        bool changes = false;
    };
    auto all = reduce_records<std::variant<table_export::ExportedItem, table_export::ExportedChange>, seen>(
        inputs,
        [](seen& to, auto const& line) {
            to.changes |= std::holds_alternative<table_export::ExportedChange>(line);
            std::visit(
                [&](auto const& one) {
                    for (auto const& a : shown_attributes(one))
                        if (!to.names.contains(a.name)) to.names.insert(a.name);
                },
                line);
        },
        [](seen& to, seen&& part) {
            to.names.merge(std::move(part.names));
            to.changes |= part.changes;
        },
        chosen);
    std::vector<std::string> columns;
    if (all.changes) columns = {std::string(written_column), std::string(change_column)};
    columns.insert(columns.end(), all.names.begin(), all.names.end());
    return columns;
}

} // namespace dynabackup::tool
