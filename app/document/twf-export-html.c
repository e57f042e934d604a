/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-export-private.h"

#include "twf-block-opening.h"
#include "twf-language.h"
#include "twf-sheet-words.h"

#include <string.h>

/* Logical properties only, so that one sheet serves both directions. The Arabic face comes after a
 * Latin one: else the marks between Latin letters would be taken from it and sit too high. */
static const char style[]
    = "body{max-inline-size:44rem;margin-inline:auto;padding:2rem 1rem;"
      "font-family:'Noto Serif',Amiri,'Noto Naskh Arabic','Noto Serif CJK SC',serif;"
      "line-height:1.6;color:#1a1a1a;background:#fff}"
      ":lang(ar){font-family:Amiri,'Noto Naskh Arabic',serif;font-size:1.1em}"
      ":lang(ar) :lang(ar){font-size:1em}"
      "h1{line-height:1.3}h2{margin-block-start:2.5rem;border-block-end:1px solid #767676}"
      ".masthead{margin:0;text-align:end}"
      ".provision{display:grid;grid-template-columns:3.5rem 1fr;margin-block:.8rem 0}"
      ".provision>bdi{grid-column:1}.provision>p{grid-column:2;margin:0;white-space:pre-line}"
      ".details{margin-block:.2rem 0;margin-inline-start:3.5rem;color:#4a4a4a;font-size:.92em}"
      ".details dt{display:inline;font-weight:600}.details dd{display:inline;margin:0}"
      ".details div{display:block}.signatories{list-style:none;padding:0;columns:2 16rem}"
      ".note{margin-block:.9rem 0;color:#4a4a4a;font-size:.88em}"
      "del{color:#b00020;text-decoration:line-through}"
      "ins{color:#146c2e;text-decoration:underline double}"
      ".moved{color:#613583}del.moved{text-decoration:line-through dotted}"
      "main:has(.row){max-inline-size:none}body:has(.row){max-inline-size:72rem}"
      ".row{display:grid;grid-template-columns:1fr 1fr;gap:1.5rem;"
      "border-block-start:1px solid #c0c0c0;padding-block:.4rem}"
      ".row .details{margin-inline-start:0}"
      ".state bdi{background:#fff3b0;color:#1a1a1a;padding-inline:.2em;font-size:.9em}"
      ".state.plenary bdi{background:#b8f0c0}"
      ".provision>.parked{font-size:.88em;color:#4a4a4a}a{color:#1a5fb4}"
      ".sign{font-weight:bold}.standing{color:#8a3b12}.proposed{color:#1a5fb4}"
      ".owners{font-size:.85em;color:#4a4a4a;white-space:normal}"
      "ins.moved{text-decoration:underline dotted}del+ins{margin-inline-start:.25em}"
      ".signatories li{break-inside:avoid;margin-block-end:.6rem}"
      "@media(prefers-color-scheme:dark){body{background:#1e1e1e;color:#eee}"
      ".details,.note,.owners,.provision>.parked{color:#bbb}a{color:#99c1f1}.standing{color:#"
      "ffbe6f}.proposed{color:#99c1f1}del{color:"
      "#ff8a80}ins{color:#7fe0a0}.moved{color:#dc8add}}@media "
      "print{body{padding:0}}";

/* What is open while blocks are written one after the other. */
typedef enum
{
  OPEN_NOTHING,
  OPEN_DETAILS,
  OPEN_SIGNATORIES,
} Open;

typedef struct
{
  GString *out;
  const char *language;
  Open open;
} Page;

static const char *
name_direction (const char *language)
{
  return twf_language_get_direction (language) == TWF_DIRECTION_RTL ? "rtl" : "ltr";
}

static void
append_element (Page *page,
                const char *element,
                const char *attributes,
                const char *text,
                const char *language)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (page->out,
                          "<%s%s lang=\"%s\" dir=\"%s\">%s</%s>\n",
                          element,
                          attributes,
                          language,
                          name_direction (language),
                          escaped,
                          element);
}

/* A piece of a text that is drawn from byte @start of it on, with what it opens with set apart. The
 * elements and not a class: what is copied into another program keeps its look. */
static void
append_piece (GString *out, const TwfBlock *block, const char *text, gsize start)
{
  TwfLook look = twf_opening_get_look (block->language);
  g_autoptr (GArray) openings = twf_block_list_openings (block);
  gsize end = start + strlen (text);
  gsize at = start;

  for (guint i = 0; i < openings->len; i++)
    {
      const TwfOpening *opening = &g_array_index (openings, TwfOpening, i);
      g_autofree char *before = NULL;
      g_autofree char *words = NULL;

      if (opening->start < start || opening->end > end)
        continue;
      before = g_markup_escape_text (text + (at - start), (gssize)(opening->start - at));
      words = g_markup_escape_text (text + (opening->start - start),
                                    (gssize)(opening->end - opening->start));
      g_string_append_printf (out,
                              "%s%s%s%s%s%s",
                              before,
                              look & TWF_LOOK_BOLD ? "<b>" : "",
                              look & TWF_LOOK_ITALIC ? "<i>" : "",
                              words,
                              look & TWF_LOOK_ITALIC ? "</i>" : "",
                              look & TWF_LOOK_BOLD ? "</b>" : "");
      at = opening->end;
    }
  {
    g_autofree char *rest = g_markup_escape_text (text + (at - start), -1);

    g_string_append (out, rest);
  }
}

static char *
dup_piece (const TwfBlock *block, const char *text, gsize start)
{
  GString *piece = g_string_new (NULL);

  append_piece (piece, block, text, start);
  return g_string_free (piece, FALSE);
}

/* What went is struck, what came is underlined twice; words that touch would join into one shape in
 * Arabic, so a space keeps them apart. */
static void
append_runs (GString *out, const TwfBlock *block)
{
  static const char *const tags[] = { "span", "del", "ins" };
  gsize start = 0;

  for (guint i = 0; i < block->runs->len; i++)
    {
      const TwfRun *run = g_ptr_array_index (block->runs, i);
      g_autofree char *escaped = dup_piece (block, run->text, start);
      gboolean moved = run->move > 0 && !run->edited;

      if (run->kind == TWF_RUN_EQUAL)
        g_string_append (out, escaped);
      else
        g_string_append_printf (out,
                                "<%s%s>%s</%s>",
                                tags[run->kind],
                                moved ? " class=\"moved\"" : "",
                                escaped,
                                tags[run->kind]);
      start += strlen (run->text);
    }
}

/* Brackets stand out by weight, not by colour alone; whose it is, is smaller. */
static void
append_spans (GString *out, const TwfBlock *block)
{
  static const char *const classes[] = { NULL, "sign", "standing", "proposed", "owners" };
  gsize start = 0;

  for (guint i = 0; i < block->spans->len; i++)
    {
      const TwfSpan *span = g_ptr_array_index (block->spans, i);
      g_autofree char *escaped = dup_piece (block, span->text, start);

      if (span->kind == TWF_SPAN_TEXT)
        g_string_append (out, escaped);
      else
        g_string_append_printf (out, "<span class=\"%s\">%s</span>", classes[span->kind], escaped);
      start += strlen (span->text);
    }
}

static void
append_text (Page *page, const char *element, const TwfBlock *block)
{
  g_string_append_printf (page->out,
                          "<%s lang=\"%s\" dir=\"%s\">",
                          element,
                          block->language,
                          name_direction (block->language));
  if (block->runs != NULL)
    append_runs (page->out, block);
  else if (block->spans != NULL)
    append_spans (page->out, block);
  else
    append_piece (page->out, block, block->text, 0);
  g_string_append_printf (page->out, "</%s>\n", element);
}

/* A line of another language stays on the side where the page's own lines stand. */
static void
append_masthead (Page *page, const TwfBlock *block)
{
  if (strcmp (block->language, page->language) == 0)
    {
      append_element (page, "p", " class=\"masthead\"", block->text, block->language);
      return;
    }
  g_string_append_printf (page->out,
                          "<p class=\"masthead\" lang=\"%s\" dir=\"%s\">",
                          page->language,
                          name_direction (page->language));
  append_element (page, "bdi", "", block->text, block->language);
  g_string_append (page->out, "</p>\n");
}

static void
open_group (Page *page, Open wanted)
{
  if (page->open == wanted)
    return;
  if (page->open == OPEN_DETAILS)
    g_string_append (page->out, "</dl>\n");
  else if (page->open == OPEN_SIGNATORIES)
    g_string_append (page->out, "</ul>\n");

  page->open = wanted;
  if (wanted == OPEN_DETAILS)
    g_string_append_printf (page->out,
                            "<dl class=\"details\" lang=\"%s\" dir=\"%s\">\n",
                            page->language,
                            name_direction (page->language));
  else if (wanted == OPEN_SIGNATORIES)
    g_string_append_printf (page->out,
                            "<ul class=\"signatories\" lang=\"%s\" dir=\"%s\">\n",
                            page->language,
                            name_direction (page->language));
}

/* Each number leads to its entry of the list. */
static void
append_notes (Page *page, const TwfBlock *block)
{
  g_string_append_printf (page->out,
                          "<p class=\"parked\">[%s%s",
                          twf_sheet_word (TWF_WORD_PARKED, page->language),
                          twf_sheet_word (TWF_WORD_COLON, page->language));
  for (guint i = 0; i < block->n_notes; i++)
    g_string_append_printf (page->out,
                            "%s<a href=\"#parked-%u\">%u</a>",
                            i > 0 ? twf_sheet_word (TWF_WORD_COMMA, page->language) : "",
                            block->first_note + i,
                            block->first_note + i);
  g_string_append (page->out, "]</p>");
}

/* An entry of the list leads back to what it is about. */
static void
append_entry (Page *page, const TwfBlock *block)
{
  g_autofree char *text = g_markup_escape_text (block->text, -1);

  if (block->id != NULL)
    g_string_append_printf (page->out, "<p><a href=\"#%s\">%s</a></p>\n", block->id, text);
  else
    g_string_append_printf (page->out, "<p>%s</p>\n", text);
}

/* The words say it; the colour is what rooms are used to: yellow, and green for the plenary's. */
static void
append_state (Page *page, const TwfBlock *block)
{
  g_autofree char *escaped = NULL;

  if (block->n_notes > 0)
    {
      append_notes (page, block);
      return;
    }
  if (block->state == NULL)
    return;
  escaped = g_markup_escape_text (block->state, -1);
  g_string_append_printf (page->out,
                          "<p class=\"state%s\"><bdi>[%s]</bdi></p>",
                          block->plenary ? " plenary" : "",
                          escaped);
}

static void
append_provision (Page *page, const TwfBlock *block)
{
  g_autofree char *label = g_markup_escape_text (block->label, -1);

  g_autofree char *entry = g_strdup_printf ("parked-%u", block->note);

  /* The number belongs to the document, the text to its own language: each has its direction. */
  g_string_append_printf (page->out,
                          "<div class=\"provision\" id=\"%s\" lang=\"%s\" dir=\"%s\""
                          " style=\"margin-inline-start:%urem\"><bdi dir=\"%s\">%s</bdi>",
                          block->note > 0 ? entry : block->id,
                          page->language,
                          name_direction (page->language),
                          block->depth * 2,
                          /* A number has no letter that would tell a browser. */
                          name_direction (page->language),
                          label);
  if (block->note > 0)
    append_entry (page, block);
  else
    append_text (page, "p", block);
  append_state (page, block);
  g_string_append (page->out, "</div>\n");
}

static void
append_detail (Page *page, const TwfBlock *block)
{
  g_autofree char *label = g_markup_escape_text (block->label, -1);

  g_string_append_printf (page->out,
                          "<div lang=\"%s\" dir=\"%s\"><dt>%s%s</dt>",
                          page->language,
                          name_direction (page->language),
                          label,
                          *label != '\0' ? twf_sheet_word (TWF_WORD_COLON, page->language) : "");
  append_text (page, "dd", block);
  g_string_append (page->out, "</div>\n");
}

static void
append_signatory (Page *page, const TwfBlock *block)
{
  g_autofree char *state = g_markup_escape_text (block->text, -1);
  g_autofree char *person = g_markup_escape_text (block->label, -1);

  g_string_append_printf (
      page->out, "<li lang=\"%s\" dir=\"%s\">", page->language, name_direction (page->language));
  if (*person != '\0')
    g_string_append_printf (page->out,
                            "<i>%s</i> <bdi>%s</bdi><br>",
                            twf_sheet_word (TWF_WORD_SIGNED, page->language),
                            person);
  g_string_append_printf (page->out, "<bdi>%s</bdi></li>\n", state);
}

static void
append_block (Page *page, const TwfBlock *block)
{
  switch (block->kind)
    {
    case TWF_BLOCK_DETAIL:
      open_group (page, OPEN_DETAILS);
      append_detail (page, block);
      return;
    case TWF_BLOCK_SIGNATORY:
      open_group (page, OPEN_SIGNATORIES);
      append_signatory (page, block);
      return;
    default:
      open_group (page, OPEN_NOTHING);
    }

  switch (block->kind)
    {
    case TWF_BLOCK_MASTHEAD:
      append_masthead (page, block);
      break;
    case TWF_BLOCK_TITLE:
      append_text (page, "h1", block);
      break;
    case TWF_BLOCK_SECTION:
      append_text (page, "h2", block);
      break;
    case TWF_BLOCK_HEADING:
      append_text (page, "h3", block);
      break;
    case TWF_BLOCK_NOTE:
      append_element (page, "p", " class=\"note\"", block->text, block->language);
      break;
    default:
      append_provision (page, block);
    }
}

static gboolean
has_aside (GPtrArray *sheet, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (((const TwfBlock *)sheet->pdata[i])->aside != NULL)
      return TRUE;
  return FALSE;
}

/* A provision with what belongs to it, and what is proposed in the column beside. */
static void
append_row (Page *page, GPtrArray *sheet, guint from, guint to)
{
  g_string_append (page->out, "<div class=\"row\"><div>\n");
  for (guint i = from; i < to; i++)
    append_block (page, sheet->pdata[i]);
  open_group (page, OPEN_NOTHING);
  g_string_append (page->out, "</div><div>\n");
  for (guint i = from; i < to; i++)
    {
      const TwfBlock *block = sheet->pdata[i];

      for (guint a = 0; block->aside != NULL && a < block->aside->len; a++)
        append_block (page, block->aside->pdata[a]);
    }
  open_group (page, OPEN_NOTHING);
  g_string_append (page->out, "</div></div>\n");
}

static void
append_sheet (Page *page, GPtrArray *sheet)
{
  gboolean columns = has_aside (sheet, 0, sheet->len);

  for (guint i = 0, next; i < sheet->len; i = next)
    {
      const TwfBlock *block = sheet->pdata[i];

      next = i + 1;
      while (columns && next < sheet->len
             && ((const TwfBlock *)sheet->pdata[next])->kind == TWF_BLOCK_DETAIL)
        next++;
      if (columns && (block->kind == TWF_BLOCK_PROVISION || has_aside (sheet, i, next)))
        append_row (page, sheet, i, next);
      else
        for (guint at = i; at < next; at++)
          append_block (page, sheet->pdata[at]);
    }
  open_group (page, OPEN_NOTHING);
}

/**
 * _twf_export_html:
 * @title: what the page is called
 * @sheet: (element-type TwfBlock): what to write
 * @language: of the document
 *
 * Writes one page of HTML that needs nothing beside it: no script, no image, no address. Every
 * block carries lang and dir, so that a reader, a browser and a speech synthesiser treat each in
 * its own language (WCAG 3.1.2).
 *
 * Returns: (transfer full): the bytes
 */
GBytes *
_twf_export_html (const char *title, GPtrArray *sheet, const char *language)
{
  Page page = { g_string_new (NULL), language, OPEN_NOTHING };
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  g_string_append_printf (page.out,
                          "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n"
                          "<meta charset=\"utf-8\">\n"
                          "<meta name=\"viewport\" content=\"width=device-width\">\n"
                          "<title>%s</title>\n<style>%s</style>\n</head>\n<body>\n<main>\n",
                          language,
                          name_direction (language),
                          escaped,
                          style);
  append_sheet (&page, sheet);
  g_string_append (page.out, "</main>\n</body>\n</html>\n");
  return g_string_free_to_bytes (page.out);
}
