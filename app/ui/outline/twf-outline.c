/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-outline.h"

#include "twf-outline-item.h"
#include "twf-outline-row.h"
#include "twf-outline-search.h"
#include "twf-spoken.h"
#include "twf-template.h"

#include <glib/gi18n.h>

struct _TwfOutline
{
  GtkWidget parent_instance;

  /* Template widgets. */
  GtkWidget *search_entry;
  GtkWidget *stack;
  GtkListView *list;
  GtkWidget *menu;
  GMenuModel *menu_model;

  /* Owned. */
  TwfWorkbench *workbench;
  GtkTreeListModel *tree;
  GtkSingleSelection *selection;
  TwfOutlineSearch *search; /* NULL while nothing is looked for */
  GHashTable *rows;         /* TwfOutlineRow* -> itself: the rows that are bound (borrowed) */
  GSignalGroup *workbench_signals;
  GSignalGroup *plan_signals;

  guint refresh_source;
  gboolean selecting;
};

G_DEFINE_FINAL_TYPE (TwfOutline, twf_outline, GTK_TYPE_WIDGET)

static guint chosen_signal;

/* The row of provision @id in the tree, found from its section downwards: a step a level, whatever
 * the length of the plan. Opens what hides it. */
static GtkTreeListRow *
find_provision_row (TwfOutline *self, TwfProvision *provision)
{
  const char *parent = twf_provision_get_parent (provision);
  TwfPlan *plan = twf_workbench_get_plan (self->workbench);
  g_autoptr (GtkTreeListRow) above = NULL;
  GListModel *siblings;

  if (parent != NULL && *parent != '\0')
    {
      TwfProvision *holder = twf_plan_get_provision (plan, parent);
      above = holder != NULL ? find_provision_row (self, holder) : NULL;
    }
  else
    above
        = gtk_tree_list_model_get_child_row (self->tree, 2 + twf_provision_get_section (provision));
  if (above == NULL)
    return NULL;
  gtk_tree_list_row_set_expanded (above, TRUE);
  siblings = gtk_tree_list_row_get_children (above);
  for (guint i = 0; siblings != NULL && i < g_list_model_get_n_items (siblings); i++)
    {
      g_autoptr (TwfProvision) sibling = g_list_model_get_item (siblings, i);
      if (sibling == provision)
        return gtk_tree_list_row_get_child_row (above, i);
    }
  return NULL;
}

static guint
find_in_list (GListModel *list, const char *place)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);
      if (g_strcmp0 (twf_outline_item_place_of (item), place) == 0)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static guint
find_position (TwfOutline *self, const char *place)
{
  TwfProvision *provision;
  g_autoptr (GtkTreeListRow) row = NULL;

  if (place == NULL)
    return GTK_INVALID_LIST_POSITION;
  if (self->search != NULL)
    return find_in_list (twf_outline_search_get_found (self->search), place);
  provision = twf_plan_get_provision (twf_workbench_get_plan (self->workbench), place);
  if (provision != NULL)
    row = find_provision_row (self, provision);
  else
    for (guint i = 0; i < 2 + TWF_N_SECTIONS && row == NULL; i++)
      {
        g_autoptr (GtkTreeListRow) top = gtk_tree_list_model_get_child_row (self->tree, i);
        g_autoptr (GObject) item = gtk_tree_list_row_get_item (top);
        if (g_strcmp0 (twf_outline_item_place_of (item), place) == 0)
          row = g_steal_pointer (&top);
      }
  return row != NULL ? gtk_tree_list_row_get_position (row) : GTK_INVALID_LIST_POSITION;
}

/* Selects the workbench's place. */
static void
follow_place (TwfOutline *self)
{
  guint position;

  if (self->workbench == NULL || self->selecting)
    return;
  self->selecting = TRUE;
  position = find_position (self, twf_workbench_get_place (self->workbench));
  if (gtk_single_selection_get_selected (self->selection) != position)
    {
      gtk_single_selection_set_selected (self->selection, position);
      if (position != GTK_INVALID_LIST_POSITION)
        gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
    }
  self->selecting = FALSE;
}

static gboolean
refresh_cb (gpointer user_data)
{
  TwfOutline *self = user_data;
  const char *place = twf_workbench_get_place (self->workbench);
  GHashTableIter iter;
  gpointer row;

  self->refresh_source = 0;
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    twf_outline_row_update (row);
  /* A provision that moved was taken out and put in again, which lost its selection; one that went
   * is no place to be. */
  if (place != NULL && self->search == NULL
      && find_position (self, place) == GTK_INVALID_LIST_POSITION)
    twf_workbench_set_place (self->workbench, NULL);
  follow_place (self);
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (TwfOutline *self)
{
  if (self->refresh_source == 0 && self->workbench != NULL)
    self->refresh_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
}

/* A text that changed concerns its own row alone, which hears of it by itself: nothing is numbered,
 * sorted or looked through again for a keystroke. */
static void
plan_edited_cb (TwfOutline *self, TwfEdit *edit)
{
  switch (twf_edit_get_kind (edit))
    {
    case TWF_EDIT_ADD:
    case TWF_EDIT_REMOVE:
    case TWF_EDIT_PLACE:
    case TWF_EDIT_SET_VALUES:
    case TWF_EDIT_SET_PROPOSAL:
    case TWF_EDIT_DROP_PROPOSAL:
      queue_refresh (self);
      break;
    case TWF_EDIT_SET_TEXT:
    case TWF_EDIT_SET_DELEGATION:
    case TWF_EDIT_DROP_DELEGATION:
    case TWF_EDIT_SET_REMARK:
    case TWF_EDIT_DROP_REMARK:
    default:
      break;
    }
}

static void
selection_changed_cb (TwfOutline *self)
{
  gpointer selected = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (GObject) item = NULL;

  if (self->selecting || self->workbench == NULL)
    return;
  if (selected == NULL)
    {
      queue_refresh (self);
      return;
    }
  item = GTK_IS_TREE_LIST_ROW (selected) ? gtk_tree_list_row_get_item (selected)
                                         : g_object_ref (selected);
  self->selecting = TRUE;
  twf_workbench_set_place (self->workbench, twf_outline_item_place_of (item));
  self->selecting = FALSE;
}

static void
row_activated_cb (TwfOutline *self, guint position)
{
  g_signal_emit (self, chosen_signal, 0);
}

static void
row_released_cb (TwfOutline *self)
{
  g_signal_emit (self, chosen_signal, 0);
}

static void
show_menu (TwfOutline *self, double x, double y)
{
  const GdkRectangle where = { (int)x, (int)y, 1, 1 };

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (self->menu_model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &where);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
row_menu_cb (GtkGestureClick *gesture, int n_press, double x, double y, TwfOutline *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  const char *place = twf_outline_row_get_place (TWF_OUTLINE_ROW (row));
  double list_x, list_y;

  if (place == NULL
      || twf_plan_get_provision (twf_workbench_get_plan (self->workbench), place) == NULL)
    return;
  twf_workbench_set_place (self->workbench, place);
  gtk_widget_translate_coordinates (row, GTK_WIDGET (self), x, y, &list_x, &list_y);
  show_menu (self, list_x, list_y);
}

static gboolean
menu_key_cb (GtkWidget *list, GVariant *arguments, gpointer user_data)
{
  TwfOutline *self = TWF_OUTLINE (user_data);

  if (twf_workbench_get_provision (self->workbench) == NULL)
    return FALSE;
  show_menu (self, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, 80);
  return TRUE;
}

/* The key that points onwards in the reading direction opens, the other closes. */
static gboolean
expand_key_cb (GtkWidget *list, GVariant *arguments, gpointer user_data)
{
  TwfOutline *self = TWF_OUTLINE (user_data);
  gpointer selected = gtk_single_selection_get_selected_item (self->selection);
  gboolean rtl = gtk_widget_get_direction (list) == GTK_TEXT_DIR_RTL;

  if (!GTK_IS_TREE_LIST_ROW (selected))
    return FALSE;
  gtk_tree_list_row_set_expanded (selected, g_variant_get_boolean (arguments) != rtl);
  return TRUE;
}

static void
setup_cb (TwfOutline *self, GtkListItem *item)
{
  GtkWidget *row = twf_outline_row_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (row_menu_cb), self);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (menu));
  g_signal_connect_swapped (click, "released", G_CALLBACK (row_released_cb), self);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (TwfOutline *self, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  twf_outline_row_bind (TWF_OUTLINE_ROW (row), self->workbench, gtk_list_item_get_item (item));
  g_hash_table_add (self->rows, row);
}

static void
unbind_cb (TwfOutline *self, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  g_hash_table_remove (self->rows, row);
  if (row != NULL)
    twf_outline_row_unbind (TWF_OUTLINE_ROW (row));
}

static void
show_tree (TwfOutline *self)
{
  g_clear_object (&self->search);
  self->selecting = TRUE;
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->tree));
  self->selecting = FALSE;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "list");
  follow_place (self);
}

static void
search_finished_cb (TwfOutline *self)
{
  guint n = g_list_model_get_n_items (twf_outline_search_get_found (self->search));

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n > 0 ? "list" : "nothing");
}

static void
search_changed_cb (TwfOutline *self)
{
  const char *pattern = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  if (self->workbench == NULL)
    return;
  if (*pattern == '\0')
    {
      show_tree (self);
      return;
    }
  g_clear_object (&self->search);
  self->search = twf_outline_search_new (self->workbench, pattern);
  g_signal_connect_object (
      self->search, "finished", G_CALLBACK (search_finished_cb), self, G_CONNECT_SWAPPED);
  self->selecting = TRUE;
  gtk_single_selection_set_model (self->selection, twf_outline_search_get_found (self->search));
  self->selecting = FALSE;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "list");
}

static void
search_stopped_cb (TwfOutline *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
search_activated_cb (TwfOutline *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return;
  gtk_single_selection_set_selected (self->selection, 0);
  g_signal_emit (self, chosen_signal, 0);
}

static gboolean
twf_outline_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TWF_OUTLINE (widget)->list));
}

static void
twf_outline_dispose (GObject *object)
{
  TwfOutline *self = TWF_OUTLINE (object);

  twf_outline_set_workbench (self, NULL);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  twf_template_dispose (GTK_WIDGET (self), TWF_TYPE_OUTLINE);
  g_clear_object (&self->workbench_signals);
  g_clear_object (&self->plan_signals);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  G_OBJECT_CLASS (twf_outline_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass,
                                               "/org/tawafuq/Tawafuq/ui/outline/twf-outline.ui");
  gtk_widget_class_bind_template_child (klass, TwfOutline, search_entry);
  gtk_widget_class_bind_template_child (klass, TwfOutline, stack);
  gtk_widget_class_bind_template_child (klass, TwfOutline, list);
  gtk_widget_class_bind_template_child (klass, TwfOutline, menu_model);
  gtk_widget_class_bind_template_callback (klass, row_activated_cb);
  gtk_widget_class_bind_template_callback (klass, setup_cb);
  gtk_widget_class_bind_template_callback (klass, bind_cb);
  gtk_widget_class_bind_template_callback (klass, unbind_cb);
  gtk_widget_class_bind_template_callback (klass, search_changed_cb);
  gtk_widget_class_bind_template_callback (klass, search_stopped_cb);
  gtk_widget_class_bind_template_callback (klass, search_activated_cb);
}

static void
twf_outline_class_init (TwfOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_outline_dispose;
  widget_class->grab_focus = twf_outline_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
  chosen_signal = g_signal_new (
      "chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* Keys that mean something else where text is typed belong to the list, not to the window. */
static void
add_list_keys (TwfOutline *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcutController *controller = GTK_SHORTCUT_CONTROLLER (keys);

  gtk_shortcut_controller_add_shortcut (
      controller,
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Delete"),
                        gtk_named_action_new ("win.remove")));
  gtk_shortcut_controller_add_shortcut (
      controller,
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                        gtk_callback_action_new (menu_key_cb, self, NULL)));
  gtk_shortcut_controller_add_shortcut (
      controller,
      gtk_shortcut_new_with_arguments (gtk_shortcut_trigger_parse_string ("Right"),
                                       gtk_callback_action_new (expand_key_cb, self, NULL),
                                       "b",
                                       TRUE));
  gtk_shortcut_controller_add_shortcut (
      controller,
      gtk_shortcut_new_with_arguments (gtk_shortcut_trigger_parse_string ("Left"),
                                       gtk_callback_action_new (expand_key_cb, self, NULL),
                                       "b",
                                       FALSE));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

static void
twf_outline_init (TwfOutline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  twf_spoken_follow_pages (self->stack, gtk_stack_get_pages (GTK_STACK (self->stack)));

  self->rows = g_hash_table_new (NULL, NULL);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection,
                           "notify::selected-item",
                           G_CALLBACK (selection_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  add_list_keys (self);

  self->workbench_signals = g_signal_group_new (TWF_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (
      self->workbench_signals, "notify::place", G_CALLBACK (follow_place), self);
  g_signal_group_connect_swapped (
      self->workbench_signals, "notify::language", G_CALLBACK (queue_refresh), self);
  g_signal_group_connect_swapped (
      self->workbench_signals, "notify::second-language", G_CALLBACK (queue_refresh), self);
  self->plan_signals = g_signal_group_new (TWF_TYPE_PLAN);
  g_signal_group_connect_swapped (self->plan_signals, "edited", G_CALLBACK (plan_edited_cb), self);
}

static GListModel *
create_children (gpointer item, gpointer plan)
{
  return twf_outline_item_list_children (item, plan);
}

/**
 * twf_outline_set_workbench:
 * @self: the outline
 * @workbench: (nullable): the workbench
 *
 * Shows the plan of @workbench and follows its place.
 */
void
twf_outline_set_workbench (TwfOutline *self, TwfWorkbench *workbench)
{
  TwfPlan *plan;

  g_return_if_fail (TWF_IS_OUTLINE (self));

  if (self->workbench_signals == NULL)
    return;
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_signal_group_set_target (self->workbench_signals, workbench);
  plan = workbench != NULL ? twf_workbench_get_plan (workbench) : NULL;
  g_signal_group_set_target (self->plan_signals, plan);
  self->selecting = TRUE;
  gtk_single_selection_set_model (self->selection, NULL);
  self->selecting = FALSE;
  g_clear_object (&self->search);
  g_clear_object (&self->tree);
  g_set_object (&self->workbench, workbench);
  if (workbench == NULL)
    return;

  self->tree = gtk_tree_list_model_new (twf_outline_item_list_top (),
                                        FALSE,
                                        TRUE,
                                        create_children,
                                        g_object_ref (plan),
                                        g_object_unref);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  show_tree (self);
}

/**
 * twf_outline_focus_search:
 * @self: the outline
 *
 * Puts the caret where a person types what to look for.
 */
void
twf_outline_focus_search (TwfOutline *self)
{
  g_return_if_fail (TWF_IS_OUTLINE (self));

  gtk_widget_grab_focus (self->search_entry);
}

/**
 * twf_outline_focus_list:
 * @self: the outline
 *
 * Puts the focus on the list of provisions.
 */
void
twf_outline_focus_list (TwfOutline *self)
{
  g_return_if_fail (TWF_IS_OUTLINE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}
