/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-account-words.h"
#include "twf-comparison-words.h"
#include "twf-sheet-account.h"
#include "twf-sheet-words.h"

#include "twf-bidi.h"
#include "twf-language.h"

static void
append (GString *line, const char *separator, const char *word)
{
  if (line->len > 0)
    g_string_append (line, separator);
  g_string_append (line, word);
}

/* "edited, moved, merged with 3" */
static char *
dup_done (const TwfOriginRow *row, const char *language)
{
  GString *done = g_string_new (NULL);
  const char *comma = twf_sheet_word (TWF_WORD_COMMA, language);
  gboolean stayed = row->numbers[0] != NULL && row->numbers[1] != NULL;

  if (row->numbers[1] == NULL)
    append (done, comma, twf_account_word (TWF_ACCOUNT_WORD_DELETED, language));
  else if (row->numbers[0] == NULL)
    append (done, comma, twf_account_word (TWF_ACCOUNT_WORD_NEW, language));
  if (stayed && row->is_edited)
    append (done, comma, twf_account_word (TWF_ACCOUNT_WORD_EDITED, language));
  if (stayed && row->is_moved)
    append (done, comma, twf_account_word (TWF_ACCOUNT_WORD_MOVED, language));
  for (guint i = 0; row->merged_from[i] != NULL; i++)
    {
      g_autofree char *number = twf_text_isolate (row->merged_from[i]);
      g_autofree char *merged
          = g_strjoin (" ", twf_account_word (TWF_ACCOUNT_WORD_MERGED, language), number, NULL);

      append (done, comma, merged);
    }
  if (done->len == 0)
    append (done, comma, twf_account_word (TWF_ACCOUNT_WORD_KEPT, language));
  return g_string_free (done, FALSE);
}

static char *
dup_facts (const TwfOriginRow *row, const char *language)
{
  g_autofree char *done = dup_done (row, language);
  GString *facts = g_string_new (done);
  GString *who = g_string_new (NULL);
  g_autofree char *codes = NULL;
  g_autofree char *former
      = row->numbers[0] != NULL && row->numbers[1] != NULL && *row->numbers[0] != '\0'
            ? twf_text_isolate (row->numbers[0])
            : NULL;

  if (former != NULL)
    g_string_append_printf (
        facts, " · %s %s", twf_compared_word (TWF_COMPARED_WAS, language), former);
  for (guint i = 0; row->contributors[i] != NULL; i++)
    append (who,
            twf_sheet_word (TWF_WORD_COMMA, language),
            *row->contributors[i] != '\0'
                ? row->contributors[i]
                : twf_account_word (TWF_ACCOUNT_WORD_FACILITATOR, language));
  codes = twf_text_isolate (who->str);
  if (who->len > 0)
    g_string_append_printf (facts,
                            " · %s%s%s",
                            twf_account_word (TWF_ACCOUNT_WORD_CONTRIBUTORS, language),
                            twf_sheet_word (TWF_WORD_COLON, language),
                            codes);
  g_string_free (who, TRUE);
  return g_string_free (facts, FALSE);
}

/* Numbers are in the plan's language: those of another direction are set apart. */
static char *
dup_number (const TwfAccount *account, const TwfOriginRow *row, const char *language)
{
  const char *number = row->numbers[1] != NULL ? row->numbers[1] : row->numbers[0];

  if (number == NULL || *number == '\0')
    return g_strdup ("");
  if (account->language == NULL
      || twf_language_get_direction (account->language) == twf_language_get_direction (language))
    return g_strdup (number);
  return twf_text_isolate (number);
}

/**
 * twf_sheet_add_origins:
 * @sheet: (element-type TwfBlock): a sheet
 * @account: an account
 * @language: of the document
 *
 * Adds the table of origins: for each provision its number and how it begins, and under it what was
 * done, the number it had, and who contributed.
 */
void
twf_sheet_add_origins (GPtrArray *sheet, const TwfAccount *account, const char *language)
{
  int section = -1;

  for (guint i = 0; i < account->origins->len; i++)
    {
      const TwfOriginRow *row = account->origins->pdata[i];
      g_autofree char *facts = dup_facts (row, language);
      g_autofree char *number = dup_number (account, row, language);
      TwfBlock *block;

      if ((int)row->section != section)
        twf_sheet_add (
            sheet, TWF_BLOCK_HEADING, "", twf_section_get_title (row->section, language), language);
      section = (int)row->section;
      block = twf_sheet_add (sheet,
                             TWF_BLOCK_PROVISION,
                             number,
                             row->words,
                             row->language != NULL ? row->language : language);
      block->id = g_strconcat ("origin-", row->id, NULL);
      block->depth = row->depth;
      block = twf_sheet_add (sheet, TWF_BLOCK_NOTE, "", facts, language);
      block->depth = row->depth + 1;
    }
}
