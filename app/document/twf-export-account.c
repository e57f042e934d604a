/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-export-account.h"

#include "twf-account-words.h"
#include "twf-export-private.h"
#include "twf-sheet-account.h"

/**
 * _twf_sheet_write_marks:
 * @sheet: (element-type TwfBlock): what is written as plain text
 *
 * Plain text has marks instead of lines through and under words.
 */
void
_twf_sheet_write_marks (GPtrArray *sheet)
{
  for (guint i = 0; i < sheet->len; i++)
    {
      TwfBlock *block = sheet->pdata[i];
      GString *text;

      if (block->aside != NULL)
        _twf_sheet_write_marks (block->aside);
      if (block->runs == NULL)
        continue;
      text = g_string_new (NULL);
      for (guint r = 0; r < block->runs->len; r++)
        {
          const TwfRun *run = block->runs->pdata[r];

          if (run->kind == TWF_RUN_EQUAL)
            g_string_append (text, run->text);
          else
            g_string_append_printf (
                text, run->kind == TWF_RUN_DELETED ? "[-%s-]" : "{+%s+}", run->text);
        }
      g_free (block->text);
      block->text = g_string_free (text, FALSE);
    }
}

/**
 * twf_export_account:
 * @account: an account
 * @kind: what is made
 * @language: (nullable): of its own words; %NULL: that of the plan's numbers
 * @cancellable: (nullable): to stop it
 * @error: (out) (optional): where an error goes
 *
 * Writes the certificate of changes: what changed between two revisions, who answers for each
 * change, the table of origins, and the digest of the record. Blocking.
 *
 * Returns: (transfer full): the bytes of the file
 *
 * Errors: TWF_ERROR_FAILED if the PDF could not be drawn; G_IO_ERROR_CANCELLED
 */
GBytes *
twf_export_account (const TwfAccount *account,
                    TwfExportKind kind,
                    const char *language,
                    GCancellable *cancellable,
                    GError **error)
{
  const char *own = language != NULL            ? language
                    : account->language != NULL ? account->language
                                                : "en";
  g_autoptr (GPtrArray) sheet = twf_sheet_new_of_account (account, own);
  const char *title = twf_account_word (TWF_ACCOUNT_WORD_TITLE, own);
  g_autofree char *head
      = g_strjoin (" · ", title, account->ends[0].name, account->ends[1].name, NULL);

  switch (kind)
    {
    case TWF_EXPORT_TEXT:
      _twf_sheet_write_marks (sheet);
      return _twf_export_text (sheet, own);
    case TWF_EXPORT_HTML:
      return _twf_export_html (title, sheet, own);
    case TWF_EXPORT_PDF:
      return _twf_export_pdf (title, head, sheet, own, 0, cancellable, error);
    default:
      g_assert_not_reached ();
    }
}
