/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-read.h"

#include "twf-arabic.h"
#include "twf-draft-private.h"
#include "twf-error.h"
#include "twf-headings.h"
#include "twf-import.h"
#include "twf-letter-line.h"
#include "twf-metadata.h"
#include "twf-repair.h"
#include "twf-suggest.h"

#include <string.h>

/* How the caption begins where lines stand in reading order. */
#define CAPTION "(?m)^\\s*(?:(?:Identical )?[Ll]etters? dated|Lettres? (?:identiques )?datées?) "

/* Where in the letter the reader is. A letter to the Secretary-General has these parts in this
 * order. */
typedef enum
{
  ZONE_FRONT,      /* session, agenda item and its title */
  ZONE_CAPTION,    /* "Letter dated ... addressed to ..." */
  ZONE_BODY,       /* the covering letter */
  ZONE_SIGNATURES, /* names and offices */
  ZONE_ANNEX_HEAD, /* "Annex to the letter dated ..." */
  ZONE_ANNEX,
} Zone;

typedef struct
{
  TwfDraft *draft;
  const char *language;
  TwfLexicon *lexicon;
  gboolean display;   /* runs stand in display order, as a page's text often comes out */
  GPtrArray *pending; /* TwfLetterLine* of the paragraph that is gathered (borrowed) */
  Zone zone;
  TwfSection section;
  gboolean titled;
  gboolean agenda;
} Reading;

static TwfDraftParagraph *
take (Reading *to, TwfRole role, TwfSection section)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) source = g_string_new (NULL);
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  const TwfLetterLine *first = to->pending->pdata[0];
  TwfDraftParagraph *paragraph;
  gboolean repairs;

  for (guint i = 0; i < to->pending->len; i++)
    {
      const TwfLetterLine *line = to->pending->pdata[i];

      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_array_append_val (starts, text->len);
      g_string_append (text, line->text);
      g_string_append_printf (source, "%s%s", i > 0 ? "\n" : "", line->raw);
    }
  paragraph = twf_draft_paragraph_new (role, section, to->language, text->str);
  twf_draft_paragraph_set_source (paragraph, source->str, first->line);
  twf_draft_paragraph_set_number (paragraph, first->number);
  /* Names and what is left out keep their order, whatever it is; and Latin print never loses it. */
  repairs
      = strcmp (to->language, "ar") == 0 && role != TWF_ROLE_SIGNATORY && role != TWF_ROLE_LEFT_OUT;
  for (guint i = 0; i < to->pending->len && repairs; i++)
    {
      const TwfLetterLine *line = to->pending->pdata[i];
      g_autoptr (GPtrArray) found = twf_suggest_for_line (line->core, line->text, to->lexicon);

      for (guint k = 0; k < found->len; k++)
        {
          const TwfProposed *one = found->pdata[k];

          twf_draft_paragraph_add_suggestion (paragraph,
                                              one->from,
                                              one->to,
                                              one->reason,
                                              g_array_index (starts, gsize, i) + one->start);
        }
    }
  g_ptr_array_set_size (to->pending, 0);
  return twf_draft_take (to->draft, paragraph);
}

static char *
join_pending (Reading *to, guint from)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = from; i < to->pending->len; i++)
    g_string_append_printf (
        text, "%s%s", text->len > 0 ? " " : "", ((TwfLetterLine *)to->pending->pdata[i])->text);
  return g_strdup (text->str);
}

/* Offices as a line names them and as they are called; a longer one before one that it holds. */
static const struct
{
  const char *words;
  const char *title;
} offices[] = {
  { "بأعمال", "القائم بالأعمال" },
  { "بالأعمال", "القائم بالأعمال" },
  { "الدائمة", "الممثلة الدائمة" },
  { "الدائم", "الممثل الدائم" },
  { "Deputy Permanent Representative", "Deputy Permanent Representative" },
  { "Permanent Representative", "Permanent Representative" },
  { "Représentante permanente", "Représentante permanente" },
  { "Représentant permanent", "Représentant permanent" },
  { "Chargée d", "Chargée d’affaires" },
  { "Chargé d", "Chargé d’affaires" },
};

static const char *
find_office (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (offices); i++)
    if (strstr (text, offices[i].words) != NULL)
      return offices[i].title;
  return NULL;
}

static gboolean
is_office (const TwfLetterLine *line)
{
  return find_office (line->text) != NULL;
}

/* One block: the name on the line with "signed" and those behind it, then office and state. */
static void
take_signatory (Reading *to)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *office = NULL;
  g_autofree char *code = NULL;
  const char *title = NULL;
  guint i = 0;
  TwfDraftParagraph *paragraph;

  for (; i < to->pending->len && !is_office (to->pending->pdata[i]); i++)
    {
      g_autofree char *part = twf_letter_line_dup_name (to->pending->pdata[i]);

      g_string_append_printf (name, "%s%s", name->len > 0 && part[0] != '\0' ? " " : "", part);
    }
  office = join_pending (to, i);
  code = twf_metadata_find_state (office, to->language);
  title = find_office (office);
  paragraph = take (to, TWF_ROLE_SIGNATORY, TWF_SECTION_LETTER);
  twf_draft_paragraph_set_field (paragraph, TWF_DRAFT_NAME, name->str);
  twf_draft_paragraph_set_field (paragraph, TWF_DRAFT_TITLE, title);
  twf_draft_paragraph_set_field (paragraph, TWF_DRAFT_CODE, code);
}

/* A heading in display order may have its first letter at its end: which section it opens is read
 * from its first word with that letter too, and its text stays as it is. */
static gboolean
recognize (const char *text, TwfSection *section)
{
  const char *end = text + strlen (text);
  const char *last = end > text ? g_utf8_prev_char (end) : end;
  g_autofree char *turned = g_strdup_printf ("%s%.*s", last, (int)strcspn (text, " "), text);

  return twf_heading_recognize (turned, section) || twf_heading_recognize (text, section);
}

/* In the annex a line in the middle of the page is a heading; so is a numbered line in a clean
 * letter, and one that names a section. */
static gboolean
is_heading_line (Reading *to, const TwfLetterLine *line)
{
  TwfSection section;

  if (line->bullet || line->blank)
    return FALSE;
  if (to->display)
    return line->lead >= 2 && line->trail >= 2 && twf_heading_looks_like (line->text);
  return twf_heading_looks_like (line->text)
         && (line->number != NULL || twf_heading_recognize (line->text, &section));
}

/* A question of some length, "Why a plan ...?", is what the plan is called, though its first word
 * could open a section. */
static gboolean
is_short (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return g_strv_length (words) <= 4;
}

static void
take_annex_paragraph (Reading *to)
{
  const TwfLetterLine *first = to->pending->pdata[0];
  TwfSection section;
  gboolean heading = to->pending->len == 1 && is_heading_line (to, first);
  gboolean named;
  TwfDraftParagraph *paragraph;

  if (!to->titled && first->number == NULL && to->pending->len == 1 && !first->bullet
      && twf_heading_looks_like (first->text)
      && g_list_model_get_n_items (twf_draft_list_paragraphs (to->draft)) > 0
      && !(twf_heading_recognize (first->text, &section) && is_short (first->text)))
    {
      to->titled = TRUE;
      take (to, TWF_ROLE_TITLE, to->section);
      return;
    }
  to->titled = TRUE;
  if (!heading)
    {
      take (to, TWF_ROLE_PROVISION, to->section);
      return;
    }
  named = recognize (first->text, &section);
  if (named)
    to->section = section;
  paragraph = take (to, TWF_ROLE_HEADING, to->section);
  twf_draft_paragraph_set_field (paragraph, TWF_DRAFT_OPENS, named ? "yes" : NULL);
}

static void
take_front (Reading *to)
{
  g_autofree char *text = join_pending (to, 0);
  g_autofree char *session = twf_metadata_find_session (text);
  g_autofree char *item = twf_metadata_find_agenda_item (text);
  g_autofree char *symbol = twf_metadata_find_symbol (text);
  TwfDraftParagraph *paragraph;

  if (session != NULL)
    paragraph = take (to, TWF_ROLE_SESSION, TWF_SECTION_LETTER);
  else if (item != NULL || to->agenda)
    paragraph = take (to, TWF_ROLE_AGENDA_ITEM, TWF_SECTION_LETTER);
  else if (symbol != NULL)
    paragraph = take (to, TWF_ROLE_SYMBOL, TWF_SECTION_LETTER);
  else
    paragraph = take (to, TWF_ROLE_LEFT_OUT, TWF_SECTION_LETTER);
  to->agenda |= item != NULL;
  twf_draft_paragraph_set_field (paragraph,
                                 TWF_DRAFT_VALUE,
                                 session != NULL ? session
                                 : item != NULL  ? item
                                                 : symbol);
}

static void
flush (Reading *to)
{
  g_autofree char *date = NULL;
  TwfDraftParagraph *paragraph;

  if (to->pending->len == 0)
    return;
  switch (to->zone)
    {
    case ZONE_FRONT:
      take_front (to);
      break;
    case ZONE_CAPTION:
      date = twf_metadata_find_date (((TwfLetterLine *)to->pending->pdata[0])->text, to->language);
      paragraph = take (to, TWF_ROLE_DATE, TWF_SECTION_LETTER);
      twf_draft_paragraph_set_field (paragraph, TWF_DRAFT_VALUE, date);
      to->zone = ZONE_BODY;
      break;
    case ZONE_BODY:
      take (to, TWF_ROLE_PROVISION, TWF_SECTION_LETTER);
      break;
    case ZONE_SIGNATURES:
      take_signatory (to);
      break;
    case ZONE_ANNEX_HEAD:
      paragraph = take (to, TWF_ROLE_LEFT_OUT, TWF_SECTION_LETTER);
      twf_draft_paragraph_set_field (paragraph, TWF_DRAFT_WHY, "annex to the letter");
      to->zone = ZONE_ANNEX;
      break;
    case ZONE_ANNEX:
    default:
      take_annex_paragraph (to);
    }
}

/* "Letter dated ...": in display order the words may stand anywhere in an Arabic line. */
static gboolean
is_caption (const char *text)
{
  return (strstr (text, "رسالة") != NULL && strstr (text, "مؤرخة") != NULL)
         || g_regex_match_simple (CAPTION, text, 0, 0);
}

/* The part that a line begins, if it begins one. */
static gboolean
find_zone (Reading *to, const TwfLetterLine *line, Zone *zone)
{
  if (to->zone == ZONE_FRONT && is_caption (line->text))
    *zone = ZONE_CAPTION;
  else if (to->zone <= ZONE_SIGNATURES && twf_letter_line_is_signature (line))
    *zone = ZONE_SIGNATURES;
  else if (to->zone == ZONE_SIGNATURES
           && (strstr (line->text, "مرفق") != NULL || g_str_has_prefix (line->text, "Annex")))
    *zone = ZONE_ANNEX_HEAD;
  else
    return FALSE;
  return TRUE;
}

/* Whether the paragraph that is gathered ends before @line. In display order empty lines mean
 * nothing, and the last line of a paragraph is the one with room in front of it. */
static gboolean
ends_before (Reading *to, const TwfLetterLine *line)
{
  const TwfLetterLine *last;

  if (to->pending->len == 0 || to->zone == ZONE_SIGNATURES)
    return FALSE;
  last = to->pending->pdata[to->pending->len - 1];
  if (line->bullet || line->number != NULL || to->zone == ZONE_FRONT)
    return TRUE;
  if (to->zone == ZONE_ANNEX && (is_heading_line (to, line) || is_heading_line (to, last)))
    return TRUE;
  if (to->display)
    return last->lead >= 2 && last->trail <= 1;
  return !last->bullet && last->number == NULL && line->lead >= 6 && line->lead > last->lead;
}

static void
add_line (Reading *to, TwfLetterLine *line)
{
  Zone zone;

  if (line->blank)
    {
      if (!to->display && to->zone != ZONE_SIGNATURES)
        flush (to);
      return;
    }
  if (find_zone (to, line, &zone))
    {
      flush (to);
      to->zone = zone;
    }
  else if (ends_before (to, line))
    flush (to);
  g_ptr_array_add (to->pending, line);
}

static gboolean
is_in_display_order (const char *plain)
{
  return g_regex_match_simple ("\\)\\s*توقيع\\s*\\(", plain, 0, 0);
}

/**
 * twf_letter_looks_like:
 * @text: a text
 *
 * Returns: whether @text is a letter in Arabic, English or French with signatures
 */
gboolean
twf_letter_looks_like (const char *text)
{
  g_autofree char *plain = twf_arabic_strip_tatweel (text);

  if (g_regex_match_simple (CAPTION, plain, 0, 0))
    return strstr (plain, "(Signed)") != NULL || strstr (plain, "(Signé)") != NULL;
  return strstr (plain, "رسالة") != NULL
         && g_regex_match_simple ("[()]\\s*توقيع\\s*[()]", plain, 0, 0);
}

/**
 * twf_read_letter:
 * @text: the text of a letter in UTF-8 with LF
 * @language: its language
 * @cancellable: (nullable): a cancellable
 *
 * Reads a letter to the Secretary-General with a plan in its annex: session, agenda item, date,
 * paragraphs, signatories with their states, and the annex with its title, reasons, principles,
 * objectives and procedure. Only the safe repairs are done; the rest is proposed.
 *
 * Returns: (transfer full): the draft, or %NULL
 *
 * Errors: %TWF_ERROR_EMPTY if there is no word in it; %G_IO_ERROR_CANCELLED
 */
TwfDraft *
twf_read_letter (const char *text, const char *language, GCancellable *cancellable, GError **error)
{
  g_autoptr (TwfLexicon) lexicon = twf_lexicon_new (text);
  g_autoptr (TwfDraft) draft = twf_draft_new (language);
  g_autofree char *plain = twf_arabic_strip_tatweel (text);
  g_autoptr (GPtrArray) lines
      = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_letter_line_free);
  g_autoptr (GPtrArray) pending = g_ptr_array_new ();
  g_auto (GStrv) raw = g_strsplit (text, "\n", -1);
  Reading to = { .draft = draft,
                 .language = language,
                 .lexicon = lexicon,
                 .display = is_in_display_order (plain),
                 .pending = pending,
                 .section = TWF_SECTION_RATIONALE };

  for (guint i = 0; raw[i] != NULL; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      g_ptr_array_add (lines, twf_letter_line_new (raw[i], i + 1, lexicon));
      add_line (&to, lines->pdata[i]);
      /* One more than may be is enough to be refused for. */
      if (g_list_model_get_n_items (twf_draft_list_paragraphs (draft)) > TWF_IMPORT_MOST_PARAGRAPHS)
        break;
    }
  flush (&to);
  if (g_list_model_get_n_items (twf_draft_list_paragraphs (draft)) == 0)
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_EMPTY, "no text in the document");
      return NULL;
    }
  return g_steal_pointer (&draft);
}
