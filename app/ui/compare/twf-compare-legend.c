/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-compare-legend.h"

#include "twf-bidi.h"
#include "twf-owned-text.h"

#include <glib/gi18n.h>

/* A legend of more would leave no room to what it explains. */
#define MOST 12

static void
append_child (GtkFlowBox *legend, GtkWidget *label)
{
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), label);
  gtk_flow_box_append (legend, child);
}

static void
append (GtkFlowBox *legend, const TwfCompareOwner *owner, guint number)
{
  g_autofree char *bare = twf_text_strip_isolates (owner->name);

  /* Who has no code has the name itself as a mark. */
  append_child (legend,
                twf_owned_text_new_legend (
                    owner->mark, number, g_str_equal (bare, owner->mark) ? "" : owner->name));
}

static void
append_rest (GtkFlowBox *legend, TwfWorkbench *workbench, guint n)
{
  g_autofree char *count = twf_workbench_dup_count (workbench, n);
  g_autofree char *line = g_strdup_printf (
      ngettext ("and %s other, named below the words", "and %s others, named below their words", n),
      count);
  GtkWidget *label = gtk_label_new (line);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  append_child (legend, label);
}

/**
 * twf_compare_legend_fill:
 * @legend: where it stands
 * @workbench: the open plan
 * @owners: (nullable): who appeared so far; %NULL: it is emptied
 *
 * Explains the marks, where there are any.
 */
void
twf_compare_legend_fill (GtkFlowBox *legend, TwfWorkbench *workbench, TwfCompareOwners *owners)
{
  GPtrArray *list = owners != NULL ? twf_compare_owners_list (owners) : NULL;
  guint n = list != NULL ? list->len : 0;
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (legend, 0)) != NULL)
    gtk_flow_box_remove (legend, GTK_WIDGET (child));
  for (guint i = 0; i < MIN (n, MOST); i++)
    append (legend, list->pdata[i], i);
  if (n > MOST)
    append_rest (legend, workbench, n - MOST);
  gtk_widget_set_visible (GTK_WIDGET (legend), n > 0);
}
