#pragma once
/// \file
/// Reads a dump chunk by chunk. Defines what dump.hpp declares.

#include <dynabackup/detail/check/chosen_documents.hpp>
#include <dynabackup/detail/check/unknown_rules.hpp>
#include <dynabackup/detail/dump/engine.hpp>
#include <dynabackup/dump.hpp>

#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace dynabackup {

namespace detail {

/// Returns the shapes that the options name.
inline std::vector<shape_rules const*> own_shapes(dump_options const& chosen) {
    std::vector<shape_rules const*> shapes;
    if (!names_rules(chosen.check)) return shapes;
    if (chosen.shape) shapes.push_back(chosen.shape);
    for (auto const* system : chosen.systems)
        shapes.insert(shapes.end(), system->shapes.begin(), system->shapes.end());
    return shapes;
}

struct ignoring_sink final : dump_sink {
    void take(finding&&) override {}
};

class dump_state {
public:
    dump_state(std::vector<dump_input> inputs, dump_options const& chosen, dump_sink* sink,
               record_collector const& like)
        : inputs_(std::move(inputs)), chosen_(chosen), documents_(chosen_.shape, chosen_.systems),
          engine(inputs_, chosen_.check, sink ? *sink : nobody_, documents_.reader(),
                 {chosen.jobs, chosen.chunk_size}, like) {
        report_unknown_rules(chosen_.check, own_shapes(chosen_), sink ? *sink : nobody_, engine.counts());
    }

private:
    std::vector<dump_input> inputs_;
    dump_options chosen_;
    ignoring_sink nobody_;
    chosen_documents documents_;

public:
    dump_engine engine;
};

} // namespace detail

DYNABACKUP_INLINE dump_reader::dump_reader(systems_chosen, std::vector<dump_input> inputs,
                                           dump_options const& chosen, dump_sink* sink,
                                           record_collector const& like)
    : state_(std::make_unique<detail::dump_state>(std::move(inputs), chosen, sink, like)) {}
DYNABACKUP_INLINE dump_reader::~dump_reader() = default;
DYNABACKUP_INLINE bool dump_reader::step(chunk_taker& to) { return state_->engine.step(to); }
DYNABACKUP_INLINE summary const& dump_reader::counts() const { return state_->engine.counts(); }

} // namespace dynabackup
