#pragma once
/// \file
/// nlohmann/json: reads the whole text into a tree of standard containers.

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>

namespace bench {

class nlohmann_value {
public:
    explicit nlohmann_value(nlohmann::json const& value) : value_(&value) {}

    template <class F>
    void members(F f) const {
        for (auto const& [key, value] : value_->get_ref<nlohmann::json::object_t const&>())
            f(key, nlohmann_value(value));
    }

    template <class F>
    void elements(F f) const {
        for (auto const& element : value_->get_ref<nlohmann::json::array_t const&>())
            f(nlohmann_value(element));
    }

    void get(std::string& out) const { out = value_->get_ref<std::string const&>(); }
    void get(std::int64_t& out) const { out = value_->get<std::int64_t>(); }
    void get(double& out) const { out = value_->get<double>(); }
    void get(bool& out) const { out = value_->get<bool>(); }
    bool is_null() const { return value_->is_null(); }

private:
    nlohmann::json const* value_;
};

} // namespace bench
