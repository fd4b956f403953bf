#pragma once
/// \file
/// The facts behind a generated document: an account, one of its tables, a backup of that table. Members with the same
/// meaning take their values from here, so that names, ARNs and times agree throughout a document.

#include <dynabackup/aws/enums.hpp>
#include <dynabackup/rules/expiry.hpp>
#include <dynabackup/testing/detail/random_source.hpp>
#include <dynabackup/testing/detail/words.hpp>
#include <dynabackup/testing/generate_options.hpp>

#include <date/date.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup::testing::detail {

/// The facts of a document, and the source of its random numbers.
class scene {
public:
    using milliseconds = std::chrono::milliseconds;

    struct table_facts {
        std::string name, arn, id;
        milliseconds created{};
        bool on_demand = false; ///< the table pays per request
        bool sorted = false;    ///< it has a sort key
        std::size_t keys =
            0; ///< its partition key, as an index into words::keys; the next one is the sort key
    };
    struct backup_facts {
        std::string arn, name;
        timestamp created{};
        std::optional<timestamp> expires{};
        aws::BackupType type{}; ///< USER in editions without types
        aws::BackupStatus status{};
    };

    explicit scene(std::uint64_t seed, generate_options const& chosen = {})
        : options_(chosen), random_(seed) {
        restart(seed);
    }

    /// Starts another document, as a new scene with this seed would.
    void restart(std::uint64_t seed) {
        random_ = random_source(seed);
        in_record_ = used_ = false;
        tables_seed_ = random_.next();
        // Half of the accounts are in the two busiest regions.
        region_ = random_.one_in(2) ? aws_regions[random_.one_in(3) ? 5 : 0] : random_.pick(aws_regions);
        account_.clear();
        append_number(account_, random_.next() % 999'999'999'999 + 1, 12);
        tables_ = static_cast<std::size_t>(random_.log_between(1, 63));
        begin_backup();
    }

    random_source& random() { return random_; }
    generate_options const& options() const { return options_; }
    dynabackup::edition edition() const { return options_.edition; }
    aws_region const& region() const { return region_; }
    std::string const& account() const { return account_; }
    table_facts const& table() const { return table_; }
    backup_facts const& backup() const { return backup_; }

    /// Starts a record. Returns true for the outermost one, which describes a backup of its own.
    bool enter_record() {
        if (std::exchange(in_record_, true)) return false;
        if (std::exchange(used_, true)) begin_backup();
        return true;
    }
    void leave_record() { in_record_ = false; }

    /// Returns whether to leave out an optional member: never in ordinary documents, often in rare ones.
    bool leaves_out() { return rare_ && random_.one_in(3); }
    /// Returns whether the document has values that are valid but unusual.
    bool is_rare() const { return rare_; }

    // ---- texts ----

    /// Names an index. Within a record, each name differs from all earlier ones.
    void name_index(std::string& out) {
        auto const n = indexes_++, size = words::indexes.size();
        out = words::indexes[(first_index_ + n) % size];
        if (n >= size) append_number(out += '-', n);
    }

    /// Returns the name of key i. Consecutive numbers give different names.
    static std::string_view key(std::size_t i) { return words::keys[i % words::keys.size()]; }

    /// Names `count` attributes, all different, none of them a key. \pre count <= words::attributes.size()
    void name_attributes(std::vector<std::string>& out, std::size_t count) {
        out.resize(count);
        auto const first = random_.below(words::attributes.size());
        for (std::size_t i = 0; i < count; ++i)
            out[i] = words::attributes[(first + i) % words::attributes.size()];
        if (rare_ && count > 0) out[0] = random_.pick(words::rare_attributes);
    }
    /// The number of attributes that the table's projections may still add: they share a limit.
    std::size_t& attributes_left() { return attributes_left_; }

    /// Makes the ARN of an encryption key of the account.
    void name_kms_key(std::string& out) {
        begin_arn(out, ":kms:") += ":key/";
        append_uuid(out, random_);
    }

    /// Makes a name that a user might give to the backup.
    void name_backup(std::string& out) {
        if (random_.one_in(2)) out = words::backups[random_.below(words::backups.size())];
        else (out = table_.name) += "-backup";
        if (random_.one_in(4)) return;
        date::year_month_day const day{date::floor<date::days>(backup_.created)};
        append_number(out += '-', static_cast<unsigned>(static_cast<int>(day.year())), 4);
        append_number(out += '-', static_cast<unsigned>(day.month()), 2);
        append_number(out += '-', static_cast<unsigned>(day.day()), 2);
    }

    /// Returns a time between the creation of the table and now, to the millisecond.
    milliseconds draw_time() {
        return milliseconds{random_.between(table_.created.count(), now().count() - 1)};
    }

    /// Returns the time of the documents.
    milliseconds now() const {
        constexpr timestamp earliest = date::sys_days{date::year{2018} / 1 / 1};
        return std::chrono::duration_cast<milliseconds>(std::max(options_.now, earliest).time_since_epoch());
    }

private:
    /// Makes `arn:<partition><service><region>:<account>`.
    std::string& begin_arn(std::string& out, std::string_view service) const {
        return (((out = "arn:") += region_.partition) += service).append(region_.name).append(1, ':') +=
               account_;
    }

    /// Chooses one of the account's tables. A table has the same facts whenever it is chosen.
    void choose_table() {
        random_source random(seed_of_part(tables_seed_, random_.below(tables_)));
        auto& t = table_;
        t.name = words::subjects[random.below(words::subjects.size())];
        if (!random.one_in(8)) (t.name += '-') += words::stages[random.below(words::stages.size())];
        if (random.one_in(4)) append_number(t.name += '-', random.below(1000));
        (begin_arn(t.arn, ":dynamodb:") += ":table/") += t.name;
        t.id.clear();
        append_uuid(t.id, random);
        constexpr milliseconds years = date::days{8 * 365}, youngest = date::days{60};
        t.created = now() - youngest - milliseconds{random.between(0, years.count())};
        t.on_demand = edition() >= edition::v2018_11_28 && random.one_in(2);
        t.sorted = !random.one_in(3);
        t.keys = random.below(words::keys.size());
    }

    void begin_backup() {
        choose_table();
        rare_ = random_.one_in(16);
        indexes_ = 0;
        first_index_ = random_.below(words::indexes.size());
        attributes_left_ = edition() < edition::v2022_06_17 ? 20 : 100;
        auto& b = backup_;
        choose_type();
        choose_times();
        auto const status = random_.below(32);
        using enum aws::BackupStatus;
        b.status = status < 2 ? CREATING : status < 3 ? DELETED : AVAILABLE;
        ((b.arn = table_.arn) += "/backup/");
        auto const since_epoch = std::chrono::duration_cast<milliseconds>(b.created.time_since_epoch());
        append_number(b.arn, static_cast<std::uint64_t>(since_epoch.count()), 14);
        append_hex(b.arn += '-', random_, 8);
        if (b.type == aws::BackupType::SYSTEM) (b.name = table_.name) += expiry::system_name;
        else name_backup(b.name);
        if (b.type == aws::BackupType::AWS_BACKUP && random_.one_in(2)) {
            begin_arn(b.arn, ":backup:") += ":recovery-point:";
            append_uuid(b.arn, random_);
        }
    }

    void choose_type() {
        using enum aws::BackupType;
        auto const drawn = random_.below(16);
        backup_.type = drawn == 0 ? SYSTEM : drawn < 4 ? AWS_BACKUP : USER;
        if (edition() < since(backup_.type)) backup_.type = USER;
    }

    /// Most backups are young. None has expired.
    void choose_times() {
        auto& b = backup_;
        auto const oldest = b.type == aws::BackupType::SYSTEM
                                ? milliseconds{expiry::system_retention} - std::chrono::hours{1}
                                : now() - table_.created;
        milliseconds const age{random_.log_between(60'000, oldest.count())};
        b.created = timestamp{now() - age};
        if (rare_) b.created += std::chrono::microseconds{random_.below(1000)};
        b.expires.reset();
        if (b.type == aws::BackupType::SYSTEM) b.expires = b.created + expiry::system_retention;
        if (b.type == aws::BackupType::AWS_BACKUP && !random_.one_in(3))
            b.expires = timestamp{now() + milliseconds{random_.log_between(60'000, 63'072'000'000)}};
    }

    generate_options options_;
    random_source random_;
    std::uint64_t tables_seed_ = 0;
    std::size_t tables_ = 1;
    aws_region region_{};
    std::string account_;
    table_facts table_;
    backup_facts backup_;
    std::size_t indexes_ = 0, first_index_ = 0, attributes_left_ = 0;
    bool rare_ = false, in_record_ = false, used_ = false;
};

} // namespace dynabackup::testing::detail
