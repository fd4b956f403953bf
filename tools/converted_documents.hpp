#pragma once
/// \file
/// Reads documents for converted_records, which takes what the reading tells of.

#include <dynabackup/shapes.hpp>

#include "converted_records.hpp"
#include "shapes.hpp"

#include <memory>
#include <span>
#include <string_view>

namespace dynabackup::tool {

class converted_documents final : public document_reader {
public:
    explicit converted_documents(document_kind const& kind) : kind_(kind) {}

    dynabackup::detail::got read(context& c) override {
        auto& to = records_of(c);
        to.begin(c, false);
        return end(to, reader_->read(c));
    }
    dynabackup::detail::got resume(context& c) override {
        auto& to = records_of(c);
        to.begin(c, true);
        return end(to, reader_->resume(c));
    }

    std::size_t here() const override { return reader_->here(); }
    void go_to(std::size_t there) override { reader_->go_to(there); }
    void* last() override { return reader_->last(); }
    bool begins_with(std::string_view name) const override { return reader_->begins_with(name); }
    std::span<std::string_view const> landmark_names() const override { return reader_->landmark_names(); }
    std::unique_ptr<document_reader> another() const override {
        return std::make_unique<converted_documents>(kind_);
    }

private:
    static converted_records& records_of(context& c) { return static_cast<converted_records&>(*c.visitor); }

    dynabackup::detail::got end(converted_records& to, dynabackup::detail::got result) {
        if (result != dynabackup::detail::got::value) return result;
        boost::mp11::mp_with_index<boost::mp11::mp_size<all_shapes>::value>(
            kind_.shape_of(*reader_), [&](auto shape) {
                using T = boost::mp11::mp_at_c<all_shapes, shape>;
                to.end(*static_cast<T*>(reader_->last()));
            });
        return result;
    }

    document_kind const& kind_;
    std::unique_ptr<document_reader> reader_ = kind_.make_reader();
};

} // namespace dynabackup::tool
