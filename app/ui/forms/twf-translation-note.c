/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-translation-note.h"

#include "twf-bidi.h"
#include "twf-interface.h"
#include "twf-tracked-text.h"
#include "twf-translations.h"
#include "twf-wording.h"

#include <glib/gi18n.h>

struct _TwfTranslationNote
{
  GtkBox parent_instance;

  GtkLabel *state;
  GtkWidget *buttons;
  GtkWidget *mark;
  GtkWidget *dismiss;

  /* Owned. */
  GtkWidget *source; /* what changed in the source: stands here, or in a box of the section */
  GtkLabel *caption; /* in @source, as all below */
  GtkWidget *runs;   /* nullable: nothing is known */
  TwfWorkbench *workbench;
  TwfProvision *provision;
  GSignalGroup *plan_signals;
  GSignalGroup *translation_signals;
  GCancellable *cancellable; /* of the comparison under way; nullable */
  char *language;
  char *from;  /* nullable */
  char *asked; /* of which wordings the change is shown; nullable */

  guint tick; /* id of a source that looks at it anew; 0: none */
  TwfPart part;
};

G_DEFINE_FINAL_TYPE (TwfTranslationNote, twf_translation_note, GTK_TYPE_BOX)

static void
clear_runs (TwfTranslationNote *self)
{
  if (self->runs != NULL)
    gtk_box_remove (GTK_BOX (self->source), self->runs);
  self->runs = NULL;
}

static void
forget (TwfTranslationNote *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->asked, g_free);
  clear_runs (self);
  gtk_widget_set_visible (self->source, FALSE);
}

/* "Since it was translated into French: 3 words" */
static void
show_change (TwfTranslationNote *self, const TwfSourceChange *change)
{
  g_autofree char *name = twf_interface_dup_language_name (self->language);
  g_autofree char *language = twf_text_isolate (name);
  g_autofree char *count = twf_workbench_dup_count (self->workbench, change->n_words);
  g_autofree char *caption = NULL;

  clear_runs (self);
  if (change->known)
    caption = g_strdup_printf (ngettext ("Changed since it was translated into %s: %s word",
                                         "Changed since it was translated into %s: %s words",
                                         change->n_words),
                               language,
                               count);
  else
    caption = g_strdup_printf (
        _ ("Changed since it was translated into %s; the wording of then was never saved"),
        language);
  gtk_label_set_label (self->caption, caption);
  gtk_widget_set_visible (self->source, TRUE);
  if (!change->known)
    return;
  self->runs = twf_tracked_text_new_label (change->runs, self->from);
  gtk_widget_add_css_class (self->runs, "source-change");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->runs), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, caption, -1);
  gtk_box_append (GTK_BOX (self->source), self->runs);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfTranslationNote) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes
      = twf_desk_compare_sources_finish (TWF_DESK (source), result, &error);

  if (changes == NULL || self->workbench == NULL)
    return;
  g_clear_object (&self->cancellable);
  show_change (self, changes->pdata[0]);
}

/* The same wordings have the same answer. */
static void
ask (TwfTranslationNote *self, TwfTranslated *translated)
{
  TwfDesk *desk = twf_workbench_get_desk (self->workbench);
  g_autofree char *now = twf_wording_dup_id (translated->from != NULL ? twf_provision_get_text (
                                                 self->provision, self->part, translated->from)
                                                                      : NULL);
  g_autofree char *asked = g_strdup_printf (
      "%s %u %s %s", twf_provision_get_id (self->provision), self->part, translated->since, now);
  TwfTranslationTask task
      = { (char *)twf_provision_get_id (self->provision), self->part, translated };
  g_autoptr (GPtrArray) tasks = NULL;

  if (desk == NULL || g_strcmp0 (asked, self->asked) == 0)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_free (self->asked);
  self->asked = g_steal_pointer (&asked);
  self->cancellable = g_cancellable_new ();
  tasks = g_ptr_array_new ();
  g_ptr_array_add (tasks, &task);
  twf_desk_compare_sources_async (desk, tasks, self->cancellable, compared_cb, g_object_ref (self));
}

static void
update (TwfTranslationNote *self)
{
  TwfTranslations *translations = twf_translations_get (self->workbench);
  g_autoptr (TwfTranslated) translated
      = twf_translations_find (translations, self->provision, self->part, self->language);
  g_autofree char *words = twf_translations_dup_state (
      translations, self->provision, self->part, self->language, translated);
  gboolean may = !twf_workbench_is_read_only (self->workbench);
  gboolean behind
      = translated->state == TWF_TRANSLATED_STALE || translated->state == TWF_TRANSLATED_UNWORKED;

  g_free (self->from);
  self->from = g_strdup (translated->from);
  gtk_label_set_label (self->state, words != NULL ? words : "");
  gtk_widget_set_visible (self->buttons,
                          may && (behind || translated->state == TWF_TRANSLATED_RETOUCHED));
  gtk_widget_set_visible (self->dismiss, behind);
  if (behind)
    gtk_widget_add_css_class (GTK_WIDGET (self->state), "stale");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->state), "stale");
  gtk_widget_set_visible (GTK_WIDGET (self), words != NULL);
  if (behind && translated->since != NULL)
    ask (self, translated);
  else
    forget (self);
}

static gboolean
tick_cb (gpointer user_data)
{
  TwfTranslationNote *self = user_data;

  self->tick = 0;
  if (self->provision != NULL)
    update (self);
  return G_SOURCE_REMOVE;
}

/* One act is many edits, and a word many letters: it is looked at anew once, after the last. */
static void
something_changed_cb (TwfTranslationNote *self)
{
  if (self->tick == 0)
    self->tick = g_idle_add_full (G_PRIORITY_LOW, tick_cb, self, NULL);
}

static void
edited_cb (TwfTranslationNote *self, TwfEdit *edit)
{
  if (self->provision != NULL
      && g_strcmp0 (twf_edit_get_id (edit), twf_provision_get_id (self->provision)) == 0)
    something_changed_cb (self);
}

static void
mark_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfTranslationNote *self = TWF_TRANSLATION_NOTE (widget);

  twf_translations_mark (
      twf_translations_get (self->workbench), self->provision, self->part, self->language);
}

static void
dismiss_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfTranslationNote *self = TWF_TRANSLATION_NOTE (widget);

  twf_translations_dismiss (
      twf_translations_get (self->workbench), self->provision, self->part, self->language);
}

static void
twf_translation_note_dispose (GObject *object)
{
  TwfTranslationNote *self = TWF_TRANSLATION_NOTE (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->plan_signals);
  g_clear_object (&self->translation_signals);
  g_clear_object (&self->source);
  g_clear_object (&self->provision);
  g_clear_object (&self->workbench);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->asked, g_free);
  G_OBJECT_CLASS (twf_translation_note_parent_class)->dispose (object);
}

static void
twf_translation_note_class_init (TwfTranslationNoteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_translation_note_dispose;
  gtk_widget_class_install_action (widget_class, "translation.mark", NULL, mark_activated);
  gtk_widget_class_install_action (widget_class, "translation.dismiss", NULL, dismiss_activated);
}

static GtkLabel *
new_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "caption");
  return GTK_LABEL (label);
}

static GtkWidget *
append_button (TwfTranslationNote *self, const char *label, const char *action, const char *tip)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_box_append (GTK_BOX (self->buttons), button);
  return button;
}

static void
twf_translation_note_init (TwfTranslationNote *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->state = new_label ();
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->state));
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->buttons, "translation-buttons");
  self->mark = append_button (self,
                              _ ("Mark as Translated"),
                              "translation.mark",
                              _ ("The text is a translation of the source as both stand"));
  self->dismiss = append_button (
      self,
      _ ("Not Affected"),
      "translation.dismiss",
      _ ("What changed in the source changes nothing here, until it changes again"));
  gtk_box_append (GTK_BOX (self), self->buttons);
  self->source = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  self->caption = new_label ();
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "dim-label");
  gtk_box_append (GTK_BOX (self->source), GTK_WIDGET (self->caption));
  gtk_widget_set_visible (self->source, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->plan_signals = g_signal_group_new (TWF_TYPE_PLAN);
  g_signal_group_connect_swapped (self->plan_signals, "edited", G_CALLBACK (edited_cb), self);
  self->translation_signals = g_signal_group_new (TWF_TYPE_TRANSLATIONS);
  g_signal_group_connect_swapped (
      self->translation_signals, "changed", G_CALLBACK (something_changed_cb), self);
}

/**
 * twf_translation_note_new:
 *
 * Returns: (transfer floating): a note that says nothing yet
 */
GtkWidget *
twf_translation_note_new (void)
{
  return g_object_new (TWF_TYPE_TRANSLATION_NOTE, NULL);
}

/**
 * twf_translation_note_show:
 * @self: a note
 * @workbench: the workbench
 * @provision: (nullable): a provision; %NULL: there is nothing to say
 * @part: which text of it
 * @language: in which language
 */
void
twf_translation_note_show (TwfTranslationNote *self,
                           TwfWorkbench *workbench,
                           TwfProvision *provision,
                           TwfPart part,
                           const char *language)
{
  g_return_if_fail (TWF_IS_TRANSLATION_NOTE (self) && TWF_IS_WORKBENCH (workbench));

  if (self->provision != provision || self->part != part
      || g_strcmp0 (self->language, language) != 0)
    forget (self);
  g_set_object (&self->workbench, workbench);
  g_set_object (&self->provision, provision);
  g_free (self->language);
  self->language = g_strdup (language);
  self->part = part;
  g_signal_group_set_target (self->plan_signals, twf_workbench_get_plan (workbench));
  g_signal_group_set_target (self->translation_signals,
                             provision != NULL ? twf_translations_get (workbench) : NULL);
  if (provision != NULL)
    update (self);
  else
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * twf_translation_note_get_source_language:
 * @self: a note
 *
 * Returns: (nullable): of which language's text this is a translation
 */
const char *
twf_translation_note_get_source_language (TwfTranslationNote *self)
{
  g_return_val_if_fail (TWF_IS_TRANSLATION_NOTE (self), NULL);

  return self->from;
}

/**
 * twf_translation_note_put_source:
 * @self: a note
 * @box: (nullable): under the source; %NULL: that is not shown
 *
 * Puts what changed in the source where it belongs.
 */
void
twf_translation_note_put_source (TwfTranslationNote *self, GtkBox *box)
{
  GtkWidget *place = box != NULL ? GTK_WIDGET (box) : GTK_WIDGET (self);
  GtkWidget *former;

  g_return_if_fail (TWF_IS_TRANSLATION_NOTE (self));

  former = gtk_widget_get_parent (self->source);
  if (former == place)
    return;
  if (former != NULL)
    gtk_box_remove (GTK_BOX (former), self->source);
  gtk_box_append (GTK_BOX (place), self->source);
}
