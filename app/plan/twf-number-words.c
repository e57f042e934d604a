/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-numbering-private.h"

#include <string.h>

/* What stands behind a number for the second, third ... at one place. As in the languages of the
 * Rome Statute, articles 8 bis and 15 ter: EN, FR and ES the Latin words, ZH "the second of 8". RU
 * the Latin words too, as in the resolutions of the General Assembly; their transcription is read
 * and not written. */
static const char *const latin[]
    = { "bis",       "ter",       "quater",       "quinquies",  "sexies",
        "septies",   "octies",    "nonies",       "decies",     "undecies",
        "duodecies", "terdecies", "quaterdecies", "quindecies", "sexdecies" };
static const char *const russian[]
    = { "бис", "тер", "кватер", "квинквиес", "сексиес", "септиес", "октиес", "нониес", "дециес" };
static const char *const arabic[]
    = { "مكررا",       "مكررا ثانيا", "مكررا ثالثا", "مكررا رابعا", "مكررا خامسا",
        "مكررا سادسا", "مكررا سابعا", "مكررا ثامنا", "مكررا تاسعا", "مكررا عاشرا" };
static const char *const chinese[]
    = { "之二", "之三", "之四", "之五", "之六", "之七", "之八", "之九", "之十" };

/* How Arabic documents count with capital letters: A is their alif. */
static const char *const arabic_capitals[]
    = { "ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء",
        "كاف", "لام", "ميم", "نون", "سين", "عين", "فاء", "صاد", "قاف", "راء",
        "شين", "تاء", "ثاء", "خاء", "ذال", "ضاد", "ظاء", "غين" };

/*
 * twf_number_language_is:
 * @language: (nullable): a BCP 47 tag
 * @primary: two letters
 *
 * Returns: whether @language is @primary or a form of it
 */
gboolean
twf_number_language_is (const char *language, const char *primary)
{
  return language != NULL && g_ascii_strncasecmp (language, primary, 2) == 0
         && (language[2] == '\0' || language[2] == '-');
}

/* The words of @language, and what stands between the number and the first of them. */
static const char *const *
get_words (const char *language, guint *n, const char **space)
{
  *space = " ";
  if (twf_number_language_is (language, "ar"))
    {
      *n = G_N_ELEMENTS (arabic);
      return arabic;
    }
  if (twf_number_language_is (language, "zh"))
    {
      *space = "";
      *n = G_N_ELEMENTS (chinese);
      return chinese;
    }
  *n = G_N_ELEMENTS (latin);
  return latin;
}

static char *
spell_repeated (guint nth, const char *language)
{
  const char *space;
  guint n;
  const char *const *words = get_words (language, &n, &space);

  if (nth > n)
    return g_strdup_printf ("%s%s %u", space, words[0], nth);
  return g_strconcat (space, words[nth - 1], NULL);
}

static char *
spell_capital (guint nth, const char *language)
{
  GString *spelled = g_string_new (NULL);

  if (twf_number_language_is (language, "ar"))
    {
      const guint n = G_N_ELEMENTS (arabic_capitals);

      for (guint i = 0; i <= (nth - 1) / n; i++)
        g_string_append_printf (spelled, " %s", arabic_capitals[(nth - 1) % n]);
    }
  else
    {
      g_string_append_c (spelled, ' ');
      for (guint i = 0; i <= (nth - 1) / 26; i++)
        g_string_append_c (spelled, (char)('A' + (nth - 1) % 26));
    }
  return g_string_free (spelled, FALSE);
}

static char *
spell_alt (guint nth, const char *language)
{
  const char *word = " alt";

  if (twf_number_language_is (language, "ar"))
    word = " بديل";
  else if (twf_number_language_is (language, "ru"))
    word = " альт";
  else if (twf_number_language_is (language, "zh"))
    word = "备选";
  return nth > 1 ? g_strdup_printf ("%s %u", word, nth) : g_strdup (word);
}

/*
 * twf_number_spell_inserted:
 * @convention: what bis means in the plan
 * @extra: the how manieth was inserted behind a number; 0: the number itself
 * @language: (nullable): a BCP 47 tag
 *
 * Returns: (transfer full): what is written behind the number, the space before it included: bis,
 *   ter, quater; where these mean alternatives, A, B, C
 */
char *
twf_number_spell_inserted (TwfConvention convention, guint extra, const char *language)
{
  if (extra == 0)
    return g_strdup ("");
  return convention == TWF_CONVENTION_BIS_INSERTED ? spell_repeated (extra, language)
                                                   : spell_capital (extra, language);
}

/*
 * twf_number_spell_alternative:
 * @convention: what bis means in the plan
 * @nth: from 1
 * @language: (nullable): a BCP 47 tag
 *
 * Returns: (transfer full): what is written behind the number of a provision for the @nth other
 *   wording of it: alt, alt 2; where bis means alternatives, bis, ter
 */
char *
twf_number_spell_alternative (TwfConvention convention, guint nth, const char *language)
{
  return convention == TWF_CONVENTION_BIS_INSERTED ? spell_alt (nth, language)
                                                   : spell_repeated (nth, language);
}

static gsize
skip_word (const char *text, const char *const *words, guint n)
{
  gsize longest = 0;

  for (guint i = 0; i < n; i++)
    if (g_str_has_prefix (text, words[i]) && strlen (words[i]) > longest)
      longest = strlen (words[i]);
  return longest;
}

/**
 * twf_number_skip_inserted:
 * @behind: what stands behind a number
 *
 * Returns: how many bytes of it say in one of the six languages that something was inserted behind
 *   that number: bis, ter, quater, with the space before; 0: none
 */
gsize
twf_number_skip_inserted (const char *behind)
{
  gsize space = strspn (behind, " ");
  const char *word = behind + space;
  gsize length = skip_word (word, latin, G_N_ELEMENTS (latin));

  length = MAX (length, skip_word (word, russian, G_N_ELEMENTS (russian)));
  length = MAX (length, skip_word (word, arabic, G_N_ELEMENTS (arabic)));
  length = MAX (length, skip_word (word, chinese, G_N_ELEMENTS (chinese)));
  /* "ter" is no beginning of a word. */
  if (length == 0 || g_unichar_isalpha (g_utf8_get_char (word + length)))
    return 0;
  return space + length;
}
