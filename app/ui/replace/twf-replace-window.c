/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-replace-window.h"

#include "twf-interface.h"
#include "twf-replace-item.h"

#include <glib/gi18n.h>

/* So long the plan is gone through before the window is drawn and listened to again. */
#define SLICE_USEC 8000

struct _TwfReplaceWindow
{
  AdwWindow parent_instance;

  /* Template widgets. */
  GtkEditable *wanted;
  GtkEditable *with;
  GtkCheckButton *exact;
  GtkCheckButton *pattern;
  GtkCheckButton *whole_words;
  GtkCheckButton *text;
  GtkCheckButton *further;
  GtkCheckButton *plan_title;
  GtkBox *languages;
  GtkBox *sections;
  GtkLabel *summary;
  GtkListView *list;
  GtkButton *replace;

  /* Owned. */
  TwfWorkbench *workbench;
  TwfReplacing *replacing; /* nullable: nothing is looked for */
  GListStore *items;       /* of TwfReplaceItem: what was found so far */
  guint idle;
};

G_DEFINE_FINAL_TYPE (TwfReplaceWindow, twf_replace_window, ADW_TYPE_WINDOW)

static guint
count_ticked (TwfReplaceWindow *self, guint *places, guint *reopened)
{
  guint texts = 0;

  *places = *reopened = 0;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (TwfReplaceItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      const TwfReplacement *replacement = twf_replace_item_get (item);

      if (!twf_replace_item_is_ticked (item))
        continue;
      texts++;
      *places += replacement->n;
      *reopened += replacement->reopens;
    }
  return texts;
}

static void
update (TwfReplaceWindow *self)
{
  const GError *error = self->replacing != NULL ? twf_replacing_get_error (self->replacing) : NULL;
  guint places, reopened;
  guint texts = count_ticked (self, &places, &reopened);
  g_autofree char *count = twf_workbench_dup_count (self->workbench, places);
  /* Translators: a button; how many places are replaced. */
  g_autofree char *label = g_strdup_printf (_ ("_Replace %s"), count);
  g_autoptr (GString) summary = g_string_new (NULL);

  gtk_button_set_label (self->replace, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->replace),
                            texts > 0 && self->idle == 0 && error == NULL
                                && !twf_workbench_is_read_only (self->workbench));
  if (error != NULL)
    g_string_append (summary, error->message);
  else if (*gtk_editable_get_text (self->wanted) == '\0')
    g_string_append (summary, _ ("Give the words that are looked for"));
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) == 0 && self->idle == 0)
    g_string_append (summary, _ ("In none of these texts"));
  else
    {
      g_autofree char *in = twf_workbench_dup_count (
          self->workbench, g_list_model_get_n_items (G_LIST_MODEL (self->items)));

      g_string_append_printf (summary,
                              ngettext ("In %s text",
                                        "In %s texts",
                                        g_list_model_get_n_items (G_LIST_MODEL (self->items))),
                              in);
    }
  if (reopened > 0)
    {
      g_autofree char *agreed = twf_workbench_dup_count (self->workbench, reopened);

      g_string_append (summary, " · ");
      g_string_append_printf (summary,
                              ngettext ("%s of them is agreed and would be reopened",
                                        "%s of them are agreed and would be reopened",
                                        reopened),
                              agreed);
    }
  gtk_label_set_text (self->summary, summary->str);
}

static void
take_found (TwfReplaceWindow *self)
{
  GPtrArray *found = twf_replacing_get_found (self->replacing);

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->items)); i < found->len; i++)
    {
      g_autoptr (TwfReplaceItem) item = twf_replace_item_new (found->pdata[i]);

      g_signal_connect_object (
          item, "notify::ticked", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      g_list_store_append (self->items, item);
    }
}

static gboolean
go_on_cb (gpointer user_data)
{
  TwfReplaceWindow *self = user_data;
  gboolean more = twf_replacing_go_on (self->replacing, g_get_monotonic_time () + SLICE_USEC);

  take_found (self);
  if (!more)
    {
      self->idle = 0;
      update (self);
    }
  return more;
}

static void
add_choices (TwfReplaceWindow *self)
{
  const char *const *languages = twf_plan_get_languages (twf_workbench_get_plan (self->workbench));
  g_autofree char *interface = twf_interface_dup_language ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *name = twf_interface_dup_language_name (languages[i]);
      GtkWidget *check = gtk_check_button_new_with_label (name);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
      gtk_box_append (self->languages, check);
    }
  for (guint section = 0; section < TWF_N_SECTIONS; section++)
    {
      GtkWidget *check
          = gtk_check_button_new_with_label (twf_section_get_title (section, interface));

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
      gtk_box_append (self->sections, check);
    }
}

/* A bit for each that is ticked. */
static guint
read_choices (GtkBox *box)
{
  guint chosen = 0;
  guint bit = 1;

  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (box)); check != NULL;
       check = gtk_widget_get_next_sibling (check), bit <<= 1)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      chosen |= bit;
  return chosen;
}

static guint
read_parts (TwfReplaceWindow *self)
{
  guint body = 1u << TWF_PART_BODY;
  guint all = (1u << TWF_N_PARTS) - 1;

  return (gtk_check_button_get_active (self->text) ? body : 0)
         | (gtk_check_button_get_active (self->further) ? all & ~body : 0)
         | (gtk_check_button_get_active (self->plan_title) ? TWF_REPLACE_TITLE : 0);
}

static TwfFindFlags
read_flags (TwfReplaceWindow *self)
{
  return (gtk_check_button_get_active (self->exact) ? TWF_FIND_EXACTLY : 0)
         | (gtk_check_button_get_active (self->pattern) ? TWF_FIND_PATTERN : 0)
         | (gtk_check_button_get_active (self->whole_words) ? TWF_FIND_WHOLE_WORDS : 0);
}

static void
restart (TwfReplaceWindow *self)
{
  const char *const *all = twf_plan_get_languages (twf_workbench_get_plan (self->workbench));
  guint languages = read_choices (self->languages);
  guint sections = read_choices (self->sections);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  TwfReplaceOrder order = { .wanted = gtk_editable_get_text (self->wanted),
                            .with = gtk_editable_get_text (self->with),
                            .flags = read_flags (self),
                            .sections = sections == (1u << TWF_N_SECTIONS) - 1 ? 0 : sections,
                            .parts = read_parts (self) };

  g_clear_handle_id (&self->idle, g_source_remove);
  g_list_store_remove_all (self->items);
  g_clear_pointer (&self->replacing, twf_replacing_free);
  for (guint i = 0; all[i] != NULL; i++)
    if (languages & (1u << i))
      g_ptr_array_add (chosen, (gpointer)all[i]);
  g_ptr_array_add (chosen, NULL);
  order.languages = (const char *const *)chosen->pdata;
  if (*order.wanted != '\0' && chosen->len > 1 && sections != 0 && order.parts != 0)
    {
      self->replacing = twf_replacing_new (twf_workbench_get_plan (self->workbench), &order);
      self->idle = g_idle_add (go_on_cb, self);
    }
  update (self);
}

static gboolean
close_cb (gpointer user_data)
{
  gtk_window_close (user_data);
  return G_SOURCE_REMOVE;
}

static void
replace_cb (TwfReplaceWindow *self)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  g_autoptr (GPtrArray) edits = NULL;
  guint places, reopened;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->replace))
      || count_ticked (self, &places, &reopened) == 0)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (TwfReplaceItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (twf_replace_item_is_ticked (item))
        g_ptr_array_add (chosen, twf_replace_item_get (item));
    }
  edits = twf_replacements_to_edits (chosen);
  g_signal_handlers_disconnect_by_data (twf_workbench_get_plan (self->workbench), self);
  if (twf_workbench_apply_all (self->workbench, edits, _ ("Replace Words")))
    {
      g_autofree char *count = twf_workbench_dup_count (self->workbench, places);
      g_autofree char *sentence = g_strdup_printf (
          ngettext ("Replaced in %s place", "Replaced in %s places", places), count);

      twf_workbench_notice (self->workbench, sentence, TRUE);
    }
  /* Not from within the key or click: a screen reader waits for the answer of what it pressed. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_cb, g_object_ref (self), g_object_unref);
}

static void
twf_replace_window_dispose (GObject *object)
{
  TwfReplaceWindow *self = TWF_REPLACE_WINDOW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->workbench != NULL)
    g_signal_handlers_disconnect_by_data (twf_workbench_get_plan (self->workbench), self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TWF_TYPE_REPLACE_WINDOW);
  g_clear_object (&self->items);
  g_clear_pointer (&self->replacing, twf_replacing_free);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (twf_replace_window_parent_class)->dispose (object);
}

static void
twf_replace_window_class_init (TwfReplaceWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_replace_window_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/replace/twf-replace-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfReplaceWindow, wanted);
  gtk_widget_class_bind_template_child (widget_class, TwfReplaceWindow, with);
  gtk_widget_class_bind_template_child (widget_class, TwfReplaceWindow, exact);
  gtk_widget_class_bind_template_child (widget_class, TwfReplaceWindow, pattern);
  gtk_widget_class_bind_template_child (widget_class, TwfReplaceWindow, whole_words);
  gtk_widget_class_bind_template_child (widget_class, TwfReplaceWindow, text);
  gtk_widget_class_bind_template_child (widget_class, TwfReplaceWindow, further);
  gtk_widget_class_bind_template_child (widget_class, TwfReplaceWindow, plan_title);
  gtk_widget_class_bind_template_child (widget_class, TwfReplaceWindow, languages);
  gtk_widget_class_bind_template_child (widget_class, TwfReplaceWindow, sections);
  gtk_widget_class_bind_template_child (widget_class, TwfReplaceWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, TwfReplaceWindow, list);
  gtk_widget_class_bind_template_child (widget_class, TwfReplaceWindow, replace);
  gtk_widget_class_bind_template_callback (widget_class, restart);
  gtk_widget_class_bind_template_callback (widget_class, replace_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
twf_replace_window_init (TwfReplaceWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (TWF_TYPE_REPLACE_ITEM);
}

static void
watch_choices (TwfReplaceWindow *self, GtkBox *box)
{
  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (box)); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    g_signal_connect_swapped (check, "toggled", G_CALLBACK (restart), self);
}

/**
 * twf_replace_window_new:
 * @parent: the window it belongs to
 * @workbench: the workbench
 * @wanted: (nullable): what is looked for at first
 *
 * Returns: (transfer floating): the window
 */
GtkWidget *
twf_replace_window_new (GtkWindow *parent, TwfWorkbench *workbench, const char *wanted)
{
  TwfReplaceWindow *self = g_object_new (TWF_TYPE_REPLACE_WINDOW, "transient-for", parent, NULL);
  g_autoptr (GtkListItemFactory) factory = twf_replace_item_new_factory (workbench);
  g_autoptr (GtkNoSelection) model = NULL;

  self->workbench = g_object_ref (workbench);
  add_choices (self);
  watch_choices (self, self->languages);
  watch_choices (self, self->sections);
  gtk_list_view_set_factory (self->list, factory);
  model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
  gtk_editable_set_text (self->wanted, wanted != NULL ? wanted : "");
  gtk_widget_grab_focus (GTK_WIDGET (wanted != NULL ? self->with : self->wanted));
  /* What others save meanwhile may be laid into the plan. */
  g_signal_connect_object (
      twf_workbench_get_plan (workbench), "edited", G_CALLBACK (restart), self, G_CONNECT_SWAPPED);
  restart (self);
  return GTK_WIDGET (self);
}
