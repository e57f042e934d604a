/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-exchange"

#include "config.h"

#include "twf-bundle.h"

#include "twf-error.h"
#include "twf-issued.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/* What a head may hold: a plan has a branch for each delegation, and a revision that merges two
 * hundred of them ends in as many. */
#define MOST_HEAD (1024 * 1024)
#define MOST_LINE 1024
#define MOST_REFS 2048
#define MOST_PREREQUISITES 8192
#define ID_LENGTH 40
#define PACK_HEAD 12
#define SUM_DIGITS 16

static const char signature_2[] = "# v2 git bundle";
static const char signature_3[] = "# v3 git bundle";

/* Where reading a head has come to. */
typedef struct
{
  const char *at;
  const char *end;
  guint line;
} Lines;

/**
 * twf_bundle_ref_new:
 * @name: full name of a branch
 * @tip: full id of its newest revision
 *
 * Returns: (transfer full): a branch as a file names it
 */
TwfBundleRef *
twf_bundle_ref_new (const char *name, const char *tip)
{
  TwfBundleRef *self = g_new0 (TwfBundleRef, 1);

  self->name = g_strdup (name);
  self->tip = g_strdup (tip);
  return self;
}

/**
 * twf_bundle_ref_free:
 * @self: (transfer full) (nullable): a branch
 */
void
twf_bundle_ref_free (TwfBundleRef *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->tip);
  g_free (self);
}

/**
 * twf_bundle_head_free:
 * @self: (transfer full) (nullable): the head of a file
 */
void
twf_bundle_head_free (TwfBundleHead *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->refs);
  g_ptr_array_unref (self->prerequisites);
  g_free (self);
}

static gboolean
refuse (GError **error, guint line, const char *reason)
{
  if (line > 0)
    g_set_error (
        error, TWF_ERROR, TWF_ERROR_INVALID, _ ("line %u of the file: %s"), line, _ (reason));
  else
    g_set_error_literal (error, TWF_ERROR, TWF_ERROR_INVALID, _ (reason));
  return FALSE;
}

/* Returns: (transfer full) (nullable): the next line without its end; NULL: it is none. */
static char *
take_line (Lines *lines, GError **error)
{
  gsize most = (gsize)(lines->end - lines->at);
  const char *feed = memchr (lines->at, '\n', MIN (most, MOST_LINE));
  char *line;

  lines->line++;
  if (feed == NULL || memchr (lines->at, '\0', (gsize)(feed - lines->at)) != NULL)
    {
      refuse (error, lines->line, N_ ("not a line of a contribution file"));
      return NULL;
    }
  line = g_strndup (lines->at, (gsize)(feed - lines->at));
  lines->at = feed + 1;
  return line;
}

static gboolean
is_id (const char *text, char behind)
{
  return strspn (text, "0123456789abcdef") == ID_LENGTH
         && (text[ID_LENGTH] == behind || text[ID_LENGTH] == '\0');
}

/**
 * twf_bundle_dup_symbol:
 * @name: a reference's full name
 *
 * Returns: (transfer full) (nullable): the symbol under which it says something was issued; %NULL:
 *   it says nothing of the kind
 */
char *
twf_bundle_dup_symbol (const char *name)
{
  g_autofree char *symbol = g_str_has_prefix (name, TWF_BUNDLE_ISSUED_PREFIX)
                                ? twf_symbol_decode (name + strlen (TWF_BUNDLE_ISSUED_PREFIX))
                                : NULL;

  return symbol != NULL && twf_symbol_check (symbol, NULL) ? g_steal_pointer (&symbol) : NULL;
}

/* A name that git takes, of ASCII alone: whatever else it may be, it is never a path of ours. */
static gboolean
is_reference_name (const char *name)
{
  g_autofree char *symbol = twf_bundle_dup_symbol (name);

  if (strcmp (name, "HEAD") == 0 || symbol != NULL)
    return TRUE;
  return g_str_has_prefix (name, "refs/")
         && strspn (name, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "/._-+%=") == strlen (name)
         && strstr (name, "..") == NULL && strstr (name, "//") == NULL
         && strstr (name, "/.") == NULL && !g_str_has_suffix (name, "/")
         && !g_str_has_suffix (name, ".") && !g_str_has_suffix (name, ".lock")
         && strstr (name, ".lock/") == NULL;
}

static gboolean
read_prerequisite (TwfBundleHead *self, const char *line, guint number, GError **error)
{
  if (!is_id (line + 1, ' '))
    return refuse (error, number, N_ ("not the id of a revision"));
  if (self->refs->len > 0)
    return refuse (error, number, N_ ("out of order"));
  if (self->prerequisites->len >= MOST_PREREQUISITES)
    return refuse (error, number, N_ ("asks for too many revisions"));
  g_ptr_array_add (self->prerequisites, g_strndup (line + 1, ID_LENGTH));
  return TRUE;
}

static gboolean
read_reference (TwfBundleHead *self, const char *line, guint number, GError **error)
{
  g_autofree char *tip = NULL;

  if (!is_id (line, ' ') || line[ID_LENGTH] == '\0')
    return refuse (error, number, N_ ("not the id of a revision"));
  if (!is_reference_name (line + ID_LENGTH + 1))
    return refuse (error, number, N_ ("not a branch's name"));
  if (self->refs->len >= MOST_REFS)
    return refuse (error, number, N_ ("too many branches"));
  for (guint i = 0; i < self->refs->len; i++)
    if (g_str_equal (((TwfBundleRef *)self->refs->pdata[i])->name, line + ID_LENGTH + 1))
      return refuse (error, number, N_ ("a branch stands twice"));
  tip = g_strndup (line, ID_LENGTH);
  g_ptr_array_add (self->refs, twf_bundle_ref_new (line + ID_LENGTH + 1, tip));
  return TRUE;
}

/* What a file of the third version can do; more than one hash is not for us. */
static gboolean
check_capability (const char *line, guint number, GError **error)
{
  if (strcmp (line, "@object-format=sha1") == 0)
    return TRUE;
  g_set_error (error,
               TWF_ERROR,
               TWF_ERROR_UNSUPPORTED,
               _ ("line %u of the file: a kind of bundle that is not read"),
               number);
  return FALSE;
}

static gboolean
read_lines (TwfBundleHead *self, Lines *lines, GError **error)
{
  g_autofree char *first = take_line (lines, NULL);

  if (g_strcmp0 (first, signature_2) == 0)
    self->version = 2;
  else if (g_strcmp0 (first, signature_3) == 0)
    self->version = 3;
  else
    return refuse (error, 0, N_ ("not a contribution file"));
  for (;;)
    {
      g_autofree char *line = take_line (lines, error);

      if (line == NULL)
        return FALSE;
      if (*line == '\0')
        return self->refs->len > 0 || refuse (error, 0, N_ ("a file that brings no branch"));
      if (self->version == 3 && *line == '@')
        {
          if (!check_capability (line, lines->line, error))
            return FALSE;
        }
      else if (*line == '-')
        {
          if (!read_prerequisite (self, line, lines->line, error))
            return FALSE;
        }
      else if (!read_reference (self, line, lines->line, error))
        return FALSE;
    }
}

/**
 * twf_bundle_head_get_plan:
 * @self: the head of a file
 *
 * Returns: (nullable): which plan the file says that it is of, as twf_repository_dup_root() has it;
 *   %NULL: it does not say, as those that git wrote. Nothing but a hint where it may belong
 */
const char *
twf_bundle_head_get_plan (const TwfBundleHead *self)
{
  for (guint i = 0; i < self->refs->len; i++)
    {
      const char *name = ((const TwfBundleRef *)self->refs->pdata[i])->name;

      if (g_str_has_prefix (name, TWF_BUNDLE_PLAN_PREFIX)
          && is_id (name + strlen (TWF_BUNDLE_PLAN_PREFIX), '\0'))
        return name + strlen (TWF_BUNDLE_PLAN_PREFIX);
    }
  return NULL;
}

/**
 * twf_bundle_sum_head:
 * @head: the lines of a head, but for the one that names the sum and the empty one
 * @length: their bytes
 *
 * Returns: (transfer full): the sum that a head has to have
 */
char *
twf_bundle_sum_head (const char *head, gsize length)
{
  g_autofree char *whole
      = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)head, length);

  return g_strndup (whole, SUM_DIGITS);
}

/* A head that names its sum has it; those that git wrote name none. @end: where the empty line is.
 */
static gboolean
check_sum (TwfBundleHead *self, const char *head, const char *end, GError **error)
{
  static const char altered[] = N_ ("altered on its way: the head of the file is not what it was");

  for (guint i = 0; i < self->refs->len; i++)
    {
      const TwfBundleRef *ref = self->refs->pdata[i];
      g_autofree char *line = g_strdup_printf ("%s %s\n", ref->tip, ref->name);
      const char *at = g_strstr_len (head, end - head, line);
      g_autoptr (GString) rest = NULL;
      g_autofree char *sum = NULL;

      if (!g_str_has_prefix (ref->name, TWF_BUNDLE_SUM_PREFIX) || at == NULL)
        continue;
      if (!g_str_equal (ref->tip, ((const TwfBundleRef *)self->refs->pdata[0])->tip))
        return refuse (error, 0, altered);
      rest = g_string_new_len (head, at - head);
      at += strlen (line);
      g_string_append_len (rest, at, end - at);
      sum = twf_bundle_sum_head (rest->str, rest->len);
      return g_str_equal (sum, ref->name + strlen (TWF_BUNDLE_SUM_PREFIX))
             || refuse (error, 0, altered);
    }
  return TRUE;
}

static guint
get_number (const char *bytes)
{
  guint32 number;

  memcpy (&number, bytes, sizeof number);
  return GUINT32_FROM_BE (number);
}

/**
 * twf_bundle_read_head:
 * @fd: a file, read from its beginning
 * @error: return location
 *
 * Reads what a contribution file says of itself. Nothing of it is believed any further; it is
 * refused where it is not written as git writes it.
 *
 * Returns: (transfer full): the head
 * Errors: TWF_ERROR_INVALID; TWF_ERROR_UNSUPPORTED if it is of a later version
 */
TwfBundleHead *
twf_bundle_read_head (int fd, GError **error)
{
  g_autoptr (TwfBundleHead) self = g_new0 (TwfBundleHead, 1);
  g_autofree char *bytes = g_malloc (MOST_HEAD);
  Lines lines = { .at = bytes };
  gsize length = 0;
  gssize n;

  self->refs = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_bundle_ref_free);
  self->prerequisites = g_ptr_array_new_with_free_func (g_free);
  do
    {
      n = pread (fd, bytes + length, MOST_HEAD - length, (off_t)length);
      length += (gsize)MAX (n, 0);
    }
  while ((n > 0 && length < MOST_HEAD) || (n < 0 && errno == EINTR));
  if (n < 0)
    {
      twf_error_set_from_errno (error, errno, "file");
      return NULL;
    }
  lines.end = bytes + length;
  if (!read_lines (self, &lines, error) || !check_sum (self, bytes, lines.at - 1, error))
    return NULL;
  if (lines.end - lines.at < PACK_HEAD || memcmp (lines.at, "PACK", 4) != 0
      || get_number (lines.at + 4) != 2)
    {
      refuse (error, 0, N_ ("nothing behind the head of the file: it is cut short, or damaged"));
      return NULL;
    }
  self->pack_offset = (guint64)(lines.at - bytes);
  self->n_objects = get_number (lines.at + 8);
  return g_steal_pointer (&self);
}
