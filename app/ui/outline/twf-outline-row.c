/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-outline-row.h"

#include "twf-bidi.h"
#include "twf-interface.h"
#include "twf-numbering.h"
#include "twf-outline-drag.h"
#include "twf-outline-item.h"
#include "twf-spoken.h"
#include "twf-template.h"

#include <glib/gi18n.h>

/* How far each level is set in, in pixels. */
#define INDENT 16

struct _TwfOutlineRow
{
  GtkWidget parent_instance;

  /* Template widgets. */
  GtkWidget *expander;
  GtkImage *icon;
  GtkLabel *number;
  GtkLabel *text;
  GtkImage *agreed;
  GtkLabel *proposals;
  GtkLabel *missing;
  GtkLabel *count;
  GtkWidget *add;

  /* Owned. */
  TwfWorkbench *workbench;
  GtkTreeListRow *tree_row; /* NULL in the flat list of what was found */
  gpointer item;            /* TwfProvision or TwfOutlineItem */
  GSignalGroup *item_signals;
  GSignalGroup *children_signals;
  GSignalGroup *tree_signals;
};

G_DEFINE_FINAL_TYPE (TwfOutlineRow, twf_outline_row, GTK_TYPE_WIDGET)

static guint
count_children (TwfOutlineRow *self)
{
  GListModel *children
      = self->tree_row != NULL ? gtk_tree_list_row_get_children (self->tree_row) : NULL;

  return children != NULL ? g_list_model_get_n_items (children) : 0;
}

static void
update_expander (TwfOutlineRow *self)
{
  gboolean expanded = self->tree_row != NULL && gtk_tree_list_row_get_expanded (self->tree_row);
  gboolean shown = self->tree_row != NULL && (!expanded || count_children (self) > 0)
                   && gtk_tree_list_row_is_expandable (self->tree_row);
  int depth = self->tree_row != NULL ? gtk_tree_list_row_get_depth (self->tree_row) : 0;

  gtk_widget_set_margin_start (self->expander, INDENT * depth);
  gtk_widget_set_opacity (self->expander, shown ? 1.0 : 0.0);
  gtk_widget_set_sensitive (self->expander, shown);
  gtk_button_set_icon_name (GTK_BUTTON (self->expander),
                            expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  expanded ? _ ("Collapse") : _ ("Expand"),
                                  -1);
}

static void
update_item (TwfOutlineRow *self)
{
  g_autofree char *title = twf_outline_item_dup_title (self->item);
  g_autofree char *count = NULL;
  TwfSection section;
  gboolean is_section = twf_outline_item_get_section (self->item, &section);

  gtk_label_set_text (self->text, title);
  gtk_image_set_from_icon_name (self->icon, twf_outline_item_get_icon (self->item));
  gtk_widget_set_visible (self->expander, is_section);
  if (is_section)
    {
      g_autoptr (GVariant) target
          = g_variant_ref_sink (g_variant_new_string (twf_section_get_name (section)));
      g_autofree char *label = g_strdup_printf (_ ("Add to %s"), title);

      gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->add), target);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), "win.add-provision");
      gtk_widget_set_tooltip_text (self->add, label);
      gtk_accessible_update_property (
          GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      if (count_children (self) > 0)
        count = twf_workbench_dup_count (self->workbench, count_children (self));
    }
  gtk_label_set_text (self->count, count != NULL ? count : "");
  gtk_widget_set_visible (GTK_WIDGET (self->count), count != NULL);
  gtk_widget_set_visible (self->add, is_section && !twf_workbench_is_read_only (self->workbench));
  gtk_widget_add_css_class (GTK_WIDGET (self), "heading-row");
}

/* Names the first of the shown languages that the provision has no text in. */
static void
update_missing (TwfOutlineRow *self)
{
  const char *shown[] = { twf_workbench_get_language (self->workbench),
                          twf_workbench_get_second_language (self->workbench) };
  const char *missing = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shown) && missing == NULL; i++)
    {
      const char *text
          = shown[i] != NULL ? twf_provision_get_text (self->item, TWF_PART_BODY, shown[i]) : "-";
      if (text == NULL || *text == '\0')
        missing = shown[i];
    }
  gtk_widget_set_visible (GTK_WIDGET (self->missing), missing != NULL);
  if (missing != NULL)
    {
      g_autofree char *name = twf_interface_dup_language_name (missing);
      g_autofree char *tip = g_strdup_printf (_ ("No text in %s"), name);

      gtk_label_set_text (self->missing, missing);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->missing), tip);
    }
}

/* How many proposals are open: nothing that was kept is out of sight. */
static void
update_proposals (TwfOutlineRow *self)
{
  GListModel *proposals = twf_provision_list_proposals (self->item);
  guint n = 0;

  for (guint i = 0; proposals != NULL && i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);

      n += twf_proposal_get_state (proposal) == TWF_PROPOSAL_OPEN;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->proposals), n > 0);
  if (n > 0)
    {
      g_autofree char *count = twf_workbench_dup_count (self->workbench, n);
      g_autofree char *mark = g_strdup_printf ("[%s]", count);
      g_autofree char *tip
          = g_strdup_printf (ngettext ("%s open proposal", "%s open proposals", n), count);

      gtk_label_set_text (self->proposals, mark);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->proposals), tip);
    }
}

/* Yellow and green as delegations know them; the sign and the words say it without colour. */
static const char *
get_agreed_class (const TwfStanding *standing)
{
  if (standing->state != TWF_AGREED_STANDS)
    return "error";
  return standing->agreement->level == TWF_AGREEMENT_PLENARY ? "success" : "warning";
}

static const char *
get_state_words (TwfAgreedState state)
{
  switch (state)
    {
    case TWF_AGREED_STANDS:
      return _ ("Agreed");
    case TWF_AGREED_REOPENED:
      return _ ("Reopened");
    default:
      return _ ("Not agreed");
    }
}

static gboolean
languages_differ (const TwfStanding *standing)
{
  for (guint i = 1; i < standing->languages->len; i++)
    if (((TwfAgreedLanguage *)standing->languages->pdata[i])->state
        != ((TwfAgreedLanguage *)standing->languages->pdata[0])->state)
      return TRUE;
  return FALSE;
}

/* "Reopened", and of each language where they differ: what is agreed in one need not be in all. */
static char *
dup_agreed_tip (const TwfStanding *standing)
{
  g_autoptr (GString) tip = g_string_new (twf_standing_get_words (standing));

  for (guint i = 0; languages_differ (standing) && i < standing->languages->len; i++)
    {
      const TwfAgreedLanguage *item = standing->languages->pdata[i];
      g_autofree char *name = twf_interface_dup_language_name (item->language);
      g_autofree char *language = twf_text_isolate (name);

      g_string_append (tip, i == 0 ? "\n" : ", ");
      g_string_append_printf (tip, _ ("%s: %s"), language, get_state_words (item->state));
    }
  return g_string_free (g_steal_pointer (&tip), FALSE);
}

static void
update_agreed (TwfOutlineRow *self)
{
  const char *classes[] = { NULL, NULL };
  g_autoptr (TwfStanding) standing = NULL;
  g_autofree char *tip = NULL;
  gboolean says_so = twf_provision_is_agreed (self->item);

  gtk_widget_set_visible (GTK_WIDGET (self->agreed), says_so);
  if (!says_so)
    return;
  standing = twf_standing_new (twf_workbench_get_plan (self->workbench), self->item);
  classes[0] = get_agreed_class (standing);
  gtk_widget_set_css_classes (GTK_WIDGET (self->agreed), classes);
  gtk_image_set_from_icon_name (self->agreed,
                                standing->state == TWF_AGREED_STANDS ? "object-select-symbolic"
                                                                     : "dialog-warning-symbolic");
  tip = dup_agreed_tip (standing);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->agreed), tip);
}

static void
update_provision (TwfOutlineRow *self)
{
  g_autofree char *number = twf_plan_dup_number (twf_workbench_get_plan (self->workbench),
                                                 self->item,
                                                 twf_workbench_get_language (self->workbench));
  const char *language;
  g_autofree char *text = twf_workbench_dup_text (self->workbench, self->item, &language);
  gboolean is_proposed = text != NULL && twf_provision_is_proposed (self->item, NULL);
  gboolean heading
      = g_strcmp0 (twf_provision_get_field (self->item, TWF_FIELD_HEADING), "yes") == 0;

  gtk_label_set_text (self->number, number != NULL ? number : "");
  gtk_widget_set_visible (GTK_WIDGET (self->number), number != NULL && *number != '\0');
  if (text != NULL)
    {
      g_autofree char *bracketed
          = g_strconcat (is_proposed ? "[" : "", text, is_proposed ? "]" : "", NULL);
      g_autofree char *marked = twf_text_dup_marked (bracketed, language);

      gtk_label_set_text (self->text, marked);
    }
  else
    gtk_label_set_text (self->text, _ ("No text yet"));
  gtk_widget_set_visible (self->add, FALSE);
  gtk_widget_set_visible (self->expander, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->count), FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "heading-row");
  (text == NULL ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (GTK_WIDGET (self->text),
                                                                           "dim-label");
  (heading ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (GTK_WIDGET (self),
                                                                      "grouping-row");
  update_missing (self);
  update_proposals (self);
  update_agreed (self);
}

static void
expander_clicked_cb (TwfOutlineRow *self)
{
  if (self->tree_row != NULL)
    gtk_tree_list_row_set_expanded (self->tree_row,
                                    !gtk_tree_list_row_get_expanded (self->tree_row));
}

static gboolean
query_tooltip_cb (TwfOutlineRow *self,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip,
                  GtkWidget *label)
{
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (label));

  if (!pango_layout_is_ellipsized (layout))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (label)));
  return TRUE;
}

static void
children_changed_cb (TwfOutlineRow *self)
{
  if (self->item != NULL)
    twf_outline_row_update (self);
}

static void
twf_outline_row_dispose (GObject *object)
{
  TwfOutlineRow *self = TWF_OUTLINE_ROW (object);

  twf_outline_row_unbind (self);
  g_clear_object (&self->item_signals);
  g_clear_object (&self->children_signals);
  g_clear_object (&self->tree_signals);
  twf_template_dispose (GTK_WIDGET (self), TWF_TYPE_OUTLINE_ROW);
  G_OBJECT_CLASS (twf_outline_row_parent_class)->dispose (object);
}

static void
twf_outline_row_class_init (TwfOutlineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_outline_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "outlinerow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/outline/twf-outline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfOutlineRow, expander);
  gtk_widget_class_bind_template_child (widget_class, TwfOutlineRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TwfOutlineRow, number);
  gtk_widget_class_bind_template_child (widget_class, TwfOutlineRow, text);
  gtk_widget_class_bind_template_child (widget_class, TwfOutlineRow, agreed);
  gtk_widget_class_bind_template_child (widget_class, TwfOutlineRow, proposals);
  gtk_widget_class_bind_template_child (widget_class, TwfOutlineRow, missing);
  gtk_widget_class_bind_template_child (widget_class, TwfOutlineRow, count);
  gtk_widget_class_bind_template_child (widget_class, TwfOutlineRow, add);
  gtk_widget_class_bind_template_callback (widget_class, expander_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
}

static void
twf_outline_row_init (TwfOutlineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->item_signals = g_signal_group_new (TWF_TYPE_PROVISION);
  g_signal_group_connect_swapped (
      self->item_signals, "changed", G_CALLBACK (twf_outline_row_update), self);
  self->children_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (
      self->children_signals, "items-changed", G_CALLBACK (children_changed_cb), self);
  self->tree_signals = g_signal_group_new (GTK_TYPE_TREE_LIST_ROW);
  g_signal_group_connect_swapped (
      self->tree_signals, "notify::expanded", G_CALLBACK (children_changed_cb), self);
  twf_outline_drag_attach (GTK_WIDGET (self));
}

/**
 * twf_outline_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
twf_outline_row_new (void)
{
  return g_object_new (TWF_TYPE_OUTLINE_ROW, NULL);
}

/**
 * twf_outline_row_bind:
 * @self: a row
 * @workbench: the workbench
 * @item: a #GtkTreeListRow, or a #TwfProvision of a flat list
 *
 * Shows @item, and follows it until it is unbound.
 */
void
twf_outline_row_bind (TwfOutlineRow *self, TwfWorkbench *workbench, gpointer item)
{
  g_return_if_fail (TWF_IS_OUTLINE_ROW (self) && TWF_IS_WORKBENCH (workbench));

  twf_outline_row_unbind (self);
  self->workbench = g_object_ref (workbench);
  if (GTK_IS_TREE_LIST_ROW (item))
    {
      self->tree_row = g_object_ref (item);
      self->item = gtk_tree_list_row_get_item (self->tree_row);
      g_signal_group_set_target (self->tree_signals, self->tree_row);
      g_signal_group_set_target (self->children_signals,
                                 gtk_tree_list_row_get_children (self->tree_row));
    }
  else
    self->item = g_object_ref (item);
  if (TWF_IS_PROVISION (self->item))
    g_signal_group_set_target (self->item_signals, self->item);
  twf_outline_row_update (self);
}

/**
 * twf_outline_row_unbind:
 * @self: a row
 *
 * Lets go of what the row shows.
 */
void
twf_outline_row_unbind (TwfOutlineRow *self)
{
  g_return_if_fail (TWF_IS_OUTLINE_ROW (self));

  if (self->item_signals != NULL)
    {
      g_signal_group_set_target (self->item_signals, NULL);
      g_signal_group_set_target (self->children_signals, NULL);
      g_signal_group_set_target (self->tree_signals, NULL);
    }
  g_clear_object (&self->item);
  g_clear_object (&self->tree_row);
  g_clear_object (&self->workbench);
}

static const char *
get_tip (GtkWidget *mark)
{
  return gtk_widget_get_visible (mark) ? gtk_widget_get_tooltip_text (mark) : "";
}

static const char *
get_shown (GtkLabel *label)
{
  return gtk_widget_get_visible (GTK_WIDGET (label)) ? gtk_label_get_text (label) : "";
}

static void
update_name (TwfOutlineRow *self)
{
  const char *const parts[] = {
    get_shown (self->number),
    get_shown (self->text),
    get_shown (self->count),
    get_tip (GTK_WIDGET (self->agreed)),
    get_tip (GTK_WIDGET (self->proposals)),
    NULL,
  };

  twf_spoken_name_row (GTK_WIDGET (self), parts);
}

/**
 * twf_outline_row_update:
 * @self: a bound row
 *
 * Shows number, words and marks anew.
 */
void
twf_outline_row_update (TwfOutlineRow *self)
{
  g_return_if_fail (TWF_IS_OUTLINE_ROW (self));

  if (self->item == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->icon),
                          TWF_IS_OUTLINE_ITEM (self->item)
                              && twf_outline_item_get_icon (self->item) != NULL);
  if (TWF_IS_OUTLINE_ITEM (self->item))
    {
      gtk_widget_set_visible (GTK_WIDGET (self->number), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->missing), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->agreed), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->proposals), FALSE);
      gtk_widget_remove_css_class (GTK_WIDGET (self->text), "dim-label");
      gtk_widget_remove_css_class (GTK_WIDGET (self), "grouping-row");
      update_item (self);
    }
  else
    update_provision (self);
  update_expander (self);
  update_name (self);
}

/**
 * twf_outline_row_get_item:
 * @self: a row
 *
 * Returns: (nullable) (transfer none): the #TwfProvision or #TwfOutlineItem it shows
 */
gpointer
twf_outline_row_get_item (TwfOutlineRow *self)
{
  g_return_val_if_fail (TWF_IS_OUTLINE_ROW (self), NULL);

  return self->item;
}

/**
 * twf_outline_row_get_place:
 * @self: a row
 *
 * Returns: (nullable): the place that choosing the row goes to
 */
const char *
twf_outline_row_get_place (TwfOutlineRow *self)
{
  g_return_val_if_fail (TWF_IS_OUTLINE_ROW (self), NULL);

  return twf_outline_item_place_of (self->item);
}
