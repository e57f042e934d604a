/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-recent.h"

#define PROGRAM "Tawafuq"

static int
compare_visits (gconstpointer one, gconstpointer other)
{
  GDateTime *one_visit = gtk_recent_info_get_modified ((GtkRecentInfo *)one);
  GDateTime *other_visit = gtk_recent_info_get_modified ((GtkRecentInfo *)other);

  return g_date_time_compare (other_visit, one_visit);
}

/**
 * twf_recent_list:
 *
 * Returns: (transfer full) (element-type GtkRecentInfo): the plans that were opened lately on this
 *   machine, the last first
 */
GList *
twf_recent_list (void)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  GList *items = g_list_sort (gtk_recent_manager_get_items (manager), compare_visits);
  GList *item = items;

  while (item != NULL)
    {
      GList *next = item->next;

      if (!gtk_recent_info_has_application (item->data, PROGRAM)
          || !g_str_has_prefix (gtk_recent_info_get_uri (item->data), "file:"))
        {
          gtk_recent_info_unref (item->data);
          items = g_list_delete_link (items, item);
        }
      item = next;
    }
  return items;
}

/**
 * twf_recent_add:
 * @path: (type filename): where a plan lies
 *
 * Notes that it was opened.
 */
void
twf_recent_add (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *)"application/x-tawafuq-plan",
    .app_name = (char *)PROGRAM,
    .app_exec = (char *)"tawafuq %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}
