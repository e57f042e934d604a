/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-region.h"

#include "twf-fold.h"
#include "twf-language.h"
#include "twf-region-names.h"
#include "twf-utf16.h"

#include <string.h>
#include <unicode/uloc.h>

enum
{
  MOST_NAME = 200,
};

static char *
dup_icu_name (const char *code, const char *language)
{
  g_autofree char *locale = g_strconcat ("und_", code, NULL);
  UErrorCode status = U_ZERO_ERROR;
  UChar name[MOST_NAME];
  gint32 length = uloc_getDisplayCountry (locale, language, name, MOST_NAME, &status);

  if (U_FAILURE (status) || length == 0 || length >= MOST_NAME)
    return g_strdup (code);
  return twf_utf16_to_utf8 (name, length);
}

/* The part of a tag that says which language it is. */
static char *
dup_base (const char *language)
{
  const char *dash = strchr (language, '-');

  return dash != NULL ? g_strndup (language, (gsize)(dash - language)) : g_strdup (language);
}

static const char *
find_names (const char *code, const char *language)
{
  gsize count;
  const TwfRegionNames *names = twf_region_names_list (&count);

  for (gsize i = 0; i < count; i++)
    if (strcmp (names[i].code, code) == 0 && strcmp (names[i].language, language) == 0)
      return names[i].names;
  return NULL;
}

/**
 * twf_region_dup_name:
 * @code: an ISO 3166-1 alpha-2 code, such as `RU`
 * @language: the language of the name
 *
 * Returns: (transfer full): the short name that the documents of the United Nations give the
 *   state; ICU's where they agree; @code itself where it is not known
 */
char *
twf_region_dup_name (const char *code, const char *language)
{
  g_autofree char *base = dup_base (language);
  g_autofree char *upper = g_ascii_strup (code, -1);
  const char *names = find_names (upper, base);

  if (names != NULL)
    return g_strndup (names, strcspn (names, "|"));
  return dup_icu_name (upper, language);
}

static void
add_name (GHashTable *index, const char *name, const char *code)
{
  g_autofree char *key = twf_fold_key (name);

  if (key[0] != '\0' && !g_hash_table_contains (index, key))
    g_hash_table_insert (index, g_steal_pointer (&key), g_strdup (code));
}

/* The codes of a language's names: those of the United Nations first, ICU's after them. */
static GHashTable *
build_index (const char *language)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gsize count;
  const TwfRegionNames *names = twf_region_names_list (&count);

  for (gsize i = 0; i < count; i++)
    {
      g_auto (GStrv) variants = NULL;

      if (strcmp (names[i].language, language) != 0)
        continue;
      variants = g_strsplit (names[i].names, "|", -1);
      for (char **variant = variants; *variant != NULL; variant++)
        add_name (index, *variant, names[i].code);
    }
  for (const char *const *code = uloc_getISOCountries (); *code != NULL; code++)
    {
      g_autofree char *name = dup_icu_name (*code, language);

      if (strcmp (name, *code) != 0)
        add_name (index, name, *code);
    }
  return index;
}

/* Built when a language is first asked for and kept: it is read-only from then on. */
static GHashTable *
get_index (const char *language)
{
  static GMutex mutex;
  static GHashTable *indexes;
  GHashTable *index;

  g_mutex_lock (&mutex);
  if (indexes == NULL)
    indexes = g_hash_table_new_full (
        g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_hash_table_unref);
  index = g_hash_table_lookup (indexes, language);
  if (index == NULL)
    {
      index = build_index (language);
      g_hash_table_insert (indexes, g_strdup (language), index);
    }
  g_mutex_unlock (&mutex);
  return index;
}

/* A name in a sentence may follow a conjunction and a preposition that are written onto it, and the
 * preposition lam swallows the alef of the article. */
static const char *
find_arabic (GHashTable *index, const char *key)
{
  static const char *const prefixes[] = { "", "و", "ل", "ول", "ب", "وب", "ك" };
  static const char *const swallowed[] = { "لل", "ولل" };
  const char *code;

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (key, prefixes[i]))
      {
        code = g_hash_table_lookup (index, key + strlen (prefixes[i]));
        if (code != NULL)
          return code;
      }
  for (guint i = 0; i < G_N_ELEMENTS (swallowed); i++)
    if (g_str_has_prefix (key, swallowed[i]))
      {
        g_autofree char *whole = g_strconcat ("ال", key + strlen (swallowed[i]), NULL);

        code = g_hash_table_lookup (index, whole);
        if (code != NULL)
          return code;
      }
  return NULL;
}

/* "the Bahamas" of a sentence and "Bahamas (the)" of a list. */
static const char *
find_english (GHashTable *index, const char *key)
{
  const char *code = g_hash_table_lookup (index, key);
  g_autofree char *bare = NULL;

  if (code != NULL)
    return code;
  if (g_str_has_prefix (key, "the"))
    return g_hash_table_lookup (index, key + strlen ("the"));
  if (!g_str_has_suffix (key, "the"))
    return NULL;
  bare = g_strndup (key, strlen (key) - strlen ("the"));
  return g_hash_table_lookup (index, bare);
}

static const char *
find_in (const char *key, const char *language)
{
  GHashTable *index = get_index (language);

  if (strcmp (language, "ar") == 0)
    return find_arabic (index, key);
  if (strcmp (language, "en") == 0)
    return find_english (index, key);
  return g_hash_table_lookup (index, key);
}

/**
 * twf_region_find:
 * @name: what may be the name of a state, alone
 * @language: (nullable): the language that it is likely in; the six of the United Nations are
 *   looked through after it
 *
 * Finds a state by any name that it goes by, whatever the case, accents, spaces, punctuation,
 * vowel marks, tatweel and variants of letters; in Arabic also with conjunction and preposition
 * written onto it.
 *
 * Returns: (transfer full) (nullable): its ISO 3166-1 alpha-2 code, or %NULL
 */
char *
twf_region_find (const char *name, const char *language)
{
  g_autofree char *key = twf_fold_key (name);
  g_autofree char *base = language != NULL ? dup_base (language) : NULL;
  const char *code = NULL;

  if (key[0] == '\0')
    return NULL;
  if (base != NULL && twf_language_is_valid (base))
    code = find_in (key, base);
  for (const char *const *tag = twf_language_list_un (); *tag != NULL && code == NULL; tag++)
    code = find_in (key, *tag);
  return g_strdup (code);
}

/**
 * twf_region_list_names:
 * @language: the language of the names
 *
 * Returns: (transfer full): all names of all states and territories that are known in @language,
 *   in no order
 */
GStrv
twf_region_list_names (const char *language)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autofree char *base = dup_base (language);
  gsize count;
  const TwfRegionNames *known = twf_region_names_list (&count);

  for (gsize i = 0; i < count; i++)
    {
      g_auto (GStrv) variants = NULL;

      if (strcmp (known[i].language, base) != 0)
        continue;
      variants = g_strsplit (known[i].names, "|", -1);
      g_strv_builder_addv (names, (const char **)variants);
    }
  for (const char *const *code = uloc_getISOCountries (); *code != NULL; code++)
    {
      g_autofree char *name = dup_icu_name (*code, language);

      g_strv_builder_add (names, name);
    }
  return g_strv_builder_end (names);
}
