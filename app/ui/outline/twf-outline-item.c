/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-outline-item.h"

#include "twf-interface.h"
#include "twf-workbench.h"

#include <glib/gi18n.h>
#include <string.h>

struct _TwfOutlineItem
{
  GObject parent_instance;

  char *place;
};

G_DEFINE_FINAL_TYPE (TwfOutlineItem, twf_outline_item, G_TYPE_OBJECT)

static void
twf_outline_item_finalize (GObject *object)
{
  g_free (TWF_OUTLINE_ITEM (object)->place);
  G_OBJECT_CLASS (twf_outline_item_parent_class)->finalize (object);
}

static void
twf_outline_item_class_init (TwfOutlineItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = twf_outline_item_finalize;
}

static void
twf_outline_item_init (TwfOutlineItem *self)
{
}

static void
append_place (GListStore *store, const char *place, const char *suffix)
{
  g_autoptr (TwfOutlineItem) item = g_object_new (TWF_TYPE_OUTLINE_ITEM, NULL);

  item->place = g_strconcat (place, suffix, NULL);
  g_list_store_append (store, item);
}

/**
 * twf_outline_item_list_top:
 *
 * Returns: (transfer full): the rows that every plan has: details, sponsors and the sections in
 *   the order in which a plan is read
 */
GListModel *
twf_outline_item_list_top (void)
{
  GListStore *store = g_list_store_new (TWF_TYPE_OUTLINE_ITEM);

  append_place (store, TWF_PLACE_DETAILS, NULL);
  append_place (store, TWF_PLACE_SPONSORS, NULL);
  for (guint section = 0; section < TWF_N_SECTIONS; section++)
    append_place (store, TWF_PLACE_SECTION, twf_section_get_name (section));
  return G_LIST_MODEL (store);
}

/**
 * twf_outline_item_get_place:
 * @self: a row
 *
 * Returns: the place it stands for, a TWF_PLACE_* name
 */
const char *
twf_outline_item_get_place (TwfOutlineItem *self)
{
  g_return_val_if_fail (TWF_IS_OUTLINE_ITEM (self), NULL);

  return self->place;
}

/**
 * twf_outline_item_get_icon:
 * @self: a row
 *
 * Returns: (nullable): name of its symbolic icon; sections have none
 */
const char *
twf_outline_item_get_icon (TwfOutlineItem *self)
{
  TwfSection section;

  g_return_val_if_fail (TWF_IS_OUTLINE_ITEM (self), NULL);

  if (twf_outline_item_get_section (self, &section))
    return NULL;
  return g_str_equal (self->place, TWF_PLACE_DETAILS) ? "document-properties-symbolic"
                                                      : "system-users-symbolic";
}

/**
 * twf_outline_item_dup_title:
 * @self: a row
 *
 * Returns: (transfer full): its title in the language of the interface
 */
char *
twf_outline_item_dup_title (TwfOutlineItem *self)
{
  g_autofree char *language = twf_interface_dup_language ();
  TwfSection section;

  g_return_val_if_fail (TWF_IS_OUTLINE_ITEM (self), NULL);

  if (twf_outline_item_get_section (self, &section))
    return g_strdup (twf_section_get_title (section, language));
  return g_strdup (g_str_equal (self->place, TWF_PLACE_DETAILS) ? _ ("Plan details")
                                                                : _ ("Sponsors"));
}

/**
 * twf_outline_item_get_section:
 * @self: a row
 * @section: (out): the section it heads
 *
 * Returns: whether it is a section's row
 */
gboolean
twf_outline_item_get_section (TwfOutlineItem *self, TwfSection *section)
{
  g_return_val_if_fail (TWF_IS_OUTLINE_ITEM (self), FALSE);

  return g_str_has_prefix (self->place, TWF_PLACE_SECTION)
         && twf_section_from_name (self->place + strlen (TWF_PLACE_SECTION), section);
}

/**
 * twf_outline_item_list_children:
 * @item: a #TwfOutlineItem or #TwfProvision
 * @plan: the plan
 *
 * Returns: (transfer full) (nullable): what stands under it, live; %NULL where nothing ever can
 */
GListModel *
twf_outline_item_list_children (gpointer item, TwfPlan *plan)
{
  GListModel *children = NULL;
  TwfSection section;

  if (TWF_IS_PROVISION (item))
    children = twf_plan_list_children (
        plan, twf_provision_get_section (item), twf_provision_get_id (item));
  else if (twf_outline_item_get_section (item, &section))
    children = twf_plan_list_children (plan, section, NULL);
  return children != NULL ? g_object_ref (children) : NULL;
}

/**
 * twf_outline_item_place_of:
 * @item: (nullable): a #TwfOutlineItem or #TwfProvision
 *
 * Returns: (nullable): the place that choosing it goes to
 */
const char *
twf_outline_item_place_of (gpointer item)
{
  if (item == NULL)
    return NULL;
  return TWF_IS_PROVISION (item) ? twf_provision_get_id (item) : twf_outline_item_get_place (item);
}
