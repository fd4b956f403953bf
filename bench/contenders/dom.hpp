#pragma once
/// \file
/// simdjson's DOM interface: reads the whole text into a tree, then the members of its objects in order.

#include <simdjson.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace bench {

class dom_value {
public:
    explicit dom_value(simdjson::dom::element value) : value_(value) {}

    template <class F>
    void members(F f) const {
        for (auto const field : value_.get_object()) f(field.key, dom_value(field.value));
    }

    template <class F>
    void elements(F f) const {
        for (auto const element : value_.get_array()) f(dom_value(element));
    }

    void get(std::string& out) const { out = value_.get_string().value(); }
    void get(std::int64_t& out) const { out = value_.get_int64().value(); }
    void get(double& out) const { out = value_.get_double().value(); }
    void get(bool& out) const { out = value_.get_bool().value(); }
    bool is_null() const { return value_.is_null(); }

private:
    simdjson::dom::element value_;
};

} // namespace bench
