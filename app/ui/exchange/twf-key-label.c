/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-key-label.h"

#include <glib/gi18n.h>

#define PER_GROUP 5
/* Four groups at least, and what is between them. */
#define LINE 23

#define COUNTING "twf-counting"
/* What stands there until it is known: as much room. */
static const char unknown[]
    = "····· ····· ····· ····· ····· ····· ····· ····· ····· ····· ····· ·····";

typedef struct
{
  TwfPublicKey *key;
  TwfDigits digits;
} Counting;

static void
free_counting (Counting *counting)
{
  twf_public_key_free (counting->key);
  g_free (counting);
}

static void
stop (GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
  g_object_unref (cancellable);
}

static void
set_number (GtkLabel *label, const char *number)
{
  gtk_label_set_label (label, number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Number of the key"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  number,
                                  -1);
}

static void
count (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Counting *counting = data;
  g_autofree char *number = twf_key_dup_number (counting->key);

  g_task_return_pointer (task, twf_key_number_dup_grouped (number, counting->digits), g_free);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree char *grouped = g_task_propagate_pointer (G_TASK (result), NULL);

  if (grouped != NULL)
    set_number (GTK_LABEL (source), grouped);
}

/**
 * twf_key_label_show:
 * @label: a label
 * @key: a public key
 * @digits: the reader's digits
 *
 * Shows the key's number in @label, once it is counted: that is made to take its time, and a
 * register has many.
 */
void
twf_key_label_show (GtkLabel *label, const TwfPublicKey *key, TwfDigits digits)
{
  gboolean rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  GCancellable *cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (label, cancellable, counted_cb, NULL);
  Counting *counting = g_new0 (Counting, 1);

  /* It stands where lines begin, and runs from left to right there. */
  gtk_widget_set_direction (GTK_WIDGET (label), GTK_TEXT_DIR_LTR);
  gtk_widget_set_halign (GTK_WIDGET (label), rtl ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (label), "monospace");
  gtk_label_set_selectable (label, TRUE);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_width_chars (label, LINE);
  gtk_label_set_max_width_chars (label, LINE);
  set_number (label, unknown);
  g_object_set_data_full (G_OBJECT (label), COUNTING, cancellable, (GDestroyNotify)stop);
  counting->key = twf_public_key_copy (key);
  counting->digits = digits;
  g_task_set_source_tag (task, twf_key_label_show);
  g_task_set_task_data (task, counting, (GDestroyNotify)free_counting);
  g_task_run_in_thread (task, count);
}

/**
 * twf_key_label_copy:
 * @widget: a widget on the display whose clipboard it is
 * @key: a public key
 * @digits: the reader's digits
 *
 * Puts the key's number on the clipboard, in groups.
 */
void
twf_key_label_copy (GtkWidget *widget, const TwfPublicKey *key, TwfDigits digits)
{
  g_autofree char *number = twf_key_dup_number (key);
  g_autoptr (GString) grouped = g_string_new (NULL);
  g_autofree char *shown = NULL;

  for (gsize i = 0; number[i] != '\0'; i++)
    {
      if (i > 0 && i % PER_GROUP == 0)
        g_string_append_c (grouped, ' ');
      g_string_append_c (grouped, number[i]);
    }
  shown = twf_digits_from_ascii (grouped->str, digits);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), shown);
}
