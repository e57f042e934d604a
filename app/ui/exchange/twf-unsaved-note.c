/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-unsaved-note.h"

#include "twf-template.h"

#include <glib/gi18n.h>

struct _TwfUnsavedNote
{
  GtkWidget parent_instance;

  /* Template widgets. */
  GtkLabel *words;
  GtkWidget *save;

  /* Owned. */
  GSignalGroup *desk_signals;
};

G_DEFINE_FINAL_TYPE (TwfUnsavedNote, twf_unsaved_note, GTK_TYPE_WIDGET)

static void
update (TwfUnsavedNote *self)
{
  g_autoptr (TwfDesk) desk = g_signal_group_dup_target (self->desk_signals);

  gtk_widget_set_visible (GTK_WIDGET (self), desk != NULL && twf_desk_is_modified (desk));
  gtk_widget_set_sensitive (self->save, desk != NULL && !twf_desk_is_read_only (desk));
}

/* By the window that has the plan, which knows what to ask where others saved meanwhile. */
static void
save_clicked_cb (TwfUnsavedNote *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWindow *parent
      = GTK_IS_WINDOW (root) ? gtk_window_get_transient_for (GTK_WINDOW (root)) : NULL;

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.save-revision", "s", "");
}

static void
twf_unsaved_note_dispose (GObject *object)
{
  g_clear_object (&TWF_UNSAVED_NOTE (object)->desk_signals);
  twf_template_dispose (GTK_WIDGET (object), TWF_TYPE_UNSAVED_NOTE);
  G_OBJECT_CLASS (twf_unsaved_note_parent_class)->dispose (object);
}

static void
twf_unsaved_note_class_init (TwfUnsavedNoteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_unsaved_note_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/exchange/twf-unsaved-note.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfUnsavedNote, words);
  gtk_widget_class_bind_template_child (widget_class, TwfUnsavedNote, save);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
}

static void
twf_unsaved_note_init (TwfUnsavedNote *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->desk_signals = g_signal_group_new (TWF_TYPE_DESK);
  g_signal_group_connect_swapped (
      self->desk_signals, "notify::modified", G_CALLBACK (update), self);
  g_signal_connect_object (
      self->desk_signals, "notify::target", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * twf_unsaved_note_set_workbench:
 * @self: a note
 * @workbench: the plan that is open
 */
void
twf_unsaved_note_set_workbench (TwfUnsavedNote *self, TwfWorkbench *workbench)
{
  g_return_if_fail (TWF_IS_UNSAVED_NOTE (self) && TWF_IS_WORKBENCH (workbench));

  g_signal_group_set_target (self->desk_signals, twf_workbench_get_desk (workbench));
}

/**
 * twf_unsaved_note_set_words:
 * @self: a note
 * @words: what follows from something not being saved
 */
void
twf_unsaved_note_set_words (TwfUnsavedNote *self, const char *words)
{
  g_return_if_fail (TWF_IS_UNSAVED_NOTE (self));

  gtk_label_set_label (self->words, words);
}
