#pragma once
/// \file
/// Reads documents for converted_records, which takes what the reading tells of.

#include "converted_records.hpp"
#include "shapes.hpp"

#include <memory>
#include <string_view>

namespace dynabackup::tool {

/// See any_document. A copy has a reader of its own.
class converted_documents {
public:
    explicit converted_documents(document_kind const& kind) : kind_(kind) {}
    converted_documents(converted_documents const& other) : kind_(other.kind_) {}

    dynabackup::detail::got read(context& c) {
        auto& to = records_of(c);
        to.begin(c, false);
        return end(to, reader_->read(c));
    }
    dynabackup::detail::got resume(context& c) {
        auto& to = records_of(c);
        to.begin(c, true);
        return end(to, reader_->resume(c));
    }

    bool begins_with(std::string_view name) const { return reader_->begins_with(name); }
    using place = any_known_document::place;
    place here() const { return reader_->here(); }
    void go_to(place there) { reader_->go_to(there); }

private:
    static converted_records& records_of(context& c) { return static_cast<converted_records&>(*c.visitor); }

    dynabackup::detail::got end(converted_records& to, dynabackup::detail::got result) {
        if (result != dynabackup::detail::got::value) return result;
        auto const read = reader_->last();
        boost::mp11::mp_with_index<boost::mp11::mp_size<all_shapes>::value>(read.shape, [&](auto shape) {
            using T = boost::mp11::mp_at_c<all_shapes, shape>;
            to.end(*static_cast<T*>(read.object));
        });
        return result;
    }

    document_kind const& kind_;
    std::unique_ptr<document_reader> reader_ = kind_.make_reader();
};

} // namespace dynabackup::tool
