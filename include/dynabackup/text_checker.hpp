#pragma once
/// \file
/// Checks many texts one after another.

#include <dynabackup/check.hpp>
#include <dynabackup/dump/record_visitor.hpp>

#include <memory>
#include <string_view>

namespace dynabackup {

/// Checks texts one after another, in memory that is used again. Each text is an input of its own: rules that compare
/// the documents of an input do not apply.
class text_checker {
public:
    /// Findings go to `sink`, and records and documents to `visitor`, if it is not null. Every document is read as
    /// `shape`; if that is null, as what its members make it. The arguments must outlive the checker.
    DYNABACKUP_INLINE text_checker(options const& chosen, finding_sink& sink,
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

#include <utility>

namespace dynabackup {

struct text_checker::state {
    state(options const& chosen, finding_sink& sink, record_visitor* visitor, shape_rules const* shape)
        : documents(shape), session(chosen, &sink),
          walk(session, documents.reader(), index, detail::layout::any) {
        session.visitor = visitor;
    }

    detail::chosen_documents documents;
    detail::text_session session;
    json::structural_index index;
    detail::text_walk walk;
};

DYNABACKUP_INLINE text_checker::text_checker(options const& chosen, finding_sink& sink,
                                             record_visitor* visitor, shape_rules const* shape)
    : state_(std::make_unique<state>(chosen, sink, visitor, shape)) {}
DYNABACKUP_INLINE text_checker::~text_checker() = default;

DYNABACKUP_INLINE summary text_checker::check(std::string_view text) {
    state_->walk.restart();
    state_->walk.read(text, detail::text_end::input);
    return std::move(state_->session.summary());
}

} // namespace dynabackup

#endif
