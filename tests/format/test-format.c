/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "make-plan.h"
#include "twf-error.h"
#include "twf-format.h"
#include "twf-lines.h"
#include "twf-proposal.h"
#include "twf-remark.h"

#include <string.h>

#define PLANS 60
#define MUTATIONS 20000

#define ID "abcdefghijkm"
#define BLOB "da39a3ee5e6b4b0d3255bfef95601890afd80709"
#define FOLDER "provisions/ab/abcdefghijkm/"

static void
put (GHashTable *files, const char *path, const char *content)
{
  g_hash_table_insert (files, g_strdup (path), g_bytes_new (content, strlen (content)));
}

static void
assert_content (GHashTable *files, const char *path, const char *content)
{
  GBytes *bytes = g_hash_table_lookup (files, path);
  g_autofree char *found = NULL;

  g_assert_nonnull (bytes);
  found = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (found, ==, content);
}

/* What a person meets who looks into the repository with git. */
static void
test_reads_naturally (void)
{
  static const char *const languages[] = { "ar", "en", NULL };
  static const char *const serves[] = { "zbcdefghijkm", "bbcdefghijkm", NULL };
  g_autoptr (TwfPlan) plan = twf_plan_new ();
  TwfProvision *provision = twf_provision_new (ID, TWF_SECTION_ACTIONS);
  TwfProposal *proposal = twf_proposal_new ("dbcdefghijkm");
  TwfProposal *title = twf_proposal_new ("fbcdefghijkm");
  TwfDelegation *delegation = twf_delegation_new ("EG");
  g_autoptr (GHashTable) files = twf_files_new ();

  twf_plan_set_values (plan, TWF_PLAN_LANGUAGES, languages);
  twf_plan_set_title (plan, "ar", "خطة عمل");
  twf_provision_set_place (provision, TWF_SECTION_ACTIONS, "cbcdefghijkm", "i5");
  twf_provision_set_text (provision, TWF_PART_BODY, "en", "Register every object.");
  twf_provision_set_text (provision, TWF_PART_MEANS, "ar", "سجل وطني");
  twf_provision_set_values (provision, TWF_FIELD_SERVES, serves);
  twf_proposal_set_text (proposal, "en", "Register objects.");
  twf_proposal_set_part (proposal, TWF_PART_MEANS);
  twf_proposal_add_value (proposal, TWF_PROPOSAL_FIELD_OWNER, "EG");
  twf_proposal_add_value (proposal, TWF_PROPOSAL_FIELD_BASE, "en=" BLOB);
  twf_proposal_add_value (proposal, TWF_PROPOSAL_FIELD_POSITION, "US delete");
  twf_provision_take_proposal (provision, proposal);
  twf_proposal_set_text (title, "ar", "خطة عمل عالمية");
  twf_plan_take_proposal (plan, title);
  twf_provision_take_remark (
      provision, twf_remark_new ("ebcdefghijkm", "EG", 1795452005, "Too long.\nPerhaps."));
  twf_plan_take_provision (plan, provision);
  twf_delegation_set_localized (delegation, TWF_DELEGATION_NAME, "en", "Egypt");
  twf_plan_take_delegation (plan, delegation);

  twf_format_write_plan (plan, files);
  g_assert_cmpuint (g_hash_table_size (files), ==, 11);
  assert_content (files, "plan", "Format: 1\nLanguages: ar en\n");
  assert_content (files, "title/ar.txt", "خطة عمل\n");
  assert_content (files,
                  FOLDER "fields",
                  "Section: actions\nParent: cbcdefghijkm\nRank: i5\n"
                  "Serves: bbcdefghijkm\nServes: zbcdefghijkm\n");
  assert_content (files, FOLDER "en.txt", "Register every object.\n");
  assert_content (files, FOLDER "means.ar.txt", "سجل وطني\n");
  assert_content (files,
                  FOLDER "proposals/dbcdefghijkm/fields",
                  "Kind: replace\nState: open\nPart: means\nBase: en=" BLOB
                  "\nOwner: EG\nPosition: US delete\n");
  assert_content (files, "proposals/fbcdefghijkm/fields", "Kind: replace\nState: open\n");
  assert_content (files, "proposals/fbcdefghijkm/ar.txt", "خطة عمل عالمية\n");
  assert_content (files, FOLDER "proposals/dbcdefghijkm/en.txt", "Register objects.\n");
  assert_content (files,
                  FOLDER "remarks/ebcdefghijkm",
                  "Author: EG\nWhen: 2026-11-23T16:40:05Z\n\nToo long.\nPerhaps.\n");
  assert_content (files, "delegations/EG", "Name: en Egypt\n");
}

static void
test_round_trips (void)
{
  for (guint i = 0; i < PLANS; i++)
    {
      g_autoptr (TwfPlan) plan = make_random_plan (30);
      g_autoptr (GHashTable) files = twf_files_new ();
      g_autoptr (GHashTable) again = twf_files_new ();
      g_autoptr (TwfPlan) read = NULL;
      g_autoptr (GError) error = NULL;

      twf_format_write_plan (plan, files);
      read = twf_format_read_plan (files, &error);
      g_assert_no_error (error);
      assert_plans_equal (plan, read);
      twf_format_write_plan (read, again);
      assert_files_equal (files, again);
    }
}

static void
test_provision_alone (void)
{
  g_autoptr (TwfPlan) plan = make_random_plan (30);
  g_autoptr (GPtrArray) provisions = twf_plan_list_all (plan);
  g_autoptr (GHashTable) files = twf_files_new ();
  g_autoptr (GError) error = NULL;

  twf_format_write_plan (plan, files);
  for (guint i = 0; i < provisions->len; i++)
    {
      TwfProvision *provision = g_ptr_array_index (provisions, i);
      const char *id = twf_provision_get_id (provision);
      g_autoptr (TwfProvision) read = twf_format_read_provision (id, files, &error);
      g_autofree char *folder = twf_format_dup_provision_path (id);
      g_autofree char *path = g_strconcat (folder, "/fields", NULL);
      g_autofree char *back = twf_format_dup_id_of_path (path);

      g_assert_no_error (error);
      g_assert_true (twf_provision_equal (provision, read));
      g_assert_cmpstr (back, ==, id);
    }
  g_assert_null (twf_format_read_provision (ID, files, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND);
  g_assert_null (twf_format_dup_id_of_path ("delegations/EG"));
  g_assert_null (twf_format_dup_id_of_path ("provisions/zz/abcdefghijkm/fields"));
}

/* Whoever fills a plan past its door must still not make one that nobody can open. */
static void
test_writes_nothing_unreadable (void)
{
  static const char *const values[] = { "two\nSection: letter",
                                        " around ",
                                        "e\u0301",
                                        "\u202Ex",
                                        "open \u2068",
                                        "tab\there",
                                        "\r",
                                        "",
                                        "bad \xff",
                                        NULL };
  TwfProvision *provision = twf_provision_new (ID, TWF_SECTION_LETTER);
  g_autoptr (TwfPlan) plan = twf_plan_new ();
  g_autoptr (TwfPlan) read = NULL;
  g_autoptr (GHashTable) files = twf_files_new ();
  g_autoptr (GHashTable) again = twf_files_new ();
  g_autoptr (GError) error = NULL;

  twf_provision_set_values (provision, TWF_FIELD_AGREED, values);
  twf_provision_set_values (provision, TWF_FIELD_NUMBER, values);
  twf_provision_set_text (
      provision, TWF_PART_BODY, "en", "one\r\ntwo\u2028e\u0301\u202Ex\xff\u2068");
  twf_provision_set_text (provision, TWF_PART_BODY, "fr", "\u202E");
  twf_provision_take_remark (provision, twf_remark_new ("bbcdefghijkm", NULL, G_MAXINT64, "x\r"));
  twf_plan_take_provision (plan, provision);
  twf_format_write_plan (plan, files);
  read = twf_format_read_plan (files, &error);
  g_assert_no_error (error);
  twf_format_write_plan (read, again);
  assert_files_equal (files, again);
}

static void
test_versions (void)
{
  g_autoptr (GHashTable) files = twf_files_new ();
  g_autoptr (TwfPlan) known = NULL;
  g_autoptr (TwfPlan) unknown = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfReader) reader = twf_reader_new ();
  g_autoptr (GBytes) head = g_bytes_new_static ("Format: 7\nMood: good\n", 21);

  g_assert_null (twf_format_read_plan (files, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND);
  g_clear_error (&error);

  put (files, "plan", "Format: 2\nLanguages: ar\n");
  put (files, FOLDER "fields", "Section: letter\n");
  known = twf_format_read_plan (files, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (twf_plan_get_n_provisions (known), ==, 1);

  put (files, FOLDER "votes", "EG yes\n");
  unknown = twf_format_read_plan (files, &error);
  g_assert_error (error, TWF_ERROR, TWF_ERROR_UNSUPPORTED);
  g_assert_null (unknown);
  g_clear_error (&error);

  g_assert_cmpuint (twf_reader_get_version (reader), ==, 0);
  g_assert_true (twf_reader_add (reader, "plan", head, &error));
  g_assert_cmpuint (twf_reader_get_version (reader), ==, 7);
  g_assert_null (twf_reader_finish (reader, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_UNSUPPORTED);
}

/* The tree comes in the order that git has it in, with `plan` after `delegations`. */
static void
test_any_order (void)
{
  g_autoptr (TwfPlan) plan = make_random_plan (20);
  g_autoptr (GHashTable) files = twf_files_new ();
  g_autoptr (GList) paths = NULL;

  twf_format_write_plan (plan, files);
  paths = g_hash_table_get_keys (files);
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (TwfReader) reader = twf_reader_new ();
      g_autoptr (TwfPlan) read = NULL;
      g_autoptr (GError) error = NULL;

      paths = round == 0 ? g_list_sort (paths, (GCompareFunc)strcmp) : g_list_reverse (paths);
      for (GList *l = paths; l != NULL; l = l->next)
        g_assert_true (
            twf_reader_add (reader, l->data, g_hash_table_lookup (files, l->data), &error));
      read = twf_reader_finish (reader, &error);
      g_assert_no_error (error);
      assert_plans_equal (plan, read);
    }
}

static GBytes *
mutate (GBytes *bytes)
{
  gsize size = g_bytes_get_size (bytes);
  g_autoptr (GByteArray) array = g_byte_array_new ();
  guint at = size > 0 ? (guint)g_test_rand_int_range (0, (gint32)size) : 0;
  guint8 byte = (guint8)g_test_rand_int_range (0, 256);

  g_byte_array_append (array, g_bytes_get_data (bytes, NULL), (guint)size);
  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      g_byte_array_set_size (array, at);
      break;
    case 1:
      if (size > 0)
        g_byte_array_remove_index (array, at);
      break;
    case 2:
      if (size > 0)
        array->data[at] = byte;
      break;
    default:
      g_byte_array_append (array, g_bytes_get_data (bytes, NULL), at);
      break;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&array));
}

static guint
get_version (GHashTable *files)
{
  g_autoptr (TwfReader) reader = twf_reader_new ();

  g_assert_true (twf_reader_add (reader, "plan", g_hash_table_lookup (files, "plan"), NULL));
  return twf_reader_get_version (reader);
}

/* One byte wrong somewhere: either it is refused, or it is another plan that is stored like that.
 */
static void
test_mutations (void)
{
  g_autoptr (TwfPlan) plan = make_random_plan (6);
  g_autoptr (GHashTable) files = twf_files_new ();
  g_autofree char **paths = NULL;
  guint n_paths;
  guint n_refused = 0;

  twf_format_write_plan (plan, files);
  paths = (char **)g_hash_table_get_keys_as_array (files, &n_paths);
  for (guint i = 0; i < MUTATIONS; i++)
    {
      const char *path = paths[g_test_rand_int_range (0, (gint32)n_paths)];
      GBytes *kept = g_bytes_ref (g_hash_table_lookup (files, path));
      g_autoptr (GHashTable) again = twf_files_new ();
      g_autoptr (TwfPlan) read = NULL;
      g_autoptr (GError) error = NULL;

      g_hash_table_insert (files, g_strdup (path), mutate (kept));
      read = twf_format_read_plan (files, &error);
      if (read == NULL)
        {
          g_assert_nonnull (error);
          g_assert_null (strchr (error->message, '\n'));
          n_refused++;
        }
      else if (get_version (files) == TWF_FORMAT_VERSION)
        {
          twf_format_write_plan (read, again);
          assert_files_equal (files, again);
        }
      g_hash_table_insert (files, g_strdup (path), kept);
    }
  g_assert_cmpuint (n_refused, >, MUTATIONS / 10);
  g_assert_cmpuint (n_refused, <, MUTATIONS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/reads-naturally", test_reads_naturally);
  g_test_add_func ("/format/round-trips", test_round_trips);
  g_test_add_func ("/format/provision-alone", test_provision_alone);
  g_test_add_func ("/format/writes-nothing-unreadable", test_writes_nothing_unreadable);
  g_test_add_func ("/format/versions", test_versions);
  g_test_add_func ("/format/any-order", test_any_order);
  g_test_add_func ("/format/mutations", test_mutations);
  return g_test_run ();
}
