#include "generate.hpp"

#include <dynabackup/rule.hpp>
#include <dynabackup/testing/generate_invalid.hpp>

#include "document_joiner.hpp"
#include "exit_status.hpp"
#include "output.hpp"

#include <string>

namespace dynabackup::tool {

namespace {

class generate_run {
public:
    explicit generate_run(generate_request const& request)
        : request_(request), scene_(request.seed, request.options), out_(STDOUT_FILENO) {}

    int run() {
        if (request_.broken) {
            if (!write_broken()) return cannot_run;
        } else if (layout() != document_layout::ndjson && request_.shape->make_record) {
            write_page();
        } else {
            write_documents();
        }
        out_.flush();
        if (!out_.error() || out_.closed()) return all_is_well;
        complain("standard output: " + reason_of(out_.error()));
        return cannot_run;
    }

private:
    document_layout layout() const {
        return request_.layout.value_or(request_.shape->make_record ? document_layout::page
                                                                    : document_layout::ndjson);
    }

    /// Of Clumio's documents the layout is the AWS command line's, too; all else is their own.
    format spelling() const {
        return layout() == document_layout::pretty ? format::aws_cli : format::aws_wire;
    }

    /// Whether somebody still wants what is written.
    bool goes_on() {
        out_.flush_if_large();
        return !out_.error();
    }

    void write_page() {
        bool const is_aws = request_.shape->full_name.starts_with("aws.");
        auto const kind = is_aws ? piece_kind::aws_backup : piece_kind::clumio_item;
        auto const maker = request_.shape->make_record();
        document_joiner joiner(spelling());
        std::string record;
        for (std::size_t i = 0; i < request_.records && goes_on(); ++i) {
            record.clear();
            maker->append(record, scene_, spelling(), is_aws ? 2 : 3);
            joiner.take(out_.buffer(), kind, record);
        }
        joiner.end(out_.buffer());
        if (layout() == document_layout::page) out_.buffer() += '\n';
    }

    void write_documents() {
        auto const maker = request_.shape->make();
        for (std::size_t i = 0; i < request_.records && goes_on(); ++i) {
            scene_.restart(testing::seed_of_part(request_.seed, i));
            maker->append(out_.buffer(), scene_, spelling(), 0);
            out_.buffer() += '\n';
        }
    }

    bool write_broken() {
        auto const& r = *request_.broken;
        for (std::size_t i = 0; i < request_.records && goes_on(); ++i) {
            auto const made =
                testing::generate_invalid(r.id, testing::seed_of_part(request_.seed, i), request_.options);
            if (!made) {
                complain(
                    fmt::format("{} cannot be broken in the edition {} without breaking another rule; choose "
                                "another day by --edition",
                                r.id, to_text(request_.options.edition)));
                return false;
            }
            (out_.buffer() += made->text) += '\n';
        }
        return true;
    }

    generate_request const& request_;
    testing::scene scene_;
    output out_;
};

} // namespace

int run(generate_request const& request) { return generate_run(request).run(); }

} // namespace dynabackup::tool
