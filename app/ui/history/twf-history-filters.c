/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-history-filters.h"

#include "twf-bidi.h"
#include "twf-date.h"
#include "twf-day-entry.h"
#include "twf-delegation-menu.h"
#include "twf-drop-down.h"
#include "twf-history-branches.h"
#include "twf-interface.h"
#include "twf-spoken.h"
#include "twf-template.h"
#include "twf-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* What can be asked for, in the order in which it is shown. */
typedef enum
{
  ASKED_BRANCH,
  ASKED_TEXT,
  ASKED_DELEGATION,
  ASKED_SECTION,
  ASKED_SINCE,
  ASKED_UNTIL,
  N_ASKED,
} Asked;

struct _TwfHistoryFilters
{
  GtkWidget parent_instance;

  /* Template widgets. */
  GtkRevealer *revealer;
  GtkDropDown *branch;
  GtkSearchEntry *text;
  GtkDropDown *delegation;
  GtkDropDown *section;
  GtkEntry *since;
  GtkEntry *until;
  GtkLabel *mistake;
  GtkFlowBox *chips;

  /* Owned. */
  TwfWorkbench *workbench; /* nullable */
  GPtrArray *codes;        /* char* in step with delegation after its first row */

  gboolean quiet; /* several things are set at once */
};

G_DEFINE_FINAL_TYPE (TwfHistoryFilters, twf_history_filters, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_OPEN,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
set_text (GtkWidget *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static const char *
get_text (gpointer entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static gboolean
read_days (TwfHistoryFilters *self, GDate *first, gboolean *since, GDate *last, gboolean *until)
{
  gboolean bad_first = FALSE, bad_last = FALSE;

  *since = twf_day_entry_read (self->since, first, &bad_first);
  *until = twf_day_entry_read (self->until, last, &bad_last);
  if (!bad_first)
    twf_day_entry_mark (self->since, FALSE);
  if (!bad_last)
    twf_day_entry_mark (self->until, FALSE);
  return !bad_first && !bad_last;
}

/* Takes one thing back. */
static void
forget (TwfHistoryFilters *self, Asked asked)
{
  switch (asked)
    {
    case ASKED_BRANCH:
      gtk_drop_down_set_selected (self->branch, 0);
      break;
    case ASKED_TEXT:
      set_text (GTK_WIDGET (self->text), "");
      break;
    case ASKED_DELEGATION:
      gtk_drop_down_set_selected (self->delegation, 0);
      break;
    case ASKED_SECTION:
      gtk_drop_down_set_selected (self->section, 0);
      break;
    case ASKED_SINCE:
      set_text (GTK_WIDGET (self->since), "");
      break;
    case ASKED_UNTIL:
      set_text (GTK_WIDGET (self->until), "");
      break;
    case N_ASKED:
      g_assert_not_reached ();
    }
}

/* Names in it are shut off one by one; what is left takes the direction of where it stands. */
static char *
dup_chosen (GtkDropDown *list)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (list);

  return gtk_drop_down_get_selected (list) > 0 && chosen != NULL
             ? g_strdup (gtk_string_object_get_string (chosen))
             : NULL;
}

static char *
dup_day (GtkEntry *entry)
{
  g_autofree char *language = twf_interface_dup_language ();
  g_autofree char *day = NULL;
  gboolean mistaken = FALSE;
  GDate date;

  if (!twf_day_entry_read (entry, &date, &mistaken))
    return NULL;
  day = twf_date_format (&date, language);
  return twf_text_isolate (day);
}

/* What is asked, as a person reads it; NULL: it is not. */
static char *
describe (TwfHistoryFilters *self, Asked asked)
{
  switch (asked)
    {
    case ASKED_BRANCH:
      return dup_chosen (self->branch);
    case ASKED_TEXT:
      {
        g_autofree char *isolated = twf_text_isolate (get_text (self->text));

        return *get_text (self->text) != '\0' ? g_strdup_printf (_ ("“%s”"), isolated) : NULL;
      }
    case ASKED_DELEGATION:
      return dup_chosen (self->delegation);
    case ASKED_SECTION:
      return dup_chosen (self->section);
    case ASKED_SINCE:
      {
        g_autofree char *day = dup_day (self->since);

        return day != NULL ? g_strdup_printf (_ ("from %s"), day) : NULL;
      }
    case ASKED_UNTIL:
      {
        g_autofree char *day = dup_day (self->until);

        return day != NULL ? g_strdup_printf (_ ("to %s"), day) : NULL;
      }
    case N_ASKED:
      break;
    }
  return NULL;
}

static void
chip_clicked_cb (TwfHistoryFilters *self, GtkButton *chip)
{
  forget (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "asked")));
}

static GtkWidget *
chip_new (TwfHistoryFilters *self, Asked asked, const char *words)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (words);
  g_autofree char *name = g_strdup_printf (_ ("Remove the filter %s"), words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "filter-chip");
  gtk_widget_set_tooltip_text (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (chip), "asked", GUINT_TO_POINTER (asked));
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked_cb), self, G_CONNECT_SWAPPED);
  return chip;
}

static void
show_chips (TwfHistoryFilters *self)
{
  GtkWidget *child;
  gboolean any = FALSE;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_flow_box_remove (self->chips, child);
  for (Asked asked = 0; asked < N_ASKED; asked++)
    {
      g_autofree char *words = describe (self, asked);

      if (words == NULL)
        continue;
      any = TRUE;
      gtk_flow_box_append (self->chips, chip_new (self, asked, words));
      /* The button has the focus, not the place that it stands in. */
      gtk_widget_set_focusable (gtk_widget_get_last_child (GTK_WIDGET (self->chips)), FALSE);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->chips), any);
}

static void
asked_cb (TwfHistoryFilters *self)
{
  GDate first, last;
  gboolean since, until;

  if (self->quiet)
    return;
  if (read_days (self, &first, &since, &last, &until))
    gtk_widget_set_visible (GTK_WIDGET (self->mistake), FALSE);
  show_chips (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* While it is written, a day is no day yet, and nobody wants to hear so. */
static void
day_left_cb (TwfHistoryFilters *self)
{
  gboolean bad_first = FALSE, bad_last = FALSE;
  GDate day;

  twf_day_entry_read (self->since, &day, &bad_first);
  twf_day_entry_read (self->until, &day, &bad_last);
  twf_day_entry_mark (self->since, bad_first);
  twf_day_entry_mark (self->until, bad_last);
  gtk_widget_set_visible (GTK_WIDGET (self->mistake), bad_first || bad_last);
}

static void
stop_search_cb (TwfHistoryFilters *self)
{
  twf_history_filters_close (self);
}

/* Keeps what is chosen, if it is still there. */
static void
fill_delegations (TwfHistoryFilters *self)
{
  const char *first[] = { _ ("Everybody"), _ ("Facilitator"), NULL };
  g_autoptr (GtkStringList) names = gtk_string_list_new (first);
  g_auto (GStrv) delegations = twf_delegation_menu_list (self->workbench);
  guint selected = gtk_drop_down_get_selected (self->delegation);
  g_autofree char *chosen = selected != GTK_INVALID_LIST_POSITION && selected > 0
                                ? g_strdup (self->codes->pdata[selected - 1])
                                : NULL;
  guint position = 0;

  g_ptr_array_set_size (self->codes, 0);
  g_ptr_array_add (self->codes, g_strdup (TWF_BY_FACILITATOR));
  for (guint i = 0; delegations[i] != NULL; i++)
    {
      g_autofree char *name = twf_words_dup_delegation (self->workbench, delegations[i]);

      gtk_string_list_append (names, name);
      g_ptr_array_add (self->codes, g_strdup (delegations[i]));
    }
  for (guint i = 0; chosen != NULL && i < self->codes->len; i++)
    if (g_str_equal (self->codes->pdata[i], chosen))
      position = i + 1;
  gtk_drop_down_set_model (self->delegation, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->delegation, position);
}

static void
fill_sections (TwfHistoryFilters *self)
{
  g_autofree char *language = twf_interface_dup_language ();
  const char *first[] = { _ ("All sections"), NULL };
  g_autoptr (GtkStringList) names = gtk_string_list_new (first);

  for (guint i = 0; i < TWF_N_SECTIONS; i++)
    gtk_string_list_append (names, twf_section_get_title ((TwfSection)i, language));
  gtk_drop_down_set_model (self->section, G_LIST_MODEL (names));
}

static void
twf_history_filters_dispose (GObject *object)
{
  TwfHistoryFilters *self = TWF_HISTORY_FILTERS (object);

  self->quiet = TRUE;
  g_clear_object (&self->workbench);
  twf_template_dispose (GTK_WIDGET (self), TWF_TYPE_HISTORY_FILTERS);
  G_OBJECT_CLASS (twf_history_filters_parent_class)->dispose (object);
}

static void
twf_history_filters_finalize (GObject *object)
{
  g_ptr_array_unref (TWF_HISTORY_FILTERS (object)->codes);
  G_OBJECT_CLASS (twf_history_filters_parent_class)->finalize (object);
}

static void
twf_history_filters_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_OPEN:
      g_value_set_boolean (value,
                           gtk_revealer_get_reveal_child (TWF_HISTORY_FILTERS (object)->revealer));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
twf_history_filters_class_init (TwfHistoryFiltersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = twf_history_filters_dispose;
  object_class->finalize = twf_history_filters_finalize;
  object_class->get_property = twf_history_filters_get_property;

  properties[PROP_OPEN]
      = g_param_spec_boolean ("open", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TwfHistoryFilters::changed:
   *
   * Something else is asked.
   */
  signals[CHANGED] = g_signal_new (
      "changed", TWF_TYPE_HISTORY_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/history/twf-history-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfHistoryFilters, revealer);
  gtk_widget_class_bind_template_child (widget_class, TwfHistoryFilters, branch);
  gtk_widget_class_bind_template_child (widget_class, TwfHistoryFilters, text);
  gtk_widget_class_bind_template_child (widget_class, TwfHistoryFilters, delegation);
  gtk_widget_class_bind_template_child (widget_class, TwfHistoryFilters, section);
  gtk_widget_class_bind_template_child (widget_class, TwfHistoryFilters, since);
  gtk_widget_class_bind_template_child (widget_class, TwfHistoryFilters, until);
  gtk_widget_class_bind_template_child (widget_class, TwfHistoryFilters, mistake);
  gtk_widget_class_bind_template_child (widget_class, TwfHistoryFilters, chips);
  gtk_widget_class_bind_template_callback (widget_class, asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
twf_history_filters_init (TwfHistoryFilters *self)
{
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  twf_drop_down_let_shrink (self->branch);
  twf_drop_down_let_shrink (self->delegation);
  twf_drop_down_let_shrink (self->section);
  fill_sections (self);
  twf_spoken_name_drop_downs (GTK_WIDGET (self));
  self->quiet = FALSE;
}

/**
 * twf_history_filters_set_workbench:
 * @self: the filters
 * @workbench: (nullable): the plan that is open
 *
 * Asks for nothing, of another plan.
 */
void
twf_history_filters_set_workbench (TwfHistoryFilters *self, TwfWorkbench *workbench)
{
  g_return_if_fail (TWF_IS_HISTORY_FILTERS (self));

  if (!g_set_object (&self->workbench, workbench))
    return;
  self->quiet = TRUE;
  if (workbench != NULL)
    fill_delegations (self);
  /* Those of another plan. */
  gtk_drop_down_set_model (self->branch, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->branch), FALSE);
  for (Asked asked = 0; asked < N_ASKED; asked++)
    forget (self, asked);
  self->quiet = FALSE;
  show_chips (self);
}

static void
set_open (TwfHistoryFilters *self, gboolean open)
{
  if (gtk_revealer_get_reveal_child (self->revealer) == open)
    return;
  gtk_revealer_set_reveal_child (self->revealer, open);
  gtk_widget_set_visible (GTK_WIDGET (self->revealer), open);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

/**
 * twf_history_filters_open:
 * @self: the filters
 *
 * Shows the controls, with the caret among the words that are looked for.
 */
void
twf_history_filters_open (TwfHistoryFilters *self)
{
  g_return_if_fail (TWF_IS_HISTORY_FILTERS (self));

  if (self->workbench == NULL)
    return;
  self->quiet = TRUE;
  fill_delegations (self);
  self->quiet = FALSE;
  twf_history_branches_fill (self->branch, self->workbench);
  set_open (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/**
 * twf_history_filters_close:
 * @self: the filters
 *
 * Hides the controls; what is asked stays.
 */
void
twf_history_filters_close (TwfHistoryFilters *self)
{
  g_return_if_fail (TWF_IS_HISTORY_FILTERS (self));

  set_open (self, FALSE);
}

/**
 * twf_history_filters_clear:
 * @self: the filters
 *
 * Asks for nothing any more.
 */
void
twf_history_filters_clear (TwfHistoryFilters *self)
{
  g_return_if_fail (TWF_IS_HISTORY_FILTERS (self));

  self->quiet = TRUE;
  for (Asked asked = 0; asked < N_ASKED; asked++)
    forget (self, asked);
  self->quiet = FALSE;
  asked_cb (self);
}

/**
 * twf_history_filters_dup_filter:
 * @self: the filters
 *
 * Returns: (transfer full): what is asked; a day that cannot be read is not
 */
TwfHistoryFilter *
twf_history_filters_dup_filter (TwfHistoryFilters *self)
{
  TwfHistoryFilter *filter = twf_history_filter_new ();
  guint delegation = gtk_drop_down_get_selected (self->delegation);
  guint section = gtk_drop_down_get_selected (self->section);
  GDate first, last;
  gboolean since, until;

  filter->from = g_strdup (twf_history_branches_get_tip (self->branch));
  if (*get_text (self->text) != '\0')
    filter->text = g_strdup (get_text (self->text));
  if (self->workbench != NULL)
    filter->language = g_strdup (twf_workbench_get_language (self->workbench));
  if (delegation > 0 && delegation <= self->codes->len)
    filter->delegation = g_strdup (self->codes->pdata[delegation - 1]);
  if (section > 0 && section <= TWF_N_SECTIONS)
    filter->section = (int)section - 1;
  read_days (self, &first, &since, &last, &until);
  twf_history_filter_set_days (filter, since ? &first : NULL, until ? &last : NULL);
  return filter;
}
