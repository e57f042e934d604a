/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-import-window.h"

#include "twf-bidi.h"
#include "twf-draft-review.h"
#include "twf-interface.h"
#include "twf-language.h"
#include "twf-message.h"
#include "twf-place.h"
#include "twf-spoken.h"

#include <glib/gi18n.h>
#include <string.h>

#define PLAN_SUFFIX ".twf"

struct _TwfImportWindow
{
  AdwWindow parent_instance;

  /* Template widgets. */
  GtkStack *stack;
  GtkDropDown *language;
  GtkLabel *problem;
  GtkLabel *summary;
  TwfDraftReview *review;
  GtkCheckButton *brackets;
  GtkEntry *path;
  GtkButton *create_button;

  /* Owned. */
  char *identity;  /* nullable: code of the delegation one acts as */
  GStrv paths;     /* nullable: the documents */
  TwfDraft *draft; /* nullable until read */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (TwfImportWindow, twf_import_window, ADW_TYPE_WINDOW)

enum
{
  CREATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_problem (TwfImportWindow *self, const GError *error, const char *subject, const char *page)
{
  g_autofree char *sentence = NULL;

  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_visible (GTK_WIDGET (self->create_button), g_str_equal (page, "review"));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  sentence = twf_error_describe (error, subject);
  gtk_label_set_label (self->problem, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
suggest_path (TwfImportWindow *self)
{
  GListModel *paragraphs = twf_draft_list_paragraphs (self->draft);
  const char *language = twf_draft_get_languages (self->draft)[0];
  g_autofree char *title = NULL;
  g_autofree char *path = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (paragraphs) && title == NULL; i++)
    {
      g_autoptr (TwfDraftParagraph) paragraph = g_list_model_get_item (paragraphs, i);

      if (twf_draft_paragraph_get_role (paragraph) == TWF_ROLE_TITLE)
        title = twf_draft_paragraph_dup_final_text (paragraph, language);
    }
  if (title == NULL || *title == '\0')
    {
      g_autofree char *name = g_path_get_basename (self->paths[0]);
      char *dot = strrchr (name, '.');

      if (dot != NULL)
        *dot = '\0';
      g_free (title);
      title = g_steal_pointer (&name);
    }
  path = twf_place_suggest (title, PLAN_SUFFIX);
  gtk_editable_set_text (GTK_EDITABLE (self->path), path);
}

static void
show_draft (TwfImportWindow *self)
{
  guint n_paragraphs = g_list_model_get_n_items (twf_draft_list_paragraphs (self->draft));
  guint n_suggestions = twf_draft_count_suggestions (self->draft);
  g_autofree char *paragraphs
      = g_strdup_printf (ngettext ("%u paragraph.", "%u paragraphs.", n_paragraphs), n_paragraphs);
  g_autofree char *suggestions
      = n_suggestions == 0
            ? g_strdup (_ ("Nothing in doubt."))
            : g_strdup_printf (
                ngettext ("%u repair is suggested; nothing is repaired unless you say so.",
                          "%u repairs are suggested; none is made unless you say so.",
                          n_suggestions),
                n_suggestions);
  g_autofree char *summary = g_strdup_printf ("%s %s", paragraphs, suggestions);

  gtk_label_set_label (self->summary, summary);
  twf_draft_review_set_draft (self->review, self->draft);
  gtk_widget_set_visible (GTK_WIDGET (self->brackets), twf_draft_count_brackets (self->draft) > 0);
  suggest_path (self);
  gtk_stack_set_visible_child_name (self->stack, "review");
  gtk_widget_set_visible (GTK_WIDGET (self->create_button), TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->review), GTK_DIR_TAB_FORWARD);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfImportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  TwfDraft *draft = twf_desk_read_documents_finish (result, &error);

  g_clear_object (&self->draft);
  self->draft = draft;
  if (draft == NULL)
    show_problem (self, error, self->paths[0], "choose");
  else
    show_draft (self);
}

/* NULL where the document is to say it. */
static const char *
get_language (TwfImportWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->language);

  return selected == 0 ? NULL : twf_language_list_un ()[selected - 1];
}

static void
start_reading (TwfImportWindow *self)
{
  guint n_paths = g_strv_length (self->paths);
  g_autofree const char **languages = g_new0 (const char *, n_paths + 1);

  for (guint i = 0; i < n_paths; i++)
    languages[i] = get_language (self);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  twf_desk_read_documents_async (
      (const char *const *)self->paths, languages, self->cancellable, read_cb, g_object_ref (self));
}

static void
files_chosen_cb (GtkNativeDialog *chooser, int response, TwfImportWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
      g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
      g_auto (GStrv) chosen = NULL;

      for (guint i = 0; i < g_list_model_get_n_items (files); i++)
        {
          g_autoptr (GFile) file = g_list_model_get_item (files, i);
          g_autofree char *path = g_file_get_path (file);

          if (path != NULL)
            g_strv_builder_add (paths, path);
        }
      chosen = g_strv_builder_end (paths);
      twf_import_window_read (self, (const char *const *)chosen);
    }
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

static void
choose_files_clicked_cb (TwfImportWindow *self)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Import Documents"),
                                                               GTK_WINDOW (self),
                                                               GTK_FILE_CHOOSER_ACTION_OPEN,
                                                               _ ("_Import"),
                                                               _ ("_Cancel"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (files_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
choose_path_clicked_cb (TwfImportWindow *self)
{
  twf_place_choose_into (GTK_EDITABLE (self->path), _ ("Where the Plan Is Kept"));
}

static void
stop_clicked_cb (TwfImportWindow *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfImportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfDesk) desk = twf_desk_create_finish (result, &error);

  if (desk == NULL)
    {
      show_problem (self, error, gtk_editable_get_text (GTK_EDITABLE (self->path)), "review");
      return;
    }
  g_signal_emit (self, signals[CREATED], 0, desk);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
create_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfImportWindow *self = TWF_IMPORT_WINDOW (widget);
  const char *path = gtk_editable_get_text (GTK_EDITABLE (self->path));
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfPlan) plan = NULL;

  if (self->draft == NULL)
    return;
  twf_draft_set_reads_brackets (self->draft,
                                gtk_widget_get_visible (GTK_WIDGET (self->brackets))
                                    && gtk_check_button_get_active (self->brackets));
  plan = twf_draft_to_plan (self->draft, &error);
  if (plan == NULL)
    {
      show_problem (self, error, path, "review");
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->create_button), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  twf_desk_create_async (path,
                         plan,
                         self->identity,
                         _ ("Imported a document"),
                         self->cancellable,
                         created_cb,
                         g_object_ref (self));
}

static void
fill_languages (TwfImportWindow *self)
{
  const char *const *languages = twf_language_list_un ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("As the document says"));
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *name = twf_interface_dup_language_name (languages[i]);

      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->language, G_LIST_MODEL (names));
}

static void
twf_import_window_dispose (GObject *object)
{
  TwfImportWindow *self = TWF_IMPORT_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->draft);
  gtk_widget_dispose_template (GTK_WIDGET (self), TWF_TYPE_IMPORT_WINDOW);
  G_OBJECT_CLASS (twf_import_window_parent_class)->dispose (object);
}

static void
twf_import_window_finalize (GObject *object)
{
  TwfImportWindow *self = TWF_IMPORT_WINDOW (object);

  g_free (self->identity);
  g_strfreev (self->paths);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (twf_import_window_parent_class)->finalize (object);
}

static void
twf_import_window_class_init (TwfImportWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = twf_import_window_dispose;
  object_class->finalize = twf_import_window_finalize;

  /**
   * TwfImportWindow::created:
   * @desk: the plan that was made, open
   */
  signals[CREATED] = g_signal_new ("created",
                                   TWF_TYPE_IMPORT_WINDOW,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   1,
                                   TWF_TYPE_DESK);

  g_type_ensure (TWF_TYPE_DRAFT_REVIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/import/twf-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfImportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TwfImportWindow, language);
  gtk_widget_class_bind_template_child (widget_class, TwfImportWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, TwfImportWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, TwfImportWindow, review);
  gtk_widget_class_bind_template_child (widget_class, TwfImportWindow, brackets);
  gtk_widget_class_bind_template_child (widget_class, TwfImportWindow, path);
  gtk_widget_class_bind_template_child (widget_class, TwfImportWindow, create_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_files_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_path_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_clicked_cb);
  gtk_widget_class_install_action (widget_class, "import.create", NULL, create_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
twf_import_window_init (TwfImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  twf_spoken_name_drop_downs (GTK_WIDGET (self));
  twf_spoken_follow_pages (GTK_WIDGET (self->stack), gtk_stack_get_pages (self->stack));
  fill_languages (self);
}

/**
 * twf_import_window_new:
 * @parent: (nullable): the window it belongs to
 * @identity: (nullable): the code of the delegation one acts as
 *
 * Returns: (transfer full): an assistant that asks for the document first
 */
GtkWidget *
twf_import_window_new (GtkWindow *parent, const char *identity)
{
  TwfImportWindow *self = g_object_new (
      TWF_TYPE_IMPORT_WINDOW, "transient-for", parent, "modal", parent != NULL, NULL);

  self->identity = g_strdup (identity);
  return GTK_WIDGET (self);
}

/**
 * twf_import_window_read:
 * @self: the assistant
 * @paths: (array zero-terminated=1): the documents; more than one: languages of the same
 *
 * Goes straight to reading @paths.
 */
void
twf_import_window_read (TwfImportWindow *self, const char *const *paths)
{
  g_return_if_fail (TWF_IS_IMPORT_WINDOW (self));

  if (paths == NULL || paths[0] == NULL)
    return;
  g_strfreev (self->paths);
  self->paths = g_strdupv ((char **)paths);
  start_reading (self);
}
