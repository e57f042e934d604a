/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-add-key.h"

#include "twf-day-entry.h"
#include "twf-delegation-menu.h"
#include "twf-drop-down.h"
#include "twf-error.h"
#include "twf-file-chooser.h"
#include "twf-key-label.h"
#include "twf-spoken.h"

#include <glib/gi18n.h>

struct _TwfAddKey
{
  AdwWindow parent_instance;

  /* Template widgets. */
  GtkEditable *source;
  GtkDropDown *whose;
  GtkWidget *numbered;
  GtkLabel *number;
  GtkLabel *problem;
  GtkEntry *from;
  GtkEntry *until;
  GtkLabel *mistake;
  GtkWidget *add;

  /* Owned. */
  TwfWorkbench *workbench; /* NULL: the window is closed */
  GStrv codes;
  TwfPublicKey *key;     /* nullable: none was read */
  GCancellable *reading; /* nullable */
};

G_DEFINE_FINAL_TYPE (TwfAddKey, twf_add_key, ADW_TYPE_WINDOW)

static guint chosen_signal;

/* The midnight at which a day begins here. */
static gint64
get_midnight (const GDate *day)
{
  g_autoptr (GDateTime) midnight = g_date_time_new_local (
      g_date_get_year (day), (int)g_date_get_month (day), g_date_get_day (day), 0, 0, 0);

  return midnight != NULL ? g_date_time_to_unix (midnight) : 0;
}

/* Whether a key can hold from and until then; 0: no day is given. Of the last day nothing is left
 * out, so it holds until the next begins. */
static gboolean
read_days (TwfAddKey *self, gint64 *from, gint64 *until, gboolean *bad_from, gboolean *bad_until)
{
  GDate day;

  *from = *until = 0;
  *bad_from = *bad_until = FALSE;
  if (twf_day_entry_read (self->from, &day, bad_from))
    {
      *from = get_midnight (&day);
      *bad_from = *from <= 0;
    }
  if (twf_day_entry_read (self->until, &day, bad_until))
    {
      g_date_add_days (&day, 1);
      *until = get_midnight (&day);
      *bad_until = *until <= 0;
    }
  return !*bad_from && !*bad_until && (*until == 0 || *from < *until);
}

static void
update_add (TwfAddKey *self)
{
  gint64 from, until;
  gboolean bad_from, bad_until;
  gboolean good = read_days (self, &from, &until, &bad_from, &bad_until);

  gtk_widget_set_sensitive (self->add, self->key != NULL && good);
  if (good)
    gtk_widget_set_visible (GTK_WIDGET (self->mistake), FALSE);
}

/* While it is written, a day is no day yet, and nobody wants to hear so. */
static void
day_left_cb (TwfAddKey *self)
{
  gint64 from, until;
  gboolean bad_from, bad_until;
  gboolean good = read_days (self, &from, &until, &bad_from, &bad_until);

  twf_day_entry_mark (self->from, bad_from);
  twf_day_entry_mark (self->until, !good && !bad_from);
  gtk_label_set_label (self->mistake,
                       bad_from || bad_until ? _ ("Write a day as 2010-07-30 or 30 July 2010.")
                                             : _ ("The key would end before it begins."));
  gtk_widget_set_visible (GTK_WIDGET (self->mistake), !good);
}

static void
day_changed_cb (TwfAddKey *self)
{
  twf_day_entry_mark (self->from, FALSE);
  twf_day_entry_mark (self->until, FALSE);
  update_add (self);
}

static void
update (TwfAddKey *self, const char *problem)
{
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_widget_set_visible (self->numbered, self->key != NULL);
  update_add (self);
  if (self->key != NULL)
    twf_key_label_show (self->number, self->key, twf_workbench_get_digits (self->workbench));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfAddKey) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfPublicKey) key = twf_desk_read_public_key_finish (result, &error);

  if (self->workbench == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->key = g_steal_pointer (&key);
  update (self, self->key != NULL ? NULL : _ ("There is no public key in it that can be used."));
}

/* What is typed is looked at anew each time; what is late is of no interest. */
static void
source_changed_cb (TwfAddKey *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->source)));

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->key, twf_public_key_free);
  update (self, NULL);
  if (*typed == '\0')
    return;
  self->reading = g_cancellable_new ();
  twf_desk_read_public_key_async (typed, self->reading, read_cb, g_object_ref (self));
}

static void
file_chosen_cb (GtkWindow *parent, const char *path, gpointer user_data)
{
  g_autoptr (TwfAddKey) self = user_data;
  g_autofree char *shown = g_filename_display_name (path);

  if (self->workbench != NULL)
    gtk_editable_set_text (self->source, shown);
}

static void
choose_clicked_cb (TwfAddKey *self)
{
  twf_file_chooser_ask_file (
      GTK_WINDOW (self), _ ("Public Key"), file_chosen_cb, g_object_ref (self));
}

static void
add_clicked_cb (TwfAddKey *self)
{
  gboolean bad_from, bad_until;

  if (self->key == NULL
      || !read_days (self, &self->key->from, &self->key->until, &bad_from, &bad_until))
    return;
  g_signal_emit (self,
                 chosen_signal,
                 0,
                 twf_delegation_menu_get_code (self->whose, (const char *const *)self->codes),
                 self->key);
  gtk_window_close (GTK_WINDOW (self));
}

static void
twf_add_key_dispose (GObject *object)
{
  TwfAddKey *self = TWF_ADD_KEY (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->workbench);
  gtk_widget_dispose_template (GTK_WIDGET (self), TWF_TYPE_ADD_KEY);
  G_OBJECT_CLASS (twf_add_key_parent_class)->dispose (object);
}

static void
twf_add_key_finalize (GObject *object)
{
  TwfAddKey *self = TWF_ADD_KEY (object);

  g_strfreev (self->codes);
  g_clear_pointer (&self->key, twf_public_key_free);
  g_clear_object (&self->reading);
  G_OBJECT_CLASS (twf_add_key_parent_class)->finalize (object);
}

static void
twf_add_key_class_init (TwfAddKeyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_add_key_dispose;
  G_OBJECT_CLASS (klass)->finalize = twf_add_key_finalize;
  chosen_signal = g_signal_new ("chosen",
                                G_TYPE_FROM_CLASS (klass),
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                2,
                                G_TYPE_STRING,
                                G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tawafuq/Tawafuq/ui/exchange/twf-add-key.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfAddKey, source);
  gtk_widget_class_bind_template_child (widget_class, TwfAddKey, whose);
  gtk_widget_class_bind_template_child (widget_class, TwfAddKey, numbered);
  gtk_widget_class_bind_template_child (widget_class, TwfAddKey, number);
  gtk_widget_class_bind_template_child (widget_class, TwfAddKey, problem);
  gtk_widget_class_bind_template_child (widget_class, TwfAddKey, from);
  gtk_widget_class_bind_template_child (widget_class, TwfAddKey, until);
  gtk_widget_class_bind_template_child (widget_class, TwfAddKey, mistake);
  gtk_widget_class_bind_template_child (widget_class, TwfAddKey, add);
  gtk_widget_class_bind_template_callback (widget_class, source_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
twf_add_key_init (TwfAddKey *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  twf_spoken_name_drop_downs (GTK_WIDGET (self));
  twf_drop_down_let_shrink (self->whose);
  /* Paths and keys are written from their beginning. */
  gtk_widget_set_direction (GTK_WIDGET (gtk_editable_get_delegate (self->source)),
                            GTK_TEXT_DIR_LTR);
}

/**
 * twf_add_key_new:
 * @parent: (nullable): the window it belongs to
 * @workbench: the plan that is open
 *
 * Returns: (transfer full): a window that asks for a key
 */
GtkWidget *
twf_add_key_new (GtkWindow *parent, TwfWorkbench *workbench)
{
  TwfAddKey *self;

  g_return_val_if_fail (TWF_IS_WORKBENCH (workbench), NULL);

  self = g_object_new (TWF_TYPE_ADD_KEY, "transient-for", parent, NULL);
  self->workbench = g_object_ref (workbench);
  self->codes = twf_delegation_menu_fill (self->whose, workbench, _ ("Facilitator"), NULL);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->source));
  return GTK_WIDGET (self);
}
