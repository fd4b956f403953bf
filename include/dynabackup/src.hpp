#pragma once
/// \file
/// Compiles the library, for programs whose other files only declare it: define DYNABACKUP_SEPARATE_COMPILATION for the
/// whole program, and include this header in exactly one file. It compiles reading, checking and writing of every shape.

#ifndef DYNABACKUP_SEPARATE_COMPILATION
#error "Define DYNABACKUP_SEPARATE_COMPILATION for the whole program, or do not include this header."
#endif

#include <dynabackup/aws/aws.hpp>
#include <dynabackup/clumio/clumio.hpp>
#include <dynabackup/impl/any_document.hpp>
#include <dynabackup/impl/backup_view.hpp>
#include <dynabackup/impl/check.hpp>
#include <dynabackup/impl/edition.hpp>
#include <dynabackup/impl/exchange.hpp>
#include <dynabackup/impl/history.hpp>
#include <dynabackup/impl/input_state.hpp>
#include <dynabackup/impl/keep.hpp>
#include <dynabackup/impl/listing.hpp>
#include <dynabackup/impl/names.hpp>
#include <dynabackup/impl/parse.hpp>
#include <dynabackup/impl/summary.hpp>
#include <dynabackup/impl/timestamp.hpp>
#include <dynabackup/impl/unknown_members.hpp>
#include <dynabackup/impl/write.hpp>
#include <dynabackup/known_documents.hpp>
#include <dynabackup/shape_list.hpp>

#include <boost/mp11/algorithm.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>

namespace dynabackup::detail {

/// Calls `f(std::type_identity<T>)` for the shape T at that place of a list.
template <class List, class F>
decltype(auto) with_shape(std::size_t place, F f) {
    return boost::mp11::mp_with_index<boost::mp11::mp_size<List>>(
        place, [&](auto i) { return f(std::type_identity<boost::mp11::mp_at<List, decltype(i)>>{}); });
}

boost::system::result<void, read_error> parse_as(std::size_t shape, void* model, std::string_view text,
                                                 options const& chosen, parse_memory* memory) {
    return with_shape<all_shapes>(shape, [&]<class T>(std::type_identity<T>) {
        return parser<T>::parse_into(*static_cast<T*>(model), text, chosen, memory);
    });
}

report check_as(std::size_t shape, std::string_view json, options const& chosen) {
    return with_shape<all_shapes>(
        shape, [&]<class T>(std::type_identity<T>) { return checker<T>::check(json, chosen); });
}

report validate_as(std::size_t shape, void const* model, options const& chosen) {
    return with_shape<all_shapes>(shape, [&]<class T>(std::type_identity<T>) {
        return checker<T>::validate(*static_cast<T const*>(model), chosen);
    });
}

summary check_known(std::string_view text, options const& chosen, finding_sink& sink) {
    return any_checker<any_known_document>::check(text, chosen, sink);
}

summary check_known(std::string_view text, options const& chosen, finding_sink& sink, input_state& input) {
    return any_checker<any_known_document>::check(text, chosen, sink, input);
}

std::unique_ptr<document_reader> make_known() { return std::make_unique<any_known_document>(); }

void append_json_as(std::size_t shape, std::string& out, void const* model, format as) {
    with_shape<all_shapes>(shape, [&]<class T>(std::type_identity<T>) {
        writer<T>::append(out, *static_cast<T const*>(model), as);
    });
}

void find_unknown_as(std::size_t shape, std::string_view text, edition day, unknown_members& found) {
    with_shape<all_shapes>(
        shape, [&]<class T>(std::type_identity<T>) { keeper<T>::find_unknown(text, day, found); });
}

void append_json_as(std::size_t shape, std::string& out, void const* model, unknown_members const& kept,
                    format as) {
    with_shape<all_shapes>(shape, [&]<class T>(std::type_identity<T>) {
        keeper<T>::append(out, *static_cast<T const*>(model), kept, as);
    });
}

exchange_report check_exchange_as(std::size_t shape, std::string_view request, std::string_view response,
                                  options const& chosen) {
    return with_shape<requests>(shape, [&]<class Input>(std::type_identity<Input>) {
        return exchange_checker<Input>::check(request, response, chosen);
    });
}

report check_exchange_as(std::size_t shape, void const* request, void const* response,
                         options const& chosen) {
    return with_shape<requests>(shape, [&]<class Input>(std::type_identity<Input>) {
        return exchange_checker<Input>::check(*static_cast<Input const*>(request),
                                              *static_cast<response_to<Input> const*>(response), chosen);
    });
}

} // namespace dynabackup::detail
