#pragma once
/// \file
/// The part of Clumio's API other than backups of DynamoDB tables: the tables, and the requests to restore them.

#include <dynabackup/clumio/restore_table.hpp>
#include <dynabackup/clumio/table_list.hpp>
