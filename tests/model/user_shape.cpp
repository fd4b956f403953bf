/// \file
/// A system that the library does not know, with the user's own shapes, rules and documents.

#include <dynabackup/aws/backup_summary.hpp>
#include <dynabackup/aws/throughput.hpp>
#include <dynabackup/check.hpp>
#include <dynabackup/check_documents.hpp>
#include <dynabackup/dump.hpp>
#include <dynabackup/json_schema.hpp>
#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/parse.hpp>
#include <dynabackup/systems.hpp>
#include <dynabackup/text_checker.hpp>
#include <dynabackup/unknown_members.hpp>
#include <dynabackup/write.hpp>

#include "fixtures.hpp"
#include "reading.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace model_user_shape_test {

namespace harbour {

using namespace dynabackup;

enum class State { AT_SEA, IN_PORT };
BOOST_DESCRIBE_ENUM(State, AT_SEA, IN_PORT)
constexpr edition since(State s) { return s == State::IN_PORT ? edition::v2019_01_16 : edition::v2017_11_29; }
constexpr std::string_view hint(std::type_identity<State>, std::string_view text) {
    return text == "HOME" ? "Home is IN_PORT." : "";
}

template <class T>
constexpr dialect_facts dialect(std::type_identity<T>) {
    return {.pascal_case = true, .null_is_absent = false, .epoch_seconds = true, .system = "harbour"};
}
template <described_struct T>
bool operator==(T const& a, T const& b) {
    return equal_members(a, b);
}

inline constexpr pattern capitals{"[A-Z]+", [](std::string_view text) {
                                      return !text.empty() && text.find_first_not_of(
                                                                  "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == text.npos;
                                  }};
inline constexpr simple_shape Code{
    "Code", simple_type::string, {.since = edition::v2017_11_29, .min = 2, .max = 5, .pattern = &capitals}};
inline constexpr simple_shape Depth{
    "Depth", simple_type::long_, {.since = edition::v2017_11_29, .min = 0, .max = 99}};
inline constexpr simple_shape Name{
    "Name", simple_type::string, {.since = edition::v2017_11_29, .min = 1, .max = 9}};
inline constexpr simple_shape Crew{.name = "Crew",
                                   .type = simple_type::list,
                                   .first = {.since = edition::v2017_11_29, .max = 2},
                                   .element = &Name};

struct Berth {
    std::string code{};
    std::int64_t depth = 0;
    bool covered = false;
};
BOOST_DESCRIBE_STRUCT(Berth, (), (code, depth, covered))
template <std::same_as<Berth> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::code>(Code), describe<&T::depth>(Depth), describe<&T::covered>()};
}

struct Ship {
    std::string name{};
    open_enum<State> state{};
    timestamp built{};
    std::optional<std::vector<std::string>> crew{};
    std::optional<Berth> berth{};
    nullable<std::vector<Berth>> reserved{};
    std::optional<std::vector<open_enum<State>>> log{};
    std::optional<std::vector<std::vector<std::string>>> watches{};
    std::optional<std::string> call_sign{};
    std::optional<std::int64_t> length{};
};
BOOST_DESCRIBE_STRUCT(Ship, (), (name, state, built, crew, berth, reserved, log, watches, call_sign, length))
template <std::same_as<Ship> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::name>(Name),
                      describe<&T::state>(),
                      describe<&T::built>(),
                      describe<&T::crew>(Crew),
                      describe<&T::berth>(),
                      describe<&T::reserved>(),
                      describe<&T::log>(),
                      describe<&T::watches>(),
                      describe<&T::call_sign>(Code).also("Callsign").or_empty(),
                      describe<&T::length>(Depth).since(edition::v2018_08_06)};
}
constexpr bool is_record(std::type_identity<Ship>) { return true; }

inline constexpr rule has_berth{"harbour.berth", severity::warning, edition::v2017_11_29,
                                "A ship that is in port has a berth.", cite::design};

inline void check_berth(Ship const& s, rule_context& in) {
    auto const state = enumerator(known<&Ship::state>(s, in));
    if (state == State::IN_PORT && !s.berth && in.knows(s.berth))
        in.fail({wire_name<&Ship::berth>}, "The ship ", s.name, " is in port, and has no berth.");
}
template <std::same_as<Ship> T>
constexpr auto rules(std::type_identity<T>) {
    return std::array{enforce<check_berth, has_berth>()};
}

struct Fleet {
    std::optional<std::string> owner{};
    std::optional<std::vector<Ship>> ships{};
    std::optional<std::string> cursor{};
};
BOOST_DESCRIBE_STRUCT(Fleet, (), (owner, ships, cursor))
template <std::same_as<Fleet> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::owner>(), describe<&T::ships>(), describe<&T::cursor>()};
}

/// Has objects of the library's shapes.
struct Manifest {
    aws::ProvisionedThroughput limit{};
    std::optional<std::vector<aws::BackupSummary>> backups{};
};
BOOST_DESCRIBE_STRUCT(Manifest, (), (limit, backups))
template <std::same_as<Manifest> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::limit>(), describe<&T::backups>()};
}
static_assert(library_shape<aws::BackupSummary> && !library_shape<Manifest>);

inline constexpr std::array<shape_rules const*, 3> shapes{&shape_rules_of<Berth>, &shape_rules_of<Fleet>,
                                                          &shape_rules_of<Ship>};
inline constexpr std::array clues{document_clue{"Ships", 1}, document_clue{"State", 2}};
inline constexpr std::array documents{
    document_type{.clues = 1, .shape = &shape_rules_of<Fleet>, .is_list = true},
    document_type{.clues = 2, .shape = &shape_rules_of<Ship>}};
inline constexpr std::array<std::string_view, 4> sync_names{"Ships", "Owner", "Name", "State"};
inline constexpr system_table system{
    .name = "harbour", .shapes = shapes, .clues = clues, .documents = documents, .sync_names = sync_names};

} // namespace harbour

using namespace dynabackup;
using namespace harbour;
using fixtures::findings, fixtures::found, fixtures::none, fixtures::object, fixtures::in_quotes;
using reading_test::lines, reading_test::defects;

namespace {

std::string const ship_text =
    R"({"Berth":{"Code":"AB","Covered":true,"Depth":7},"Built":1.5E9,"CallSign":"XY","Crew":["Ann","Bob"],)"
    R"("Length":42,"Log":["AT_SEA","IN_PORT"],"Name":"Anna","Reserved":[{"Code":"CD","Covered":false,"Depth":0}],)"
    R"("State":"IN_PORT","Watches":[["Ann"],[],["Bob","Ann"]]})";

object ship() {
    return {{"Name", in_quotes("Anna")}, {"State", in_quotes("AT_SEA")}, {"Built", "1500000000"}};
}

} // namespace

TEST_CASE("a user's shape is read, and written back unchanged", "[user_shape]") {
    auto const read = parse<Ship>(ship_text);
    REQUIRE(read.has_value());
    CHECK(read->name == "Anna");
    CHECK(read->state == State::IN_PORT);
    CHECK(read->built == timestamp{std::chrono::seconds{1'500'000'000}});
    CHECK(*read->crew == std::vector<std::string>{"Ann", "Bob"});
    CHECK((read->berth->code == "AB" && read->berth->depth == 7 && read->berth->covered));
    CHECK(read->reserved->front().code == "CD");
    CHECK((*read->log)[1] == State::IN_PORT);
    CHECK(*read->watches == std::vector<std::vector<std::string>>{{"Ann"}, {}, {"Bob", "Ann"}});
    CHECK(read->call_sign == "XY");
    CHECK(read->length == 42);
    CHECK(to_json(*read) == ship_text);
    auto const pretty = to_json(*read, format::aws_cli);
    CHECK(pretty.starts_with("{\n    \"Name\": \"Anna\",\n    \"State\": \"IN_PORT\",\n    \"Built\": "));
    CHECK(parse<Ship>(pretty).value() == *read);
    CHECK(*read == Ship(*read));
    CHECK_FALSE(*read == Ship{});
}

TEST_CASE("null, an absent value and an alias are distinguished in a user's shape", "[user_shape]") {
    auto const null = parse<Ship>(ship().with("Reserved", "null").with("Callsign", in_quotes("")).text());
    REQUIRE(null.has_value());
    CHECK(null->reserved.is_null());
    CHECK_FALSE(null->call_sign.has_value()); // empty is absent
    CHECK(to_json(*null) == R"({"Built":1.5E9,"Name":"Anna","Reserved":null,"State":"AT_SEA"})");
    CHECK(parse<Ship>(ship().text())->reserved.is_absent());
    CHECK(parse<Ship>(ship().with("Callsign", in_quotes("ZZ")).text())->call_sign == "ZZ");
}

TEST_CASE("defects in a user's shape are found", "[user_shape]") {
    CHECK(found<Ship>(ship()) == none);
    CHECK(found<Ship>(ship_text) == none);
    CHECK(found<Ship>(ship().with("State", in_quotes("IN_PORT"))) ==
          findings{"warning harbour.berth /Berth"});
    CHECK(found<Ship>(ship().with("State", in_quotes("HOME"))) ==
          findings{"error enum.unknown-value /State"});
    CHECK(found<Ship>(ship().with("CallSign", in_quotes("xy"))) ==
          findings{"error string.pattern /CallSign"});
    CHECK(found<Ship>(ship().with("CallSign", in_quotes(""))) == none);
    CHECK(found<Ship>(ship().with("Crew", R"(["a","","c"])")) ==
          findings{"error list.size /Crew", "error string.length /Crew/1"});
    CHECK(found<Ship>(ship().with("Berth", R"({"Code":"A","Depth":100,"Covered":true})")) ==
          findings{"error string.length /Berth/Code", "error number.out-of-range /Berth/Depth"});
    CHECK(found<Ship>(ship().with("Reserved", R"([{"Code":"AB","Covered":true}])")) ==
          findings{"error json.missing-member /Reserved/0/Depth"});
    CHECK(found<Ship>(ship().with("Log", R"(["AT_SEA","LOST"])")) ==
          findings{"error enum.unknown-value /Log/1"});
    CHECK(found<Ship>(ship().with("Watches", R"([["Ann"],7])")) ==
          findings{"error json.wrong-type /Watches/1"});
    auto const message = check<Ship>(ship().with("State", in_quotes("HOME")).text())[0].message;
    CHECK(message == "HOME is not one of AT_SEA, IN_PORT. Home is IN_PORT.");
}

TEST_CASE("a user's shape also has editions", "[user_shape]") {
    auto const text = ship().with("Length", "5").with("State", in_quotes("IN_PORT")).with("Berth", "{}");
    check_options const early{.edition = edition::v2017_11_29, .only = {"json.unknown-member", "enum.*"}};
    CHECK(found<Ship>(text, early, severity::note) ==
          findings{"error enum.unknown-value /State", "note json.unknown-member /Length"});
    CHECK(found<Ship>(text, {.only = {"json.unknown-member", "enum.*"}}, severity::note) == none);
}

TEST_CASE("the records of a user's documents are read one by one", "[user_shape]") {
    auto const text = R"({"Owner":"me","Ships":[)" + ship().text() + ",7," +
                      ship().with("Length", "-1").text() + R"(,{"Name":x},)" + ship().text() +
                      R"(],"Cursor":5})";
    auto const report = check<Fleet>(text);
    lines all;
    for (auto const& f : report) all.push_back(fixtures::line_of(f));
    CHECK(all == lines{"error json.wrong-type /Ships/1", "error number.out-of-range /Ships/2/Length",
                       "error json.syntax /Ships/3/Name", "error json.wrong-type /Cursor"});
    CHECK((report.summary().records == 5 && report.summary().rejected == 2));
}

TEST_CASE("the unknown members of a user's shape can be kept", "[user_shape]") {
    unknown_members kept;
    std::string const text =
        R"({"Colour":[1],"Ships":[{"Built":0.0,"Flag":"x","Name":"a","State":"AT_SEA"}]})";
    auto const fleet = parse<Fleet>(text, kept);
    REQUIRE(fleet.has_value());
    CHECK(kept.size() == 2);
    CHECK(to_json(*fleet, kept) == text);
}

TEST_CASE("the rules of a user's shape may be named wherever it is checked", "[user_shape]") {
    check_options const chosen{.only = {has_berth.id.data()}};
    auto const in_port = ship().with("State", in_quotes("IN_PORT")).text();
    auto const is_found = [](auto const& report) {
        return report.size() == 1 && report.begin()->rule == &has_berth;
    };
    CHECK(is_found(check<Ship>(in_port, chosen)));
    report by_checker;
    text_checker checker(chosen, by_checker, nullptr, &shape_rules_of<Ship>);
    static_cast<void>(checker.check(in_port));
    CHECK(is_found(by_checker));
    for (bool const as_shape : {true, false}) {
        dump_options options{.check = chosen};
        if (as_shape) options.shape = &shape_rules_of<Ship>;
        else options.systems = {&harbour::system};
        dump_report found;
        check_dump(std::vector{from_memory(in_port)}, found, options);
        REQUIRE(found.findings.size() == 1);
        CHECK(found.findings[0].what.rule == &has_berth);
    }
}

TEST_CASE("a user's shape may have objects of the library's shapes, with their limits and rules",
          "[user_shape]") {
    std::string const text =
        R"({"Backups":[{"BackupCreationDateTime":2,"BackupExpiryDateTime":3,)"
        R"("BackupName":"weekly"}],"Limit":{"ReadCapacityUnits":1,"WriteCapacityUnits":1}})";
    CHECK(check<Manifest>(text).empty());
    auto const read = parse<Manifest>(text);
    REQUIRE(read.has_value());
    CHECK(read->backups->front().backup_name == "weekly");
    CHECK(parse<Manifest>(to_json(*read)).value() == *read);
    auto const report = check<Manifest>(R"({"Backups":[{"BackupCreationDateTime":2,"BackupExpiryDateTime":1,)"
                                        R"("BackupName":"no"}],"Limit":{"ReadCapacityUnits":1}})");
    lines all;
    for (auto const& f : report) all.push_back(fixtures::line_of(f));
    CHECK(all == lines{"error backup.expiry-before-creation /Backups/0/BackupExpiryDateTime",
                       "error string.length /Backups/0/BackupName",
                       "error json.missing-member /Limit/WriteCapacityUnits"});
}

TEST_CASE("a user's shape has a schema", "[user_shape]") {
    auto const schema = json_schema<Ship>();
    for (std::string const part : {"\"Berth\"", "\"Watches\"", "\"AT_SEA\"", "\"maximum\": 99", "[A-Z]+"}) {
        CAPTURE(part);
        CHECK(schema.find(part) != schema.npos);
    }
}

TEST_CASE("a user's system is recognised together with the known ones", "[user_shape]") {
    std::vector<system_table const*> systems(known_systems().begin(), known_systems().end());
    systems.push_back(&harbour::system);
    auto const text = ship_text + '\n' + R"({"Ships":[)" + ship_text + "]}\n" +
                      fixtures::backup_summary().text() + "\n{\"Nothing\":1}\n";
    report found;
    auto const counts = check_documents(text, {}, found, systems);
    CHECK(counts.documents == 4);
    CHECK(counts.records == 3);
    CHECK(counts.shapes ==
          std::map<std::string_view, std::size_t>{{"BackupSummary", 1}, {"Fleet", 1}, {"Ship", 1}});
    REQUIRE(found.size() == 1);
    CHECK(found[0].rule == &reading::unrecognized);
}

} // namespace model_user_shape_test
