/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"

G_BEGIN_DECLS

/* The version of the storage format that this program writes. */
#define TWF_FORMAT_VERSION 1

/* A tree of files, as a plan is stored: char* path -> GBytes* (both owned). */
GHashTable *twf_files_new (void) G_GNUC_WARN_UNUSED_RESULT;

void twf_format_write_plan (TwfPlan *plan, GHashTable *files);
void twf_format_write_head (TwfPlan *plan, GHashTable *files); /* plan, title/, proposals/ */
void twf_format_write_provision (TwfProvision *provision, GHashTable *files);
void twf_format_write_delegation (TwfDelegation *delegation, GHashTable *files);
char *twf_format_dup_provision_path (const char *id) G_GNUC_WARN_UNUSED_RESULT;
char *twf_format_dup_delegation_path (const char *code) G_GNUC_WARN_UNUSED_RESULT;
char *twf_format_dup_text_path (const char *id,
                                TwfPart part,
                                const char *language) G_GNUC_WARN_UNUSED_RESULT;
char *twf_format_dup_text (const char *path, GBytes *bytes, GBytes *former, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_format_check_path (const char *path, GError **error);
gboolean twf_format_check_file (const char *path, GBytes *bytes, GError **error);
gboolean twf_format_is_text_path (const char *path);
char *twf_format_dup_id_of_path (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* Reads a tree file by file, in any order. */
typedef struct _TwfReader TwfReader;

TwfReader *twf_reader_new (void) G_GNUC_WARN_UNUSED_RESULT;
void twf_reader_free (TwfReader *self);
gboolean twf_reader_add (TwfReader *self, const char *path, GBytes *bytes, GError **error);
TwfPlan *twf_reader_finish (TwfReader *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
guint twf_reader_get_version (TwfReader *self);
TwfPlan *twf_format_read_plan (GHashTable *files, GError **error) G_GNUC_WARN_UNUSED_RESULT;
TwfProvision *twf_format_read_provision (const char *id,
                                         GHashTable *files,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfReader, twf_reader_free)

G_END_DECLS
