/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-look-alike.h"

#include "twf-fold.h"

#include <string.h>
#include <unicode/uspoof.h>

static const USpoofChecker *
get_checker (void)
{
  static gsize made = 0;
  static USpoofChecker *checker = NULL;

  if (g_once_init_enter (&made))
    {
      UErrorCode status = U_ZERO_ERROR;

      checker = uspoof_open (&status);
      g_once_init_leave (&made, 1);
    }
  return checker;
}

/* What a name looks like: names of one skeleton cannot be told apart (Unicode Technical Standard
 * 39, section 4). */
static char *
dup_skeleton (const char *name)
{
  UErrorCode status = U_ZERO_ERROR;
  gint32 room = (gint32)strlen (name) * 8 + 1;
  g_autofree char *skeleton = g_malloc ((gsize)room);

  if (get_checker () == NULL)
    return g_strdup (name);
  uspoof_getSkeletonUTF8 (get_checker (), 0, name, -1, skeleton, room, &status);
  return U_SUCCESS (status) && status != U_STRING_NOT_TERMINATED_WARNING
             ? g_steal_pointer (&skeleton)
             : g_strdup (name);
}

/* As a reader looks at it: without what is not seen, in letters of one case. */
static char *
dup_look (const char *name, gboolean upper)
{
  g_autofree char *key = twf_fold_key (name);
  g_autofree char *cased = upper ? g_utf8_strup (key, -1) : g_strdup (key);
  g_autofree char *skeleton = dup_skeleton (cased);

  /* What looks like a letter may be a capital: the look is folded once more. */
  return twf_fold_key (skeleton);
}

/**
 * twf_look_alike_dup_keys:
 * @name: a name
 *
 * A reader may take one name for another where they have a key in common: they differ in case,
 * accents, spaces, invisible characters or letters that look alike, of whatever script, or in
 * nothing.
 *
 * Returns: (transfer full): what the name looks like, in small letters and in capitals; perhaps
 *   none
 */
GStrv
twf_look_alike_dup_keys (const char *name)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  for (guint upper = 0; upper < 2; upper++)
    {
      g_autofree char *look = dup_look (name, upper);
      g_autofree char *key = g_strconcat (upper ? "A" : "a", look, NULL);

      if (*look != '\0')
        g_strv_builder_add (keys, key);
    }
  return g_strv_builder_end (keys);
}

/**
 * twf_look_alike_dup_code_keys:
 * @code: a delegation's code, of capitals, digits and hyphens
 *
 * As twf_look_alike_dup_keys(). A code is known to be of capitals: that a capital i looks like a
 * small l makes nobody take IL for LL.
 *
 * Returns: (transfer full): what the code looks like among codes, and as a name
 */
GStrv
twf_look_alike_dup_code_keys (const char *code)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autofree char *skeleton = dup_skeleton (code);
  g_autofree char *name = dup_look (code, FALSE);
  g_autofree char *code_key = g_strconcat ("c", skeleton, NULL);
  g_autofree char *name_key = g_strconcat ("a", name, NULL);

  g_strv_builder_add (keys, code_key);
  g_strv_builder_add (keys, name_key);
  return g_strv_builder_end (keys);
}
