#pragma once
/// \file
/// The context in which the function of a rule is called: options, edition, and where it reports.

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

/// What the rules of one text may ask for.
struct rule_scope {
    dynabackup::check_options const& options;
    unreadable_fields const& unreadable;
    finding_buffer& findings;
    dynabackup::history* history = nullptr;
    dynabackup::listing* listing = nullptr;
    void const* listed = nullptr; ///< the list of records of the document, which keeps the last only
    bool in_list = false;         ///< the record at hand is one of a list
    std::optional<std::size_t> list_size = {}; ///< how many it had; none if damage hides that
    export_facts const* of_export =
        nullptr;               ///< what the manifest of the input's export says; null: none is there
    bool may_be_empty = false; ///< the input need not have a document
};

} // namespace detail

/// Is handed to the function of a rule, for one object at a time. Quiet, it only notes that a rule is broken; loud, it
/// reports what is wrong. So each function is compiled once, and called twice only for the few records that break a
/// rule.
class rule_context {
public:
    /// Quiet. For the validator.
    explicit rule_context(detail::rule_scope const& scope)
        : scope_(scope), edition_(scope.options.edition), knows_all_(scope.unreadable.empty()) {}
    /// Loud, for the object at that place. For the validator.
    rule_context(detail::rule_scope const& scope, path_node const& where) : rule_context(scope) {
        where_ = &where;
    }

    /// The edition that is asked for.
    dynabackup::edition edition() const { return edition_; }
    /// All that is asked for.
    dynabackup::check_options const& options() const { return scope_.options; }

    /// What the records before have said of each backup; null: not kept.
    dynabackup::history* history() const { return scope_.history; }
    /// The pages of the input; null: no input that could be complete or not, but a model.
    dynabackup::listing* listing() const { return scope_.listing; }

    /// Whether the object is, or lies in, a record of a list of records.
    bool in_list() const { return scope_.in_list; }

    /// The export that the input belongs to, if its manifest is among the inputs; else null.
    export_facts const* of_export() const { return scope_.of_export; }

    /// Whether these members were read, or are rightly absent. A rule must not judge what it does not know:
    /// the reader has reported that already.
    template <class... Members>
    DYNABACKUP_ALWAYS_INLINE bool knows(Members const&... members) const {
        return knows_all_ || (!scope_.unreadable.contains(members) && ...);
    }

    /// How many elements a list has; none if damage hides that. The list of records of a text has the last one
    /// only, since they are read one by one.
    template <class V>
    std::optional<std::size_t> size_of(std::vector<V> const& list) const {
        return !list.empty() && scope_.listed == &list ? scope_.list_size : list.size();
    }

    /// The place of the only member of an object that may be unwrapped: of the object itself, if it is, else `below`.
    path_node const& place_of_member(path_node const& below) const { return is_unwrapped_ ? place() : below; }

    /// Reports the first rule of the function as broken, at these steps below the object; `{}` is the object itself.
    /// The message consists of the parts: texts, characters, whole numbers.
    template <class... Parts>
    void fail(std::initializer_list<path_step> below, Parts const&... message) const {
        fail(*rule_, below, message...);
    }
    /// Reports another rule of the function.
    template <class... Parts>
    void fail(rule const& which, std::initializer_list<path_step> below, Parts const&... message) const {
        if (!where_) broken_ |= which.in_force(edition());
        else report(which, below, concat(message...));
    }

    /// The place of the object, below which a rule may build longer paths for fail_at.
    path_node const& place() const {
        static constexpr path_node nowhere{};
        return where_ ? *where_ : nowhere;
    }
    /// Reports a rule of the function at a place below `place()`, however deep.
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

    /// The function at hand applies that rule first. For the validator.
    void begin(rule const& first) { rule_ = &first; }
    /// The object is unwrapped: the first step below it is not in the text. For the validator.
    void set_unwrapped(bool is_unwrapped) { is_unwrapped_ = is_unwrapped; }
    /// Whether a rule was found broken quietly. For the validator.
    bool broken() const { return broken_; }

private:
    void report(rule const& which, std::initializer_list<path_step> below, std::string message) const;
    void report_there(rule const& which, path_node const& there, std::string message) const;

    detail::rule_scope const& scope_;
    dynabackup::edition const edition_;
    bool const knows_all_;             ///< every member was read, or is rightly absent
    path_node const* where_ = nullptr; ///< of the object; null: quiet
    rule const* rule_ = nullptr;
    bool is_unwrapped_ = false;   ///< the object
    mutable bool broken_ = false; ///< what is told, as findings are: the context itself does not change
};

/// The value of a member, whether it is optional or not; null if it is absent.
template <class M>
constexpr auto const* get(M const& member) {
    if constexpr (detail::member_type<M>::presence == presence::required) return &member;
    else return member ? &*member : nullptr;
}

/// The value of a member; null if it is absent, or could not be read, or the edition does not have it yet.
/// Rules read members through this, so that they judge a model that was built in C++ as they judge a text.
template <auto Member>
DYNABACKUP_ALWAYS_INLINE inline auto const* known(struct_of<Member> const& object, rule_context const& in) {
    auto const* const value = get(object.*Member);
    return in.edition() >= entered_on<Member> && in.knows(object.*Member) ? value : nullptr;
}

/// The enumerator of a value; none if the value is absent, or not one of them.
template <class E>
constexpr std::optional<E> enumerator(open_enum<E> const* value) {
    return value ? value->value() : std::nullopt;
}

/// The same of a member, whether it is optional or not.
template <class M>
constexpr auto enumerator(M const& member) {
    return enumerator(get(member));
}

/// The enumeration of a member.
template <class M>
using enumeration = typename decltype(enumerator(std::declval<M const&>()))::value_type;

} // namespace dynabackup
