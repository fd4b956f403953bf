#pragma once
/// \file
/// Documents that are pages of a list of records. Joins several of them into one.

#include <dynabackup/clumio/table_backup_list.hpp>
#include <dynabackup/systems.hpp>
#include <dynabackup/table_export/item_pages.hpp>
#include <dynabackup/write.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <utility>

namespace dynabackup::tool {

/// Returns the document that holds records of that shape, a page or an object around one record, or null if there
/// is none.
inline document_type const* document_around(shape_table const& record) {
    for (auto const* system : known_systems())
        for (auto const& type : system->documents)
            if (auto const* shape = type.shape->shape; shape != &record && shape->record == &record)
                return &type;
    return nullptr;
}

/// Returns whether documents of that shape are pages.
inline bool is_page(shape_table const& shape) {
    auto const* const type = shape.record ? document_around(*shape.record) : nullptr;
    return type && type->is_list && type->shape->shape == &shape;
}

/// Returns the member that holds the records of a document, or leads to them. \pre The document has records, and
/// is not a record itself.
inline member_table const& toward_records(shape_table const& document) {
    for (auto const& m : document.members) {
        auto const* const below = m.kind == value_kind::list ? m.value->element->shape : m.value->shape;
        if (below && below->record == document.record) return m;
    }
    return document.members.front();
}

/// Returns how many objects and lists are around the records of a page.
inline std::size_t depth_of_records(shape_table const& page) {
    auto const& m = toward_records(page);
    return m.kind == value_kind::list ? 2 : 1 + depth_of_records(*m.value->shape);
}

/// Makes the list of a page empty. Creates it if it is absent.
inline void empty_list(shape_table const& page, void* object) {
    auto const& m = toward_records(page);
    void* const value = m.value->made(m.in(object));
    if (m.kind == value_kind::list) m.value->list->truncate(value, 0);
    else empty_list(*m.value->shape, value);
}

/// Removes the members that describe a single page and would be wrong for several: counts, the consumed capacity, and
/// Clumio's links except the one to the next page.
inline void keep_next_page(shape_table const& shape, void* page) {
    if (auto* const items = object_as<table_export::ScanOutput>(shape, page)) {
        items->count.reset();
        items->scanned_count.reset();
        items->consumed_capacity.reset();
        return;
    }
    auto* const list = object_as<clumio::DynamoDBTableBackupList>(shape, page);
    if (!list) return;
    clumio::DynamoDBTableBackupList kept;
    if (list->links && list->links->next) kept.links.emplace().next = std::move(list->links->next);
    *list = std::move(kept);
}

/// The text of a page around its records. The list comes first in every layout.
struct page_text {
    std::string before, after;
};

/// Returns the text of a page without its records, and without the members in `unreadable` if it is not null.
/// Empties the list.
inline page_text text_around(shape_table const& shape, void* page, format as,
                             unreadable_fields const* unreadable = nullptr) {
    empty_list(shape, page);
    std::string all;
    append_json(all, shape, page, as, 0, unreadable);
    auto list = all.find("[]");
    if (list == all.npos) { // it is unreadable
        all.clear();
        append_json(all, shape, page, as);
        list = all.find("[]");
    }
    return {all.substr(0, list + 1), all.substr(list + 1)};
}

/// Returns the text of a page about which nothing is known.
inline page_text text_around(shape_table const& shape, format as) {
    std::unique_ptr<void, void (*)(void*)> const page(shape.create(), shape.destroy);
    return text_around(shape, page.get(), as);
}

} // namespace dynabackup::tool
