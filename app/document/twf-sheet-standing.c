/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-sheet-private.h"

#include "twf-agreement.h"
#include "twf-bidi.h"
#include "twf-language.h"
#include "twf-notation-words.h"
#include "twf-scribe-private.h"
#include "twf-sheet-words.h"
#include "twf-translated.h"

static char *
describe_agreement (TwfSheet *sheet, const TwfAgreement *agreement)
{
  const char *words
      = twf_noted_word (TWF_NOTED_AGREED_GROUP + (TwfNotedWord)agreement->level, sheet->language);
  g_auto (GStrv) around = g_strsplit (words, "%s", 2);
  g_autofree char *code = NULL;

  if (around[1] == NULL)
    return g_strdup (words);
  code = twf_text_isolate (agreement->code != NULL ? agreement->code : "");
  return g_strconcat (around[0], code, around[1], NULL);
}

/* Returns: (transfer full): the name of @language in the language of the page */
static char *
dup_name (TwfSheet *sheet, const char *language)
{
  g_autofree char *name = twf_language_dup_name (language, sheet->language);

  return g_strdup (name != NULL ? name : language);
}

/* "Agreed in plenary: Arabic, English"; nothing where no language is in @state. */
static void
append_languages (TwfSheet *sheet,
                  GString *line,
                  const TwfStanding *standing,
                  TwfAgreedState state,
                  const char *words)
{
  gboolean first = TRUE;

  for (guint i = 0; i < standing->languages->len; i++)
    {
      const TwfAgreedLanguage *item = standing->languages->pdata[i];
      g_autofree char *name = NULL;
      g_autofree char *isolated = NULL;

      if (item->state != state)
        continue;
      if (first && line->len > 0)
        g_string_append (line, " · ");
      if (first)
        g_string_append_printf (
            line, "%s%s", words, twf_sheet_word (TWF_WORD_COLON, sheet->language));
      else
        g_string_append (line, twf_sheet_word (TWF_WORD_COMMA, sheet->language));
      name = dup_name (sheet, item->language);
      isolated = twf_text_isolate (name);
      g_string_append (line, isolated);
      first = FALSE;
    }
}

static gboolean
is_one (const TwfStanding *standing)
{
  for (guint i = 1; i < standing->languages->len; i++)
    if (((const TwfAgreedLanguage *)standing->languages->pdata[i])->state
        != ((const TwfAgreedLanguage *)standing->languages->pdata[0])->state)
      return FALSE;
  return TRUE;
}

/* Which language is agreed and which is not; only where they differ. */
static char *
describe_languages (TwfSheet *sheet, const TwfStanding *standing)
{
  g_autofree char *agreed = describe_agreement (sheet, standing->agreement);
  g_autoptr (GString) line = g_string_new (NULL);

  append_languages (sheet, line, standing, TWF_AGREED_STANDS, agreed);
  append_languages (sheet,
                    line,
                    standing,
                    TWF_AGREED_REOPENED,
                    twf_noted_word (TWF_NOTED_REOPENED, sheet->language));
  append_languages (
      sheet, line, standing, TWF_AGREED_NOT, twf_sheet_word (TWF_WORD_NOT_AGREED, sheet->language));
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/*
 * _twf_sheet_show_state:
 * @sheet: a sheet that shows what is open
 * @provision: a provision
 * @block: that shows its text
 *
 * Says behind the text by whom it is agreed, in the language that is shown, or that it was
 * reopened. On a page that is not read back it says so of each language, where they differ.
 */
void
_twf_sheet_show_state (TwfSheet *sheet, TwfProvision *provision, TwfBlock *block)
{
  g_autoptr (TwfStanding) standing = NULL;
  const TwfAgreedLanguage *language;
  gboolean stands;

  if (!twf_provision_is_agreed (provision))
    return;
  standing = twf_standing_new (sheet->plan, provision);
  language = twf_standing_get_language (standing, block->language);
  if (standing->agreement == NULL)
    return;
  stands = language != NULL && language->state == TWF_AGREED_STANDS;
  if (sheet->scribe->for_eyes && !is_one (standing))
    block->state = describe_languages (sheet, standing);
  else if (language != NULL && language->state != TWF_AGREED_NOT)
    block->state = stands ? describe_agreement (sheet, standing->agreement)
                          : g_strdup (twf_noted_word (TWF_NOTED_REOPENED, sheet->language));
  block->plenary = stands && standing->agreement->level == TWF_AGREEMENT_PLENARY;
}

/*
 * _twf_sheet_note_translation:
 * @sheet: a sheet
 * @provision: a provision
 * @part: which text of it
 * @block: that shows the text
 *
 * Says under the text that it is a translation of an older wording, or that it stands in another
 * language than the page's; on a page that is not read back.
 */
void
_twf_sheet_note_translation (TwfSheet *sheet,
                             TwfProvision *provision,
                             TwfPart part,
                             TwfBlock *block)
{
  g_autoptr (TwfTranslated) translated = NULL;
  g_autofree char *name = NULL;
  TwfWord word;

  if (!sheet->scribe->for_eyes || twf_view_is_clean (sheet->view))
    return;
  translated
      = twf_translated_new (sheet->plan, provision, part, sheet->language, sheet->scribe->lags);
  switch (translated->state)
    {
    case TWF_TRANSLATED_MISSING:
      word = TWF_WORD_NOT_TRANSLATED;
      name = dup_name (sheet, block->language);
      break;
    /* A mark that was moved without work makes no text newer than it is. */
    case TWF_TRANSLATED_UNWORKED:
    case TWF_TRANSLATED_STALE:
      word = TWF_WORD_OLDER_WORDING;
      name = dup_name (sheet, translated->from);
      break;
    case TWF_TRANSLATED_CURRENT:
    case TWF_TRANSLATED_RETOUCHED:
    default:
      return;
    }
  block->translation = twf_sheet_word_with (word, sheet->language, name);
}
