#pragma once
/// \file
/// What a shape of DynamoDB is to its operations, in words.

#include <dynabackup/aws/aws.hpp>

#include <algorithm>
#include <string>
#include <string_view>

namespace dynabackup::schema {

struct role {
    std::string description;
    std::string_view cite; ///< empty: none
};

/// "What CreateBackup is asked. …": by the names of the shape and of the operations. Empty if it is but a part.
template <class T>
role role_of() {
    role result;
    constexpr auto name = shape_name<T>();
    if (dialect(std::type_identity<T>{}).system != aws::dialect(std::type_identity<T>{}).system)
        return result;
    for (auto const& operation : aws::operations) {
        if (name == concat(operation.name, "Input"))
            return {concat("What ", operation.name, " is asked; X-Amz-Target is ", operation.target, '.'),
                    operation.cite};
        if (name == concat(operation.name, "Output"))
            return {concat("What ", operation.name, " answers."), operation.cite};
        if (std::ranges::count(operation.errors, name))
            result.description += concat(result.description.empty() ? "An error of " : ", ", operation.name);
    }
    if (!result.description.empty()) result.description += '.';
    return result;
}

} // namespace dynabackup::schema
