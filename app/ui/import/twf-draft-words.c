/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-draft-words.h"

#include "twf-interface.h"
#include "twf-region.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

/* In the order of TwfRole. */
static const char *const roles[] = {
  [TWF_ROLE_LEFT_OUT] = N_ ("Left out"),       [TWF_ROLE_TITLE] = N_ ("Title of the plan"),
  [TWF_ROLE_SYMBOL] = N_ ("Document symbol"),  [TWF_ROLE_SESSION] = N_ ("Session"),
  [TWF_ROLE_AGENDA_ITEM] = N_ ("Agenda item"), [TWF_ROLE_DATE] = N_ ("Date"),
  [TWF_ROLE_SIGNATORY] = N_ ("Signatory"),     [TWF_ROLE_HEADING] = N_ ("Heading"),
  [TWF_ROLE_PROVISION] = N_ ("Provision"),
};

static const struct
{
  const char *reason;
  const char *words;
} reasons[] = {
  { TWF_REASON_RUN_ORDER,
    N_ ("The parts of this line stand in the order of the page, not of reading.") },
  { TWF_REASON_SPLIT_WORD, N_ ("One word looks cut in two.") },
  { TWF_REASON_JOINED_WORDS, N_ ("Two words look joined.") },
  { TWF_REASON_SWAPPED_PIECES, N_ ("The pieces of a word look swapped.") },
  { TWF_REASON_SPELLING, N_ ("This spelling occurs nowhere else in the document.") },
};

/**
 * twf_draft_words_list_roles:
 *
 * Returns: (transfer full): the names of the roles, in the order of TwfRole
 */
GListModel *
twf_draft_words_list_roles (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    gtk_string_list_append (list, _ (roles[i]));
  return G_LIST_MODEL (list);
}

/**
 * twf_draft_words_list_sections:
 *
 * Returns: (transfer full): the titles of the sections, in the order of TwfSection
 */
GListModel *
twf_draft_words_list_sections (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  g_autofree char *language = twf_interface_dup_language ();

  for (TwfSection section = 0; section < TWF_N_SECTIONS; section++)
    gtk_string_list_append (list, twf_section_get_title (section, language));
  return G_LIST_MODEL (list);
}

/**
 * twf_draft_words_role_has_section:
 * @role: what a paragraph is taken for
 *
 * Returns: whether such a paragraph stands in a section
 */
gboolean
twf_draft_words_role_has_section (TwfRole role)
{
  return role == TWF_ROLE_PROVISION || role == TWF_ROLE_HEADING;
}

/**
 * twf_draft_words_describe:
 * @paragraph: a paragraph of a draft
 *
 * Returns: (transfer full): what it is taken for, in a few words
 */
char *
twf_draft_words_describe (TwfDraftParagraph *paragraph)
{
  TwfRole role = twf_draft_paragraph_get_role (paragraph);
  g_autofree char *language = twf_interface_dup_language ();
  const char *section
      = twf_section_get_title (twf_draft_paragraph_get_section (paragraph), language);

  if (role == TWF_ROLE_PROVISION)
    return g_strdup (section);
  if (role == TWF_ROLE_HEADING)
    return g_strdup_printf ("%s – %s", _ (roles[role]), section);
  return g_strdup (_ (roles[role]));
}

/**
 * twf_draft_words_dup_result:
 * @paragraph: a paragraph of a draft
 * @language: the language that is shown
 *
 * Returns: (transfer full): what will stand in the plan: for a date, a symbol and the like the
 * value that was read, for a signatory the name, the office and the state's code, else the text
 */
char *
twf_draft_words_dup_result (TwfDraftParagraph *paragraph, const char *language)
{
  TwfRole role = twf_draft_paragraph_get_role (paragraph);
  const char *value = twf_draft_paragraph_get_field (paragraph, TWF_DRAFT_VALUE);
  const char *name = twf_draft_paragraph_get_field (paragraph, TWF_DRAFT_NAME);
  const char *title = twf_draft_paragraph_get_field (paragraph, TWF_DRAFT_TITLE);
  const char *code = twf_draft_paragraph_get_field (paragraph, TWF_DRAFT_CODE);
  char *text;

  if (role == TWF_ROLE_LEFT_OUT)
    return g_strdup (_ ("Nothing: this paragraph is left out."));
  if (role == TWF_ROLE_SIGNATORY && name != NULL)
    {
      g_autofree char *state = code != NULL ? twf_region_dup_name (code, language) : NULL;

      return g_strjoin ("\n", name, title != NULL ? title : "", state, NULL);
    }
  if (role >= TWF_ROLE_SYMBOL && role <= TWF_ROLE_DATE && value != NULL)
    return g_strdup (value);
  text = twf_draft_paragraph_dup_final_text (paragraph, language);
  return text != NULL ? text : g_strdup ("");
}

/**
 * twf_draft_words_reason:
 * @reason: one of the TWF_REASON_* names
 *
 * Returns: the reason as a sentence
 */
const char *
twf_draft_words_reason (const char *reason)
{
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_strcmp0 (reasons[i].reason, reason) == 0)
      return _ (reasons[i].words);
  return reason;
}
