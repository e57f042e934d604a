/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-export-comparison.h"

#include "twf-comparison-words.h"
#include "twf-export-private.h"
#include "twf-sheet-comparison.h"

/**
 * twf_export_comparison:
 * @comparison: a comparison
 * @kind: what is made
 * @names: what the base and the sides are called
 * @language: (nullable): texts in one language; %NULL: in all
 * @cancellable: (nullable): to stop it
 * @error: (out) (optional): where an error goes
 *
 * Writes a comparison as a document. Its own words are in @language, else in the language of the
 * comparison's numbers, else in the source language. Blocking.
 *
 * Returns: (transfer full): the bytes of the file
 *
 * Errors: TWF_ERROR_FAILED if the PDF could not be drawn; G_IO_ERROR_CANCELLED
 */
GBytes *
twf_export_comparison (TwfComparison *comparison,
                       TwfExportKind kind,
                       const char *const *names,
                       const char *language,
                       GCancellable *cancellable,
                       GError **error)
{
  const char *const *known = twf_comparison_get_languages (comparison);
  const char *own = language != NULL ? language : twf_comparison_get_language (comparison);
  g_autoptr (GPtrArray) sheet = NULL;
  const char *title;

  own = own != NULL ? own : known[0] != NULL ? known[0] : "en";
  sheet = twf_sheet_new_of_comparison (comparison, names, own, language);
  title = twf_compared_word (TWF_COMPARED_TITLE, own);
  switch (kind)
    {
    case TWF_EXPORT_TEXT:
      _twf_sheet_write_marks (sheet);
      return _twf_export_text (sheet, own);
    case TWF_EXPORT_HTML:
      return _twf_export_html (title, sheet, own);
    case TWF_EXPORT_PDF:
      return _twf_export_pdf (title, title, sheet, own, 0, cancellable, error);
    default:
      g_assert_not_reached ();
    }
}
