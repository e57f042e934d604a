/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-export-since.h"

#include "twf-export-private.h"
#include "twf-since-private.h"

#include "twf-error.h"

#define MOST_PAGES 2
/* Beyond this nobody looks for one among them. */
#define MOST_NAMED 300

static GBytes *
print (const TwfSinceLayout *layout, int most_pages, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) sheet = _twf_sheet_new_of_since (layout);
  const char *title = twf_since_word (TWF_SINCE_WORD_TITLE, layout->language);
  const char *symbol = twf_since_get_symbol (layout->since);

  return _twf_export_pdf (title,
                          symbol != NULL ? symbol : title,
                          sheet,
                          layout->language,
                          most_pages,
                          cancellable,
                          error);
}

/* The pages where they are few enough; NULL, without @error: they are not. */
static GBytes *
try (const TwfSinceLayout *layout, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) reason = NULL;
  GBytes *pages = print (layout, MOST_PAGES, cancellable, &reason);

  if (pages == NULL && !g_error_matches (reason, TWF_ERROR, TWF_ERROR_TOO_LARGE))
    g_propagate_error (error, g_steal_pointer (&reason));
  return pages;
}

/* As much as there is room for, from the beginning: each is named where it is not shown, so that
 * more shown is never less named, and the border can be halved in on. */
static GBytes *
fill (TwfSinceLayout *layout, guint n, GCancellable *cancellable, GError **error)
{
  GError *reason = NULL;
  GBytes *best;
  guint most = n;

  layout->n_shown = 0;
  best = try (layout, cancellable, error);
  for (guint least = 0; best != NULL && least < most;)
    {
      GBytes *pages;

      layout->n_shown = least + (most - least + 1) / 2;
      pages = try (layout, cancellable, &reason);
      if (reason != NULL)
        {
          g_propagate_error (error, reason);
          g_clear_pointer (&best, g_bytes_unref);
        }
      else if (pages != NULL)
        {
          g_bytes_unref (best);
          best = pages;
          least = layout->n_shown;
        }
      else
        most = layout->n_shown - 1;
    }
  return best;
}

static GBytes *
print_note (TwfSinceLayout *layout, guint n, GCancellable *cancellable, GError **error)
{
  GError *reason = NULL;

  layout->brief = TRUE;
  for (layout->naming = n <= MOST_NAMED ? TWF_NAMING_EACH : TWF_NAMING_RANGES;
       layout->naming < TWF_N_NAMINGS;
       layout->naming++)
    {
      GBytes *note = fill (layout, n, cancellable, &reason);

      if (note != NULL)
        return note;
      if (reason != NULL)
        {
          g_propagate_error (error, reason);
          return NULL;
        }
    }
  /* A title or a note of pages: rather a longer one than none. */
  layout->naming = TWF_NAMING_SECTIONS;
  layout->n_shown = 0;
  return print (layout, 0, cancellable, error);
}

/**
 * twf_export_since:
 * @since: what changed
 * @kind: what is made
 * @language: (nullable): texts in one language; %NULL: in all
 * @cancellable: (nullable): to stop it
 * @error: (out) (optional): where an error goes
 *
 * Writes a note for the capital. As a PDF it has at most two pages: what matters most is shown,
 * long stretches that stayed are cut short and marked so, and what does not fit is counted and
 * named by its number. Its own words are as in twf_export_comparison(). Blocking.
 *
 * Returns: (transfer full): the bytes of the file
 *
 * Errors: TWF_ERROR_FAILED if the PDF could not be drawn; G_IO_ERROR_CANCELLED
 */
GBytes *
twf_export_since (TwfSince *since,
                  TwfExportKind kind,
                  const char *language,
                  GCancellable *cancellable,
                  GError **error)
{
  TwfComparison *comparison = twf_since_get_comparison (since);
  const char *const *known = twf_comparison_get_languages (comparison);
  const char *own = language != NULL ? language : twf_comparison_get_language (comparison);
  g_autoptr (GPtrArray) entries = twf_since_list_entries (since, language);
  TwfSinceLayout layout = { .since = since, .shown = language, .n_shown = entries->len };
  g_autoptr (GPtrArray) sheet = NULL;

  layout.language = own != NULL ? own : known[0] != NULL ? known[0] : "en";
  if (kind == TWF_EXPORT_PDF)
    return print_note (&layout, entries->len, cancellable, error);
  sheet = _twf_sheet_new_of_since (&layout);
  if (kind == TWF_EXPORT_HTML)
    return _twf_export_html (
        twf_since_word (TWF_SINCE_WORD_TITLE, layout.language), sheet, layout.language);
  _twf_sheet_write_marks (sheet);
  return _twf_export_text (sheet, layout.language);
}
