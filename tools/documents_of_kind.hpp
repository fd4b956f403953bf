#pragma once
/// \file
/// Reads documents of a kind that is chosen at run time.

#include "shapes.hpp"

#include <memory>
#include <string_view>

namespace dynabackup::tool {

/// See any_document. A copy has a reader of its own; the kind must outlive both.
class documents_of_kind {
public:
    explicit documents_of_kind(document_kind const& kind) : kind_(kind) {}
    documents_of_kind(documents_of_kind const& other) : kind_(other.kind_) {}

    dynabackup::detail::got read(context& c) { return reader_->read(c); }
    dynabackup::detail::got resume(context& c) { return reader_->resume(c); }
    bool begins_with(std::string_view name) const { return reader_->begins_with(name); }

    using place = any_known_document::place;
    place here() const { return reader_->here(); }
    void go_to(place there) { reader_->go_to(there); }

private:
    document_kind const& kind_;
    std::unique_ptr<document_reader> reader_ = kind_.make_reader();
};

} // namespace dynabackup::tool
