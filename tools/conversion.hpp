#pragma once
/// \file
/// What `convert` and `split` have in common: they read dumps, write what becomes of the records, and say on
/// standard error what is lost.

#include "converted_records.hpp"
#include "input.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "terminal.hpp"
#include "text_output.hpp"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::tool {

/// The options that both have.
struct conversion_request {
    std::vector<std::string> paths;
    std::string output; ///< see `convert_request` and `split_request`
    dynabackup::check_options options;
    shape_rules const* shape = nullptr; ///< of every document; null: as their members say
    std::size_t jobs = 0;               ///< threads; 0: one for each core
    when progress = when::automatic;
    when color = when::automatic;
};

class conversion : dump_sink {
protected:
    explicit conversion(conversion_request const& request);
    ~conversion() override = default;

    /// Reads the inputs. Shows the findings of these rules that are losses, and calls `write` after each
    /// chunk.
    summary read(target to, std::initializer_list<rule const*> rules);

    /// Takes what a chunk has become.
    virtual void write(converted_records const& records) = 0;
    /// Whether a finding says that something is lost.
    virtual bool is_loss(finding const& found) = 0;

    /// Says how many documents were left out since they have no record.
    void report_recordless() const;

    conversion_request const& request_;
    std::size_t unreadable_ = 0; ///< files
    input_files inputs_;
    progress progress_;
    std::size_t recordless_ = 0; ///< documents
    bool damaged_ = false;       ///< an error was shown

private:
    void report(std::string_view name, std::string_view reason, bool warning);
    void begin(std::string_view name) override { name_ = name; }
    void return_to(std::string_view name) override { name_ = name; }
    void end(std::string_view) override {}
    void advance(std::size_t) override { progress_.advance(inputs_.read->load()); }
    void problem(std::string_view name, std::string_view reason) override;
    void take(finding&& found) override;

    text_output findings_;
    std::string_view name_; ///< of the input at hand
};

} // namespace dynabackup::tool
