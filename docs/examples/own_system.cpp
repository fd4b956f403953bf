#include <dynabackup/check_documents.hpp>
#include <dynabackup/dynabackup.hpp>
#include <dynabackup/model/system.hpp>

#include <boost/describe/class.hpp>

#include <iostream>
#include <iterator>

namespace acme {

using namespace dynabackup;

template <class T>
constexpr dialect_facts dialect(std::type_identity<T>) {
    return {.pascal_case = true, .null_is_absent = false, .epoch_seconds = false, .system = "acme"};
}

// A record. Records are counted, and damage in a list of records costs only one of them.
struct Vault {
    std::string vault_name{};
    std::optional<std::int64_t> backups{};
};
BOOST_DESCRIBE_STRUCT(Vault, (), (vault_name, backups))
template <std::same_as<Vault> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::vault_name>(), describe<&T::backups>()};
}
constexpr bool is_record(std::type_identity<Vault>) { return true; }

struct VaultList {
    std::optional<std::vector<Vault>> vaults{};
};
BOOST_DESCRIBE_STRUCT(VaultList, (), (vaults))
template <std::same_as<VaultList> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::vaults>()};
}

// Each member that identifies a document sets a bit. A document has the first type whose bits are all set.
inline constexpr std::array clues{document_clue{"Vaults", 1}, document_clue{"VaultName", 2}};
inline constexpr std::array documents{
    document_type{.clues = 1, .shape = &shape_rules_of<VaultList>, .is_list = true},
    document_type{.clues = 2, .shape = &shape_rules_of<Vault>}};
inline constexpr std::array<shape_rules const*, 2> shapes{&shape_rules_of<Vault>, &shape_rules_of<VaultList>};
// After damage, reading continues where one of these members begins an object.
inline constexpr std::array<std::string_view, 2> sync_names{"Vaults", "VaultName"};
inline constexpr system_table system{
    .name = "acme", .shapes = shapes, .clues = clues, .documents = documents, .sync_names = sync_names};

} // namespace acme

int main() {
    std::string const text{std::istreambuf_iterator<char>(std::cin), {}};
    std::vector<dynabackup::system_table const*> systems{&acme::system};
    for (auto const* known : dynabackup::known_systems()) systems.push_back(known);

    dynabackup::report found;
    auto const counts = dynabackup::check_documents(text, {}, found, systems);
    for (dynabackup::finding const& f : found)
        std::cout << f.line << ':' << f.column << ' ' << f.path << ": " << f.message << " [" << f.rule->id
                  << "]\n";
    for (auto const& [shape, n] : counts.shapes) std::cout << shape << ": " << n << '\n';
    std::cout << counts.records << " records, " << counts.rejected << " of them rejected\n";
}
