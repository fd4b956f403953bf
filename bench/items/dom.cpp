// simdjson's tree, mapped by hand into one reused item of values of any type.
#include "items/attributes.hpp"

#include <simdjson.h>

#include <cstddef>
#include <string_view>

namespace {

using namespace items;
namespace aws = dynabackup::aws;

void map(simdjson::dom::object from, aws::AttributeMap& to);

void map(simdjson::dom::element from, aws::AttributeValue& to) {
    for (auto const [tag, value] : from.get_object()) {
        auto const type = aws::attribute_type_of(tag).value();
        switch (type) {
        case aws::AttributeType::boolean: to.hold<bool>(type) = value.get_bool(); break;
        case aws::AttributeType::null: to.hold_null(); break;
        case aws::AttributeType::map: map(value.get_object(), to.hold<aws::AttributeMap>(type)); break;
        case aws::AttributeType::list: {
            auto& list = to.hold<aws::AttributeValue::List>(type);
            std::size_t n = 0;
            for (auto const element : value.get_array()) {
                if (n == list.size()) list.emplace_back();
                map(element, list[n++]);
            }
            list.resize(n);
            break;
        }
        case aws::AttributeType::string:
        case aws::AttributeType::number:
        case aws::AttributeType::binary: to.hold<std::string>(type).assign(value.get_string().value()); break;
        default: {
            auto& set = to.hold<aws::AttributeValue::Set>(type);
            std::size_t n = 0;
            for (auto const element : value.get_array()) {
                if (n == set.size()) set.emplace_back();
                set[n++].assign(element.get_string().value());
            }
            set.resize(n);
        }
        }
    }
}

void map(simdjson::dom::object from, aws::AttributeMap& to) {
    std::size_t n = 0;
    for (auto const [name, value] : from) {
        auto& attribute = n < to.size() ? to.begin()[n] : to.append({});
        attribute.name.assign(name);
        map(value, attribute.value);
        ++n;
    }
    to.truncate(n);
}

void run(benchmark::State& state, scenario const& s) {
    simdjson::padded_string const text(s.text);
    simdjson::dom::parser parser;
#ifdef SIMDJSON_THREADS_ENABLED
    parser.threaded = false;
#endif
    aws::AttributeMap one;
    bench::measure(state, s, [&](tally& sum) {
        simdjson::dom::document_stream documents = parser.parse_many(text);
        for (auto document : documents) {
            map(document.value()["Item"].get_object(), one);
            add_item(sum, one);
        }
    });
}

[[maybe_unused]] bool const registered = items::compete("simdjson dom, AttributeValue", run);

} // namespace
