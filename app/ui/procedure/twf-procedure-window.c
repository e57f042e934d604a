/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-procedure-window.h"

#include "twf-bidi.h"
#include "twf-clock.h"
#include "twf-interface.h"
#include "twf-message.h"
#include "twf-moment-entry.h"
#include "twf-procedure-rows.h"

#include <glib/gi18n.h>

/* What is usual among states; in seconds. */
#define USUAL_SILENCE (72 * 60 * 60)
#define HOUR (60 * 60)

struct _TwfProcedureWindow
{
  AdwWindow parent_instance;

  /* Template widgets. */
  GtkLabel *problem;
  GtkLabel *silence_state;
  GtkWidget *silence_form;
  GtkEditable *revision;
  GtkEditable *until;
  GtkLabel *until_both;
  GtkWidget *begin;
  GtkWidget *reason_form;
  GtkEditable *reason;
  GtkWidget *break_silence;
  GtkWidget *lift;
  GtkListBox *silences;
  GtkLabel *reading_state;
  GtkCheckButton *park;
  GtkLabel *park_label;
  GtkWidget *save_first;
  GtkButton *reading;
  GtkListBox *readings;
  GtkLabel *items_title;
  GtkListBox *items;

  /* Owned. */
  TwfWorkbench *workbench;
  TwfProceedings *found; /* nullable: not looked up yet */
  GPtrArray *rows;       /* of GtkWidget (borrowed): of readings, the newest first */
  GPtrArray
      *records;    /* of GPtrArray of char*: what came of each, in step, as far as it was counted */
  guint counted;   /* how many of them say what came of them */
  TwfPlan *former; /* of the one that is being counted; nullable */
  GCancellable *closing; /* of all that is looked up for the window as it is */
  GSignalGroup *desk_signals;
};

G_DEFINE_FINAL_TYPE (TwfProcedureWindow, twf_procedure_window, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_RECORDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static TwfDesk *
get_desk (TwfProcedureWindow *self)
{
  return twf_workbench_get_desk (self->workbench);
}

static gboolean
is_facilitator (TwfProcedureWindow *self)
{
  return twf_desk_get_identity (get_desk (self)) == NULL;
}

static void
show_problem (TwfProcedureWindow *self, const char *sentence)
{
  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
}

static void
show_error (TwfProcedureWindow *self, const GError *error, const char *subject)
{
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  sentence = twf_error_describe (error, subject);
  show_problem (self, sentence);
}

/* The deadline in both times, as soon as it is one. */
static void
changed_cb (TwfProcedureWindow *self)
{
  g_autofree char *language = twf_interface_dup_language ();
  g_autofree char *both = NULL;
  gint64 until = 0;
  gboolean is_moment = twf_moment_entry_read (self->until, &until);

  if (is_moment)
    both = twf_moment_dup_both (until, language);
  gtk_label_set_label (self->until_both,
                       is_moment ? both : _ ("Give the date and time as 2010-07-19 17:00."));
  gtk_widget_set_sensitive (self->begin, is_moment && until > twf_clock_now ());
}

static void
reason_changed_cb (TwfProcedureWindow *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));

  gtk_widget_set_sensitive (self->break_silence, *reason != '\0');
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

/* It may be broken until its deadline, whoever else broke it. */
static gboolean
may_break (TwfProcedureWindow *self, const TwfSilence *silence, gint64 now)
{
  return silence != NULL && silence->lifted == NULL && now < silence->begun->until
         && !twf_silence_is_broken_by (silence, twf_desk_get_identity (get_desk (self)));
}

static void
update_silences (TwfProcedureWindow *self)
{
  const TwfProcedure *known = self->found->procedure;
  g_autofree char *language = twf_interface_dup_language ();
  gint64 now = twf_clock_now ();
  gboolean editable = !twf_workbench_is_read_only (self->workbench);
  const TwfSilence *last = twf_procedure_choose_silence (known, NULL);
  gboolean runs = last != NULL && twf_silence_get_state (last, now) == TWF_SILENCE_RUNS;
  gboolean facilitator = is_facilitator (self);
  gboolean breaks = editable && !facilitator && may_break (self, last, now);
  gboolean lifts = editable && facilitator && runs;
  g_autofree char *words = runs ? twf_silence_dup_words (last, now, language)
                                : g_strdup (_ ("No silence procedure runs."));

  gtk_label_set_label (self->silence_state, words);
  gtk_widget_set_visible (self->silence_form, editable && facilitator && !runs);
  gtk_widget_set_visible (self->break_silence, breaks);
  gtk_widget_set_visible (self->lift, lifts);
  gtk_widget_set_visible (self->reason_form, breaks || lifts);
  clear_list (self->silences);
  for (guint i = known->silences->len; i > 0; i--)
    gtk_list_box_append (self->silences,
                         twf_procedure_row_new_silence (
                             self->workbench, self->found, known->silences->pdata[i - 1], now));
  gtk_widget_set_visible (GTK_WIDGET (self->silences), known->silences->len > 0);
}

static void
update_parking (TwfProcedureWindow *self, gboolean ends)
{
  g_auto (GStrv) alone = twf_plan_list_unsupported (twf_workbench_get_plan (self->workbench));
  guint n = g_strv_length (alone);
  g_autofree char *count = twf_workbench_dup_count (self->workbench, n);
  g_autofree char *words
      = g_strdup_printf (ngettext ("Park %s proposal that has no second supporter",
                                   "Park %s proposals that have no second supporter",
                                   n),
                         count);

  gtk_widget_set_visible (GTK_WIDGET (self->park), ends && n > 0);
  gtk_label_set_label (self->park_label, words);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->park), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
update_readings (TwfProcedureWindow *self)
{
  const TwfProcedure *known = self->found->procedure;
  const TwfReadingHeld *open = twf_procedure_get_open_reading (known);
  gboolean mine = !twf_workbench_is_read_only (self->workbench) && is_facilitator (self);
  gboolean modified = twf_desk_is_modified (get_desk (self));
  g_autofree char *number
      = open != NULL ? twf_workbench_dup_count (self->workbench, open->number) : NULL;
  g_autofree char *words = open != NULL ? g_strdup_printf (_ ("Reading %s goes on."), number)
                                        : g_strdup (_ ("No reading goes on."));

  gtk_label_set_label (self->reading_state, words);
  gtk_button_set_label (self->reading, open != NULL ? _ ("End Reading") : _ ("Begin Reading"));
  gtk_widget_set_visible (GTK_WIDGET (self->reading), mine);
  gtk_widget_set_sensitive (GTK_WIDGET (self->reading), !modified);
  gtk_widget_set_visible (self->save_first, mine && modified);
  update_parking (self, mine && open != NULL);
  clear_list (self->readings);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->records, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->items_title), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->items), FALSE);
  self->counted = 0;
  for (guint i = known->readings->len; i > 0; i--)
    {
      GtkWidget *row
          = twf_procedure_row_new_reading (self->workbench, known->readings->pdata[i - 1]);

      g_ptr_array_add (self->rows, row);
      gtk_list_box_append (self->readings, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->readings), known->readings->len > 0);
}

/* What came of the reading in the row, which has been counted. */
static void
show_items (TwfProcedureWindow *self, guint index)
{
  GPtrArray *lines = self->records->pdata[index];

  clear_list (self->items);
  twf_procedure_rows_fill (self->items, lines);
  gtk_label_set_label (
      self->items_title,
      adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->rows->pdata[index])));
  gtk_widget_set_visible (GTK_WIDGET (self->items_title), lines->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->items), lines->len > 0);
}

static void
reading_activated_cb (TwfProcedureWindow *self, GtkListBoxRow *row)
{
  guint index = (guint)gtk_list_box_row_get_index (row);

  if (index < self->records->len)
    show_items (self, index);
}

static void count_next (TwfProcedureWindow *self);

static const TwfReadingHeld *
get_counted (TwfProcedureWindow *self)
{
  GPtrArray *readings = self->found->procedure->readings;

  return readings->pdata[readings->len - 1 - self->counted];
}

static void
show_record (TwfProcedureWindow *self, TwfPlan *latter)
{
  const TwfReadingHeld *reading = get_counted (self);
  g_autoptr (GPtrArray) items = twf_reading_record_list (
      self->former,
      latter,
      reading->closed != NULL ? (const char *const *)reading->closed->parked : NULL);

  twf_procedure_row_show_record (self->rows->pdata[self->counted], self->workbench, reading, items);
  g_ptr_array_add (self->records, twf_procedure_list_lines (self->workbench, latter, items));
  if (self->counted == 0)
    show_items (self, 0);
  self->counted++;
  count_next (self);
}

static void
latter_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfProcedureWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfPlan) plan = twf_desk_read_at_finish (TWF_DESK (source), result, &error);

  if (plan != NULL)
    show_record (self, plan);
  else
    show_error (self, error, NULL);
}

static void
former_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfProcedureWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  TwfPlan *plan = twf_desk_read_at_finish (TWF_DESK (source), result, &error);
  const TwfReadingHeld *reading;

  if (plan == NULL)
    {
      show_error (self, error, NULL);
      return;
    }
  g_clear_object (&self->former);
  self->former = plan;
  reading = get_counted (self);
  if (reading->closed == NULL)
    show_record (self, twf_workbench_get_plan (self->workbench));
  else
    twf_desk_read_at_async (TWF_DESK (source),
                            reading->closed->revision,
                            self->closing,
                            latter_read_cb,
                            g_object_ref (self));
}

/* What came of a reading is counted from two whole plans: one reading after the other, the newest
 * first. */
static void
count_next (TwfProcedureWindow *self)
{
  if (self->counted < self->rows->len)
    twf_desk_read_at_async (get_desk (self),
                            get_counted (self)->begun->revision,
                            self->closing,
                            former_read_cb,
                            g_object_ref (self));
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfProcedureWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  TwfProceedings *found = twf_desk_read_procedure_finish (TWF_DESK (source), result, &error);

  if (found == NULL)
    {
      show_error (self, error, NULL);
      return;
    }
  if (self->found == NULL && found->symbol != NULL)
    gtk_editable_set_text (self->revision, found->symbol);
  g_clear_pointer (&self->found, twf_proceedings_free);
  self->found = found;
  update_silences (self);
  update_readings (self);
  count_next (self);
}

/* Whatever is still being looked up is about what was. */
static void
look_again (TwfProcedureWindow *self)
{
  if (self->closing != NULL)
    g_cancellable_cancel (self->closing);
  g_clear_object (&self->closing);
  self->closing = g_cancellable_new ();
  twf_desk_read_procedure_async (
      get_desk (self), NULL, TRUE, self->closing, found_cb, g_object_ref (self));
}

/* Puts @act on record, or says what is in the way. Takes @act. */
static void
record (TwfProcedureWindow *self,
        const TwfProcedure *known,
        TwfObstacle obstacle,
        TwfProcedureAct *act,
        const char *message)
{
  g_autofree char *language = twf_interface_dup_language ();
  g_autoptr (TwfProcedureAct) made = act;
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GError) error = NULL;

  if (obstacle != TWF_OBSTACLE_NONE)
    {
      g_autofree char *sentence
          = twf_obstacle_dup_words (obstacle, twf_procedure_choose_silence (known, NULL), language);

      show_problem (self, sentence);
      return;
    }
  show_problem (self, NULL);
  edits = twf_procedure_list_edits (twf_workbench_get_plan (self->workbench), known, made, &error);
  if (edits == NULL)
    show_error (self, error, NULL);
  else if (twf_workbench_apply_all (self->workbench, edits, message))
    g_signal_emit (self, signals[SIGNAL_RECORDED], 0, message);
}

static TwfProceeding
get_proceeding (TwfProcedureWindow *self)
{
  return (TwfProceeding){ twf_desk_get_identity (get_desk (self)), twf_clock_now () };
}

static void
subject_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfProcedureWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfProceedings) found
      = twf_desk_read_procedure_finish (TWF_DESK (source), result, &error);
  TwfProceeding by;
  TwfProcedureAct *act = NULL;
  TwfObstacle obstacle;
  gint64 until = 0;

  if (found == NULL)
    {
      show_error (self, error, gtk_editable_get_text (self->revision));
      return;
    }
  by = get_proceeding (self);
  twf_moment_entry_read (self->until, &until);
  obstacle = twf_procedure_begin_silence (
      found->procedure, &by, found->revision, found->symbol, until, &act);
  record (self, found->procedure, obstacle, act, _ ("Under silence"));
}

static void
begin_clicked_cb (TwfProcedureWindow *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->revision)));

  twf_desk_read_procedure_async (get_desk (self),
                                 *name != '\0' ? name : NULL,
                                 FALSE,
                                 self->closing,
                                 subject_found_cb,
                                 g_object_ref (self));
}

static void
break_clicked_cb (TwfProcedureWindow *self)
{
  TwfProceeding by = get_proceeding (self);
  TwfProcedureAct *act = NULL;
  TwfObstacle obstacle = twf_procedure_break_silence (
      self->found->procedure, &by, NULL, gtk_editable_get_text (self->reason), &act);

  record (self, self->found->procedure, obstacle, act, _ ("Silence broken"));
}

static void
lift_clicked_cb (TwfProcedureWindow *self)
{
  TwfProceeding by = get_proceeding (self);
  TwfProcedureAct *act = NULL;
  TwfObstacle obstacle = twf_procedure_lift_silence (
      self->found->procedure, &by, NULL, gtk_editable_get_text (self->reason), &act);

  record (self, self->found->procedure, obstacle, act, _ ("Silence procedure called off"));
}

static void
reading_clicked_cb (TwfProcedureWindow *self)
{
  const TwfProcedure *known = self->found->procedure;
  gboolean ends = twf_procedure_get_open_reading (known) != NULL;
  gboolean parks = gtk_widget_get_visible (GTK_WIDGET (self->park))
                   && gtk_check_button_get_active (self->park);
  g_auto (GStrv) alone
      = parks ? twf_plan_list_unsupported (twf_workbench_get_plan (self->workbench)) : NULL;
  TwfProceeding by = get_proceeding (self);
  const char *revision = twf_desk_get_revision (get_desk (self));
  TwfProcedureAct *act = NULL;
  TwfObstacle obstacle
      = ends ? twf_procedure_end_reading (known, &by, revision, (const char *const *)alone, &act)
             : twf_procedure_begin_reading (known, &by, revision, &act);

  record (self, known, obstacle, act, ends ? _ ("End of the reading") : _ ("Reading begins"));
}

static void
twf_procedure_window_dispose (GObject *object)
{
  TwfProcedureWindow *self = TWF_PROCEDURE_WINDOW (object);

  if (self->closing != NULL)
    g_cancellable_cancel (self->closing);
  g_clear_object (&self->desk_signals);
  g_clear_object (&self->workbench);
  gtk_widget_dispose_template (GTK_WIDGET (self), TWF_TYPE_PROCEDURE_WINDOW);
  G_OBJECT_CLASS (twf_procedure_window_parent_class)->dispose (object);
}

static void
twf_procedure_window_finalize (GObject *object)
{
  TwfProcedureWindow *self = TWF_PROCEDURE_WINDOW (object);

  g_clear_pointer (&self->found, twf_proceedings_free);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->records);
  g_clear_object (&self->former);
  g_clear_object (&self->closing);
  G_OBJECT_CLASS (twf_procedure_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
      klass, "/org/tawafuq/Tawafuq/ui/procedure/twf-procedure-window.ui");
  gtk_widget_class_bind_template_child (klass, TwfProcedureWindow, problem);
  gtk_widget_class_bind_template_child (klass, TwfProcedureWindow, silence_state);
  gtk_widget_class_bind_template_child (klass, TwfProcedureWindow, silence_form);
  gtk_widget_class_bind_template_child (klass, TwfProcedureWindow, revision);
  gtk_widget_class_bind_template_child (klass, TwfProcedureWindow, until);
  gtk_widget_class_bind_template_child (klass, TwfProcedureWindow, until_both);
  gtk_widget_class_bind_template_child (klass, TwfProcedureWindow, begin);
  gtk_widget_class_bind_template_child (klass, TwfProcedureWindow, reason_form);
  gtk_widget_class_bind_template_child (klass, TwfProcedureWindow, reason);
  gtk_widget_class_bind_template_child (klass, TwfProcedureWindow, break_silence);
  gtk_widget_class_bind_template_child (klass, TwfProcedureWindow, lift);
  gtk_widget_class_bind_template_child (klass, TwfProcedureWindow, silences);
  gtk_widget_class_bind_template_child (klass, TwfProcedureWindow, reading_state);
  gtk_widget_class_bind_template_child (klass, TwfProcedureWindow, park);
  gtk_widget_class_bind_template_child (klass, TwfProcedureWindow, park_label);
  gtk_widget_class_bind_template_child (klass, TwfProcedureWindow, save_first);
  gtk_widget_class_bind_template_child (klass, TwfProcedureWindow, reading);
  gtk_widget_class_bind_template_child (klass, TwfProcedureWindow, readings);
  gtk_widget_class_bind_template_child (klass, TwfProcedureWindow, items_title);
  gtk_widget_class_bind_template_child (klass, TwfProcedureWindow, items);
  gtk_widget_class_bind_template_callback (klass, changed_cb);
  gtk_widget_class_bind_template_callback (klass, reason_changed_cb);
  gtk_widget_class_bind_template_callback (klass, begin_clicked_cb);
  gtk_widget_class_bind_template_callback (klass, break_clicked_cb);
  gtk_widget_class_bind_template_callback (klass, lift_clicked_cb);
  gtk_widget_class_bind_template_callback (klass, reading_clicked_cb);
  gtk_widget_class_bind_template_callback (klass, reading_activated_cb);
}

static void
twf_procedure_window_class_init (TwfProcedureWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = twf_procedure_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = twf_procedure_window_finalize;
  signals[SIGNAL_RECORDED] = g_signal_new ("recorded",
                                           G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST,
                                           0,
                                           NULL,
                                           NULL,
                                           NULL,
                                           G_TYPE_NONE,
                                           1,
                                           G_TYPE_STRING);
  bind_template (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_add_binding_action (
      GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
twf_procedure_window_init (TwfProcedureWindow *self)
{
  gint64 until = twf_clock_now () + USUAL_SILENCE;

  self->rows = g_ptr_array_new ();
  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (self->silence_form, FALSE);
  gtk_widget_set_visible (self->reason_form, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->reading), FALSE);
  twf_moment_entry_show (self->until, until + HOUR - until % HOUR);
  reason_changed_cb (self);
  self->desk_signals = g_signal_group_new (TWF_TYPE_DESK);
  g_signal_group_connect_swapped (
      self->desk_signals, "notify::revision", G_CALLBACK (look_again), self);
  g_signal_group_connect_swapped (
      self->desk_signals, "notify::modified", G_CALLBACK (look_again), self);
  g_signal_group_connect_swapped (
      self->desk_signals, "notify::arrivals", G_CALLBACK (look_again), self);
}

/**
 * twf_procedure_window_new:
 * @parent: (nullable): the window it belongs to
 * @workbench: the plan that is open
 *
 * Returns: (transfer full): a window that shows and does what there is to do
 */
GtkWidget *
twf_procedure_window_new (GtkWindow *parent, TwfWorkbench *workbench)
{
  TwfProcedureWindow *self;

  g_return_val_if_fail (TWF_IS_WORKBENCH (workbench), NULL);

  self = g_object_new (TWF_TYPE_PROCEDURE_WINDOW, "transient-for", parent, NULL);
  self->workbench = g_object_ref (workbench);
  g_signal_group_set_target (self->desk_signals, get_desk (self));
  look_again (self);
  return GTK_WIDGET (self);
}
