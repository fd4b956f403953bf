#pragma once
/// \file
/// Breaks the rules on a backup: on its expiry, its names and its ARNs, in a page of backups or in a description.

#include <dynabackup/rules/backup_arn.hpp>
#include <dynabackup/rules/expiry.hpp>
#include <dynabackup/rules/reading.hpp>
#include <dynabackup/testing/detail/mutation.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dynabackup::testing::detail {

/// Returns the text of a member. Creates it if it is absent.
inline std::string& text_of(std::string& member) { return member; }
inline std::string& text_of(std::optional<std::string>& member) {
    return member ? *member : member.emplace();
}

/// Returns the end of the table's ARN in the ARN of a backup; npos for any other ARN.
inline std::size_t end_of_table(std::string_view arn) { return arn.find("/backup/"); }

/// Changes the account in the ARN of a table or of its backup.
inline void change_account(std::string& arn, scene& s) {
    char& digit = arn[arn.find(":table/") - 1 - s.random().below(12)];
    digit = digit == '9' ? '0' : static_cast<char>(digit + 1);
}

/// Returns a duration above one second, the tolerance with which times are compared.
inline std::chrono::milliseconds draw_span(scene& s, std::chrono::milliseconds longest) {
    return std::chrono::milliseconds{s.random().log_between(1001, longest.count())};
}

/// Returns whether a backup is of that type.
template <class T>
bool is_type(T const& b, aws::BackupType type) {
    return enumerator(b.backup_type) == type;
}

// ---- expiry ----

inline constexpr auto expire_late = [](auto& b, scene& s) {
    if (!is_type(b, aws::BackupType::SYSTEM) || !get(b.backup_creation_date_time)) return false;
    *b.backup_expiry_date_time += draw_span(s, date::days{1000});
    return true;
};

inline constexpr auto expire_never = [](auto& b, scene&) {
    b.backup_expiry_date_time.reset();
    return is_type(b, aws::BackupType::SYSTEM);
};

inline constexpr auto expire_though_users = [](auto& b, scene& s) {
    b.backup_expiry_date_time = timestamp{s.now() + draw_span(s, date::days{1000})};
    return is_type(b, aws::BackupType::USER);
};

/// Returns the creation of a backup whose expiry may have any value; null if its expiry may not. USER backups do not
/// expire, and the expiry of SYSTEM backups is fixed. In a page, the type may be left out.
template <class T>
timestamp const* may_expire(T& b) {
    if (is_type(b, aws::BackupType::SYSTEM)) return nullptr;
    if constexpr (requires { b.backup_type.reset(); }) b.backup_type.reset();
    else if (!is_type(b, aws::BackupType::AWS_BACKUP)) return nullptr;
    return get(b.backup_creation_date_time);
}

inline constexpr auto expire_early = [](auto& b, scene& s) {
    auto const* const created = may_expire(b);
    if (!created) return false;
    b.backup_expiry_date_time = *created - draw_span(s, date::days{100});
    b.backup_status = aws::BackupStatus::DELETED;
    return true;
};

inline constexpr auto expire_unnoticed = [](auto& b, scene& s) {
    auto const* const created = may_expire(b);
    if (!created) return false;
    b.backup_expiry_date_time = *created + (timestamp{s.now()} - *created) / 2;
    b.backup_status = aws::BackupStatus::AVAILABLE;
    return true;
};

// ---- names ----

inline constexpr auto name_as_users_do = [](auto& b, scene& s) {
    s.name_backup(text_of(b.backup_name));
    return is_type(b, aws::BackupType::SYSTEM);
};

inline constexpr auto spoil_length = [](auto& b, scene& s) {
    auto const size = s.random().one_in(2) ? 1 + s.random().below(2) : 256 + s.random().below(50);
    text_of(b.backup_name).assign(size, 'x');
    return !is_type(b, aws::BackupType::SYSTEM);
};

inline constexpr auto spoil_pattern = [](auto& b, scene& s) {
    constexpr std::array<std::string_view, 4> signs{" ", "$", "/", "é"};
    (text_of(b.backup_name) += "now") += s.random().pick(signs);
    auto const* const documented = aws::simple::BackupName.at(s.edition()).pattern;
    return documented && !is_type(b, aws::BackupType::SYSTEM);
};

// ---- ARNs ----

inline constexpr auto spoil_arn = [](auto& b, scene& s) {
    auto& arn = text_of(b.backup_arn);
    auto const at = end_of_table(arn);
    switch (s.random().below(4)) {
    case 0: arn.pop_back(); break;
    case 1: arn += "-1"; break;
    case 2: arn[0] = 'A'; break;
    default: arn.insert(at == arn.npos ? arn.find(":backup:") + 7 : at + 7, "s"); break;
    }
    return true;
};

inline constexpr auto spoil_table_arn = [](auto& t, scene& s) {
    auto& arn = text_of(t.table_arn);
    if (arn.empty()) return false;
    switch (s.random().below(4)) {
    case 0: arn.erase(arn.find(":table/") - 1, 1); break;
    case 1: arn += "/index"; break;
    case 2: arn.erase(0, 4); break;
    default: arn.replace(arn.find(":table/"), 7, ":tables/"); break;
    }
    return true;
};

inline constexpr auto name_other_table = [](auto& b, scene& s) {
    auto& arn = text_of(b.backup_arn);
    auto const at = end_of_table(arn);
    if (at == arn.npos) return false;
    arn.insert(at, s.random().one_in(2) ? "-old" : ".2");
    return true;
};

inline constexpr auto name_other_table_beside = [](auto& t, scene& s) {
    if (!get(t.table_arn)) return false;
    text_of(t.table_arn) += s.random().one_in(2) ? "-old" : ".2";
    return true;
};

/// \pre The ARN of its table is beside it.
inline constexpr auto name_other_account = [](auto& b, scene& s) {
    auto& arn = text_of(b.backup_arn);
    if (end_of_table(arn) == arn.npos) return false;
    change_account(arn, s);
    return true;
};

inline constexpr auto name_other_time = [](auto& b, scene& s) {
    auto& arn = text_of(b.backup_arn);
    auto const at = end_of_table(arn);
    auto const* const created = get(b.backup_creation_date_time);
    if (at == arn.npos || !created) return false;
    auto const other = std::chrono::ceil<std::chrono::milliseconds>(created->time_since_epoch()) +
                       draw_span(s, date::days{1000});
    std::string digits;
    append_number(digits, static_cast<std::uint64_t>(other.count()), 14);
    arn.replace(at + 8, 14, digits);
    return true;
};

// ---- all mutations ----

inline constexpr std::array backup_mutations{
    in_page(expiry::system_expiry, expire_late),
    in<details_of>(expiry::system_expiry, expire_late),
    in_page(expiry::system_expiry_missing, expire_never),
    in<details_of>(expiry::system_expiry_missing, expire_never),
    in_page(expiry::user_expiry, expire_though_users),
    in<details_of>(expiry::user_expiry, expire_though_users),
    in_page(expiry::expiry_before_creation, expire_early),
    in<details_of>(expiry::expiry_before_creation, expire_early),
    in_page(expiry::expired, expire_unnoticed),
    in<details_of>(expiry::expired, expire_unnoticed),
    in_page(expiry::system_backup_name, name_as_users_do),
    in<details_of>(expiry::system_backup_name, name_as_users_do),
    in_page(reading::string_length, spoil_length),
    in<details_of>(reading::string_length, spoil_length),
    in_page(reading::string_pattern, spoil_pattern),
    in<details_of>(reading::string_pattern, spoil_pattern),
    in_page(arn::backup_format, spoil_arn),
    in<details_of>(arn::backup_format, spoil_arn),
    in_page(arn::backup_table, name_other_table),
    in<details_of>(arn::backup_table, name_other_table),
    in_page(arn::backup_account,
            [](aws::BackupSummary& b, scene& s) { return b.table_arn && name_other_account(b, s); }),
    breaks(arn::backup_account,
           [](description& answer, scene& s) {
               return table_of(answer).table_arn && name_other_account(details_of(answer), s);
           }),
    in_page(arn::backup_timestamp, name_other_time),
    in<details_of>(arn::backup_timestamp, name_other_time),
    in_page(arn::table_format, spoil_table_arn),
    in<table_of>(arn::table_format, spoil_table_arn),
    in_page(arn::table_name, name_other_table_beside),
    in<table_of>(arn::table_name, name_other_table_beside),
    breaks(expiry::created_before_table,
           [](description& answer, scene& s) {
               auto const created = details_of(answer).backup_creation_date_time;
               table_of(answer).table_creation_date_time = created + draw_span(s, date::days{100});
               return true;
           }),
};

} // namespace dynabackup::testing::detail
