#pragma once
/// \file
/// Rules that many requests set for their responses: the response repeats a value of the request, and a page keeps to
/// the filters and the limit of the request.

#include <dynabackup/custom_rule.hpp>
#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/timestamp.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::exchange {

/// Copies a member of a request, so that it lasts while the response is checked; nothing if the member is absent or
/// could not be read.
template <auto Member>
auto asked_for(struct_of<Member> const& request, rule_context const& in) {
    auto const* const value = known<Member>(request, in);
    return value ? std::optional(*value) : std::nullopt;
}

/// A value as messages show it.
inline std::string_view shown(std::string const& text) { return text; }
/// A value as messages show it.
inline std::string_view shown(bool value) { return value ? "true" : "false"; }
/// A value as messages show it.
inline std::string shown(std::int64_t number) { return std::to_string(number); }
/// A value as messages show it.
inline std::string shown(timestamp time) { return to_text(time); }
/// A value as messages show it.
template <class E>
std::string_view shown(open_enum<E> const& value) {
    return value.text();
}

/// Adds the rule that a member of each object in the response has the value of a member of the request. Adds nothing if
/// the request does not have that member.
template <auto Asked, auto Answered>
void expect_same(std::vector<user_rule>& rules, rule const& which, struct_of<Asked> const& request,
                 rule_context const& in) {
    auto const asked = asked_for<Asked>(request, in);
    if (!asked) return;
    using T = struct_of<Answered>;
    rules.push_back(make_user_rule<T>(which, [asked = *asked](T const& object, rule_context& of_answer) {
        auto const* const value = known<Answered>(object, of_answer);
        if (value && *value != asked)
            of_answer.fail({wire_name<Answered>}, "The request has ", wire_name<Asked>, ' ', shown(asked),
                           '.');
    }));
}

/// Adds the rule that a time in each object of the response is not before a time of the request; or, if `after` is
/// false, not after it.
template <auto Asked, auto Answered>
void expect_after(std::vector<user_rule>& rules, rule const& which, struct_of<Asked> const& request,
                  rule_context const& in, bool after = true) {
    auto const asked = asked_for<Asked>(request, in);
    if (!asked) return;
    using T = struct_of<Answered>;
    rules.push_back(
        make_user_rule<T>(which, [asked = *asked, after](T const& object, rule_context& of_answer) {
            auto const* const value = known<Answered>(object, of_answer);
            if (value && (after ? *value < asked : *value > asked))
                of_answer.fail({wire_name<Answered>}, after ? "This is before " : "This is after ",
                               to_text(asked), ", the ", wire_name<Asked>, '.');
        }));
}
/// Adds the rule that a time in each object of the response is not after a time of the request.
template <auto Asked, auto Answered>
void expect_before(std::vector<user_rule>& rules, rule const& which, struct_of<Asked> const& request,
                   rule_context const& in) {
    expect_after<Asked, Answered>(rules, which, request, in, false);
}

/// Adds the rule that a list in the response has at most the number of elements that a member of the request gives, or
/// `unless_asked` if the request does not have that member.
template <auto Asked, auto List>
void expect_at_most(std::vector<user_rule>& rules, rule const& which, struct_of<Asked> const& request,
                    rule_context const& in, std::optional<std::int64_t> unless_asked = {}) {
    if (!in.knows(request.*Asked)) return;
    auto const* const asked = known<Asked>(request, in);
    auto const most = asked ? std::optional(*asked) : unless_asked;
    if (!most) return;
    using T = struct_of<List>;
    rules.push_back(make_user_rule<T>(which, [most = *most](T const& page, rule_context& of_answer) {
        auto const* const list = known<List>(page, of_answer);
        auto const size = list ? of_answer.size_of(*list) : std::nullopt;
        if (size && static_cast<std::int64_t>(*size) > most)
            of_answer.fail({wire_name<List>}, *size, " entries; at most ", most, most == 1 ? " is" : " are",
                           " allowed.");
    }));
}

} // namespace dynabackup::exchange
