#pragma once
/// \file
/// DynamoDB backups as data: the API's documents as described structs, read at the speed of simdjson and checked
/// against everything that the documentation states. This header includes what most programs need. Documents of
/// any kind, dumps, statistics, JSON Schema and the catalogue of rules have their own headers.

#include <dynabackup/aws/aws.hpp>
#include <dynabackup/aws_backup/recovery_point.hpp>
#include <dynabackup/backup_view.hpp>
#include <dynabackup/check.hpp>
#include <dynabackup/clumio/clumio.hpp>
#include <dynabackup/exchange.hpp>
#include <dynabackup/parse.hpp>
#include <dynabackup/unknown_members.hpp>
#include <dynabackup/version.hpp>
#include <dynabackup/write.hpp>
