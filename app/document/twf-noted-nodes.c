/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-noted-nodes.h"

#include "twf-notation-private.h"
#include "twf-notation-words.h"

#include <string.h>

/* Brackets within brackets: more than a person would write. */
#define DEEPEST 64

typedef struct
{
  const char *language;
  guint n_groups;
  GHashTable *links; /* number that alternatives have in common -> group */
} Reading;

static void
free_side (gpointer data)
{
  TwfNotedSide *side = data;

  g_ptr_array_unref (side->nodes);
  twf_noted_names_free (side->names);
  g_array_unref (side->groups);
  g_free (side);
}

static void
free_node (gpointer data)
{
  TwfNotedNode *node = data;

  if (node->text != NULL)
    g_string_free (node->text, TRUE);
  g_clear_pointer (&node->sides, g_ptr_array_unref);
  g_free (node);
}

/* Where the bracket that begins at @at ends; @end: it does not. */
static const char *
find_close (const char *at, const char *end)
{
  guint depth = 0;

  for (; at < end; at++)
    {
      if (*at == '\\' && at + 1 < end)
        at++;
      else if (*at == '[')
        depth++;
      else if (*at == ']' && --depth == 0)
        return at;
    }
  return end;
}

static gboolean
is_apart (const char *from, const char *at, const char *end)
{
  return (at == from || twf_notation_is_space ((guchar)at[-1]))
         && (at + 1 == end || twf_notation_is_space ((guchar)at[1]));
}

/* The next slash between alternatives; @end: there is none. */
static const char *
find_between (const char *from, const char *end)
{
  for (const char *at = from; at < end; at++)
    {
      if (*at == '\\' && at + 1 < end)
        at++;
      else if (*at == '[')
        at = find_close (at, end) - (find_close (at, end) == end);
      else if (*at == '/' && at > from && is_apart (from, at, end))
        return at;
    }
  return end;
}

static const char *
trim_end (const char *from, const char *end)
{
  while (end > from && twf_notation_is_space ((guchar)end[-1]))
    end--;
  return end;
}

static gboolean
is_escaped (const char *from, const char *at)
{
  guint n = 0;

  while (at > from && at[-1] == '\\')
    {
      at--;
      n++;
    }
  return n % 2 == 1;
}

/* "... (MX) (G77: retain)": takes what is said of a side off its end. */
static const char *
take_groups (const char *from, const char *end, TwfNotedNames *names, const char *language)
{
  g_autoptr (TwfNotedNames) found = twf_noted_names_new ();
  const char *whole = end;
  const char *left = trim_end (from, end);

  while (left > from && left[-1] == ')' && !is_escaped (from, left - 1))
    {
      const char *open = left - 1;
      const char *before;
      g_autofree char *words = NULL;

      while (open > from && (*open != '(' || is_escaped (from, open)))
        open--;
      if (*open != '(' || open == from)
        break;
      /* What stands behind a bracket inside is said of that. */
      before = trim_end (from, open);
      if (before > from && before[-1] == ']' && !is_escaped (from, before - 1))
        return whole;
      words = g_strndup (open + 1, (gsize)(left - 1 - open - 1));
      if (!twf_noted_names_read (found, words, language))
        break;
      /* One space is the notation's; what is before it is the text's. */
      left = end = open[-1] == ' ' ? open - 1 : open;
    }
  twf_noted_names_take (names, found);
  return end;
}

/* "... - MX; G77 retain", with or without a space behind the dash. */
static const char *
take_inline (const char *from, const char *end, TwfNotedNames *names, const char *language)
{
  for (const char *at = end; at > from; at--)
    {
      g_autofree char *words = NULL;

      if (at[-1] != '-' || (at - 1 > from && !twf_notation_is_space ((guchar)at[-2]))
          || is_escaped (from, at - 1))
        continue;
      words = g_strstrip (g_strndup (at, (gsize)(end - at)));
      if (g_str_has_suffix (words, "."))
        words[strlen (words) - 1] = '\0';
      if (twf_noted_names_read (names, words, language))
        return at - 1 > from ? at - 2 : from;
    }
  return end;
}

static GPtrArray *read_nodes (Reading *reading, const char *from, const char *end, guint depth);

static TwfNotedSide *
read_side (Reading *reading, const char *from, const char *end, guint depth)
{
  TwfNotedSide *side = g_new0 (TwfNotedSide, 1);
  g_autofree char *words = NULL;
  const char *left;

  side->names = twf_noted_names_new ();
  side->groups = g_array_new (FALSE, FALSE, sizeof (TwfNotedGroup));
  left = take_groups (from, end, side->names, reading->language);
  if (left == end)
    left = take_inline (from, end, side->names, reading->language);
  side->nodes = read_nodes (reading, from, left, depth + 1);
  words = g_strndup (from, (gsize)(left - from));
  side->nothing = *words == '\0' || twf_noted_is_no_text (words);
  return side;
}

/* What is said behind a bracket: "](MX) (G77: retain)". Returns: where it ends. */
static const char *
read_behind (Reading *reading, TwfNotedNode *node, const char *at, const char *end)
{
  TwfNotedSide *last = node->sides->pdata[node->sides->len - 1];

  for (;;)
    {
      const char *open = at + (at < end && *at == ' ');
      const char *close;
      g_autofree char *words = NULL;

      if (open >= end || *open != '(')
        return at;
      close = memchr (open, ')', (gsize)(end - open));
      if (close == NULL)
        return at;
      words = g_strndup (open + 1, (gsize)(close - open - 1));
      if (!twf_noted_names_read (last->names, words, reading->language))
        return at;
      at = close + 1;
    }
}

/**
 * twf_noted_side_has_owner:
 * @self: one side of a bracket
 *
 * Returns: whether somebody is named whose it is
 */
gboolean
twf_noted_side_has_owner (const TwfNotedSide *self)
{
  return self->names->owners->len > 0;
}

/**
 * twf_noted_node_stands:
 * @self: a bracket
 *
 * Returns: whether its first side stands: it has no owner, and is not the only one
 */
gboolean
twf_noted_node_stands (const TwfNotedNode *self)
{
  return self->sides->len > 1 && !twf_noted_side_has_owner (self->sides->pdata[0]);
}

static gboolean
has_link (const TwfNotedSide *side, guint link)
{
  for (guint i = 0; i < side->groups->len; i++)
    if (g_array_index (side->groups, TwfNotedGroup, i).link == link)
      return TRUE;
  return FALSE;
}

static void
add_group (Reading *reading, TwfNotedSide *side, guint link)
{
  gpointer known = link > 0 ? g_hash_table_lookup (reading->links, GUINT_TO_POINTER (link)) : NULL;
  TwfNotedGroup group = { GPOINTER_TO_UINT (known), link };

  if (has_link (side, link))
    return;
  if (known == NULL)
    group.number = ++reading->n_groups;
  if (link > 0)
    g_hash_table_insert (reading->links, GUINT_TO_POINTER (link), GUINT_TO_POINTER (group.number));
  g_array_append_val (side->groups, group);
}

/* Owners with the same number behind them have one wording in common, those without another. */
static void
find_groups (Reading *reading, TwfNotedSide *side)
{
  for (guint i = 0; i < side->names->owners->len; i++)
    add_group (reading, side, ((const TwfNotedOwner *)side->names->owners->pdata[i])->link);
  if (side->names->owners->len == 0)
    add_group (reading, side, 0);
}

static const char *
read_bracket (Reading *reading,
              GPtrArray *nodes,
              const char *open,
              const char *close,
              const char *end,
              guint depth)
{
  TwfNotedNode *node = g_new0 (TwfNotedNode, 1);
  const char *behind;

  node->sides = g_ptr_array_new_with_free_func (free_side);
  for (const char *at = open + 1;;)
    {
      const char *slash = find_between (at, close);
      const char *from = at;
      const char *to = slash;

      /* One space on either side of a slash is its own. */
      if (from > open + 1 && from < to && *from == ' ')
        from++;
      if (slash < close && to > from && to[-1] == ' ')
        to--;
      g_ptr_array_add (node->sides, read_side (reading, from, to, depth));
      if (slash >= close)
        break;
      at = slash + 1;
    }
  behind = read_behind (reading, node, close + 1, end);
  for (guint i = twf_noted_node_stands (node); i < node->sides->len; i++)
    find_groups (reading, node->sides->pdata[i]);
  g_ptr_array_add (nodes, node);
  return behind;
}

static GString *
get_words (GPtrArray *nodes)
{
  TwfNotedNode *last = nodes->len > 0 ? nodes->pdata[nodes->len - 1] : NULL;

  if (last == NULL || last->text == NULL)
    {
      last = g_new0 (TwfNotedNode, 1);
      last->text = g_string_new (NULL);
      g_ptr_array_add (nodes, last);
    }
  return last->text;
}

static GPtrArray *
read_nodes (Reading *reading, const char *from, const char *end, guint depth)
{
  GPtrArray *nodes = g_ptr_array_new_with_free_func (free_node);

  for (const char *at = from; at < end;)
    {
      const char *close = *at == '[' && depth < DEEPEST ? find_close (at, end) : end;

      if (close < end)
        {
          at = read_bracket (reading, nodes, at, close, end, depth);
          continue;
        }
      if (*at == '\\' && at + 1 < end)
        at++;
      g_string_append_c (get_words (nodes), *at++);
    }
  return nodes;
}

/**
 * twf_noted_nodes_new:
 * @line: a text as a compilation has it
 * @language: of the document
 * @n_groups: (out): how many wordings there are beside what stands
 *
 * Returns: (transfer full) (element-type TwfNotedNode): the text, cut up at its brackets
 */
GPtrArray *
twf_noted_nodes_new (const char *line, const char *language, guint *n_groups)
{
  g_autoptr (GHashTable) links = g_hash_table_new (NULL, NULL);
  Reading reading = { language, 0, links };
  GPtrArray *nodes = read_nodes (&reading, line, line + strlen (line), 0);

  *n_groups = reading.n_groups;
  return nodes;
}
