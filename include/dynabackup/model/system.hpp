#pragma once
/// \file
/// A system is a family of documents. Its shapes, and how its documents are recognised, as one table.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/model/sync_names.hpp>

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace dynabackup {

namespace json {
class cursor; // detail/json/cursor.hpp
} // namespace json

/// How a member must be spelled, and where its document must be, to count as a clue.
enum class clue_strength : unsigned char {
    strong, ///< in any spelling, if the options allow it, and inside other JSON
    exact,  ///< spelled as the API spells it: another spelling is a common word
    weak    ///< spelled as the API spells it, and not inside other JSON: this spelling, too, is a common word
};

/// Whether a value is what a clue expects. `cut`: the text ends before that is known.
enum class clue_answer : unsigned char { no, yes, cut };

/// What a member of a document says about the document.
struct document_clue {
    std::string_view member; ///< its name, or the beginning of its name and `*`
    std::uint32_t bits;      ///< the clues that it gives
    /// Only if its value is an object that has a member of this name, or a list whose first element is such an object.
    std::string_view holding = {};
    clue_strength strength = clue_strength::strong;
    std::string_view below = {}; ///< only if that member, in turn, has one of this name
    /// Only if this function accepts the value, which begins at that token; null: any value.
    clue_answer (*expects)(json::cursor const& in, std::uint32_t const* value) = nullptr;
};

/// A type of document, recognised by its clues.
struct document_type {
    std::uint32_t clues;
    shape_rules const* shape;
    bool is_list = false; ///< a page of records, or an item of a table, whatever its other members
    /// The document wraps one record, which is read before the members after it are known. These may show that the
    /// document is of another type.
    bool is_wrapper = false;
    /// Its clues are members that documents of other systems also have. Those systems have precedence.
    bool is_weak = false;
    std::uint32_t excluded = 0; ///< clues that a document of this type must not have
    unsigned least = 0;         ///< the least number of the clues that a document must have; 0: all

    /// Whether a document with these clues is of this type.
    constexpr bool fits(std::uint32_t found) const {
        bool const enough = least == 0 ? (found & clues) == clues
                                       : static_cast<unsigned>(std::popcount(found & clues)) >= least;
        return enough && (found & excluded) == 0;
    }
};

class user_rule; // custom_rule.hpp

/// An operation whose response is checked against its request.
struct exchange_table {
    shape_rules const* request;
    shape_rules const* response;
    std::span<rule const* const> rules; ///< the rules that a request makes for its response
    /// Makes these rules from a request, for the objects of the response. `in`: the context of the request.
    std::vector<user_rule> (*expect)(void const* request, rule_context const& in);
};

/// Rules that apply only if several inputs are checked as one, as for an export.
struct input_rules {
    std::span<rule const* const> rules;
    shape_rules const* shape; ///< the shape of the documents that they are about
};

/// A system. There is one for each namespace of shapes.
struct system_table {
    std::string_view name;                      ///< `aws`
    std::span<shape_rules const* const> shapes; ///< every structure, sorted by name
    std::span<document_clue const> clues;
    std::span<document_type const> documents;     ///< a document is of the first of these that fits
    std::span<std::string_view const> sync_names; ///< the members with which a document or a record may begin
    std::span<exchange_table const> exchanges =
        {}; ///< the operations whose responses are checked against requests
    std::span<input_rules const> of_inputs = {}; ///< the rules that compare inputs
};

namespace detail {

/// An operation with these rules. `expected(request, context)`, declared beside its request, makes them.
template <class Input, rule const&... Rules>
constexpr exchange_table make_exchange() {
    using output = typename decltype(response_of(std::type_identity<Input>{}))::type;
    return {&shape_rules_of<Input>, &shape_rules_of<output>, rule_pointers<Rules...>,
            [](void const* request, rule_context const& in) {
                return expected(*static_cast<Input const*>(request), in);
            }};
}

template <class Lazy, class... Shapes>
constexpr std::array<shape_rules const*, sizeof...(Shapes)> list_shapes(shape_list<Shapes...>) {
    return {&shape_rules_of<lazily<Lazy, Shapes>>...};
}

} // namespace detail

/// Returns the systems that the library knows. A document that could belong to several is taken for one of the first.
/// It is a template so that only its callers compile the tables of all shapes; `Lazy` is void.
template <class Lazy = void>
std::span<system_table const* const> known_systems();

} // namespace dynabackup
