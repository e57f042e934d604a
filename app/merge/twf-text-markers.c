/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-text-markers.h"

#include "twf-text-engine.h"

#include <string.h>

/**
 * twf_pieces_dup_brackets:
 * @pieces: (element-type TwfPiece): a merged text
 * @names: (array): of the sides, by number
 *
 * Returns: (transfer full): the whole text, undecided pieces in square brackets with every wording
 *   behind the names of those who want it: [A, B: one | C: another]
 */
char *
twf_pieces_dup_brackets (GPtrArray *pieces, const char *const *names)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++)
    {
      const TwfPiece *piece = pieces->pdata[i];

      if (piece->alternatives == NULL)
        g_string_append (text, piece->text);
      for (guint k = 0; piece->alternatives != NULL && k < piece->alternatives->len; k++)
        {
          const TwfAlternative *alternative = piece->alternatives->pdata[k];

          g_string_append (text, k == 0 ? "[" : " | ");
          for (guint n = 0; n < alternative->n_sides; n++)
            g_string_append_printf (text, "%s%s", n > 0 ? ", " : "", names[alternative->sides[n]]);
          g_string_append_printf (
              text, *alternative->text != '\0' ? ": %s" : ":%s", alternative->text);
        }
      if (piece->alternatives != NULL)
        g_string_append_c (text, ']');
    }
  return g_string_free (text, FALSE);
}

/* Writes marked lines: a line that is undecided somewhere is given whole, once as each side has it.
 */
typedef struct
{
  GString *out;      /* whole lines */
  GString *lines[2]; /* by side: what is undecided; before, in the first: a line that is begun */
  gboolean open;
  const char *names[2];
} Marker;

static void
end_line (GString *text)
{
  if (text->len > 0 && text->str[text->len - 1] != '\n')
    g_string_append_c (text, '\n');
}

static gboolean
ends_line (const GString *text)
{
  return text->len == 0 || text->str[text->len - 1] == '\n';
}

static void
close_lines (Marker *self)
{
  end_line (self->lines[0]);
  end_line (self->lines[1]);
  g_string_append_printf (self->out, "<<<<<<< %s\n", self->names[0]);
  g_string_append_len (self->out, self->lines[0]->str, (gssize)self->lines[0]->len);
  g_string_append (self->out, "=======\n");
  g_string_append_len (self->out, self->lines[1]->str, (gssize)self->lines[1]->len);
  g_string_append_printf (self->out, ">>>>>>> %s\n", self->names[1]);
  g_string_truncate (self->lines[0], 0);
  g_string_truncate (self->lines[1], 0);
  self->open = FALSE;
}

static void
add_agreed (Marker *self, const char *text)
{
  const char *end;

  if (self->open && ends_line (self->lines[0]) && ends_line (self->lines[1]))
    close_lines (self);
  if (self->open)
    {
      end = strchr (text, '\n');
      end = end != NULL ? end + 1 : text + strlen (text);
      g_string_append_len (self->lines[0], text, end - text);
      g_string_append_len (self->lines[1], text, end - text);
      text = end;
      if (ends_line (self->lines[0]))
        close_lines (self);
    }
  if (self->open)
    return;
  end = strrchr (text, '\n');
  if (end != NULL)
    {
      g_string_append_len (self->out, self->lines[0]->str, (gssize)self->lines[0]->len);
      g_string_append_len (self->out, text, end + 1 - text);
      g_string_truncate (self->lines[0], 0);
      text = end + 1;
    }
  g_string_append (self->lines[0], text);
}

static void
add_undecided (Marker *self, const TwfPiece *piece)
{
  if (self->open && ends_line (self->lines[0]) && ends_line (self->lines[1]))
    close_lines (self);
  if (!self->open)
    g_string_append_len (self->lines[1], self->lines[0]->str, (gssize)self->lines[0]->len);
  self->open = TRUE;
  for (guint side = 0; side < 2; side++)
    g_string_append (self->lines[side], twf_piece_get_text (piece, side));
}

/**
 * twf_pieces_dup_markers:
 * @pieces: (element-type TwfPiece): a text merged from two sides
 * @ours: name of the first
 * @theirs: name of the second
 *
 * Returns: (transfer full): the whole text, lines that are undecided as each side has them, between
 *   the marks that git puts around them
 */
char *
twf_pieces_dup_markers (GPtrArray *pieces, const char *ours, const char *theirs)
{
  Marker self = {
    g_string_new (NULL), { g_string_new (NULL), g_string_new (NULL) }, FALSE, { ours, theirs }
  };

  for (guint i = 0; i < pieces->len; i++)
    {
      const TwfPiece *piece = pieces->pdata[i];

      if (piece->alternatives != NULL)
        add_undecided (&self, piece);
      else
        add_agreed (&self, piece->text);
    }
  if (self.open)
    close_lines (&self);
  g_string_append_len (self.out, self.lines[0]->str, (gssize)self.lines[0]->len);
  g_string_free (self.lines[0], TRUE);
  g_string_free (self.lines[1], TRUE);
  return g_string_free (self.out, FALSE);
}

/**
 * twf_merge_lines:
 * @base: a text
 * @ours: what one side made of it
 * @theirs: what the other made of it
 * @language: (nullable): their language
 *
 * As twf_merge_texts(), with whole lines to choose between: for twf_pieces_dup_markers().
 *
 * Returns: (transfer full) (element-type TwfPiece): the pieces in reading order
 */
GPtrArray *
twf_merge_lines (const char *base, const char *ours, const char *theirs, const char *language)
{
  const char *const sides[] = { ours, theirs };

  return twf_text_merge_by_grain (base, sides, G_N_ELEMENTS (sides), language, TWF_GRAIN_LINE);
}
