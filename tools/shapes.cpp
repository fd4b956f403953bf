#include "shapes.hpp"

#include <dynabackup/any_document.hpp>
#include <dynabackup/dump/record_batch.hpp>
#include <dynabackup/shapes.hpp>

#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>

#include <array>
#include <memory>
#include <type_traits>

namespace dynabackup::tool {

namespace {

namespace engine = dynabackup::detail;

/// Reads documents of one shape.
class shape_reader {
public:
    virtual ~shape_reader() = default;
    virtual engine::got read(context& c) = 0;
    virtual engine::got resume(context& c) = 0;
    virtual bool begins_with(std::string_view name) const = 0;
};

template <class T>
class reader_of final : public shape_reader {
    engine::documents_of<T> documents_;

    engine::got read(context& c) override { return documents_.read(c); }
    engine::got resume(context& c) override { return documents_.resume(c); }
    bool begins_with(std::string_view name) const override { return documents_.begins_with(name); }
};

struct named_shape {
    std::string_view name;      ///< `BackupSummary`, or `clumio.Projection` where AWS has one, too
    std::string_view full_name; ///< `aws.BackupSummary`: understood as well
    std::span<std::string_view const> (*landmarks)();
    std::unique_ptr<shape_reader> (*make_reader)();
};

template <class... Shapes>
constexpr auto make_table(boost::mp11::mp_list<Shapes...>) {
    return std::array{named_shape{
        short_name<Shapes>, full_name<Shapes>,
        [] { return std::span<std::string_view const>(landmarks(std::type_identity<Shapes>{})); },
        []() -> std::unique_ptr<shape_reader> { return std::make_unique<reader_of<Shapes>>(); }}...};
}

constexpr auto table = make_table(all_shapes{});

/// Reads each document as that shape; so the engine is compiled once for all of them. A copy has a reader of its own.
class documents_of_shape {
public:
    explicit documents_of_shape(named_shape const& shape) : shape_(shape) {}
    documents_of_shape(documents_of_shape const& other) : shape_(other.shape_) {}

    engine::got read(context& c) { return reader_->read(c); }
    engine::got resume(context& c) { return reader_->resume(c); }
    bool begins_with(std::string_view name) const { return reader_->begins_with(name); }

    struct place {
        bool operator==(place const&) const = default;
    };
    place here() const { return {}; }
    void go_to(place) {}

private:
    named_shape const& shape_;
    std::unique_ptr<shape_reader> reader_ = shape_.make_reader();
};

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
    for (auto const& known : table)
        if (known.name == shape || known.full_name == shape)
            return [&known](auto inputs, auto& chosen, auto& sink, auto& tuning) {
                return check_dump(inputs, chosen, sink, known.landmarks(), tuning, documents_of_shape(known));
            };
    return nullptr;
}

std::vector<std::string_view> shape_names() {
    std::vector<std::string_view> names;
    for (auto const& known : table) names.push_back(known.name);
    return names;
}

} // namespace dynabackup::tool
