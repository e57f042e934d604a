/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-review-choices.h"

#include "twf-interface.h"
#include "twf-request-filter.h"
#include "twf-words.h"

#include <glib/gi18n.h>

static gboolean
is_same_code (gconstpointer one, gconstpointer other)
{
  return g_strcmp0 (one, other) == 0;
}

static void
collect_owners (GPtrArray *found, TwfRequest *request)
{
  const char *const *owners = twf_request_get_owners (request);

  if ((owners == NULL || owners[0] == NULL) && !g_ptr_array_find (found, NULL, NULL))
    g_ptr_array_insert (found, 0, NULL);
  for (guint i = 0; owners != NULL && owners[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (found, owners[i], is_same_code, NULL))
      g_ptr_array_add (found, g_strdup (owners[i]));
}

static void
collect_section (GArray *found, TwfRequest *request)
{
  int section = twf_request_filter_get_section_of (request);

  for (guint i = 0; i < found->len; i++)
    if (g_array_index (found, int, i) == section)
      return;
  g_array_append_val (found, section);
}

/**
 * twf_review_choices_fill_owners:
 * @list: a drop-down list
 * @workbench: the open plan
 * @requests: (element-type TwfRequest): what is reviewed
 *
 * Shows "all", then everybody who asks for something.
 *
 * Returns: (transfer full) (element-type utf8): codes, in step with @list after its first entry;
 *   an entry is %NULL for the facilitator
 */
GPtrArray *
twf_review_choices_fill_owners (GtkDropDown *list, TwfWorkbench *workbench, GPtrArray *requests)
{
  const char *everybody[] = { _ ("All delegations"), NULL };
  g_autoptr (GtkStringList) names = gtk_string_list_new (everybody);
  GPtrArray *owners = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < requests->len; i++)
    collect_owners (owners, g_ptr_array_index (requests, i));
  for (guint i = 0; i < owners->len; i++)
    {
      g_autofree char *name = twf_words_dup_delegation (workbench, g_ptr_array_index (owners, i));

      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (list, G_LIST_MODEL (names));
  return owners;
}

/**
 * twf_review_choices_fill_sections:
 * @list: a drop-down list
 * @requests: (element-type TwfRequest): what is reviewed
 *
 * Shows "all", then every section that something is asked for in.
 *
 * Returns: (transfer full) (element-type int): sections or TWF_FILTER_PLAN_ITSELF, in step with
 *   @list after its first entry
 */
GArray *
twf_review_choices_fill_sections (GtkDropDown *list, GPtrArray *requests)
{
  g_autofree char *interface = twf_interface_dup_language ();
  const char *everywhere[] = { _ ("All sections"), NULL };
  g_autoptr (GtkStringList) names = gtk_string_list_new (everywhere);
  GArray *sections = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < requests->len; i++)
    collect_section (sections, g_ptr_array_index (requests, i));
  for (guint i = 0; i < sections->len; i++)
    {
      int section = g_array_index (sections, int, i);

      gtk_string_list_append (names,
                              section == TWF_FILTER_PLAN_ITSELF
                                  ? _ ("The plan itself")
                                  : twf_section_get_title ((TwfSection)section, interface));
    }
  gtk_drop_down_set_model (list, G_LIST_MODEL (names));
  return sections;
}
