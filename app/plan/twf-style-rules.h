/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TwfStyleRule:
 * @TWF_STYLE_END: a paragraph of a resolution ends in another mark than its place asks for
 * @TWF_STYLE_OPENING: a paragraph of the preamble opens as an operative one does, or the reverse
 * @TWF_STYLE_NO_END: others beside it end in a mark, it ends in none
 * @TWF_STYLE_DOUBLE_SPACE: spaces one after the other
 * @TWF_STYLE_SPACE_BEFORE: a space before a mark that takes none
 * @TWF_STYLE_SPACE_MISSING: no no-break space where French has one
 * @TWF_STYLE_QUOTES: quotation marks that the language does not use
 * @TWF_STYLE_DIGITS: digits of two scripts in one text
 * @TWF_STYLE_UNBALANCED: a bracket or quotation mark without the other
 *
 * What is looked for in the style of a text.
 */
typedef enum
{
  TWF_STYLE_END,
  TWF_STYLE_OPENING,
  TWF_STYLE_NO_END,
  TWF_STYLE_DOUBLE_SPACE,
  TWF_STYLE_SPACE_BEFORE,
  TWF_STYLE_SPACE_MISSING,
  TWF_STYLE_QUOTES,
  TWF_STYLE_DIGITS,
  TWF_STYLE_UNBALANCED,
  TWF_N_STYLE_RULES
} TwfStyleRule;

/* In which marks a paragraph may end. */
typedef enum
{
  TWF_STYLE_ENDS_ANYHOW,
  TWF_STYLE_ENDS_PREAMBLE,  /* a comma */
  TWF_STYLE_ENDS_OPERATIVE, /* a semicolon; a colon where others stand under it */
  TWF_STYLE_ENDS_SECTION,   /* of a section that is not the last: a semicolon or a full stop */
  TWF_STYLE_ENDS_ALL,       /* a full stop */
  TWF_STYLE_ENDS_MARKED,    /* any mark */
} TwfStyleEnds;

/* Bytes of a text, and what should stand there. */
typedef struct
{
  TwfStyleRule rule;
  gsize start;
  gsize end;
  char *instead; /* nullable: only a person can say */
} TwfStyleFlaw;

void twf_style_flaw_free (TwfStyleFlaw *self);
GPtrArray *twf_style_check_text (const char *text,
                                 const char *language,
                                 TwfStyleEnds ends) G_GNUC_WARN_UNUSED_RESULT;
char *twf_style_fix_text (const char *text,
                          const char *language,
                          TwfStyleEnds ends,
                          TwfStyleRule rule) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_style_has_end (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfStyleFlaw, twf_style_flaw_free)

G_END_DECLS
