#pragma once
/// \file
/// Breaks a rule: generates a valid document, and changes one thing in it. The mutations of one area share a header
/// `…_mutations.hpp`. A new rule needs a mutation there; the tests fail until it has one.

#include <dynabackup/model/rule.hpp>
#include <dynabackup/testing/detail/aws.hpp>
#include <dynabackup/testing/detail/clumio.hpp>
#include <dynabackup/testing/detail/json_place.hpp>
#include <dynabackup/testing/detail/scene.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace dynabackup::testing::detail {

/// Breaks a rule in a generated model, or in the second one of two.
struct model_mutation {
    dynabackup::rule const* rule;
    shape_table const* shape; ///< of the model
    /// Changes the model. Returns false if the rule cannot be broken in these models.
    bool (*apply)(void* before, void* model, scene& s);
    shape_table const* before = nullptr; ///< shape of the model before it; null if there is none
};

/// Breaks a rule in the text of any document, at one of its members.
struct text_mutation {
    dynabackup::rule const* rule;
    bool (*suits)(json_place const&); ///< whether a member is suitable
    void (*apply)(std::string& text, json_place const& place, scene& s);
};

template <class F, class T>
constexpr model_mutation make_mutation(rule const& r, bool (F::*)(T&, scene&) const) {
    return {&r, &shape_table_of<T>,
            [](void*, void* model, scene& s) { return F{}(*static_cast<T*>(model), s); }};
}
template <class F, class First, class Second>
constexpr model_mutation make_mutation(rule const& r, bool (F::*)(First&, Second&, scene&) const) {
    return {&r, &shape_table_of<Second>,
            [](void* first, void* second, scene& s) {
                return F{}(*static_cast<First*>(first), *static_cast<Second*>(second), s);
            },
            &shape_table_of<First>};
}

/// Breaks a rule by `change(model, scene)`, or by `change(first model, second model, scene)`.
template <class Change>
constexpr model_mutation breaks(rule const& r, Change) {
    return make_mutation(r, &Change::operator());
}

/// Chooses an element of a list. Returns null if the list is empty or absent.
template <class V>
V* any_of(std::vector<V>& list, scene& s) {
    return list.empty() ? nullptr : &list[s.random().below(list.size())];
}
template <class Optional>
auto any_of(Optional& list, scene& s) -> decltype(any_of(*list, s)) {
    return list ? any_of(*list, s) : nullptr;
}

// ---- parts of documents ----

using backup_page = aws::ListBackupsOutput;
using description = aws::DescribeBackupOutput;
using features = aws::SourceTableFeatureDetails;
using resource = clumio::DynamoDBTableBackup;

inline aws::BackupDetails& details_of(description& answer) {
    return *answer.backup_description->backup_details;
}
inline aws::SourceTableDetails& table_of(description& answer) {
    return *answer.backup_description->source_table_details;
}
inline features& features_of(description& answer) {
    auto& all = answer.backup_description->source_table_feature_details;
    return all ? *all : all.emplace();
}

/// Clumio's indexes are members of the backup itself.
inline resource& indexes_of(resource& b) { return b; }

/// Breaks a rule in one backup of a page: `change(backup, scene)`.
template <class Change>
constexpr model_mutation in_page(rule const& r, Change) {
    return breaks(r, [](backup_page& page, scene& s) {
        auto* const backup = any_of(page.backup_summaries, s);
        return backup && Change{}(*backup, s);
    });
}

template <class T, class Part>
T document_of(Part& (*)(T&));

/// Breaks a rule in a part of a document: `change(part, scene)`. `Part` is one of the functions above.
template <auto Part, class Change>
constexpr model_mutation in(rule const& r, Change) {
    using T = decltype(document_of(Part));
    return breaks(r, [](T& document, scene& s) { return Change{}(Part(document), s); });
}

/// Makes a change in one of the global indexes: `change(index, scene)`.
template <class Change>
inline constexpr auto any_global = [](auto& t, scene& s) {
    auto* const index = any_of(t.global_secondary_indexes, s);
    return index && Change{}(*index, s);
};

/// Breaks a rule in a global index of AWS or of Clumio: `change(index, scene)`.
template <class Change>
constexpr model_mutation in_global(rule const& r, Change) {
    return in<features_of>(r, any_global<Change>);
}
template <class Change>
constexpr model_mutation in_clumio_global(rule const& r, Change) {
    return in<indexes_of>(r, any_global<Change>);
}

} // namespace dynabackup::testing::detail
