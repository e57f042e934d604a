/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-compare-window.h"

#include "twf-bidi.h"
#include "twf-compare-choices.h"
#include "twf-compare-list.h"
#include "twf-compare-print.h"
#include "twf-file-chooser.h"
#include "twf-interface.h"
#include "twf-message.h"
#include "twf-spoken.h"

#include <glib/gi18n.h>

/* Narrower than this two texts beside each other are a few words wide. */
#define LEAST_BESIDE 640

struct _TwfCompareWindow
{
  AdwWindow parent_instance;

  /* Template widgets. */
  GtkBox *pickers;
  GtkFlowBox *ends;
  GtkBox *base_box;
  GtkBox *side_box;
  GtkBox *other_box;
  GtkWidget *language_name;
  GtkWidget *layout_name;
  GtkDropDown *base;
  GtkDropDown *side;
  GtkDropDown *other;
  GtkDropDown *language;
  GtkDropDown *layout;
  GtkLabel *counts;
  GtkLabel *problem;
  GtkStack *stack;
  TwfCompareList *list;
  AdwToastOverlay *toasts;

  /* Owned. */
  TwfWorkbench *workbench;
  TwfCompareChoices *choices;
  TwfComparison *comparison; /* nullable until it is made */
  GStrv names;               /* of what is compared */
  char *pages;               /* nullable: the file of what is about to be printed */
  char *wanted;              /* nullable: the base that was asked for */
  GCancellable *cancellable; /* of the comparison under way */
  GCancellable *closing;     /* of all the rest */
  gboolean filling;          /* the lists are being filled: nobody chose */
};

G_DEFINE_FINAL_TYPE (TwfCompareWindow, twf_compare_window, ADW_TYPE_WINDOW)

static const char *
get_language (TwfCompareWindow *self)
{
  const char *const *languages = twf_plan_get_languages (twf_workbench_get_plan (self->workbench));
  guint chosen = gtk_drop_down_get_selected (self->language);

  return chosen == 0 || chosen == GTK_INVALID_LIST_POSITION ? NULL : languages[chosen - 1];
}

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

/* "Words +12 −3 · added 1 ...", a line for each side. */
static void
append_counts (GString *text, TwfCompareWindow *self, guint side)
{
  TwfComparisonCounts counts;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *whole = NULL;

  twf_comparison_count (self->comparison, side, get_language (self), &counts);
  if (twf_comparison_get_n_sides (self->comparison) > 1)
    {
      g_autofree char *name = twf_text_isolate (self->names[side + 1]);

      g_string_append (line, name);
    }
  append_count (line, self, _ ("Words inserted:"), counts.inserted);
  append_count (line, self, _ ("deleted:"), counts.deleted);
  append_count (line, self, _ ("Provisions added:"), counts.added);
  append_count (line, self, _ ("removed:"), counts.removed);
  append_count (line, self, _ ("moved:"), counts.moved);
  append_count (line, self, _ ("edited:"), counts.edited);
  whole = twf_interface_dup_line (line->str);
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, whole);
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
  gtk_label_set_label (self->counts, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->counts), changed);
  gtk_stack_set_visible_child_name (self->stack, changed ? "list" : "same");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.next", changed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.previous", changed);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfCompareWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  TwfComparison *comparison = twf_desk_compare_plans_finish (TWF_DESK (source), result, &error);

  if (self->workbench == NULL
      || (comparison == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)))
    {
      g_clear_pointer (&comparison, twf_comparison_unref);
      return;
    }
  g_clear_pointer (&self->comparison, twf_comparison_unref);
  self->comparison = comparison;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.copy", comparison != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.export", comparison != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.print", comparison != NULL);
  if (comparison == NULL)
    {
      show_problem (self, error);
      return;
    }
  twf_compare_list_set_comparison (
      self->list, self->workbench, comparison, (const char *const *)self->names);
  update_view (self);
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
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "working");
  twf_desk_compare_plans_async (twf_workbench_get_desk (self->workbench),
                                twf_compare_choices_get_revision (self->choices, base),
                                sides,
                                twf_workbench_get_language (self->workbench),
                                self->cancellable,
                                compared_cb,
                                g_object_ref (self));
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
  twf_compare_list_set_language (self->list, get_language (self));
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
  guint base;

  if (self->workbench == NULL)
    return;
  if (!loaded)
    {
      show_problem (self, error);
      return;
    }
  names = twf_compare_choices_list_names (self->choices);
  base = self->wanted != NULL ? twf_compare_choices_find (self->choices, self->wanted)
                              : twf_compare_choices_get_former (self->choices);
  others = list_with_nothing (names);
  gtk_drop_down_set_model (self->base, names);
  gtk_drop_down_set_model (self->side, names);
  gtk_drop_down_set_model (self->other, others);
  gtk_drop_down_set_selected (self->base, base);
  gtk_drop_down_set_selected (self->side, 0);
  gtk_drop_down_set_selected (self->other, 0);
  self->filling = FALSE;
  compare (self);
}

static void
step_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfCompareWindow *self = TWF_COMPARE_WINDOW (widget);
  int direction = g_str_equal (name, "compare.next") ? 1 : -1;

  if (!twf_compare_list_step (self->list, direction))
    adw_toast_overlay_add_toast (
        self->toasts,
        adw_toast_new (direction > 0 ? _ ("No further change") : _ ("No earlier change")));
}

static void
copy_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfCompareWindow *self = TWF_COMPARE_WINDOW (widget);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  if (self->comparison == NULL)
    return;
  bytes = twf_export_comparison (self->comparison,
                                 TWF_EXPORT_TEXT,
                                 (const char *const *)self->names,
                                 get_language (self),
                                 NULL,
                                 NULL);
  if (bytes == NULL)
    return;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Comparison copied")));
}

static void
show_failure (TwfCompareWindow *self, const GError *error)
{
  g_autofree char *sentence = twf_error_describe (error, _ ("The comparison"));

  gtk_label_set_label (self->problem, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfCompareWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (twf_desk_export_comparison_finish (TWF_DESK (source), result, &error)
      && self->workbench != NULL)
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Comparison exported")));
  else if (self->workbench != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_failure (self, error);
}

static void
export_to (TwfCompareWindow *self, TwfExportKind kind, const char *path, GAsyncReadyCallback done)
{
  twf_desk_export_comparison_async (twf_workbench_get_desk (self->workbench),
                                    self->comparison,
                                    kind,
                                    (const char *const *)self->names,
                                    get_language (self),
                                    path,
                                    self->closing,
                                    done,
                                    g_object_ref (self));
}

static void
printed_cb (gboolean sent, const GError *error, gpointer user_data)
{
  TwfCompareWindow *self = user_data;

  if (self->workbench == NULL)
    return;
  if (sent)
    adw_toast_overlay_add_toast (self->toasts,
                                 adw_toast_new (_ ("Comparison sent to the printer")));
  else if (error != NULL)
    show_failure (self, error);
}

static void
pages_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfCompareWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_steal_pointer (&self->pages);

  if (twf_desk_export_comparison_finish (TWF_DESK (source), result, &error)
      && self->workbench != NULL)
    {
      twf_compare_print (GTK_WINDOW (self),
                         _ ("Comparison"),
                         path,
                         printed_cb,
                         g_object_ref (self),
                         g_object_unref);
      return;
    }
  twf_compare_print_forget (path);
  if (self->workbench != NULL)
    show_failure (self, error);
}

static void
print_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfCompareWindow *self = TWF_COMPARE_WINDOW (widget);

  if (self->comparison == NULL || self->pages != NULL)
    return;
  self->pages = twf_compare_print_dup_path ();
  export_to (self, TWF_EXPORT_PDF, self->pages, pages_made_cb);
}

static void
name_chosen_cb (GtkWindow *parent, const char *path, gpointer user_data)
{
  TwfCompareWindow *self = TWF_COMPARE_WINDOW (parent);
  TwfExportKind kind;

  if (self->comparison == NULL)
    return;
  if (!twf_export_kind_from_file_name (path, &kind))
    kind = TWF_EXPORT_HTML;
  export_to (self, kind, path, exported_cb);
}

/* The name says what is made: .pdf, .html or .txt. */
static void
export_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *file
      = g_strconcat (_ ("Comparison"), ".", g_variant_get_string (parameter, NULL), NULL);

  twf_file_chooser_ask_name (
      GTK_WINDOW (widget), _ ("Export the Comparison"), file, name_chosen_cb, NULL);
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
  g_strfreev (self->names);
  g_free (self->wanted);
  g_free (self->pages);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->closing);
  G_OBJECT_CLASS (twf_compare_window_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_F7, 0, "compare.next" },
    { GDK_KEY_F7, GDK_SHIFT_MASK, "compare.previous" },
    { GDK_KEY_Down, GDK_ALT_MASK, "compare.next" },
    { GDK_KEY_Up, GDK_ALT_MASK, "compare.previous" },
    { GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "compare.copy" },
    { GDK_KEY_p, GDK_CONTROL_MASK, "compare.print" },
    { GDK_KEY_Escape, 0, "window.close" },
  };

  gtk_widget_class_install_action (widget_class, "compare.next", NULL, step_activated);
  gtk_widget_class_install_action (widget_class, "compare.previous", NULL, step_activated);
  gtk_widget_class_install_action (widget_class, "compare.copy", NULL, copy_activated);
  gtk_widget_class_install_action (widget_class, "compare.export", "s", export_activated);
  gtk_widget_class_install_action (widget_class, "compare.print", NULL, print_activated);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (
        widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
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
  gtk_widget_class_bind_template_child (widget_class, TwfCompareWindow, counts);
  gtk_widget_class_bind_template_child (widget_class, TwfCompareWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, TwfCompareWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TwfCompareWindow, list);
  gtk_widget_class_bind_template_child (widget_class, TwfCompareWindow, toasts);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, layout_chosen_cb);
}

static void
twf_compare_window_class_init (TwfCompareWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = twf_compare_window_dispose;
  object_class->finalize = twf_compare_window_finalize;

  g_type_ensure (TWF_TYPE_COMPARE_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/compare/twf-compare-window.ui");
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
twf_compare_window_init (TwfCompareWindow *self)
{
  self->filling = TRUE;
  self->closing = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  twf_spoken_follow_pages (GTK_WIDGET (self->stack), gtk_stack_get_pages (self->stack));
  twf_spoken_name_drop_downs (GTK_WIDGET (self));
  g_signal_connect (self, "notify::default-width", G_CALLBACK (layout_chosen_cb), NULL);
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

  self = g_object_new (TWF_TYPE_COMPARE_WINDOW, "transient-for", parent, NULL);
  self->workbench = g_object_ref (workbench);
  self->wanted = g_strdup (base);
  self->choices = twf_compare_choices_new (workbench);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.copy", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.export", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.print", FALSE);
  fill_languages (self);
  twf_compare_choices_load_async (self->choices, self->closing, loaded_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}
