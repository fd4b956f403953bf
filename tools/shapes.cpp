#include "shapes.hpp"

#include <dynabackup/any_document.hpp>
#include <dynabackup/shapes.hpp>

#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>

#include <array>
#include <type_traits>

namespace dynabackup::tool {

namespace {

template <class T>
summary check_as(std::string_view text, options const& chosen, finding_sink& sink, input_state& input) {
    detail::documents_of<T> documents;
    return detail::check_documents(text, chosen, sink, documents, landmarks(std::type_identity<T>{}),
                                   detail::layout::any, input);
}

struct named_checker {
    std::string_view shape;     ///< `BackupSummary`, or `clumio.Projection` where AWS has one, too
    std::string_view full_name; ///< `aws.BackupSummary`: understood as well
    checker check;
};

template <class... Shapes>
constexpr auto make_table(boost::mp11::mp_list<Shapes...>) {
    return std::array{named_checker{short_name<Shapes>, full_name<Shapes>, &check_as<Shapes>}...};
}

constexpr auto table = make_table(all_shapes{});

} // namespace

checker recognizing_checker() { return &check; }

checker checker_of(std::string_view shape) {
    for (auto const& known : table)
        if (known.shape == shape || known.full_name == shape) return known.check;
    return nullptr;
}

std::vector<std::string_view> shape_names() {
    std::vector<std::string_view> names;
    for (auto const& known : table) names.push_back(known.shape);
    return names;
}

} // namespace dynabackup::tool
