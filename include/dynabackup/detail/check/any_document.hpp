#pragma once
/// \file
/// Reads each document as the shape that is recognised by its members.

#include <dynabackup/detail/check/document_reader.hpp>
#include <dynabackup/detail/check/recognizer.hpp>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace dynabackup::detail {

/// Reads each document as the shape that is recognised by its members.
class any_reader final : public document_reader, recognition {
public:
    explicit any_reader(std::span<system_table const* const> systems) : known_(systems) {
        for (auto const* system : systems)
            for (auto const name : system->sync_names)
                if (std::find(names_.begin(), names_.end(), name) == names_.end()) names_.push_back(name);
    }

    read_status read(text_session& s) override {
        auto& cursor = s.read.cursor;
        auto const* const first = cursor.at;
        auto const kept = s.findings.pending.size();
        clues_ = {};
        bool const whole = look(s, recognizer::inside(cursor, first), true, clues_);
        s.recognition = whole ? nullptr : this;
        auto result = read_as(s, clues_);
        s.recognition = nullptr;
        if (result.why == stop_reason::other_shape) {
            s.findings.drop(kept);
            s.read.unreadable.clear();
            s.read.depth = 0;
            cursor.at = first;
            clues_ = {};
            look(s, recognizer::inside(cursor, first), false, clues_);
            result = read_as(s, clues_);
        }
        return result;
    }

    read_status resume(text_session& s) override { return resume_document(s, *last_, model_of(*last_)); }

    shape_rules const* last_shape() const override { return last_; }
    void* last_model() override { return last_ ? model_of(*last_) : nullptr; }
    void go_to(shape_rules const* shape) override { last_ = shape; }

    bool begins_with(std::string_view) const override { return true; }
    bool recognizes() const override { return true; }
    std::string explain_unknown(text_session& s) override {
        constexpr std::size_t most = 4;
        std::vector<std::string> names;
        auto& cursor = s.read.cursor;
        for_each_member(cursor, recognizer::inside(cursor, cursor.at), s.read.scratch,
                        [&](std::string_view name, token) {
                            names.emplace_back(name.substr(0, 64));
                            return names.size() > most;
                        });
        std::string text = "Not a document of DynamoDB backups, and it contains none: ";
        if (names.empty()) return text + "the object is empty.";
        text += "its members are ";
        for (std::size_t i = 0; i < std::min(names.size(), most); ++i)
            text += (i == 0 ? "" : ", ") + names[i];
        text += names.size() > most ? " and others." : ".";
        if (s.options.names == spelling::exact) text += " Names in other spellings are not read.";
        return text + " Documents are recognised by BackupSummaries, BackupDescription, BackupDetails, "
                      "BackupArn and other members.";
    }
    std::span<std::string_view const> sync_names() const override { return names_; }
    std::unique_ptr<document_reader> another() const override {
        return std::make_unique<any_reader>(known_.systems());
    }

private:
    void* model_of(shape_rules const& shape) {
        for (auto const& [known, model] : models_)
            if (known == &shape) return model.get();
        models_.emplace_back(&shape, any_object(*shape.shape));
        return models_.back().second.get();
    }

    read_status read_as(text_session& s, document_clues const& clues) {
        if (clues.cut && s.more() && s.read.cursor.text().size() - s.offset() <= s.options.max_record_bytes)
            return stop(stop_reason::window_ends_in_value);
        auto const* const type = known_.type_of(clues);
        if (type) {
            last_ = type->shape;
            ++s.known_documents;
            if (s.is_embedded())
                s.findings.report(reading::embedded, *s.root, s.read.cursor.at,
                                  concat(last_->shape->name, " inside other JSON; it is read and checked."));
            return read_document(s, *last_, model_of(*last_));
        }
        s.findings.shape = {};
        s.read.records = nullptr;
        char const next = s.read.cursor.peek();
        bool const is_other_json = next == '{' || (next == '[' && s.nesting != 0);
        if (is_other_json) return stop(stop_reason::unknown);
        if (next == '[') { // the walk does not enter it: too many arrays are around it
            s.read.depth = s.options.max_depth;
            return skip(s.read, *s.root, value_unreadable);
        }
        return refuse(s.read, reading::unrecognized, *s.root,
                      "Not a document of DynamoDB backups: a document is an object.");
    }

    bool holds(text_session& s) override {
        auto& cursor = s.read.cursor;
        if (cursor.peek() != ',') return true;
        auto clues = clues_;
        look(s, cursor.at + 1, false, clues);
        return known_.type_of(clues) == known_.type_of(clues_);
    }

    bool look(text_session& s, token at, bool brief, document_clues& clues) {
        return known_.look(s.read.cursor, at, brief, {s.options.names == spelling::any, s.is_embedded()},
                           clues);
    }

    recognizer known_;
    std::vector<std::string_view> names_;
    std::vector<std::pair<shape_rules const*, any_object>> models_; ///< one for each shape that has been read
    shape_rules const* last_ = nullptr;
    document_clues clues_; ///< of the current document, of which perhaps only a part has been examined
};

} // namespace dynabackup::detail
