/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-documents.h"

#include "twf-bidi.h"
#include "twf-cli-issued.h"
#include "twf-concordance.h"
#include "twf-desk-document-check.h"
#include "twf-finding-words.h"

#include <glib/gi18n-lib.h>

/* The word for machines where paragraphs are counted. */
#define STRUCTURE "structure"

/**
 * twf_cli_place_to_json:
 * @place: words of a text
 *
 * Returns: (transfer full): them, their language and where they stand
 */
JsonObject *
twf_cli_place_to_json (const TwfFindingPlace *place)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "language", place->language);
  json_object_set_string_member (object, "words", place->words);
  json_object_set_int_member (object, "start", place->start);
  json_object_set_int_member (object, "end", place->end);
  return object;
}

static JsonObject *
finding_to_json (const TwfCheckedFiles *checked, const TwfDocumentFinding *one)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "file", checked->paths[one->file]);
  json_object_set_string_member (object, "other", checked->paths[one->other]);
  if (one->disparity == NULL)
    {
      json_object_set_string_member (object, "kind", STRUCTURE);
      json_object_set_int_member (object, "unlike", one->n_unlike);
      json_object_set_int_member (object, "paragraphs", one->n_paragraphs);
      json_object_set_int_member (object, "other_paragraphs", one->n_other);
    }
  else
    {
      g_autoptr (TwfFinding) finding = twf_finding_new_for_disparity (one->disparity);

      json_object_set_string_member (object, "kind", twf_finding_kind_get_name (finding->kind));
      json_object_set_int_member (object, "line", one->line);
      twf_cli_set_json_nullable (object, "number", one->number);
      json_object_set_object_member (object, "here", twf_cli_place_to_json (finding->place));
      json_object_set_object_member (object, "there", twf_cli_place_to_json (finding->other));
    }
  return object;
}

static void
print_json (TwfCli *cli, const TwfCheckedFiles *checked)
{
  JsonObject *object = json_object_new ();
  JsonArray *findings = json_array_new ();

  for (guint i = 0; i < checked->check->findings->len; i++)
    json_array_add_object_element (findings,
                                   finding_to_json (checked, checked->check->findings->pdata[i]));
  json_object_set_int_member (object, "documents", checked->check->n_documents);
  json_object_set_int_member (object, "pairs", checked->check->n_pairs);
  json_object_set_array_member (object, "findings", findings);
  twf_cli_print_json (cli, object);
}

static void
print_structure (TwfCli *cli, const TwfCheckedFiles *checked, const TwfDocumentFinding *one)
{
  g_autofree char *other = twf_text_isolate (checked->paths[one->other]);
  g_autofree char *words = NULL;

  if (one->n_unlike > 0)
    words = g_strdup_printf (ngettext ("%u paragraph does not go with the one beside it in %s",
                                       "%u paragraphs do not go with those beside them in %s",
                                       one->n_unlike),
                             one->n_unlike,
                             other);
  else
    words = g_strdup_printf (ngettext ("%u paragraph, where %s has %u",
                                       "%u paragraphs, where %s has %u",
                                       one->n_paragraphs),
                             one->n_paragraphs,
                             other,
                             one->n_other);
  twf_cli_print (cli, "%s: %s\n", checked->paths[one->file], words);
}

static void
print_finding (TwfCli *cli, const TwfCheckedFiles *checked, const TwfDocumentFinding *one)
{
  g_autoptr (TwfFinding) finding = NULL;
  g_autofree char *words = NULL;
  g_autofree char *number = NULL;
  g_autofree char *paragraph = NULL;

  if (one->disparity == NULL)
    {
      print_structure (cli, checked, one);
      return;
    }
  finding = twf_finding_new_for_disparity (one->disparity);
  words = twf_finding_dup_words (finding, finding->place->language, finding->other->language);
  number = one->number != NULL ? twf_text_isolate (one->number) : NULL;
  paragraph = number != NULL ? g_strdup_printf (_ ("paragraph %s: "), number) : g_strdup ("");
  twf_cli_print (cli, "%s:%u: %s%s\n", checked->paths[one->file], one->line, paragraph, words);
}

/**
 * twf_cli_check_documents:
 * @cli: a run of a command
 * @paths: Akoma Ntoso files and folders
 *
 * Holds the languages of documents against each other and prints what was found.
 *
 * Returns: the exit status
 */
int
twf_cli_check_documents (TwfCli *cli, const char *const *paths)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfCheckedFiles) checked = NULL;

  twf_desk_check_documents_async (paths, NULL, twf_cli_store_result_cb, &result);
  checked = twf_desk_check_documents_finish (twf_cli_await (&result), &error);
  if (checked == NULL)
    return twf_cli_fail (cli, error, paths[0]);
  if (cli->json)
    print_json (cli, checked);
  for (guint i = 0; !cli->json && i < checked->check->findings->len; i++)
    print_finding (cli, checked, checked->check->findings->pdata[i]);
  return checked->check->findings->len > 0 ? TWF_EXIT_NEEDS_PERSON : TWF_EXIT_DONE;
}
