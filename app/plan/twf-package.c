/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-package.h"

#include "twf-agreement.h"

#include <string.h>

static TwfPackage *
new_package (const char *name)
{
  TwfPackage *self = g_new0 (TwfPackage, 1);

  self->name = g_strdup (name);
  self->members = g_ptr_array_new_with_free_func (g_object_unref);
  self->open = g_ptr_array_new ();
  return self;
}

static void
add_member (TwfPackage *self, TwfPlan *plan, TwfProvision *provision)
{
  g_ptr_array_add (self->members, g_object_ref (provision));
  if (twf_provision_is_agreed (provision))
    {
      g_autoptr (TwfStanding) standing = twf_standing_new (plan, provision);

      if (standing->state == TWF_AGREED_STANDS)
        return;
    }
  g_ptr_array_add (self->open, provision);
}

static int
compare_packages (gconstpointer one, gconstpointer other)
{
  const TwfPackage *a = *(const TwfPackage *const *)one;
  const TwfPackage *b = *(const TwfPackage *const *)other;

  return strcmp (a->name, b->name);
}

static TwfPackage *
ensure (GPtrArray *packages, GHashTable *names, const char *name)
{
  TwfPackage *package = g_hash_table_lookup (names, name);

  if (package != NULL)
    return package;
  package = new_package (name);
  g_ptr_array_add (packages, package);
  g_hash_table_insert (names, package->name, package);
  return package;
}

/**
 * twf_package_is_broken:
 * @self: a package
 *
 * Returns: whether some of it is agreed and some is not
 */
gboolean
twf_package_is_broken (const TwfPackage *self)
{
  return self->open->len > 0 && self->open->len < self->members->len;
}

/**
 * twf_package_free:
 * @self: (transfer full) (nullable): a package
 */
void
twf_package_free (TwfPackage *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_ptr_array_unref (self->open);
  g_ptr_array_unref (self->members);
  g_free (self);
}

/**
 * twf_plan_list_packages:
 * @plan: a plan
 *
 * Returns: (transfer full) (element-type TwfPackage): its packages, by name
 */
GPtrArray *
twf_plan_list_packages (TwfPlan *plan)
{
  GPtrArray *packages = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_package_free);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);

  for (guint i = 0; i < all->len; i++)
    {
      const char *const *values = twf_provision_get_values (all->pdata[i], TWF_FIELD_PACKAGE);

      for (guint j = 0; values != NULL && values[j] != NULL; j++)
        add_member (ensure (packages, names, values[j]), plan, all->pdata[i]);
    }
  g_ptr_array_sort (packages, compare_packages);
  return packages;
}

/**
 * twf_plan_find_package:
 * @plan: a plan
 * @name: name of a package
 *
 * Returns: (transfer full) (nullable): the package; %NULL: nothing is in it
 */
TwfPackage *
twf_plan_find_package (TwfPlan *plan, const char *name)
{
  g_autoptr (TwfPackage) package = new_package (name);
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);

  for (guint i = 0; i < all->len; i++)
    {
      const char *const *values = twf_provision_get_values (all->pdata[i], TWF_FIELD_PACKAGE);

      if (values != NULL && g_strv_contains (values, name))
        add_member (package, plan, all->pdata[i]);
    }
  return package->members->len > 0 ? g_steal_pointer (&package) : NULL;
}

/**
 * twf_provision_list_broken_packages:
 * @plan: a plan
 * @provision: a provision of it
 *
 * Returns: (transfer full) (element-type TwfPackage): the packages it is in that are broken, by it
 *   or by another member
 */
GPtrArray *
twf_provision_list_broken_packages (TwfPlan *plan, TwfProvision *provision)
{
  GPtrArray *broken = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_package_free);
  const char *const *values = twf_provision_get_values (provision, TWF_FIELD_PACKAGE);

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      g_autoptr (TwfPackage) package = twf_plan_find_package (plan, values[i]);

      if (package != NULL && twf_package_is_broken (package))
        g_ptr_array_add (broken, g_steal_pointer (&package));
    }
  return broken;
}
