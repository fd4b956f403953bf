#pragma once
/// \file
/// Recognises Clumio's documents by their members.

#include <dynabackup/clumio/clumio.hpp>
#include <dynabackup/model/landmark_names.hpp>

#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

namespace dynabackup::clumio {

/// What tells Clumio's documents apart (see any_document).
template <class Shapes>
struct documents {
    using shapes = Shapes;

    enum : std::uint32_t {
        page = 1 << 0,
        error = 1 << 1,
        backup = 1 << 2,
    };

    static constexpr std::uint32_t bits_of(std::string_view name, auto const& value_has) {
        if (name == at<&DynamoDBTableBackupList::embedded>)
            return value_has(at<&DynamoDBTableBackupListEmbedded::items>) ? std::uint32_t{page} : 0;
        if (name == at<&Error::errors>) return error;
        if (name == at<&DynamoDBTableBackup::start_timestamp> ||
            name == at<&DynamoDBTableBackup::expiration_timestamp> ||
            name == at<&DynamoDBTableBackup::account_native_id>)
            return backup;
        return 0;
    }

    static constexpr bool is_list(std::uint32_t seen) { return seen & page; }
    static constexpr bool is_wrapped(std::uint32_t) { return false; }

    /// Calls `read` with the shape that these members make; the first that fits.
    template <class Read>
    static bool with_shape(std::uint32_t seen, Read read) {
        if (seen & page) return read(std::type_identity<DynamoDBTableBackupList>{});
        if (seen & error) return read(std::type_identity<Error>{});
        if (seen & backup) return read(std::type_identity<DynamoDBTableBackup>{});
        return false;
    }

    /// The members with which a document or a record may begin: where reading goes on behind damage. What is in a
    /// record has lists of its own; the names that occur there, `type` for one, tell nothing.
    static constexpr std::span<std::string_view const> landmarks() { return landmark_names; }

private:
    template <class T>
    using is_outer =
        boost::mp11::mp_contains<boost::mp11::mp_list<DynamoDBTableBackup, DynamoDBTableBackupList, Error>,
                                 T>;
    static constexpr name_set landmark_names =
        names_of(boost::mp11::mp_copy_if<Shapes, is_outer>{}, boost::mp11::mp_remove_if<Shapes, is_outer>{});
};

/// The same for a text that is read as one shape of this system. The condition makes it depend on T: who does not
/// call it does not compile the names.
template <class T>
constexpr std::span<std::string_view const> landmarks(std::type_identity<T>) {
    return documents<std::conditional_t<std::is_void_v<T>, void, shapes>>::landmarks();
}

} // namespace dynabackup::clumio
