/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-scribe-private.h"

#include "twf-bidi.h"
#include "twf-groups.h"
#include "twf-notation-words.h"
#include "twf-sheet-words.h"

#include <string.h>

/* Between members that are excepted: a comma would end the group's name. */
#define AND " & "

/* "G77 EG MX" is G77 except Egypt and Mexico: each isolated, in the order of the document. */
static void
append_name (GString *out, TwfScribe *self, const char *code)
{
  g_auto (GStrv) names = g_strsplit (code, " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *isolated = twf_text_isolate (names[i]);

      if (i > 0)
        g_string_append (out, i == 1 ? twf_noted_word (TWF_NOTED_EXCEPT, self->language) : AND);
      g_string_append (out, isolated);
    }
}

static void
append_codes (GString *out, TwfScribe *self, GPtrArray *codes)
{
  for (guint i = 0; i < codes->len; i++)
    {
      if (i > 0)
        g_string_append (out, twf_sheet_word (TWF_WORD_COMMA, self->language));
      append_name (out, self, codes->pdata[i]);
    }
}

/* A code with the number that the brackets have in common and the members that are excepted, as
 * append_name() writes it. */
static char *
dup_name (TwfScribe *self,
          TwfProposal *proposal,
          const char *code,
          const char *link,
          const TwfPositionWord *word)
{
  g_auto (GStrv) except = twf_proposal_list_deviations (self->plan, proposal, code, word);
  g_autofree char *joined = g_strjoinv (" ", except);

  return g_strconcat (code, link, *joined != '\0' ? " " : "", joined, NULL);
}

/*
 * twf_scribe_list_owners:
 * @self: a scribe
 * @proposals: (array length=n): some proposals
 * @links: (nullable) (array length=n): the number that the brackets of each have in common, or 0
 * @n: how many
 *
 * Returns: (transfer full) (element-type utf8): their owners, sorted, each with that number, and
 *   behind a group, with spaces between, those of its members that say something else
 */
GPtrArray *
twf_scribe_list_owners (TwfScribe *self, TwfProposal *const *proposals, const guint *links, guint n)
{
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      const char *const *owners = twf_proposal_get_values (proposals[i], TWF_PROPOSAL_FIELD_OWNER);
      g_autofree char *link = twf_notation_dup_link (links != NULL ? links[i] : 0);

      for (guint o = 0; owners != NULL && owners[o] != NULL; o++)
        twf_notation_add_code (codes, dup_name (self, proposals[i], owners[o], link, NULL));
      /* Nobody's, where that has to be told from others': the facilitator's sign. */
      if ((owners == NULL || owners[0] == NULL) && (*link != '\0' || n > 1))
        twf_notation_add_code (codes, g_strconcat (TWF_FACILITATOR, link, NULL));
    }
  return codes;
}

/* What delegations say of the proposals with one word; of conditions, of one proposal. */
typedef struct
{
  TwfPositionWord word;
  const char *condition; /* borrowed of the position */
  GPtrArray *codes;
} Stand;

static void
free_stand (gpointer data)
{
  Stand *stand = data;

  g_ptr_array_unref (stand->codes);
  g_free (stand);
}

/* @name is taken. */
static void
note_stand (GPtrArray *stands, const TwfPosition *position, char *name)
{
  Stand *found = NULL;
  guint at = 0;

  for (; at < stands->len && found == NULL; at++)
    {
      Stand *stand = stands->pdata[at];
      int order = stand->word != position->word ? (int)stand->word - (int)position->word
                                                : g_strcmp0 (stand->condition, position->condition);

      if (order == 0)
        found = stand;
      else if (order > 0)
        break;
    }
  if (found == NULL)
    {
      found = g_new0 (Stand, 1);
      found->word = position->word;
      found->condition = position->condition;
      found->codes = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_insert (stands, (gint)at, found);
    }
  twf_notation_add_code (found->codes, name);
}

static void
append_stand (GString *out, TwfScribe *self, const Stand *stand)
{
  const char *language = self->language;
  gboolean aside = self->notation == TWF_NOTATION_POSITIONS;

  g_string_append (out, aside ? " (" : twf_noted_word (TWF_NOTED_SEMICOLON, language));
  append_codes (out, self, stand->codes);
  g_string_append (out, aside ? twf_sheet_word (TWF_WORD_COLON, language) : " ");
  g_string_append (out, twf_noted_position (stand->word, language));
  if (stand->condition != NULL)
    {
      g_autofree char *isolated
          = twf_text_isolate (twf_scribe_get_reference (self, stand->condition));

      g_string_append_printf (out, " %s", isolated);
    }
  if (aside)
    g_string_append_c (out, ')');
}

/*
 * twf_scribe_dup_attribution:
 * @self: a scribe
 * @proposals: (array length=n): the proposals of which an alternative is
 * @links: (nullable) (array length=n): the number that the brackets of each have in common, or 0
 * @n: how many
 *
 * Returns: (transfer full): whose an alternative is and what others say of it, as it stands behind:
 *   "(MX) (G77: retain)", or inline " - MX; G77 retain"; empty where there is nothing to say
 */
char *
twf_scribe_dup_attribution (TwfScribe *self,
                            TwfProposal *const *proposals,
                            const guint *links,
                            guint n)
{
  g_autoptr (GPtrArray) codes = twf_scribe_list_owners (self, proposals, links, n);
  g_autoptr (GPtrArray) stands = g_ptr_array_new_with_free_func (free_stand);
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  gboolean aside = self->notation == TWF_NOTATION_POSITIONS;
  GString *out = g_string_new (NULL);

  if (self->notation == TWF_NOTATION_UNATTRIBUTED)
    return g_string_free (out, FALSE);
  for (guint i = 0; i < n; i++)
    {
      GPtrArray *positions = twf_proposal_list_positions (proposals[i]);
      g_autofree char *link = twf_notation_dup_link (links != NULL ? links[i] : 0);

      g_ptr_array_add (lists, positions);
      for (guint p = 0; p < positions->len; p++)
        {
          const TwfPosition *position = positions->pdata[p];

          note_stand (stands,
                      position,
                      dup_name (self, proposals[i], position->code, link, &position->word));
        }
    }
  if (codes->len > 0)
    {
      g_string_append (out, aside ? "(" : "");
      append_codes (out, self, codes);
      g_string_append (out, aside ? ")" : "");
    }
  for (guint i = 0; i < stands->len; i++)
    append_stand (out, self, stands->pdata[i]);
  /* Inline, what is said begins with whose it is, or else at once with what others say. */
  if (!aside && out->len > 0)
    {
      if (codes->len == 0)
        g_string_erase (
            out, 0, (gssize)strlen (twf_noted_word (TWF_NOTED_SEMICOLON, self->language)));
      g_string_prepend (out, TWF_BEHIND);
    }
  else if (aside && codes->len == 0 && out->len > 0)
    g_string_erase (out, 0, 1);
  return g_string_free (out, FALSE);
}
