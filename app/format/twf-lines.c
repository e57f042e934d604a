/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-format"

#include "config.h"

#include "twf-lines.h"

#include "twf-alike.h"
#include "twf-error.h"
#include "twf-hostile.h"
#include "twf-normal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where reading a file of fields has come to. */
typedef struct
{
  const TwfKey *keys;
  const TwfKey *key; /* of the line before; NULL at the start */
  GPtrArray *values; /* of @key; borrowed from the text */
  const char *path;
  TwfTakeValues take;
  gpointer object;
} Parser;

/**
 * twf_lines_refuse:
 * @error: (out): the error that is set
 * @path: the file
 * @line: the line, from 1; 0 where no line is at fault
 * @reason: what is wrong; it is told in the reader's language
 *
 * Makes the one form that every refusal of this room has. The path may come from a hostile tree:
 * what is not ASCII in it is escaped, and what is too long is cut.
 */
void
twf_lines_refuse (GError **error, const char *path, guint line, const char *reason)
{
  g_autofree char *start = g_strndup (path, 200);
  g_autofree char *shown = g_strescape (start, "\"\\");

  if (line > 0)
    g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "%s:%u: %s", shown, line, _ (reason));
  else
    g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "%s: %s", shown, _ (reason));
}

/* Whether a character that is not stored may start at @at, which is no ASCII: C1 controls, the line
 * ends U+2028 and U+2029, overrides and isolates. Everything else is settled without a look into
 * the tables of Unicode, which for ten thousand provisions would take longer than all the rest. */
static inline gboolean
is_suspect (const guchar *at)
{
  if (at[0] == 0xc2)
    return at[1] < 0xa0;
  if (at[0] != 0xe2)
    return FALSE;
  return (at[1] == 0x80 && at[2] >= 0xa8 && at[2] <= 0xae)
         || (at[1] == 0x81 && at[2] >= 0xa6 && at[2] <= 0xa9);
}

static guint
count_lines (const char *start, const char *end)
{
  guint lines = 0;

  while ((start = memchr (start, '\n', (gsize)(end - start))) != NULL)
    {
      lines++;
      start++;
    }
  return lines;
}

/* What one look at the bytes of a file says about it. */
typedef struct
{
  const char *control; /* the first control character that no text has; NULL: none */
  gboolean ascii;      /* nothing but ASCII up to there */
  gboolean suspect;    /* something that may not be stored, if it is UTF-8 */
} Glance;

/* What a byte may be; to know of all of them takes no branch. A tab may have been typed; a carriage
 * return would make two spellings of one text. */
#define CONTROL 1
#define HIGH 2
#define MAY_BE_SUSPECT 4

static const guint8 kinds[256] = {
  [0x00 ... 0x08] = CONTROL,      [0x0b ... 0x1f] = CONTROL,      [0x7f] = CONTROL,
  [0x80 ... 0xc1] = HIGH,         [0xc2] = HIGH | MAY_BE_SUSPECT, [0xc3 ... 0xe1] = HIGH,
  [0xe2] = HIGH | MAY_BE_SUSPECT, [0xe3 ... 0xff] = HIGH,
};

/* @text ends in a NUL, so that looking two bytes ahead of one that is not NUL stays inside. */
static Glance
glance (const char *text, gsize length)
{
  Glance seen = { NULL, TRUE, FALSE };
  guint8 found = 0;

  for (gsize i = 0; i < length; i++)
    found |= kinds[(guchar)text[i]];
  seen.ascii = (found & HIGH) == 0;
  if ((found & (CONTROL | MAY_BE_SUSPECT)) == 0)
    return seen;
  for (const guchar *at = (const guchar *)text; at < (const guchar *)text + length; at++)
    {
      if ((*at < 0x20 && *at != '\n' && *at != '\t') || *at == 0x7f)
        {
          seen.control = (const char *)at;
          return seen;
        }
      if (*at < 0x80)
        continue;
      seen.suspect = seen.suspect || is_suspect (at);
    }
  return seen;
}

/* Names the first character of @line that is not stored; NULL: there is none. */
static char *
find_unstorable (const char *line)
{
  g_autoptr (GArray) found = NULL;

  if (twf_text_check_storable (line, NULL))
    return NULL;
  found = twf_text_find_hostile (line);
  for (guint i = 0; i < found->len; i++)
    {
      const TwfHostile *hostile = &g_array_index (found, TwfHostile, i);

      if (hostile->kind == TWF_HOSTILE_OVERRIDE || hostile->kind == TWF_HOSTILE_ISOLATE
          || hostile->kind == TWF_HOSTILE_CONTROL)
        return twf_hostile_dup_name (hostile->character);
    }
  return g_strdup (_ ("a character that is not stored"));
}

/* Finds the line that is to blame. Only after the whole was refused, so that what is in order is
 * looked at once. */
static gboolean
refuse_line (const char *text, const char *path, guint first_line, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint i;

  for (i = 0; lines[i + 1] != NULL; i++)
    {
      g_autofree char *character = NULL;

      if (!twf_text_is_normal (lines[i], -1))
        break;
      character = find_unstorable (lines[i]);
      if (character != NULL)
        {
          twf_lines_refuse (error, path, first_line + i, character);
          return FALSE;
        }
    }
  twf_lines_refuse (error, path, first_line + i, N_ ("not in normal form C"));
  return FALSE;
}

/**
 * twf_lines_check_text:
 * @text: the content of a file, followed by a NUL
 * @length: its bytes
 * @path: the file, for the message
 * @first_line: the number of the first line of @text in the file
 * @error: (out) (optional): why it is refused
 *
 * Checks what every stored file is: lines that end in a line feed, the last as well; UTF-8 in
 * normal form C; no control characters, no overrides of direction, isolates closed in their line.
 *
 * Returns: whether @text is so
 * Errors: TWF_ERROR_INVALID if it is not
 */
gboolean
twf_lines_check_text (const char *text,
                      gsize length,
                      const char *path,
                      guint first_line,
                      GError **error)
{
  Glance seen = glance (text, length);
  gsize valid;

  if (seen.control != NULL)
    {
      g_autofree char *reason = twf_hostile_dup_name ((guchar)*seen.control);

      twf_lines_refuse (error, path, first_line + count_lines (text, seen.control), reason);
      return FALSE;
    }
  if (!seen.ascii && !twf_text_is_utf8 (text, length, &valid))
    {
      const char *fault = text + valid;

      twf_lines_refuse (error, path, first_line + count_lines (text, fault), N_ ("not UTF-8"));
      return FALSE;
    }
  if (length > 0 && text[length - 1] != '\n')
    {
      twf_lines_refuse (error,
                        path,
                        first_line + count_lines (text, text + length),
                        N_ ("no line feed at the end"));
      return FALSE;
    }
  if (seen.ascii)
    return TRUE;
  if (!twf_text_is_normal (text, (gssize)length)
      || (seen.suspect && !twf_text_check_storable (text, NULL)))
    return refuse_line (text, path, first_line, error);
  return TRUE;
}

/* Whether what may be between two pieces of text that pass is plain: it neither opens nor closes
 * anything, and stays in its line. */
static gboolean
is_plain_between (const char *text, gsize length)
{
  g_autofree char *between = g_strndup (text, length);
  Glance seen = glance (between, length);

  return seen.control == NULL && !seen.suspect && memchr (between, '\n', length) == NULL;
}

/**
 * twf_lines_check_after:
 * @text: the content of a file, followed by a NUL
 * @length: its bytes
 * @former: the content of a file that passed
 * @former_length: its bytes
 * @path: the file, for the message
 * @error: (out) (optional): why it is refused
 *
 * As twf_lines_check_text(), with the same answer, but sooner the more @text and @former begin and
 * end alike: what lies between is looked at from an ASCII character up to one, since neither UTF-8
 * nor the normal form looks across the place before one.
 *
 * Returns: whether @text is as every stored file is
 * Errors: TWF_ERROR_INVALID if it is not
 */
gboolean
twf_lines_check_after (const char *text,
                       gsize length,
                       const char *former,
                       gsize former_length,
                       const char *path,
                       GError **error)
{
  gsize least = MIN (length, former_length);
  gsize alike = twf_count_alike (text, former, least);
  gsize rest = twf_count_alike_before (text + length, former + former_length, least - alike);
  gsize start = alike;

  while (start > 0 && (start == alike || (guchar)text[start] >= 0x80))
    start--;
  while (rest > 0 && (guchar)text[length - rest] >= 0x80)
    rest--;
  if (start > 0 && rest > 0 && is_plain_between (text + start, length - rest - start)
      && is_plain_between (former + start, former_length - rest - start)
      && twf_text_is_normal (text + start, (gssize)(length - rest - start)))
    return TRUE;
  return twf_lines_check_text (text, length, path, 1, error);
}

static const TwfKey *
find_key (const TwfKey *keys, const char *name)
{
  for (; keys->name != NULL; keys++)
    if (strcmp (keys->name, name) == 0)
      return keys;
  return NULL;
}

/* Hands on the values that were collected for the key before. */
static void
flush (Parser *self)
{
  g_auto (GStrv) words = NULL;

  if (self->key == NULL)
    return;
  if (self->key->count == TWF_KEY_LIST)
    {
      words = g_strsplit (g_ptr_array_index (self->values, 0), " ", -1);
      self->take (self->object, self->key->name, (const char *const *)words);
      g_ptr_array_set_size (self->values, 0);
      return;
    }
  g_ptr_array_add (self->values, NULL);
  self->take (self->object, self->key->name, (const char *const *)self->values->pdata);
  g_ptr_array_set_size (self->values, 0);
}

/* Words parted by one space each, none twice. */
static gboolean
is_list (const char *value)
{
  g_auto (GStrv) words = g_strsplit (value, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] == '\0' || g_strv_contains ((const char *const *)words + i + 1, words[i]))
      return FALSE;
  return TRUE;
}

/* Why the line "@key: @value" may not stand after what came before; NULL: it may. */
static const char *
find_fault (Parser *self, const TwfKey *key, const char *value)
{
  gsize length = strlen (value);

  if (key == NULL)
    return N_ ("unknown key");
  if (length == 0)
    return N_ ("no value");
  if (*value == ' ' || value[length - 1] == ' ')
    return N_ ("space around the value");
  if (strchr (value, '\t') != NULL)
    return N_ ("tab in a value");
  if (self->key != NULL && key < self->key)
    return N_ ("key out of order");
  if (self->key == key)
    {
      int order = strcmp (g_ptr_array_index (self->values, self->values->len - 1), value);

      if (key->count != TWF_KEY_SET)
        return N_ ("key stands twice");
      if (order == 0)
        return N_ ("value stands twice");
      if (order > 0)
        return N_ ("values out of order");
    }
  if ((key->is_valid != NULL && !key->is_valid (value))
      || (key->count == TWF_KEY_LIST && !is_list (value)))
    return N_ ("not a value of this key");
  return NULL;
}

static const char *
parse_line (Parser *self, char *line)
{
  char *colon = strstr (line, ": ");
  const TwfKey *key;
  const char *fault;

  if (*line == '\0')
    return N_ ("empty line");
  if (colon == NULL)
    return g_str_has_suffix (line, ":") ? N_ ("no value") : N_ ("not of the form \"Key: value\"");
  *colon = '\0';
  key = find_key (self->keys, line);
  fault = find_fault (self, key, colon + 2);
  if (fault != NULL)
    return fault;
  if (key != self->key)
    flush (self);
  self->key = key;
  g_ptr_array_add (self->values, colon + 2);
  return NULL;
}

static gboolean
check_required (const TwfKey *keys, guint64 seen, const char *path, GError **error)
{
  for (guint i = 0; keys[i].name != NULL; i++)
    if (keys[i].count == TWF_KEY_MUST && (seen & (G_GUINT64_CONSTANT (1) << i)) == 0)
      {
        g_autofree char *reason = g_strdup_printf (_ ("no %s"), keys[i].name);

        twf_lines_refuse (error, path, 0, reason);
        return FALSE;
      }
  return TRUE;
}

/**
 * twf_lines_parse:
 * @text: lines that twf_lines_check_text() let pass; cut up in place
 * @keys: the keys that may occur
 * @path: the file, for the message
 * @take: called for each key with its values, which live as long as @text
 * @object: handed to @take
 * @error: (out) (optional): why the file is refused
 *
 * Reads a file of fields. Its keys stand in the order of @keys, the values of a set bytewise and
 * none twice, so that a file has one form and two people who set the same fields wrote the same
 * bytes.
 *
 * Returns: whether the file is in order; where it is not, @take may have been called for its start
 * Errors: TWF_ERROR_INVALID if the file is not of this form
 */
gboolean
twf_lines_parse (char *text,
                 const TwfKey *keys,
                 const char *path,
                 TwfTakeValues take,
                 gpointer object,
                 GError **error)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  Parser self = { keys, NULL, values, path, take, object };
  guint64 seen = 0;

  for (guint line = 1; *text != '\0'; line++)
    {
      char *end = strchrnul (text, '\n');
      gboolean last = *end == '\0';
      const char *fault;

      *end = '\0';
      fault = parse_line (&self, text);
      if (fault != NULL)
        {
          twf_lines_refuse (error, path, line, fault);
          return FALSE;
        }
      seen |= G_GUINT64_CONSTANT (1) << (self.key - keys);
      text = last ? end : end + 1;
    }
  flush (&self);
  return check_required (keys, seen, path, error);
}

static gint
compare_strings (gconstpointer one, gconstpointer other)
{
  return strcmp (*(const char *const *)one, *(const char *const *)other);
}

/**
 * twf_lines_dup_clean:
 * @text: what stands in a plan
 *
 * The text in the form in which it can be read back. The model is kept in this form already; one
 * that is not must still never be stored, since nobody could open the plan again.
 *
 * Returns: (transfer full): @text in normal form, without what is never stored
 */
char *
twf_lines_dup_clean (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *storable = NULL;

  valid = g_utf8_make_valid (text, -1);
  storable = twf_text_make_storable (valid);
  return twf_text_normalize (storable, -1, NULL);
}

/* The value as one line: a second line would be another key. */
static char *
clean_value (const char *value)
{
  Glance seen = glance (value, strlen (value));
  char *clean = seen.ascii && seen.control == NULL ? g_strdup (value) : twf_lines_dup_clean (value);

  return g_strstrip (g_strdelimit (clean, "\t\n", ' '));
}

/* The words of a list on one line. */
static void
append_list (GString *to, const TwfKey *key, GPtrArray *words)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < words->len; i++)
    {
      char *word = g_strdelimit (g_ptr_array_index (words, i), " ", '-');

      if (*word == '\0' || !g_hash_table_add (seen, word))
        continue;
      if (g_hash_table_size (seen) == 1)
        g_string_append_printf (to, "%s:", key->name);
      g_string_append_printf (to, " %s", word);
    }
  if (g_hash_table_size (seen) > 0)
    g_string_append_c (to, '\n');
}

/**
 * twf_lines_append:
 * @to: where the lines are added
 * @key: a key
 * @values: (nullable): its values, those of a set in any order; %NULL: none
 *
 * Writes the lines of one key as twf_lines_parse() reads them.
 */
void
twf_lines_append (GString *to, const TwfKey *key, const char *const *values)
{
  g_autoptr (GPtrArray) clean = g_ptr_array_new_with_free_func (g_free);
  const char *before = NULL;

  for (; values != NULL && *values != NULL; values++)
    g_ptr_array_add (clean, clean_value (*values));
  if (key->count == TWF_KEY_LIST)
    {
      append_list (to, key, clean);
      return;
    }
  if (key->count == TWF_KEY_SET)
    g_ptr_array_sort (clean, compare_strings);
  for (guint i = 0; i < clean->len && (i == 0 || key->count == TWF_KEY_SET); i++)
    {
      const char *value = g_ptr_array_index (clean, i);

      if (*value != '\0' && g_strcmp0 (value, before) != 0)
        g_string_append_printf (to, "%s: %s\n", key->name, value);
      before = value;
    }
}
