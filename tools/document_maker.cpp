#include "document_maker.hpp"

#include <dynabackup/shapes.hpp>
#include <dynabackup/testing/generate.hpp>

#include "pages.hpp"

#include <array>
#include <type_traits>

namespace dynabackup::tool {

namespace {

template <class T>
class maker_of final : public document_maker {
    T value_{};

    void append(std::string& out, testing::scene& s, format as, std::size_t depth) override {
        testing::fill(value_, s);
        dynabackup::detail::append_json(out, value_, as, depth, nullptr);
    }
};

template <class T>
std::unique_ptr<document_maker> make() {
    return std::make_unique<maker_of<T>>();
}

/// What makes the records of a page.
template <class T>
constexpr auto record_maker() -> std::unique_ptr<document_maker> (*)() {
    if constexpr (page_shape<T>) {
        using list = std::remove_cvref_t<decltype(list_of(std::declval<T&>()))>;
        return make<typename list::value_type::value_type>;
    } else {
        return nullptr;
    }
}

template <class... Shapes>
constexpr auto make_table(boost::mp11::mp_list<Shapes...>) {
    return std::array{
        shape_maker{short_name<Shapes>, full_name<Shapes>, make<Shapes>, record_maker<Shapes>()}...};
}

constexpr auto table = make_table(all_shapes{});

} // namespace

shape_maker const* find_maker(std::string_view shape) {
    for (auto const& known : table)
        if (known.name == shape || known.full_name == shape) return &known;
    return nullptr;
}

} // namespace dynabackup::tool
