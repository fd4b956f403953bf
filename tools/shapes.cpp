#include "shapes.hpp"

#include <dynabackup/any_document.hpp>
#include <dynabackup/shapes.hpp>

#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>

#include <array>

namespace dynabackup::tool {

namespace {

struct named_shape {
    std::string_view name;      ///< `BackupSummary`, or `clumio.Projection` where AWS has one, too
    std::string_view full_name; ///< `aws.BackupSummary`: understood as well
    document_kind kind;
};

template <class Reader>
std::unique_ptr<document_reader> make_reader() {
    return std::make_unique<Reader>();
}

template <class... Shapes>
constexpr auto make_table(boost::mp11::mp_list<Shapes...>) {
    return std::array{named_shape{short_name<Shapes>,
                                  full_name<Shapes>,
                                  {make_reader<dynabackup::detail::documents_of<Shapes>>,
                                   boost::mp11::mp_find<all_shapes, Shapes>::value}}...};
}

constexpr auto table = make_table(all_shapes{});

} // namespace

document_kind any_known_kind() { return {make_reader<any_known_document>, {}}; }

document_kind const* find_kind(std::string_view shape) {
    for (auto const& known : table)
        if (known.name == shape || known.full_name == shape) return &known.kind;
    return nullptr;
}

std::vector<std::string_view> shape_names() {
    std::vector<std::string_view> names;
    names.reserve(table.size());
    for (auto const& known : table) names.push_back(known.name);
    return names;
}

} // namespace dynabackup::tool
