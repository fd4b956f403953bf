#pragma once
/// \file
/// An edition is a date: the API as it was documented on that day.

#include <dynabackup/detail/config.hpp>

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dynabackup {

/// The API as of one day. Editions are ordered by time. `latest` is after every other edition, and is the default
/// everywhere. Write `edition{2018'08'06}`, or the name of the edition if the API changed on that day.
/// Invariant: it is `latest`, or a calendar day on which the backup operations existed.
class edition {
public:
    /// The latest one.
    constexpr edition() noexcept = default;

    /// The API as of a day, given by its digits. A number that from_digits rejects does not compile.
    consteval explicit edition(std::int32_t yyyymmdd) : digits_(yyyymmdd) {
        if (!is_valid(yyyymmdd)) this_is_no_day_of_the_API();
    }

    /// Returns the API as of a day, given by its digits. Returns nothing unless it is a calendar day on which the
    /// backup operations existed: 2017-11-29 or later.
    [[nodiscard]] static constexpr std::optional<edition> from_digits(std::int32_t yyyymmdd) noexcept {
        if (!is_valid(yyyymmdd)) return std::nullopt;
        edition day;
        day.digits_ = yyyymmdd;
        return day;
    }

    /// Returns the day's digits, yyyymmdd. \pre The edition is not `latest`.
    [[nodiscard]] constexpr std::int32_t digits() const noexcept { return digits_; }

    /// By time.
    friend constexpr auto operator<=>(edition, edition) noexcept = default;

    // The days on which the API changed in a way that a backup document shows.
    static const edition v2017_11_29; ///< CreateBackup, DeleteBackup, DescribeBackup, ListBackups
    static const edition v2018_02_08; ///< SSEDescription; the pattern of BackupName
    static const edition v2018_03_26; ///< point-in-time recovery
    static const edition v2018_06_14; ///< SSEType, KMSMasterKeyArn
    static const edition v2018_08_06; ///< BackupType, BackupExpiryDateTime
    static const edition v2018_08_20; ///< SSEStatus UPDATING
    static const edition v2018_11_28; ///< BillingMode
    static const edition v2019_01_16; ///< BackupType AWS_BACKUP; AWS Backup
    static const edition v2019_05_01; ///< 20 global secondary indexes by default instead of 5
    static const edition v2019_06_06; ///< SSEDescription: only ENABLED, UPDATING and KMS are in use
    static const edition v2019_11_12; ///< overrides of a restore
    static const edition v2019_11_21; ///< StreamEnabled becomes required; Replicas
    static const edition v2019_11_26; ///< InaccessibleEncryptionDateTime
    static const edition v2020_02_17; ///< SSESpecificationOverride, SourceTableArn
    static const edition v2020_06_24; ///< AWS Backup: AccountId
    static const edition v2020_09_23; ///< AWS Backup: BackupOptions; names of vaults
    static const edition v2020_10_05; ///< ReplicaInaccessibleDateTime
    static const edition v2020_11_05; ///< ReplicaStatus INACCESSIBLE_ENCRYPTION_CREDENTIALS
    static const edition v2020_11_09; ///< exports
    static const edition v2020_11_18; ///< AWS Backup: SourceBackupVaultArn
    static const edition v2021_08_23; ///< AWS Backup: StatusMessage of a recovery point
    static const edition v2021_12_01; ///< TableClass
    static const edition v2022_05_04; ///< AWS Backup: ByCompleteAfter, ByCompleteBefore
    static const edition v2022_06_17; ///< 100 NonKeyAttributes instead of 20 over all LSIs
    static const edition v2022_08_18; ///< imports
    static const edition v2022_11_28; ///< AWS Backup: composite recovery points
    static const edition v2023_02_08; ///< AWS Backup: ResourceName
    static const edition v2023_03_08; ///< TableSizeBytes is a LongObject
    static const edition v2023_08_08; ///< AWS Backup: BackupVaultAccountId
    static const edition v2023_09_26; ///< incremental exports
    static const edition v2023_11_14; ///< AWS Backup: MessageCategory
    static const edition v2023_11_27; ///< AWS Backup: InitiationDate of a job
    static const edition v2023_12_06; ///< AWS Backup: VaultType
    static const edition v2024_03_15; ///< AWS Backup: ManagedByAWSBackupOnly
    static const edition v2024_03_20; ///< TableName of a request may be an ARN
    static const edition v2024_05_02; ///< OnDemandThroughput
    static const edition v2024_11_13; ///< WarmThroughput
    static const edition v2024_12_03; ///< MultiRegionConsistency
    static const edition v2024_12_17; ///< AWS Backup: IndexStatus
    static const edition v2025_01_07; ///< RecoveryPeriodInDays
    static const edition v2025_04_09; ///< NonKeyAttributes are counted over LSIs and GSIs together
    static const edition v2025_06_02; ///< AWS Backup: RecoveryPointStatus AVAILABLE, CREATING, STOPPED
    static const edition v2025_06_17; ///< AWS Backup: InitiationDate of a recovery point
    static const edition v2025_06_30; ///< GlobalTableWitnesses
    static const edition v2025_10_14; ///< AWS Backup: RecoveryPointLifecycle
    static const edition v2025_11_06; ///< AWS Backup: EncryptionKeyType
    static const edition v2025_11_17; ///< AWS Backup: DeleteAfterEvent
    static const edition
        v2025_11_19; ///< up to four HASH and four RANGE attributes in a GSI; AWS Backup: scans
    static const edition v2026_02_03; ///< GlobalTableSettingsReplicationMode
    static const edition v2026_03_20; ///< ReplicaArn
    static const edition v2026_08_04; ///< VectorIndexes
    static const edition v2026_09_30; ///< FilterSpecification
    static const edition v2026_10_22; ///< DisassociationProtectionEnabled
    static const edition newest;      ///< the last of these days
    static const edition latest;      ///< later than every date

private:
    static constexpr std::int32_t first_day = 2017'11'29;

    static constexpr bool is_valid(std::int32_t yyyymmdd) noexcept {
        using namespace std::chrono;
        year_month_day const day{year{yyyymmdd / 1'00'00},
                                 month{static_cast<unsigned>(yyyymmdd / 1'00 % 1'00)},
                                 std::chrono::day{static_cast<unsigned>(yyyymmdd % 1'00)}};
        return yyyymmdd >= first_day && yyyymmdd <= 9999'12'31 && day.ok();
    }
    static void this_is_no_day_of_the_API() {} // no constant expression calls it

    std::int32_t digits_ = 1'00'00'00'00; ///< after every day
};

inline constexpr edition edition::v2017_11_29{2017'11'29};
inline constexpr edition edition::v2018_02_08{2018'02'08};
inline constexpr edition edition::v2018_03_26{2018'03'26};
inline constexpr edition edition::v2018_06_14{2018'06'14};
inline constexpr edition edition::v2018_08_06{2018'08'06};
inline constexpr edition edition::v2018_08_20{2018'08'20};
inline constexpr edition edition::v2018_11_28{2018'11'28};
inline constexpr edition edition::v2019_01_16{2019'01'16};
inline constexpr edition edition::v2019_05_01{2019'05'01};
inline constexpr edition edition::v2019_06_06{2019'06'06};
inline constexpr edition edition::v2019_11_12{2019'11'12};
inline constexpr edition edition::v2019_11_21{2019'11'21};
inline constexpr edition edition::v2019_11_26{2019'11'26};
inline constexpr edition edition::v2020_02_17{2020'02'17};
inline constexpr edition edition::v2020_06_24{2020'06'24};
inline constexpr edition edition::v2020_09_23{2020'09'23};
inline constexpr edition edition::v2020_10_05{2020'10'05};
inline constexpr edition edition::v2020_11_05{2020'11'05};
inline constexpr edition edition::v2020_11_09{2020'11'09};
inline constexpr edition edition::v2020_11_18{2020'11'18};
inline constexpr edition edition::v2021_08_23{2021'08'23};
inline constexpr edition edition::v2021_12_01{2021'12'01};
inline constexpr edition edition::v2022_05_04{2022'05'04};
inline constexpr edition edition::v2022_06_17{2022'06'17};
inline constexpr edition edition::v2022_08_18{2022'08'18};
inline constexpr edition edition::v2022_11_28{2022'11'28};
inline constexpr edition edition::v2023_02_08{2023'02'08};
inline constexpr edition edition::v2023_03_08{2023'03'08};
inline constexpr edition edition::v2023_08_08{2023'08'08};
inline constexpr edition edition::v2023_09_26{2023'09'26};
inline constexpr edition edition::v2023_11_14{2023'11'14};
inline constexpr edition edition::v2023_11_27{2023'11'27};
inline constexpr edition edition::v2023_12_06{2023'12'06};
inline constexpr edition edition::v2024_03_15{2024'03'15};
inline constexpr edition edition::v2024_03_20{2024'03'20};
inline constexpr edition edition::v2024_05_02{2024'05'02};
inline constexpr edition edition::v2024_11_13{2024'11'13};
inline constexpr edition edition::v2024_12_03{2024'12'03};
inline constexpr edition edition::v2024_12_17{2024'12'17};
inline constexpr edition edition::v2025_01_07{2025'01'07};
inline constexpr edition edition::v2025_04_09{2025'04'09};
inline constexpr edition edition::v2025_06_02{2025'06'02};
inline constexpr edition edition::v2025_06_17{2025'06'17};
inline constexpr edition edition::v2025_06_30{2025'06'30};
inline constexpr edition edition::v2025_10_14{2025'10'14};
inline constexpr edition edition::v2025_11_06{2025'11'06};
inline constexpr edition edition::v2025_11_17{2025'11'17};
inline constexpr edition edition::v2025_11_19{2025'11'19};
inline constexpr edition edition::v2026_02_03{2026'02'03};
inline constexpr edition edition::v2026_03_20{2026'03'20};
inline constexpr edition edition::v2026_08_04{2026'08'04};
inline constexpr edition edition::v2026_09_30{2026'09'30};
inline constexpr edition edition::v2026_10_22{2026'10'22};
inline constexpr edition edition::newest = edition::v2026_10_22;
inline constexpr edition edition::latest{};

/// `2018-08-06`, or `latest`.
DYNABACKUP_INLINE std::string to_text(edition day);

/// Reads `latest` or a calendar day `YYYY-MM-DD`. Returns nothing for another text, and for a day before the backup
/// operations existed.
[[nodiscard]] DYNABACKUP_INLINE std::optional<edition> read_edition(std::string_view text);

} // namespace dynabackup

#if DYNABACKUP_DEFINE

#include <charconv>
#include <cstddef>
#include <system_error>

namespace dynabackup {

DYNABACKUP_INLINE std::string to_text(edition day) {
    if (day == edition::latest) return "latest";
    auto const digits = std::to_string(day.digits());
    return digits.substr(0, 4) + '-' + digits.substr(4, 2) + '-' + digits.substr(6);
}

DYNABACKUP_INLINE std::optional<edition> read_edition(std::string_view text) {
    if (text == "latest") return edition::latest;
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
    auto number = [&](std::size_t from, std::size_t size) {
        int value = -1;
        auto const* last = text.data() + from + size;
        auto [end, error] = std::from_chars(text.data() + from, last, value);
        return error == std::errc{} && end == last ? value : -1;
    };
    int const y = number(0, 4), m = number(5, 2), d = number(8, 2);
    if (y < 0 || m < 0 || d < 0) return {};
    return edition::from_digits(y * 1'00'00 + m * 1'00 + d);
}

} // namespace dynabackup

#endif
