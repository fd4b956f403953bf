#include "conversion.hpp"

namespace dynabackup::tool {

summary conversion::read(converted_records const& like, std::span<rule const* const> rules) {
    return read_chunks(
        inputs_.all, like,
        [this](record_collector& collected, std::string_view) {
            write(static_cast<converted_records&>(collected));
        },
        options_for(rules), this);
}

void conversion::report_recordless(std::string_view record) const {
    if (recordless_ == 0) return;
    bool const one = recordless_ == 1;
    complain(fmt::format("{} no {} and {} left out",
                         one ? "1 document has" : fmt::format("{} documents have", recordless_), record,
                         one ? "was" : "were"));
}

} // namespace dynabackup::tool
