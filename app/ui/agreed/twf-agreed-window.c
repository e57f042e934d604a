/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-agreed-window.h"

#include "twf-agreed-row.h"
#include "twf-bidi.h"
#include "twf-error.h"
#include "twf-file-chooser.h"
#include "twf-interface.h"
#include "twf-message.h"

#include <glib/gi18n.h>
#include <string.h>

/* More places than this are read by nobody; how many there are is said. */
#define MOST_SHOWN 25

struct _TwfAgreedWindow
{
  AdwWindow parent_instance;

  /* Template widgets. */
  GtkStack *stack;
  GtkEditable *phrase;
  GtkLabel *summary;
  GtkListBox *findings;
  GtkLabel *problem;
  GtkProgressBar *progress;
  GtkLabel *report;
  GMenu *forget_menu; /* of folders */

  /* Owned. */
  TwfWorkbench *workbench;
  TwfFindings *found;     /* nullable; what the rows show */
  char *looked_for;       /* what it was found by */
  GCancellable *looking;  /* nullable: of the search under way */
  GCancellable *indexing; /* nullable: of the run under way */
  GCancellable *closing;
};

G_DEFINE_FINAL_TYPE (TwfAgreedWindow, twf_agreed_window, ADW_TYPE_WINDOW)

static void
show_page (TwfAgreedWindow *self, const char *page)
{
  gtk_stack_set_visible_child_name (self->stack, page);
  if (g_str_equal (page, "find"))
    gtk_widget_grab_focus (GTK_WIDGET (self->phrase));
}

static void
show_problem (TwfAgreedWindow *self, const GError *error)
{
  g_autofree char *sentence = error != NULL ? twf_error_describe (error, NULL) : NULL;

  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
}

static void
clear_findings (TwfAgreedWindow *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->findings))) != NULL)
    gtk_list_box_remove (self->findings, row);
  g_clear_pointer (&self->found, twf_findings_free);
}

static gboolean
close_cb (gpointer user_data)
{
  gtk_window_close (user_data);
  return G_SOURCE_REMOVE;
}

static void
insert (TwfAgreedWindow *self, const TwfFinding *finding, const char *language, gboolean replace)
{
  TwfProvision *provision = twf_workbench_get_provision (self->workbench);
  g_autoptr (GPtrArray) edits = twf_agreed_insert (twf_workbench_get_plan (self->workbench),
                                                   provision,
                                                   finding,
                                                   self->looked_for,
                                                   language,
                                                   replace);

  if (edits->len > 0
      && !twf_workbench_apply_all (self->workbench, edits, _ ("Insert Agreed Language")))
    return;
  twf_workbench_notice (self->workbench, _ ("Agreed language inserted"), TRUE);
  /* Not from within the click: a screen reader that clicked waits for the button's answer. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_cb, g_object_ref (self), g_object_unref);
}

/* What is asked about. */
typedef struct
{
  TwfAgreedWindow *window; /* owned */
  guint finding;
  char *language; /* nullable */
} Asked;

static void
free_asked (gpointer data, GClosure *closure)
{
  Asked *asked = data;

  g_object_unref (asked->window);
  g_free (asked->language);
  g_free (asked);
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Asked *asked = user_data;
  TwfAgreedWindow *self = asked->window;

  /* The window may have gone meanwhile, or look for something else. */
  if (self->workbench == NULL || self->found == NULL || asked->finding >= self->found->findings->len
      || twf_workbench_get_provision (self->workbench) == NULL || g_str_equal (response, "cancel"))
    return;
  insert (self,
          self->found->findings->pdata[asked->finding],
          asked->language,
          g_str_equal (response, "replace"));
}

/* Says which words would be replaced: nobody may see those of a language that is not shown. */
static void
ask (TwfAgreedWindow *self, guint finding, const char *language, const char *const *others)
{
  TwfProvision *provision = twf_workbench_get_provision (self->workbench);
  g_autoptr (GString) body = g_string_new (NULL);
  AdwMessageDialog *dialog;
  Asked *asked = g_new0 (Asked, 1);

  for (guint i = 0; others[i] != NULL; i++)
    {
      g_autofree char *name = twf_interface_dup_language_name (others[i]);
      g_autofree char *words = twf_text_isolate_in (
          twf_provision_get_text (provision, TWF_PART_BODY, others[i]), others[i]);

      g_string_append_printf (body, "%s%s: %s", i > 0 ? "\n\n" : "", name, words);
    }
  dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_WINDOW (self), _ ("Replace What the Text Says Now?"), body->str));
  adw_message_dialog_add_responses (dialog,
                                    "cancel",
                                    _ ("_Cancel"),
                                    "follow",
                                    _ ("_Put It Behind"),
                                    "replace",
                                    _ ("_Replace"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "replace", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "replace");
  adw_message_dialog_set_close_response (dialog, "cancel");
  *asked = (Asked){ g_object_ref (self), finding, g_strdup (language) };
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), asked, free_asked, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
insert_cb (TwfAgreedRow *row, const char *language, TwfAgreedWindow *self)
{
  TwfProvision *provision = twf_workbench_get_provision (self->workbench);
  guint at = (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  g_auto (GStrv) others = NULL;

  if (provision == NULL || self->found == NULL)
    return;
  others = twf_agreed_list_others (twf_workbench_get_plan (self->workbench),
                                   provision,
                                   self->found->findings->pdata[at],
                                   self->looked_for,
                                   language);
  if (others[0] != NULL)
    ask (self, at, language, (const char *const *)others);
  else
    insert (self, self->found->findings->pdata[at], language, FALSE);
}

static void
update_summary (TwfAgreedWindow *self)
{
  g_autofree char *paragraphs = twf_workbench_dup_count (self->workbench, self->found->n_passages);
  g_autofree char *resolutions
      = twf_workbench_dup_count (self->workbench, self->found->n_resolutions);
  g_autofree char *sentence = NULL;

  if (self->found->n_passages > 0)
    sentence = g_strdup_printf (
        ngettext ("Agreed word for word in %s paragraph, in %s of the adopted texts",
                  "Agreed word for word in %s paragraphs, in %s of the adopted texts",
                  self->found->n_passages),
        paragraphs,
        resolutions);
  else if (self->found->findings->len > 0)
    sentence = g_strdup (_ ("Word for word nowhere; what is nearly the same:"));
  else
    sentence = g_strdup (_ ("Neither word for word nor nearly"));
  gtk_label_set_label (self->summary, sentence);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfAgreedWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfFindings) found = twf_agreed_find_finish (result, &error);
  gboolean may_insert;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->workbench == NULL)
    return;
  if (g_error_matches (error, TWF_ERROR, TWF_ERROR_NOT_FOUND)
      || g_error_matches (error, TWF_ERROR, TWF_ERROR_CHANGED)
      || g_error_matches (error, TWF_ERROR, TWF_ERROR_DAMAGED)
      || (found != NULL && found->nothing_indexed))
    {
      show_page (self, "first");
      return;
    }
  show_problem (self, error);
  clear_findings (self);
  if (found == NULL)
    return;
  self->found = g_steal_pointer (&found);
  update_summary (self);
  may_insert = !twf_workbench_is_read_only (self->workbench)
               && twf_workbench_get_provision (self->workbench) != NULL;
  for (guint i = 0; i < self->found->findings->len; i++)
    {
      GtkWidget *row = twf_agreed_row_new (
          self->workbench, self->found->findings->pdata[i], self->looked_for, may_insert);

      g_signal_connect_object (row, "insert", G_CALLBACK (insert_cb), self, 0);
      gtk_list_box_append (self->findings, row);
      if (i == 0)
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->findings), self->found->findings->len > 0);
}

static void
look_cb (TwfAgreedWindow *self)
{
  g_autofree char *phrase = g_strstrip (g_strdup (gtk_editable_get_text (self->phrase)));

  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  if (*phrase == '\0')
    {
      clear_findings (self);
      gtk_widget_set_visible (GTK_WIDGET (self->findings), FALSE);
      gtk_label_set_label (self->summary, _ ("Give a phrase, in any language"));
      return;
    }
  self->looking = g_cancellable_new ();
  g_free (self->looked_for);
  self->looked_for = g_steal_pointer (&phrase);
  twf_agreed_find_async (
      self->looked_for, NULL, MOST_SHOWN, self->looking, found_cb, g_object_ref (self));
}

static void
progress_cb (guint done, guint total, gpointer user_data)
{
  TwfAgreedWindow *self = user_data;

  if (total > 0)
    gtk_progress_bar_set_fraction (self->progress, (double)done / total);
  else
    gtk_progress_bar_pulse (self->progress);
}

static void
tell (TwfAgreedWindow *self, const TwfIndexReport *report)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *count = twf_workbench_dup_count (self->workbench, report->n_resolutions);

  g_string_append_printf (text,
                          ngettext ("%s adopted text is indexed.",
                                    "%s adopted texts are indexed.",
                                    report->n_resolutions),
                          count);
  if (report->skipped->len > 0)
    {
      g_autofree char *skipped = twf_workbench_dup_count (self->workbench, report->skipped->len);

      g_string_append_c (text, ' ');
      g_string_append_printf (text,
                              ngettext ("%s file could not be read and is left out.",
                                        "%s files could not be read and are left out.",
                                        report->skipped->len),
                              skipped);
    }
  for (guint i = 0; i < report->gone->len; i++)
    {
      g_autofree char *name = g_filename_display_name (report->gone->pdata[i]);
      g_autofree char *isolated = twf_text_isolate (name);

      g_string_append_c (text, ' ');
      g_string_append_printf (
          text, _ ("%s is not there; what it held stays in the index."), isolated);
    }
  gtk_label_set_label (self->report, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->report), TRUE);
}

/* Each folder that is indexed, to be forgotten. */
static void
list_folders (TwfAgreedWindow *self, GPtrArray *folders)
{
  g_menu_remove_all (self->forget_menu);
  for (guint i = 0; folders != NULL && i < folders->len; i++)
    {
      const TwfLibraryFolder *folder = folders->pdata[i];
      g_autofree char *name = g_filename_display_name (folder->path);
      g_auto (GStrv) pieces = g_strsplit (name, "_", -1);
      g_autofree char *plain = g_strjoinv ("__", pieces); /* a menu takes one for a mnemonic */
      g_autoptr (GMenuItem) item = g_menu_item_new (plain, NULL);

      g_menu_item_set_action_and_target_value (
          item, "agreed.forget", g_variant_new_bytestring (folder->path));
      g_menu_append_item (self->forget_menu, item);
    }
}

/* Whether there is anything to look in. */
static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfAgreedWindow) self = user_data;
  g_autoptr (GPtrArray) folders = twf_agreed_list_finish (result, NULL);

  if (self->workbench == NULL)
    return;
  list_folders (self, folders);
  if (self->indexing == NULL && (folders == NULL || folders->len == 0))
    show_page (self, "first");
}

static void
look_for_folders (TwfAgreedWindow *self)
{
  twf_agreed_list_async (self->closing, listed_cb, g_object_ref (self));
}

static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfAgreedWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!twf_agreed_forget_finish (result, &error) && self->workbench != NULL)
    show_problem (self, error);
  if (self->workbench == NULL)
    return;
  if (error == NULL)
    {
      gtk_label_set_label (self->report, _ ("The folder is no longer in the index."));
      gtk_widget_set_visible (GTK_WIDGET (self->report), TRUE);
      look_cb (self);
    }
  look_for_folders (self);
}

static void
forget_folder (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfAgreedWindow *self = TWF_AGREED_WINDOW (widget);

  if (self->indexing == NULL)
    twf_agreed_forget_async (
        g_variant_get_bytestring (parameter), self->closing, forgotten_cb, g_object_ref (self));
}

static void
indexed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfAgreedWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfIndexReport) report = twf_agreed_index_finish (result, &error);

  if (self->workbench == NULL)
    return;
  g_clear_object (&self->indexing);
  show_page (self, "find");
  if (report != NULL)
    tell (self, report);
  look_cb (self);
  look_for_folders (self);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_problem (self, error);
}

static void
index_folder (TwfAgreedWindow *self, const char *folder)
{
  const char *const folders[] = { folder, NULL };

  if (self->indexing != NULL)
    return;
  self->indexing = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress, 0);
  show_page (self, "indexing");
  twf_agreed_index_async (folder != NULL ? folders : NULL,
                          progress_cb,
                          self,
                          self->indexing,
                          indexed_cb,
                          g_object_ref (self));
}

static void
chosen_cb (GtkWindow *window, const char *path, gpointer user_data)
{
  index_folder (TWF_AGREED_WINDOW (window), path);
}

static void
choose_folder (GtkWidget *widget, const char *name, GVariant *parameter)
{
  twf_file_chooser_ask_folder (
      GTK_WINDOW (widget), _ ("A Folder of Adopted Texts"), chosen_cb, NULL);
}

static void
index_path (GtkWidget *widget, const char *name, GVariant *parameter)
{
  index_folder (TWF_AGREED_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
look_again (GtkWidget *widget, const char *name, GVariant *parameter)
{
  index_folder (TWF_AGREED_WINDOW (widget), NULL);
}

static void
cancel_indexing (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfAgreedWindow *self = TWF_AGREED_WINDOW (widget);

  if (self->indexing != NULL)
    g_cancellable_cancel (self->indexing);
}

static void
twf_agreed_window_dispose (GObject *object)
{
  TwfAgreedWindow *self = TWF_AGREED_WINDOW (object);

  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  if (self->indexing != NULL)
    g_cancellable_cancel (self->indexing);
  g_cancellable_cancel (self->closing);
  g_clear_object (&self->workbench);
  gtk_widget_dispose_template (GTK_WIDGET (self), TWF_TYPE_AGREED_WINDOW);
  G_OBJECT_CLASS (twf_agreed_window_parent_class)->dispose (object);
}

static void
twf_agreed_window_finalize (GObject *object)
{
  TwfAgreedWindow *self = TWF_AGREED_WINDOW (object);

  g_clear_pointer (&self->found, twf_findings_free);
  g_free (self->looked_for);
  g_clear_object (&self->looking);
  g_clear_object (&self->indexing);
  g_clear_object (&self->closing);
  G_OBJECT_CLASS (twf_agreed_window_parent_class)->finalize (object);
}

static void
twf_agreed_window_class_init (TwfAgreedWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_agreed_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = twf_agreed_window_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/agreed/twf-agreed-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfAgreedWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TwfAgreedWindow, phrase);
  gtk_widget_class_bind_template_child (widget_class, TwfAgreedWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, TwfAgreedWindow, findings);
  gtk_widget_class_bind_template_child (widget_class, TwfAgreedWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, TwfAgreedWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, TwfAgreedWindow, report);
  gtk_widget_class_bind_template_child (widget_class, TwfAgreedWindow, forget_menu);
  gtk_widget_class_bind_template_callback (widget_class, look_cb);
  gtk_widget_class_install_action (widget_class, "agreed.choose-folder", NULL, choose_folder);
  gtk_widget_class_install_action (widget_class, "agreed.index", "s", index_path);
  gtk_widget_class_install_action (widget_class, "agreed.forget", "ay", forget_folder);
  gtk_widget_class_install_action (widget_class, "agreed.look-again", NULL, look_again);
  gtk_widget_class_install_action (widget_class, "agreed.cancel", NULL, cancel_indexing);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
twf_agreed_window_init (TwfAgreedWindow *self)
{
  self->closing = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * twf_agreed_window_new:
 * @parent: the window it belongs to
 * @workbench: the workbench
 * @phrase: (nullable): what is looked for at first
 *
 * Returns: (transfer floating): the window; it looks at once, or asks for a folder where nothing is
 *   indexed yet
 */
GtkWidget *
twf_agreed_window_new (GtkWindow *parent, TwfWorkbench *workbench, const char *phrase)
{
  TwfAgreedWindow *self = g_object_new (TWF_TYPE_AGREED_WINDOW, "transient-for", parent, NULL);

  self->workbench = g_object_ref (workbench);
  gtk_editable_set_text (self->phrase, phrase != NULL ? phrase : "");
  gtk_widget_grab_focus (GTK_WIDGET (self->phrase));
  look_cb (self);
  look_for_folders (self);
  return GTK_WIDGET (self);
}
