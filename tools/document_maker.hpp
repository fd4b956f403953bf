#pragma once
/// \file
/// Generating documents of a shape that is known by its name only at run time.

#include <dynabackup/testing/scene.hpp>
#include <dynabackup/write.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace dynabackup::tool {

/// Makes values of one shape, in the same memory.
class document_maker {
public:
    virtual ~document_maker() = default;
    /// Appends a value of what the scene shows, inside so many levels.
    virtual void append(std::string& out, testing::scene& s, format as, std::size_t depth) = 0;
};

/// A shape of which documents can be made.
struct shape_maker {
    std::string_view name, full_name;
    std::unique_ptr<document_maker> (*make)();
    /// Of a page: makes the records in it. Null: the shape is no page.
    std::unique_ptr<document_maker> (*make_record)();
};

/// Null if there is no such shape.
shape_maker const* find_maker(std::string_view shape);

} // namespace dynabackup::tool
