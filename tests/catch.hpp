#pragma once
#define CATCH_CONFIG_ENABLE_ALL_STRINGMAKERS // print std::optional and the like when a test fails
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp> // 3.x
#else
#include <catch2/catch.hpp> // 2.13
#endif

#include <chrono>
#include <ratio>
#include <string>

/// Shows times that are finer than the system clock. Catch2 2.13 cannot, and libc++'s clock counts microseconds.
template <class Precise>
requires std::ratio_less_v<typename Precise::period, std::chrono::system_clock::period>
struct Catch::StringMaker<std::chrono::time_point<std::chrono::system_clock, Precise>> {
    static std::string convert(std::chrono::time_point<std::chrono::system_clock, Precise> time) {
        auto const since_epoch =
            std::chrono::duration_cast<std::chrono::nanoseconds>(time.time_since_epoch());
        return std::to_string(since_epoch.count()) + " ns after 1970";
    }
};
