#pragma once
/// \file
/// The rules that requests for exports and imports set for their responses.

#include <dynabackup/aws/tables.hpp>
#include <dynabackup/custom_rule.hpp>
#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/rules/table_exchange.hpp>

#include <array>
#include <concepts>
#include <vector>

namespace dynabackup::aws {

/// The rules that a request sets for its response: see table_exchange.hpp.
template <std::same_as<ExportTableToPointInTimeInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in);
template <std::same_as<DescribeExportInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in);
template <std::same_as<ListExportsInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in);
template <std::same_as<ImportTableInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in);
template <std::same_as<DescribeImportInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in);
template <std::same_as<ListImportsInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in);

} // namespace dynabackup::aws

#if DYNABACKUP_DEFINE

#include <dynabackup/rules/exchange.hpp>
#include <dynabackup/rules/export_call.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dynabackup::aws {

template <std::same_as<ExportTableToPointInTimeInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in) {
    using Answer = typename decltype(response_of(std::type_identity<T>{}))::type;
    using Export = typename decltype(Answer::export_description)::value_type;
    constexpr auto const& echo = exchange::export_echo;
    std::vector<user_rule> rules;
    exchange::expect_same<&T::table_arn, &Export::table_arn>(rules, echo, request, in);
    exchange::expect_same<&T::export_time, &Export::export_time>(rules, echo, request, in);
    exchange::expect_same<&T::client_token, &Export::client_token>(rules, echo, request, in);
    exchange::expect_same<&T::s3_bucket, &Export::s3_bucket>(rules, echo, request, in);
    exchange::expect_same<&T::s3_bucket_owner, &Export::s3_bucket_owner>(rules, echo, request, in);
    exchange::expect_same<&T::s3_prefix, &Export::s3_prefix>(rules, echo, request, in);
    exchange::expect_same<&T::s3_sse_algorithm, &Export::s3_sse_algorithm>(rules, echo, request, in);
    exchange::expect_same<&T::s3_sse_kms_key_id, &Export::s3_sse_kms_key_id>(rules, echo, request, in);
    exchange::expect_same<&T::export_format, &Export::export_format>(rules, echo, request, in);
    exchange::expect_same<&T::export_type, &Export::export_type>(rules, echo, request, in);
    return rules;
}

template <std::same_as<DescribeExportInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in) {
    using Answer = typename decltype(response_of(std::type_identity<T>{}))::type;
    using Export = typename decltype(Answer::export_description)::value_type;
    std::vector<user_rule> rules;
    exchange::expect_same<&T::export_arn, &Export::export_arn>(rules, exchange::export_echo, request, in);
    return rules;
}

template <std::same_as<ListExportsInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in) {
    using Page = typename decltype(response_of(std::type_identity<T>{}))::type;
    using Export = typename decltype(Page::export_summaries)::value_type::value_type;
    constexpr std::int64_t unless_asked = 25;
    std::vector<user_rule> rules;
    exchange::expect_at_most<&T::max_results, &Page::export_summaries>(rules, exchange::export_limit, request,
                                                                       in, unless_asked);
    if (auto const asked = exchange::asked_for<&T::table_arn>(request, in))
        rules.push_back(make_user_rule<Export>(
            exchange::export_echo, [asked = *asked](Export const& e, rule_context& of_answer) {
                auto const* const text = known<&Export::export_arn>(e, of_answer);
                auto const table = text ? export_call::table_in_arn(*text) : std::string_view();
                if (!table.empty() && table != asked)
                    of_answer.fail({wire_name<&Export::export_arn>},
                                   "The request is for exports of the table ", asked, '.');
            }));
    return rules;
}

template <std::same_as<ImportTableInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in) {
    using Answer = typename decltype(response_of(std::type_identity<T>{}))::type;
    using Import = decltype(Answer::import_table_description);
    constexpr auto const& echo = exchange::import_echo;
    std::vector<user_rule> rules;
    exchange::expect_same<&T::client_token, &Import::client_token>(rules, echo, request, in);
    exchange::expect_same<&T::input_format, &Import::input_format>(rules, echo, request, in);
    exchange::expect_same<&T::input_compression_type, &Import::input_compression_type>(rules, echo, request,
                                                                                       in);
    return rules;
}

template <std::same_as<DescribeImportInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in) {
    using Answer = typename decltype(response_of(std::type_identity<T>{}))::type;
    using Import = decltype(Answer::import_table_description);
    std::vector<user_rule> rules;
    exchange::expect_same<&T::import_arn, &Import::import_arn>(rules, exchange::import_echo, request, in);
    return rules;
}

template <std::same_as<ListImportsInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in) {
    using Page = typename decltype(response_of(std::type_identity<T>{}))::type;
    std::vector<user_rule> rules;
    exchange::expect_at_most<&T::page_size, &Page::import_summary_list>(rules, exchange::import_limit,
                                                                        request, in);
    return rules;
}

#ifdef DYNABACKUP_SOURCE
template std::vector<user_rule> expected(ExportTableToPointInTimeInput const&, rule_context const&);
template std::vector<user_rule> expected(DescribeExportInput const&, rule_context const&);
template std::vector<user_rule> expected(ListExportsInput const&, rule_context const&);
template std::vector<user_rule> expected(ImportTableInput const&, rule_context const&);
template std::vector<user_rule> expected(DescribeImportInput const&, rule_context const&);
template std::vector<user_rule> expected(ListImportsInput const&, rule_context const&);
#endif

} // namespace dynabackup::aws

#endif
