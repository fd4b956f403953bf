#pragma once
#define CATCH_CONFIG_ENABLE_ALL_STRINGMAKERS // print std::optional and the like when a test fails
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp> // 3.x
#else
#include <catch2/catch.hpp> // 2.13
#endif
