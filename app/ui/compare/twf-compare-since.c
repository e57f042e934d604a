/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-compare-since.h"

#include "twf-bidi.h"
#include "twf-interface.h"
#include "twf-tracked-text.h"
#include "twf-words.h"

#include <glib/gi18n.h>

static const char *const groups[] = {
  [TWF_SINCE_OWN] = N_ ("Own proposals"),
  [TWF_SINCE_GROUPS] = N_ ("Proposals of the delegation’s groups"),
  [TWF_SINCE_TEXT] = N_ ("Changed in the text by others"),
  [TWF_SINCE_PROPOSALS] = N_ ("Proposed by others"),
  [TWF_SINCE_REST] = N_ ("Other changes"),
};

/* What became of a proposal, and of how many. */
static const struct
{
  const char *one;
  const char *many;
  const char *state; /* of a group's */
} fates[] = {
  [TWF_FATE_OPEN] = { N_ ("Own proposal: open"), N_ ("open:"), N_ ("open") },
  [TWF_FATE_MADE] = { N_ ("Own proposal: made since"), N_ ("made since:"), N_ ("made since") },
  [TWF_FATE_CHANGED] = { N_ ("Own proposal: reads otherwise now"),
                         N_ ("reading otherwise:"),
                         N_ ("reads otherwise now") },
  [TWF_FATE_ACCEPTED] = { N_ ("Own proposal: accepted"), N_ ("accepted:"), N_ ("accepted") },
  [TWF_FATE_REJECTED] = { N_ ("Own proposal: rejected"), N_ ("rejected:"), N_ ("rejected") },
  [TWF_FATE_PARKED] = { N_ ("Own proposal: parked"), N_ ("parked:"), N_ ("parked") },
  [TWF_FATE_WITHDRAWN] = { N_ ("Own proposal: withdrawn"), N_ ("withdrawn:"), N_ ("withdrawn") },
  [TWF_FATE_TAKEN_UP] = { N_ ("Own proposal: taken up in a compromise"),
                          N_ ("taken up in a compromise:"),
                          N_ ("taken up in a compromise") },
  [TWF_FATE_REOPENED]
  = { N_ ("Own proposal: back on the table"), N_ ("back on the table:"), N_ ("back on the table") },
  [TWF_FATE_GONE]
  = { N_ ("Own proposal: gone with its provision"), N_ ("gone:"), N_ ("gone with its provision") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (groups) == TWF_SINCE_N_GROUPS);
G_STATIC_ASSERT (G_N_ELEMENTS (fates) == TWF_N_FATES);

/**
 * twf_compare_since_get_group:
 * @group: a group
 *
 * Returns: what stands above it
 */
const char *
twf_compare_since_get_group (TwfSinceGroup group)
{
  return _ (groups[group]);
}

/**
 * twf_compare_since_new_heading:
 * @group: a group
 *
 * Returns: (transfer floating): its heading
 */
GtkWidget *
twf_compare_since_new_heading (TwfSinceGroup group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (twf_compare_since_get_group (group));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "title-4");
  gtk_widget_add_css_class (box, "compare-row");
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
append_count (GString *line, const TwfCompareView *view, const char *name, guint count)
{
  g_autofree char *number = twf_workbench_dup_count (view->workbench, count);
  g_autofree char *isolated = twf_text_isolate (number);

  g_string_append_printf (line, "%s%s %s", line->len > 0 ? " · " : "", name, isolated);
}

/**
 * twf_compare_since_dup_counts:
 * @view: what the list shows
 * @since: what changed
 *
 * Returns: (transfer full) (nullable): "Own proposals: 3 · accepted: 1"; %NULL: there are none
 */
char *
twf_compare_since_dup_counts (const TwfCompareView *view, TwfSince *since)
{
  g_autoptr (GString) line = g_string_new (NULL);
  guint n = twf_since_get_fates (since)->len;

  if (n == 0)
    return NULL;
  append_count (line, view, _ ("Own proposals:"), n);
  for (TwfFateKind kind = 0; kind < TWF_N_FATES; kind++)
    if (twf_since_count_fates (since, kind) > 0)
      append_count (line, view, _ (fates[kind].many), twf_since_count_fates (since, kind));
  return twf_interface_dup_line (line->str);
}

/* "US: delete, MX: support", each as a reader knows it. */
static char *
dup_positions (const TwfCompareView *view, const char *positions)
{
  g_auto (GStrv) values = g_strsplit (positions, ", ", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autofree char *line = twf_words_dup_position (view->workbench, values[i]);

      g_strv_builder_add (builder, line);
    }
  lines = g_strv_builder_end (builder);
  return g_strjoinv (" · ", lines);
}

static void
append_line (GtkBox *box, const char *text, const char *style)
{
  g_autofree char *line = twf_interface_dup_line (text);
  GtkWidget *label = gtk_label_new (line);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
}

static char *
dup_fate (const TwfCompareView *view, const TwfFate *fate)
{
  g_autofree char *group = NULL;

  if (fate->group == NULL)
    return g_strdup (_ (fates[fate->kind].one));
  group = twf_words_dup_delegation (view->workbench, fate->group);
  return g_strdup_printf (_ ("Group proposal (%s): %s"), group, _ (fates[fate->kind].state));
}

static void
append_fate (GtkBox *box, const TwfCompareView *view, const TwfFate *fate)
{
  g_autofree char *name = dup_fate (view, fate);

  append_line (box, name, "caption-heading");
  if (fate->positions != NULL)
    {
      g_autofree char *positions = dup_positions (view, fate->positions);

      append_line (box, positions, "caption");
    }
  for (guint i = 0; i < fate->texts->len; i++)
    {
      const TwfFateText *text = fate->texts->pdata[i];
      GtkWidget *label;

      if (view->language != NULL && !g_str_equal (text->language, view->language))
        continue;
      label = twf_tracked_text_new_label (text->runs, text->language);
      /* The row itself has the keyboard, and says all its words. */
      gtk_widget_set_focusable (label, FALSE);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (box, label);
    }
}

/**
 * twf_compare_since_append_fates:
 * @box: where to
 * @view: what the list shows
 * @list: (element-type TwfFate): what became of own proposals in a row
 */
void
twf_compare_since_append_fates (GtkBox *box, const TwfCompareView *view, const GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    append_fate (box, view, list->pdata[i]);
}
