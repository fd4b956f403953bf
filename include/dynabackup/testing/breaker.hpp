#pragma once
/// \file
/// What breaks a rule: a valid document is generated, and one thing is done to it. The rules of an area have their
/// breakers together, in `break_….hpp`; generate_invalid.hpp lists those files.

#include <dynabackup/rule.hpp>
#include <dynabackup/shapes.hpp>
#include <dynabackup/testing/aws.hpp>
#include <dynabackup/testing/clumio.hpp>
#include <dynabackup/testing/json_place.hpp>
#include <dynabackup/write.hpp>

#include <string>
#include <string_view>
#include <type_traits>

namespace dynabackup::testing {

/// How a rule is broken in a model.
struct model_breaker {
    dynabackup::rule const* rule;
    std::string_view shape; ///< of the document that breaks it: the last one of the text
    /// Appends the text: a document a line. False if the scene does not suit: another may.
    bool (*write)(std::string& out, scene& s);
};

/// Breaks a rule in a document of shape T: `change(model, scene)` returns false if it cannot be broken there.
template <class T, class Change>
constexpr model_breaker broken(rule const& r, Change) {
    static_assert(std::is_empty_v<Change>, "a function without a state");
    return {&r, short_name<T>, [](std::string& out, scene& s) {
                T model{};
                fill(model, s);
                bool const done = Change{}(model, s);
                if (done) append_json(out, model);
                return done;
            }};
}

/// How a rule is broken in the text of any document, at one of its members.
struct text_breaker {
    dynabackup::rule const* rule;
    bool (*suits)(json_place const&); ///< which members may be the ones
    void (*change)(std::string& text, json_place const& place, scene& s);
};

/// One of a list's elements; null if there is none, or no list.
template <class List>
auto* any_of(List& list, scene& s) {
    return list.empty() ? nullptr : &list[s.random().below(list.size())];
}
template <class List>
requires(is_optional<List>) auto* any_of(List& list, scene& s) { return list ? any_of(*list, s) : nullptr; }

} // namespace dynabackup::testing
