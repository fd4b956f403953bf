#include "map.hpp"

#include <dynabackup/dump.hpp>

#include "backup_json.hpp"
#include "csv.hpp"
#include "json_writer.hpp"
#include "line_reader.hpp"
#include "output.hpp"

#include <boost/mp11/algorithm.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup::tool {

namespace {

namespace engine = dynabackup::detail;

/// Each line is a text of its own: nothing is carried over but memory.
class map_run final : finding_sink, engine::record_visitor {
public:
    explicit map_run(map_request const& request)
        : request_(request), documents_(request.kind.make_reader()), c_(request.options, this),
          walk_(c_, *documents_, index_, engine::layout::any), out_(STDOUT_FILENO) {
        c_.visitor = this;
    }

    int run() {
        auto input = from_standard_input();
        std::string problem;
        auto source = input.open(problem);
        if (!source) return fail("standard input: " + problem);
        line_reader lines(std::move(source), request_.options.max_record_bytes);
        // What was made of the lines so far is written before more are waited for: whoever sends them may wait, too.
        while (auto const line = lines.next([this] { out_.flush(); })) {
            answer(*line);
            if (request_.line_buffered) out_.flush();
            else out_.flush_if_large();
            if (out_.error()) break;
        }
        out_.flush();
        if (out_.error() && !out_.closed()) return fail("standard output: " + reason_of(out_.error()));
        if (!lines.problem().empty()) return fail("standard input: " + lines.problem());
        return damaged_ && !request_.data_errors_exit_zero ? has_findings : all_is_well;
    }

private:
    static int fail(std::string_view why) {
        complain(why);
        return cannot_run;
    }

    void answer(line_reader::line const& line) {
        backups_.clear();
        findings_.clear();
        key_.clear();
        errors_ = false;
        any_ = false;
        summary counts;
        if (line.too_long) counts = refuse();
        else if (line.text.find_first_not_of(" \t\r") != line.text.npos) counts = read(line.text);
        bool const ok = counts.rejected == 0 && !errors_;
        damaged_ |= !ok;
        write(line, counts, ok);
    }

    summary read(std::string_view text) {
        walk_.restart();
        walk_.read(text, engine::behind_text::nothing);
        return std::move(c_.summary);
    }

    /// What is too large counts as one record, as it does among others.
    summary refuse() {
        summary counts;
        counts.documents = counts.records = counts.rejected = 1;
        auto const& rule = reading::record_too_large;
        if (c_.is_active(rule))
            append(
                rule, rule.severity, std::size_t{0}, {}, 0,
                fmt::format("A line of more than {} bytes; it was passed over. Raise --max-record-bytes if "
                            "it is meant.",
                            request_.options.max_record_bytes));
        return counts;
    }

    void write(line_reader::line const& line, summary const& counts, bool ok) {
        auto& out = out_.buffer();
        if (request_.key) {
            if (!key_.empty()) out.append(key_, 1, key_.size() - 2); // without the quotes
            out += '\t';
        }
        out += '{';
        json_writer json(out);
        json("ok", ok)("bytes", line.bytes)("documents", counts.documents);
        json("records", counts.records)("rejected", counts.rejected).open("shapes", '{');
        for (auto const& [name, n] : counts.shapes) json(name, n);
        out += R"(},"backups":[)";
        out += backups_;
        out += R"(],"findings":[)";
        out += findings_;
        out += "]}\n";
    }

    // ---- while a line is read ----

    void take(finding&& f) override { append(*f.rule, f.severity, f.record, f.path, f.offset, f.message); }

    void append(rule const& r, severity level, std::optional<std::size_t> record, std::string_view path,
                std::size_t offset, std::string_view message) {
        errors_ |= level == severity::error;
        json_writer json(findings_);
        json.open('{').key("record");
        if (record) json.value(*record);
        else json.null();
        json("rule", r.id)("severity", to_text(level))("path", path)("offset", offset)("message", message);
        json.close("}");
    }

    void visit(char const* shape, void* record, engine::record_position const& at) override {
        boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, record_shapes>>(
            [&](auto known) {
                using T = typename decltype(known)::type;
                if (shape == &engine::shape_identity<T>) show(*static_cast<T const*>(record), at.record);
            });
    }
    bool restore(char const*, void*) override { return true; } // it was not touched

    using record_shapes = boost::mp11::mp_rename<any_record, boost::mp11::mp_list>;

    template <class T>
    void show(T const& record, std::size_t index) {
        auto v = view(record);
        forget_unread(v, record, c_.unread);
        if (request_.key) {
            std::string key;
            json::append_json_string(key, v.*(*request_.key));
            if (std::exchange(any_, true) && key != key_) key.clear();
            key_ = std::move(key);
        }
        if (!backups_.empty()) backups_ += ',';
        fmt::format_to(std::back_inserter(backups_), R"({{"record":{})", index);
        append_backup(backups_, v);
        backups_ += '}';
    }

    map_request const& request_;
    std::unique_ptr<document_reader> documents_;
    context c_;
    json::structural_index index_;
    engine::text_walk walk_;
    output out_;
    bool damaged_ = false; ///< a line so far

    // Of the line at hand.
    std::string backups_, findings_; ///< as elements of lists
    std::string key_;                ///< that of its backups, in quotes; empty: there is none, or they differ
    bool any_ = false;               ///< a backup was seen
    bool errors_ = false;
};

} // namespace

int run(map_request const& request) { return map_run(request).run(); }

} // namespace dynabackup::tool
