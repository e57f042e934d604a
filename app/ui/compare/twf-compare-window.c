/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-compare-window-private.h"

#include "twf-bidi.h"
#include "twf-cleared.h"
#include "twf-compare-legend.h"
#include "twf-compare-since.h"
#include "twf-drop-down.h"
#include "twf-interface.h"
#include "twf-message.h"
#include "twf-spoken.h"

#include <glib/gi18n.h>

/* Narrower than this two texts beside each other are a few words wide. */
#define LEAST_BESIDE 640

G_DEFINE_FINAL_TYPE (TwfCompareWindow, twf_compare_window, ADW_TYPE_WINDOW)

static void
show_problem (TwfCompareWindow *self, const GError *error)
{
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  gtk_stack_set_visible_child_name (self->stack, "nothing");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  name = g_path_get_basename (twf_desk_get_path (twf_workbench_get_desk (self->workbench)));
  sentence = twf_error_describe (error, name);
  gtk_label_set_label (self->problem, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
append_count (GString *line, TwfCompareWindow *self, const char *name, guint count)
{
  g_autofree char *number = twf_workbench_dup_count (self->workbench, count);
  g_autofree char *isolated = twf_text_isolate (number);

  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append_printf (line, "%s %s", name, isolated);
}

/* What did not happen to provisions is not said. */
static void
append_if_any (GString *line, TwfCompareWindow *self, const char *name, guint count)
{
  if (count > 0)
    append_count (line, self, name, count);
}

/* "Words +12 −3 · added 1 ...", a line for each side. */
static void
append_counts (GString *text, TwfCompareWindow *self, guint side)
{
  TwfComparisonCounts counts;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *whole = NULL;

  twf_comparison_count (self->comparison, side, twf_compare_window_get_language (self), &counts);
  if (twf_comparison_get_n_sides (self->comparison) > 1)
    {
      g_autofree char *name = twf_text_isolate (self->names[side + 1]);

      g_string_append (line, name);
    }
  append_count (line, self, _ ("Words inserted:"), counts.inserted);
  append_count (line, self, _ ("deleted:"), counts.deleted);
  append_if_any (line, self, _ ("Provisions added:"), counts.added);
  append_if_any (line, self, _ ("Provisions removed:"), counts.removed);
  append_if_any (line, self, _ ("Provisions moved:"), counts.moved);
  append_if_any (line, self, _ ("Provisions edited:"), counts.edited);
  whole = twf_interface_dup_line (line->str);
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, whole);
}

static void
append_own_counts (GString *text, TwfCompareWindow *self)
{
  TwfCompareView view = { .workbench = self->workbench };
  g_autofree char *own
      = self->since != NULL ? twf_compare_since_dup_counts (&view, self->since) : NULL;

  if (own != NULL)
    g_string_append_printf (text, "\n%s", own);
}

static void
update_view (TwfCompareWindow *self)
{
  gboolean changed;
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->comparison == NULL)
    return;
  changed = !twf_compare_list_is_without_change (self->list);
  for (guint side = 0; side < twf_comparison_get_n_sides (self->comparison); side++)
    append_counts (text, self, side);
  append_own_counts (text, self);
  gtk_label_set_label (self->counts, text->str);
  adw_status_page_set_title (self->same_page,
                             gtk_check_button_get_active (self->deletions)
                                 ? _ ("Nothing Was Deleted")
                             : self->since != NULL ? _ ("Nothing Changed in Meaning")
                                                   : _ ("Nothing Changed"));
  /* Who looks for deletions alone is not told that nothing else changed. */
  adw_status_page_set_description (
      self->same_page,
      gtk_check_button_get_active (self->deletions)
          ? _ ("No words and no paragraphs are gone in the language that is shown.")
          : _ ("The two have the same texts and fields in the language that is shown."));
  gtk_widget_set_visible (GTK_WIDGET (self->counts), changed);
  gtk_stack_set_visible_child_name (self->stack, changed ? "list" : "same");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.next", changed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.previous", changed);
}

/* @comparison, @since: (transfer full) (nullable). */
static void
show_comparison (TwfCompareWindow *self, TwfComparison *comparison, TwfSince *since)
{
  g_clear_pointer (&self->comparison, twf_comparison_unref);
  g_clear_pointer (&self->since, twf_since_unref);
  self->comparison = comparison;
  self->since = since;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.copy", comparison != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.export", comparison != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.print", comparison != NULL);
  if (comparison == NULL)
    return;
  twf_compare_list_set_comparison (
      self->list, self->workbench, comparison, since, (const char *const *)self->names);
  update_view (self);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfCompareWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean by_meaning = g_async_result_is_tagged (result, twf_desk_since_async);
  TwfSince *since = by_meaning ? twf_desk_since_finish (TWF_DESK (source), result, &error) : NULL;
  TwfComparison *comparison
      = since != NULL ? twf_comparison_ref (twf_since_get_comparison (since))
        : by_meaning  ? NULL
                      : twf_desk_compare_plans_finish (TWF_DESK (source), result, &error);

  if (self->workbench == NULL
      || (comparison == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)))
    {
      g_clear_pointer (&comparison, twf_comparison_unref);
      g_clear_pointer (&since, twf_since_unref);
      return;
    }
  show_comparison (self, comparison, since);
  if (comparison == NULL)
    show_problem (self, error);
}

/* What was cleared last is asked for as such, so that the note can say when it was. */
static void
compare_by_meaning (TwfCompareWindow *self, const char *base, const char *side)
{
  const char *cleared = twf_cleared_get_revision (twf_cleared_get (self->workbench));

  twf_desk_since_async (twf_workbench_get_desk (self->workbench),
                        g_strcmp0 (base, cleared) != 0 ? base : NULL,
                        side,
                        twf_workbench_get_language (self->workbench),
                        self->cancellable,
                        compared_cb,
                        g_object_ref (self));
}

/* The third list begins with "nothing". */
static void
compare (TwfCompareWindow *self)
{
  guint base = gtk_drop_down_get_selected (self->base);
  guint side = gtk_drop_down_get_selected (self->side);
  guint other = gtk_drop_down_get_selected (self->other);
  gboolean three = other > 0 && other != GTK_INVALID_LIST_POSITION;
  const char *const sides[]
      = { twf_compare_choices_get_revision (self->choices, side),
          three ? twf_compare_choices_get_revision (self->choices, other - 1) : NULL,
          NULL };
  const char *const names[]
      = { twf_compare_choices_get_name (self->choices, base),
          twf_compare_choices_get_name (self->choices, side),
          three ? twf_compare_choices_get_name (self->choices, other - 1) : NULL,
          NULL };

  if (names[0] == NULL || sides[0] == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  g_strfreev (self->names);
  self->names = g_strdupv ((char **)names);
  /* What is said before the first choice is made stays. */
  gtk_widget_set_visible (GTK_WIDGET (self->problem), self->to_rolling && self->wanted == NULL);
  self->to_rolling = FALSE;
  gtk_stack_set_visible_child_name (self->stack, "working");
  /* Two sides are told in the order of the plan alone. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->meaning), !three);
  if (!three && gtk_check_button_get_active (self->meaning))
    {
      compare_by_meaning (self, twf_compare_choices_get_revision (self->choices, base), sides[0]);
      return;
    }
  twf_desk_compare_plans_async (twf_workbench_get_desk (self->workbench),
                                twf_compare_choices_get_revision (self->choices, base),
                                sides,
                                twf_workbench_get_language (self->workbench),
                                self->cancellable,
                                compared_cb,
                                g_object_ref (self));
}

static void
deletions_toggled_cb (TwfCompareWindow *self)
{
  twf_compare_list_set_only_deletions (self->list, gtk_check_button_get_active (self->deletions));
  update_view (self);
}

static void
chosen_cb (TwfCompareWindow *self)
{
  if (!self->filling)
    compare (self);
}

static void
language_chosen_cb (TwfCompareWindow *self)
{
  if (self->filling || self->workbench == NULL)
    return;
  twf_compare_list_set_language (self->list, twf_compare_window_get_language (self));
  update_view (self);
}

/* What is compared has a line each where there is little room, so that its name can be read. */
static void
place_pickers (TwfCompareWindow *self, gboolean narrow)
{
  GtkOrientation along = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;
  GtkOrientation across = narrow ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL;
  GtkBox *const boxes[] = { self->base_box, self->side_box, self->other_box };

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->pickers), along);
  gtk_box_set_spacing (self->pickers, narrow ? 6 : 12);
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      gtk_orientable_set_orientation (GTK_ORIENTABLE (boxes[i]), across);
      gtk_box_set_spacing (boxes[i], narrow ? 12 : 3);
    }
  gtk_flow_box_set_min_children_per_line (self->ends, narrow ? 1 : G_N_ELEMENTS (boxes));
  gtk_flow_box_set_max_children_per_line (self->ends, narrow ? 1 : G_N_ELEMENTS (boxes));
  /* These two say themselves what they are. */
  gtk_widget_set_visible (self->language_name, !narrow);
  gtk_widget_set_visible (self->layout_name, !narrow);
}

static void
layout_chosen_cb (TwfCompareWindow *self)
{
  int width;

  if (self->list == NULL)
    return;
  g_object_get (self, "default-width", &width, NULL);
  place_pickers (self, width < LEAST_BESIDE);
  twf_compare_list_set_layout (self->list,
                               gtk_drop_down_get_selected (self->layout) == 0 ? TWF_COMPARE_ONE_PAGE
                               : width >= LEAST_BESIDE ? TWF_COMPARE_SIDE_BY_SIDE
                                                       : TWF_COMPARE_STACKED);
}

static void
fill_languages (TwfCompareWindow *self)
{
  const char *const *languages = twf_plan_get_languages (twf_workbench_get_plan (self->workbench));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("All languages"));
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *name = twf_interface_dup_language_name (languages[i]);

      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->language, G_LIST_MODEL (names));
}

static GListModel *
list_with_nothing (GListModel *names)
{
  g_autoptr (GtkStringList) nothing = gtk_string_list_new (NULL);
  GListStore *both = g_list_store_new (G_TYPE_LIST_MODEL);

  gtk_string_list_append (nothing, _ ("Nothing else"));
  g_list_store_append (both, nothing);
  g_list_store_append (both, names);
  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (both)));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfCompareWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean loaded = twf_compare_choices_load_finish (TWF_COMPARE_CHOICES (source), result, &error);
  GListModel *names;
  g_autoptr (GListModel) others = NULL;
  guint base, side;

  if (self->workbench == NULL)
    return;
  if (!loaded)
    {
      show_problem (self, error);
      return;
    }
  names = twf_compare_choices_list_names (self->choices);
  base = self->cleared_when != 0
             ? twf_compare_choices_add_cleared (self->choices, self->wanted, self->cleared_when)
         : self->wanted != NULL ? twf_compare_choices_find (self->choices, self->wanted)
                                : twf_compare_choices_get_former (self->choices);
  side = self->to_rolling            ? twf_compare_choices_find (self->choices, TWF_BRANCH_MAIN)
         : self->wanted_side != NULL ? twf_compare_choices_find (self->choices, self->wanted_side)
                                     : 0;
  others = list_with_nothing (names);
  gtk_drop_down_set_model (self->base, names);
  gtk_drop_down_set_model (self->side, names);
  gtk_drop_down_set_model (self->other, others);
  gtk_drop_down_set_selected (self->base, base);
  gtk_drop_down_set_selected (self->side, side);
  gtk_drop_down_set_selected (self->other, 0);
  self->filling = FALSE;
  compare (self);
}

static void
twf_compare_window_dispose (GObject *object)
{
  TwfCompareWindow *self = TWF_COMPARE_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->closing != NULL)
    g_cancellable_cancel (self->closing);
  g_clear_object (&self->choices);
  g_clear_object (&self->workbench);
  gtk_widget_dispose_template (GTK_WIDGET (self), TWF_TYPE_COMPARE_WINDOW);
  G_OBJECT_CLASS (twf_compare_window_parent_class)->dispose (object);
}

static void
twf_compare_window_finalize (GObject *object)
{
  TwfCompareWindow *self = TWF_COMPARE_WINDOW (object);

  g_clear_pointer (&self->comparison, twf_comparison_unref);
  g_clear_pointer (&self->since, twf_since_unref);
  g_strfreev (self->names);
  g_free (self->wanted);
  g_free (self->wanted_side);
  g_free (self->pages);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->closing);
  G_OBJECT_CLASS (twf_compare_window_parent_class)->finalize (object);
}

static void
owners_changed_cb (TwfCompareWindow *self)
{
  twf_compare_legend_fill (self->legend, self->workbench, twf_compare_list_get_owners (self->list));
}

static void
twf_compare_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_boolean (value, TWF_COMPARE_WINDOW (object)->with_owners);
}

static void
twf_compare_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TwfCompareWindow *self = TWF_COMPARE_WINDOW (object);

  self->with_owners = g_value_get_boolean (value);
  twf_compare_list_set_with_owners (self->list, self->with_owners);
  g_object_notify_by_pspec (object, spec);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TwfCompareWindow, pickers);
  gtk_widget_class_bind_template_child (widget_class, TwfCompareWindow, ends);
  gtk_widget_class_bind_template_child (widget_class, TwfCompareWindow, base_box);
  gtk_widget_class_bind_template_child (widget_class, TwfCompareWindow, side_box);
  gtk_widget_class_bind_template_child (widget_class, TwfCompareWindow, other_box);
  gtk_widget_class_bind_template_child (widget_class, TwfCompareWindow, language_name);
  gtk_widget_class_bind_template_child (widget_class, TwfCompareWindow, layout_name);
  gtk_widget_class_bind_template_child (widget_class, TwfCompareWindow, base);
  gtk_widget_class_bind_template_child (widget_class, TwfCompareWindow, side);
  gtk_widget_class_bind_template_child (widget_class, TwfCompareWindow, other);
  gtk_widget_class_bind_template_child (widget_class, TwfCompareWindow, language);
  gtk_widget_class_bind_template_child (widget_class, TwfCompareWindow, layout);
  gtk_widget_class_bind_template_child (widget_class, TwfCompareWindow, meaning);
  gtk_widget_class_bind_template_child (widget_class, TwfCompareWindow, deletions);
  gtk_widget_class_bind_template_child (widget_class, TwfCompareWindow, same_page);
  gtk_widget_class_bind_template_child (widget_class, TwfCompareWindow, counts);
  gtk_widget_class_bind_template_child (widget_class, TwfCompareWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, TwfCompareWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TwfCompareWindow, list);
  gtk_widget_class_bind_template_child (widget_class, TwfCompareWindow, legend);
  gtk_widget_class_bind_template_child (widget_class, TwfCompareWindow, toasts);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, deletions_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, layout_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, owners_changed_cb);
}

static void
twf_compare_window_class_init (TwfCompareWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = twf_compare_window_dispose;
  object_class->finalize = twf_compare_window_finalize;
  object_class->get_property = twf_compare_window_get_property;
  object_class->set_property = twf_compare_window_set_property;
  g_object_class_install_property (
      object_class,
      1,
      g_param_spec_boolean ("with-owners",
                            NULL,
                            NULL,
                            FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));

  g_type_ensure (TWF_TYPE_COMPARE_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/compare/twf-compare-window.ui");
  bind_template (widget_class);
  twf_compare_window_install_actions (widget_class);
}

static void
twf_compare_window_init (TwfCompareWindow *self)
{
  self->filling = TRUE;
  self->closing = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  twf_drop_down_let_shrink (self->base);
  twf_drop_down_let_shrink (self->side);
  twf_drop_down_let_shrink (self->other);
  twf_spoken_follow_toasts (GTK_WIDGET (self->toasts));
  twf_spoken_follow_pages (GTK_WIDGET (self->stack), gtk_stack_get_pages (self->stack));
  twf_spoken_name_drop_downs (GTK_WIDGET (self));
  g_signal_connect (self, "notify::default-width", G_CALLBACK (layout_chosen_cb), NULL);
}

static TwfCompareWindow *
make_window (GtkWindow *parent, TwfWorkbench *workbench)
{
  TwfCompareWindow *self = g_object_new (TWF_TYPE_COMPARE_WINDOW, "transient-for", parent, NULL);

  self->workbench = g_object_ref (workbench);
  self->choices = twf_compare_choices_new (workbench);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.copy", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.export", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.print", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self),
                                 "compare.cleared",
                                 twf_desk_get_identity (twf_workbench_get_desk (workbench)) != NULL
                                     && !twf_workbench_is_read_only (workbench));
  fill_languages (self);
  /* It is looked up now, and known when the first comparison is asked for. */
  twf_cleared_get (workbench);
  return self;
}

/**
 * twf_compare_window_new:
 * @parent: (nullable): the window it belongs to
 * @workbench: the plan that is open
 * @base: (nullable): the revision that the last saved one is compared with; %NULL: the one
 *   before
 *
 * Returns: (transfer full): a window that shows what changed, and lets one choose otherwise
 */
GtkWidget *
twf_compare_window_new (GtkWindow *parent, TwfWorkbench *workbench, const char *base)
{
  TwfCompareWindow *self;

  g_return_val_if_fail (TWF_IS_WORKBENCH (workbench), NULL);

  self = make_window (parent, workbench);
  self->wanted = g_strdup (base);
  twf_compare_choices_load_async (self->choices, self->closing, loaded_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}

/**
 * twf_compare_window_new_between:
 * @parent: (nullable): the window it belongs to
 * @workbench: the plan that is open
 * @base: a revision or branch
 * @side: what is compared with it
 *
 * Returns: (transfer full): a window that shows what @side changed, and lets one choose otherwise
 */
GtkWidget *
twf_compare_window_new_between (GtkWindow *parent,
                                TwfWorkbench *workbench,
                                const char *base,
                                const char *side)
{
  TwfCompareWindow *self;

  g_return_val_if_fail (TWF_IS_WORKBENCH (workbench) && base != NULL && side != NULL, NULL);

  self = make_window (parent, workbench);
  self->wanted = g_strdup (base);
  self->wanted_side = g_strdup (side);
  twf_compare_choices_load_async (self->choices, self->closing, loaded_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}

static void
cleared_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfCompareWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = twf_desk_list_clearances_finish (TWF_DESK (source), result, &error);
  const TwfClearance *last = list != NULL && list->len > 0 ? list->pdata[list->len - 1] : NULL;

  if (self->workbench == NULL)
    return;
  if (list == NULL)
    {
      show_problem (self, error);
      return;
    }
  if (last == NULL || last->is_damaged)
    {
      gtk_label_set_label (self->problem,
                           _ ("Nothing is recorded as cleared yet. Choose a revision in the "
                              "history and press Cleared by the Capital."));
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
    }
  else
    {
      self->wanted = g_strdup (last->revision);
      self->cleared_when = last->when;
    }
  twf_compare_choices_load_async (self->choices, self->closing, loaded_cb, g_object_ref (self));
}

/**
 * twf_compare_window_new_since:
 * @parent: (nullable): the window it belongs to
 * @workbench: the plan that is open, where a delegation works
 *
 * Returns: (transfer full): a window that shows what changed in meaning in the rolling text since
 *   the capital cleared a revision, and lets one choose otherwise
 */
GtkWidget *
twf_compare_window_new_since (GtkWindow *parent, TwfWorkbench *workbench)
{
  TwfCompareWindow *self;
  TwfDesk *desk;

  g_return_val_if_fail (TWF_IS_WORKBENCH (workbench), NULL);

  self = make_window (parent, workbench);
  desk = twf_workbench_get_desk (workbench);
  self->to_rolling = TRUE;
  gtk_window_set_title (GTK_WINDOW (self), _ ("Since the Capital Cleared It"));
  gtk_check_button_set_active (self->meaning, TRUE);
  twf_desk_list_clearances_async (
      desk, twf_desk_get_identity (desk), self->closing, cleared_listed_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}
