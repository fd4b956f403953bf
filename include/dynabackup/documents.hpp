#pragma once
/// \file
/// The documents of a text: one, several behind each other, one a line, or an array of them, in any layout.

#include <dynabackup/context.hpp>
#include <dynabackup/read.hpp>
#include <dynabackup/read/record.hpp>
#include <dynabackup/validate.hpp>

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

/// Reads and validates one document as T, the cursor at its first token.
template <described_struct T>
got read_document(context& c, T& model) {
    using record = typename record_of<T>::type;
    c.shape = shape_name<T>();
    if constexpr (!std::is_void_v<record>) c.records = &readers_of<record>;
    else c.records = nullptr;
    path_node const root{};
    auto const* const first = c.cursor.at;
    auto const rejected = c.summary.rejected;
    auto const result =
        read_value(c, model, root, allowed{false, false, dialect(std::type_identity<T>{}).epoch_seconds});
    if (result == got::broken) return result;
    ++c.summary.shapes[c.shape];
    if constexpr (!record_shape<T>) {
        if (result != got::value) return result;
        c.set_origin(root,
                     c.summary.rejected == rejected ? first : nullptr); // behind damage no place is sure
        validate_object(c, model, root);
        c.set_origin(root, nullptr);
    }
    return result;
}

/// Reads each document as T.
template <described_struct T>
struct documents_of {
    T model{};

    got read(context& c) { return read_document(c, model); }
    /// Whether a document may begin with that member.
    bool begins_with(std::string_view name) const { return find_member<T>(name) != member_count<T>; }
};

enum class layout : unsigned char { single, any };

/// Walks over the documents of the context's text; `Documents` reads them (see documents_of). Damage costs the
/// damaged record: one finding, and reading goes on at the next landmark.
template <class Documents>
class document_walk {
public:
    document_walk(context& c, Documents& documents, layout expected)
        : c_(c), cursor_(c.cursor), documents_(documents), single_(expected == layout::single) {}

    void run() {
        if (at_end()) return give_up("nothing is here; a JSON document belongs here");
        while (!at_end()) {
            char const next = cursor_.peek();
            if (damaged_ && (next == ',' || next == ']' || next == '}')) {
                ++cursor_.at; // what is left of a damaged document
            } else if (!single_ && !in_array_ && next == '[') {
                open_array();
            } else {
                if (!read_document()) continue;
                if (in_array_) go_on_in_array();
                else if (single_ && !at_end())
                    return give_up("one document belongs here, and nothing behind it");
            }
        }
        if (in_array_ && !damaged_) give_up({});
    }

private:
    bool at_end() const { return cursor_.at == cursor_.last; }

    void open_array() {
        ++cursor_.at;
        in_array_ = cursor_.peek() != ']';
        if (!in_array_) ++cursor_.at;
    }

    bool read_document() {
        c_.begin_document();
        if (is_remnant() ? broken(c_, path_node{}) == got::broken : documents_.read(c_) == got::broken) {
            recover();
            return false;
        }
        c_.end_document();
        return true;
    }

    /// Whether no object begins here, and what does is not followed as a document is: what is left of a damaged
    /// one. Else nothing has moved.
    bool is_remnant() {
        auto const* const first = cursor_.at;
        if (cursor_.peek() == '{' || first < whole_) return false;
        for (;;) {
            char const* too_deep = nullptr;
            if (!cursor_.skip_value(std::string_view::npos, too_deep)) return true;
            char const next = cursor_.peek();
            if (in_array_ ? next == ']' : at_end()) break;
            bool const ends =
                in_array_ ? next == ',' : next != ',' && next != ':' && next != ']' && next != '}';
            if (!ends) return !cursor_.fail_here("a document belongs here, or the end");
            if (!in_array_) break;
            ++cursor_.at;
            if (cursor_.peek() == '{') break;
        }
        whole_ = cursor_.at;
        cursor_.at = first;
        return false;
    }

    void go_on_in_array() {
        if (cursor_.peek() == ',') {
            ++cursor_.at;
        } else if (cursor_.peek() == ']') {
            ++cursor_.at;
            in_array_ = false;
        } else if (!damaged_) {
            give_up(json::cursor::expect_comma_or_bracket);
        }
    }

    /// What stands between documents is not JSON.
    void give_up(std::string_view what) {
        c_.damage = static_cast<std::size_t>(cursor_.place() - cursor_.text().data());
        cursor_.fail_here(what);
        c_.report_syntax(path_node{});
        recover();
    }

    void recover() {
        whole_ = nullptr;
        damaged_ = true;
        if (c_.is_broken()) c_.reject(0); // else the damaged record has been reported
        c_.hand_out();
        std::size_t const size = cursor_.text().size();
        std::size_t next = single_ ? size : c_.marks().find(c_.damage);
        for (; next < size; next = c_.marks().find(next + 1)) {
            c_.resume_at(next);
            bool const line = c_.marks().at(next) == json::landmarks::kind::line;
            if (!line &&
                !documents_.begins_with(json::member_name(cursor_.text(), cursor_.at + 1, c_.scratch)))
                continue;
            damaged_ = in_array_ || !line; // at the start of a line nothing is left of the document before
            return;
        }
        cursor_.at = cursor_.last;
    }

    context& c_;
    json::cursor& cursor_;
    Documents& documents_;
    bool single_;
    bool in_array_ = false;
    bool damaged_ = false; ///< commas and brackets between documents may be what is left of one
    std::uint32_t const* whole_ = nullptr; ///< up to here the values of an array have been looked through
};

} // namespace dynabackup::detail
