/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-propose-preview.h"

#include "twf-interface.h"
#include "twf-tracked-text.h"
#include "twf-words.h"

#include <glib/gi18n.h>

/* Between the values of a field, as twf_words_list_value_runs() takes them. */
#define SEPARATOR ", "

/**
 * twf_propose_preview_dup_name:
 * @draft: a draft
 * @text: one of its texts
 *
 * Returns: (transfer full): what that text is called
 */
char *
twf_propose_preview_dup_name (TwfProposeDraft *draft, const TwfDraftText *text)
{
  g_autofree char *language = NULL;

  if (twf_propose_draft_get_provision (draft) != NULL
      || twf_propose_draft_get_ask (draft) == TWF_ASK_INSERTION)
    return twf_words_dup_text_name (text->part, text->language);
  language = twf_interface_dup_language_name (text->language);
  return g_strdup_printf (_ ("Title (%s)"), language);
}

static void
append (GtkBox *box, const char *heading, GPtrArray *runs, const char *language)
{
  g_autofree char *line = twf_interface_dup_line (heading);
  GtkWidget *label = gtk_label_new (line);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (box, label);
  gtk_box_append (box, twf_tracked_text_new_label (runs, language));
}

/* The text that is shown, and every other that is changed, so that nothing is proposed unseen. Of
 * what is to go every text there is. */
static void
append_texts (GtkBox *box, TwfProposeDraft *draft, gconstpointer shown)
{
  GPtrArray *texts = twf_propose_draft_get_texts (draft);
  gboolean goes = twf_propose_draft_get_ask (draft) == TWF_ASK_DELETION;

  for (guint i = 0; i < texts->len; i++)
    {
      const TwfDraftText *text = g_ptr_array_index (texts, i);
      gboolean empty = *text->standing == '\0' && *text->wording == '\0';
      g_autoptr (GPtrArray) runs = NULL;
      g_autofree char *name = NULL;

      if (empty || (!goes && text != shown && !twf_draft_text_is_changed (text)))
        continue;
      runs = twf_difference_of_texts (text->standing, goes ? "" : text->wording, text->language);
      name = twf_propose_preview_dup_name (draft, text);
      append (box, name, runs, text->language);
    }
}

static char *
join (GStrv values)
{
  return values[0] != NULL ? g_strjoinv (SEPARATOR, values) : NULL;
}

static void
append_fields (GtkBox *box, TwfWorkbench *workbench, TwfProposeDraft *draft, gconstpointer shown)
{
  GPtrArray *fields = twf_propose_draft_get_fields (draft);
  g_autofree char *interface = twf_interface_dup_language ();

  for (guint i = 0; i < fields->len; i++)
    {
      const TwfDraftField *field = g_ptr_array_index (fields, i);
      g_autofree char *before = join (field->standing);
      g_autofree char *after = join (field->values);
      g_autoptr (GPtrArray) runs = NULL;

      if ((before == NULL && after == NULL)
          || (field != shown && !twf_draft_field_is_changed (field)))
        continue;
      runs = twf_words_list_value_runs (workbench, field->field, before, after);
      append (box, twf_words_get_field (field->field), runs, interface);
    }
}

static void
append_place (GtkBox *box,
              TwfWorkbench *workbench,
              const char *heading,
              TwfDraftPlace *place,
              TwfRunKind kind)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_run_free);
  g_autofree char *interface = twf_interface_dup_language ();
  TwfRun *run = g_new0 (TwfRun, 1);

  run->kind = kind;
  run->text = twf_words_dup_place (workbench, place->section, place->parent, place->after);
  g_ptr_array_add (runs, run);
  append (box, heading, runs, interface);
}

static void
append_places (GtkBox *box, TwfWorkbench *workbench, TwfDraftPlace *place)
{
  g_autoptr (TwfDraftPlace) standing = twf_draft_place_new (place->plan, place->provision);
  gboolean moves = twf_draft_place_is_changed (place);

  append_place (box, workbench, _ ("From"), standing, moves ? TWF_RUN_DELETED : TWF_RUN_EQUAL);
  if (moves)
    append_place (box, workbench, _ ("To"), place, TWF_RUN_INSERTED);
}

/**
 * twf_propose_preview_fill:
 * @box: where to
 * @workbench: the open plan
 * @draft: what is proposed
 * @shown: (nullable): the text or field that is being written
 *
 * Shows what would change, in place of what @box showed.
 */
void
twf_propose_preview_fill (GtkBox *box,
                          TwfWorkbench *workbench,
                          TwfProposeDraft *draft,
                          gconstpointer shown)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_BOX (box) && TWF_IS_PROPOSE_DRAFT (draft));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  switch (twf_propose_draft_get_ask (draft))
    {
    case TWF_ASK_FIELDS:
      append_fields (box, workbench, draft, shown);
      break;
    case TWF_ASK_PLACE:
      append_places (box, workbench, twf_propose_draft_get_place (draft));
      break;
    case TWF_ASK_WORDS:
    case TWF_ASK_DELETION:
    case TWF_ASK_INSERTION:
    default:
      append_texts (box, draft, shown);
      break;
    }
}
