#pragma once
/// \file
/// One document of a text: read as its shape, record by record, and validated.

#include <dynabackup/context.hpp>
#include <dynabackup/document_reader.hpp>
#include <dynabackup/read.hpp>
#include <dynabackup/read/record.hpp>
#include <dynabackup/read/resume.hpp>
#include <dynabackup/validate.hpp>

#include <string_view>
#include <type_traits>
#include <utility>

namespace dynabackup::detail {

/// The type of a member without optional, nullable and list around it.
template <class M>
struct content {
    using type = M;
};
template <class M>
struct content<std::optional<M>> : content<M> {};
template <class M>
struct content<nullable<M>> : content<M> {};
template <class M>
struct content<std::vector<M>> : content<M> {};

/// The shapes of the records in a T, however deep: T itself, or those in its members.
template <class T>
struct records_in {
    using type = boost::mp11::mp_list<>;
};
template <record_shape T>
struct records_in<T> {
    using type = boost::mp11::mp_list<T>;
};
template <described_struct T>
requires(!record_shape<T>) struct records_in<T> {
    template <class Descriptor>
    using of_member = typename records_in<
        typename content<std::remove_cvref_t<decltype(std::declval<T&>().*Descriptor::pointer)>>::type>::type;
    using members = boost::mp11::mp_rename<described_members<T>, boost::mp11::mp_list>;
    using type =
        boost::mp11::mp_unique<boost::mp11::mp_flatten<boost::mp11::mp_transform<of_member, members>>>;
};

/// The shape of the records of a document T, of which there is at most one; void if there is none.
template <described_struct T>
struct record_of {
    using found = typename records_in<T>::type;
    static_assert(boost::mp11::mp_size<found>::value <= 1, "a document with two shapes of records");
    using type = boost::mp11::mp_front<boost::mp11::mp_push_back<found, void>>;
};

/// A document has been read, or not: validates it. `first`: its first token, if it is in this piece of text.
template <described_struct T>
got finish_document(context& c, T& model, path_node const& root, got result, std::uint32_t const* first) {
    if (stops(result)) return result;
    ++c.summary.shapes[c.shape];
    if constexpr (!record_shape<T>) {
        if (result != got::value) return result;
        if (first && !c.has_rejected()) c.set_origin(root, first);
        else c.set_origin_rest(root, c.behind_records); // no place before that is sure
        validate_object(c, model, root);
        c.clear_origin();
    }
    return result;
}

template <described_struct T>
void begin_shape(context& c) {
    using record = typename record_of<T>::type;
    c.shape = shape_name<T>();
    if constexpr (!std::is_void_v<record>) c.records = &readers_of<record>;
    else c.records = nullptr;
}

/// Reads and validates one document as T, the cursor at its first token.
template <described_struct T>
got read_document(context& c, T& model) {
    begin_shape<T>(c);
    path_node const root{};
    auto const* const first = c.cursor.at;
    auto const result =
        read_value(c, model, root, allowed{false, dialect(std::type_identity<T>{}).epoch_seconds});
    return finish_document(c, model, root, result, first);
}

/// Goes on with a document that was left in its list of records.
template <described_struct T>
got resume_document(context& c, T& model) {
    if constexpr (leads_to_records<T>) {
        begin_shape<T>(c);
        path_node const root{};
        return finish_document(c, model, root, resume_value(c, model, root), nullptr);
    } else {
        return got::broken; // none is left there
    }
}

/// Reads each document as T.
template <described_struct T>
class documents_of final : public document_reader {
public:
    T model{};

    got read(context& c) override { return read_document(c, model); }
    got resume(context& c) override { return resume_document(c, model); }
    void* last() override { return &model; }
    bool begins_with(std::string_view name) const override { return find_member<T>(name) != member_count<T>; }
    std::span<std::string_view const> landmark_names() const override {
        return landmarks(std::type_identity<T>{});
    }
    std::unique_ptr<document_reader> another() const override { return std::make_unique<documents_of>(); }
};

} // namespace dynabackup::detail
