/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-reading-page.h"

#include "twf-agreement-section.h"
#include "twf-drop-down.h"
#include "twf-proposals-section.h"
#include "twf-reading-list.h"
#include "twf-reading-text.h"
#include "twf-speakers-popover.h"
#include "twf-spoken.h"
#include "twf-template.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _TwfReadingPage
{
  GtkWidget parent_instance;

  /* Template widgets. */
  GtkDropDown *view;
  GtkLabel *count;
  TwfReadingText *lines;
  GtkWidget *aside;
  GtkLabel *aside_title;
  GtkWidget *proposals;
  TwfSpeakersPopover *speakers;
  GtkWidget *agreement;

  /* Owned. */
  TwfWorkbench *workbench; /* nullable */
  TwfReadingList *list;    /* nullable: made when the page is first seen */
  GSignalGroup *list_signals;
  GSignalGroup *workbench_signals;

  gboolean expects_place; /* where one is elsewhere is not on the page yet */
};

G_DEFINE_FINAL_TYPE (TwfReadingPage, twf_reading_page, GTK_TYPE_WIDGET)

/* As the list on the page has them. */
static const struct
{
  TwfView view;
  TwfNotation notation;
} views[] = {
  { TWF_VIEW_COMPILATION, TWF_NOTATION_POSITIONS },
  { TWF_VIEW_COMPILATION, TWF_NOTATION_INLINE },
  { TWF_VIEW_COMPILATION, TWF_NOTATION_UNATTRIBUTED },
  { TWF_VIEW_CHANGES, TWF_NOTATION_POSITIONS },
  { TWF_VIEW_CLEAN, TWF_NOTATION_POSITIONS },
};

/* Borrowed from the list; NULL: one is at none. */
static TwfReadingItem *
get_item (TwfReadingPage *self)
{
  guint position = twf_reading_text_get_position (self->lines);
  g_autoptr (TwfReadingItem) item = NULL;

  if (self->list == NULL || position == GTK_INVALID_LIST_POSITION)
    return NULL;
  item = g_list_model_get_item (twf_reading_list_get_items (self->list), position);
  return item;
}

static void
show_count (TwfReadingPage *self)
{
  g_autofree char *count = NULL;
  g_autofree char *line = NULL;
  guint n;
  gboolean known = twf_reading_list_count (self->list, &n);

  count = twf_workbench_dup_count (self->workbench, n);
  if (known && n == 0)
    line = g_strdup (_ ("Nothing is open"));
  else
    line = g_strdup_printf (ngettext ("%s open bracket", "%s open brackets", n), count);
  gtk_label_set_label (self->count, line);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reading.bracket", n > 0);
}

static gboolean
has_discussion (TwfReadingPage *self, TwfReadingItem *item)
{
  TwfProvision *provision = twf_reading_item_get_provision (item);

  if (twf_reading_item_is_section (item, NULL))
    return FALSE;
  if (provision != NULL)
    return TRUE;
  return g_list_model_get_n_items (
             twf_plan_list_proposals (twf_workbench_get_plan (self->workbench)))
         > 0;
}

/* What is proposed where one is, and what is agreed. */
static void
show_aside (TwfReadingPage *self)
{
  TwfReadingItem *item = get_item (self);
  gboolean shown = item != NULL && has_discussion (self, item);
  TwfProvision *provision = shown ? twf_reading_item_get_provision (item) : NULL;

  gtk_widget_set_visible (self->aside, shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self),
                                 "reading.draft",
                                 item != NULL && !twf_reading_item_is_section (item, NULL));
  if (!shown)
    return;
  if (provision != NULL)
    {
      g_autofree char *label = twf_workbench_dup_label (self->workbench, provision);

      gtk_label_set_label (self->aside_title, label);
    }
  else
    gtk_label_set_label (self->aside_title, _ ("The plan itself"));
  twf_form_section_show (TWF_FORM_SECTION (self->proposals), self->workbench, provision);
  gtk_widget_set_visible (self->agreement, provision != NULL);
  if (provision != NULL)
    twf_form_section_show (TWF_FORM_SECTION (self->agreement), self->workbench, provision);
}

/* The title of the plan is written among its details. */
static const char *
get_place_of (TwfReadingItem *item)
{
  const char *id = twf_reading_item_get_id (item);

  return id != NULL || twf_reading_item_is_section (item, NULL) ? id : TWF_PLACE_DETAILS;
}

static void
moved_cb (TwfReadingPage *self)
{
  TwfReadingItem *item = get_item (self);

  if (item != NULL && get_place_of (item) != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    twf_workbench_set_place (self->workbench, get_place_of (item));
  show_aside (self);
}

/* Where one is in the form is where one reads. */
static void
go_to_place (TwfReadingPage *self)
{
  const char *place = twf_workbench_get_place (self->workbench);
  guint position
      = place != NULL ? twf_reading_list_find (self->list, place) : GTK_INVALID_LIST_POSITION;

  self->expects_place = place != NULL && position == GTK_INVALID_LIST_POSITION;
  if (position != GTK_INVALID_LIST_POSITION
      && position != twf_reading_text_get_position (self->lines))
    twf_reading_text_go_to (self->lines, position);
}

static void
place_changed_cb (TwfReadingPage *self)
{
  if (self->list != NULL)
    go_to_place (self);
}

/* What brought lines may have gone to one of them. If it took the line at which one was, one is at
 * another now. */
static void
refilled_cb (TwfReadingPage *self)
{
  if (self->expects_place)
    go_to_place (self);
  if (twf_workbench_get_place (self->workbench) == NULL)
    moved_cb (self);
  else
    show_aside (self);
}

static void
view_chosen_cb (TwfReadingPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->view);

  if (self->list != NULL && selected < G_N_ELEMENTS (views))
    twf_reading_list_set_view (self->list, views[selected].view, views[selected].notation);
}

static void
bracket_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfReadingPage *self = TWF_READING_PAGE (widget);
  guint here = twf_reading_text_get_position (self->lines);

  if (self->list == NULL)
    return;
  twf_reading_text_go_to (
      self->lines,
      twf_reading_list_find_bracket (self->list, here, g_variant_get_int32 (parameter)));
  gtk_widget_grab_focus (GTK_WIDGET (self->lines));
}

static void
foresee_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfReadingPage *self = TWF_READING_PAGE (widget);

  if (gtk_widget_get_visible (self->aside))
    twf_proposals_section_foresee (TWF_PROPOSALS_SECTION (self->proposals),
                                   g_variant_get_int32 (parameter));
}

static void
compromise_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfReadingPage *self = TWF_READING_PAGE (widget);

  if (gtk_widget_get_visible (self->aside))
    twf_proposals_section_meet (TWF_PROPOSALS_SECTION (self->proposals));
}

static void
draft_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.show-page", "s", "draft");
}

static void
drop_list (TwfReadingPage *self)
{
  g_signal_group_set_target (self->list_signals, NULL);
  twf_reading_text_set_list (self->lines, NULL, NULL);
  g_clear_object (&self->list);
}

/* Nothing is compiled for a page that nobody looks at. */
static void
twf_reading_page_map (GtkWidget *widget)
{
  TwfReadingPage *self = TWF_READING_PAGE (widget);

  GTK_WIDGET_CLASS (twf_reading_page_parent_class)->map (widget);
  if (self->workbench == NULL || self->list != NULL)
    return;
  self->list = twf_reading_list_new (self->workbench);
  view_chosen_cb (self);
  /* Lines are written before one looks for one's place in them. */
  twf_reading_text_set_list (self->lines, self->workbench, self->list);
  g_signal_group_set_target (self->list_signals, self->list);
  go_to_place (self);
  show_count (self);
  show_aside (self);
}

static gboolean
twf_reading_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TWF_READING_PAGE (widget)->lines));
}

static void
twf_reading_page_dispose (GObject *object)
{
  TwfReadingPage *self = TWF_READING_PAGE (object);

  if (self->lines != NULL)
    drop_list (self);
  g_clear_object (&self->list_signals);
  g_clear_object (&self->workbench_signals);
  twf_template_dispose (GTK_WIDGET (self), TWF_TYPE_READING_PAGE);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (twf_reading_page_parent_class)->dispose (object);
}

static void
twf_reading_page_class_init (TwfReadingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_reading_page_dispose;
  widget_class->grab_focus = twf_reading_page_grab_focus;
  widget_class->map = twf_reading_page_map;
  g_type_ensure (TWF_TYPE_PROPOSALS_SECTION);
  g_type_ensure (TWF_TYPE_SPEAKERS_POPOVER);
  g_type_ensure (TWF_TYPE_READING_TEXT);
  g_type_ensure (TWF_TYPE_AGREEMENT_SECTION);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/reading/twf-reading-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfReadingPage, view);
  gtk_widget_class_bind_template_child (widget_class, TwfReadingPage, count);
  gtk_widget_class_bind_template_child (widget_class, TwfReadingPage, lines);
  gtk_widget_class_bind_template_child (widget_class, TwfReadingPage, aside);
  gtk_widget_class_bind_template_child (widget_class, TwfReadingPage, aside_title);
  gtk_widget_class_bind_template_child (widget_class, TwfReadingPage, proposals);
  gtk_widget_class_bind_template_child (widget_class, TwfReadingPage, speakers);
  gtk_widget_class_bind_template_child (widget_class, TwfReadingPage, agreement);
  gtk_widget_class_bind_template_callback (widget_class, view_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_install_action (widget_class, "reading.bracket", "i", bracket_activated);
  gtk_widget_class_install_action (widget_class, "reading.foresee", "i", foresee_activated);
  gtk_widget_class_install_action (widget_class, "reading.compromise", NULL, compromise_activated);
  gtk_widget_class_install_action (widget_class, "reading.draft", NULL, draft_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "reading.compromise", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F8, 0, "reading.foresee", "i", 1);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_F8, GDK_SHIFT_MASK, "reading.foresee", "i", -1);
}

/* Before the text has the key: there it would hide the cursor. */
static void
add_bracket_key (GtkShortcutController *keys, GdkModifierType modifiers, int step)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F7, modifiers),
                                            gtk_named_action_new ("reading.bracket"));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (step));
  gtk_shortcut_controller_add_shortcut (keys, shortcut);
}

static void
twf_reading_page_init (TwfReadingPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  twf_drop_down_let_shrink (self->view);
  twf_form_section_set_title (TWF_FORM_SECTION (self->agreement), _ ("Agreement"), NULL);
  twf_spoken_name_drop_downs (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_bracket_key (GTK_SHORTCUT_CONTROLLER (keys), 0, 1);
  add_bracket_key (GTK_SHORTCUT_CONTROLLER (keys), GDK_SHIFT_MASK, -1);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  self->list_signals = g_signal_group_new (TWF_TYPE_READING_LIST);
  g_signal_group_connect_swapped (self->list_signals, "counted", G_CALLBACK (show_count), self);
  g_signal_group_connect_swapped (self->list_signals, "refilled", G_CALLBACK (refilled_cb), self);
  self->workbench_signals = g_signal_group_new (TWF_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (
      self->workbench_signals, "notify::place", G_CALLBACK (place_changed_cb), self);
}

/**
 * twf_reading_page_set_workbench:
 * @self: the page
 * @workbench: (nullable): the open plan
 */
void
twf_reading_page_set_workbench (TwfReadingPage *self, TwfWorkbench *workbench)
{
  g_return_if_fail (TWF_IS_READING_PAGE (self));

  if (self->workbench == workbench)
    return;
  drop_list (self);
  g_set_object (&self->workbench, workbench);
  g_signal_group_set_target (self->workbench_signals, workbench);
  twf_speakers_popover_set_workbench (self->speakers, workbench);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    twf_reading_page_map (GTK_WIDGET (self));
}
