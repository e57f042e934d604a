/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-notation-words.h"

#include "twf-word-language.h"

#include <string.h>

#define N_POSITIONS 6

/* Positions in the order of TwfPositionWord; what follows a condition is the proposal it waits for.
 * No word may begin with another: they are read back. */
static const struct
{
  const char *language;
  const char *words[TWF_NOTED_N_WORDS];
  const char *positions[N_POSITIONS];
} table[] = {
  { "en",
    { "; ",
      "no text",
      "after %s",
      "first",
      "Placement",
      "Agreed in working group",
      "Agreed",
      "Agreed ad ref",
      "Agreed pending %s",
      "Reopened",
      " except " },
    { "retain", "delete", "reserve", "support", "reflect", "withdraws if" } },
  { "ar",
    { "؛ ",
      "بلا نص",
      "بعد %s",
      "أولا",
      "الموضع",
      "متفق عليه في الفريق العامل",
      "متفق عليه",
      "متفق عليه بشرط الاستشارة",
      "متفق عليه في انتظار %s",
      "أعيد فتحه",
      " ما عدا " },
    { "إبقاء", "حذف", "تحفظ", "تأييد", "مراعاة", "سحب إذا" } },
  { "fr",
    { " ; ",
      "pas de texte",
      "après %s",
      "en premier",
      "Emplacement",
      "Agréé en groupe de travail",
      "Agréé",
      "Agréé ad referendum",
      "Agréé dans l’attente de %s",
      "Rouvert",
      " sauf " },
    { "maintenir", "supprimer", "réserve", "appui", "tenir compte", "retire si" } },
  { "es",
    { "; ",
      "sin texto",
      "después de %s",
      "en primer lugar",
      "Ubicación",
      "Convenido en grupo de trabajo",
      "Convenido",
      "Convenido ad referéndum",
      "Convenido a la espera de %s",
      "Reabierto",
      " salvo " },
    { "mantener", "suprimir", "reserva", "apoyo", "reflejar", "retira si" } },
  { "ru",
    { "; ",
      "без текста",
      "после %s",
      "в начале",
      "Место",
      "Согласовано в рабочей группе",
      "Согласовано",
      "Согласовано ad referendum",
      "Согласовано, ожидается %s",
      "Вновь открыто",
      " кроме " },
    { "сохранить", "исключить", "оговорка", "поддержка", "отразить", "снимает, если" } },
  { "zh",
    { "；",
      "无案文",
      "置于%s之后",
      "置于首位",
      "位置",
      "工作组议定",
      "已议定",
      "待核准议定",
      "议定，待%s确认",
      "重新讨论",
      " 不含 " },
    { "保留", "删除", "持保留", "支持", "反映", "撤回条件" } },
};

/**
 * twf_noted_word:
 * @word: which
 * @language: of the document
 *
 * Returns: the word in @language, or in English where it has none
 */
const char *
twf_noted_word (TwfNotedWord word, const char *language)
{
  return table[TWF_WORD_LANGUAGE_ROW (table, language)].words[word];
}

/**
 * twf_noted_position:
 * @word: what a delegation says about a proposal
 * @language: of the document
 *
 * Returns: the words for it in @language, or in English where it has none
 */
const char *
twf_noted_position (TwfPositionWord word, const char *language)
{
  return table[TWF_WORD_LANGUAGE_ROW (table, language)].positions[word];
}

/**
 * twf_noted_position_begins:
 * @text: words
 * @word: (out): the position
 * @rest: (out): what follows its words, without the space between
 *
 * Returns: whether @text begins with the words for a position, in any of the six languages, and
 *   with them a word ends
 */
gboolean
twf_noted_position_begins (const char *text, TwfPositionWord *word, const char **rest)
{
  for (guint row = 0; row < G_N_ELEMENTS (table); row++)
    for (guint i = 0; i < N_POSITIONS; i++)
      {
        const char *known = table[row].positions[i];
        const char *end;

        if (!g_str_has_prefix (text, known))
          continue;
        end = text + strlen (known);
        /* "supports", "supports this": as secretariats write it. */
        if (*end == 's' && row == 0)
          end++;
        if (*end != '\0' && *end != ' ')
          continue;
        *word = (TwfPositionWord)i;
        *rest = end + strspn (end, " ");
        return TRUE;
      }
  return FALSE;
}

/**
 * twf_noted_is_no_text:
 * @text: what an alternative says
 *
 * Returns: whether it says, in any of the six languages, that nothing is to stand there
 */
gboolean
twf_noted_is_no_text (const char *text)
{
  for (guint row = 0; row < G_N_ELEMENTS (table); row++)
    if (g_str_equal (text, table[row].words[TWF_NOTED_NO_TEXT]))
      return TRUE;
  return FALSE;
}

/**
 * twf_noted_find_except:
 * @name: whose something is, or who says something
 *
 * Returns: how many bytes of it name a group, before the words that say, in any of the six
 *   languages, which members are excepted; all of it where there are none
 */
gsize
twf_noted_find_except (const char *name)
{
  for (guint row = 0; row < G_N_ELEMENTS (table); row++)
    {
      const char *found = strstr (name, table[row].words[TWF_NOTED_EXCEPT]);

      if (found != NULL)
        return (gsize)(found - name);
    }
  return strlen (name);
}

/**
 * twf_noted_find_state:
 * @text: a paragraph
 *
 * Returns: where in it the bracket begins that says at its end, in one of the six languages, that
 * it is agreed or was reopened, with the space before; its length where there is none
 */
gsize
twf_noted_find_state (const char *text)
{
  gsize length = strlen (text);
  const char *open = length > 0 && text[length - 1] == ']' ? strrchr (text, '[') : NULL;

  for (guint row = 0; open != NULL && row < G_N_ELEMENTS (table); row++)
    for (guint i = TWF_NOTED_AGREED_GROUP; i <= TWF_NOTED_REOPENED; i++)
      {
        const char *known = table[row].words[i];
        const char *hole = strstr (known, "%s");
        gsize head = hole != NULL ? (gsize)(hole - known) : strlen (known);

        if (strncmp (open + 1, known, head) == 0 && (hole != NULL || open[1 + head] == ']'))
          return (gsize)(open - text) - (open > text && open[-1] == ' ');
      }
  return length;
}
