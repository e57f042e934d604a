/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-merge-window.h"

#include "twf-branch-chooser.h"
#include "twf-merge-review.h"
#include "twf-message.h"
#include "twf-spoken.h"
#include "twf-words.h"

#include <glib/gi18n.h>

struct _TwfMergeWindow
{
  AdwWindow parent_instance;

  /* Template widgets. */
  GtkStack *stack;
  GtkButton *back_button;
  GtkWidget *undo_box;
  GtkButton *review_button;
  GtkButton *merge_button;
  GtkLabel *problem;
  GtkLabel *working;
  GtkProgressBar *progress;
  TwfBranchChooser *chooser;
  TwfMergeReview *review;

  /* Owned. */
  TwfWorkbench *workbench;
  TwfPlanMerge *merge; /* nullable until it is prepared */
  GStrv chosen;        /* nullable: the branches under review */
  GStrv wanted;        /* nullable: those that were chosen elsewhere */
  GCancellable *cancellable;
  GSignalGroup *decisions_signals;
};

G_DEFINE_FINAL_TYPE (TwfMergeWindow, twf_merge_window, ADW_TYPE_WINDOW)

static gboolean
is_showing (TwfMergeWindow *self, const char *page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), page) == 0;
}

static void
update_actions (TwfMergeWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  TwfDecisions *decisions
      = is_showing (self, "review") ? twf_merge_review_get_decisions (self->review) : NULL;
  gboolean chosen;

  g_object_get (self->chooser, "has-chosen", &chosen, NULL);
  gtk_widget_action_set_enabled (widget, "merge.review", chosen && is_showing (self, "choose"));
  gtk_widget_action_set_enabled (widget, "merge.run", decisions != NULL);
  gtk_widget_action_set_enabled (
      widget, "merge.undo", decisions != NULL && twf_decisions_can_undo (decisions));
  gtk_widget_action_set_enabled (
      widget, "merge.redo", decisions != NULL && twf_decisions_can_redo (decisions));
}

static void
show_page (TwfMergeWindow *self, const char *page)
{
  gboolean review = g_str_equal (page, "review");

  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_visible (GTK_WIDGET (self->review_button), g_str_equal (page, "choose"));
  gtk_widget_set_visible (GTK_WIDGET (self->merge_button), review);
  gtk_widget_set_visible (self->undo_box, review);
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), review || g_str_equal (page, "nothing"));
  update_actions (self);
}

static void
start_work (TwfMergeWindow *self, const char *words)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_label_set_label (self->working, words);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  show_page (self, "working");
}

static void
show_problem (TwfMergeWindow *self, const GError *error, const char *page)
{
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  show_page (self, page);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  name = g_path_get_basename (twf_desk_get_path (twf_workbench_get_desk (self->workbench)));
  sentence = twf_error_describe (error, name);
  gtk_label_set_label (self->problem, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
progress_changed_cb (TwfMergeWindow *self)
{
  double fraction;

  g_object_get (twf_workbench_get_desk (self->workbench), "progress", &fraction, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), fraction >= 0);
  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->progress, MIN (fraction, 1));
}

static void
branches_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfMergeWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) branches
      = twf_desk_list_branches_finish (TWF_DESK (source), result, &error);

  if (self->workbench == NULL)
    return;
  if (branches == NULL)
    {
      show_problem (self, error, "none");
      return;
    }
  if (branches->len == 0)
    {
      show_page (self, "none");
      return;
    }
  twf_branch_chooser_set_branches (self->chooser, self->workbench, branches);
  twf_branch_chooser_set_saves_first (
      self->chooser, twf_desk_is_modified (twf_workbench_get_desk (self->workbench)));
  show_page (self, "choose");
  gtk_widget_grab_focus (GTK_WIDGET (self->chooser));
  if (self->wanted == NULL)
    return;
  /* Chosen is chosen: what comes next is the review. */
  twf_branch_chooser_choose (self->chooser, (const char *const *)self->wanted);
  gtk_widget_activate_action (GTK_WIDGET (self), "merge.review", NULL);
}

static void
list_branches (TwfMergeWindow *self)
{
  start_work (self, _ ("Looking for contributions…"));
  twf_desk_list_branches_async (twf_workbench_get_desk (self->workbench),
                                self->cancellable,
                                branches_listed_cb,
                                g_object_ref (self));
}

static void
prepared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfMergeWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  TwfPlanMerge *merge = twf_desk_prepare_merge_finish (TWF_DESK (source), result, &error);

  if (self->workbench == NULL)
    {
      g_clear_object (&merge);
      return;
    }
  g_clear_object (&self->merge);
  self->merge = merge;
  if (merge == NULL)
    {
      show_problem (self, error, "choose");
      return;
    }
  if (twf_plan_merge_get_requests (merge)->len == 0)
    {
      show_page (self, "nothing");
      return;
    }
  twf_merge_review_set_merge (self->review, self->workbench, merge);
  g_signal_group_set_target (self->decisions_signals,
                             twf_merge_review_get_decisions (self->review));
  show_page (self, "review");
  gtk_widget_grab_focus (GTK_WIDGET (self->review));
}

static void
prepare (TwfMergeWindow *self)
{
  start_work (self, _ ("Reading what they ask for…"));
  twf_desk_prepare_merge_async (twf_workbench_get_desk (self->workbench),
                                (const char *const *)self->chosen,
                                self->cancellable,
                                prepared_cb,
                                g_object_ref (self));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfMergeWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *revision = twf_desk_save_finish (TWF_DESK (source), result, &error);

  if (self->workbench == NULL)
    return;
  if (revision == NULL)
    {
      show_problem (self, error, "choose");
      return;
    }
  twf_branch_chooser_set_saves_first (self->chooser, FALSE);
  prepare (self);
}

static void
begin_review (TwfMergeWindow *self)
{
  TwfDesk *desk = twf_workbench_get_desk (self->workbench);

  g_strfreev (self->chosen);
  self->chosen = twf_branch_chooser_list_chosen (self->chooser);
  if (!twf_desk_is_modified (desk))
    {
      prepare (self);
      return;
    }
  start_work (self, _ ("Saving what you have changed…"));
  twf_desk_save_async (desk,
                       /* Translators: message of a revision. */
                       _ ("Before a merge"),
                       FALSE,
                       self->cancellable,
                       saved_cb,
                       g_object_ref (self));
}

static void
unverified_answered_cb (TwfMergeWindow *self, const char *response)
{
  if (g_str_equal (response, "merge") && self->workbench != NULL)
    begin_review (self);
}

/* What is not known to be from whose it is may be merged all the same: by a person who was told.
 * That it was so stands in the revision then. */
static void
ask_about_unverified (TwfMergeWindow *self, const char *const *lines)
{
  g_autofree char *list = g_strjoinv ("\n", (char **)lines);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_WINDOW (self), _ ("Merge What Is Not Verified?"), NULL));

  adw_message_dialog_format_body (
      dialog,
      _ ("%s\n\nMerge it only if you know by other means whose it is. The revision will say that "
         "it was not verified."),
      list);
  adw_message_dialog_add_responses (
      dialog, "cancel", _ ("_Cancel"), "merge", _ ("_Go On All the Same"), NULL);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (
      dialog, "response", G_CALLBACK (unverified_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
review_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfMergeWindow *self = TWF_MERGE_WINDOW (widget);
  g_auto (GStrv) unverified = twf_branch_chooser_list_unverified (self->chooser);

  if (unverified[0] != NULL)
    ask_about_unverified (self, (const char *const *)unverified);
  else
    begin_review (self);
}

/* "Egypt (EG) · Belarus (BY)". */
static char *
dup_chosen_names (TwfMergeWindow *self)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; self->chosen[i] != NULL; i++)
    {
      g_autofree char *name = twf_words_dup_branch (self->workbench, self->chosen[i]);

      if (i > 0)
        g_string_append (names, " · ");
      g_string_append (names, name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
merged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfMergeWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *revision = twf_desk_merge_finish (TWF_DESK (source), result, &error);
  g_autofree char *names = NULL;
  g_autofree char *notice = NULL;

  if (self->workbench == NULL)
    return;
  if (revision == NULL)
    {
      show_problem (self, error, "review");
      return;
    }
  names = dup_chosen_names (self);
  notice = g_strdup_printf (_ ("Merged: %s"), names);
  twf_workbench_notice (self->workbench, notice, TRUE);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
run_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfMergeWindow *self = TWF_MERGE_WINDOW (widget);

  if (self->merge == NULL || !is_showing (self, "review"))
    return;
  start_work (self, _ ("Merging…"));
  twf_desk_merge_async (twf_workbench_get_desk (self->workbench),
                        g_object_ref (self->merge),
                        NULL,
                        self->cancellable,
                        merged_cb,
                        g_object_ref (self));
}

/* What comes next, whichever page is shown. */
static void
go_on_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget,
                              is_showing (TWF_MERGE_WINDOW (widget), "choose") ? "merge.review"
                                                                               : "merge.run",
                              NULL);
}

static void
back_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfMergeWindow *self = TWF_MERGE_WINDOW (widget);

  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  show_page (self, "choose");
  gtk_widget_grab_focus (GTK_WIDGET (self->chooser));
}

/* Undo goes to where it changed something, so that a person sees what it did. */
static void
undo_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfMergeWindow *self = TWF_MERGE_WINDOW (widget);
  TwfDecisions *decisions = twf_merge_review_get_decisions (self->review);
  TwfRequest *request;

  if (decisions == NULL)
    return;
  request = g_str_equal (name, "merge.undo") ? twf_decisions_undo (decisions)
                                             : twf_decisions_redo (decisions);
  if (request != NULL)
    twf_merge_review_show_request (self->review, request);
}

static void
stop_clicked_cb (TwfMergeWindow *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
choice_changed_cb (TwfMergeWindow *self)
{
  update_actions (self);
}

static void
twf_merge_window_dispose (GObject *object)
{
  TwfMergeWindow *self = TWF_MERGE_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->decisions_signals);
  g_clear_object (&self->merge);
  g_clear_object (&self->workbench);
  gtk_widget_dispose_template (GTK_WIDGET (self), TWF_TYPE_MERGE_WINDOW);
  G_OBJECT_CLASS (twf_merge_window_parent_class)->dispose (object);
}

static void
twf_merge_window_finalize (GObject *object)
{
  TwfMergeWindow *self = TWF_MERGE_WINDOW (object);

  g_strfreev (self->chosen);
  g_strfreev (self->wanted);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (twf_merge_window_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "merge.review", NULL, review_activated);
  gtk_widget_class_install_action (widget_class, "merge.run", NULL, run_activated);
  gtk_widget_class_install_action (widget_class, "merge.go-on", NULL, go_on_activated);
  gtk_widget_class_install_action (widget_class, "merge.back", NULL, back_activated);
  gtk_widget_class_install_action (widget_class, "merge.undo", NULL, undo_activated);
  gtk_widget_class_install_action (widget_class, "merge.redo", NULL, undo_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "merge.undo", NULL);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "merge.redo", NULL);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "merge.redo", NULL);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "merge.go-on", NULL);
}

static void
twf_merge_window_class_init (TwfMergeWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = twf_merge_window_dispose;
  object_class->finalize = twf_merge_window_finalize;

  g_type_ensure (TWF_TYPE_BRANCH_CHOOSER);
  g_type_ensure (TWF_TYPE_MERGE_REVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tawafuq/Tawafuq/ui/merge/twf-merge-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfMergeWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TwfMergeWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, TwfMergeWindow, undo_box);
  gtk_widget_class_bind_template_child (widget_class, TwfMergeWindow, review_button);
  gtk_widget_class_bind_template_child (widget_class, TwfMergeWindow, merge_button);
  gtk_widget_class_bind_template_child (widget_class, TwfMergeWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, TwfMergeWindow, working);
  gtk_widget_class_bind_template_child (widget_class, TwfMergeWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, TwfMergeWindow, chooser);
  gtk_widget_class_bind_template_child (widget_class, TwfMergeWindow, review);
  gtk_widget_class_bind_template_callback (widget_class, stop_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  install_actions (widget_class);
}

static void
twf_merge_window_init (TwfMergeWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  twf_spoken_follow_pages (GTK_WIDGET (self->stack), gtk_stack_get_pages (self->stack));
  self->decisions_signals = g_signal_group_new (TWF_TYPE_DECISIONS);
  g_signal_group_connect_swapped (
      self->decisions_signals, "changed", G_CALLBACK (update_actions), self);
}

static GtkWidget *
make_window (GtkWindow *parent, TwfWorkbench *workbench, const char *const *wanted)
{
  TwfMergeWindow *self = g_object_new (
      TWF_TYPE_MERGE_WINDOW, "transient-for", parent, "modal", parent != NULL, NULL);

  self->workbench = g_object_ref (workbench);
  self->wanted = g_strdupv ((char **)wanted);
  g_signal_connect_object (twf_workbench_get_desk (workbench),
                           "notify::progress",
                           G_CALLBACK (progress_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  progress_changed_cb (self);
  list_branches (self);
  return GTK_WIDGET (self);
}

/**
 * twf_merge_window_new:
 * @parent: (nullable): the window it belongs to
 * @workbench: the plan that is open
 *
 * Returns: (transfer full): an assistant that asks first whose contributions are to be merged
 */
GtkWidget *
twf_merge_window_new (GtkWindow *parent, TwfWorkbench *workbench)
{
  g_return_val_if_fail (TWF_IS_WORKBENCH (workbench), NULL);

  return make_window (parent, workbench, NULL);
}

/**
 * twf_merge_window_new_for:
 * @parent: (nullable): the window it belongs to
 * @workbench: the plan that is open
 * @branches: (array zero-terminated=1): names of branches, or of what was received
 *
 * Returns: (transfer full): an assistant that begins with the review of what @branches ask for;
 *   the way back leads to the choice
 */
GtkWidget *
twf_merge_window_new_for (GtkWindow *parent, TwfWorkbench *workbench, const char *const *branches)
{
  g_return_val_if_fail (TWF_IS_WORKBENCH (workbench) && branches != NULL, NULL);

  return make_window (parent, workbench, branches);
}
