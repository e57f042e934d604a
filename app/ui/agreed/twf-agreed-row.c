/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-agreed-row.h"

#include "twf-bidi.h"
#include "twf-date.h"
#include "twf-digits.h"
#include "twf-interface.h"
#include "twf-language.h"
#include "twf-tracked-text.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

struct _TwfAgreedRow
{
  AdwExpanderRow parent_instance;

  TwfWorkbench *workbench;   /* owned */
  const TwfFinding *finding; /* lent; as long as the row is shown */
  char *phrase;
  gboolean may_insert;
  gboolean filled;
};

G_DEFINE_FINAL_TYPE (TwfAgreedRow, twf_agreed_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  SIGNAL_INSERT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
new_heading (const char *language)
{
  g_autofree char *name = twf_interface_dup_language_name (language);
  GtkWidget *heading = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "caption");
  gtk_widget_add_css_class (heading, "dim-label");
  return heading;
}

/* The paragraph, with what corresponds to the phrase underlined: colour says nothing on paper. */
static GtkWidget *
new_paragraph (const TwfWording *wording)
{
  g_autoptr (GString) line = g_string_new (NULL);
  GtkWidget *label = gtk_label_new (NULL);
  gsize before;

  twf_tracked_text_append_mark (line, wording->language);
  before = line->len;
  g_string_append (line, wording->text);
  gtk_label_set_text (GTK_LABEL (label), line->str);
  if (wording->start > 0 || wording->text[wording->end] != '\0')
    {
      PangoAttrList *attributes = pango_attr_list_new ();
      PangoAttribute *underline = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);

      underline->start_index = (guint)(before + wording->start);
      underline->end_index = (guint)(before + wording->end);
      pango_attr_list_insert (attributes, underline);
      gtk_label_set_attributes (GTK_LABEL (label), attributes);
      pango_attr_list_unref (attributes);
    }
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  twf_tracked_text_align (GTK_LABEL (label), wording->language);
  return label;
}

/* Where it is only nearly the same: the words that were looked for against those agreed. */
static GtkWidget *
new_difference (TwfAgreedRow *self, const TwfWording *wording)
{
  g_autofree char *part = g_strndup (wording->text + wording->start, wording->end - wording->start);
  g_autoptr (GPtrArray) runs = twf_difference_of_texts (self->phrase, part, wording->language);
  GtkWidget *label = twf_tracked_text_new_label (runs, wording->language);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  return label;
}

static void
insert_here_cb (TwfAgreedRow *self)
{
  const TwfWording *found = self->finding->wordings->pdata[self->finding->found_in];

  g_signal_emit (self, signals[SIGNAL_INSERT], 0, found->language);
}

static void
insert_everywhere_cb (TwfAgreedRow *self)
{
  g_signal_emit (self, signals[SIGNAL_INSERT], 0, NULL);
}

static GtkWidget *
new_button (TwfAgreedRow *self, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  return button;
}

static gboolean
is_in_plan (TwfAgreedRow *self, const char *language)
{
  return g_strv_contains (twf_plan_get_languages (twf_workbench_get_plan (self->workbench)),
                          language);
}

static void
add_buttons (TwfAgreedRow *self, GtkBox *box)
{
  const TwfWording *found = self->finding->wordings->pdata[self->finding->found_in];
  guint n = 0;

  for (guint i = 0; i < self->finding->wordings->len; i++)
    n += is_in_plan (self, ((TwfWording *)self->finding->wordings->pdata[i])->language);
  if (!self->may_insert || n == 0)
    return;
  if (is_in_plan (self, found->language))
    {
      g_autofree char *name = twf_interface_dup_language_name (found->language);
      /* Translators: puts the wording into the text in one language, such as French. */
      g_autofree char *label = g_strdup_printf (_ ("Insert in %s"), name);

      gtk_box_append (box, new_button (self, label, G_CALLBACK (insert_here_cb)));
    }
  if (n > 1 || !is_in_plan (self, found->language))
    {
      GtkWidget *all
          = new_button (self, _ ("Insert in All Languages"), G_CALLBACK (insert_everywhere_cb));

      gtk_widget_add_css_class (all, "suggested-action");
      gtk_box_append (box, all);
    }
}

static int
compare_wordings (gconstpointer a, gconstpointer b, gpointer user_data)
{
  TwfAgreedRow *self = user_data;
  const TwfWording *found = self->finding->wordings->pdata[self->finding->found_in];
  const TwfWording *one = *(TwfWording *const *)a;
  const TwfWording *other = *(TwfWording *const *)b;

  if ((one == found) != (other == found))
    return one == found ? -1 : 1;
  if (is_in_plan (self, one->language) != is_in_plan (self, other->language))
    return is_in_plan (self, one->language) ? -1 : 1;
  return strcmp (one->language, other->language);
}

/* The languages one under the other: the one it was found in, then the plan's, then others. */
static void
fill (TwfAgreedRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *row = adw_preferences_row_new ();
  const TwfWording *found = self->finding->wordings->pdata[self->finding->found_in];
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  self->filled = TRUE;
  for (guint i = 0; i < self->finding->wordings->len; i++)
    g_ptr_array_add (order, self->finding->wordings->pdata[i]);
  g_ptr_array_sort_with_data (order, compare_wordings, self);
  add_buttons (self, GTK_BOX (buttons));
  gtk_box_append (GTK_BOX (box), buttons);
  for (guint i = 0; i < order->len; i++)
    {
      const TwfWording *wording = order->pdata[i];

      gtk_box_append (GTK_BOX (box), new_heading (wording->language));
      gtk_box_append (GTK_BOX (box), new_paragraph (wording));
      if (wording == found && !self->finding->exact)
        {
          gtk_box_append (GTK_BOX (box), new_difference (self, wording));
        }
    }
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Wordings"), -1);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
expanded_cb (TwfAgreedRow *self)
{
  if (!self->filled && adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    fill (self);
}

static char *
dup_date (const char *iso)
{
  g_autofree char *language = twf_interface_dup_language ();
  guint year, month, day;
  GDate date;

  if (iso == NULL || sscanf (iso, "%4u-%2u-%2u", &year, &month, &day) != 3
      || !g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return g_strdup (_ ("date unknown"));
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  return twf_date_format (&date, language);
}

static void
twf_agreed_row_finalize (GObject *object)
{
  TwfAgreedRow *self = TWF_AGREED_ROW (object);

  g_clear_object (&self->workbench);
  g_free (self->phrase);
  G_OBJECT_CLASS (twf_agreed_row_parent_class)->finalize (object);
}

static void
twf_agreed_row_class_init (TwfAgreedRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = twf_agreed_row_finalize;
  signals[SIGNAL_INSERT] = g_signal_new ("insert",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         1,
                                         G_TYPE_STRING);
}

static void
twf_agreed_row_init (TwfAgreedRow *self)
{
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

/* A row that opens is made of lists of its own, which libadwaita (1.2) gives no names. */
static void
name_lists (GtkWidget *widget, const char *name)
{
  if (GTK_IS_LIST_BOX (widget) || GTK_IS_LIST_BOX_ROW (widget))
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_lists (child, name);
}

/**
 * twf_agreed_row_new:
 * @workbench: the workbench
 * @finding: what was found; it is to live as long as the row
 * @phrase: what was looked for
 * @may_insert: whether there is a text to put it into
 *
 * Returns: (transfer floating): a row, closed
 */
GtkWidget *
twf_agreed_row_new (TwfWorkbench *workbench,
                    const TwfFinding *finding,
                    const char *phrase,
                    gboolean may_insert)
{
  TwfAgreedRow *self = g_object_new (TWF_TYPE_AGREED_ROW, NULL);
  g_autofree char *day = dup_date (finding->date);
  g_autofree char *when = twf_text_isolate (day);
  g_autofree char *symbol = twf_text_isolate (finding->symbol != NULL ? finding->symbol : "?");
  g_autofree char *place = twf_text_isolate (finding->place);
  g_autofree char *name = twf_text_isolate (finding->title != NULL ? finding->title : "");
  g_autofree char *joined = g_strdup_printf ("%s · %s · %s", symbol, place, when);
  g_autofree char *title = twf_interface_dup_line (joined);
  g_autofree char *likeness = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *line = NULL;

  self->workbench = g_object_ref (workbench);
  self->finding = finding;
  self->phrase = g_strdup (phrase);
  self->may_insert = may_insert;
  if (finding->exact)
    likeness = g_strdup (_ ("word for word"));
  else
    {
      g_autofree char *count
          = twf_workbench_dup_count (workbench, (guint)(100 * finding->likeness + 0.5));

      /* Translators: how much of two phrases is the same, in hundredths. */
      likeness = g_strdup_printf (_ ("%s%% the same"), count);
    }
  subtitle = g_strdup_printf ("%s · %s", likeness, name);
  line = twf_interface_dup_line (subtitle);
  g_object_set (self, "use-markup", FALSE, "title", title, "subtitle", line, NULL);
  name_lists (GTK_WIDGET (self), title);
  return GTK_WIDGET (self);
}
