/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-inbox-row.h"

#include "twf-inbox-words.h"
#include "twf-interface.h"
#include "twf-owned-text.h"
#include "twf-words.h"

#include <glib/gi18n.h>

struct _TwfInboxRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets. */
  GtkCheckButton *check;
  GtkBox *title;
  GtkWidget *verdict_box;
  GtkImage *verdict_icon;
  GtkLabel *verdict;
  GtkLabel *arrival;
  GtkLabel *base;
  GtkLabel *changes;
  GtkLabel *rewritten;
  GtkLabel *foresight;
  GtkButton *preview;
  GtkButton *answer;

  /* Owned. */
  TwfWorkbench *workbench;
  char *name; /* "received/EG" */
  char *sender;
  gboolean waits;
};

G_DEFINE_FINAL_TYPE (TwfInboxRow, twf_inbox_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PROP_0,
  PROP_CHOSEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
check_toggled_cb (TwfInboxRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

/* Arrows go from one row to the next, which the list does only for rows that have the keyboard
 * themselves. */
static gboolean
step_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  GtkWidget *next = g_variant_get_boolean (args) ? gtk_widget_get_next_sibling (widget)
                                                 : gtk_widget_get_prev_sibling (widget);

  return next != NULL && gtk_widget_grab_focus (next);
}

/* A row of the library's takes the keyboard itself when one goes back out of it, and this one would
 * hand it to its check again: nobody would ever get above the list. */
static gboolean
twf_inbox_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)), direction);
}

static gboolean
twf_inbox_row_grab_focus (GtkWidget *widget)
{
  TwfInboxRow *self = TWF_INBOX_ROW (widget);

  return gtk_widget_grab_focus (self->waits ? GTK_WIDGET (self->check)
                                            : GTK_WIDGET (self->preview));
}

static void
twf_inbox_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHOSEN)
    g_value_set_boolean (value, twf_inbox_row_is_chosen (TWF_INBOX_ROW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
twf_inbox_row_dispose (GObject *object)
{
  TwfInboxRow *self = TWF_INBOX_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TWF_TYPE_INBOX_ROW);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (twf_inbox_row_parent_class)->dispose (object);
}

static void
twf_inbox_row_finalize (GObject *object)
{
  TwfInboxRow *self = TWF_INBOX_ROW (object);

  g_free (self->name);
  g_free (self->sender);
  G_OBJECT_CLASS (twf_inbox_row_parent_class)->finalize (object);
}

static void
twf_inbox_row_class_init (TwfInboxRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = twf_inbox_row_dispose;
  object_class->finalize = twf_inbox_row_finalize;
  object_class->get_property = twf_inbox_row_get_property;
  widget_class->focus = twf_inbox_row_focus;
  widget_class->grab_focus = twf_inbox_row_grab_focus;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, step_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, step_cb, "b", FALSE);
  properties[PROP_CHOSEN] = g_param_spec_boolean (
      "chosen", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tawafuq/Tawafuq/ui/inbox/twf-inbox-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfInboxRow, check);
  gtk_widget_class_bind_template_child (widget_class, TwfInboxRow, title);
  gtk_widget_class_bind_template_child (widget_class, TwfInboxRow, verdict_box);
  gtk_widget_class_bind_template_child (widget_class, TwfInboxRow, verdict_icon);
  gtk_widget_class_bind_template_child (widget_class, TwfInboxRow, verdict);
  gtk_widget_class_bind_template_child (widget_class, TwfInboxRow, arrival);
  gtk_widget_class_bind_template_child (widget_class, TwfInboxRow, base);
  gtk_widget_class_bind_template_child (widget_class, TwfInboxRow, changes);
  gtk_widget_class_bind_template_child (widget_class, TwfInboxRow, rewritten);
  gtk_widget_class_bind_template_child (widget_class, TwfInboxRow, foresight);
  gtk_widget_class_bind_template_child (widget_class, TwfInboxRow, preview);
  gtk_widget_class_bind_template_child (widget_class, TwfInboxRow, answer);
  gtk_widget_class_bind_template_callback (widget_class, check_toggled_cb);
}

static void
twf_inbox_row_init (TwfInboxRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_line (GtkLabel *label, const char *text)
{
  g_autofree char *line = text != NULL ? twf_interface_dup_line (text) : NULL;

  gtk_label_set_label (label, line != NULL ? line : "");
  gtk_widget_set_visible (GTK_WIDGET (label), line != NULL);
}

/* In words and by a picture; the colour says it a third time. */
static void
show_verdict (TwfInboxRow *self, const TwfInboxItem *item)
{
  gboolean verified;
  const char *words = twf_inbox_words_get_verdict (item->verdict, &verified);

  if (item->is_damaged)
    {
      words = _ ("Damaged: its revision cannot be read. Receive the file again.");
      verified = FALSE;
    }
  gtk_image_set_from_icon_name (self->verdict_icon,
                                verified ? "security-high-symbolic" : "dialog-warning-symbolic");
  gtk_widget_add_css_class (self->verdict_box, verified ? "verified" : "unverified");
  set_line (self->verdict, words);
  gtk_widget_set_tooltip_text (self->verdict_box, item->received->fingerprint);
}

static void
show_facts (TwfInboxRow *self, const TwfInboxItem *item)
{
  /* Of what is damaged it may not be known. */
  g_autofree char *arrival
      = item->received->when != 0 ? twf_inbox_words_dup_arrival (item->received) : NULL;
  g_autofree char *base = NULL;
  g_autofree char *changes = NULL;

  set_line (self->arrival, arrival);
  set_line (self->rewritten,
            item->received->beside != NULL ? _ ("Rewritten: what came before is kept beside it")
                                           : NULL);
  if (!item->is_damaged)
    {
      base = twf_inbox_words_dup_base (self->workbench, item);
      changes = twf_inbox_words_dup_changes (self->workbench, item);
    }
  set_line (self->base, base);
  set_line (self->changes, changes);
}

/* All that is to be read of it, since the check is what has the keyboard. */
static void
name_controls (TwfInboxRow *self)
{
  GtkLabel *const lines[] = { self->verdict,   self->changes, self->foresight,
                              self->rewritten, self->base,    self->arrival };
  g_autoptr (GString) spoken = g_string_new (self->sender);
  g_autofree char *preview = g_strdup_printf ("%s %s", _ ("Preview…"), self->sender);
  g_autofree char *answer = g_strdup_printf ("%s %s", _ ("Answer…"), self->sender);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (gtk_widget_get_visible (GTK_WIDGET (lines[i])))
      g_string_append_printf (spoken, ". %s", gtk_label_get_label (lines[i]));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken->str, -1);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken->str, -1);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->preview), GTK_ACCESSIBLE_PROPERTY_LABEL, preview, -1);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->answer), GTK_ACCESSIBLE_PROPERTY_LABEL, answer, -1);
}

static void
show_title (TwfInboxRow *self, const TwfInboxItem *item, guint colour)
{
  const char *code = item->received->code;
  g_autofree char *name = twf_words_dup_delegation (self->workbench, code);
  GtkWidget *label;

  if (code != NULL)
    label = twf_owned_text_new_legend (code, colour, name);
  else
    {
      label = gtk_label_new (_ ("Rolling text"));
      gtk_label_set_xalign (GTK_LABEL (label), 0);
    }
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (self->title, label);
}

/**
 * twf_inbox_row_new:
 * @workbench: the open plan
 * @item: something that was received
 * @colour: number of its delegation's colour
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
twf_inbox_row_new (TwfWorkbench *workbench, const TwfInboxItem *item, guint colour)
{
  TwfInboxRow *self = g_object_new (TWF_TYPE_INBOX_ROW, NULL);
  const char *code = item->received->code;
  /* By its symbol, it is what one finds in the list of the window that compares. */
  const char *base = item->base_symbol != NULL ? item->base_symbol : item->base;

  self->workbench = g_object_ref (workbench);
  self->name = g_strdup (item->name);
  self->sender = twf_inbox_words_dup_sender (workbench, code);
  self->waits = !item->taken_in && !item->is_damaged;
  show_title (self, item, colour);
  show_verdict (self, item);
  show_facts (self, item);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), self->waits);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), self->waits);
  gtk_actionable_set_action_target (
      GTK_ACTIONABLE (self->preview), "(ss)", base != NULL ? base : "", item->name);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), item->base != NULL && !item->is_damaged);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->answer), "s", code != NULL ? code : "");
  name_controls (self);
  return GTK_WIDGET (self);
}

/**
 * twf_inbox_row_show_foresight:
 * @self: a row
 * @inbox: what it stands in
 *
 * Says what would come of it, as far as that is known.
 */
void
twf_inbox_row_show_foresight (TwfInboxRow *self, TwfInbox *inbox)
{
  const TwfForesight *foresight = twf_inbox_get_foresight (inbox, self->name);
  g_autofree char *words = NULL;

  g_return_if_fail (TWF_IS_INBOX_ROW (self));

  if (foresight != NULL && self->waits)
    words = twf_inbox_words_dup_foresight (
        self->workbench,
        foresight,
        twf_inbox_get_foresight (inbox, NULL) != NULL ? TWF_MERGED_WITH_ALL : TWF_MERGED_ALONE);
  else if (self->waits && twf_inbox_is_foreseeing (inbox))
    words = g_strdup (_ ("Finding out what clashes…"));
  set_line (self->foresight, words);
  name_controls (self);
}

/**
 * twf_inbox_row_get_name:
 * @self: a row
 *
 * Returns: (transfer none): by what it can be merged: "received/EG"
 */
const char *
twf_inbox_row_get_name (TwfInboxRow *self)
{
  g_return_val_if_fail (TWF_IS_INBOX_ROW (self), NULL);

  return self->name;
}

/**
 * twf_inbox_row_can_be_chosen:
 * @self: a row
 *
 * Returns: whether there is anything to merge
 */
gboolean
twf_inbox_row_can_be_chosen (TwfInboxRow *self)
{
  g_return_val_if_fail (TWF_IS_INBOX_ROW (self), FALSE);

  return self->waits;
}

/**
 * twf_inbox_row_is_chosen:
 * @self: a row
 *
 * Returns: whether it is to be merged
 */
gboolean
twf_inbox_row_is_chosen (TwfInboxRow *self)
{
  g_return_val_if_fail (TWF_IS_INBOX_ROW (self), FALSE);

  return self->waits && gtk_check_button_get_active (self->check);
}

/**
 * twf_inbox_row_set_chosen:
 * @self: a row
 * @chosen: whether it is to be merged, if it can be
 */
void
twf_inbox_row_set_chosen (TwfInboxRow *self, gboolean chosen)
{
  g_return_if_fail (TWF_IS_INBOX_ROW (self));

  if (self->waits)
    gtk_check_button_set_active (self->check, chosen);
}
