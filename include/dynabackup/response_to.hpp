#pragma once
/// \file
/// What each request is answered with.

#include <dynabackup/aws/create_backup.hpp>
#include <dynabackup/aws/delete_backup.hpp>
#include <dynabackup/aws/describe_backup.hpp>
#include <dynabackup/aws/list_backups.hpp>
#include <dynabackup/shape_list.hpp>

#include <boost/mp11/algorithm.hpp>

#include <type_traits>

namespace dynabackup {

namespace exchange {

/// The response that a request is answered with.
template <class Input>
struct output_of;
template <>
struct output_of<aws::CreateBackupInput> : std::type_identity<aws::CreateBackupOutput> {};
template <>
struct output_of<aws::DeleteBackupInput> : std::type_identity<aws::DeleteBackupOutput> {};
template <>
struct output_of<aws::DescribeBackupInput> : std::type_identity<aws::DescribeBackupOutput> {};
template <>
struct output_of<aws::ListBackupsInput> : std::type_identity<aws::ListBackupsOutput> {};

} // namespace exchange

/// The request of an operation: one of the four that have an answer.
template <class Input>
concept request_shape = requires {
    typename exchange::output_of<Input>::type;
};

/// What a request is answered with.
template <request_shape Input>
using response_to = typename exchange::output_of<Input>::type;

namespace detail {

template <class T>
struct is_request : std::bool_constant<request_shape<T>> {};

/// A list of them.
using requests = boost::mp11::mp_copy_if<all_shapes, is_request>;

} // namespace detail

} // namespace dynabackup
