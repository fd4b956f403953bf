#pragma once
/// \file
/// Checks many texts one after another.

#include <dynabackup/check.hpp>
#include <dynabackup/dump/record_visitor.hpp>

#include <memory>
#include <string_view>

namespace dynabackup {

/// Checks texts one after another, and reuses its memory. Each text is an input of its own: rules that compare inputs
/// or texts with each other do not apply.
class text_checker {
public:
    /// Findings go to `sink`, and records and documents to `visitor`, if it is not null. Every document is read as
    /// `shape`; if that is null, each is recognised by its members. The options are copied; the other arguments must
    /// outlive the checker.
    DYNABACKUP_INLINE text_checker(check_options const& chosen, finding_sink& sink,
                                   record_visitor* visitor = nullptr, shape_rules const* shape = nullptr);
    DYNABACKUP_INLINE ~text_checker();
    text_checker(text_checker const&) = delete;
    text_checker& operator=(text_checker const&) = delete;

    /// Checks a text with any number of documents in any layout.
    DYNABACKUP_INLINE summary check(std::string_view text);

private:
    struct state;
    std::unique_ptr<state> state_;
};

} // namespace dynabackup

#if DYNABACKUP_DEFINE

#include <dynabackup/detail/check/chosen_documents.hpp>
#include <dynabackup/detail/check/unknown_rules.hpp>

#include <span>
#include <utility>

namespace dynabackup {

struct text_checker::state {
    state(check_options const& chosen, finding_sink& findings, record_visitor* visitor,
          shape_rules const* read_as)
        : options(chosen), sink(findings), shape(read_as), documents(read_as, known_systems()),
          session(options, &findings), walk(session, documents.reader(), index, detail::layout::any) {
        session.visitor = visitor;
    }

    check_options const options;
    finding_sink& sink;
    shape_rules const* const
        shape;              ///< every document is read as this shape; null: each is recognised by its members
    bool has_begun = false; ///< a text has been checked, and so have the options
    detail::chosen_documents documents;
    detail::text_session session;
    json::structural_index index;
    detail::text_walk walk;
};

DYNABACKUP_INLINE text_checker::text_checker(check_options const& chosen, finding_sink& sink,
                                             record_visitor* visitor, shape_rules const* shape)
    : state_(std::make_unique<state>(chosen, sink, visitor, shape)) {}
DYNABACKUP_INLINE text_checker::~text_checker() = default;

DYNABACKUP_INLINE summary text_checker::check(std::string_view text) {
    summary counts;
    if (!std::exchange(state_->has_begun, true))
        detail::report_unknown_rules(state_->options, std::span(&state_->shape, state_->shape ? 1 : 0),
                                     state_->sink, counts);
    state_->walk.restart();
    state_->walk.read(text, detail::text_end::input);
    counts += state_->session.summary();
    counts.settle_items();
    return counts;
}

} // namespace dynabackup

#endif
