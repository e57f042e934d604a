/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* Compilations in the notations of secretariats: as they are written, and as they are read. */
#include "twf-bidi.h"
#include "twf-compilation.h"
#include "twf-notation-read.h"
#include "twf-notation.h"
#include "twf-wording.h"

#include <string.h>

#define ROUNDS 2000
#define MOST 4

static const char *const codes[] = { "CA", "EG", "EU", "G77", "MX", "US" };
static const char *const languages[] = { "en", "ar", "fr", "es", "ru", "zh" };

static TwfPlan *
make_plan (const char *text, const char *language)
{
  TwfPlan *plan = twf_plan_new ();
  TwfProvision *provision = twf_provision_new ("aaaaaaaaaaaa", TWF_SECTION_ACTIONS);

  twf_plan_set_values (plan, TWF_PLAN_LANGUAGES, (const char *const[]){ language, NULL });
  twf_plan_set_values (plan, TWF_PLAN_SOURCE_LANGUAGE, (const char *const[]){ language, NULL });
  twf_provision_set_place (provision, TWF_SECTION_ACTIONS, NULL, "a");
  twf_provision_set_text (provision, TWF_PART_BODY, language, text);
  twf_plan_take_provision (plan, provision);
  return plan;
}

static TwfProposal *
propose (TwfPlan *plan, const char *language, const char *wording, const char *owners)
{
  TwfProvision *provision = twf_plan_get_provision (plan, "aaaaaaaaaaaa");
  g_auto (GStrv) list = g_strsplit (owners, " ", -1);
  g_autoptr (TwfProposal) draft = twf_proposal_new ("bbbbbbbbbbbb");
  g_autofree char *id = NULL;
  TwfProposal *proposal;

  twf_proposal_set_text (draft, language, wording);
  twf_proposal_set_base (
      draft, language, twf_provision_get_text (provision, TWF_PART_BODY, language));
  twf_proposal_set_values (
      draft, TWF_PROPOSAL_FIELD_OWNER, (const char *const *)(*owners != '\0' ? list : NULL));
  id = twf_proposal_dup_content_id (draft, twf_provision_get_id (provision));
  proposal = twf_proposal_copy_as (draft, id);
  twf_provision_take_proposal (provision, proposal);
  return twf_provision_get_proposal (provision, id);
}

static char *
write_with (TwfScribe *scribe, TwfPlan *plan, const char *language)
{
  g_autoptr (TwfCompiledText) compiled = twf_compile_text (
      plan, twf_plan_get_provision (plan, "aaaaaaaaaaaa"), TWF_PART_BODY, language);
  g_autoptr (GPtrArray) spans = twf_scribe_write (scribe, compiled);
  g_autofree char *text = twf_spans_dup_text (spans);

  return twf_text_strip_isolates (text);
}

static char *
write_plain (TwfPlan *plan, TwfNotation notation, const char *language)
{
  g_autoptr (TwfScribe) scribe = twf_scribe_new (plan, notation, language);

  return write_with (scribe, plan, language);
}

static void
assert_written (TwfPlan *plan, TwfNotation notation, const char *expected)
{
  g_autofree char *text = write_plain (plan, notation, "en");

  g_assert_cmpstr (text, ==, expected);
}

static void
test_practice (void)
{
  g_autoptr (TwfPlan) plan = make_plan ("the internationally agreed development goals", "en");
  TwfProposal *made = propose (plan, "en", "the internationally made development goals", "MX");

  propose (plan, "en", "the internationally agreed development goals and commitments", "G77");
  twf_proposal_add_value (made, TWF_PROPOSAL_FIELD_POSITION, "G77 retain");
  twf_proposal_add_value (made, TWF_PROPOSAL_FIELD_POSITION, "US delete");
  twf_proposal_add_value (made, TWF_PROPOSAL_FIELD_POSITION, "EU delete");
  assert_written (plan,
                  TWF_NOTATION_POSITIONS,
                  "the internationally [agreed / made](MX) (G77: retain) (EU, US: delete)"
                  " development goals [and commitments](G77)");
  assert_written (plan,
                  TWF_NOTATION_INLINE,
                  "the internationally [agreed / made - MX; G77 retain; EU, US delete]"
                  " development goals [and commitments - G77]");
  assert_written (plan,
                  TWF_NOTATION_UNATTRIBUTED,
                  "the internationally [agreed / made] development goals [and commitments]");
}

static void
test_signs_of_the_text (void)
{
  g_autoptr (TwfPlan) plan = make_plan ("One [1] and / or (EU) two - US \\ [no end", "en");

  propose (plan, "en", "One [1] and / or (EU) three - EU (MX)", "EG");
  for (TwfNotation notation = TWF_NOTATION_POSITIONS; notation <= TWF_NOTATION_INLINE; notation++)
    {
      g_autofree char *text = write_plain (plan, notation, "en");
      g_autoptr (TwfNotedText) read = twf_notation_read (text, "en");
      const TwfNotedWording *wording;

      g_assert_nonnull (read);
      g_assert_cmpstr (read->text, ==, "One [1] and / or (EU) two - US \\ [no end");
      g_assert_cmpuint (read->wordings->len, ==, 1);
      wording = read->wordings->pdata[0];
      g_assert_cmpstr (wording->wording, ==, "One [1] and / or (EU) three - EU (MX)");
      g_assert_cmpuint (wording->owners->len, ==, 1);
    }
}

static void
test_for_eyes (void)
{
  g_autoptr (TwfPlan) plan = make_plan ("Every year (A/RES/64/293), no text [sic] or \\.", "en");
  g_autoptr (TwfScribe) scribe = twf_scribe_new (plan, TWF_NOTATION_POSITIONS, "en");
  g_autofree char *text = NULL;

  propose (plan, "en", "Every month (A/RES/64/293), no text [sic] or \\.", "EG");
  twf_scribe_write_for_eyes (scribe, NULL);
  text = write_with (scribe, plan, "en");
  g_assert_cmpstr (text, ==, "Every [year / month](EG) (A/RES/64/293), no text [sic] or \\.");
}

/* What people typed, in 2006 and in 2012. */
static void
test_typed (void)
{
  static const struct
  {
    const char *line;
    const char *text;
    const char *wording;
    const char *owner;
    const char *position; /* of the first wording */
  } typed[] = {
    { "goals [and commitments] (G77) (EU, CANZ, Russia, US: delete)",
      "goals",
      "goals and commitments",
      "G77",
      "EU delete" },
    { "[agreed / made](Mexico) (G77: retain) goals",
      "agreed goals",
      "made goals",
      "MX",
      "G77 retain" },
    { "an [extreme - US; G77 delete] case", "an case", "an extreme case", "US", "G77 delete" },
    { "act[, in accordance with the law -G77; US, Canada, Japan, EU delete.] now",
      "act now",
      "act, in accordance with the law now",
      "G77",
      "US delete" },
    { "[changing unsustainable - EU, G77 retain / promoting sustainable - US] patterns",
      "changing unsustainable patterns",
      "promoting sustainable patterns",
      "US",
      "EU retain" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (TwfNotedText) read = twf_notation_read (typed[i].line, "en");
      const TwfNotedWording *wording;
      const TwfNotedPosition *position;
      g_autofree char *said = NULL;

      g_assert_nonnull (read);
      g_assert_cmpstr (read->text, ==, typed[i].text);
      g_assert_cmpuint (read->wordings->len, ==, 1);
      wording = read->wordings->pdata[0];
      g_assert_cmpstr (wording->wording, ==, typed[i].wording);
      g_assert_cmpuint (wording->owners->len, ==, 1);
      g_assert_cmpstr (wording->owners->pdata[0], ==, typed[i].owner);
      position = wording->positions->pdata[0];
      said = g_strdup_printf ("%s %s", position->code, twf_position_word_get_name (position->word));
      g_assert_cmpstr (said, ==, typed[i].position);
    }
}

static void
test_no_compilation (void)
{
  g_assert_null (twf_notation_read ("A text [to be completed] (a) with brackets.", "en"));
  g_assert_null (twf_notation_read ("Nothing at all (EU).", "en"));
  g_assert_null (twf_notation_read ("[No end (EU)", "en"));
}

static void
test_inserted (void)
{
  g_autoptr (TwfNotedText) read
      = twf_notation_read ("[A new paragraph / with [a / the](EU) slash](EG)", "en");
  g_autoptr (TwfNotedText) whole = twf_notation_read ("[A new paragraph [or two](EU)](EG)", "en");

  g_assert_nonnull (whole->insert);
  g_assert_cmpstr (whole->insert->owners->pdata[0], ==, "EG");
  g_assert_cmpstr (whole->text, ==, "A new paragraph");
  g_assert_cmpuint (whole->wordings->len, ==, 1);
  /* Two sides: that is no insertion. */
  g_assert_null (read->insert);
}

static char *
make_text (guint kinds)
{
  static const char *const words[] = { "peace",
                                       "\330\263\331\204\330\247\331\205",
                                       "and",
                                       ",",
                                       "(a)",
                                       ".",
                                       "\345\222\214",
                                       "/",
                                       "-",
                                       "[1]",
                                       "(EU)",
                                       "no text",
                                       "]",
                                       "\\" };
  GString *text = g_string_new (NULL);
  guint n = (guint)g_test_rand_int_range (1, 16);

  for (guint i = 0; i < n; i++)
    {
      const char *word = words[g_test_rand_int_range (0, (gint)MIN (kinds, G_N_ELEMENTS (words)))];

      if (i > 0 && !strchr (",.]", *word))
        g_string_append_c (text, ' ');
      g_string_append (text, word);
    }
  return g_string_free (text, FALSE);
}

static char *
change_text (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gint chance = g_test_rand_int_range (0, 10);
      const char *word = chance == 0 ? "other" : words[i];

      if (chance == 1)
        continue;
      if (out->len > 0 && !strchr (",.]", *word))
        g_string_append_c (out, ' ');
      g_string_append (out, word);
      if (chance == 2)
        g_string_append (out, ", more");
    }
  return g_string_free (out, FALSE);
}

/* The same from two would be one proposal. */
static gboolean
is_proposed (TwfPlan *plan, const char *language, const char *wording)
{
  GListModel *all = twf_provision_list_proposals (twf_plan_get_provision (plan, "aaaaaaaaaaaa"));

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (all, i);

      if (g_str_equal (twf_proposal_get_text (proposal, language), wording))
        return TRUE;
    }
  return FALSE;
}

static const TwfNotedWording *
find_wording (const TwfNotedText *read, const char *text)
{
  for (guint i = 0; i < read->wordings->len; i++)
    if (g_str_equal (((TwfNotedWording *)read->wordings->pdata[i])->wording, text))
      return read->wordings->pdata[i];
  return NULL;
}

static gboolean
is_same (TwfProposal *proposal, const TwfNotedWording *wording)
{
  const char *const *owners = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER);
  g_autoptr (GPtrArray) positions = twf_proposal_list_positions (proposal);
  guint n = owners != NULL ? g_strv_length ((char **)owners) : 0;

  if (wording->owners->len != n || wording->positions->len != positions->len)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (wording->owners->pdata[i], owners[i]))
      return FALSE;
  for (guint i = 0; i < positions->len; i++)
    {
      const TwfPosition *position = positions->pdata[i];
      const TwfNotedPosition *noted = wording->positions->pdata[i];

      if (position->word != noted->word || !g_str_equal (position->code, noted->code))
        return FALSE;
    }
  return TRUE;
}

/* Whatever is written with names is read as it was: the text, each wording, whose it is and what is
 * said of it. Texts that are spaced as people space them. */
static void
test_laws (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autofree char *text = make_text (3 + round % 12);
      const char *language = languages[round % G_N_ELEMENTS (languages)];
      g_autoptr (TwfPlan) plan = make_plan (text, language);
      TwfProposal *proposals[MOST];
      guint n = 1 + round % MOST;

      for (guint i = 0; i < n; i++)
        {
          g_autofree char *wording = change_text (text);

          proposals[i] = NULL;
          if (*wording == '\0' || g_str_equal (wording, text)
              || is_proposed (plan, language, wording))
            continue;
          proposals[i] = propose (plan,
                                  language,
                                  wording,
                                  i == 3   ? ""
                                  : i == 2 ? "EG US"
                                           : codes[i]);
          if (i % 2 == 0)
            twf_proposal_add_value (
                proposals[i], TWF_PROPOSAL_FIELD_POSITION, round % 2 ? "CA retain" : "MX support");
        }
      for (TwfNotation notation = TWF_NOTATION_POSITIONS; notation <= TWF_NOTATION_INLINE;
           notation++)
        {
          g_autofree char *written = write_plain (plan, notation, language);
          g_autoptr (TwfNotedText) read = twf_notation_read (written, language);

          for (guint i = 0; i < n; i++)
            {
              const TwfNotedWording *wording;

              if (proposals[i] == NULL)
                continue;
              if (read == NULL && i == 3)
                continue; /* nobody is named */
              g_assert_nonnull (read);
              if (!g_str_equal (read->text, text))
                g_error ("«%s» is read as «%s» out of «%s»", text, read->text, written);
              wording = find_wording (read, twf_proposal_get_text (proposals[i], language));
              if (wording == NULL)
                g_error ("«%s» is not read out of «%s»",
                         twf_proposal_get_text (proposals[i], language),
                         written);
              if (!is_same (proposals[i], wording))
                g_error ("What is said of «%s» is not read out of «%s»", wording->wording, written);
            }
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/notation/practice", test_practice);
  g_test_add_func ("/document/notation/signs-of-the-text", test_signs_of_the_text);
  g_test_add_func ("/document/notation/for-eyes", test_for_eyes);
  g_test_add_func ("/document/notation/typed", test_typed);
  g_test_add_func ("/document/notation/no-compilation", test_no_compilation);
  g_test_add_func ("/document/notation/inserted", test_inserted);
  g_test_add_func ("/document/notation/laws", test_laws);
  return g_test_run ();
}
