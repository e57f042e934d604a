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
    { "no text",
      "Open brackets",
      "Parked",
      "after %s",
      "first",
      "Placement",
      "Text",
      "Proposals",
      "Compilation text" },
    { "retain", "delete", "reserve", "support", "reflect", "withdraws if" } },
  { "ar",
    { "بلا نص",
      "أقواس مفتوحة",
      "مرجأ",
      "بعد %s",
      "أولا",
      "الموضع",
      "النص",
      "المقترحات",
      "النص التجميعي" },
    { "إبقاء", "حذف", "تحفظ", "تأييد", "مراعاة", "سحب إذا" } },
  { "fr",
    { "pas de texte",
      "Crochets ouverts",
      "Mis de côté",
      "après %s",
      "en premier",
      "Emplacement",
      "Texte",
      "Propositions",
      "Texte de compilation" },
    { "maintenir", "supprimer", "réserve", "appui", "tenir compte", "retire si" } },
  { "es",
    { "sin texto",
      "Corchetes abiertos",
      "Aparcado",
      "después de %s",
      "en primer lugar",
      "Ubicación",
      "Texto",
      "Propuestas",
      "Texto de compilación" },
    { "mantener", "suprimir", "reserva", "apoyo", "reflejar", "retira si" } },
  { "ru",
    { "без текста",
      "Открытые скобки",
      "Отложено",
      "после %s",
      "в начале",
      "Место",
      "Текст",
      "Предложения",
      "Компилятивный текст" },
    { "сохранить", "исключить", "оговорка", "поддержка", "отразить", "снимает, если" } },
  { "zh",
    { "无案文",
      "未决方括号",
      "搁置",
      "置于%s之后",
      "置于首位",
      "位置",
      "案文",
      "提案",
      "汇编案文" },
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
