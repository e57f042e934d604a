/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-export.h"

#include "twf-error.h"
#include "twf-export-private.h"
#include "twf-language.h"

static const struct
{
  const char *name;
  const char *suffix;
  TwfExportKind kind;
} kinds[] = {
  { "text", ".txt", TWF_EXPORT_TEXT },
  { "html", ".html", TWF_EXPORT_HTML },
  { "pdf", ".pdf", TWF_EXPORT_PDF },
};

/**
 * twf_view_from_name:
 * @name: what a person calls the view: clean, compilation, changes, table, chair
 * @view: (out): the view
 *
 * Returns: whether there is such a view
 */
gboolean
twf_view_from_name (const char *name, TwfView *view)
{
  static const char *const names[] = { "clean", "compilation", "changes", "table", "chair" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      {
        *view = (TwfView)i;
        return TRUE;
      }
  return FALSE;
}

/**
 * twf_export_kind_from_name:
 * @name: what a person calls the kind: text, html, pdf
 * @kind: (out): the kind
 *
 * Returns: whether there is such a kind
 */
gboolean
twf_export_kind_from_name (const char *name, TwfExportKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strcasecmp (name, kinds[i].name) == 0)
      {
        *kind = kinds[i].kind;
        return TRUE;
      }
  return FALSE;
}

/**
 * twf_export_kind_from_file_name:
 * @file_name: where the export is to go
 * @kind: (out): the kind its ending stands for
 *
 * Returns: whether the ending stands for a kind
 */
gboolean
twf_export_kind_from_file_name (const char *file_name, TwfExportKind *kind)
{
  g_autofree char *lower = g_ascii_strdown (file_name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_suffix (lower, kinds[i].suffix))
      {
        *kind = kinds[i].kind;
        return TRUE;
      }
  return FALSE;
}

/**
 * twf_export_plan:
 * @plan: a plan
 * @order: what document
 * @cancellable: (nullable): to stop it
 * @error: (out) (optional): where an error goes
 *
 * Writes a plan as a document in one language, numbered as the United Nations number in it.
 * Blocking.
 *
 * Returns: (transfer full): the bytes of the file
 *
 * Errors: TWF_ERROR_INVALID if the plan is not in that language; TWF_ERROR_FAILED if the PDF could
 * not be drawn; G_IO_ERROR_CANCELLED
 */
GBytes *
twf_export_plan (TwfPlan *plan,
                 const TwfExportOrder *order,
                 GCancellable *cancellable,
                 GError **error)
{
  const char *language = order->language;
  g_autoptr (GPtrArray) sheet = NULL;
  g_autofree char *title = NULL;
  const char *symbol;

  g_return_val_if_fail (TWF_IS_PLAN (plan), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  if (!g_strv_contains (twf_plan_get_languages (plan), language))
    {
      g_autofree char *known = g_strjoinv (" ", (char **)twf_plan_get_languages (plan));

      g_set_error (
          error, TWF_ERROR, TWF_ERROR_INVALID, "language %s: the plan is in %s", language, known);
      return NULL;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  sheet = twf_sheet_new (plan, language, order->view, order->notation, order->sources);
  title = twf_plan_dup_display_title (plan, language);
  symbol = twf_plan_get_field (plan, TWF_PLAN_SYMBOL);
  switch (order->kind)
    {
    case TWF_EXPORT_TEXT:
      _twf_sheet_write_marks (sheet);
      return _twf_export_text (sheet, language);
    case TWF_EXPORT_HTML:
      return _twf_export_html (title != NULL ? title : "", sheet, language);
    case TWF_EXPORT_PDF:
      return _twf_export_pdf (title != NULL ? title : "",
                              symbol != NULL  ? symbol
                              : title != NULL ? title
                                              : "",
                              sheet,
                              language,
                              0,
                              cancellable,
                              error);
    default:
      g_assert_not_reached ();
    }
}
