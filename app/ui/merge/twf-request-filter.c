/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-request-filter.h"

#include "twf-request-words.h"
#include "twf-search.h"

struct _TwfRequestFilter
{
  GtkFilter parent_instance;

  /* Owned. */
  TwfWorkbench *workbench;
  TwfSearch *search; /* nullable: nothing is looked for */
  char *owner;       /* nullable with @any_owner FALSE: the facilitator */

  int section;
  gboolean any_owner;
  gboolean clashes;
};

G_DEFINE_FINAL_TYPE (TwfRequestFilter, twf_request_filter, GTK_TYPE_FILTER)

static gboolean
is_owned (TwfRequestFilter *self, TwfRequest *request)
{
  const char *const *owners = twf_request_get_owners (request);

  if (self->any_owner)
    return TRUE;
  if (self->owner == NULL)
    return owners == NULL || owners[0] == NULL;
  return twf_request_is_from (request, self->owner);
}

static gboolean
has_clash (TwfRequest *request)
{
  g_auto (GStrv) clashes = twf_request_list_clashes (request);

  return clashes != NULL && clashes[0] != NULL;
}

static gboolean
is_found (TwfRequestFilter *self, TwfRequest *request)
{
  g_autoptr (GPtrArray) texts = twf_request_words_list_texts (self->workbench, request);
  g_autofree char *place = twf_request_words_dup_place (self->workbench, request);

  if (twf_search_matches (self->search, place))
    return TRUE;
  for (guint i = 0; i < texts->len; i++)
    {
      TwfRequestText *text = g_ptr_array_index (texts, i);
      g_autoptr (GString) whole = g_string_new (NULL);

      for (guint run = 0; run < text->runs->len; run++)
        g_string_append (whole, ((TwfRun *)g_ptr_array_index (text->runs, run))->text);
      if (twf_search_matches (self->search, whole->str))
        return TRUE;
    }
  return FALSE;
}

static gboolean
twf_request_filter_match (GtkFilter *filter, gpointer item)
{
  TwfRequestFilter *self = TWF_REQUEST_FILTER (filter);
  TwfRequest *request = item;

  if (self->section != TWF_FILTER_ANY_SECTION
      && twf_request_filter_get_section_of (request) != self->section)
    return FALSE;
  if (!is_owned (self, request) || (self->clashes && !has_clash (request)))
    return FALSE;
  return self->search == NULL || is_found (self, request);
}

static GtkFilterMatch
twf_request_filter_get_strictness (GtkFilter *filter)
{
  TwfRequestFilter *self = TWF_REQUEST_FILTER (filter);

  return self->search == NULL && self->any_owner && !self->clashes
                 && self->section == TWF_FILTER_ANY_SECTION
             ? GTK_FILTER_MATCH_ALL
             : GTK_FILTER_MATCH_SOME;
}

static void
twf_request_filter_finalize (GObject *object)
{
  TwfRequestFilter *self = TWF_REQUEST_FILTER (object);

  g_clear_object (&self->workbench);
  g_clear_pointer (&self->search, twf_search_free);
  g_free (self->owner);
  G_OBJECT_CLASS (twf_request_filter_parent_class)->finalize (object);
}

static void
twf_request_filter_class_init (TwfRequestFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = twf_request_filter_finalize;
  GTK_FILTER_CLASS (klass)->match = twf_request_filter_match;
  GTK_FILTER_CLASS (klass)->get_strictness = twf_request_filter_get_strictness;
}

static void
twf_request_filter_init (TwfRequestFilter *self)
{
  self->section = TWF_FILTER_ANY_SECTION;
  self->any_owner = TRUE;
}

static void
tell (TwfRequestFilter *self)
{
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * twf_request_filter_new:
 * @workbench: the open plan
 *
 * Returns: (transfer full): a filter that shows everything
 */
TwfRequestFilter *
twf_request_filter_new (TwfWorkbench *workbench)
{
  TwfRequestFilter *self = g_object_new (TWF_TYPE_REQUEST_FILTER, NULL);

  self->workbench = g_object_ref (workbench);
  return self;
}

/**
 * twf_request_filter_set_pattern:
 * @self: a filter
 * @pattern: what to look for, as a reader would; "": nothing
 */
void
twf_request_filter_set_pattern (TwfRequestFilter *self, const char *pattern)
{
  g_return_if_fail (TWF_IS_REQUEST_FILTER (self) && pattern != NULL);

  g_clear_pointer (&self->search, twf_search_free);
  if (*pattern != '\0')
    self->search = twf_search_new (pattern, twf_workbench_get_language (self->workbench));
  tell (self);
}

/**
 * twf_request_filter_set_owner:
 * @self: a filter
 * @owner: (nullable): code of a delegation; %NULL: the facilitator
 * @any: whether to show everybody's
 */
void
twf_request_filter_set_owner (TwfRequestFilter *self, const char *owner, gboolean any)
{
  g_return_if_fail (TWF_IS_REQUEST_FILTER (self));

  g_free (self->owner);
  self->owner = g_strdup (owner);
  self->any_owner = any;
  tell (self);
}

/**
 * twf_request_filter_set_section:
 * @self: a filter
 * @section: a #TwfSection, or TWF_FILTER_*
 */
void
twf_request_filter_set_section (TwfRequestFilter *self, int section)
{
  g_return_if_fail (TWF_IS_REQUEST_FILTER (self));

  self->section = section;
  tell (self);
}

/**
 * twf_request_filter_set_clashes:
 * @self: a filter
 * @clashes: whether to show those alone that touch what another touches
 */
void
twf_request_filter_set_clashes (TwfRequestFilter *self, gboolean clashes)
{
  g_return_if_fail (TWF_IS_REQUEST_FILTER (self));

  self->clashes = clashes;
  tell (self);
}

/**
 * twf_request_filter_get_section_of:
 * @request: a request
 *
 * Returns: the section it is read in, or TWF_FILTER_PLAN_ITSELF
 */
int
twf_request_filter_get_section_of (TwfRequest *request)
{
  TwfProvision *provision = twf_request_get_provision (request);

  if (twf_request_get_provision_id (request) == NULL)
    return TWF_FILTER_PLAN_ITSELF;
  return (int)(provision != NULL ? twf_provision_get_section (provision)
                                 : twf_request_get_section (request));
}
