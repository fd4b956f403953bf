/// \file
/// Checks items, changes and pages of items in any text: a value that is read is written as a text that is read as the
/// same value, functions for the sizes and comparisons of values end, and the findings are well-formed.

#include <dynabackup/check_documents.hpp>
#include <dynabackup/parse.hpp>
#include <dynabackup/table_export/item_pages.hpp>
#include <dynabackup/table_export/items.hpp>
#include <dynabackup/write.hpp>

#include "judge.hpp"

#include <string>

using namespace fuzz;

namespace {

template <class T>
void round_trip(std::string_view text) {
    auto const read = parse<T>(text);
    if (!read) return;
    auto const again = parse<T>(to_json(*read));
    require(again.has_value(), "the text that was written cannot be read");
    require(*again == *read, "the text that was written has another value");
}

void look_at(aws::AttributeMap const& item) {
    auto copy = item;
    require(copy == item, "a copy differs");
    require(aws::stored_size(copy) == aws::stored_size(item), "a copy has another size");
    for (auto const& a : item) require(item.find(a.name) != nullptr, "an attribute is not found");
    static_cast<void>(aws::to_plain_json(item));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size == 0) return 0;
    auto chosen = chosen_by(data[0]);
    chosen.history = data[0] & 32;
    if (data[0] & 64) chosen.key = item_key{{"pk", 'S'}, key_attribute{"sk", 'N'}};
    std::string_view const text(reinterpret_cast<char const*>(data) + 1, size - 1);
    collector found;
    auto const counts = check_documents(text, chosen, found);
    judge(text, found, counts);
    round_trip<table_export::ExportedItem>(text);
    round_trip<table_export::ExportedChange>(text);
    round_trip<table_export::ScanOutput>(text);
    if (auto const read = parse<table_export::ExportedItem>(text)) look_at(read->item);
    return 0;
}
