#if !__has_include(<catch2/catch_all.hpp>)
#define CATCH_CONFIG_MAIN // 2.13; from 3.0, Catch2WithMain has the main function
#endif
#include "catch.hpp"
