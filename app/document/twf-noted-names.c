/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-noted-names.h"

#include "twf-bidi.h"
#include "twf-delegation.h"
#include "twf-notation-private.h"
#include "twf-notation-words.h"
#include "twf-region.h"

#include <string.h>

static void
free_owner (gpointer data)
{
  TwfNotedOwner *owner = data;

  g_free (owner->code);
  g_free (owner);
}

/**
 * twf_noted_position_free:
 * @self: (nullable): a position that was read
 */
void
twf_noted_position_free (TwfNotedPosition *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->reference);
  g_free (self);
}

/**
 * twf_noted_position_copy:
 * @self: a position that was read
 *
 * Returns: (transfer full): a copy
 */
TwfNotedPosition *
twf_noted_position_copy (const TwfNotedPosition *self)
{
  TwfNotedPosition *copy = g_new0 (TwfNotedPosition, 1);

  copy->code = g_strdup (self->code);
  copy->word = self->word;
  copy->reference = g_strdup (self->reference);
  copy->link = self->link;
  return copy;
}

/**
 * twf_noted_names_new:
 *
 * Returns: (transfer full): nobody, who says nothing
 */
TwfNotedNames *
twf_noted_names_new (void)
{
  TwfNotedNames *self = g_new0 (TwfNotedNames, 1);

  self->owners = g_ptr_array_new_with_free_func (free_owner);
  self->positions = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_noted_position_free);
  return self;
}

/**
 * twf_noted_names_free:
 * @self: (nullable): what stands behind an alternative
 */
void
twf_noted_names_free (TwfNotedNames *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->owners);
  g_ptr_array_unref (self->positions);
  g_free (self);
}

/* One letter names nobody: it is a sub-paragraph. */
static char *
find_code (const char *name, const char *language)
{
  if (strlen (name) > 1 && twf_delegation_code_is_valid (name))
    return g_strdup (name);
  return *name != '\0' ? twf_region_find (name, language) : NULL;
}

/* Cuts the next name off a list; each language has a comma of its own. */
static char *
take_name (const char **at)
{
  static const char *const commas[] = { ",", "،", "、", "，" };
  const char *end = *at + strlen (*at);
  gsize length = 0;
  char *name;

  for (guint i = 0; i < G_N_ELEMENTS (commas); i++)
    {
      const char *found = strstr (*at, commas[i]);

      if (found != NULL && found < end)
        {
          end = found;
          length = strlen (commas[i]);
        }
    }
  name = g_strstrip (g_strndup (*at, (gsize)(end - *at)));
  *at = length > 0 ? end + length : NULL;
  return name;
}

static gboolean
read_owners (GPtrArray *owners, const char *list, const char *language)
{
  for (const char *at = list; at != NULL;)
    {
      g_autofree char *name = take_name (&at);
      guint link;
      gboolean nobody;
      g_autofree char *code = NULL;
      TwfNotedOwner *owner;

      /* What excepted members say is written where they say it. */
      name[twf_noted_find_except (name)] = '\0';
      link = twf_notation_cut_link (name);
      nobody = g_str_equal (name, TWF_FACILITATOR);
      code = nobody ? NULL : find_code (name, language);
      if (code == NULL && !nobody)
        return FALSE;
      owner = g_new0 (TwfNotedOwner, 1);
      owner->code = g_steal_pointer (&code);
      owner->link = link;
      g_ptr_array_add (owners, owner);
    }
  return TRUE;
}

static gboolean
add_positions (TwfNotedNames *self,
               const char *list,
               TwfPositionWord word,
               const char *reference,
               const char *language)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (free_owner);

  if (!read_owners (codes, list, language))
    return FALSE;
  for (guint i = 0; i < codes->len; i++)
    {
      TwfNotedPosition *position = g_new0 (TwfNotedPosition, 1);

      position->code = g_strdup (((const TwfNotedOwner *)codes->pdata[i])->code);
      position->link = ((const TwfNotedOwner *)codes->pdata[i])->link;
      position->word = word;
      position->reference = g_strdup (reference);
      if (position->code != NULL)
        g_ptr_array_add (self->positions, position);
      else
        twf_noted_position_free (position);
    }
  return TRUE;
}

/* "G77: retain", "G77 retain", "EG: withdraws if 4 US": looks for the word from the longest
 * beginning on, since names have spaces as well. */
static gboolean
read_position (TwfNotedNames *self, const char *clause, const char *language)
{
  for (const char *at = clause; *at != '\0'; at = g_utf8_next_char (at))
    {
      g_autofree char *list = NULL;
      TwfPositionWord word;
      const char *rest;

      if (at == clause || strchr (" :", at[-1]) == NULL || *at == ' ')
        {
          /* The full-width colon is three bytes. */
          if (at - clause < 3 || strncmp (at - 3, "：", 3) != 0)
            continue;
        }
      if (!twf_noted_position_begins (at, &word, &rest))
        continue;
      if ((*rest != '\0') != (word == TWF_POSITION_WITHDRAWS_IF))
        continue;
      list = g_strndup (clause, (gsize)(at - clause));
      g_strchomp (list);
      if (g_str_has_suffix (list, "："))
        list[strlen (list) - strlen ("：")] = '\0';
      else if (g_str_has_suffix (list, ":"))
        list[strlen (list) - 1] = '\0';
      return add_positions (self, g_strstrip (list), word, *rest != '\0' ? rest : NULL, language);
    }
  return FALSE;
}

/**
 * twf_noted_names_take:
 * @self: what stands behind an alternative so far
 * @more: what else does; nothing is left in it
 */
void
twf_noted_names_take (TwfNotedNames *self, TwfNotedNames *more)
{
  while (more->owners->len > 0)
    g_ptr_array_add (self->owners, g_ptr_array_steal_index (more->owners, 0));
  while (more->positions->len > 0)
    g_ptr_array_add (self->positions, g_ptr_array_steal_index (more->positions, 0));
}

/**
 * twf_noted_names_read:
 * @self: what stands behind an alternative so far
 * @words: more of it: "MX, EU", "G77: retain", "MX; G77 retain; EU delete"
 * @language: of the document
 *
 * Returns: whether @words say whose an alternative is or what others say of it; where not, nothing
 *   is added
 */
gboolean
twf_noted_names_read (TwfNotedNames *self, const char *words, const char *language)
{
  g_autofree char *plain = twf_text_strip_isolates (words);
  g_autoptr (TwfNotedNames) found = twf_noted_names_new ();
  g_autoptr (GString) even = NULL;
  g_auto (GStrv) clauses = NULL;

  /* Every language's semicolon, and the spaces that French has before its marks. */
  even = g_string_new (plain);
  g_string_replace (even, "\u00a0", " ", 0);
  g_string_replace (even, "\u202f", " ", 0);
  g_string_replace (even, "؛", ";", 0);
  g_string_replace (even, "；", ";", 0);
  clauses = g_strsplit (even->str, ";", -1);
  if (clauses[0] == NULL)
    return FALSE;
  for (guint i = 0; clauses[i] != NULL; i++)
    {
      g_strstrip (clauses[i]);
      if (!read_position (found, clauses[i], language)
          && (i > 0 || !read_owners (found->owners, clauses[i], language)))
        return FALSE;
    }
  twf_noted_names_take (self, found);
  return TRUE;
}
