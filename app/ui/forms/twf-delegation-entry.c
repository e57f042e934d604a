/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-delegation-entry.h"

#include "twf-delegation.h"
#include "twf-interface.h"
#include "twf-language.h"
#include "twf-region.h"

#include <glib/gi18n.h>

/**
 * twf_delegation_entry_find_code:
 * @typed: what was typed, without spaces around it
 * @languages: (array zero-terminated=1): in which a name is looked for first
 *
 * Returns: (transfer full) (nullable): code of the state of that name or code, or a code that a
 *   group may have; %NULL: it is none
 */
char *
twf_delegation_entry_find_code (const char *typed, const char *const *languages)
{
  g_autofree char *code = g_ascii_strup (typed, -1);

  if (*typed == '\0')
    return NULL;
  for (guint i = 0; languages[i] != NULL; i++)
    {
      char *found = twf_region_find (typed, languages[i]);
      if (found != NULL)
        return found;
    }
  return twf_delegation_code_is_valid (code) ? g_steal_pointer (&code) : NULL;
}

/**
 * twf_delegation_entry_new:
 * @label: what is to be typed, as a title
 * @language: a BCP 47 tag: in which language
 *
 * Returns: (transfer floating): an entry in the direction of @language
 */
GtkWidget *
twf_delegation_entry_new (const char *label, const char *language)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *called = twf_interface_dup_language_name (language);
  g_autofree char *name = g_strdup_printf (_ ("%s in %s"), label, called);
  gboolean rtl = twf_language_get_direction (language) == TWF_DIRECTION_RTL;

  gtk_widget_set_direction (entry, rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), called);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return entry;
}
