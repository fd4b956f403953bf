#include "shapes.hpp"

#include <dynabackup/any_document.hpp>
#include <dynabackup/dump/record_batch.hpp>
#include <dynabackup/shapes.hpp>

#include "documents_of_kind.hpp"

#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>

#include <array>
#include <memory>
#include <type_traits>

namespace dynabackup::tool {

namespace {

namespace engine = dynabackup::detail;

template <class T>
class reader_of final : public document_reader {
    engine::documents_of<T> documents_;

    engine::got read(context& c) override { return documents_.read(c); }
    engine::got resume(context& c) override { return documents_.resume(c); }
    bool begins_with(std::string_view name) const override { return documents_.begins_with(name); }
    model last() override { return {boost::mp11::mp_find<all_shapes, T>::value, &documents_.model}; }
};

class recognizing_reader final : public document_reader {
    any_known_document documents_;

    engine::got read(context& c) override { return documents_.read(c); }
    engine::got resume(context& c) override { return documents_.resume(c); }
    bool begins_with(std::string_view name) const override { return documents_.begins_with(name); }
    any_known_document::place here() const override { return documents_.here(); }
    void go_to(any_known_document::place there) override { documents_.go_to(there); }
    model last() override {
        void* object = nullptr;
        documents_.with_last([&](auto& m) { object = &m; });
        return {documents_.here().shape, object};
    }
};

struct named_shape {
    std::string_view name;      ///< `BackupSummary`, or `clumio.Projection` where AWS has one, too
    std::string_view full_name; ///< `aws.BackupSummary`: understood as well
    document_kind kind;
};

template <class... Shapes>
constexpr auto make_table(boost::mp11::mp_list<Shapes...>) {
    return std::array{named_shape{
        short_name<Shapes>,
        full_name<Shapes>,
        {[] { return std::span<std::string_view const>(landmarks(std::type_identity<Shapes>{})); },
         []() -> std::unique_ptr<document_reader> { return std::make_unique<reader_of<Shapes>>(); }}}...};
}

constexpr auto table = make_table(all_shapes{});

template <class Documents>
summary check_dump(std::span<dump_input const> inputs, options const& chosen, dump_sink& sink,
                   std::span<std::string_view const> names, engine::dump_tuning const& tuning,
                   Documents const& documents) {
    engine::dump_engine<Documents, engine::no_records> reading(inputs, chosen, sink, names, tuning,
                                                               documents);
    while (reading.step([](auto&, std::string_view) {})) {}
    return reading.counts();
}

} // namespace

checker recognizing_checker() {
    return [](auto inputs, auto& chosen, auto& sink, auto& tuning) {
        return check_dump(inputs, chosen, sink, any_known_document::landmarks(), tuning,
                          any_known_document{});
    };
}

checker checker_of(std::string_view shape) {
    auto const* const kind = find_kind(shape);
    if (!kind) return nullptr;
    // So the engine is compiled once for all shapes.
    return [kind](auto inputs, auto& chosen, auto& sink, auto& tuning) {
        return check_dump(inputs, chosen, sink, kind->landmarks(), tuning, documents_of_kind(*kind));
    };
}

document_kind any_known_kind() {
    return {any_known_document::landmarks,
            []() -> std::unique_ptr<document_reader> { return std::make_unique<recognizing_reader>(); }};
}

document_kind const* find_kind(std::string_view shape) {
    for (auto const& known : table)
        if (known.name == shape || known.full_name == shape) return &known.kind;
    return nullptr;
}

std::vector<std::string_view> shape_names() {
    std::vector<std::string_view> names;
    for (auto const& known : table) names.push_back(known.name);
    return names;
}

} // namespace dynabackup::tool
