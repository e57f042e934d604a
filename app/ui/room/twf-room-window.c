/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-room-window.h"

#include "twf-interface.h"
#include "twf-proposal-words.h"
#include "twf-reading-list.h"
#include "twf-room-line.h"
#include "twf-speakers.h"
#include "twf-tracked-text.h"
#include "twf-words.h"

#include <glib/gi18n.h>

/* The sizes of letters, each a class of the style sheet: "room-1" and on. */
#define LARGEST 6
#define USUAL 3

struct _TwfRoomWindow
{
  AdwWindow parent_instance;

  /* Template widgets. */
  GtkWidget *header;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkLabel *where;
  GtkBox *paragraph;
  GtkBox *proposals;
  GtkWidget *speakers;
  GtkLabel *floor;
  GtkLabel *waiting;

  /* Owned. */
  TwfWorkbench *workbench;
  TwfReadingList *list;
  TwfReadingItem *item; /* the line that is shown; nullable */
  GSignalGroup *item_signals;
  GSignalGroup *list_signals;
  GSignalGroup *workbench_signals;
  GSignalGroup *speakers_signals;
  GSimpleActionGroup *actions;
  int size; /* 1 to LARGEST */
};

G_DEFINE_FINAL_TYPE (TwfRoomWindow, twf_room_window, ADW_TYPE_WINDOW)

static void
empty (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static gboolean
get_state (TwfRoomWindow *self, const char *name)
{
  g_autoptr (GVariant) state
      = g_action_group_get_action_state (G_ACTION_GROUP (self->actions), name);

  return g_variant_get_boolean (state);
}

static void
append_line (TwfRoomWindow *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->proposals, label);
}

/* Whose it is; without names, what kind of change it is. */
static void
append_owners (TwfRoomWindow *self, TwfProposal *proposal)
{
  g_autofree char *kind = twf_proposal_words_dup_kind (proposal);
  g_autofree char *owners = NULL;
  g_autofree char *about = NULL;
  g_autofree char *line = NULL;

  if (!get_state (self, "names"))
    {
      append_line (self, kind, "room-strong");
      return;
    }
  owners = twf_words_dup_delegations (self->workbench,
                                      twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER));
  about = g_strdup_printf ("%s · %s", owners, kind);
  line = twf_interface_dup_line (about);
  append_line (self, line, "room-strong");
}

/* What others say of it. */
static void
append_positions (TwfRoomWindow *self, TwfProposal *proposal)
{
  const char *const *positions = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_POSITION);

  for (guint i = 0; positions != NULL && positions[i] != NULL; i++)
    {
      g_autofree char *position = twf_words_dup_position (self->workbench, positions[i]);

      append_line (self, position, "dim-label");
    }
}

static void
append_proposal (TwfRoomWindow *self, TwfProvision *provision, TwfProposal *proposal)
{
  g_autofree char *interface = twf_interface_dup_language ();
  g_autoptr (GPtrArray) texts
      = twf_proposal_words_list_texts (self->workbench, provision, proposal);

  append_owners (self, proposal);
  for (guint i = 0; i < texts->len; i++)
    {
      const TwfProposalText *text = texts->pdata[i];
      GtkWidget *label = twf_tracked_text_new_label (
          text->runs, text->language != NULL ? text->language : interface);

      gtk_label_set_selectable (GTK_LABEL (label), FALSE);
      gtk_box_append (self->proposals, label);
    }
  if (get_state (self, "names"))
    append_positions (self, proposal);
}

static void
show_proposals (TwfRoomWindow *self, TwfProvision *provision)
{
  GListModel *all = provision != NULL
                        ? twf_provision_list_proposals (provision)
                        : twf_plan_list_proposals (twf_workbench_get_plan (self->workbench));

  empty (self->proposals);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (all, i);

      if (twf_proposal_get_state (proposal) == TWF_PROPOSAL_OPEN)
        append_proposal (self, provision, proposal);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->proposals),
                          gtk_widget_get_first_child (GTK_WIDGET (self->proposals)) != NULL);
}

static void
show_item (TwfRoomWindow *self)
{
  const char *language = twf_workbench_get_language (self->workbench);
  TwfProvision *provision;

  if (self->item == NULL)
    return;
  provision = twf_reading_item_get_provision (self->item);
  gtk_label_set_label (self->where,
                       provision != NULL
                           ? twf_section_get_title (twf_provision_get_section (provision), language)
                           : _ ("The plan itself"));
  empty (self->paragraph);
  gtk_box_append (self->paragraph, twf_room_line_new (self->list, self->item, self->workbench));
  show_proposals (self, provision);
  gtk_stack_set_visible_child_name (self->stack, "paragraph");
}

static void
set_item (TwfRoomWindow *self, TwfReadingItem *item)
{
  if (g_set_object (&self->item, item))
    {
      g_signal_group_set_target (self->item_signals, item);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
    }
  show_item (self);
}

static void
show_position (TwfRoomWindow *self, guint position)
{
  g_autoptr (TwfReadingItem) item
      = g_list_model_get_item (twf_reading_list_get_items (self->list), position);

  if (item != NULL)
    set_item (self, item);
}

/* Where one is in a section, what was discussed last stays. */
static void
place_changed_cb (TwfRoomWindow *self)
{
  const char *place = twf_workbench_get_place (self->workbench);

  if (place == NULL || get_state (self, "hold"))
    return;
  show_position (self, twf_reading_list_find (self->list, place));
}

/* The lines were made anew: the same one is another object now, or is gone. */
static void
refilled_cb (TwfRoomWindow *self)
{
  guint position;

  if (self->item == NULL)
    {
      place_changed_cb (self);
      return;
    }
  position = twf_reading_list_find (self->list, twf_reading_item_get_id (self->item));
  if (position != GTK_INVALID_LIST_POSITION)
    {
      show_position (self, position);
      return;
    }
  g_clear_object (&self->item);
  g_signal_group_set_target (self->item_signals, NULL);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static void
show_speakers (TwfRoomWindow *self)
{
  TwfSpeakers *speakers = twf_speakers_get (self->workbench);
  const char *speaking = twf_speakers_get_speaking (speakers);
  const char *const *waiting = twf_speakers_list_waiting (speakers);

  gtk_widget_set_visible (self->speakers, speaking != NULL || waiting[0] != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->floor), speaking != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->waiting), waiting[0] != NULL);
  if (speaking != NULL)
    {
      g_autofree char *name = twf_words_dup_delegation (self->workbench, speaking);
      g_autofree char *line = g_strdup_printf (_ ("%s has the floor"), name);

      gtk_label_set_label (self->floor, line);
    }
  if (waiting[0] != NULL)
    {
      g_autofree char *names = twf_words_dup_delegations (self->workbench, waiting);
      g_autofree char *line = g_strdup_printf (_ ("Then: %s"), names);

      gtk_label_set_label (self->waiting, line);
    }
}

static void
show_size (TwfRoomWindow *self)
{
  for (int i = 1; i <= LARGEST; i++)
    {
      g_autofree char *name = g_strdup_printf ("room-%d", i);

      if (i == self->size)
        gtk_widget_add_css_class (GTK_WIDGET (self), name);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), name);
    }
}

static void
size_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfRoomWindow *self = user_data;
  int step = g_variant_get_int32 (parameter);

  self->size = step == 0 ? USUAL : CLAMP (self->size + step, 1, LARGEST);
  show_size (self);
}

static void
full_screen_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = user_data;

  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

static void
fullscreened_cb (TwfRoomWindow *self)
{
  gtk_widget_set_visible (self->header, !gtk_window_is_fullscreen (GTK_WINDOW (self)));
}

static void
hold_changed (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  g_simple_action_set_state (action, state);
  place_changed_cb (user_data);
}

static void
show_names (TwfRoomWindow *self)
{
  twf_reading_list_set_view (self->list,
                             TWF_VIEW_COMPILATION,
                             get_state (self, "names") ? TWF_NOTATION_POSITIONS
                                                       : TWF_NOTATION_UNATTRIBUTED);
}

static void
names_changed (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  TwfRoomWindow *self = user_data;

  g_simple_action_set_state (action, state);
  show_names (self);
  show_item (self);
}

static const GActionEntry entries[] = {
  { "size", size_activated, "i" },
  { "full-screen", full_screen_activated },
  { "hold", NULL, NULL, "false", hold_changed },
  { "names", NULL, NULL, "true", names_changed },
};

/* In full screen Escape leads out; else it does nothing. */
static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  if (!gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    return GDK_EVENT_PROPAGATE;
  gtk_window_unfullscreen (GTK_WINDOW (widget));
  return GDK_EVENT_STOP;
}

/* The screen on which @beside is not. */
static GdkMonitor *
find_other_monitor (GtkWindow *beside)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (beside));
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (beside));
  GListModel *monitors = gdk_display_get_monitors (display);
  GdkMonitor *here = surface != NULL ? gdk_display_get_monitor_at_surface (display, surface) : NULL;

  for (guint i = 0; here != NULL && i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor != here)
        return monitor; /* the display holds it */
    }
  return NULL;
}

static void
twf_room_window_dispose (GObject *object)
{
  TwfRoomWindow *self = TWF_ROOM_WINDOW (object);

  g_clear_object (&self->item_signals);
  g_clear_object (&self->list_signals);
  g_clear_object (&self->workbench_signals);
  g_clear_object (&self->speakers_signals);
  g_clear_object (&self->item);
  g_clear_object (&self->list);
  g_clear_object (&self->actions);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (twf_room_window_parent_class)->dispose (object);
}

static void
add_key (GtkWidgetClass *klass,
         guint key,
         GdkModifierType modifiers,
         const char *action,
         int argument)
{
  if (argument != G_MAXINT)
    gtk_widget_class_add_binding_action (klass, key, modifiers, action, "i", argument);
  else
    gtk_widget_class_add_binding_action (klass, key, modifiers, action, NULL);
}

static void
twf_room_window_class_init (TwfRoomWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_room_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tawafuq/Tawafuq/ui/room/twf-room-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfRoomWindow, header);
  gtk_widget_class_bind_template_child (widget_class, TwfRoomWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TwfRoomWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, TwfRoomWindow, where);
  gtk_widget_class_bind_template_child (widget_class, TwfRoomWindow, paragraph);
  gtk_widget_class_bind_template_child (widget_class, TwfRoomWindow, proposals);
  gtk_widget_class_bind_template_child (widget_class, TwfRoomWindow, speakers);
  gtk_widget_class_bind_template_child (widget_class, TwfRoomWindow, floor);
  gtk_widget_class_bind_template_child (widget_class, TwfRoomWindow, waiting);
  add_key (widget_class, GDK_KEY_F11, 0, "room.full-screen", G_MAXINT);
  add_key (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "room.size", 1);
  add_key (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "room.size", 1);
  add_key (widget_class, GDK_KEY_KP_Add, GDK_CONTROL_MASK, "room.size", 1);
  add_key (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "room.size", -1);
  add_key (widget_class, GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "room.size", -1);
  add_key (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "room.size", 0);
  add_key (widget_class, GDK_KEY_h, GDK_CONTROL_MASK, "room.hold", G_MAXINT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
twf_room_window_init (TwfRoomWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->scroller));
  self->size = USUAL;
  show_size (self);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (
      G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "room", G_ACTION_GROUP (self->actions));
  self->item_signals = g_signal_group_new (TWF_TYPE_READING_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "changed", G_CALLBACK (show_item), self);
  self->list_signals = g_signal_group_new (TWF_TYPE_READING_LIST);
  g_signal_group_connect_swapped (self->list_signals, "refilled", G_CALLBACK (refilled_cb), self);
  self->workbench_signals = g_signal_group_new (TWF_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (
      self->workbench_signals, "notify::place", G_CALLBACK (place_changed_cb), self);
  self->speakers_signals = g_signal_group_new (TWF_TYPE_SPEAKERS);
  g_signal_group_connect_swapped (
      self->speakers_signals, "changed", G_CALLBACK (show_speakers), self);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (fullscreened_cb), NULL);
}

/**
 * twf_room_window_set_workbench:
 * @self: a window
 * @workbench: the open plan, which may have been read anew
 */
void
twf_room_window_set_workbench (TwfRoomWindow *self, TwfWorkbench *workbench)
{
  g_return_if_fail (TWF_IS_ROOM_WINDOW (self) && TWF_IS_WORKBENCH (workbench));

  if (!g_set_object (&self->workbench, workbench))
    return;
  g_clear_object (&self->list);
  self->list = twf_reading_list_new (workbench);
  show_names (self);
  g_signal_group_set_target (self->list_signals, self->list);
  g_signal_group_set_target (self->workbench_signals, workbench);
  g_signal_group_set_target (self->speakers_signals, twf_speakers_get (workbench));
  refilled_cb (self);
  show_speakers (self);
}

/**
 * twf_room_window_new:
 * @beside: the facilitator's window
 * @workbench: its open plan
 *
 * Makes the window that the room sees. Where there is a second screen, it fills that.
 *
 * Returns: (transfer floating): a window
 */
GtkWidget *
twf_room_window_new (GtkWindow *beside, TwfWorkbench *workbench)
{
  TwfRoomWindow *self;
  GdkMonitor *other;

  g_return_val_if_fail (GTK_IS_WINDOW (beside) && TWF_IS_WORKBENCH (workbench), NULL);

  self = g_object_new (
      TWF_TYPE_ROOM_WINDOW, "application", gtk_window_get_application (beside), NULL);
  twf_room_window_set_workbench (self, workbench);
  other = find_other_monitor (beside);
  if (other != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), other);
  return GTK_WIDGET (self);
}
