#pragma once
/// \file
/// Compares a described model with the service's own: every shape, member, limit, enumerator, error and date is a
/// line of text, once rendered from the description and once read from the facts. Both sets must be equal.

#include <dynabackup/edition.hpp>
#include <dynabackup/model/tables.hpp>

#include "all_shapes.hpp"
#include "catch.hpp"

#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>
#include <simdjson.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace described_model {

using namespace dynabackup;
namespace mp11 = boost::mp11;

using facts = std::set<std::string>;

inline std::string line(std::initializer_list<std::string_view> fields) {
    std::string text;
    for (auto field : fields) {
        if (!text.empty()) text += '\t';
        text += field;
    }
    return text;
}

// ---- the description, rendered ----

template <class T>
struct unwrap {
    using type = T;
};
template <class T>
struct unwrap<std::optional<T>> : unwrap<T> {};
template <class T>
struct unwrap<std::vector<T>> : unwrap<T> {};
template <class E>
struct unwrap<open_enum<E>> {
    using type = E;
};

/// Returns whether the type of a value in C++ agrees with its simple shape.
inline bool agrees(value_kind kind, simple_type type) {
    switch (kind) {
    case value_kind::list: return type == simple_type::list;
    case value_kind::string: return type == simple_type::string;
    case value_kind::boolean: return type == simple_type::boolean;
    case value_kind::time: return type == simple_type::time;
    case value_kind::integer: return type == simple_type::integer || type == simple_type::long_;
    case value_kind::any_object:
    case value_kind::custom: return type == simple_type::map;
    case value_kind::enumeration:
    case value_kind::object: break; // has no simple shape
    }
    return false;
}

inline std::string_view name_of_type(simple_type type) {
    switch (type) {
    case simple_type::string: return "string";
    case simple_type::integer: return "integer";
    case simple_type::long_: return "long";
    case simple_type::boolean: return "boolean";
    case simple_type::time: return "timestamp";
    case simple_type::list: return "list";
    case simple_type::map: return "map";
    }
    return "";
}

/// The properties of a shape that follow from its type in C++.
struct leaf_type {
    struct enumerator {
        std::string_view name;
        edition entered;
    };
    std::string_view name;
    bool is_structure;
    std::vector<enumerator> enumerators; ///< of an enumeration; otherwise empty
};

template <class T>
leaf_type leaf_of() {
    leaf_type leaf{shape_name<T>(), described_struct<T>, {}};
    if constexpr (std::is_enum_v<T>)
        mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto d) {
            leaf.enumerators.push_back({d.name, since(d.value)});
        });
    return leaf;
}

/// The facts about the shapes of a list and about operations. `is_error<T>`, `is_fault<T>`: of errors. `is_own<T>`:
/// of the protocol's own shapes, which are not in the model, although their members may be.
template <class Family>
class rendering {
public:
    facts model;   ///< the model as it is: subject, fact, value
    facts history; ///< additions and changes: day, subject, fact, before, after

    rendering() {
        all_shapes::for_each<typename Family::shapes>([&](auto t) {
            using T = typename decltype(t)::type;
            if constexpr (!Family::template is_own<T>) structure<T>();
        });
        Family::for_each_operation([&](auto const& o) { operation(o); });
        for (auto const* shape : current_) in_force(*shape);
        for (auto const& [shape, gone] : former_)
            if (!current_.contains(shape)) changed(gone, shape->name, "type", name_of_type(shape->type), "-");
    }

private:
    void changed(edition day, std::string_view subject, std::string_view fact, std::string_view before,
                 std::string_view after) {
        history.insert(line({to_text(day), subject, fact, before, after}));
    }

    template <class T>
    void structure() {
        std::vector<leaf_type> leaves; // of the members
        all_shapes::for_each_member<T>([&]<class M>(member_table const&, M T::*) {
            using leaf = typename unwrap<M>::type;
            if constexpr (described_struct<leaf>)
                STATIC_REQUIRE(mp11::mp_contains<typename Family::shapes, leaf>::value);
            leaves.push_back(leaf_of<leaf>());
        });
        structure(shape_table_of<T>, leaves);
        if constexpr (Family::template is_error<T>) error(shape_table_of<T>, Family::template is_fault<T>);
    }

    /// Returns the day on which a shape entered the API, which is that of its earliest member.
    static edition day_of(shape_table const& shape) {
        edition entered = edition::latest;
        for (auto const& m : shape.members) entered = std::min(entered, m.facts->entered);
        return entered;
    }

    void structure(shape_table const& shape, std::vector<leaf_type> const& leaves) {
        for (auto const& m : shape.members) member(shape, m, leaves[m.index]);
        model.insert(line({shape.name, "type", "structure"}));
        changed(day_of(shape), shape.name, "type", "-", "structure");
    }

    void error(shape_table const& shape, bool is_fault) {
        model.insert(line({shape.name, "exception", "yes"}));
        changed(day_of(shape), shape.name, "exception", "-", "yes");
        if (!is_fault) return;
        model.insert(line({shape.name, "fault", "yes"}));
        changed(day_of(shape), shape.name, "fault", "-", "yes");
    }

    void member(shape_table const& owner, member_table const& m, leaf_type const& leaf) {
        member_facts const& f = *m.facts;
        auto const subject = std::string(owner.name) + '.' + std::string(m.name);
        auto shape = leaf.name;
        if (f.simple != nullptr) {
            CHECK(agrees(m.kind, f.simple->type));
            shape = f.simple->name;
            current_.insert(f.simple);
            simple(*f.simple);
            if (f.simple->element != nullptr) {
                current_.insert(f.simple->element);
                simple(*f.simple->element);
                element(*f.simple, f.simple->element->name);
            } else if (m.kind == value_kind::list) {
                element(*f.simple, leaf.name);
            }
        } else {
            CHECK((leaf.is_structure || !leaf.enumerators.empty()));
        }
        if (!leaf.enumerators.empty()) enumeration(leaf);

        model.insert(line({subject, "shape", shape}));
        model.insert(line({subject, "place", std::to_string(m.index + 1)}));
        if (f.former != nullptr) {
            CHECK(agrees(m.kind, f.former->type));
            simple(*f.former);
            auto& gone = former_.try_emplace(f.former, f.changed).first->second;
            gone = std::max(gone, f.changed);
            changed(f.entered, subject, "shape", "-", f.former->name);
            changed(f.changed, subject, "shape", f.former->name, shape);
        } else {
            changed(f.entered, subject, "shape", "-", shape);
        }
        if (m.presence == presence::required) {
            model.insert(line({subject, "required", "yes"}));
            changed(f.obliged, subject, "required", "-", "yes");
        }
    }

    void element(simple_shape const& list, std::string_view name) {
        model.insert(line({list.name, "element", name}));
        changed(list.first.since, list.name, "element", "-", name);
    }

    void enumeration(leaf_type const& type) {
        edition entered = edition::latest;
        int place = 0;
        for (auto const& e : type.enumerators) {
            auto const fact = "enumerator " + std::string(e.name);
            model.insert(line({type.name, fact, std::to_string(++place)}));
            changed(e.entered, type.name, fact, "-", "yes");
            entered = std::min(entered, e.entered);
        }
        model.insert(line({type.name, "type", "enumeration"}));
        changed(entered, type.name, "type", "-", "enumeration");
    }

    void simple(simple_shape const& shape) {
        auto [known, is_new] = simple_.try_emplace(shape.name, &shape);
        CHECK(known->second == &shape); // each name means one shape
        if (!is_new) return;
        auto const& was = shape.first;
        auto const& is = shape.later;
        changed(was.since, shape.name, "type", "-", name_of_type(shape.type));
        auto limit = [&](std::string_view fact, std::string const& before, std::string const& after) {
            if (before != "-") changed(was.since, shape.name, fact, "-", before);
            if (before != after) changed(is.since, shape.name, fact, before, after);
        };
        limit("min", min(was), min(is));
        limit("max", max(was), max(is));
        limit("pattern", text(was), text(is));
        if (was.since != is.since) CHECK(was.since < is.since);
    }

    void in_force(simple_shape const& shape) {
        auto const& now = shape.at(edition::latest);
        model.insert(line({shape.name, "type", name_of_type(shape.type)}));
        if (now.has_min()) model.insert(line({shape.name, "min", min(now)}));
        if (now.has_max()) model.insert(line({shape.name, "max", max(now)}));
        if (now.pattern) model.insert(line({shape.name, "pattern", text(now)}));
    }

    static std::string min(value_limits const& l) { return l.has_min() ? std::to_string(l.min) : "-"; }
    static std::string max(value_limits const& l) { return l.has_max() ? std::to_string(l.max) : "-"; }
    static std::string text(value_limits const& l) { return l.pattern ? std::string(l.pattern->text) : "-"; }

    template <class Operation>
    void operation(Operation const& o) {
        auto const input = std::string(o.name) + "Input", output = std::string(o.name) + "Output";
        all_shapes::for_each<typename Family::shapes>([&](auto t) {
            auto const name = shape_name<typename decltype(t)::type>();
            if (name == input) model.insert(line({o.name, "input", name}));
            if (name == output) model.insert(line({o.name, "output", name}));
        });
        for (std::size_t i = 0; i < o.errors.size(); ++i) {
            auto const fact = "error " + std::string(o.errors[i]);
            model.insert(line({o.name, fact, std::to_string(i + 1)}));
            changed(std::max(o.since, day_of(o.errors[i])), o.name, fact, "-", "yes");
        }
    }

    /// Returns the day on which an error entered the API.
    edition day_of(std::string_view error) const {
        edition day = edition::latest;
        all_shapes::for_each<typename Family::shapes>([&](auto t) {
            auto const& shape = shape_table_of<typename decltype(t)::type>;
            if (shape.name == error) day = shape.members.front().facts->entered;
        });
        return day;
    }

    std::map<std::string_view, simple_shape const*> simple_; ///< all of them, by name
    std::set<simple_shape const*> current_;                  ///< those of a member today
    std::map<simple_shape const*, edition> former_;          ///< those that a member once had, and until when
};

// ---- the facts, read ----

namespace fs = std::filesystem;

inline std::vector<std::string> lines_of(fs::path const& file) {
    std::ifstream in(file);
    REQUIRE(in.is_open());
    std::vector<std::string> lines;
    for (std::string text; std::getline(in, text);)
        if (!text.empty() && text[0] != '#') lines.push_back(text);
    return lines;
}

inline facts fixture(char const* name) {
    auto const lines = lines_of(fs::path(DYNABACKUP_SOURCE_DIR) / "tests" / name);
    CHECK(std::is_sorted(lines.begin(), lines.end()));
    facts result(lines.begin(), lines.end());
    CHECK(result.size() == lines.size());
    return result;
}

/// The service's model in the JSON of its SDKs, reduced to what the backup operations reach.
/// Returns the name of a shape, which is alone or a member of an object.
inline std::string_view shape_of(simdjson::dom::element reference) {
    std::string_view name;
    return reference.get(name) == simdjson::SUCCESS ? name : std::string_view(reference["shape"]);
}

inline facts from_service_model(fs::path const& file) {
    using namespace simdjson;
    facts result;
    dom::parser parser;
    auto number = [](std::size_t i) { return std::to_string(i); };
    dom::object root = parser.load(file.string());
    for (auto [name, value] : dom::object(root["operations"])) {
        result.insert(line({name, "input", std::string_view(value["input"])}));
        result.insert(line({name, "output", std::string_view(value["output"])}));
        std::size_t place = 0;
        for (std::string_view error : dom::array(value["errors"]))
            result.insert(line({name, "error " + std::string(error), number(++place)}));
    }
    for (auto [name, value] : dom::object(root["shapes"])) {
        std::string const subject(name);
        for (auto [key, fact] : dom::object(value)) {
            std::size_t place = 0;
            if (key == "type") {
                bool const is_enum = value["enum"].error() == SUCCESS;
                result.insert(line({subject, key, is_enum ? "enumeration" : std::string_view(fact)}));
            } else if (key == "min" || key == "max") {
                result.insert(line({subject, key, std::to_string(std::int64_t(fact))}));
            } else if (key == "pattern") {
                result.insert(line({subject, key, std::string_view(fact)}));
            } else if (key == "member") {
                result.insert(line({subject, "element", shape_of(fact)}));
            } else if (key == "exception" || key == "fault") {
                if (bool(fact)) result.insert(line({subject, key, "yes"}));
            } else if (key == "enum") {
                for (std::string_view e : dom::array(fact))
                    result.insert(line({subject, "enumerator " + std::string(e), number(++place)}));
            } else if (key == "required") {
                for (std::string_view m : dom::array(fact))
                    result.insert(line({subject + '.' + std::string(m), "required", "yes"}));
            } else if (key == "members") {
                for (auto [member, shape] : dom::object(fact)) {
                    result.insert(line({subject + '.' + std::string(member), "shape", shape_of(shape)}));
                    result.insert(line({subject + '.' + std::string(member), "place", number(++place)}));
                }
            } else {
                FAIL_CHECK("a fact that this test does not know: " << subject << ' ' << key);
            }
        }
    }
    return result;
}

/// The history of the model, as the differences of all its releases show it: date, fact, before, after.
inline facts from_service_history(fs::path const& file) {
    struct row {
        std::string day, subject, fact, before, after;
    };
    std::vector<row> rows;
    std::set<std::string> enumerations;
    auto plain = [](std::string const& value) {
        return value == "present" || value == "True" ? "yes" : value;
    };
    for (auto const& text : lines_of(file)) {
        std::vector<std::string> fields{""};
        for (char c : text)
            if (c == '\t') fields.emplace_back();
            else fields.back() += c;
        REQUIRE(fields.size() == 4);
        if (fields[0] == "date") continue;
        auto const space = std::min(fields[1].find(' '), fields[1].size());
        auto fact = space == fields[1].size() ? "shape" : fields[1].substr(space + 1);
        auto const subject = fields[1].substr(0, space);
        if (fact == "member") fact = "element";
        if (fact.starts_with("enum ")) {
            fact = "enumerator " + fact.substr(5);
            enumerations.insert(subject);
        }
        rows.push_back({fields[0], subject, fact, plain(fields[2]), plain(fields[3])});
    }
    facts result;
    for (auto& r : rows) {
        if (r.fact == "type" && enumerations.contains(r.subject)) r.after = "enumeration";
        result.insert(line({r.day, r.subject, r.fact, r.before, r.after}));
    }
    return result;
}

inline void check_equal(facts const& expected, facts const& actual) {
    auto without = [](facts const& a, facts const& b) {
        std::string rest;
        for (auto const& text : a)
            if (!b.contains(text)) rest += text + '\n';
        return rest;
    };
    CHECK(expected.size() > 100);
    auto const missing = without(expected, actual), extra = without(actual, expected);
    CHECK(missing == "");
    CHECK(extra == "");
}

} // namespace described_model
