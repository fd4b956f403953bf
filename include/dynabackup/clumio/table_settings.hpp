#pragma once
/// \file
/// The encryption, the stream and the tags of a table.

#include <dynabackup/clumio/dialect.hpp>
#include <dynabackup/clumio/enums.hpp>
#include <dynabackup/rules/clumio.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::clumio {

/// The server-side encryption of a table, at rest.
struct SSESpecification {
    std::optional<open_enum<KMSKeyType>> kms_key_type{}; ///< whose key it is
    /// The key, by its ARN; a request to restore may also use its id or alias. Null: the key is AWS's own.
    nullable<std::string> kms_master_key_id{};
};
BOOST_DESCRIBE_STRUCT(SSESpecification, (), (kms_key_type, kms_master_key_id))

template <std::same_as<SSESpecification> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::kms_key_type>(), describe<&T::kms_master_key_id>()};
}

template <std::same_as<SSESpecification> T>
constexpr auto rules(std::type_identity<T>) {
    return sse_rules<T>();
}

/// The stream of a table.
struct StreamSpecification {
    std::optional<bool> enabled{};                        ///< whether there is one
    std::optional<open_enum<StreamViewType>> view_type{}; ///< what it records of a changed item
};
BOOST_DESCRIBE_STRUCT(StreamSpecification, (), (enabled, view_type))

template <std::same_as<StreamSpecification> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::enabled>(), describe<&T::view_type>()};
}

/// A tag that the table had in AWS.
struct Tag {
    std::optional<std::string> key{};   ///< its name
    std::optional<std::string> value{}; ///< what it says
};
BOOST_DESCRIBE_STRUCT(Tag, (), (key, value))

template <std::same_as<Tag> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::key>(), describe<&T::value>()};
}

} // namespace dynabackup::clumio
