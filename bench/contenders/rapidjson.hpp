#pragma once
/// \file
/// RapidJSON: reads the whole text into a tree whose memory is reused.

// Clang 19 refuses the header of RapidJSON 1.1.
#if __has_include(<rapidjson/document.h>) && !(defined(__clang_major__) && __clang_major__ >= 19)
#define BENCH_HAS_RAPIDJSON

#include <rapidjson/document.h>

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

class rapidjson_value {
public:
    explicit rapidjson_value(rapidjson::Value const& value) : value_(&value) {}

    template <class F>
    void members(F f) const {
        for (auto const& m : expect(value_->IsObject()).GetObject())
            f(std::string_view(m.name.GetString(), m.name.GetStringLength()), rapidjson_value(m.value));
    }

    template <class F>
    void elements(F f) const {
        for (auto const& element : expect(value_->IsArray()).GetArray()) f(rapidjson_value(element));
    }

    void get(std::string& out) const {
        out.assign(expect(value_->IsString()).GetString(), value_->GetStringLength());
    }
    void get(std::int64_t& out) const { out = expect(value_->IsInt64()).GetInt64(); }
    void get(double& out) const { out = expect(value_->IsNumber()).GetDouble(); }
    void get(bool& out) const { out = expect(value_->IsBool()).GetBool(); }
    bool is_null() const { return value_->IsNull(); }

private:
    rapidjson::Value const& expect(bool is) const {
        return is ? *value_ : throw std::runtime_error("not of the expected type");
    }

    rapidjson::Value const* value_;
};

/// Reads texts one after another into the same memory.
class rapidjson_reader {
public:
    explicit rapidjson_reader(std::size_t longest_text)
        : memory_(16 * longest_text + 65536), stack_(1 << 20) {}

    /// Calls `f(rapidjson_value)`, unless the text is damaged.
    template <class F>
    bool read(std::string_view text, F f) {
        allocator values(memory_.data(), memory_.size()), stack(stack_.data(), stack_.size());
        rapidjson::GenericDocument<rapidjson::UTF8<>, allocator, allocator> document(&values, 1 << 16,
                                                                                     &stack);
        document.Parse(text.data(), text.size());
        if (document.HasParseError()) return false;
        f(rapidjson_value(document));
        return true;
    }

private:
    using allocator = rapidjson::MemoryPoolAllocator<>;

    std::vector<char> memory_, stack_;
};

} // namespace bench

#endif
