// Calls each function of the umbrella header and of check_documents.hpp once.
#include <dynabackup/check_documents.hpp>
#include <dynabackup/detail/validate/validate.hpp>
#include <dynabackup/dynabackup.hpp>

using namespace dynabackup;

constexpr std::string_view page = R"({"BackupSummaries":[{"BackupName":"weekly","Colour":"red"}]})";

constexpr rule never_weekly{"acme.never-weekly", severity::error, edition::v2017_11_29, "", ""};

bool reads() {
    unknown_members kept;
    auto const model = parse<aws::ListBackupsOutput>(page, kept);
    return model && kept.size() == 1 && to_json(*model, kept) == page && validate(*model).ok() &&
           to_json(*model) == R"({"BackupSummaries":[{"BackupName":"weekly"}]})" &&
           view(model->backup_summaries->front()).name == "weekly" && !parse<clumio::Error>("[]");
}

bool checks() {
    check_options chosen;
    chosen.rules = {
        make_user_rule<aws::BackupSummary>(never_weekly, [](aws::BackupSummary const& b, auto const& in) {
            using T = aws::BackupSummary;
            auto const* const name = known<&T::backup_name>(b, in);
            if (name && *name == "weekly") in.fail({wire_name<&T::backup_name>}, "Weekly.");
        })};
    report found;
    auto const counts = check_documents(page, {}, found);
    input_state input;
    report of_input;
    auto counts_of_input = check_documents(page, {}, of_input, input);
    input.end(of_input, counts_of_input);
    auto const exchanged = check_exchange<aws::ListBackupsInput>(R"({"Limit":0})", page);
    return check<aws::ListBackupsOutput>(page).size() == 1 &&
           !check<aws::ListBackupsOutput>(page, chosen).ok() && counts.records == 1 && found.size() == 1 &&
           of_input.size() == 1 && !exchanged.request.ok() && !exchanged.response.ok() &&
           check_exchange(aws::ListBackupsInput{}, aws::ListBackupsOutput{}).ok();
}
