/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-facts-private.h"

#include "twf-region-names.h"
#include "twf-region.h"

#include <string.h>
#include <unicode/uloc.h>

/* What organizations are called, by their English letters. */
static const struct
{
  const char *key;
  const char *language;
  const char *names;
} bodies[] = {
  { "UNODC", "en", "UNODC|United Nations Office on Drugs and Crime" },
  { "UNODC", "fr", "ONUDC|Office des Nations Unies contre la drogue et le crime" },
  { "UNODC", "es", "UNODC|Oficina de las Naciones Unidas contra la Droga y el Delito" },
  { "UNODC",
    "ru",
    "УНП ООН|ЮНОДК|Управление Организации Объединенных Наций по наркотикам и преступности" },
  { "UNODC", "ar", "مكتب الأمم المتحدة المعني بالمخدرات والجريمة" },
  { "UNODC", "zh", "联合国毒品和犯罪问题办公室|毒品和犯罪问题办公室|毒罪办" },
  { "ILO", "en", "International Labour Organization|ILO" },
  { "ILO", "fr", "Organisation internationale du Travail|OIT" },
  { "ILO", "es", "Organización Internacional del Trabajo|OIT" },
  { "ILO", "ru", "Международная организация труда|МОТ" },
  { "ILO", "ar", "منظمة العمل الدولية" },
  { "ILO", "zh", "国际劳工组织|劳工组织" },
  { "IOM", "en", "International Organization for Migration|IOM" },
  { "IOM", "fr", "Organisation internationale pour les migrations|OIM" },
  { "IOM", "es", "Organización Internacional para las Migraciones|OIM" },
  { "IOM", "ru", "Международная организация по миграции|МОМ" },
  { "IOM", "ar", "المنظمة الدولية للهجرة" },
  { "IOM", "zh", "国际移民组织|移民组织" },
  { "WHO", "en", "World Health Organization" },
  { "WHO", "fr", "Organisation mondiale de la Santé|OMS" },
  { "WHO", "es", "Organización Mundial de la Salud|OMS" },
  { "WHO", "ru", "Всемирная организация здравоохранения|ВОЗ" },
  { "WHO", "ar", "منظمة الصحة العالمية" },
  { "WHO", "zh", "世界卫生组织|世卫组织" },
  { "UNICEF", "en", "United Nations Children's Fund|UNICEF" },
  { "UNICEF", "fr", "Fonds des Nations Unies pour l'enfance|UNICEF" },
  { "UNICEF", "es", "Fondo de las Naciones Unidas para la Infancia|UNICEF" },
  { "UNICEF", "ru", "Детский фонд Организации Объединенных Наций|ЮНИСЕФ" },
  { "UNICEF", "ar", "منظمة الأمم المتحدة للطفولة|اليونيسف" },
  { "UNICEF", "zh", "联合国儿童基金会|儿基会" },
  { "UNESCO", "en", "UNESCO|United Nations Educational, Scientific and Cultural Organization" },
  { "UNESCO", "fr", "UNESCO" },
  { "UNESCO", "es", "UNESCO" },
  { "UNESCO", "ru", "ЮНЕСКО" },
  { "UNESCO", "ar", "اليونسكو" },
  { "UNESCO", "zh", "联合国教育、科学及文化组织|教科文组织" },
};

/* One name, word by word. */
typedef struct
{
  TwfFactKind kind;
  char *key;
  GArray *pieces; /* of TwfPiece */
} Name;

/* The names of a language, by the first two signs: guint -> GPtrArray of Name, longest first. */
typedef GHashTable NameIndex;

/* First two signs of a word. */
static guint
get_bucket (const char *word)
{
  gunichar first = g_utf8_get_char (word);
  const char *next = first != 0 ? g_utf8_next_char (word) : word;

  return (first << 16) ^ g_utf8_get_char (next);
}

static int
compare_names (gconstpointer one, gconstpointer other)
{
  const Name *a = *(const Name *const *)one;
  const Name *b = *(const Name *const *)other;

  return (int)b->pieces->len - (int)a->pieces->len;
}

static void
add_name (NameIndex *index,
          const char *language,
          TwfFactKind kind,
          const char *key,
          const char *text)
{
  g_autoptr (TwfSigns) signs = twf_signs_new (text);
  Name *name = g_new (Name, 1);
  GPtrArray *bucket;
  guint first;

  name->kind = kind;
  name->key = g_strdup (key);
  name->pieces = twf_pieces_new (signs, language);
  if (name->pieces->len == 0)
    return;
  first = get_bucket (g_array_index (name->pieces, TwfPiece, 0).word);
  bucket = g_hash_table_lookup (index, GUINT_TO_POINTER (first));
  if (bucket == NULL)
    {
      bucket = g_ptr_array_new ();
      g_hash_table_insert (index, GUINT_TO_POINTER (first), bucket);
    }
  g_ptr_array_add (bucket, name);
}

static void
add_all (NameIndex *index,
         const char *language,
         TwfFactKind kind,
         const char *key,
         const char *names)
{
  g_auto (GStrv) all = g_strsplit (names, "|", -1);

  for (char **name = all; *name != NULL; name++)
    add_name (index, language, kind, key, *name);
}

static NameIndex *
build_index (const char *language)
{
  NameIndex *index = g_hash_table_new (NULL, NULL);
  gsize count;
  const TwfRegionNames *names = twf_region_names_list (&count);
  GHashTableIter iter;
  gpointer bucket;

  for (gsize i = 0; i < count; i++)
    if (strcmp (names[i].language, language) == 0)
      add_all (index, language, TWF_FACT_STATE, names[i].code, names[i].names);
  for (const char *const *code = uloc_getISOCountries (); *code != NULL; code++)
    {
      g_autofree char *name = twf_region_dup_name (*code, language);

      if (strcmp (name, *code) != 0)
        add_name (index, language, TWF_FACT_STATE, *code, name);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    if (strcmp (bodies[i].language, language) == 0)
      add_all (index, language, TWF_FACT_BODY, bodies[i].key, bodies[i].names);
  g_hash_table_iter_init (&iter, index);
  while (g_hash_table_iter_next (&iter, NULL, &bucket))
    g_ptr_array_sort (bucket, compare_names);
  return index;
}

/* Built when a language is first met and kept. */
static NameIndex *
get_index (const char *language)
{
  static GMutex mutex;
  static GHashTable *indexes;
  NameIndex *index;

  g_mutex_lock (&mutex);
  if (indexes == NULL)
    indexes = g_hash_table_new (g_str_hash, g_str_equal);
  index = g_hash_table_lookup (indexes, language);
  if (index == NULL)
    {
      index = build_index (language);
      g_hash_table_insert (indexes, g_strdup (language), index);
    }
  g_mutex_unlock (&mutex);
  return index;
}

/* Russian words are declined: another ending stands behind the same stem, or in place of a vowel.
 */
static gboolean
is_declined (const char *word, const char *name)
{
  static const char *const endings[]
      = { "",   "а",  "у",  "ом", "е",  "ы",  "и",  "я",  "ю",  "ем",  "ем",  "еи", "ои",
          "ью", "ая", "ую", "ое", "ые", "ых", "ыи", "им", "их", "ого", "ому", "ым", "ыми" };
  static const char *const vowels[] = { "ая", "ое", "ые", "ие", "а", "я", "ь", "и" };
  gsize stem = strlen (name);

  for (guint i = 0; i < G_N_ELEMENTS (vowels); i++)
    if (g_str_has_suffix (name, vowels[i]) && strlen (name) > strlen (vowels[i]) + 4)
      {
        stem = strlen (name) - strlen (vowels[i]);
        break;
      }
  /* Names in -i are not declined, but for those in -й. */
  if (g_str_has_suffix (name, "и") && !g_str_has_suffix (name, "аи")
      && !g_str_has_suffix (name, "еи"))
    return FALSE;
  /* A vowel may be gone: Египет, Египта. */
  if (g_str_has_suffix (name, "ет") && strncmp (word, name, stem - strlen ("ет")) == 0
      && g_str_has_prefix (word + stem - strlen ("ет"), "т"))
    return strlen (word) <= strlen (name) + strlen ("ом") - strlen ("е");
  if (strncmp (word, name, stem) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (strcmp (word + stem, endings[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_word (const TwfFactSearch *self, const char *word, const char *name)
{
  if (strcmp (word, name) == 0)
    return TRUE;
  return strcmp (self->language, "ru") == 0 && is_declined (word, name);
}

/* @word: the first one, perhaps without what is written onto it. */
static gboolean
is_name (const TwfFactSearch *self, guint index, const char *word, const Name *name)
{
  if (index + name->pieces->len > self->n)
    return FALSE;
  for (guint i = 0; i < name->pieces->len; i++)
    if (!is_word (self,
                  i == 0 ? word : self->pieces[index + i].word,
                  g_array_index (name->pieces, TwfPiece, i).word))
      return FALSE;
  return TRUE;
}

static const Name *
find_name (const TwfFactSearch *self, NameIndex *names, guint index, const char *word)
{
  GPtrArray *bucket = g_hash_table_lookup (names, GUINT_TO_POINTER (get_bucket (word)));

  for (guint i = 0; bucket != NULL && i < bucket->len; i++)
    if (is_name (self, index, word, bucket->pdata[i]))
      return bucket->pdata[i];
  return NULL;
}

/* Arabic writes conjunctions and prepositions onto a name; lam swallows the alef of the article. */
static const Name *
find_arabic (const TwfFactSearch *self, NameIndex *names, guint index)
{
  static const char *const prefixes[] = { "و", "ل", "ب", "ك" };
  const char *word = self->pieces[index].word;
  const Name *name = find_name (self, names, index, word);
  char whole[2 * TWF_PIECE_WORD_SIZE];

  if (name != NULL)
    return name;
  if (g_str_has_prefix (word, "و"))
    word += strlen ("و");
  if (g_str_has_prefix (word, "لل"))
    {
      g_snprintf (whole, sizeof whole, "ال%s", word + strlen ("لل"));
      return find_name (self, names, index, whole);
    }
  if (word != self->pieces[index].word)
    name = find_name (self, names, index, word);
  for (guint i = 0; i < G_N_ELEMENTS (prefixes) && name == NULL; i++)
    if (g_str_has_prefix (word, prefixes[i]))
      name = find_name (self, names, index, word + strlen (prefixes[i]));
  return name;
}

/* "Guam" and not GUAM, which is a group of four states. */
static gboolean
is_capital (const TwfFactSearch *self, const TwfPiece *piece)
{
  const TwfSigns *signs = self->signs;

  return piece->kind == TWF_PIECE_WORD && signs->raw[piece->from] != signs->folded[piece->from];
}

/* A name that is part of a word: "developing countries" ends as China begins. */
static gboolean
is_part (const TwfFactSearch *self, guint index, const Name *name)
{
  const TwfPiece *piece = &self->pieces[index];
  guint behind = index + name->pieces->len;

  if (piece->kind == TWF_PIECE_HAN)
    return twf_facts_is (self, behind, "家");
  return name->kind == TWF_FACT_STATE && piece->to - piece->from > 2
         && self->signs->raw[piece->from + 1] != self->signs->folded[piece->from + 1];
}

/*
 * twf_facts_find_names:
 * @self: what is searched
 *
 * States and organizations.
 */
void
twf_facts_find_names (const TwfFactSearch *self)
{
  gboolean arabic = strcmp (self->language, "ar") == 0;
  NameIndex *names = get_index (self->language);

  for (guint i = 0; i < self->n;)
    {
      const TwfPiece *piece = &self->pieces[i];
      const Name *name = NULL;

      if (piece->kind == TWF_PIECE_HAN || is_capital (self, piece))
        name = find_name (self, names, i, piece->word);
      else if (arabic && piece->kind == TWF_PIECE_WORD)
        name = find_arabic (self, names, i);
      if (name != NULL && is_part (self, i, name))
        name = NULL;
      if (name != NULL)
        twf_facts_add (self, name->kind, FALSE, i, i + name->pieces->len - 1, name->key);
      i += name != NULL ? name->pieces->len : 1;
    }
}
