/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-wordings-window.h"

#include "twf-compare-item.h"
#include "twf-desk-wordings.h"
#include "twf-interface.h"
#include "twf-message.h"
#include "twf-owners-view.h"
#include "twf-row-maker.h"
#include "twf-row-maker.h"
#include "twf-spoken.h"
#include "twf-wordings-row.h"
#include "twf-words.h"

#include <glib/gi18n.h>

struct _TwfWordingsWindow
{
  AdwWindow parent_instance;

  /* Template widgets. */
  GtkLabel *provision;
  GtkDropDown *text;
  AdwViewStack *pages;
  TwfOwnersView *owners;
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *problem;
  AdwToastOverlay *toasts;

  /* Owned. */
  TwfWorkbench *workbench;
  char *id;
  GArray *parts;             /* of TwfPart, in step with the list of texts */
  GPtrArray *languages;      /* of char*, in step as well */
  GPtrArray *wordings;       /* of TwfFormerText; nullable until it is read */
  GListStore *items;         /* of TwfCompareItem: number of a wording */
  GCancellable *cancellable; /* of the reading under way; nullable */
  gboolean filling;          /* the list of texts is being filled: nobody chose */
  gboolean has_wordings;     /* the page shows the chosen text, or is about to */
  gboolean has_owners;       /* so does the other */
};

G_DEFINE_FINAL_TYPE (TwfWordingsWindow, twf_wordings_window, ADW_TYPE_WINDOW)

static TwfPart
get_part (TwfWordingsWindow *self)
{
  return g_array_index (self->parts, TwfPart, gtk_drop_down_get_selected (self->text));
}

static const char *
get_language (TwfWordingsWindow *self)
{
  return self->languages->pdata[gtk_drop_down_get_selected (self->text)];
}

static const char *
get_standing (TwfWordingsWindow *self)
{
  TwfProvision *provision
      = twf_plan_get_provision (twf_workbench_get_plan (self->workbench), self->id);

  return provision != NULL
             ? twf_provision_get_text (provision, get_part (self), get_language (self))
             : NULL;
}

static void
show_problem (TwfWordingsWindow *self, const GError *error)
{
  g_autofree char *sentence = twf_error_describe (error, _ ("The history of this text"));

  adw_status_page_set_description (self->problem, sentence);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static void
refill (TwfWordingsWindow *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->wordings->len; i++)
    g_ptr_array_add (items, twf_compare_item_new (i, 0));
  g_list_store_splice (self->items, 0, 0, items->pdata, items->len);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfWordingsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) wordings
      = twf_desk_list_wordings_finish (TWF_DESK (source), result, &error);

  if (self->workbench == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (wordings == NULL)
    {
      show_problem (self, error);
      return;
    }
  g_list_store_remove_all (self->items);
  g_clear_pointer (&self->wordings, g_ptr_array_unref);
  self->wordings = g_steal_pointer (&wordings);
  refill (self);
  gtk_stack_set_visible_child_name (self->stack, self->wordings->len > 0 ? "list" : "empty");
}

static void
read_wordings (TwfWordingsWindow *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_list_store_remove_all (self->items);
  gtk_stack_set_visible_child_name (self->stack, "working");
  twf_desk_list_wordings_async (twf_workbench_get_desk (self->workbench),
                                self->id,
                                get_part (self),
                                get_language (self),
                                NULL,
                                self->cancellable,
                                listed_cb,
                                g_object_ref (self));
}

/* A page reads what it shows when it is first seen. */
static void
show_page (TwfWordingsWindow *self)
{
  gboolean owners = g_strcmp0 (adw_view_stack_get_visible_child_name (self->pages), "owners") == 0;

  if (owners && !self->has_owners)
    twf_owners_view_show (
        self->owners, self->workbench, self->id, get_part (self), get_language (self));
  else if (!owners && !self->has_wordings)
    read_wordings (self);
  self->has_owners |= owners;
  self->has_wordings |= !owners;
}

static void
page_changed_cb (TwfWordingsWindow *self)
{
  if (!self->filling)
    show_page (self);
}

static void
chosen_cb (TwfWordingsWindow *self)
{
  if (self->filling || gtk_drop_down_get_selected (self->text) >= self->languages->len)
    return;
  self->has_wordings = self->has_owners = FALSE;
  show_page (self);
}

static void
row_bind_cb (TwfWordingsWindow *self, GtkListItem *list_item)
{
  guint index = twf_compare_item_get_first (gtk_list_item_get_item (list_item));
  GtkWidget *child = twf_wordings_row_new (self->workbench,
                                           self->wordings->pdata[index],
                                           index,
                                           get_language (self),
                                           get_standing (self));

  gtk_list_item_set_child (list_item, child);
  twf_row_maker_name_item (child);
}

static void
row_unbind_cb (TwfWordingsWindow *self, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, NULL);
}

static const TwfFormerText *
get_wording (TwfWordingsWindow *self, GVariant *parameter)
{
  guint index = g_variant_get_uint32 (parameter);

  return self->wordings != NULL && index < self->wordings->len ? self->wordings->pdata[index]
                                                               : NULL;
}

/* The plan's window shows the text again, and offers to undo it. */
static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfWordingsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *former = twf_desk_restore_text_finish (TWF_DESK (source), result, &error);

  if (self->workbench == NULL)
    return;
  if (former == NULL)
    {
      g_autofree char *sentence = twf_error_describe (error, _ ("The history of this text"));

      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (sentence));
      return;
    }
  twf_workbench_notice (self->workbench, _ ("Restored. Save a revision to keep it."), TRUE);
  gtk_window_close (GTK_WINDOW (self));
}

static void
restore_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfWordingsWindow *self = TWF_WORDINGS_WINDOW (widget);
  const TwfFormerText *wording = get_wording (self, parameter);

  if (wording != NULL && !twf_workbench_is_read_only (self->workbench))
    twf_desk_restore_text_async (twf_workbench_get_desk (self->workbench),
                                 self->id,
                                 get_part (self),
                                 get_language (self),
                                 twf_revision_get_id (wording->origin->revision),
                                 NULL,
                                 restored_cb,
                                 g_object_ref (self));
}

static void
copy_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfWordingsWindow *self = TWF_WORDINGS_WINDOW (widget);
  const TwfFormerText *wording = get_wording (self, parameter);

  if (wording == NULL || wording->text == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), wording->text);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Wording copied")));
}

/* Each text that a provision of this section can have, that of the shown language first. */
static void
fill_texts (TwfWordingsWindow *self, TwfProvision *provision)
{
  const char *const *languages = twf_plan_get_languages (twf_workbench_get_plan (self->workbench));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = 0;

  for (TwfPart part = TWF_PART_BODY; part < TWF_N_PARTS; part++)
    for (guint i = 0; languages[i] != NULL; i++)
      {
        g_autofree char *name = twf_words_dup_text_name (part, languages[i]);

        if (part != TWF_PART_BODY
            && !twf_section_has_part (twf_provision_get_section (provision), part))
          continue;
        if (part == TWF_PART_BODY
            && g_strcmp0 (languages[i], twf_workbench_get_language (self->workbench)) == 0)
          chosen = self->languages->len;
        gtk_string_list_append (names, name);
        g_array_append_val (self->parts, part);
        g_ptr_array_add (self->languages, g_strdup (languages[i]));
      }
  gtk_drop_down_set_model (self->text, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->text, chosen);
  self->filling = FALSE;
}

static void
twf_wordings_window_dispose (GObject *object)
{
  TwfWordingsWindow *self = TWF_WORDINGS_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->workbench);
  gtk_widget_dispose_template (GTK_WIDGET (self), TWF_TYPE_WORDINGS_WINDOW);
  G_OBJECT_CLASS (twf_wordings_window_parent_class)->dispose (object);
}

static void
twf_wordings_window_finalize (GObject *object)
{
  TwfWordingsWindow *self = TWF_WORDINGS_WINDOW (object);

  g_free (self->id);
  g_array_unref (self->parts);
  g_ptr_array_unref (self->languages);
  g_clear_pointer (&self->wordings, g_ptr_array_unref);
  g_clear_object (&self->items);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (twf_wordings_window_parent_class)->finalize (object);
}

static void
twf_wordings_window_class_init (TwfWordingsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TWF_TYPE_OWNERS_VIEW);
  G_OBJECT_CLASS (klass)->dispose = twf_wordings_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = twf_wordings_window_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/history/twf-wordings-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfWordingsWindow, provision);
  gtk_widget_class_bind_template_child (widget_class, TwfWordingsWindow, text);
  gtk_widget_class_bind_template_child (widget_class, TwfWordingsWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, TwfWordingsWindow, owners);
  gtk_widget_class_bind_template_child (widget_class, TwfWordingsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TwfWordingsWindow, list);
  gtk_widget_class_bind_template_child (widget_class, TwfWordingsWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, TwfWordingsWindow, toasts);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_install_action (widget_class, "wordings.restore", "u", restore_activated);
  gtk_widget_class_install_action (widget_class, "wordings.copy", "u", copy_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
twf_wordings_window_init (TwfWordingsWindow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *selection;

  self->filling = TRUE;
  self->parts = g_array_new (FALSE, FALSE, sizeof (TwfPart));
  self->languages = g_ptr_array_new_with_free_func (g_free);
  self->items = g_list_store_new (TWF_TYPE_COMPARE_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  twf_spoken_follow_toasts (GTK_WIDGET (self->toasts));
  g_signal_connect_object (factory, "bind", G_CALLBACK (row_bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (row_unbind_cb), self, G_CONNECT_SWAPPED);
  selection
      = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->items))));
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, selection);
  g_object_unref (factory);
  g_object_unref (selection);
  twf_spoken_follow_pages (GTK_WIDGET (self->stack), gtk_stack_get_pages (self->stack));
  twf_spoken_name_drop_downs (GTK_WIDGET (self));
}

/**
 * twf_wordings_window_new:
 * @parent: (nullable): the window it belongs to
 * @workbench: the plan that is open
 * @id: id of a provision in it
 * @page: what it shows first: "wordings" or "owners"
 *
 * Returns: (transfer full): a window that lists what each text of the provision was, and whose its
 *   words are
 */
GtkWidget *
twf_wordings_window_new (GtkWindow *parent,
                         TwfWorkbench *workbench,
                         const char *id,
                         const char *page)
{
  TwfWordingsWindow *self;
  TwfProvision *provision;
  g_autofree char *name = NULL;
  g_autofree char *line = NULL;

  g_return_val_if_fail (TWF_IS_WORKBENCH (workbench), NULL);
  provision = twf_plan_get_provision (twf_workbench_get_plan (workbench), id);
  g_return_val_if_fail (provision != NULL, NULL);

  self = g_object_new (TWF_TYPE_WORDINGS_WINDOW, "transient-for", parent, NULL);
  self->workbench = g_object_ref (workbench);
  self->id = g_strdup (id);
  name = twf_words_dup_provision (workbench, provision);
  line = twf_interface_dup_line (name);
  gtk_label_set_label (self->provision, line);
  adw_view_stack_set_visible_child_name (self->pages, page);
  fill_texts (self, provision);
  show_page (self);
  return GTK_WIDGET (self);
}
