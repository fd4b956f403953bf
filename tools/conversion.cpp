#include "conversion.hpp"

#include "input.hpp"

namespace dynabackup::tool {

conversion::conversion(conversion_request const& request)
    : request_(request),
      inputs_(find_inputs(
          request.paths, [this](auto name, auto reason, bool warning) { report(name, reason, warning); },
          request.options.allow_empty)),
      progress_(request.progress, inputs_.size, progress::clock::now()),
      findings_(wants_color(request.color, STDERR_FILENO), screen_width(STDERR_FILENO)) {}

summary conversion::read(target to, std::initializer_list<rule const*> rules) {
    auto chosen = request_.options;
    for (auto const* r : rules) chosen.only.emplace_back(r->id);
    chosen.excerpt_bytes = findings_.excerpt_bytes();
    return read_chunks(
        inputs_.all, converted_records(to),
        [this](record_collector& collected, std::string_view) {
            write(static_cast<converted_records&>(collected));
        },
        {.check = std::move(chosen), .jobs = thread_count(request_.jobs), .shape = request_.shape}, this);
}

void conversion::report_recordless() const {
    if (recordless_ == 0) return;
    bool const one = recordless_ == 1;
    complain(fmt::format("{} no backup and {} left out",
                         one ? "1 document has" : fmt::format("{} documents have", recordless_),
                         one ? "was" : "were"));
}

void conversion::report(std::string_view name, std::string_view reason, bool warning) {
    if (!warning) ++unreadable_;
    complain_of(name, reason, warning);
}

void conversion::problem(std::string_view name, std::string_view reason) {
    progress_.hide();
    report(name, reason, false);
}

void conversion::take(finding&& found) {
    if (!is_loss(found)) return;
    damaged_ |= found.severity == severity::error;
    std::string text;
    findings_.show(text, name_, found);
    progress_.hide();
    static_cast<void>(write_all(STDERR_FILENO, text));
}

} // namespace dynabackup::tool
