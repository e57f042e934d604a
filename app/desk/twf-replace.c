/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-replace.h"

#include "twf-agreement.h"
#include "twf-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _TwfReplacing
{
  TwfPlan *plan;
  char *with; /* nullable */
  GStrv languages;
  guint sections;
  guint parts;
  GPtrArray *finders;    /* of TwfFinder, in step with @languages */
  GPtrArray *provisions; /* what is gone through, in reading order */
  guint at;              /* the next of them */
  gboolean title_done;
  GPtrArray *found;
  GError *error; /* nullable */
};

static void
free_replacement (gpointer data)
{
  TwfReplacement *self = data;

  g_free (self->id);
  g_free (self->language);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

static void
free_finder (gpointer data)
{
  twf_finder_free (data);
}

/**
 * twf_replacing_new:
 * @plan: a plan; it is not to change meanwhile
 * @order: what is looked for; not needed any more afterwards
 *
 * Returns: (transfer full): what goes through the plan, at its beginning; twf_replacing_get_error()
 *   says whether it can
 */
TwfReplacing *
twf_replacing_new (TwfPlan *plan, const TwfReplaceOrder *order)
{
  TwfReplacing *self = g_new0 (TwfReplacing, 1);
  const char *const *languages
      = order->languages != NULL ? order->languages : twf_plan_get_languages (plan);

  self->plan = g_object_ref (plan);
  self->with = g_strdup (order->with);
  self->languages = g_strdupv ((char **)languages);
  self->sections = order->sections;
  self->parts = order->parts != 0 ? order->parts : G_MAXUINT;
  self->title_done = order->parts != 0 ? !(order->parts & TWF_REPLACE_TITLE) : order->sections != 0;
  self->finders = g_ptr_array_new_with_free_func (free_finder);
  for (guint i = 0; languages[i] != NULL && self->error == NULL; i++)
    {
      TwfFinder *finder = twf_finder_new (order->wanted, languages[i], order->flags, &self->error);

      if (finder == NULL)
        break;
      g_ptr_array_add (self->finders, finder);
      if (order->with != NULL)
        twf_finder_check (finder, order->with, &self->error);
    }
  self->provisions = twf_plan_list_all (plan);
  self->found = g_ptr_array_new_with_free_func (free_replacement);
  return self;
}

/**
 * twf_replacing_free:
 * @self: (nullable): what went through a plan
 */
void
twf_replacing_free (TwfReplacing *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->plan);
  g_free (self->with);
  g_strfreev (self->languages);
  g_ptr_array_unref (self->finders);
  g_ptr_array_unref (self->provisions);
  g_ptr_array_unref (self->found);
  g_clear_error (&self->error);
  g_free (self);
}

static void
look_at (TwfReplacing *self,
         TwfProvision *provision,
         TwfPart part,
         guint language,
         const char *text)
{
  TwfFinder *finder = self->finders->pdata[language];
  g_autoptr (TwfStanding) standing = NULL;
  g_autofree char *after = NULL;
  TwfReplacement *replacement;
  guint n = 0;

  if (text == NULL || self->error != NULL)
    return;
  after = twf_finder_replace (finder, text, self->with != NULL ? self->with : "", &n);
  if (twf_finder_gave_up (finder))
    g_set_error (
        &self->error,
        TWF_ERROR,
        TWF_ERROR_INVALID,
        _ ("This expression takes too long with texts like these. Say more exactly what it "
           "is, with fewer * and + within one another."));
  if (n == 0 || self->error != NULL || (self->with != NULL && g_str_equal (after, text)))
    return;
  replacement = g_new0 (TwfReplacement, 1);
  replacement->id = provision != NULL ? g_strdup (twf_provision_get_id (provision)) : NULL;
  replacement->part = part;
  replacement->language = g_strdup (self->languages[language]);
  replacement->before = g_strdup (text);
  replacement->after = self->with != NULL ? g_steal_pointer (&after) : NULL;
  replacement->n = n;
  if (provision != NULL && twf_provision_is_agreed (provision))
    standing = twf_standing_new (self->plan, provision);
  replacement->reopens = standing != NULL && standing->state == TWF_AGREED_STANDS;
  g_ptr_array_add (self->found, replacement);
}

static void
look_at_provision (TwfReplacing *self, TwfProvision *provision)
{
  if (self->sections != 0 && !(self->sections & (1u << twf_provision_get_section (provision))))
    return;
  for (TwfPart part = TWF_PART_BODY; part < TWF_N_PARTS; part++)
    for (guint i = 0; self->parts & (1u << part) && self->languages[i] != NULL; i++)
      look_at (
          self, provision, part, i, twf_provision_get_text (provision, part, self->languages[i]));
}

/**
 * twf_replacing_go_on:
 * @self: what goes through a plan
 * @until: when to stop for now, by g_get_monotonic_time(); G_MAXINT64: not before the end
 *
 * Returns: whether there is more to go through
 */
gboolean
twf_replacing_go_on (TwfReplacing *self, gint64 until)
{
  if (!self->title_done && self->error == NULL)
    for (guint i = 0; self->languages[i] != NULL; i++)
      look_at (self, NULL, TWF_PART_BODY, i, twf_plan_get_title (self->plan, self->languages[i]));
  self->title_done = TRUE;
  while (self->error == NULL && self->at < self->provisions->len)
    {
      look_at_provision (self, self->provisions->pdata[self->at++]);
      if (g_get_monotonic_time () >= until)
        break;
    }
  return self->error == NULL && self->at < self->provisions->len;
}

/**
 * twf_replacing_get_error:
 * @self: what goes through a plan
 *
 * Returns: (transfer none) (nullable): why it does not go on, and nothing is to be replaced:
 *   %TWF_ERROR_INVALID for a regular expression that is none or takes too long
 */
const GError *
twf_replacing_get_error (TwfReplacing *self)
{
  return self->error;
}

/**
 * twf_replacing_get_found:
 * @self: what goes through a plan
 *
 * Returns: (transfer none) (element-type TwfReplacement): what was found so far, in reading order
 */
GPtrArray *
twf_replacing_get_found (TwfReplacing *self)
{
  return self->found;
}

static void
free_edit (gpointer data)
{
  twf_edit_unref (data);
}

/**
 * twf_replacements_to_edits:
 * @replacements: (element-type TwfReplacement): those that are to be made
 *
 * Returns: (transfer full) (element-type TwfEdit): the edits, in step
 */
GPtrArray *
twf_replacements_to_edits (GPtrArray *replacements)
{
  GPtrArray *edits = g_ptr_array_new_with_free_func (free_edit);

  for (guint i = 0; i < replacements->len; i++)
    {
      const TwfReplacement *one = replacements->pdata[i];

      g_ptr_array_add (
          edits,
          twf_edit_new_text (
              one->id, one->part, one->language, *one->after != '\0' ? one->after : NULL));
    }
  return edits;
}
