/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-open-brackets.h"

#include "twf-compilation.h"
#include "twf-segments.h"

static void
free_bracket (gpointer data)
{
  TwfOpenBracket *self = data;

  g_ptr_array_unref (self->proposals);
  g_free (self);
}

static TwfOpenBracket *
add_bracket (GPtrArray *brackets)
{
  TwfOpenBracket *self = g_new0 (TwfOpenBracket, 1);

  self->proposals = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (brackets, self);
  return self;
}

static void
add_proposal (TwfOpenBracket *self, TwfProposal *proposal)
{
  if (!g_ptr_array_find (self->proposals, proposal, NULL))
    g_ptr_array_add (self->proposals, g_object_ref (proposal));
}

static void
add_pieces (GPtrArray *brackets, const TwfCompiledText *compiled, GPtrArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const TwfBracketPiece *piece = pieces->pdata[i];
      TwfOpenBracket *bracket = piece->alternatives != NULL ? add_bracket (brackets) : NULL;

      for (guint j = 0; bracket != NULL && j < piece->alternatives->len; j++)
        {
          const TwfAlternative *alternative = piece->alternatives->pdata[j];

          bracket->n_words += twf_text_count_words (alternative->text, compiled->language);
          for (guint at = 0; at < alternative->n_sides; at++)
            add_proposal (bracket, compiled->proposals->pdata[alternative->sides[at]]);
        }
      if (piece->inside != NULL)
        add_pieces (brackets, compiled, piece->inside);
    }
}

/* What is open in a language that is not read: one bracket for each such language, as it is shown
 * beside the text. */
static void
add_elsewhere (GPtrArray *brackets,
               GPtrArray *open,
               TwfPart part,
               const char *language,
               const char *const *elsewhere)
{
  for (guint l = 0; elsewhere[l] != NULL; l++)
    {
      TwfOpenBracket *bracket = add_bracket (brackets);

      for (guint i = 0; i < open->len; i++)
        if (twf_compile_asks (open->pdata[i], part, elsewhere[l])
            && !twf_compile_asks (open->pdata[i], part, language))
          add_proposal (bracket, open->pdata[i]);
    }
}

static void
add_text (GPtrArray *brackets,
          TwfPlan *plan,
          TwfProvision *provision,
          GPtrArray *open,
          TwfPart part,
          const char *language)
{
  g_autoptr (TwfCompiledText) compiled = twf_compile_text (plan, provision, part, language);
  g_auto (GStrv) elsewhere = twf_compile_list_elsewhere (plan, provision, part, language);

  if (compiled != NULL && compiled->proposals->len > 0)
    add_pieces (brackets, compiled, compiled->pieces);
  add_elsewhere (brackets, open, part, language, (const char *const *)elsewhere);
}

static void
add_insert (GPtrArray *brackets, TwfProvision *provision, const char *language)
{
  TwfProposal *insert = twf_compile_find_insert (provision);
  TwfOpenBracket *bracket;

  if (insert == NULL)
    return;
  bracket = add_bracket (brackets);
  add_proposal (bracket, insert);
  for (TwfPart part = TWF_PART_BODY; part < TWF_N_PARTS; part++)
    {
      const char *text = twf_provision_get_text (provision, part, language);

      bracket->n_words += text != NULL ? twf_text_count_words (text, language) : 0;
    }
}

/**
 * twf_open_brackets_new:
 * @plan: a plan
 * @provision: (nullable): a provision of it, that a compilation has; %NULL: the plan itself
 * @language: in which the compilation is read
 *
 * Lists every bracket that a compilation has there: in each of its texts, those inside of others as
 * well; one for each other language in which something is open; one for each field or place that is
 * to be another; and one around a provision that is itself proposed.
 *
 * Returns: (transfer full) (element-type TwfOpenBracket): the brackets; empty: nothing is open
 */
GPtrArray *
twf_open_brackets_new (TwfPlan *plan, TwfProvision *provision, const char *language)
{
  GPtrArray *brackets = g_ptr_array_new_with_free_func (free_bracket);
  g_autoptr (GPtrArray) open = twf_compile_list_proposals (plan, provision);
  g_autoptr (GPtrArray) others = NULL;

  if (open->len == 0)
    return brackets;
  for (TwfPart part = TWF_PART_BODY; part < (provision != NULL ? TWF_N_PARTS : 1); part++)
    add_text (brackets, plan, provision, open, part, language);
  others = twf_compile_list_others (plan, provision);
  for (guint i = 0; i < others->len; i++)
    add_proposal (add_bracket (brackets), others->pdata[i]);
  if (provision != NULL)
    add_insert (brackets, provision, language);
  return brackets;
}
