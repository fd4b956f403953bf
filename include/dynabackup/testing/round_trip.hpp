#pragma once
/// \file
/// What tests expect of writing: a document that is read, written and read again is the same, and nothing of it is lost.

#include <dynabackup/parse.hpp>
#include <dynabackup/testing/conformance.hpp>
#include <dynabackup/write.hpp>

#include <string>
#include <string_view>

namespace dynabackup::testing {

/// JSON text that can be read as a Shape, has no member that the Shape does not keep, and makes a model that can be
/// written and read again; or such a model. Rules and limits do not matter (see conforms_to).
template <described_struct Shape>
class round_trips {
public:
    using shape = Shape; ///< of the subject

    /// `as`: how it is written. format::aws_cli keeps times to the microsecond only, so others do not come back.
    explicit round_trips(format as = own_format<Shape>) : format_(as) {}

    /// Whether it is as expected, and what was seen.
    verdict judge(std::string_view json) const {
        options chosen;
        chosen.only = {std::string(reading::unknown_member.id)};
        if (auto const lost = detail::findings_of<Shape>(json, chosen); !lost.empty())
            return {false, "lost when it is read: " + display::report_text(lost, failure_width)};
        auto const model = read(json);
        return model ? judge(*model) : verdict{false, "cannot be read\n" + shown(model.error())};
    }

    /// Whether it is as expected, and what was seen.
    verdict judge(Shape const& model) const {
        auto const written = to_json(model, format_);
        auto const again = read(written);
        if (!again) return {false, concat("cannot be read again: ", written, '\n', shown(again.error()))};
        if (equal_members(*again, model)) return {true, "comes back as " + written};
        return {false, concat("is written as ", written, "\ncomes back as ", to_json(*again, format_))};
    }

    /// Why the expectation itself is wrong; empty: it is not.
    std::string misuse() const { return {}; }

    /// What is expected, in words.
    std::string description() const { return concat("comes back as the same ", shape_name<Shape>()); }

private:
    static result<Shape> read(std::string_view json) {
        options chosen;
        chosen.excerpt_bytes = display::excerpt_reach(failure_width);
        return parse<Shape>(json, chosen);
    }

    static std::string shown(read_error const& why) {
        std::string text;
        display::append_finding(text, {}, why.what, failure_width);
        text.pop_back();
        return text;
    }

    format format_;
};

} // namespace dynabackup::testing
