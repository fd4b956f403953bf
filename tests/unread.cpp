#include <dynabackup/unread.hpp>

#include "catch.hpp"

#include <string>
#include <vector>

using dynabackup::unread_members;

namespace {

struct inner {
    std::string first;
    int second = 0;
};

} // namespace

TEST_CASE("a struct and its first member are two", "[unread]") {
    inner const object;
    unread_members unread;
    CHECK_FALSE(unread.contains(object.first));
    unread.insert(object.first);
    CHECK(unread.contains(object.first));
    CHECK_FALSE(unread.contains(object));
    CHECK_FALSE(unread.contains(object.second));
    unread.erase(object);
    CHECK(unread.contains(object.first));
    unread.erase(object.first);
    CHECK_FALSE(unread.contains(object.first));
}

TEST_CASE("what is unread moves with its list, and nothing else does", "[unread]") {
    std::vector<inner> list(3);
    inner const outside;
    unread_members unread;
    unread.insert(list[0].first);
    unread.insert(list[2].second);
    unread.insert(list[1]);
    unread.insert(outside.first);
    std::vector<inner> moved(4);
    unread.move(list.data(), list.size() * sizeof(inner), moved.data());
    CHECK(unread.contains(moved[0].first));
    CHECK(unread.contains(moved[2].second));
    CHECK(unread.contains(moved[1]));
    CHECK_FALSE(unread.contains(moved[3].first));
    CHECK_FALSE(unread.contains(list[0].first));
    CHECK(unread.contains(outside.first));
}

TEST_CASE("nothing is unread in the next document", "[unread]") {
    inner const object;
    unread_members unread;
    unread.insert(object);
    unread.clear();
    CHECK_FALSE(unread.contains(object));
}
