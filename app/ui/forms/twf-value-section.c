/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-value-section.h"

#include "twf-date.h"
#include "twf-interface.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* In the order of the rows. The date is the last, and chosen from a calendar. */
static const struct
{
  const char *field;
  const char *label;
} fields[] = {
  { TWF_PLAN_SYMBOL, N_ ("Symbol") },
  { TWF_PLAN_SESSION, N_ ("Session") },
  { TWF_PLAN_AGENDA_ITEM, N_ ("Agenda Item") },
};

struct _TwfValueSection
{
  TwfFormSection parent_instance;

  GtkWidget *entries[G_N_ELEMENTS (fields)];
  GtkMenuButton *date;
  GtkCalendar *calendar;
  GtkWidget *clear;
  GSignalGroup *plan_signals; /* owned */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (TwfValueSection, twf_value_section, TWF_TYPE_FORM_SECTION)

static TwfPlan *
get_plan (TwfValueSection *self)
{
  TwfWorkbench *workbench = twf_form_section_get_workbench (TWF_FORM_SECTION (self));

  return workbench != NULL ? twf_workbench_get_plan (workbench) : NULL;
}

static void
set_value (TwfValueSection *self, const char *field, const char *value)
{
  TwfWorkbench *workbench = twf_form_section_get_workbench (TWF_FORM_SECTION (self));
  g_autofree char *wanted = g_strstrip (g_strdup (value != NULL ? value : ""));
  const char *stored = get_plan (self) != NULL ? twf_plan_get_field (get_plan (self), field) : NULL;
  g_autoptr (TwfEdit) edit = NULL;

  if (workbench == NULL || self->showing || g_strcmp0 (stored != NULL ? stored : "", wanted) == 0)
    return;
  edit = twf_edit_new_value (NULL, field, *wanted != '\0' ? wanted : NULL);
  twf_workbench_apply (workbench, edit);
}

static void
entry_changed_cb (GtkEditable *entry, TwfValueSection *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (self->entries[i] == GTK_WIDGET (entry))
      set_value (self, fields[i].field, gtk_editable_get_text (entry));
}

static void
update_date (TwfValueSection *self)
{
  const char *stored = twf_plan_get_field (get_plan (self), TWF_PLAN_DATE);
  g_autofree char *interface = twf_interface_dup_language ();
  g_autofree char *shown = NULL;
  int year, month, day;
  GDate date;

  g_date_clear (&date, 1);
  if (stored != NULL && sscanf (stored, "%d-%d-%d", &year, &month, &day) == 3
      && g_date_valid_dmy ((GDateDay)day, month, (GDateYear)year))
    {
      g_autoptr (GDateTime) moment = g_date_time_new_utc (year, month, day, 0, 0, 0);

      g_date_set_dmy (&date, (GDateDay)day, month, (GDateYear)year);
      shown = twf_date_format (&date, interface);
      gtk_calendar_select_day (self->calendar, moment);
    }
  gtk_menu_button_set_label (self->date, shown != NULL ? shown : _ ("Choose…"));
  gtk_widget_set_sensitive (self->clear, shown != NULL);
}

/* What is being typed is left alone as long as it means what is stored. */
static void
update (TwfValueSection *self)
{
  self->showing = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *stored = twf_plan_get_field (get_plan (self), fields[i].field);
      g_autofree char *typed
          = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entries[i]))));

      if (g_strcmp0 (typed, stored != NULL ? stored : "") != 0)
        gtk_editable_set_text (GTK_EDITABLE (self->entries[i]), stored != NULL ? stored : "");
    }
  update_date (self);
  self->showing = FALSE;
}

static void
plan_edited_cb (TwfValueSection *self, TwfEdit *edit)
{
  if (twf_edit_get_kind (edit) == TWF_EDIT_SET_VALUES && twf_edit_get_id (edit) == NULL)
    update (self);
}

static void
day_selected_cb (TwfValueSection *self)
{
  g_autoptr (GDateTime) moment = gtk_calendar_get_date (self->calendar);
  g_autofree char *day = g_date_time_format (moment, "%Y-%m-%d");

  set_value (self, TWF_PLAN_DATE, day);
  if (!self->showing)
    gtk_menu_button_popdown (self->date);
}

static void
clear_clicked_cb (TwfValueSection *self)
{
  set_value (self, TWF_PLAN_DATE, NULL);
  gtk_menu_button_popdown (self->date);
}

static void
twf_value_section_show (TwfFormSection *section, TwfWorkbench *workbench, TwfProvision *provision)
{
  TwfValueSection *self = TWF_VALUE_SECTION (section);
  gboolean editable = !twf_workbench_is_read_only (workbench);

  g_signal_group_set_target (self->plan_signals, twf_workbench_get_plan (workbench));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    gtk_editable_set_editable (GTK_EDITABLE (self->entries[i]), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->date), editable);
  update (self);
}

static void
twf_value_section_dispose (GObject *object)
{
  g_clear_object (&TWF_VALUE_SECTION (object)->plan_signals);
  G_OBJECT_CLASS (twf_value_section_parent_class)->dispose (object);
}

static void
twf_value_section_class_init (TwfValueSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = twf_value_section_dispose;
  TWF_FORM_SECTION_CLASS (klass)->show = twf_value_section_show;
}

static void
attach_row (GtkGrid *grid, int row, const char *text, GtkWidget *widget)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  /* In a narrow window; in some languages it is long. */
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, widget, 1, row, 1, 1);
}

static void
create_date (TwfValueSection *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  self->clear = gtk_button_new_with_label (_ ("No Date"));
  g_signal_connect_swapped (self->clear, "clicked", G_CALLBACK (clear_clicked_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->calendar));
  gtk_box_append (GTK_BOX (box), self->clear);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  self->date = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_popover (self->date, popover);
}

static void
twf_value_section_init (TwfValueSection *self)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());

  gtk_grid_set_column_spacing (grid, 12);
  gtk_grid_set_row_spacing (grid, 6);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      self->entries[i] = gtk_entry_new ();
      gtk_editable_set_enable_undo (GTK_EDITABLE (self->entries[i]), FALSE);
      g_signal_connect (self->entries[i], "changed", G_CALLBACK (entry_changed_cb), self);
      attach_row (grid, (int)i, _ (fields[i].label), self->entries[i]);
    }
  create_date (self);
  attach_row (grid, G_N_ELEMENTS (fields), _ ("Date"), GTK_WIDGET (self->date));
  gtk_widget_set_halign (GTK_WIDGET (self->date), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (grid));

  self->plan_signals = g_signal_group_new (TWF_TYPE_PLAN);
  g_signal_group_connect_swapped (self->plan_signals, "edited", G_CALLBACK (plan_edited_cb), self);
}

/**
 * twf_value_section_new:
 *
 * Returns: (transfer floating): a section
 */
GtkWidget *
twf_value_section_new (void)
{
  return g_object_new (TWF_TYPE_VALUE_SECTION, NULL);
}
