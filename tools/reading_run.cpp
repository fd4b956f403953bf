#include "reading_run.hpp"

namespace dynabackup::tool {

reading_run::reading_run(reading_request const& request, input_kind kind)
    : request_(request),
      inputs_((kind == input_kind::exports ? find_export_inputs : find_inputs)(
          request.paths, [this](auto name, auto reason, bool warning) { report(name, reason, warning); },
          request.options.allow_empty)),
      progress_(request.progress, inputs_.size, progress::clock::now()),
      findings_(wants_color(request.color, STDERR_FILENO), screen_width(STDERR_FILENO)) {}

dump_options reading_run::options_for(std::span<rule const* const> rules) const {
    auto chosen = request_.options;
    for (auto const* r : rules) chosen.only.emplace_back(r->id);
    chosen.excerpt_bytes = findings_.excerpt_bytes();
    return {.check = std::move(chosen), .jobs = thread_count(request_.jobs), .shape = request_.shape};
}

void reading_run::report(std::string_view name, std::string_view reason, bool warning) {
    if (!warning) ++unreadable_;
    complain_of(name, reason, warning);
}

void reading_run::problem(std::string_view name, std::string_view reason) {
    progress_.hide();
    report(name, reason, false);
}

void reading_run::take(finding&& found) {
    if (!is_loss(found)) return;
    damaged_ |= found.severity == severity::error;
    std::string text;
    findings_.show(text, name_, found);
    progress_.hide();
    static_cast<void>(write_all(STDERR_FILENO, text));
}

} // namespace dynabackup::tool
