#pragma once
/// \file
/// Recognises each document by its members: by the clues of the systems, see model/system.hpp.

#include <dynabackup/detail/check/document_reader.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace dynabackup::detail {

/// The clues that the members of a document have given, for each system.
using clue_bits = std::array<std::uint32_t, 8>;

/// Calls `f` with the name of each member of an object and the token of its value, from the token of a name on, until
/// it returns true. If the object is damaged, there are no more.
template <class F>
void for_each_member(json::cursor& cursor, token at, std::string& scratch, F f) {
    auto const text = cursor.text();
    auto const* const last = cursor.last;
    while (last - at > 2 && text[*at] == '"' && text[at[1]] == ':') {
        if (f(json::member_name(text, at, scratch), at + 2)) return;
        at = cursor.behind(at + 2);
        if (at == last || text[*at] != ',') return;
        ++at;
    }
}

/// Reads each document as what its members make it.
class any_reader final : public document_reader, recognition {
public:
    explicit any_reader(std::span<system_table const* const> systems) : systems_(systems) {
        for (std::size_t i = 0; i < systems.size(); ++i)
            for (auto const& clue : systems[i]->clues) {
                bool const begins = clue.member.back() == '*';
                (begins ? beginnings_ : by_size_[slot_of(clue.member)]).push_back({i, &clue});
            }
        for (auto const* system : systems)
            for (auto const name : system->sync_names)
                if (std::find(names_.begin(), names_.end(), name) == names_.end()) names_.push_back(name);
    }

    read_status read(text_session& s) override {
        auto& cursor = s.read.cursor;
        auto const* const first = cursor.at;
        auto const kept = s.findings.pending.size();
        clues_ = {};
        bool const whole = look(cursor, inside(cursor, first), true, clues_);
        s.recognition = whole ? nullptr : this;
        auto result = read_as(s, clues_);
        s.recognition = nullptr;
        if (result.why == stop_reason::other_shape) {
            s.findings.drop(kept);
            s.read.unreadable.clear();
            s.read.depth = 0;
            cursor.at = first;
            clues_ = {};
            look(cursor, inside(cursor, first), false, clues_);
            result = read_as(s, clues_);
        }
        return result;
    }

    read_status resume(text_session& s) override { return resume_document(s, *last_, model_of(*last_)); }

    shape_rules const* last_shape() const override { return last_; }
    void* last_model() override { return last_ ? model_of(*last_) : nullptr; }
    void go_to(shape_rules const* shape) override { last_ = shape; }

    bool begins_with(std::string_view) const override { return true; }
    std::span<std::string_view const> sync_names() const override { return names_; }
    std::unique_ptr<document_reader> another() const override {
        return std::make_unique<any_reader>(systems_);
    }

private:
    /// What a document with these clues is; null if it is nothing that is known.
    document_type const* type_of(clue_bits const& clues) const {
        for (bool const weak : {false, true})
            for (std::size_t i = 0; i < systems_.size(); ++i)
                for (auto const& type : systems_[i]->documents)
                    if (type.is_weak == weak && (clues[i] & type.clues) == type.clues) return &type;
        return nullptr;
    }

    void* model_of(shape_rules const& shape) {
        for (auto const& [known, model] : models_)
            if (known == &shape) return model.get();
        models_.emplace_back(&shape, any_object(*shape.shape));
        return models_.back().second.get();
    }

    read_status read_as(text_session& s, clue_bits const& clues) {
        auto const* const type = type_of(clues);
        if (type) {
            last_ = type->shape;
            return read_document(s, *last_, model_of(*last_));
        }
        s.findings.shape = {};
        s.read.records = nullptr;
        return refuse(s.read, reading::unrecognized, path_node{},
                      "None of the documents that are known; --shape or check<T> says what it is.");
    }

    bool holds(text_session& s) override {
        auto& cursor = s.read.cursor;
        if (cursor.peek() != ',') return true;
        clue_bits clues = clues_;
        look(cursor, cursor.at + 1, false, clues);
        return type_of(clues) == type_of(clues_);
    }

    /// The first member of an object; if the token begins none, the end.
    static token inside(json::cursor const& cursor, token at) {
        return at != cursor.last && cursor.text()[*at] == '{' ? at + 1 : cursor.last;
    }

    /// What the members of an object say, as far as they can be told apart, from the token of a name on.
    /// \return Whether it has looked at all that may matter: `brief`, it stops at a record.
    bool look(json::cursor& cursor, token at, bool brief, clue_bits& clues) {
        bool whole = true;
        for_each_member(cursor, at, scratch_, [&](std::string_view name, token value) {
            bool is_list = false, is_wrapper = false;
            find_clues(cursor, name, value, clues);
            for (std::size_t i = 0; i < systems_.size(); ++i)
                for (auto const& type : systems_[i]->documents) {
                    if (!type.is_list && !type.is_wrapper) continue;
                    bool const fits = (clues[i] & type.clues) == type.clues;
                    is_list |= fits && type.is_list;
                    is_wrapper |= fits && type.is_wrapper;
                }
            whole = is_list || !brief || !is_wrapper || cursor.text()[*value] != '{';
            return is_list || !whole;
        });
        return whole;
    }

    /// Names of one length are few: those of the others need not be compared.
    static std::size_t slot_of(std::string_view name) { return name.size() % slots; }

    void find_clues(json::cursor& cursor, std::string_view name, token value, clue_bits& clues) {
        for (auto const& [system, clue] : by_size_[slot_of(name)])
            if (name == clue->member && (clue->holding.empty() || holds_member(cursor, value, clue->holding)))
                clues[system] |= clue->bits;
        for (auto const& [system, clue] : beginnings_)
            if (name.starts_with(clue->member.substr(0, clue->member.size() - 1)))
                clues[system] |= clue->bits;
    }

    bool holds_member(json::cursor& cursor, token object, std::string_view name) {
        bool found = false;
        if (object != cursor.last && cursor.text()[*object] == '[') ++object; // its first element
        for_each_member(cursor, inside(cursor, object), inner_scratch_,
                        [&](std::string_view inner, token) { return found = inner == name; });
        return found;
    }

    /// A clue, and the index of its system.
    struct clue_of_system {
        std::size_t system;
        document_clue const* clue;
    };
    static constexpr std::size_t slots = 32;

    std::span<system_table const* const> systems_;
    std::array<std::vector<clue_of_system>, slots> by_size_; ///< those that are whole names, by their length
    std::vector<clue_of_system> beginnings_;                 ///< those that are the beginning of a name
    std::vector<std::string_view> names_;
    std::vector<std::pair<shape_rules const*, any_object>> models_; ///< one for each shape that has been read
    shape_rules const* last_ = nullptr;
    clue_bits clues_{}; ///< of the document at hand, perhaps before all of it has been looked at
    std::string scratch_, inner_scratch_;
};

} // namespace dynabackup::detail
