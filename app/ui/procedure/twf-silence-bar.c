/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-silence-bar.h"

#include "twf-bidi.h"
#include "twf-clock.h"
#include "twf-desk-procedure.h"
#include "twf-interface.h"

#include <glib/gi18n.h>

/* A machine that slept wakes up late: the clock is looked at so often, in seconds. */
#define MOST_WAIT 600

struct _TwfSilenceBar
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *label;

  /* Owned. */
  TwfWorkbench *workbench;
  TwfProcedure *procedure; /* nullable: nothing is known yet */
  GCancellable *looking;   /* nullable */
  GSignalGroup *desk_signals;
  GSignalGroup *plan_signals;
  guint timer; /* 0: none */
};

G_DEFINE_FINAL_TYPE (TwfSilenceBar, twf_silence_bar, GTK_TYPE_WIDGET)

static void update (TwfSilenceBar *self);

static gboolean
time_passed_cb (gpointer user_data)
{
  TwfSilenceBar *self = user_data;

  self->timer = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static char *
describe (const TwfSilence *silence, gint64 now)
{
  g_autofree char *language = twf_interface_dup_language ();
  g_autofree char *words = twf_silence_dup_words (silence, now, language);
  g_autofree char *symbol = NULL;
  g_autofree char *line = NULL;

  if (silence->begun->words == NULL)
    return g_steal_pointer (&words);
  symbol = twf_text_isolate (silence->begun->words);
  line = g_strdup_printf ("%s · %s", symbol, words);
  return twf_interface_dup_line (line);
}

static void
update (TwfSilenceBar *self)
{
  gint64 now = twf_clock_now ();
  const TwfSilence *running
      = self->procedure != NULL ? twf_procedure_find_running (self->procedure, now) : NULL;

  g_clear_handle_id (&self->timer, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self), running != NULL);
  if (running != NULL)
    {
      g_autofree char *words = describe (running, now);

      gtk_label_set_label (self->label, words);
      self->timer = g_timeout_add_seconds (
          (guint)CLAMP (running->begun->until - now, 1, MOST_WAIT), time_passed_cb, self);
    }
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfSilenceBar) self = user_data;
  g_autoptr (TwfProceedings) found
      = twf_desk_read_procedure_finish (TWF_DESK (source), result, NULL);

  if (found == NULL || self->workbench == NULL
      || twf_workbench_get_desk (self->workbench) != TWF_DESK (source))
    return;
  g_clear_pointer (&self->procedure, twf_procedure_free);
  self->procedure = g_steal_pointer (&found->procedure);
  update (self);
}

static void
look (TwfSilenceBar *self)
{
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  if (self->workbench == NULL || twf_workbench_get_desk (self->workbench) == NULL)
    return;
  self->looking = g_cancellable_new ();
  twf_desk_read_procedure_async (twf_workbench_get_desk (self->workbench),
                                 NULL,
                                 FALSE,
                                 self->looking,
                                 found_cb,
                                 g_object_ref (self));
}

static void
plan_edited_cb (TwfSilenceBar *self, TwfEdit *edit)
{
  if (g_strcmp0 (twf_edit_get_field (edit), TWF_PLAN_PROCEDURE) == 0)
    look (self);
}

static void
twf_silence_bar_dispose (GObject *object)
{
  TwfSilenceBar *self = TWF_SILENCE_BAR (object);

  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->desk_signals);
  g_clear_object (&self->plan_signals);
  g_clear_pointer (&self->procedure, twf_procedure_free);
  g_clear_object (&self->workbench);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (twf_silence_bar_parent_class)->dispose (object);
}

static void
twf_silence_bar_class_init (TwfSilenceBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = twf_silence_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
twf_silence_bar_init (TwfSilenceBar *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Procedure…"));

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->box, "notice-bar");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->label));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.procedure");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), button);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);

  self->desk_signals = g_signal_group_new (TWF_TYPE_DESK);
  g_signal_group_connect_swapped (self->desk_signals, "notify::revision", G_CALLBACK (look), self);
  g_signal_group_connect_swapped (self->desk_signals, "notify::arrivals", G_CALLBACK (look), self);
  self->plan_signals = g_signal_group_new (TWF_TYPE_PLAN);
  g_signal_group_connect_swapped (self->plan_signals, "edited", G_CALLBACK (plan_edited_cb), self);
}

/**
 * twf_silence_bar_set_workbench:
 * @self: a bar
 * @workbench: (nullable): the plan that is open
 */
void
twf_silence_bar_set_workbench (TwfSilenceBar *self, TwfWorkbench *workbench)
{
  g_return_if_fail (TWF_IS_SILENCE_BAR (self));

  g_set_object (&self->workbench, workbench);
  g_signal_group_set_target (self->desk_signals,
                             workbench != NULL ? twf_workbench_get_desk (workbench) : NULL);
  g_signal_group_set_target (self->plan_signals,
                             workbench != NULL ? twf_workbench_get_plan (workbench) : NULL);
  g_clear_pointer (&self->procedure, twf_procedure_free);
  update (self);
  look (self);
}
