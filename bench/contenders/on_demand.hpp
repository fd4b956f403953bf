#pragma once
/// \file
/// simdjson's On-Demand interface, used as its documentation advises: one pass over the fields in the order of the
/// text, with raw comparisons of keys, without an index of members, and with errors as exceptions.

#include <simdjson.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace bench {

class on_demand_value {
public:
    explicit on_demand_value(simdjson::ondemand::value value) : value_(value) {}

    /// Calls `f(key, value)` for each member.
    template <class F>
    void members(F f) const {
        for (auto field : value().get_object()) {
            auto const key = field.key().value();
            f(key, on_demand_value(field.value()));
        }
    }

    template <class F>
    void elements(F f) const {
        for (auto element : value().get_array()) f(on_demand_value(element.value()));
    }

    void get(std::string_view& out) const { out = value().get_string().value(); }
    void get(std::string& out) const { out = std::string_view(value().get_string().value()); }
    void get(std::int64_t& out) const { out = value().get_int64().value(); }
    void get(double& out) const { out = value().get_double().value(); }
    void get(bool& out) const { out = value().get_bool().value(); }
    bool is_null() const { return value().is_null(); }

private:
    simdjson::ondemand::value value() const { return value_; } // reading moves the parser, not the value

    simdjson::ondemand::value value_;
};

} // namespace bench
