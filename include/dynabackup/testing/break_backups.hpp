#pragma once
/// \file
/// What breaks the rules on a backup: its expiry, its names and ARNs, in a page of backups or described by itself.

#include <dynabackup/testing/breaker.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace dynabackup::testing {

/// The text of a member; if it is absent, an empty one that is put there.
inline std::string& text_of(std::string& member) { return member; }
inline std::string& text_of(std::optional<std::string>& member) {
    return member ? *member : member.emplace();
}

/// Where the table's ARN ends in that of a backup of it; npos in every other ARN.
inline std::size_t behind_table(std::string_view arn) { return arn.find("/backup/"); }

/// Makes the account another one in the ARN of a table or of its backup.
inline void change_account(std::string& arn, scene& s) {
    char& digit = arn[arn.find(":table/") - 1 - s.random().below(12)];
    digit = digit == '9' ? '0' : static_cast<char>(digit + 1);
}

/// More than a second, which is the tolerance where times are compared.
inline std::chrono::milliseconds draw_span(scene& s, std::chrono::milliseconds longest) {
    return std::chrono::milliseconds{s.random().log_between(1001, longest.count())};
}

namespace detail {

/// Breaks a rule in one backup of a page: `change(backup, scene)`.
template <class Change>
constexpr model_breaker in_page(rule const& r, Change) {
    return broken<aws::ListBackupsOutput>(r, [](aws::ListBackupsOutput& page, scene& s) {
        auto* const backup = any_of(page.backup_summaries, s);
        return backup && Change{}(*backup, s);
    });
}

/// Breaks a rule in the details of a backup, with its table beside them: `change(details, scene)`.
template <class Change>
constexpr model_breaker in_details(rule const& r, Change) {
    return broken<aws::DescribeBackupOutput>(r, [](aws::DescribeBackupOutput& answer, scene& s) {
        return Change{}(*answer.backup_description->backup_details, s);
    });
}

/// Breaks a rule in the table of a backup: `change(table, scene)`.
template <class Change>
constexpr model_breaker in_table(rule const& r, Change) {
    return broken<aws::DescribeBackupOutput>(r, [](aws::DescribeBackupOutput& answer, scene& s) {
        return Change{}(*answer.backup_description->source_table_details, s);
    });
}

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

/// USER backups do not expire, and the expiry of SYSTEM ones is fixed. So it is a backup of another type, or one in a
/// page, where the type may be left out. Its creation; null if there is no such backup here.
template <class T>
timestamp const* may_expire(T& b) {
    if (is_type(b, aws::BackupType::SYSTEM)) return nullptr;
    if constexpr (is_optional<std::remove_cvref_t<decltype(b.backup_type)>>) b.backup_type.reset();
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
    auto const at = behind_table(arn);
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
    auto const at = behind_table(arn);
    if (at == arn.npos) return false;
    arn.insert(at, s.random().one_in(2) ? "-old" : ".2");
    return true;
};

inline constexpr auto name_other_table_beside = [](auto& t, scene& s) {
    if (!get(t.table_arn)) return false;
    text_of(t.table_arn) += s.random().one_in(2) ? "-old" : ".2";
    return true;
};

/// Its table's ARN is beside it.
inline constexpr auto name_other_account = [](auto& b, scene& s) {
    auto& arn = text_of(b.backup_arn);
    if (behind_table(arn) == arn.npos) return false;
    change_account(arn, s);
    return true;
};

inline constexpr auto name_other_time = [](auto& b, scene& s) {
    auto& arn = text_of(b.backup_arn);
    auto const at = behind_table(arn);
    auto const* const created = get(b.backup_creation_date_time);
    if (at == arn.npos || !created) return false;
    auto const other = std::chrono::ceil<std::chrono::milliseconds>(created->time_since_epoch()) +
                       draw_span(s, date::days{1000});
    std::string digits;
    append_number(digits, static_cast<std::uint64_t>(other.count()), 14);
    arn.replace(at + 8, 14, digits);
    return true;
};

} // namespace detail

inline constexpr std::array backup_breakers{
    detail::in_page(expiry::system_expiry, detail::expire_late),
    detail::in_details(expiry::system_expiry, detail::expire_late),
    detail::in_page(expiry::system_expiry_missing, detail::expire_never),
    detail::in_details(expiry::system_expiry_missing, detail::expire_never),
    detail::in_page(expiry::user_expiry, detail::expire_though_users),
    detail::in_details(expiry::user_expiry, detail::expire_though_users),
    detail::in_page(expiry::expiry_before_creation, detail::expire_early),
    detail::in_details(expiry::expiry_before_creation, detail::expire_early),
    detail::in_page(expiry::expired, detail::expire_unnoticed),
    detail::in_details(expiry::expired, detail::expire_unnoticed),
    detail::in_page(expiry::system_backup_name, detail::name_as_users_do),
    detail::in_details(expiry::system_backup_name, detail::name_as_users_do),
    detail::in_page(reading::string_length, detail::spoil_length),
    detail::in_details(reading::string_length, detail::spoil_length),
    detail::in_page(reading::string_pattern, detail::spoil_pattern),
    detail::in_details(reading::string_pattern, detail::spoil_pattern),
    detail::in_page(arn::backup_format, detail::spoil_arn),
    detail::in_details(arn::backup_format, detail::spoil_arn),
    detail::in_page(arn::backup_table, detail::name_other_table),
    detail::in_details(arn::backup_table, detail::name_other_table),
    detail::in_page(
        arn::backup_account,
        [](aws::BackupSummary& b, scene& s) { return b.table_arn && detail::name_other_account(b, s); }),
    broken<aws::DescribeBackupOutput>(arn::backup_account,
                                      [](aws::DescribeBackupOutput& answer, scene& s) {
                                          auto& d = *answer.backup_description;
                                          return d.source_table_details->table_arn &&
                                                 detail::name_other_account(*d.backup_details, s);
                                      }),
    detail::in_page(arn::backup_timestamp, detail::name_other_time),
    detail::in_details(arn::backup_timestamp, detail::name_other_time),
    detail::in_page(arn::table_format, detail::spoil_table_arn),
    detail::in_table(arn::table_format, detail::spoil_table_arn),
    detail::in_page(arn::table_name, detail::name_other_table_beside),
    detail::in_table(arn::table_name, detail::name_other_table_beside),
    broken<aws::DescribeBackupOutput>(expiry::created_before_table,
                                      [](aws::DescribeBackupOutput& answer, scene& s) {
                                          auto& d = *answer.backup_description;
                                          d.source_table_details->table_creation_date_time =
                                              d.backup_details->backup_creation_date_time +
                                              draw_span(s, date::days{100});
                                          return true;
                                      }),
};

} // namespace dynabackup::testing
