#pragma once
/// \file
/// The context in which the function of a rule is called: the options, the edition, and the findings that it reports
/// to.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/detail/util/concat.hpp>
#include <dynabackup/model/path.hpp>
#include <dynabackup/model/rule.hpp>
#include <dynabackup/model/unreadable_fields.hpp>
#include <dynabackup/options.hpp>

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup {

class history;
class listing;
struct export_facts;

namespace detail {

class finding_buffer;

/// What is available to the rules of one text.
struct rule_scope {
    dynabackup::check_options const& options;
    unreadable_fields const& unreadable;
    finding_buffer& findings;
    dynabackup::history* history = nullptr;
    dynabackup::listing* listing = nullptr;
    void const* listed = nullptr; ///< the document's list of records, which has the last one only
    bool in_list = false;         ///< the current record is an element of a list
    std::optional<std::size_t> list_size = {}; ///< the number of records in the list; none if damage hides it
    export_facts const* of_export =
        nullptr;               ///< what the manifest of the input's export says; null: there is no manifest
    bool may_be_empty = false; ///< the input need not have a document
};

} // namespace detail

/// The argument of the function of a rule, for one object at a time. In quiet mode it only notes that a rule is
/// violated. In loud mode it reports the defect. So each function is compiled once, and is called twice only for the
/// few records that violate a rule.
class rule_context {
public:
    /// In quiet mode. For the validator.
    explicit rule_context(detail::rule_scope const& scope)
        : scope_(scope), edition_(scope.options.edition), knows_all_(scope.unreadable.empty()) {}
    /// In loud mode, for the object at that place. For the validator.
    rule_context(detail::rule_scope const& scope, path_node const& where) : rule_context(scope) {
        where_ = &where;
    }

    /// Returns the edition of the options.
    dynabackup::edition edition() const { return edition_; }
    /// Returns the options.
    dynabackup::check_options const& options() const { return scope_.options; }

    /// Returns what earlier records said about each backup; null if that is not kept.
    dynabackup::history* history() const { return scope_.history; }
    /// Returns the pages of the input; null if a model is checked, which has no further pages.
    dynabackup::listing* listing() const { return scope_.listing; }

    /// Whether the object is a record in a list of records, or a part of one.
    bool in_list() const { return scope_.in_list; }

    /// Returns the export that the input belongs to, if its manifest is among the inputs; else null.
    export_facts const* of_export() const { return scope_.of_export; }

    /// Whether these members were read, or are absent and may be. A rule must ignore other members: the reader has
    /// already reported them.
    template <class... Members>
    DYNABACKUP_ALWAYS_INLINE bool knows(Members const&... members) const {
        return knows_all_ || (!scope_.unreadable.contains(members) && ...);
    }

    /// Returns the number of elements that a list has in the text; none if damage hides it. The model of a list of
    /// records has only the last one, since records are read one by one.
    template <class V>
    std::optional<std::size_t> size_of(std::vector<V> const& list) const {
        return !list.empty() && scope_.listed == &list ? scope_.list_size : list.size();
    }

    /// Returns the place of the only member of an object that may be unwrapped: the object's own place if it is, else
    /// `below`.
    path_node const& place_of_member(path_node const& below) const { return is_unwrapped_ ? place() : below; }

    /// Reports that the first rule of the function is violated, at these steps below the object; `{}` is the object
    /// itself. The message is the concatenation of the parts: texts, characters, integers.
    template <class... Parts>
    void fail(std::initializer_list<path_step> below, Parts const&... message) const {
        fail(*rule_, below, message...);
    }
    /// Reports that another rule of the function is violated.
    template <class... Parts>
    void fail(rule const& which, std::initializer_list<path_step> below, Parts const&... message) const {
        if (!where_) broken_ |= which.in_force(edition());
        else report(which, below, concat(message...));
    }

    /// Returns the place of the object, below which a rule may build longer paths for fail_at.
    path_node const& place() const {
        static constexpr path_node nowhere{};
        return where_ ? *where_ : nowhere;
    }
    /// Reports that a rule of the function is violated at a place below `place()`, at any depth.
    template <class... Parts>
    void fail_at(rule const& which, path_node const& there, Parts const&... message) const {
        if (!where_) broken_ |= which.in_force(edition());
        else if (!there.parent || &there == where_) report(which, {}, concat(message...));
        else report_there(which, there, concat(message...));
    }

    /// Checks a text against the length and the pattern of a simple shape: string.length, string.pattern.
    void check_text(std::string_view member, std::string const& text, simple_shape const& limits) const;
    /// Checks the size of a list: list.size.
    void check_size(std::string_view member, std::size_t size, simple_shape const& limits) const;

    /// Sets the first rule of the function that is called next. For the validator.
    void begin(rule const& first) { rule_ = &first; }
    /// Sets whether the object is unwrapped. If so, the first step below it is not in the text. For the validator.
    void set_unwrapped(bool is_unwrapped) { is_unwrapped_ = is_unwrapped; }
    /// Whether a violation was noted in quiet mode. For the validator.
    bool broken() const { return broken_; }

private:
    void report(rule const& which, std::initializer_list<path_step> below, std::string message) const;
    void report_there(rule const& which, path_node const& there, std::string message) const;

    detail::rule_scope const& scope_;
    dynabackup::edition const edition_;
    bool const knows_all_;             ///< every member was read, or is absent and may be
    path_node const* where_ = nullptr; ///< of the object; null: quiet mode
    rule const* rule_ = nullptr;
    bool is_unwrapped_ = false;   ///< of the object
    mutable bool broken_ = false; ///< a result, as findings are: the context itself does not change
};

/// Returns the value of a member, optional or not; null if it is absent.
template <class M>
constexpr auto const* get(M const& member) {
    if constexpr (detail::member_type<M>::presence == presence::required) return &member;
    else return member ? &*member : nullptr;
}

/// Returns the value of a member; null if it is absent, could not be read, or is not yet in the edition. Rules read
/// members by this function, so that they judge a model built in C++ as they judge a text.
template <auto Member>
DYNABACKUP_ALWAYS_INLINE inline auto const* known(struct_of<Member> const& object, rule_context const& in) {
    auto const* const value = get(object.*Member);
    return in.edition() >= entered_on<Member> && in.knows(object.*Member) ? value : nullptr;
}

/// Returns the enumerator of a value; none if the value is absent or unknown.
template <class E>
constexpr std::optional<E> enumerator(open_enum<E> const* value) {
    return value ? value->value() : std::nullopt;
}

/// Returns the enumerator of a member, optional or not; none if the member is absent or its value unknown.
template <class M>
constexpr auto enumerator(M const& member) {
    return enumerator(get(member));
}

/// The enumeration that a member holds.
template <class M>
using enumeration = typename decltype(enumerator(std::declval<M const&>()))::value_type;

} // namespace dynabackup
