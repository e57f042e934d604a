/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-sync-bar.h"

#include "twf-interface.h"
#include "twf-question.h"
#include "twf-sync-place.h"
#include "twf-sync-words.h"
#include "twf-syncer.h"
#include "twf-template.h"

#include <glib/gi18n.h>

struct _TwfSyncBar
{
  GtkWidget parent_instance;

  /* Template widgets. */
  GtkSpinner *spinner;
  GtkLabel *words;
  GtkProgressBar *progress;
  GtkWidget *buttons;
  GtkWidget *inbox;
  GtkWidget *take_own;
  GtkWidget *again;
  GtkWidget *place;
  GtkWidget *cancel;
  GtkWidget *close;

  /* Owned. */
  TwfWorkbench *workbench;
  GSignalGroup *syncer_signals;
  GSignalGroup *desk_signals;
  GtkWindow *question; /* weak: open while a server waits */
};

G_DEFINE_FINAL_TYPE (TwfSyncBar, twf_sync_bar, GTK_TYPE_WIDGET)

static TwfSyncer *
get_syncer (TwfSyncBar *self)
{
  return self->workbench != NULL ? twf_syncer_get (twf_workbench_get_desk (self->workbench)) : NULL;
}

static GtkWindow *
get_window (TwfSyncBar *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* Runs that nobody asked for say nothing but what a person has to know: being without a network is
 * no news. */
static gboolean
is_worth_showing (TwfSyncer *syncer)
{
  const TwfSynced *synced = twf_syncer_get_synced (syncer);

  switch (twf_syncer_get_state (syncer))
    {
    case TWF_SYNCER_RUNNING:
      return !twf_syncer_is_automatic_run (syncer);
    case TWF_SYNCER_DONE:
      return !twf_syncer_is_automatic_run (syncer) || synced->receipts->len > 0
             || twf_synced_needs_person (synced);
    case TWF_SYNCER_FAILED:
      return !twf_syncer_is_automatic_run (syncer) || !twf_sync_words_is_offline (syncer);
    case TWF_SYNCER_IDLE:
    default:
      return FALSE;
    }
}

static void
update_progress (TwfSyncBar *self)
{
  TwfSyncer *syncer = get_syncer (self);
  gboolean running = syncer != NULL && twf_syncer_get_state (syncer) == TWF_SYNCER_RUNNING;
  double fraction = -1;

  if (running)
    g_object_get (twf_workbench_get_desk (self->workbench), "progress", &fraction, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), running && fraction >= 0);
  if (running && fraction >= 0)
    gtk_progress_bar_set_fraction (self->progress, fraction);
}

static void
update (TwfSyncBar *self)
{
  TwfSyncer *syncer = get_syncer (self);
  gboolean shown = syncer != NULL && is_worth_showing (syncer);
  TwfSyncerState state = syncer != NULL ? twf_syncer_get_state (syncer) : TWF_SYNCER_IDLE;
  const TwfSynced *synced = syncer != NULL ? twf_syncer_get_synced (syncer) : NULL;
  g_autofree char *words = shown ? twf_sync_words_dup (syncer, self->workbench) : NULL;
  g_autofree char *line = words != NULL ? twf_interface_dup_line (words) : NULL;
  gboolean running = state == TWF_SYNCER_RUNNING;
  gboolean failed = state == TWF_SYNCER_FAILED;
  gboolean ahead = state == TWF_SYNCER_DONE && synced->own == TWF_SYNC_AHEAD;
  gboolean news = state == TWF_SYNCER_DONE && twf_sync_words_has_news (synced);

  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  gtk_label_set_label (self->words, line != NULL ? line : "");
  gtk_spinner_set_spinning (self->spinner, shown && running);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), running);
  gtk_widget_set_visible (self->cancel, running);
  gtk_widget_set_visible (self->close, !running);
  gtk_widget_set_visible (self->again, failed);
  gtk_widget_set_visible (self->place, failed);
  gtk_widget_set_visible (self->take_own, ahead);
  gtk_widget_set_visible (self->inbox, news);
  gtk_widget_set_visible (self->buttons, failed || ahead || news);
  update_progress (self);
  if (!running && self->question != NULL)
    gtk_window_close (self->question);
}

static void
chosen_cb (TwfSyncBar *self, const char *server, gboolean automatic)
{
  TwfSyncer *syncer = get_syncer (self);

  if (syncer != NULL)
    twf_syncer_share_at (syncer, server, automatic);
}

/* Where the plan is shared, for the first time or anew. */
static void
ask_place (TwfSyncBar *self)
{
  TwfSyncer *syncer = get_syncer (self);
  GtkWidget *window;

  if (syncer == NULL)
    return;
  window = twf_sync_place_new (get_window (self), twf_syncer_get_place (syncer));
  g_signal_connect_object (window, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
answered_cb (const char *answer, gboolean keep, gpointer user_data)
{
  g_autoptr (TwfSyncBar) self = user_data;
  TwfSyncer *syncer = get_syncer (self);

  g_clear_weak_pointer (&self->question);
  if (syncer != NULL)
    twf_syncer_answer (syncer, answer, keep);
}

static void
asked_cb (TwfSyncBar *self, const TwfQuestion *question)
{
  g_set_weak_pointer (
      &self->question,
      twf_question_present (get_window (self), question, answered_cb, g_object_ref (self)));
}

static void
cancel_clicked_cb (TwfSyncBar *self)
{
  twf_syncer_cancel (get_syncer (self));
}

static void
close_clicked_cb (TwfSyncBar *self)
{
  twf_syncer_forget (get_syncer (self));
}

static void
take_own_clicked_cb (TwfSyncBar *self)
{
  twf_syncer_take_own (get_syncer (self));
}

static void
twf_sync_bar_dispose (GObject *object)
{
  TwfSyncBar *self = TWF_SYNC_BAR (object);

  g_clear_object (&self->syncer_signals);
  g_clear_object (&self->desk_signals);
  g_clear_weak_pointer (&self->question);
  g_clear_object (&self->workbench);
  twf_template_dispose (GTK_WIDGET (self), TWF_TYPE_SYNC_BAR);
  G_OBJECT_CLASS (twf_sync_bar_parent_class)->dispose (object);
}

static void
twf_sync_bar_class_init (TwfSyncBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_sync_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tawafuq/Tawafuq/ui/exchange/twf-sync-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfSyncBar, spinner);
  gtk_widget_class_bind_template_child (widget_class, TwfSyncBar, words);
  gtk_widget_class_bind_template_child (widget_class, TwfSyncBar, progress);
  gtk_widget_class_bind_template_child (widget_class, TwfSyncBar, take_own);
  gtk_widget_class_bind_template_child (widget_class, TwfSyncBar, buttons);
  gtk_widget_class_bind_template_child (widget_class, TwfSyncBar, inbox);
  gtk_widget_class_bind_template_child (widget_class, TwfSyncBar, again);
  gtk_widget_class_bind_template_child (widget_class, TwfSyncBar, place);
  gtk_widget_class_bind_template_child (widget_class, TwfSyncBar, cancel);
  gtk_widget_class_bind_template_child (widget_class, TwfSyncBar, close);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_own_clicked_cb);
}

static void
twf_sync_bar_init (TwfSyncBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->syncer_signals = g_signal_group_new (TWF_TYPE_SYNCER);
  g_signal_group_connect_swapped (self->syncer_signals, "changed", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (
      self->syncer_signals, "place-needed", G_CALLBACK (ask_place), self);
  g_signal_group_connect_swapped (self->syncer_signals, "asked", G_CALLBACK (asked_cb), self);
  self->desk_signals = g_signal_group_new (TWF_TYPE_DESK);
  g_signal_group_connect_swapped (
      self->desk_signals, "notify::progress", G_CALLBACK (update_progress), self);
}

/**
 * twf_sync_bar_set_workbench:
 * @self: the bar
 * @workbench: (nullable): the plan that is open; what is under way for another ends
 */
void
twf_sync_bar_set_workbench (TwfSyncBar *self, TwfWorkbench *workbench)
{
  TwfDesk *former, *desk;

  g_return_if_fail (TWF_IS_SYNC_BAR (self));

  former = self->workbench != NULL ? twf_workbench_get_desk (self->workbench) : NULL;
  desk = workbench != NULL ? twf_workbench_get_desk (workbench) : NULL;
  if (former != NULL && former != desk)
    twf_syncer_cancel (twf_syncer_get (former));
  if (desk == NULL)
    workbench = NULL;
  g_set_object (&self->workbench, workbench);
  g_signal_group_set_target (self->desk_signals, desk);
  g_signal_group_set_target (self->syncer_signals, desk != NULL ? twf_syncer_get (desk) : NULL);
  update (self);
}
