/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-press.h"

#include "twf-bidi.h"
#include "twf-press-draw.h"

#include <cairo-pdf.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

/* A4, in points (1/72 inch). */
#define PAGE_WIDTH 595.28
#define PAGE_HEIGHT 841.89
#define MARGIN 72.0
#define FOOT 36.0
#define NUMBER_WIDTH 36.0
#define DEPTH_INDENT 24.0
#define BODY_WIDTH (PAGE_WIDTH - 2 * MARGIN)
#define BOTTOM (PAGE_HEIGHT - MARGIN)
#define COLUMN_GAP 18.0

/* Amiri gives whole words back where text is copied: other Arabic faces draw lam-alef in parts. It
 * has Latin letters of its own, so that marks between them do not sit raised. */
#define FACES_RTL "Amiri, Noto Naskh Arabic, Noto Serif, serif"
#define FACES_HAN "Noto Serif CJK SC, Noto Sans CJK SC, Noto Serif, serif"
#define FACES_LTR "Noto Serif, Amiri, Noto Sans CJK SC, serif"

/* How each kind of block is set; in the order of TwfBlockKind. */
static const struct
{
  double size;
  double before; /* space above, points */
  gboolean bold;
  gboolean keep; /* with the block that follows */
} settings[] = {
  [TWF_BLOCK_MASTHEAD] = { 10, 0, FALSE, FALSE },    [TWF_BLOCK_TITLE] = { 18, 28, TRUE, TRUE },
  [TWF_BLOCK_SECTION] = { 14, 22, TRUE, TRUE },      [TWF_BLOCK_HEADING] = { 11.5, 12, TRUE, TRUE },
  [TWF_BLOCK_PROVISION] = { 11, 8, FALSE, FALSE },   [TWF_BLOCK_DETAIL] = { 9.5, 2, FALSE, FALSE },
  [TWF_BLOCK_SIGNATORY] = { 10.5, 6, FALSE, FALSE }, [TWF_BLOCK_NOTE] = { 9, 8, FALSE, TRUE },
};

/* The pages while they are drawn. The first pass only counts, so that the second can say "3 / 12".
 */
/* What the program hands the module: the same each time. */
static const TwfPressNeeds *rooms;

typedef struct
{
  cairo_t *cairo;
  cairo_surface_t *surface;
  PangoContext
      *ltr; /* a layout follows its context's direction for as long as it lives: one each */
  PangoContext *rtl;
  const char *language;
  const char *running_head; /* symbol or title, on every page but the first */
  gboolean counting;
  int most_pages; /* 0: any number */
  int page;
  int n_pages;
  double y;
  double x; /* where the column begins that is set, and how wide it is */
  double width;
  gboolean measuring; /* nothing is drawn, and no page ends */
} Press;

static const char *
find_faces (const char *language)
{
  if (rooms->get_direction (language) == TWF_DIRECTION_RTL)
    return FACES_RTL;
  if (g_str_has_prefix (language, "zh"))
    return FACES_HAN;
  return FACES_LTR;
}

static gboolean
is_rtl (const char *language)
{
  return rooms->get_direction (language) == TWF_DIRECTION_RTL;
}

/* The language decides the direction, not the first letter. */
static PangoLayout *
make_layout (Press *press,
             const char *text,
             const char *language,
             double size,
             gboolean bold,
             double width)
{
  PangoLayout *layout = pango_layout_new (is_rtl (language) ? press->rtl : press->ltr);
  g_autoptr (PangoFontDescription) font
      = pango_font_description_from_string (find_faces (language));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_attr_list_insert (attributes,
                          pango_attr_language_new (pango_language_from_string (language)));
  /* Amiri draws a letter that follows ra or waw so far in that a reader that copies the text sees a
   * space there. */
  if (is_rtl (language))
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("kern=0"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_auto_dir (layout, FALSE);
  /* Without automatic direction Pango's "left" is left, not the start. */
  pango_layout_set_alignment (layout, is_rtl (language) ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_width (layout, (int)lround (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, 1.15f);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static void
show_small_line (Press *press, const char *text, const char *language, double y)
{
  g_autoptr (PangoLayout) layout = make_layout (press, text, language, 9, FALSE, BODY_WIDTH);

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  cairo_move_to (press->cairo, MARGIN, y);
  pango_cairo_show_layout (press->cairo, layout);
}

static void
finish_page (Press *press)
{
  if (!press->counting)
    {
      g_autofree char *number = g_strdup_printf ("%d / %d", press->page, press->n_pages);

      show_small_line (press, number, "en", PAGE_HEIGHT - FOOT - 12);
      cairo_show_page (press->cairo);
    }
}

static void
begin_page (Press *press)
{
  press->page++;
  press->y = MARGIN;
  if (!press->counting && press->page > 1)
    show_small_line (press, press->running_head, press->language, FOOT);
}

static void
break_page (Press *press)
{
  if (press->measuring)
    return;
  finish_page (press);
  begin_page (press);
}

/* Draws a layout line by line from the current place, over as many pages as it takes. */
static void
set_lines (Press *press, PangoLayout *layout, double x)
{
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (layout);
  int n_lines = pango_layout_get_line_count (layout);
  int line = 0;

  do
    {
      PangoRectangle box;
      double height;

      pango_layout_iter_get_line_extents (iter, NULL, &box);
      height = (double)box.height / PANGO_SCALE;
      /* No first line alone at the foot of a page, no last line alone at the head of one. */
      if (press->y + height > BOTTOM
          || (n_lines > 2 && line == n_lines - 2 && press->y + 2 * height > BOTTOM)
          || (n_lines > 1 && line == 0 && press->y + 2 * height > BOTTOM))
        break_page (press);
      if (!press->counting && !press->measuring)
        {
          double baseline = (double)(pango_layout_iter_get_baseline (iter) - box.y) / PANGO_SCALE;

          cairo_move_to (press->cairo, x + (double)box.x / PANGO_SCALE, press->y + baseline);
          pango_cairo_show_layout_line (press->cairo, pango_layout_iter_get_line_readonly (iter));
        }
      press->y += height;
      line++;
    }
  while (pango_layout_iter_next_line (iter));
}

static char *
join_runs (GPtrArray *runs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    g_string_append (text, ((const TwfRun *)g_ptr_array_index (runs, i))->text);
  return g_string_free (text, FALSE);
}

/* @changed is where the runs begin in the text, if the block has any. */
static char *
compose_text (const TwfBlock *block, const char *language, gsize *changed)
{
  g_autofree char *runs = block->runs != NULL ? join_runs (block->runs) : NULL;
  const char *text = runs != NULL ? runs : block->text;

  *changed = 0;
  if (block->kind == TWF_BLOCK_DETAIL)
    {
      g_autofree char *isolated = rooms->isolate_in (text, block->language);
      const char *begins = strstr (isolated, text);

      if (begins != NULL)
        *changed = (gsize)(begins - isolated);
      if (*block->label == '\0')
        return g_steal_pointer (&isolated);
      *changed += strlen (block->label) + strlen (rooms->get_word (TWF_WORD_COLON, language));
      return g_strconcat (block->label, rooms->get_word (TWF_WORD_COLON, language), isolated, NULL);
    }
  if (block->kind == TWF_BLOCK_SIGNATORY && *block->label != '\0')
    return g_strconcat (
        rooms->get_word (TWF_WORD_SIGNED, language), " ", block->label, "\n", block->text, NULL);
  if (block->state != NULL)
    return g_strconcat (text, " [", block->state, "]", NULL);
  return g_strdup (text);
}

/* The least room a block needs to begin on a page: two lines, and what it must not be cut from. */
static double
measure_least (const TwfBlock *block)
{
  double line = settings[block->kind].size * 1.8;

  return settings[block->kind].before + (settings[block->kind].keep ? 5 : 2) * line;
}

static void
add_outline_entry (Press *press, const char *text)
{
  char target[64];
  char y[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (y, sizeof y, "%.1f", press->y);
  g_snprintf (target, sizeof target, "page=%d pos=[0 %s]", press->page, y);
  cairo_pdf_surface_add_outline (
      press->surface, CAIRO_PDF_OUTLINE_ROOT, text, target, CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

static void
set_block (Press *press, const TwfBlock *block)
{
  gsize changed;
  g_autofree char *text = compose_text (block, press->language, &changed);
  gboolean numbered = block->kind == TWF_BLOCK_PROVISION || block->kind == TWF_BLOCK_DETAIL;
  double indent
      = block->depth * DEPTH_INDENT
        + (numbered && (block->kind != TWF_BLOCK_PROVISION || *block->label != '\0') ? NUMBER_WIDTH
                                                                                     : 0);
  double width;
  g_autoptr (PangoLayout) layout = NULL;
  g_autoptr (GArray) openings = NULL;

  if (block->kind == TWF_BLOCK_DETAIL)
    indent -= DEPTH_INDENT;
  /* However deep, a third of the page is left to write on. */
  indent = MIN (indent, press->width * 2 / 3);
  width = press->width - indent;
  layout = make_layout (press,
                        text,
                        block->kind == TWF_BLOCK_DETAIL ? press->language : block->language,
                        settings[block->kind].size,
                        settings[block->kind].bold,
                        width);
  if (block->runs != NULL)
    _twf_press_draw_runs (layout, block->runs, changed);
  else if (block->spans != NULL)
    _twf_press_draw_spans (layout, block->spans, changed);
  openings = rooms->list_openings (block);
  _twf_press_draw_openings (layout, openings, rooms->get_look (block->language));
  if (block->kind == TWF_BLOCK_MASTHEAD)
    pango_layout_set_alignment (layout,
                                is_rtl (press->language) ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);

  press->y += press->y > MARGIN ? settings[block->kind].before : 0;
  if (!press->measuring && press->y + measure_least (block) > BOTTOM)
    break_page (press);
  if (!press->counting && !press->measuring && block->kind == TWF_BLOCK_PROVISION
      && *block->label != '\0')
    {
      g_autoptr (PangoLayout) number = make_layout (
          press, block->label, press->language, settings[block->kind].size, FALSE, NUMBER_WIDTH);

      cairo_move_to (press->cairo,
                     is_rtl (press->language) ? press->x + press->width - indent
                                              : press->x + indent - NUMBER_WIDTH,
                     press->y);
      pango_cairo_show_layout (press->cairo, number);
    }
  if (!press->counting && !press->measuring && block->kind == TWF_BLOCK_SECTION)
    add_outline_entry (press, block->text);
  set_lines (press, layout, is_rtl (press->language) ? press->x : press->x + indent);
}

static gboolean
is_in_row (const TwfBlock *block)
{
  return block->kind == TWF_BLOCK_DETAIL;
}

static gboolean
has_column (GPtrArray *sheet)
{
  for (guint i = 0; i < sheet->len; i++)
    if (((const TwfBlock *)sheet->pdata[i])->aside != NULL)
      return TRUE;
  return FALSE;
}

static void
set_column (Press *press, GPtrArray *sheet, guint from, guint to, gboolean aside)
{
  double width = (BODY_WIDTH - COLUMN_GAP) / 2;

  press->width = width;
  press->x = aside != is_rtl (press->language) ? MARGIN + width + COLUMN_GAP : MARGIN;
  for (guint i = from; i < to; i++)
    {
      const TwfBlock *block = sheet->pdata[i];

      if (!aside)
        set_block (press, block);
      for (guint a = 0; aside && block->aside != NULL && a < block->aside->len; a++)
        set_block (press, block->aside->pdata[a]);
    }
  press->x = MARGIN;
  press->width = BODY_WIDTH;
}

static double
measure_column (Press *press, GPtrArray *sheet, guint from, guint to, gboolean aside)
{
  double y = press->y;
  double height;

  press->measuring = TRUE;
  set_column (press, sheet, from, to, aside);
  press->measuring = FALSE;
  height = press->y - y;
  press->y = y;
  return height;
}

/* A provision and beside it what is proposed. A row that is longer than a page is set one column
 * below the other. */
static void
set_row (Press *press, GPtrArray *sheet, guint from, guint to)
{
  double text = measure_column (press, sheet, from, to, FALSE);
  double aside = measure_column (press, sheet, from, to, TRUE);
  double top, foot;

  if (press->y + MAX (text, aside) > BOTTOM && press->y > MARGIN)
    break_page (press);
  top = press->y;
  set_column (press, sheet, from, to, FALSE);
  foot = press->y;
  if (top + MAX (text, aside) <= BOTTOM)
    press->y = top;
  set_column (press, sheet, from, to, TRUE);
  press->y = MAX (press->y, foot);
}

static gboolean
set_sheet (Press *press, GPtrArray *sheet, GCancellable *cancellable, GError **error)
{
  gboolean columns = has_column (sheet);

  press->page = 0;
  press->x = MARGIN;
  press->width = BODY_WIDTH;
  begin_page (press);
  for (guint i = 0, next; i < sheet->len; i = next)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      next = i + 1;
      while (columns && next < sheet->len && is_in_row (sheet->pdata[next]))
        next++;
      if (columns
          && (((const TwfBlock *)sheet->pdata[i])->kind == TWF_BLOCK_PROVISION || next > i + 1))
        set_row (press, sheet, i, next);
      else
        set_block (press, g_ptr_array_index (sheet, i));
      if (press->most_pages > 0 && press->page > press->most_pages)
        {
          g_set_error (error,
                       rooms->error_domain,
                       rooms->error_too_large,
                       "PDF: more than %d pages",
                       press->most_pages);
          return FALSE;
        }
    }
  finish_page (press);
  return TRUE;
}

/* Glyphs stand where the font puts them, not on whole points: on rounded places a reader that
 * copies the text takes the gaps between Arabic letters for spaces. */
static PangoContext *
make_context (PangoFontMap *faces, cairo_t *cairo, PangoDirection direction)
{
  PangoContext *context = pango_font_map_create_context (faces);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, direction);
  pango_cairo_update_context (cairo, context);
  return context;
}

static cairo_status_t
write_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
make_surface (GByteArray *out, const char *title, GDateTime *now)
{
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (write_bytes, out, PAGE_WIDTH, PAGE_HEIGHT);
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Tawafuq");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  return surface;
}

/**
 * twf_press_print:
 * @needs: what the module has not itself
 * @title: of the document
 * @running_head: stands on every page but the first
 * @sheet: (element-type TwfBlock): what to set
 * @language: of the document
 * @now: date and time that the file says of itself
 * @most_pages: no more than these; 0: any number
 * @cancellable: (nullable): asked at every block
 * @error: (out) (optional): where an error goes
 *
 * Sets the plan on A4 pages with Pango and cairo, fonts embedded, pages numbered, sections in the
 * reader's outline. Not tagged for PDF/UA: cairo 1.16 cannot say the language or the reading order
 * of right-to-left text in its tags.
 *
 * Returns: (transfer full): the bytes
 *
 * Errors: TWF_ERROR_TOO_LARGE if it takes more than @most_pages; TWF_ERROR_FAILED if cairo gave up;
 *   G_IO_ERROR_CANCELLED
 */
GBytes *
twf_press_print (const TwfPressNeeds *needs,
                 const char *title,
                 const char *running_head,
                 GPtrArray *sheet,
                 const char *language,
                 GDateTime *now,
                 int most_pages,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autoptr (PangoFontMap) faces = pango_cairo_font_map_new ();
  Press press = { 0 };
  gboolean whole;
  cairo_status_t status;

  rooms = needs;
  press.surface = make_surface (out, title, now);
  press.cairo = cairo_create (press.surface);
  press.ltr = make_context (faces, press.cairo, PANGO_DIRECTION_LTR);
  press.rtl = make_context (faces, press.cairo, PANGO_DIRECTION_RTL);
  press.language = language;
  press.running_head = running_head;
  press.most_pages = most_pages;

  press.counting = TRUE;
  whole = set_sheet (&press, sheet, cancellable, error);
  press.n_pages = press.page;
  press.counting = FALSE;
  whole = whole && set_sheet (&press, sheet, cancellable, error);

  cairo_destroy (press.cairo);
  cairo_surface_finish (press.surface);
  status = cairo_surface_status (press.surface);
  cairo_surface_destroy (press.surface);
  g_object_unref (press.ltr);
  g_object_unref (press.rtl);
  if (whole && status != CAIRO_STATUS_SUCCESS)
    g_set_error (error,
                 needs->error_domain,
                 needs->error_failed,
                 "PDF: %s",
                 cairo_status_to_string (status));
  if (!whole || status != CAIRO_STATUS_SUCCESS)
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
