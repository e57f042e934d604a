/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-opening.h"

#include "twf-opening-words.h"

#include <string.h>

/* No opening is longer: what follows is not looked at. In characters. */
#define LONGEST 120

/* Of an act: its scale, and how strong it is there. "Urges" is above "Calls upon": in the official
 * languages that have one verb for both, it is "calls insistently". What is said with more force
 * ("strongly") is half a step above. */
static const struct
{
  TwfScale scale;
  guint strength;
} acts[TWF_N_ACTS] = {
  [TWF_ACT_NONE] = { TWF_SCALE_NONE, 0 },          [TWF_ACT_NOTE] = { TWF_SCALE_STATING, 10 },
  [TWF_ACT_RECOGNIZE] = { TWF_SCALE_STATING, 20 }, [TWF_ACT_EMPHASIZE] = { TWF_SCALE_STATING, 30 },
  [TWF_ACT_REAFFIRM] = { TWF_SCALE_STATING, 40 },  [TWF_ACT_ENCOURAGE] = { TWF_SCALE_ASKING, 10 },
  [TWF_ACT_INVITE] = { TWF_SCALE_ASKING, 20 },     [TWF_ACT_RECOMMEND] = { TWF_SCALE_ASKING, 30 },
  [TWF_ACT_REQUEST] = { TWF_SCALE_ASKING, 40 },    [TWF_ACT_CALL] = { TWF_SCALE_ASKING, 50 },
  [TWF_ACT_URGE] = { TWF_SCALE_ASKING, 60 },       [TWF_ACT_DEMAND] = { TWF_SCALE_ASKING, 70 },
  [TWF_ACT_DECIDE] = { TWF_SCALE_ASKING, 80 },     [TWF_ACT_REGRET] = { TWF_SCALE_BLAMING, 10 },
  [TWF_ACT_CONCERN] = { TWF_SCALE_BLAMING, 20 },   [TWF_ACT_DEPLORE] = { TWF_SCALE_BLAMING, 50 },
  [TWF_ACT_CONDEMN] = { TWF_SCALE_BLAMING, 60 },   [TWF_ACT_WELCOME] = { TWF_SCALE_APPROVING, 30 },
  [TWF_ACT_SUPPORT] = { TWF_SCALE_APPROVING, 40 }, [TWF_ACT_ENDORSE] = { TWF_SCALE_APPROVING, 50 },
};

enum
{
  MORE = 5,
  CONCERN = 20,
  DEEP_CONCERN = 30,
  STRONGEST = 8,
  INTEREST = 10,
  APPRECIATION = 20,
};

/* A language's words, made ready. Kept for good. */
typedef struct
{
  GRegex *expression;
  GRegex *strongly;
  GRegex *appreciation;
  GRegex *interest;
  GRegex *concern;
  GRegex *deep;
  GRegex *strongest;
  GHashTable *verbs;                  /* char* → const TwfOpeningVerb* */
  GHashTable *operative, *preambular; /* char*, sets */
} Matcher;

static int
compare_lengths (gconstpointer one, gconstpointer other)
{
  gsize length = strlen (*(const char *const *)one);
  gsize against = strlen (*(const char *const *)other);

  return length == against ? 0 : length > against ? -1 : 1;
}

static GRegex *
compile (const char *pattern)
{
  g_autoptr (GError) error = NULL;
  GRegex *regex;

  if (pattern == NULL)
    return NULL;
  regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, &error);
  if (regex == NULL)
    g_error ("%s: %s", pattern, error->message);
  return regex;
}

static void
add_verb (Matcher *self, GHashTable *set, const TwfOpeningVerb *verb, char *word)
{
  g_hash_table_insert (self->verbs, g_strdup (word), (gpointer)verb);
  g_hash_table_add (set, word);
}

/* Arabic verbs are listed as an assembly (feminine) has them; a council or a state is masculine. */
static void
add_verbs (Matcher *self, GHashTable *set, const TwfOpeningVerb *verb, const char *forms)
{
  static const char feminine[] = "ت";
  static const char masculine[] = "ي";
  g_auto (GStrv) words = g_strsplit (forms != NULL ? forms : "", "|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      add_verb (self, set, verb, g_strdup (words[i]));
      if (g_str_has_prefix (words[i], feminine))
        add_verb (self, set, verb, g_strconcat (masculine, words[i] + strlen (feminine), NULL));
    }
}

static Matcher *
make_matcher (const TwfOpeningLanguage *language)
{
  Matcher *self = g_new0 (Matcher, 1);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *heads = NULL;
  g_autofree char *pattern = NULL;
  GHashTableIter iter;
  gpointer word;
  /* Han has no spaces, so that a verb ends where it ends. */
  gboolean spaced = strcmp (language->language, "zh") != 0;
  const char *space = spaced ? " " : "";

  self->verbs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->operative = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->preambular = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < language->n_verbs; i++)
    {
      const TwfOpeningVerb *verb = &language->verbs[i];

      add_verbs (self, self->operative, verb, verb->operative);
      add_verbs (self,
                 self->preambular,
                 verb,
                 verb->preambular == NULL && !spaced ? verb->operative : verb->preambular);
    }
  g_hash_table_iter_init (&iter, self->verbs);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    g_ptr_array_add (words, word);
  g_ptr_array_sort (words, compare_lengths);
  g_ptr_array_add (words, NULL);
  heads = g_strjoinv ("|", (char **)words->pdata);
  pattern = g_strdup_printf ("^((?:(?:%s)%s)*)(%s)((?:%s(?:%s))*)"
                             "((?:(?:%s)(?:(?:%s)%s)*(?:%s)(?:%s(?:%s))*)*)%s%s",
                             language->before,
                             space,
                             heads,
                             space,
                             language->behind,
                             language->joint,
                             language->before,
                             space,
                             heads,
                             space,
                             language->behind,
                             spaced ? "(?![\\p{L}\\p{N}])" : "",
                             language->never != NULL ? language->never : "");
  self->expression = compile (pattern);
  self->strongly = compile (language->strongly);
  self->appreciation = compile (language->appreciation);
  self->interest = compile (language->interest);
  self->concern = compile (language->concern);
  self->deep = compile (language->deep);
  self->strongest = compile (language->strongest);
  return self;
}

static Matcher *
get_matcher (const char *tag)
{
  static GMutex mutex;
  static GHashTable *matchers;
  const TwfOpeningLanguage *language = _twf_opening_get_language (tag);
  Matcher *self;

  if (language == NULL)
    return NULL;
  g_mutex_lock (&mutex);
  if (matchers == NULL)
    matchers = g_hash_table_new (NULL, NULL);
  self = g_hash_table_lookup (matchers, language);
  if (self == NULL)
    {
      self = make_matcher (language);
      g_hash_table_insert (matchers, (gpointer)language, self);
    }
  g_mutex_unlock (&mutex);
  return self;
}

/* What no reader would take for a part of a word: signs of vocalisation, tatweel, what steers
 * display. */
static gboolean
is_silent (gunichar sign)
{
  return g_unichar_ismark (sign) || sign == 0x640 || (sign >= 0x200b && sign <= 0x200f)
         || (sign >= 0x202a && sign <= 0x202e) || (sign >= 0x2066 && sign <= 0x2069) || sign == 0xad
         || sign == 0xfeff;
}

/* What may stand before the words of a paragraph: space, brackets, quotation marks. */
static gboolean
is_lead (gunichar sign)
{
  if (g_unichar_isspace (sign) || is_silent (sign))
    return TRUE;
  switch (g_unichar_type (sign))
    {
    case G_UNICODE_OPEN_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
      return TRUE;
    default:
      return FALSE;
    }
}

static gunichar
fold_sign (gunichar sign)
{
  if (g_unichar_isspace (sign))
    return ' ';
  if (sign == 0x2010 || sign == 0x2011)
    return '-';
  if (sign == '\'')
    return 0x2019;
  return g_unichar_tolower (sign);
}

/* The beginning of @text as the expressions have it. @ends: of each byte of the outcome, where in
 * @text what it stands for ends. */
static char *
fold (const char *text, GArray *ends)
{
  GString *folded = g_string_new (NULL);
  const char *at = text;

  for (guint n = 0; *at != '\0' && n < LONGEST; n++)
    {
      gunichar sign = fold_sign (g_utf8_get_char (at));
      guint end;
      gsize length = folded->len;

      at = g_utf8_next_char (at);
      if (!is_silent (sign)
          && !(sign == ' ' && folded->len > 0 && folded->str[folded->len - 1] == ' '))
        g_string_append_unichar (folded, sign);
      /* Marks belong to the letter before them. */
      while (g_unichar_ismark (g_utf8_get_char (at)) || g_utf8_get_char (at) == 0x200d
             || g_utf8_get_char (at) == 0x200c)
        at = g_utf8_next_char (at);
      end = (guint)(at - text);
      if (folded->len == length && length > 0)
        g_array_index (ends, guint, length - 1) = end;
      for (; length < folded->len; length++)
        g_array_append_val (ends, end);
    }
  return g_string_free (folded, FALSE);
}

static gboolean
matches (GRegex *regex, const char *words)
{
  return regex != NULL && g_regex_match (regex, words, 0, NULL);
}

static void
weigh (const Matcher *self, TwfAct act, const char *before, const char *behind, TwfOpening *opening)
{
  g_autofree char *around = g_strconcat (before, " ", behind, NULL);
  gboolean mild = act == TWF_ACT_NONE || acts[act].scale == TWF_SCALE_STATING;

  opening->scale = acts[act].scale;
  opening->strength = acts[act].strength;
  if (mild && matches (self->concern, around))
    {
      opening->scale = TWF_SCALE_BLAMING;
      opening->strength = matches (self->deep, around) ? DEEP_CONCERN : CONCERN;
    }
  else if (mild && matches (self->appreciation, around))
    {
      opening->scale = TWF_SCALE_APPROVING;
      opening->strength = APPRECIATION;
    }
  else if (mild && matches (self->interest, around))
    {
      opening->scale = TWF_SCALE_APPROVING;
      opening->strength = INTEREST;
    }
  else if (act == TWF_ACT_CONCERN && matches (self->deep, around))
    opening->strength = DEEP_CONCERN;
  if (opening->scale == TWF_SCALE_NONE)
    return;
  if (opening->scale == TWF_SCALE_BLAMING && matches (self->strongest, around))
    opening->strength += STRONGEST;
  else if (matches (self->strongly, around))
    opening->strength += MORE;
}

static gboolean
find_folded (const Matcher *self,
             const char *folded,
             TwfOpeningForms forms,
             TwfOpening *opening,
             int *end)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *before = NULL;
  g_autofree char *verb = NULL;
  g_autofree char *behind = NULL;
  const TwfOpeningVerb *found;

  if (!g_regex_match (self->expression, folded, 0, &info))
    return FALSE;
  before = g_match_info_fetch (info, 1);
  behind = g_match_info_fetch (info, 3);
  verb = g_match_info_fetch (info, 2);
  found = g_hash_table_lookup (self->verbs, verb);
  if (found == NULL)
    return FALSE;
  opening->forms
      = (g_hash_table_contains (self->operative, verb) ? TWF_OPENING_OPERATIVE : TWF_OPENING_NONE)
        | (g_hash_table_contains (self->preambular, verb) ? TWF_OPENING_PREAMBULAR
                                                          : TWF_OPENING_NONE);
  /* "وإذ" makes a preamble of any verb. */
  if (g_str_has_prefix (before, "إذ") || g_str_has_prefix (before, "وإذ"))
    opening->forms = TWF_OPENING_PREAMBULAR;
  if ((opening->forms & forms) == 0)
    return FALSE;
  weigh (self, found->act, before, behind, opening);
  return g_match_info_fetch_pos (info, 0, NULL, end);
}

/**
 * twf_opening_find:
 * @text: a paragraph
 * @language: (nullable): that it is in
 * @forms: which openings are looked for
 * @opening: (out caller-allocates): what it opens with; untouched if with nothing known
 *
 * Finds the words that a paragraph opens with, as resolutions of the General Assembly print them
 * apart: "Recalling also", "Notes with deep concern", "وإذ تشير أيضا", "大力鼓励". They are the
 * longest that are known, and end between graphemes. Marks of direction, brackets and quotation
 * marks before them are left out.
 *
 * Returns: whether it opens with any
 */
gboolean
twf_opening_find (const char *text,
                  const char *language,
                  TwfOpeningForms forms,
                  TwfOpening *opening)
{
  const Matcher *self = language != NULL ? get_matcher (language) : NULL;
  g_autoptr (GArray) ends = NULL;
  g_autofree char *folded = NULL;
  TwfOpening found = { 0 };
  const char *start = text;
  int end;

  if (self == NULL || text == NULL)
    return FALSE;
  while (*start != '\0' && is_lead (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  ends = g_array_new (FALSE, FALSE, sizeof (guint));
  folded = fold (start, ends);
  if (!find_folded (self, folded, forms, &found, &end) || end <= 0)
    return FALSE;
  found.start = (gsize)(start - text);
  found.end = found.start + g_array_index (ends, guint, end - 1);
  *opening = found;
  return TRUE;
}

/**
 * twf_opening_get_look:
 * @language: (nullable): a BCP 47 tag
 *
 * Returns: how the United Nations print openings in it: in italics; in bold where the script has
 *   none (ZH); in both (AR)
 */
TwfLook
twf_opening_get_look (const char *language)
{
  const TwfOpeningLanguage *words = language != NULL ? _twf_opening_get_language (language) : NULL;

  if (words != NULL && strcmp (words->language, "zh") == 0)
    return TWF_LOOK_BOLD;
  if (words != NULL && strcmp (words->language, "ar") == 0)
    return TWF_LOOK_BOLD | TWF_LOOK_ITALIC;
  return TWF_LOOK_ITALIC;
}

/* Noting is the least that can be said on any scale; asking is more than any statement. */
static gboolean
get_order (const TwfOpening *opening, TwfScale scale, guint *order)
{
  gboolean noting
      = opening->scale == TWF_SCALE_STATING && opening->strength == acts[TWF_ACT_NOTE].strength;

  *order = noting ? 1 : opening->strength + 100;
  if (opening->scale == TWF_SCALE_STATING && scale == TWF_SCALE_ASKING)
    *order = noting ? 1 : opening->strength;
  return opening->scale == scale || noting
         || (opening->scale == TWF_SCALE_STATING && scale == TWF_SCALE_ASKING);
}

/**
 * twf_opening_compare:
 * @before: what a paragraph opened with
 * @after: what it opens with now
 *
 * "Urges" to "Encourages" is softer. What is not on one scale ("Condemns" and "Encourages") is not
 * compared; but to note is the least on each, and whatever asks for something is more than what
 * only states. The outcome is the opposite where the two change places, and what is softer than a
 * softer one is softer.
 *
 * Returns: what @after is beside @before
 */
TwfShift
twf_opening_compare (const TwfOpening *before, const TwfOpening *after)
{
  TwfScale scale = MAX (before->scale, after->scale);
  guint was, is;

  if (before->scale == TWF_SCALE_NONE || after->scale == TWF_SCALE_NONE)
    return TWF_SHIFT_NONE;
  if (!get_order (before, scale, &was) || !get_order (after, scale, &is) || was == is)
    return TWF_SHIFT_NONE;
  return is < was ? TWF_SHIFT_SOFTER : TWF_SHIFT_STRONGER;
}
