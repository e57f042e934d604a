/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-register-row.h"

#include "twf-byline.h"
#include "twf-clock.h"
#include "twf-key-label.h"
#include "twf-words.h"

#include <glib/gi18n.h>

struct _TwfRegisterRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets. */
  GtkLabel *owner;
  GtkLabel *state;
  GtkLabel *number;
  GtkLabel *dates;
  GtkWidget *revoke;

  /* Owned. */
  char *code; /* NULL: the facilitator's */
  char *fingerprint;
};

G_DEFINE_FINAL_TYPE (TwfRegisterRow, twf_register_row, GTK_TYPE_LIST_BOX_ROW)

static guint revoke_signal;

static void
revoke_clicked_cb (TwfRegisterRow *self)
{
  g_signal_emit (self, revoke_signal, 0);
}

static void
twf_register_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TWF_TYPE_REGISTER_ROW);
  G_OBJECT_CLASS (twf_register_row_parent_class)->dispose (object);
}

static void
twf_register_row_finalize (GObject *object)
{
  TwfRegisterRow *self = TWF_REGISTER_ROW (object);

  g_free (self->code);
  g_free (self->fingerprint);
  G_OBJECT_CLASS (twf_register_row_parent_class)->finalize (object);
}

static void
twf_register_row_class_init (TwfRegisterRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_register_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = twf_register_row_finalize;
  revoke_signal = g_signal_new (
      "revoke", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/exchange/twf-register-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfRegisterRow, owner);
  gtk_widget_class_bind_template_child (widget_class, TwfRegisterRow, state);
  gtk_widget_class_bind_template_child (widget_class, TwfRegisterRow, number);
  gtk_widget_class_bind_template_child (widget_class, TwfRegisterRow, dates);
  gtk_widget_class_bind_template_child (widget_class, TwfRegisterRow, revoke);
  gtk_widget_class_bind_template_callback (widget_class, revoke_clicked_cb);
}

static void
twf_register_row_init (TwfRegisterRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
get_state (const TwfPublicKey *key)
{
  gint64 now = twf_clock_now ();

  if (key->revoked != 0)
    return _ ("Revoked");
  if (now < key->from)
    return _ ("Not in force yet");
  return key->until != 0 && now >= key->until ? _ ("Expired") : _ ("In force");
}

static void
append_date (GString *line, const char *words, gint64 moment)
{
  g_autofree char *when = moment != 0 ? twf_byline_dup_moment (moment) : NULL;

  if (when == NULL)
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append_printf (line, "%s %s", words, when);
}

static void
show_dates (TwfRegisterRow *self, const TwfPublicKey *key, TwfDigits digits)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *shown = NULL;

  append_date (line, _ ("from"), key->from);
  append_date (line, _ ("until"), key->until);
  append_date (line, _ ("revoked"), key->revoked);
  shown = twf_digits_from_ascii (line->str, digits);
  gtk_label_set_label (self->dates, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->dates), line->len > 0);
}

/**
 * twf_register_row_new:
 * @workbench: the plan that is open
 * @entry: a registered key
 * @may_revoke: whether it can be revoked here
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
twf_register_row_new (TwfWorkbench *workbench, const TwfRegisterEntry *entry, gboolean may_revoke)
{
  TwfRegisterRow *self = g_object_new (TWF_TYPE_REGISTER_ROW, NULL);
  g_autofree char *owner = entry->code != NULL ? twf_words_dup_delegation (workbench, entry->code)
                                               : g_strdup (_ ("Facilitator"));

  self->code = g_strdup (entry->code);
  self->fingerprint = twf_public_key_dup_fingerprint (entry->key);
  gtk_label_set_label (self->owner, owner);
  gtk_label_set_label (self->state, get_state (entry->key));
  twf_key_label_show (self->number, entry->key, twf_workbench_get_digits (workbench));
  show_dates (self, entry->key, twf_workbench_get_digits (workbench));
  gtk_widget_set_visible (self->revoke, may_revoke && entry->key->revoked == 0);
  return GTK_WIDGET (self);
}

/**
 * twf_register_row_get_code:
 * @self: a row
 *
 * Returns: (nullable): code of the delegation whose key it is; %NULL: the facilitator's
 */
const char *
twf_register_row_get_code (TwfRegisterRow *self)
{
  g_return_val_if_fail (TWF_IS_REGISTER_ROW (self), NULL);

  return self->code;
}

/**
 * twf_register_row_get_fingerprint:
 * @self: a row
 *
 * Returns: of the key
 */
const char *
twf_register_row_get_fingerprint (TwfRegisterRow *self)
{
  g_return_val_if_fail (TWF_IS_REGISTER_ROW (self), NULL);

  return self->fingerprint;
}
