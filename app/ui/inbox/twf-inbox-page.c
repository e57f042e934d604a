/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-inbox-page.h"

#include "twf-bidi.h"
#include "twf-delegation-menu.h"
#include "twf-inbox-row.h"
#include "twf-inbox-words.h"
#include "twf-interface.h"
#include "twf-receiving.h"
#include "twf-spoken.h"
#include "twf-template.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Names of so many can be taken in at a glance; of more they are shown when one asks. */
#define MOST_SILENT_SHOWN 12
/* Rows made in one frame: done before the next one is due. */
#define ROWS_A_FRAME 4

struct _TwfInboxPage
{
  GtkWidget parent_instance;

  /* Template widgets. */
  GtkWidget *receiving_bar;
  GtkLabel *receiving_file;
  GtkProgressBar *progress;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkListBox *list;
  GtkExpander *silent;
  GtkLabel *silent_names;
  GtkWidget *bar;
  GtkLabel *chosen;
  GtkLabel *together;

  /* Owned. */
  TwfWorkbench *workbench; /* nullable */
  GPtrArray *items;        /* of TwfInboxItem: what is listed; nullable */
  GStrv kept;              /* names of what was chosen, for rows that are not made yet; nullable */
  guint n_rows;            /* of @items */
  guint filling;           /* id of the tick callback that makes the others; 0: none is missed */
  GSignalGroup *inbox_signals;
  GSignalGroup *receiving_signals;
  GSignalGroup *desk_signals;
};

G_DEFINE_FINAL_TYPE (TwfInboxPage, twf_inbox_page, GTK_TYPE_WIDGET)

static TwfInboxRow *
get_row (TwfInboxPage *self, guint position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int)position);

  return row != NULL ? TWF_INBOX_ROW (row) : NULL;
}

static GStrv
list_chosen (TwfInboxPage *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  TwfInboxRow *row;

  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    if (twf_inbox_row_is_chosen (row))
      g_strv_builder_add (names, twf_inbox_row_get_name (row));
  for (guint i = self->n_rows; self->items != NULL && i < self->items->len; i++)
    {
      const TwfInboxItem *item = self->items->pdata[i];

      if (g_strv_contains ((const char *const *)self->kept, item->name))
        g_strv_builder_add (names, item->name);
    }
  return g_strv_builder_end (names);
}

static GStrv
list_waiting (TwfInboxPage *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < self->items->len; i++)
    if (twf_inbox_item_is_waiting (self->items->pdata[i]))
      g_strv_builder_add (names, ((const TwfInboxItem *)self->items->pdata[i])->name);
  return g_strv_builder_end (names);
}

/* Of what is chosen; of all where nothing is. Choosing does not bring the line, or it would move
 * the rows under the pointer. */
static void
show_together (TwfInboxPage *self, guint n)
{
  TwfInbox *inbox = twf_inbox_get (self->workbench);
  guint n_waiting = twf_inbox_count_waiting (inbox);
  gboolean some = n > 0 && n < n_waiting;
  const TwfForesight *of_all = twf_inbox_get_foresight (inbox, NULL);
  const TwfForesight *foresight = some ? twf_inbox_get_chosen_foresight (inbox) : of_all;
  g_autofree char *words = NULL;
  g_autofree char *line = NULL;

  if (foresight != NULL)
    words = twf_inbox_words_dup_foresight (
        self->workbench, foresight, some ? TWF_MERGED_WITH_CHOSEN : TWF_MERGED_WITH_ALL);
  else if (some ? twf_inbox_is_weighing (inbox) : twf_inbox_is_foreseeing (inbox))
    words = g_strdup (_ ("Finding out what clashes…"));
  line = twf_interface_dup_line (words != NULL ? words : "");
  gtk_label_set_label (self->together, line);
  gtk_widget_set_visible (GTK_WIDGET (self->together),
                          n_waiting > 1 && (of_all != NULL || twf_inbox_is_foreseeing (inbox)));
}

static void
update_bar (TwfInboxPage *self)
{
  g_auto (GStrv) chosen = list_chosen (self);
  guint n = g_strv_length (chosen);
  g_autofree char *count = NULL;
  g_autofree char *line = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self),
                                 "inbox.merge",
                                 n > 0 && self->workbench != NULL
                                     && !twf_workbench_is_read_only (self->workbench));
  if (self->workbench == NULL)
    return;
  gtk_widget_set_visible (self->bar, twf_inbox_count_waiting (twf_inbox_get (self->workbench)) > 0);
  count = twf_workbench_dup_count (self->workbench, n);
  line = g_strdup_printf (ngettext ("%s chosen", "%s chosen", n), count);
  gtk_label_set_label (self->chosen, n > 0 ? line : "");
  twf_inbox_choose (twf_inbox_get (self->workbench), (const char *const *)chosen);
  show_together (self, n);
}

static gboolean
has_come (GPtrArray *items, const char *code)
{
  for (guint i = 0; i < items->len; i++)
    if (g_strcmp0 (((const TwfInboxItem *)items->pdata[i])->received->code, code) == 0)
      return TRUE;
  return FALSE;
}

/* Delegations send to who keeps the rolling text, not to one another. */
static void
show_silent (TwfInboxPage *self, GPtrArray *items)
{
  TwfDesk *desk = twf_workbench_get_desk (self->workbench);
  g_auto (GStrv) codes = twf_delegation_menu_list (self->workbench);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *count = NULL;
  g_autofree char *label = NULL;
  g_autofree char *line = NULL;
  guint n = 0;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *name = NULL;

      if (has_come (items, codes[i]))
        continue;
      name = twf_inbox_words_dup_sender (self->workbench, codes[i]);
      g_string_append_printf (names, "%s%s", n++ > 0 ? " · " : "", name);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->silent), n > 0 && twf_desk_get_identity (desk) == NULL);
  count = twf_workbench_dup_count (self->workbench, n);
  label = g_strdup_printf (
      ngettext ("Nothing has come from %s delegation", "Nothing has come from %s delegations", n),
      count);
  line = twf_interface_dup_line (names->str);
  gtk_expander_set_label (self->silent, label);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->silent), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_expander_set_expanded (self->silent, n <= MOST_SILENT_SHOWN);
  gtk_label_set_label (self->silent_names, line);
}

/* A delegation's colour is the same whatever else came. */
static guint
find_colour (TwfInboxPage *self, const char *code)
{
  GListModel *delegations = twf_plan_list_delegations (twf_workbench_get_plan (self->workbench));

  for (guint i = 0; code != NULL && i < g_list_model_get_n_items (delegations); i++)
    {
      g_autoptr (TwfDelegation) delegation = g_list_model_get_item (delegations, i);

      if (g_str_equal (twf_delegation_get_code (delegation), code))
        return i;
    }
  return 0;
}

static void
foreseen_cb (TwfInboxPage *self)
{
  TwfInboxRow *row;

  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    twf_inbox_row_show_foresight (row, twf_inbox_get (self->workbench));
  update_bar (self);
}

static void
add_row (TwfInboxPage *self, const TwfInboxItem *item)
{
  GtkWidget *row
      = twf_inbox_row_new (self->workbench, item, find_colour (self, item->received->code));

  if (g_strv_contains ((const char *const *)self->kept, item->name))
    twf_inbox_row_set_chosen (TWF_INBOX_ROW (row), TRUE);
  twf_inbox_row_show_foresight (TWF_INBOX_ROW (row), twf_inbox_get (self->workbench));
  g_signal_connect_object (row, "notify::chosen", G_CALLBACK (update_bar), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

/* A screen more than is seen: rows of two hundred delegations would take seconds. */
static gboolean
misses_rows (TwfInboxPage *self)
{
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (self->scrolled);
  double below = gtk_adjustment_get_upper (place) - gtk_adjustment_get_value (place)
                 - gtk_adjustment_get_page_size (place);

  if (self->items == NULL || self->n_rows >= self->items->len)
    return FALSE;
  return self->n_rows == 0
         || (gtk_widget_get_mapped (GTK_WIDGET (self->list))
             && below < gtk_adjustment_get_page_size (place));
}

static void
add_some (TwfInboxPage *self)
{
  for (guint i = 0; i < ROWS_A_FRAME && self->n_rows < self->items->len; i++)
    add_row (self, self->items->pdata[self->n_rows++]);
}

static gboolean
add_rows_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  TwfInboxPage *self = TWF_INBOX_PAGE (widget);

  if (misses_rows (self))
    add_some (self);
  else
    self->filling = 0;
  return self->filling != 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
place_changed_cb (TwfInboxPage *self)
{
  if (self->filling == 0 && misses_rows (self))
    self->filling = gtk_widget_add_tick_callback (GTK_WIDGET (self), add_rows_cb, NULL, NULL);
}

static void
empty (TwfInboxPage *self)
{
  TwfInboxRow *row;

  if (self->filling != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->filling);
  self->filling = 0;
  self->n_rows = 0;
  g_clear_pointer (&self->items, g_ptr_array_unref);
  while ((row = get_row (self, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/* Returns: (transfer full) (nullable): of which row something has the keyboard. */
static char *
dup_focused (TwfInboxPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, TWF_TYPE_INBOX_ROW) : NULL;

  return row != NULL ? g_strdup (twf_inbox_row_get_name (TWF_INBOX_ROW (row))) : NULL;
}

/* To the row of that name, which may stand elsewhere by now; else to the first. */
static void
focus_row (TwfInboxPage *self, const char *name)
{
  TwfInboxRow *row;

  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    if (g_str_equal (twf_inbox_row_get_name (row), name))
      break;
  if (row == NULL)
    row = get_row (self, 0);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* What was chosen stays so, and the keyboard stays where it was. */
static void
fill (TwfInboxPage *self, GPtrArray *items)
{
  g_autofree char *focused = dup_focused (self);
  guint n_before = self->n_rows;
  GStrv chosen = list_chosen (self);

  empty (self);
  g_strfreev (self->kept);
  self->kept = chosen;
  self->items = g_ptr_array_ref (items);
  /* As many as were there, so that nobody is moved. */
  do
    add_some (self);
  while (focused != NULL && self->n_rows < MIN (n_before, items->len));
  place_changed_cb (self);
  if (focused != NULL)
    focus_row (self, focused);
}

static void
changed_cb (TwfInboxPage *self)
{
  GPtrArray *items = twf_inbox_list_items (twf_inbox_get (self->workbench));

  if (items == NULL)
    return;
  fill (self, items);
  show_silent (self, items);
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "list" : "empty");
  update_bar (self);
}

static void
problem_cb (TwfInboxPage *self, const GError *error)
{
  twf_workbench_report (self->workbench, error);
}

static void
progress_changed_cb (TwfInboxPage *self)
{
  double fraction;

  g_object_get (twf_workbench_get_desk (self->workbench), "progress", &fraction, NULL);
  gtk_progress_bar_set_fraction (self->progress, CLAMP (fraction, 0, 1));
}

static void
receiving_changed_cb (TwfInboxPage *self)
{
  const char *file = twf_receiving_get_file (twf_receiving_get (self->workbench));
  g_autofree char *name = file != NULL ? twf_text_isolate (file) : NULL;
  g_autofree char *line = name != NULL ? g_strdup_printf (_ ("Receiving %s…"), name) : NULL;

  gtk_widget_set_visible (self->receiving_bar, file != NULL);
  if (line == NULL)
    return;
  gtk_label_set_label (self->receiving_file, line);
  gtk_progress_bar_set_fraction (self->progress, 0);
}

static void
show_lines (TwfInboxPage *self, const char *const *lines)
{
  g_autofree char *body = g_strjoinv ("\n", (char **)lines);
  GtkWidget *dialog
      = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                lines[1] == NULL ? _ ("It Was Not Received") : _ ("What Came"),
                                body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
ended_cb (TwfInboxPage *self, const char *const *lines, gboolean to_be_read)
{
  guint n = g_strv_length ((char **)lines);
  g_autofree char *count = twf_workbench_dup_count (self->workbench, n);
  g_autofree char *many = g_strdup_printf (
      ngettext ("%s contribution received", "%s contributions received", n), count);

  if (to_be_read)
    show_lines (self, lines);
  else
    twf_workbench_notice (self->workbench, n == 1 ? lines[0] : many, FALSE);
}

static void
row_activated_cb (TwfInboxPage *self, TwfInboxRow *row)
{
  twf_inbox_row_set_chosen (row, !twf_inbox_row_is_chosen (row));
}

static void
merge_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_auto (GStrv) chosen = list_chosen (TWF_INBOX_PAGE (widget));

  gtk_widget_activate_action_variant (
      widget, "win.merge-branches", g_variant_new_strv ((const char *const *)chosen, -1));
}

/* All; or, where all are, none. */
static void
choose_all_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfInboxPage *self = TWF_INBOX_PAGE (widget);
  g_auto (GStrv) chosen = list_chosen (self);
  gboolean all;
  TwfInboxRow *row;

  if (self->workbench == NULL || self->items == NULL)
    return;
  all = g_strv_length (chosen) == twf_inbox_count_waiting (twf_inbox_get (self->workbench));
  g_strfreev (self->kept);
  self->kept = all ? g_new0 (char *, 1) : list_waiting (self);
  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    twf_inbox_row_set_chosen (row, !all);
  update_bar (self);
}

static void
stop_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfInboxPage *self = TWF_INBOX_PAGE (widget);

  if (self->workbench != NULL)
    twf_receiving_stop (twf_receiving_get (self->workbench));
}

/* What would come of it is found out while somebody looks. */
static void
twf_inbox_page_map (GtkWidget *widget)
{
  TwfInboxPage *self = TWF_INBOX_PAGE (widget);

  GTK_WIDGET_CLASS (twf_inbox_page_parent_class)->map (widget);
  if (self->workbench == NULL)
    return;
  place_changed_cb (self);
  twf_inbox_want_foresight (twf_inbox_get (self->workbench), TRUE);
  foreseen_cb (self);
}

static void
twf_inbox_page_unmap (GtkWidget *widget)
{
  TwfInboxPage *self = TWF_INBOX_PAGE (widget);

  if (self->workbench != NULL)
    twf_inbox_want_foresight (twf_inbox_get (self->workbench), FALSE);
  GTK_WIDGET_CLASS (twf_inbox_page_parent_class)->unmap (widget);
}

static gboolean
twf_inbox_page_grab_focus (GtkWidget *widget)
{
  TwfInboxRow *first = get_row (TWF_INBOX_PAGE (widget), 0);

  return first != NULL && gtk_widget_grab_focus (GTK_WIDGET (first));
}

static void
twf_inbox_page_dispose (GObject *object)
{
  TwfInboxPage *self = TWF_INBOX_PAGE (object);

  g_clear_object (&self->inbox_signals);
  g_clear_object (&self->receiving_signals);
  g_clear_object (&self->desk_signals);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->kept, g_strfreev);
  twf_template_dispose (GTK_WIDGET (self), TWF_TYPE_INBOX_PAGE);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (twf_inbox_page_parent_class)->dispose (object);
}

static void
twf_inbox_page_class_init (TwfInboxPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_inbox_page_dispose;
  widget_class->grab_focus = twf_inbox_page_grab_focus;
  widget_class->map = twf_inbox_page_map;
  widget_class->unmap = twf_inbox_page_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tawafuq/Tawafuq/ui/inbox/twf-inbox-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfInboxPage, receiving_bar);
  gtk_widget_class_bind_template_child (widget_class, TwfInboxPage, receiving_file);
  gtk_widget_class_bind_template_child (widget_class, TwfInboxPage, progress);
  gtk_widget_class_bind_template_child (widget_class, TwfInboxPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TwfInboxPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, TwfInboxPage, list);
  gtk_widget_class_bind_template_child (widget_class, TwfInboxPage, silent);
  gtk_widget_class_bind_template_child (widget_class, TwfInboxPage, silent_names);
  gtk_widget_class_bind_template_child (widget_class, TwfInboxPage, bar);
  gtk_widget_class_bind_template_child (widget_class, TwfInboxPage, chosen);
  gtk_widget_class_bind_template_child (widget_class, TwfInboxPage, together);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "inbox.merge", NULL, merge_activated);
  gtk_widget_class_install_action (widget_class, "inbox.choose-all", NULL, choose_all_activated);
  gtk_widget_class_install_action (widget_class, "inbox.stop", NULL, stop_activated);
}

static void
twf_inbox_page_init (TwfInboxPage *self)
{
  GtkAdjustment *place;

  gtk_widget_init_template (GTK_WIDGET (self));
  twf_spoken_follow_pages (GTK_WIDGET (self->stack), gtk_stack_get_pages (self->stack));
  place = gtk_scrolled_window_get_vadjustment (self->scrolled);
  g_signal_connect_object (
      place, "changed", G_CALLBACK (place_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      place, "value-changed", G_CALLBACK (place_changed_cb), self, G_CONNECT_SWAPPED);
  self->inbox_signals = g_signal_group_new (TWF_TYPE_INBOX);
  g_signal_group_connect_swapped (self->inbox_signals, "changed", G_CALLBACK (changed_cb), self);
  g_signal_group_connect_swapped (self->inbox_signals, "foreseen", G_CALLBACK (foreseen_cb), self);
  g_signal_group_connect_swapped (self->inbox_signals, "problem", G_CALLBACK (problem_cb), self);
  self->receiving_signals = g_signal_group_new (TWF_TYPE_RECEIVING);
  g_signal_group_connect_swapped (
      self->receiving_signals, "changed", G_CALLBACK (receiving_changed_cb), self);
  g_signal_group_connect_swapped (self->receiving_signals, "ended", G_CALLBACK (ended_cb), self);
  self->desk_signals = g_signal_group_new (TWF_TYPE_DESK);
  g_signal_group_connect_swapped (
      self->desk_signals, "notify::progress", G_CALLBACK (progress_changed_cb), self);
  update_bar (self);
}

/**
 * twf_inbox_page_set_workbench:
 * @self: the page
 * @workbench: (nullable): the open plan
 *
 * Lists what was received for the plan of @workbench.
 */
void
twf_inbox_page_set_workbench (TwfInboxPage *self, TwfWorkbench *workbench)
{
  TwfDesk *desk = workbench != NULL ? twf_workbench_get_desk (workbench) : NULL;

  g_return_if_fail (TWF_IS_INBOX_PAGE (self));

  empty (self);
  g_set_object (&self->workbench, workbench);
  g_signal_group_set_target (self->inbox_signals, desk != NULL ? twf_inbox_get (workbench) : NULL);
  g_signal_group_set_target (self->receiving_signals,
                             desk != NULL ? twf_receiving_get (workbench) : NULL);
  g_signal_group_set_target (self->desk_signals, desk);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  if (desk == NULL)
    return;
  twf_inbox_want_foresight (twf_inbox_get (workbench), gtk_widget_get_mapped (GTK_WIDGET (self)));
  changed_cb (self);
  receiving_changed_cb (self);
}
