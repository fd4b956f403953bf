#pragma once
/// \file
/// Compiles the library for a program whose other files only declare it. Define DYNABACKUP_SEPARATE_COMPILATION for the
/// whole program, and include this header first in exactly one file.

#ifndef DYNABACKUP_SEPARATE_COMPILATION
#error "Define DYNABACKUP_SEPARATE_COMPILATION for the whole program, or do not include this header."
#endif
#ifdef DYNABACKUP_DEFINE
#error "Include src.hpp before any other header of dynabackup."
#endif
#define DYNABACKUP_SOURCE

#include <dynabackup/aws/canonical_bytes.hpp>
#include <dynabackup/backup_view.hpp>
#include <dynabackup/check_documents.hpp>
#include <dynabackup/dump.hpp>
#include <dynabackup/exchange.hpp>
#include <dynabackup/exchange_documents.hpp>
#include <dynabackup/json_schema.hpp>
#include <dynabackup/parse.hpp>
#include <dynabackup/recognize.hpp>
#include <dynabackup/rule_catalog.hpp>
#include <dynabackup/stats.hpp>
#include <dynabackup/text_checker.hpp>
#include <dynabackup/unknown_members.hpp>
#include <dynabackup/write.hpp>
