/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-style-rules.h"

#include "twf-digits.h"
#include "twf-numbering-private.h"

#include <string.h>

#define NBSP "\302\240"

/* A text while it is looked at. */
typedef struct
{
  const char *text;
  const char *language;
  gboolean chinese, arabic, french;
  GPtrArray *flaws;
} Check;

/* The marks that sentences and paragraphs end in. */
typedef struct
{
  const char *comma, *semicolon, *colon, *stop;
} Marks;

static void
init (Check *self, const char *text, const char *language)
{
  self->text = text;
  self->language = language;
  self->chinese = twf_number_language_is (language, "zh");
  self->arabic = twf_number_language_is (language, "ar");
  self->french = twf_number_language_is (language, "fr");
  self->flaws = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_style_flaw_free);
}

static Marks
get_marks (const Check *self)
{
  if (self->chinese)
    return (Marks){ "，", "；", "：", "。" };
  if (self->arabic)
    return (Marks){ "،", "؛", ":", "." };
  if (self->french)
    return (Marks){ ",", NBSP ";", NBSP ":", "." };
  return (Marks){ ",", ";", ":", "." };
}

static void
add (Check *self, TwfStyleRule rule, const char *start, const char *end, const char *instead)
{
  TwfStyleFlaw *flaw = g_new0 (TwfStyleFlaw, 1);

  flaw->rule = rule;
  flaw->start = (gsize)(start - self->text);
  flaw->end = (gsize)(end - self->text);
  flaw->instead = g_strdup (instead);
  g_ptr_array_add (self->flaws, flaw);
}

/**
 * twf_style_flaw_free:
 * @self: (transfer full): what was found in a text
 */
void
twf_style_flaw_free (TwfStyleFlaw *self)
{
  g_free (self->instead);
  g_free (self);
}

static gboolean
is_space (gunichar sign)
{
  return sign == ' ' || sign == 0xa0 || sign == 0x202f || sign == 0x2009;
}

/* Steers display, and is no part of what is read. */
static gboolean
is_silent (gunichar sign)
{
  return (sign >= 0x200b && sign <= 0x200f) || (sign >= 0x202a && sign <= 0x202e)
         || (sign >= 0x2066 && sign <= 0x2069);
}

static gboolean
is_closing (gunichar sign)
{
  GUnicodeType type = g_unichar_type (sign);

  /* In Arabic “ closes. */
  return type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION
         || sign == 0x201c;
}

static gboolean
is_end_mark (gunichar sign)
{
  return sign != 0 && g_utf8_strchr (".,;:!?…،؛؟。，；：！？", -1, sign) != NULL;
}

/* Where the last sign of @text is that is read, brackets round the whole left out; NULL: there is
 * none. */
static const char *
find_last (const char *text, gboolean behind_closing)
{
  const char *at = text + strlen (text);

  while (at > text)
    {
      gunichar sign;

      at = g_utf8_prev_char (at);
      sign = g_utf8_get_char (at);
      if (!g_unichar_isspace (sign) && !is_silent (sign) && sign != ']'
          && !(behind_closing && is_closing (sign)))
        return at;
    }
  return NULL;
}

/**
 * twf_style_has_end:
 * @text: a paragraph
 *
 * Returns: whether it ends in a mark, perhaps with a closing quotation mark behind it
 */
gboolean
twf_style_has_end (const char *text)
{
  const char *last = find_last (text, TRUE);

  return last != NULL && is_end_mark (g_utf8_get_char (last));
}

static gboolean
begins_with (const char *at, const char *mark)
{
  if (g_str_has_prefix (mark, NBSP))
    mark += strlen (NBSP);
  return g_str_has_prefix (at, mark);
}

static gboolean
ends_well (const Check *self, const char *last, TwfStyleEnds ends)
{
  const Marks marks = get_marks (self);
  const char *before = find_last (self->text, TRUE);
  gboolean colon = begins_with (last, marks.colon);

  switch (ends)
    {
    case TWF_STYLE_ENDS_PREAMBLE:
      return begins_with (last, marks.comma) || colon;
    case TWF_STYLE_ENDS_OPERATIVE:
      return begins_with (last, marks.semicolon) || colon;
    case TWF_STYLE_ENDS_SECTION:
      return begins_with (last, marks.semicolon) || colon || begins_with (before, marks.stop);
    case TWF_STYLE_ENDS_ALL:
      /* “… as the annex has it.” */
      return begins_with (before, marks.stop) || colon;
    case TWF_STYLE_ENDS_MARKED:
      return is_end_mark (g_utf8_get_char (before));
    case TWF_STYLE_ENDS_ANYHOW:
    default:
      return TRUE;
    }
}

static const char *
get_end (const Check *self, TwfStyleEnds ends)
{
  const Marks marks = get_marks (self);

  if (ends == TWF_STYLE_ENDS_PREAMBLE)
    return marks.comma;
  return ends == TWF_STYLE_ENDS_ALL || ends == TWF_STYLE_ENDS_MARKED ? marks.stop : marks.semicolon;
}

/* A mark takes the place of the wrong one; where there is none, it comes behind the last letter. */
static void
check_end (Check *self, TwfStyleEnds ends)
{
  const char *last = find_last (self->text, FALSE);
  TwfStyleRule rule = ends == TWF_STYLE_ENDS_MARKED ? TWF_STYLE_NO_END : TWF_STYLE_END;
  const char *wanted = get_end (self, ends);
  const char *start;
  gunichar sign;

  if (last == NULL || find_last (self->text, TRUE) == NULL || ends_well (self, last, ends))
    return;
  sign = g_utf8_get_char (last);
  start = last;
  if (is_end_mark (sign))
    {
      const char *end = g_utf8_next_char (last);

      while (start > self->text && is_space (g_utf8_get_char (g_utf8_prev_char (start))))
        start = g_utf8_prev_char (start);
      /* A question and what trails off are left to a person. */
      if (g_utf8_strchr ("!?…؟！？", -1, sign) != NULL
          || (start > self->text && is_end_mark (g_utf8_get_char (g_utf8_prev_char (start)))))
        wanted = NULL;
      add (self, rule, wanted != NULL ? start : last, end, wanted);
      return;
    }
  start = g_utf8_next_char (last);
  while (g_unichar_ismark (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  add (self, rule, start, start, g_unichar_isalnum (sign) || is_closing (sign) ? wanted : NULL);
}

static void
check_double_spaces (Check *self)
{
  for (const char *at = strstr (self->text, "  "); at != NULL; at = strstr (at, "  "))
    {
      const char *end = at + strspn (at, " ");

      /* At the end of a line nobody sees them. */
      if (*end != '\0' && *end != '\n' && at > self->text && at[-1] != '\n')
        add (self, TWF_STYLE_DOUBLE_SPACE, at, end, " ");
      at = end;
    }
}

/* What stands behind @at so that a mark at it is one of a sentence: ".5" and "http:" have none. */
static gboolean
is_at_end (const char *at)
{
  gunichar sign = g_utf8_get_char (at);

  return sign == 0 || g_unichar_isspace (sign) || is_closing (sign) || is_silent (sign);
}

static void
check_spaces_before (Check *self)
{
  const char *marks = self->french ? ",." : self->chinese ? "，；：。、" : ",;.:،؛؟?!";

  for (const char *at = self->text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar sign = g_utf8_get_char (at);
      const char *start = at;

      if (g_utf8_strchr (marks, -1, sign) == NULL || !is_at_end (g_utf8_next_char (at)))
        continue;
      while (start > self->text && is_space (g_utf8_get_char (g_utf8_prev_char (start))))
        start = g_utf8_prev_char (start);
      /* ". . ." and a mark at the beginning are no slips. */
      if (start < at && start > self->text
          && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (start))))
        add (self, TWF_STYLE_SPACE_BEFORE, start, at, "");
    }
}

/* French: a no-break space before ; : ! ? and », and behind «. */
static void
check_french (Check *self)
{
  for (const char *at = self->text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar sign = g_utf8_get_char (at);
      const char *behind = g_utf8_next_char (at);
      gboolean mark = strchr (";:!?", *at) != NULL && is_at_end (behind);
      /* Titles in English have their colons without. */
      gboolean alone = mark && *at != ':';

      if (sign == 0xab && (*behind == ' ' || g_unichar_isalnum (g_utf8_get_char (behind))))
        add (self, TWF_STYLE_SPACE_MISSING, behind, *behind == ' ' ? behind + 1 : behind, NBSP);
      if ((mark || sign == 0xbb) && at > self->text)
        {
          const char *before = g_utf8_prev_char (at);
          gunichar last = g_utf8_get_char (before);

          if (*before == ' ')
            add (self, TWF_STYLE_SPACE_MISSING, before, at, NBSP);
          else if ((alone || sign == 0xbb) && (g_unichar_isalnum (last) || is_closing (last)))
            add (self, TWF_STYLE_SPACE_MISSING, at, at, NBSP);
        }
    }
}

/* The language's own quotation marks, as United Nations documents have them. */
static void
get_quotes (const Check *self, const char **opening, const char **closing)
{
  *opening = "“";
  *closing = "”";
  if (self->arabic)
    {
      *opening = "”";
      *closing = "“";
    }
  else if (self->french)
    {
      *opening = "«" NBSP;
      *closing = NBSP "»";
    }
  else if (twf_number_language_is (self->language, "ru"))
    {
      *opening = "«";
      *closing = "»";
    }
}

static gboolean
is_latin (const char *at)
{
  return g_unichar_get_script (g_utf8_get_char (at)) == G_UNICODE_SCRIPT_LATIN;
}

/* Straight marks, and those of other languages. Spanish and Arabic take either kind. */
static void
check_quotes (Check *self)
{
  gboolean guillemets = self->french || twf_number_language_is (self->language, "ru");
  gboolean either = self->arabic || twf_number_language_is (self->language, "es");
  const char *opening, *closing;
  guint n_straight = 0, nth = 0;
  gboolean foreign = FALSE;
  int within = 0;

  get_quotes (self, &opening, &closing);
  for (const char *at = self->text; *at != '\0'; at++)
    n_straight += *at == '"';
  for (const char *at = self->text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar sign = g_utf8_get_char (at);
      const char *end = g_utf8_next_char (at);
      const char *instead = NULL;

      within += sign == 0xab ? 1 : sign == 0xbb ? -1 : 0;
      if (sign == '"')
        instead = nth++ % 2 == 0 ? opening : closing;
      /* Quotes within quotes are of the other kind, and so are those of English titles. */
      else if (guillemets && within <= 0 && (sign == 0x201c || sign == 0x201e))
        {
          foreign = !self->french && is_latin (end);
          if (foreign)
            continue;
          instead = opening;
        }
      else if (guillemets && within <= 0 && sign == 0x201d)
        {
          if (foreign)
            continue;
          instead = closing;
        }
      else if (!guillemets && !either && sign == 0xab)
        instead = opening;
      else if (!guillemets && !either && sign == 0xbb)
        instead = closing;
      else
        continue;
      /* Inches, and what was left open. */
      if (sign == '"'
          && (n_straight % 2 == 1 || (self->french && is_space (g_utf8_get_char (end)))))
        instead = NULL;
      add (self, TWF_STYLE_QUOTES, at, end, instead);
    }
}

static void
check_digits (Check *self)
{
  const char *first = NULL, *last = NULL;
  gboolean western = FALSE;
  g_autofree char *ascii = NULL;

  for (const char *at = self->text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar sign = g_utf8_get_char (at);

      western = western || g_ascii_isdigit (*at);
      if ((sign >= 0x660 && sign <= 0x669) || (sign >= 0x6f0 && sign <= 0x6f9))
        {
          first = first != NULL ? first : at;
          last = g_utf8_next_char (at);
        }
    }
  if (first == NULL || !western)
    return;
  ascii = g_strndup (first, (gsize)(last - first));
  {
    g_autofree char *instead = twf_digits_to_ascii (ascii);

    add (self, TWF_STYLE_DIGITS, first, last, instead);
  }
}

/* Whether the bracket at @at closes a letter or a number that counts: "a)", "1)", "iv)". */
static gboolean
closes_counter (const Check *self, const char *at)
{
  const char *start = at;
  guint n = 0;

  while (start > self->text)
    {
      const char *before = g_utf8_prev_char (start);

      if (!g_unichar_isalnum (g_utf8_get_char (before)))
        break;
      start = before;
      n++;
    }
  return n > 0 && (n <= 2 || (n <= 4 && strspn (start, "ivx") >= n))
         && (start == self->text || g_utf8_get_char (g_utf8_prev_char (start)) != '(');
}

static void
check_balance (Check *self)
{
  static const char *const pairs[][2]
      = { { "(", ")" }, { "[", "]" }, { "（", "）" }, { "«", "»" }, { "《", "》" }, { "“", "”" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      gunichar opening = g_utf8_get_char (pairs[i][0]);
      gunichar closing = g_utf8_get_char (pairs[i][1]);
      const char *open = NULL;
      int depth = 0;

      for (const char *at = self->text; *at != '\0'; at = g_utf8_next_char (at))
        {
          gunichar sign = g_utf8_get_char (at);

          if (sign == opening && depth++ == 0)
            open = at;
          if (sign != closing)
            continue;
          if (i == 0 && depth == 0 && closes_counter (self, at))
            continue;
          if (--depth < 0 && open == NULL)
            open = at;
        }
      if (depth != 0 && open != NULL)
        add (self, TWF_STYLE_UNBALANCED, open, g_utf8_next_char (open), NULL);
    }
}

static int
compare_flaws (gconstpointer one, gconstpointer other)
{
  const TwfStyleFlaw *flaw = *(const TwfStyleFlaw *const *)one;
  const TwfStyleFlaw *against = *(const TwfStyleFlaw *const *)other;

  if (flaw->start != against->start)
    return flaw->start < against->start ? -1 : 1;
  return (int)flaw->rule - (int)against->rule;
}

/**
 * twf_style_check_text:
 * @text: a paragraph
 * @language: that it is in
 * @ends: in which marks it may end
 *
 * Looks for what an editor of the United Nations would put right without asking. In languages other
 * than the six, only what holds in all of them.
 *
 * Returns: (transfer full) (element-type TwfStyleFlaw): what was found, in reading order
 */
GPtrArray *
twf_style_check_text (const char *text, const char *language, TwfStyleEnds ends)
{
  Check self;

  init (&self, text, language);
  check_double_spaces (&self);
  check_digits (&self);
  check_balance (&self);
  check_end (&self, ends);
  check_spaces_before (&self);
  if (self.french)
    check_french (&self);
  check_quotes (&self);
  g_ptr_array_sort (self.flaws, compare_flaws);
  return self.flaws;
}

/**
 * twf_style_fix_text:
 * @text: a paragraph
 * @language: that it is in
 * @ends: in which marks it may end
 * @rule: what to put right
 *
 * Returns: (transfer full): @text with what was found by @rule put right, where that can be said;
 *   all else is left as it is
 */
char *
twf_style_fix_text (const char *text, const char *language, TwfStyleEnds ends, TwfStyleRule rule)
{
  g_autoptr (GPtrArray) flaws = twf_style_check_text (text, language, ends);
  GString *fixed = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < flaws->len; i++)
    {
      const TwfStyleFlaw *flaw = flaws->pdata[i];

      if (flaw->rule != rule || flaw->instead == NULL || flaw->start < at)
        continue;
      g_string_append_len (fixed, text + at, (gssize)(flaw->start - at));
      g_string_append (fixed, flaw->instead);
      at = flaw->end;
    }
  g_string_append (fixed, text + at);
  return g_string_free (fixed, FALSE);
}
