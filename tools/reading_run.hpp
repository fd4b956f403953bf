#pragma once
/// \file
/// What the commands have in common that read dumps and report on standard error what is lost.

#include <dynabackup/dump.hpp>

#include "input.hpp"
#include "progress.hpp"
#include "terminal.hpp"
#include "text_output.hpp"

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::tool {

/// The options of these commands.
struct reading_request {
    std::vector<std::string> paths;
    dynabackup::check_options options;
    shape_rules const* shape = nullptr; ///< of every document; null: as their members say
    std::size_t jobs = 0;               ///< threads; 0: one for each core
    when progress = when::automatic;
    when color = when::automatic;
};

/// How inputs are found. `exports`: also the manifests and the other files of exports, without decompressing them.
enum class input_kind : unsigned char { dumps, exports };

class reading_run : protected dump_sink {
protected:
    explicit reading_run(reading_request const& request, input_kind kind = input_kind::dumps);
    ~reading_run() override = default;

    /// Returns the options with which only the findings of these rules are reported.
    dump_options options_for(std::span<rule const* const> rules) const;

    /// Returns whether a finding means that something is lost.
    virtual bool is_loss(finding const&) { return true; }

    reading_request const& request_;
    std::size_t unreadable_ = 0; ///< files
    input_files inputs_;
    progress progress_;
    bool damaged_ = false; ///< an error was shown

    void begin(std::string_view name) override { name_ = name; }
    void problem(std::string_view name, std::string_view reason) override;
    void take(finding&& found) override;

private:
    void report(std::string_view name, std::string_view reason, bool warning);
    void return_to(std::string_view name) override { name_ = name; }
    void end(std::string_view) override {}
    void advance(std::size_t) override { progress_.advance(inputs_.read->load()); }

    text_output findings_;
    std::string_view name_; ///< of the current input
};

} // namespace dynabackup::tool
