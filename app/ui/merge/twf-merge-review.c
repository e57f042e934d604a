/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-merge-review.h"

#include "twf-consequences.h"
#include "twf-drop-down.h"
#include "twf-request-filter.h"
#include "twf-request-row.h"
#include "twf-request-view.h"
#include "twf-request-words.h"
#include "twf-review-choices.h"
#include "twf-spoken.h"
#include "twf-template.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _TwfMergeReview
{
  GtkWidget parent_instance;

  /* Template widgets. */
  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  GtkWidget *detail_pane;
  GtkSearchEntry *search;
  GtkDropDown *owner;
  GtkDropDown *section;
  GtkToggleButton *clashes;
  GtkStack *list_stack;
  GtkListView *list_view;
  GtkSingleSelection *selection;
  GtkFilterListModel *filtered;
  GtkMenuButton *many;
  GMenuModel *many_menu;
  GMenuModel *two_menu;
  TwfRequestView *view;
  TwfConsequences *consequences;
  GtkLabel *counts;

  /* Owned. */
  TwfWorkbench *workbench;
  TwfDecisions *decisions;
  GListStore *requests;
  TwfRequestFilter *filter;
  GPtrArray *owners; /* nullable; char* (owned), in step with the drop-down list after its first */
  GArray *sections;  /* nullable; of int, in step with the drop-down list after its first */
  GSignalGroup *decisions_signals;

  gboolean has_clashes;
};

G_DEFINE_FINAL_TYPE (TwfMergeReview, twf_merge_review, GTK_TYPE_WIDGET)

static TwfRequest *
get_selected (TwfMergeReview *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

/* "Accepted: 12. Proposals: 5.": what would come of it, in the words of `twf merge`. */
static void
show_counts (TwfMergeReview *self)
{
  TwfOutcomeCount count = twf_decisions_count_outcomes (self->decisions);
  g_autofree char *line
      = twf_outcome_count_dup_line (&count, twf_workbench_get_digits (self->workbench), FALSE);

  gtk_label_set_label (self->counts, line);
  twf_consequences_show (self->consequences, self->workbench, self->decisions);
}

static void
update_actions (TwfMergeReview *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean shown = g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0;

  gtk_widget_action_set_enabled (widget, "merge.decide", get_selected (self) != NULL);
  gtk_widget_action_set_enabled (widget, "merge.decide-shown", shown);
  gtk_widget_action_set_enabled (widget, "merge.next", shown);
  gtk_widget_action_set_enabled (widget, "merge.previous", shown);
  gtk_widget_action_set_enabled (widget, "merge.next-clash", shown && self->has_clashes);
  gtk_widget_action_set_enabled (widget, "merge.previous-clash", shown && self->has_clashes);
}

static void
decisions_changed_cb (TwfMergeReview *self)
{
  show_counts (self);
}

static void
selection_changed_cb (TwfMergeReview *self)
{
  if (self->decisions == NULL)
    return;
  twf_request_view_show (self->view, self->workbench, self->decisions, get_selected (self));
  update_actions (self);
}

static void
shown_changed_cb (TwfMergeReview *self)
{
  gboolean some = g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0;

  gtk_stack_set_visible_child_name (self->list_stack, some ? "list" : "empty");
  update_actions (self);
}

static void
search_changed_cb (TwfMergeReview *self)
{
  if (self->filter != NULL)
    twf_request_filter_set_pattern (self->filter,
                                    gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
search_activated_cb (TwfMergeReview *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
search_stopped_cb (TwfMergeReview *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
owner_chosen_cb (TwfMergeReview *self)
{
  guint selected = gtk_drop_down_get_selected (self->owner);

  if (self->filter == NULL || self->owners == NULL || selected > self->owners->len)
    return;
  twf_request_filter_set_owner (self->filter,
                                selected > 0 ? g_ptr_array_index (self->owners, selected - 1)
                                             : NULL,
                                selected == 0);
}

static void
section_chosen_cb (TwfMergeReview *self)
{
  guint selected = gtk_drop_down_get_selected (self->section);

  if (self->filter == NULL || self->sections == NULL || selected > self->sections->len)
    return;
  twf_request_filter_set_section (self->filter,
                                  selected > 0 ? g_array_index (self->sections, int, selected - 1)
                                               : TWF_FILTER_ANY_SECTION);
}

static void
clashes_toggled_cb (TwfMergeReview *self)
{
  if (self->filter != NULL)
    twf_request_filter_set_clashes (self->filter, gtk_toggle_button_get_active (self->clashes));
}

static void
activated_cb (TwfMergeReview *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->detail_pane);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
show_list (TwfMergeReview *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
back_clicked_cb (TwfMergeReview *self)
{
  show_list (self);
}

static void
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, twf_request_row_new ());
}

static void
row_bind_cb (TwfMergeReview *self, GtkListItem *item)
{
  if (self->decisions != NULL)
    twf_request_row_bind (TWF_REQUEST_ROW (gtk_list_item_get_child (item)),
                          self->workbench,
                          self->decisions,
                          gtk_list_item_get_item (item));
}

static void
row_unbind_cb (TwfMergeReview *self, GtkListItem *item)
{
  twf_request_row_unbind (TWF_REQUEST_ROW (gtk_list_item_get_child (item)));
}

static TwfDecision
read_decision (GVariant *parameter)
{
  const char *name = g_variant_get_string (parameter, NULL);

  if (g_str_equal (name, "accept"))
    return TWF_DECISION_ACCEPT;
  return g_str_equal (name, "reject") ? TWF_DECISION_REJECT : TWF_DECISION_PROPOSE;
}

static void
decide_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfMergeReview *self = TWF_MERGE_REVIEW (widget);
  TwfRequest *request = get_selected (self);

  if (request != NULL)
    twf_decisions_decide (self->decisions, request, read_decision (parameter));
}

static void
decide_shown_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfMergeReview *self = TWF_MERGE_REVIEW (widget);

  if (self->decisions != NULL)
    twf_decisions_decide_list (
        self->decisions, G_LIST_MODEL (self->filtered), read_decision (parameter));
}

static void
decide_all_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfMergeReview *self = TWF_MERGE_REVIEW (widget);

  if (self->decisions != NULL)
    twf_decisions_decide_list (
        self->decisions, G_LIST_MODEL (self->requests), read_decision (parameter));
}

static void
select_row (TwfMergeReview *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

static void
step_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfMergeReview *self = TWF_MERGE_REVIEW (widget);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (n == 0)
    return;
  if (selected == GTK_INVALID_LIST_POSITION)
    selected = 0;
  else if (g_str_equal (name, "merge.next"))
    selected = MIN (selected + 1, n - 1);
  else if (selected > 0)
    selected--;
  select_row (self, selected);
}

static gboolean
is_clash (TwfRequest *request)
{
  g_auto (GStrv) clashes = twf_request_list_clashes (request);

  return clashes != NULL && clashes[0] != NULL;
}

static gboolean
has_clashes (GPtrArray *requests)
{
  for (guint i = 0; i < requests->len; i++)
    if (is_clash (g_ptr_array_index (requests, i)))
      return TRUE;
  return FALSE;
}

/* From the last one to the first again, and back. */
static void
step_clash_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfMergeReview *self = TWF_MERGE_REVIEW (widget);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  guint from = gtk_single_selection_get_selected (self->selection);
  gboolean forward = g_str_equal (name, "merge.next-clash");

  if (from == GTK_INVALID_LIST_POSITION)
    from = 0;
  for (guint step = 1; step <= n; step++)
    {
      guint position = (from + (forward ? step : n - step)) % n;
      g_autoptr (TwfRequest) request
          = g_list_model_get_item (G_LIST_MODEL (self->filtered), position);

      if (is_clash (request))
        {
          select_row (self, position);
          return;
        }
    }
}

static void
show_request_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfMergeReview *self = TWF_MERGE_REVIEW (widget);
  TwfRequest *request = self->decisions != NULL
                            ? twf_plan_merge_get_request (twf_decisions_get_merge (self->decisions),
                                                          g_variant_get_string (parameter, NULL))
                            : NULL;

  if (request == NULL)
    return;
  twf_merge_review_show_request (self, request);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
search_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfMergeReview *self = TWF_MERGE_REVIEW (widget);

  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static gboolean
twf_merge_review_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TWF_MERGE_REVIEW (widget)->list_view));
}

static void
let_go (TwfMergeReview *self)
{
  if (self->decisions_signals != NULL)
    g_signal_group_set_target (self->decisions_signals, NULL);
  if (self->filtered != NULL)
    {
      gtk_filter_list_model_set_model (self->filtered, NULL);
      gtk_filter_list_model_set_filter (self->filtered, NULL);
    }
  g_clear_object (&self->filter);
  g_clear_object (&self->requests);
  g_clear_object (&self->decisions);
  g_clear_object (&self->workbench);
}

static void
twf_merge_review_dispose (GObject *object)
{
  TwfMergeReview *self = TWF_MERGE_REVIEW (object);

  let_go (self);
  g_clear_object (&self->decisions_signals);
  twf_template_dispose (GTK_WIDGET (self), TWF_TYPE_MERGE_REVIEW);
  G_OBJECT_CLASS (twf_merge_review_parent_class)->dispose (object);
}

static void
twf_merge_review_finalize (GObject *object)
{
  TwfMergeReview *self = TWF_MERGE_REVIEW (object);

  g_clear_pointer (&self->owners, g_ptr_array_unref);
  g_clear_pointer (&self->sections, g_array_unref);
  G_OBJECT_CLASS (twf_merge_review_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TwfMergeReview, leaflet);
  gtk_widget_class_bind_template_child (widget_class, TwfMergeReview, list_pane);
  gtk_widget_class_bind_template_child (widget_class, TwfMergeReview, detail_pane);
  gtk_widget_class_bind_template_child (widget_class, TwfMergeReview, search);
  gtk_widget_class_bind_template_child (widget_class, TwfMergeReview, owner);
  gtk_widget_class_bind_template_child (widget_class, TwfMergeReview, section);
  gtk_widget_class_bind_template_child (widget_class, TwfMergeReview, clashes);
  gtk_widget_class_bind_template_child (widget_class, TwfMergeReview, list_stack);
  gtk_widget_class_bind_template_child (widget_class, TwfMergeReview, list_view);
  gtk_widget_class_bind_template_child (widget_class, TwfMergeReview, selection);
  gtk_widget_class_bind_template_child (widget_class, TwfMergeReview, filtered);
  gtk_widget_class_bind_template_child (widget_class, TwfMergeReview, many);
  gtk_widget_class_bind_template_child (widget_class, TwfMergeReview, many_menu);
  gtk_widget_class_bind_template_child (widget_class, TwfMergeReview, two_menu);
  gtk_widget_class_bind_template_child (widget_class, TwfMergeReview, view);
  gtk_widget_class_bind_template_child (widget_class, TwfMergeReview, consequences);
  gtk_widget_class_bind_template_child (widget_class, TwfMergeReview, counts);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, owner_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, clashes_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_unbind_cb);
}

/* A letter, and a figure for keyboards that have no Latin letters. */
static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint keys[3];
    const char *decision;
  } decisions[] = {
    { { GDK_KEY_a, GDK_KEY_1, GDK_KEY_KP_1 }, "accept" },
    { { GDK_KEY_k, GDK_KEY_2, GDK_KEY_KP_2 }, "propose" },
    { { GDK_KEY_r, GDK_KEY_3, GDK_KEY_KP_3 }, "reject" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    for (guint key = 0; key < G_N_ELEMENTS (decisions[i].keys); key++)
      gtk_widget_class_add_binding_action (
          widget_class, decisions[i].keys[key], 0, "merge.decide", "s", decisions[i].decision);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_Down, GDK_ALT_MASK, "merge.next", NULL);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_Up, GDK_ALT_MASK, "merge.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F7, 0, "merge.next-clash", NULL);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_F7, GDK_SHIFT_MASK, "merge.previous-clash", NULL);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "merge.search", NULL);
}

static void
twf_merge_review_class_init (TwfMergeReviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = twf_merge_review_dispose;
  object_class->finalize = twf_merge_review_finalize;
  widget_class->grab_focus = twf_merge_review_grab_focus;

  g_type_ensure (TWF_TYPE_CONSEQUENCES);
  g_type_ensure (TWF_TYPE_REQUEST_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tawafuq/Tawafuq/ui/merge/twf-merge-review.ui");
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "merge.decide", "s", decide_activated);
  gtk_widget_class_install_action (widget_class, "merge.decide-shown", "s", decide_shown_activated);
  gtk_widget_class_install_action (widget_class, "merge.decide-all", "s", decide_all_activated);
  gtk_widget_class_install_action (widget_class, "merge.next", NULL, step_activated);
  gtk_widget_class_install_action (widget_class, "merge.previous", NULL, step_activated);
  gtk_widget_class_install_action (widget_class, "merge.next-clash", NULL, step_clash_activated);
  gtk_widget_class_install_action (
      widget_class, "merge.previous-clash", NULL, step_clash_activated);
  gtk_widget_class_install_action (widget_class, "merge.show-request", "s", show_request_activated);
  gtk_widget_class_install_action (widget_class, "merge.search", NULL, search_activated);
  add_keys (widget_class);
}

static void
twf_merge_review_init (TwfMergeReview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  twf_drop_down_let_shrink (self->owner);
  twf_drop_down_let_shrink (self->section);
  twf_spoken_name_drop_downs (GTK_WIDGET (self));
  twf_spoken_follow_pages (GTK_WIDGET (self->list_stack), gtk_stack_get_pages (self->list_stack));
  self->decisions_signals = g_signal_group_new (TWF_TYPE_DECISIONS);
  g_signal_group_connect_swapped (
      self->decisions_signals, "changed", G_CALLBACK (decisions_changed_cb), self);
}

/**
 * twf_merge_review_set_merge:
 * @self: the review
 * @workbench: the open plan
 * @merge: (nullable): what is to be reviewed; %NULL: nothing
 *
 * Shows what @merge's contributions ask for, the first of it chosen.
 */
void
twf_merge_review_set_merge (TwfMergeReview *self, TwfWorkbench *workbench, TwfPlanMerge *merge)
{
  GPtrArray *requests;

  g_return_if_fail (TWF_IS_MERGE_REVIEW (self));

  let_go (self);
  g_clear_pointer (&self->owners, g_ptr_array_unref);
  g_clear_pointer (&self->sections, g_array_unref);
  if (merge == NULL)
    return;
  self->workbench = g_object_ref (workbench);
  self->decisions = twf_decisions_new (merge);
  self->requests = g_list_store_new (TWF_TYPE_REQUEST);
  requests = twf_plan_merge_get_requests (merge);
  g_list_store_splice (self->requests, 0, 0, requests->pdata, requests->len);
  self->has_clashes = has_clashes (requests);
  gtk_menu_button_set_menu_model (
      self->many, twf_plan_merge_takes_in (merge) ? self->two_menu : self->many_menu);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_toggle_button_set_active (self->clashes, FALSE);
  self->owners = twf_review_choices_fill_owners (self->owner, workbench, requests);
  self->sections = twf_review_choices_fill_sections (self->section, requests);
  self->filter = twf_request_filter_new (workbench);
  gtk_filter_list_model_set_filter (self->filtered, GTK_FILTER (self->filter));
  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (self->requests));
  g_signal_group_set_target (self->decisions_signals, self->decisions);
  show_counts (self);
  selection_changed_cb (self);
}

/**
 * twf_merge_review_get_decisions:
 * @self: the review
 *
 * Returns: (nullable) (transfer none): what is decided
 */
TwfDecisions *
twf_merge_review_get_decisions (TwfMergeReview *self)
{
  g_return_val_if_fail (TWF_IS_MERGE_REVIEW (self), NULL);

  return self->decisions;
}

static gboolean
find_row (TwfMergeReview *self, TwfRequest *request, guint *position)
{
  GListModel *model = G_LIST_MODEL (self->filtered);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (TwfRequest) shown = g_list_model_get_item (model, i);

      *position = i;
      if (shown == request)
        return TRUE;
    }
  return FALSE;
}

static void
show_everything (TwfMergeReview *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  twf_request_filter_set_pattern (self->filter, "");
  gtk_drop_down_set_selected (self->owner, 0);
  gtk_drop_down_set_selected (self->section, 0);
  gtk_toggle_button_set_active (self->clashes, FALSE);
}

/**
 * twf_merge_review_show_request:
 * @self: the review
 * @request: a request of its merge
 *
 * Chooses @request, which is made to be shown where the filters hide it.
 */
void
twf_merge_review_show_request (TwfMergeReview *self, TwfRequest *request)
{
  guint position;

  g_return_if_fail (TWF_IS_MERGE_REVIEW (self) && TWF_IS_REQUEST (request));

  if (!find_row (self, request, &position))
    {
      show_everything (self);
      if (!find_row (self, request, &position))
        return;
    }
  select_row (self, position);
}
