#pragma once
/// \file
/// Reads a JSON text into a model: what parse.hpp declares.

#include <dynabackup/parse.hpp>
#include <dynabackup/read.hpp>

#include <string_view>
#include <utility>

namespace dynabackup::detail {

/// See parse_into.
template <described_struct T>
struct parser {
    static boost::system::result<void, read_error> parse_into(T& model, std::string_view text,
                                                              options const& chosen, parse_memory* memory) {
        if (!memory) {
            json::structural_index index;
            return parse_into(model, text, chosen, index);
        }
        using json::structural_index;
        if (!memory->index_) {
            memory->index_ = new structural_index;
            memory->free_ = [](void* index) { delete static_cast<structural_index*>(index); };
        }
        return parse_into(model, text, chosen, *static_cast<structural_index*>(memory->index_));
    }

private:
    static boost::system::result<void, read_error>
    parse_into(T& model, std::string_view text, options const& chosen, json::structural_index& index) {
        context c(chosen);
        c.shape = shape_name<T>();
        path_node const root{};
        auto& cursor = c.cursor;
        bool const marked = text.starts_with(json::byte_order_mark);
        if (marked) text.remove_prefix(json::byte_order_mark.size());
        bool const too_long = text.size() > json::max_text_size;
        c.open(too_long ? std::string_view{} : text, {}, marked ? json::behind_mark : json::position{});
        if (!c.index(index)) c.index_tolerantly();
        if (too_long) c.report_syntax(root, cursor.place(), "Longer than 4 GiB; read it as a dump.");
        auto const read = read_value(c, model, root, {false, dialect(std::type_identity<T>{}).epoch_seconds});
        if (read != got::broken && cursor.at != cursor.last) {
            cursor.fail_here("one document belongs here, and nothing behind it");
            c.report_syntax(root);
        }
        if (auto broken = c.take_broken())
            c.pending.push_back(std::move(*broken)); // whatever rules are chosen
        if (c.pending.empty()) [[likely]]
            return {};
        finding* first = nullptr;
        for (auto& f : c.pending)
            if (f.severity == severity::error && (!first || f.offset < first->offset)) first = &f;
        if (!first) return {};
        c.place(*first);
        return read_error{std::move(*first)};
    }
};

} // namespace dynabackup::detail
