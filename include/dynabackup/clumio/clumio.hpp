#pragma once
/// \file
/// The part of Clumio's API that shows backups of DynamoDB tables.

#include <dynabackup/clumio/dialect.hpp>
#include <dynabackup/clumio/enums.hpp>
#include <dynabackup/clumio/error.hpp>
#include <dynabackup/clumio/indexes.hpp>
#include <dynabackup/clumio/key_schema.hpp>
#include <dynabackup/clumio/links.hpp>
#include <dynabackup/clumio/projection.hpp>
#include <dynabackup/clumio/replicas.hpp>
#include <dynabackup/clumio/table_backup.hpp>
#include <dynabackup/clumio/table_backup_list.hpp>
#include <dynabackup/clumio/table_settings.hpp>
#include <dynabackup/clumio/throughput.hpp>
