#include <dynabackup/dump/directory.hpp>
#include <dynabackup/items.hpp>

#include <boost/describe/class.hpp>

#include <iomanip>
#include <iostream>

struct Line {
    std::string title;
    int quantity = 0;
};
BOOST_DESCRIBE_STRUCT(Line, (), (title, quantity))

struct Order {
    std::string pk;
    std::string sk;
    double total = 0;
    std::optional<bool> paid;
    std::vector<Line> lines;
};
BOOST_DESCRIBE_STRUCT(Order, (), (pk, sk, total, paid, lines))

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    dynabackup::dump_report report;
    double paid = 0;
    for (auto const& [order, at] :
         dynabackup::items<Order>(dynabackup::from_directory(argv[1]), {}, &report)) {
        std::cout << at.line << ": " << order.pk << ' ' << order.sk << ", " << order.lines.size()
                  << (order.lines.size() == 1 ? " line\n" : " lines\n");
        if (order.paid.value_or(false)) paid += order.total;
    }
    std::cout << "paid: " << std::fixed << std::setprecision(2) << paid << '\n';
    for (auto const& [input, finding] : report.findings)
        std::cout << finding.path << ": " << finding.message << " [" << finding.rule->id << "]\n";
}
