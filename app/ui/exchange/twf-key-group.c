/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-key-group.h"

#include "twf-bidi.h"
#include "twf-error.h"
#include "twf-file-chooser.h"
#include "twf-interface.h"
#include "twf-key-label.h"
#include "twf-message.h"
#include "twf-words.h"

#include <glib/gi18n.h>
#include <string.h>

struct _TwfKeyGroup
{
  AdwPreferencesGroup parent_instance;

  /* Template widgets. */
  GtkWidget *no_plan;
  GtkWidget *none;
  GtkWidget *other;
  GtkWidget *number_row;
  GtkLabel *number;
  AdwActionRow *registered;
  GtkWidget *public_row;
  AdwActionRow *file;
  GtkWidget *problem_row;
  GtkLabel *problem;

  /* Owned. */
  TwfWorkbench *workbench; /* nullable: no plan is open */
  TwfSigningKey *key;      /* nullable: none is used */
  GCancellable *closing;
};

G_DEFINE_FINAL_TYPE (TwfKeyGroup, twf_key_group, ADW_TYPE_PREFERENCES_GROUP)

static TwfDesk *
get_desk (TwfKeyGroup *self)
{
  return twf_workbench_get_desk (self->workbench);
}

static void
show_problem (TwfKeyGroup *self, const char *sentence)
{
  g_autofree char *line = sentence != NULL ? twf_interface_dup_line (sentence) : NULL;

  gtk_label_set_label (self->problem, line != NULL ? line : "");
  gtk_widget_set_visible (self->problem_row, sentence != NULL);
}

static void
show_error (TwfKeyGroup *self, const GError *error)
{
  g_autofree char *detail = NULL;
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (g_error_matches (error, TWF_ERROR, TWF_ERROR_KEY))
    {
      detail = twf_text_isolate (error->message);
      sentence = g_strdup_printf (_ ("The key cannot be read or made: %s"), detail);
    }
  else
    sentence = twf_error_describe (error, error->message);
  show_problem (self, sentence);
}

static void
update (TwfKeyGroup *self)
{
  gboolean open = self->workbench != NULL;
  gboolean has = self->key != NULL;
  g_autofree char *shown = has ? g_filename_display_name (self->key->path) : NULL;

  gtk_widget_set_visible (self->no_plan, !open);
  gtk_widget_set_visible (self->none, open && !has);
  gtk_widget_set_visible (self->other, open && !has);
  gtk_widget_set_visible (self->number_row, has);
  gtk_widget_set_visible (self->public_row, has);
  gtk_widget_set_visible (GTK_WIDGET (self->file), has);
  gtk_widget_set_visible (GTK_WIDGET (self->registered), has);
  adw_action_row_set_subtitle (self->file, shown != NULL ? shown : "");
  if (has)
    twf_key_label_show (self->number, self->key->key, twf_workbench_get_digits (self->workbench));
}

static void
register_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfKeyGroup) self = user_data;
  g_autoptr (TwfRegister) held = twf_desk_read_register_finish (TWF_DESK (source), result, NULL);
  const TwfRegisterEntry *entry;
  gboolean is_shared;
  const char *words;

  if (self->workbench == NULL || self->key == NULL || held == NULL)
    return;
  entry = twf_register_find (held, self->key->key, &is_shared);
  if (entry == NULL || is_shared
      || g_strcmp0 (entry->code, twf_desk_get_identity (get_desk (self))) != 0)
    words = _ ("Not in the register yet: others cannot tell that it is yours");
  else if (entry->key->revoked != 0)
    words = _ ("Revoked: nobody trusts it any more");
  else
    words = _ ("In the register: what you sign is verified as yours");
  adw_action_row_set_subtitle (self->registered, words);
}

/* What was asked for has been done: the key that is used now, if any. */
static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfKeyGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) keys = twf_desk_key_finish (TWF_DESK (source), result, &error);

  if (self->workbench == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (keys == NULL)
    {
      show_error (self, error);
      return;
    }
  show_problem (self, NULL);
  g_clear_pointer (&self->key, twf_signing_key_free);
  if (keys->len > 0)
    {
      g_ptr_array_set_free_func (keys, NULL);
      self->key = keys->pdata[0];
      for (guint i = 1; i < keys->len; i++)
        twf_signing_key_free (keys->pdata[i]);
      twf_desk_read_register_async (
          TWF_DESK (source), self->closing, register_read_cb, g_object_ref (self));
    }
  update (self);
}

static void
act (TwfKeyGroup *self, TwfDeskKeyAct what, const char *path)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  twf_desk_key_async (get_desk (self), what, path, self->closing, done_cb, g_object_ref (self));
}

static void
create_clicked_cb (TwfKeyGroup *self)
{
  act (self, TWF_DESK_KEY_MAKE, NULL);
}

static void
forget_clicked_cb (TwfKeyGroup *self)
{
  act (self, TWF_DESK_KEY_FORGET, NULL);
}

static void
file_chosen_cb (GtkWindow *parent, const char *path, gpointer user_data)
{
  g_autoptr (TwfKeyGroup) self = user_data;

  if (self->workbench != NULL)
    act (self, TWF_DESK_KEY_USE, path);
}

static void
use_clicked_cb (TwfKeyGroup *self)
{
  twf_file_chooser_ask_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                             _ ("Use a Key"),
                             file_chosen_cb,
                             g_object_ref (self));
}

static void
copy_number_clicked_cb (TwfKeyGroup *self)
{
  twf_key_label_copy (
      GTK_WIDGET (self), self->key->key, twf_workbench_get_digits (self->workbench));
}

static void
copy_public_clicked_cb (TwfKeyGroup *self)
{
  g_autofree char *line = twf_public_key_dup_line (self->key->key);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), line);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfKeyGroup) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error)
      && self->workbench != NULL)
    {
      twf_error_convert (&error);
      show_error (self, error);
    }
}

static void
place_chosen_cb (GtkWindow *parent, const char *path, gpointer user_data)
{
  g_autoptr (TwfKeyGroup) self = user_data;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *line = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;

  if (self->key == NULL)
    return;
  line = twf_public_key_dup_line (self->key->key);
  text = g_strconcat (line, "\n", NULL);
  length = strlen (text);
  bytes = g_bytes_new_take (g_steal_pointer (&text), length);
  g_file_replace_contents_bytes_async (file,
                                       bytes,
                                       NULL,
                                       FALSE,
                                       G_FILE_CREATE_REPLACE_DESTINATION,
                                       self->closing,
                                       written_cb,
                                       g_object_ref (self));
}

/* Named after who signs with it: the secretariat gets many. */
static void
save_public_clicked_cb (TwfKeyGroup *self)
{
  const char *code = twf_desk_get_identity (get_desk (self));
  g_autofree char *name = g_strdup_printf ("%s.pub", code != NULL ? code : "facilitator");

  twf_file_chooser_ask_name (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                             _ ("Save the Public Key"),
                             name,
                             place_chosen_cb,
                             g_object_ref (self));
}

static void
twf_key_group_dispose (GObject *object)
{
  TwfKeyGroup *self = TWF_KEY_GROUP (object);

  g_cancellable_cancel (self->closing);
  g_clear_object (&self->workbench);
  gtk_widget_dispose_template (GTK_WIDGET (self), TWF_TYPE_KEY_GROUP);
  G_OBJECT_CLASS (twf_key_group_parent_class)->dispose (object);
}

static void
twf_key_group_finalize (GObject *object)
{
  TwfKeyGroup *self = TWF_KEY_GROUP (object);

  g_clear_pointer (&self->key, twf_signing_key_free);
  g_object_unref (self->closing);
  G_OBJECT_CLASS (twf_key_group_parent_class)->finalize (object);
}

static void
twf_key_group_class_init (TwfKeyGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_key_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = twf_key_group_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tawafuq/Tawafuq/ui/exchange/twf-key-group.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfKeyGroup, no_plan);
  gtk_widget_class_bind_template_child (widget_class, TwfKeyGroup, none);
  gtk_widget_class_bind_template_child (widget_class, TwfKeyGroup, other);
  gtk_widget_class_bind_template_child (widget_class, TwfKeyGroup, number_row);
  gtk_widget_class_bind_template_child (widget_class, TwfKeyGroup, number);
  gtk_widget_class_bind_template_child (widget_class, TwfKeyGroup, registered);
  gtk_widget_class_bind_template_child (widget_class, TwfKeyGroup, public_row);
  gtk_widget_class_bind_template_child (widget_class, TwfKeyGroup, file);
  gtk_widget_class_bind_template_child (widget_class, TwfKeyGroup, problem_row);
  gtk_widget_class_bind_template_child (widget_class, TwfKeyGroup, problem);
  gtk_widget_class_bind_template_callback (widget_class, create_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, forget_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_number_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_public_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_public_clicked_cb);
}

static void
twf_key_group_init (TwfKeyGroup *self)
{
  self->closing = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

/**
 * twf_key_group_set_workbench:
 * @self: the group
 * @workbench: (nullable): the plan that is open
 */
void
twf_key_group_set_workbench (TwfKeyGroup *self, TwfWorkbench *workbench)
{
  g_autofree char *who = NULL;
  g_autofree char *sentence = NULL;

  g_return_if_fail (TWF_IS_KEY_GROUP (self) && self->workbench == NULL);

  if (workbench == NULL || twf_workbench_get_desk (workbench) == NULL)
    return;
  self->workbench = g_object_ref (workbench);
  who = twf_words_dup_delegation (workbench, twf_desk_get_identity (get_desk (self)));
  sentence = g_strdup_printf (_ ("What you save in the open plan as %s is signed with it, so that "
                                 "others can tell that it is from you."),
                              who);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), sentence);
  update (self);
  act (self, TWF_DESK_KEY_READ, NULL);
}
