/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-format"

#include "config.h"

#include "twf-format.h"

#include "twf-lines.h"
#include "twf-path.h"
#include "twf-proposal.h"
#include "twf-remark.h"

#include <string.h>

typedef const char *const *(*GetValues) (gpointer object, const char *field);

/**
 * twf_files_new:
 *
 * Returns: (transfer full): an empty tree of files: paths to GBytes, both owned
 */
GHashTable *
twf_files_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
}

static void
put (GHashTable *files, char *path, GString *content)
{
  /* Not the string's own memory, of which a half may be unused: a save can have ten thousand. */
  g_hash_table_insert (files, path, g_bytes_new (content->str, content->len));
  g_string_free (content, TRUE);
}

/* A text is kept as it was typed; the line feed at its end belongs to the file. */
static void
put_text (GHashTable *files, char *path, const char *text)
{
  g_autofree char *clean = twf_lines_dup_clean (text);
  gsize length = strlen (clean);

  if (length == 0)
    {
      g_free (path);
      return;
    }
  /* The line feed takes the place of the NUL. */
  clean[length] = '\n';
  g_hash_table_insert (files, path, g_bytes_new_take (g_steal_pointer (&clean), length + 1));
}

/* Writes the fields of @object that @keys name. One that they do not name could not be read again
 * and is a mistake of the program: nothing else can put it there. */
static void
append_fields (GString *to, const TwfKey *keys, gpointer object, GetValues get_values, GStrv fields)
{
  guint written = 0;

  for (; keys->name != NULL; keys++)
    {
      const char *const *values = get_values (object, keys->name);

      twf_lines_append (to, keys, values);
      written += values != NULL;
    }
  if (written != g_strv_length (fields))
    g_critical ("a field that the storage format does not know was not written");
}

static void
append_field (GString *to, const TwfKey *keys, const char *name, const char *value)
{
  const char *const values[] = { value, NULL };

  for (; keys->name != NULL; keys++)
    if (strcmp (keys->name, name) == 0 && value != NULL)
      twf_lines_append (to, keys, values);
}

static void
write_proposal (TwfProposal *proposal, const char *folder, GHashTable *files)
{
  const char *id = twf_proposal_get_id (proposal);
  g_auto (GStrv) fields = twf_proposal_list_fields (proposal);
  g_auto (GStrv) languages = twf_proposal_list_languages (proposal);
  GString *content = g_string_new (NULL);

  append_fields (content, twf_proposal_keys, proposal, (GetValues)twf_proposal_get_values, fields);
  put (files, g_strdup_printf ("%sproposals/%s/fields", folder, id), content);
  for (guint i = 0; languages[i] != NULL; i++)
    put_text (files,
              g_strdup_printf ("%sproposals/%s/%s.txt", folder, id, languages[i]),
              twf_proposal_get_text (proposal, languages[i]));
}

static void
write_proposals (GListModel *proposals, const char *folder, GHashTable *files)
{
  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);

      write_proposal (proposal, folder, files);
    }
}

static const char *const *
get_plan_values (gpointer plan, const char *field)
{
  /* Both are in lines of their own kind. */
  if (strcmp (field, TWF_KEY_FORMAT) == 0)
    return NULL;
  return twf_plan_get_values (plan, field);
}

/**
 * twf_format_write_head:
 * @plan: a plan
 * @files: where its files are added
 *
 * Writes what belongs to no provision and no delegation: the file `plan`, the titles, and the
 * proposals about the plan itself.
 */
void
twf_format_write_head (TwfPlan *plan, GHashTable *files)
{
  GString *content = g_string_new (NULL);
  g_auto (GStrv) languages = twf_plan_list_title_languages (plan);
  g_auto (GStrv) fields = twf_plan_list_fields (plan);

  g_string_append_printf (content, TWF_KEY_FORMAT ": %d\n", TWF_FORMAT_VERSION);
  append_fields (content, twf_plan_keys, plan, get_plan_values, fields);
  put (files, g_strdup ("plan"), content);
  for (guint i = 0; languages[i] != NULL; i++)
    put_text (files,
              g_strdup_printf ("title/%s.txt", languages[i]),
              twf_plan_get_title (plan, languages[i]));
  write_proposals (twf_plan_list_proposals (plan), "", files);
}

static char *
dup_folder (const char *id)
{
  return g_strdup_printf ("provisions/%.2s/%s/", id, id);
}

static void
write_remark (TwfRemark *remark, const char *folder, GHashTable *files)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (twf_remark_get_when (remark));
  g_autofree char *when = NULL;
  g_autofree char *text = twf_lines_dup_clean (twf_remark_get_text (remark));
  GString *content = g_string_new (NULL);

  /* A moment outside the years 1 to 9999 has no name; only a broken clock makes one. */
  when = moment != NULL ? g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ") : NULL;
  append_field (content, twf_remark_keys, TWF_KEY_AUTHOR, twf_remark_get_author (remark));
  if (twf_remark_get_kind (remark) != TWF_REMARK_COMMENT)
    append_field (content,
                  twf_remark_keys,
                  TWF_KEY_KIND,
                  twf_remark_kind_get_name (twf_remark_get_kind (remark)));
  append_field (content, twf_remark_keys, TWF_KEY_LANGUAGE, twf_remark_get_language (remark));
  append_field (
      content, twf_remark_keys, TWF_KEY_WHEN, when != NULL ? when : "1970-01-01T00:00:00Z");
  g_string_append_printf (content, "\n%s\n", text);
  put (files, g_strdup_printf ("%sremarks/%s", folder, twf_remark_get_id (remark)), content);
}

static void
write_texts (TwfProvision *provision, const char *folder, GHashTable *files)
{
  for (TwfPart part = 0; part < TWF_N_PARTS; part++)
    {
      g_auto (GStrv) languages = twf_provision_list_languages (provision, part);
      const char *name = part == TWF_PART_BODY ? "" : twf_part_get_name (part);
      const char *dot = part == TWF_PART_BODY ? "" : ".";

      for (guint i = 0; languages[i] != NULL; i++)
        put_text (files,
                  g_strdup_printf ("%s%s%s%s.txt", folder, name, dot, languages[i]),
                  twf_provision_get_text (provision, part, languages[i]));
    }
}

static const char *const *
get_provision_values (gpointer provision, const char *field)
{
  /* A provision's place is written by itself. */
  if (strcmp (field, TWF_KEY_SECTION) == 0 || strcmp (field, TWF_KEY_PARENT) == 0
      || strcmp (field, TWF_KEY_RANK) == 0)
    return NULL;
  return twf_provision_get_values (provision, field);
}

/**
 * twf_format_write_provision:
 * @provision: a provision
 * @files: where its files are added
 *
 * Writes one provision with its texts, proposals and remarks. A text that is gone has no file: who
 * saves a change compares the paths with those that were there.
 */
void
twf_format_write_provision (TwfProvision *provision, GHashTable *files)
{
  g_autofree char *folder = dup_folder (twf_provision_get_id (provision));
  g_auto (GStrv) fields = twf_provision_list_fields (provision);
  GListModel *remarks
      = twf_provision_has_remarks (provision) ? twf_provision_list_remarks (provision) : NULL;
  GString *content = g_string_new (NULL);

  append_field (content,
                twf_provision_keys,
                TWF_KEY_SECTION,
                twf_section_get_name (twf_provision_get_section (provision)));
  append_field (content, twf_provision_keys, TWF_KEY_PARENT, twf_provision_get_parent (provision));
  append_field (content, twf_provision_keys, TWF_KEY_RANK, twf_provision_get_rank (provision));
  append_fields (content, twf_provision_keys, provision, get_provision_values, fields);
  put (files, g_strconcat (folder, "fields", NULL), content);
  write_texts (provision, folder, files);
  if (twf_provision_has_proposals (provision))
    write_proposals (twf_provision_list_proposals (provision), folder, files);
  for (guint i = 0; remarks != NULL && i < g_list_model_get_n_items (remarks); i++)
    {
      g_autoptr (TwfRemark) remark = g_list_model_get_item (remarks, i);

      write_remark (remark, folder, files);
    }
}

/**
 * twf_format_write_delegation:
 * @delegation: a delegation
 * @files: where its file is added
 */
void
twf_format_write_delegation (TwfDelegation *delegation, GHashTable *files)
{
  GString *content = g_string_new (NULL);
  g_auto (GStrv) fields = twf_delegation_list_fields (delegation);

  append_fields (
      content, twf_delegation_keys, delegation, (GetValues)twf_delegation_get_values, fields);
  put (files, twf_format_dup_delegation_path (twf_delegation_get_code (delegation)), content);
}

/**
 * twf_format_write_plan:
 * @plan: a plan
 * @files: where its files are added
 *
 * Writes a whole plan. What is written is what twf_format_read_plan() reads, byte for byte: the
 * same plan is always the same files.
 */
void
twf_format_write_plan (TwfPlan *plan, GHashTable *files)
{
  g_autoptr (GPtrArray) provisions = twf_plan_list_all (plan);
  GListModel *delegations = twf_plan_list_delegations (plan);

  twf_format_write_head (plan, files);
  for (guint i = 0; i < provisions->len; i++)
    twf_format_write_provision (g_ptr_array_index (provisions, i), files);
  for (guint i = 0; i < g_list_model_get_n_items (delegations); i++)
    {
      g_autoptr (TwfDelegation) delegation = g_list_model_get_item (delegations, i);

      twf_format_write_delegation (delegation, files);
    }
}

/**
 * twf_format_dup_provision_path:
 * @id: a provision's
 *
 * Returns: (transfer full): the folder under which everything of the provision is stored, without
 * a slash at its end
 */
char *
twf_format_dup_provision_path (const char *id)
{
  g_return_val_if_fail (twf_id_is_valid (id), NULL);

  return g_strdup_printf ("provisions/%.2s/%s", id, id);
}

/**
 * twf_format_dup_delegation_path:
 * @code: a delegation's
 *
 * Returns: (transfer full): the file in which the delegation is stored
 */
char *
twf_format_dup_delegation_path (const char *code)
{
  return g_strdup_printf ("delegations/%s", code);
}

/**
 * twf_format_dup_id_of_path:
 * @path: a path from the root of a plan's tree
 *
 * Returns: (transfer full) (nullable): the id of the provision whose file @path is; %NULL if it is
 * the file of none
 */
char *
twf_format_dup_id_of_path (const char *path)
{
  TwfPath parsed;

  if (!twf_path_parse (path, &parsed, NULL) || parsed.id[0] == '\0')
    return NULL;
  return g_strdup (parsed.id);
}
