#pragma once
/// \file
/// Reading inputs as a shape that is known by its name only at run time.

#include <dynabackup/any_document.hpp>
#include <dynabackup/dump/engine.hpp>

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace dynabackup::tool {

/// Checks all documents of some inputs; findings go to the sink.
using checker = std::function<summary(std::span<dump_input const> inputs, options const& chosen,
                                      dump_sink& sink, dynabackup::detail::dump_tuning const& tuning)>;

/// Every document is what its members make it.
checker recognizing_checker();

/// Every document is of that shape. Empty if there is no such shape.
checker checker_of(std::string_view shape);

std::vector<std::string_view> shape_names();

/// Reads documents, of one shape or as what their members make them; see any_document.
class document_reader {
public:
    virtual ~document_reader() = default;
    virtual dynabackup::detail::got read(context& c) = 0;
    virtual dynabackup::detail::got resume(context& c) = 0;
    virtual bool begins_with(std::string_view name) const = 0;

    virtual any_known_document::place here() const { return {}; }
    virtual void go_to(any_known_document::place) {}

    struct model {
        std::size_t shape; ///< its index in all_shapes
        void* object;
    };
    /// The document that was read last. \pre It has been recognised.
    virtual model last() = 0;
};

/// A way to read documents.
struct document_kind {
    std::span<std::string_view const> (*landmarks)();
    std::unique_ptr<document_reader> (*make_reader)();
};

/// Every document is what its members make it.
document_kind any_known_kind();

/// Every document is of that shape. Null if there is no such shape.
document_kind const* find_kind(std::string_view shape);

} // namespace dynabackup::tool
