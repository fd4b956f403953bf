#pragma once
/// \file
/// An object of a shape that is known at run time.

#include <dynabackup/model/shape_table.hpp>
#include <dynabackup/write.hpp>

#include <cstddef>
#include <memory>
#include <string>

namespace dynabackup::testing::detail {

/// Returns the format that the system of a shape sends.
inline format own_format_of(shape_table const& shape) {
    return shape.dialect.epoch_seconds ? format::aws_wire : format::clumio;
}

/// Owns an object of a shape.
class object {
public:
    object() = default; ///< nothing
    /// A new object.
    explicit object(shape_table const& shape) : shape_(&shape), data_(shape.create(), shape.destroy) {}

    shape_table const* shape() const { return shape_; }
    void* get() const { return data_.get(); }

    /// Appends it as JSON.
    void append_to(std::string& out, format as, std::size_t depth = 0) const {
        dynabackup::detail::append_object(out, *shape_, data_.get(), as, depth, nullptr, nullptr);
    }
    /// Appends it as its system sends it.
    void append_to(std::string& out) const { append_to(out, own_format_of(*shape_)); }

private:
    shape_table const* shape_ = nullptr;
    std::unique_ptr<void, void (*)(void*)> data_{nullptr, [](void*) {}};
};

} // namespace dynabackup::testing::detail
