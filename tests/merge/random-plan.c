/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "random-plan.h"

#include "twf-id.h"

#include <string.h>

static const char *const languages[] = { "ar", "en", "ru", NULL };

/* A number below @n; where the bytes are at an end, 0. */
guint
chance_draw (Chance *self, guint n)
{
  if (self->rand != NULL)
    return (guint)g_rand_int_range (self->rand, 0, (gint32)n);
  return self->at < self->n_bytes ? self->bytes[self->at++] % n : 0;
}

/* A word that nothing else holds: "Qz" and letters, or the same in Arabic letters. */
char *
chance_word (Chance *self, const char *language)
{
  static const char *const arabic[] = { "ب", "ت", "ج", "د", "ر", "س", "ع", "ف", "ك", "ل" };
  gboolean is_arabic = g_str_has_prefix (language, "ar");
  GString *word = g_string_new (is_arabic ? "ظض" : "Qz");

  for (guint n = self->n_words++ + 100; n > 0; n /= 10)
    if (is_arabic)
      g_string_append (word, arabic[n % 10]);
    else
      g_string_append_c (word, (char)('a' + n % 10));
  return g_string_free (word, FALSE);
}

void
random_words (const char *tree, GHashTable *words)
{
  for (const char *at = tree; *at != '\0';)
    {
      gboolean latin = g_str_has_prefix (at, "Qz");
      gsize length = 0;

      if (latin)
        length = 2 + strspn (at + 2, "abcdefghij");
      else if (g_str_has_prefix (at, "ظض"))
        for (length = 4; g_unichar_isalpha (g_utf8_get_char (at + length));)
          length += 2;
      if (length > 0)
        g_hash_table_add (words, g_strndup (at, length));
      at += MAX (length, 1);
    }
}

static char *
make_sentence (Chance *self, const char *language)
{
  GString *sentence = g_string_new (NULL);

  for (guint n = 3 + chance_draw (self, 6); n > 0; n--)
    {
      g_autofree char *word = chance_word (self, language);

      g_string_append_printf (sentence, "%s%s", sentence->len > 0 ? " " : "", word);
    }
  g_string_append_c (sentence, '.');
  return g_string_free (sentence, FALSE);
}

static char *
make_text (Chance *self, const char *language, guint most)
{
  GString *text = g_string_new (NULL);

  for (guint n = 1 + chance_draw (self, most); n > 0; n--)
    {
      g_autofree char *sentence = make_sentence (self, language);

      if (text->len > 0)
        g_string_append (text, chance_draw (self, 5) == 0 ? "\n" : " ");
      g_string_append (text, sentence);
    }
  return g_string_free (text, FALSE);
}

static gboolean
apply (TwfPlan *plan, TwfEdit *edit)
{
  g_autoptr (TwfEdit) held = edit;

  return twf_plan_apply (plan, held, NULL, NULL);
}

static const char *
pick_language (Chance *self, TwfPlan *plan)
{
  const char *const *all = twf_plan_get_languages (plan);

  return all[chance_draw (self, g_strv_length ((GStrv)all))];
}

static const char *
pick_id (Chance *self, TwfPlan *plan)
{
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);

  return all->len > 0 ? twf_provision_get_id (all->pdata[chance_draw (self, all->len)]) : NULL;
}

/* Something under @parent or at the top of a section, in one or two languages. */
static void
add_provision (Chance *self, TwfPlan *plan, const char *owner)
{
  const char *near = pick_id (self, plan);
  TwfProvision *other = twf_plan_get_provision (plan, near);
  TwfSection section = other != NULL && chance_draw (self, 3) > 0
                           ? twf_provision_get_section (other)
                           : chance_draw (self, TWF_N_SECTIONS);
  const char *parent
      = other != NULL && twf_provision_get_section (other) == section && chance_draw (self, 3) == 0
            ? near
            : NULL;
  g_autofree char *seed = g_strdup_printf ("made %u", self->n_words++);
  g_autofree char *id = twf_id_from_content (seed);
  g_autofree char *rank = NULL;
  g_autoptr (TwfProvision) provision = twf_provision_new (id, section);

  rank = twf_plan_make_rank (
      plan, section, parent, parent == NULL && chance_draw (self, 2) == 0 ? near : NULL, owner);
  twf_provision_set_place (provision, section, parent, rank);
  for (guint i = chance_draw (self, 2); i < 2; i++)
    {
      const char *language = pick_language (self, plan);
      g_autofree char *text = make_text (self, language, 3);

      twf_provision_set_text (provision, TWF_PART_BODY, language, text);
    }
  apply (plan, twf_edit_new_add (provision));
}

static void
change_link (Chance *self, TwfPlan *plan)
{
  static const char *const fields[] = { TWF_FIELD_SERVES, TWF_FIELD_RESTS_ON, TWF_FIELD_PILLAR };
  const char *id = pick_id (self, plan);
  const char *field = fields[chance_draw (self, 3)];
  TwfProvision *provision = twf_plan_get_provision (plan, id);
  const char *const *now;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) values = NULL;

  if (provision == NULL)
    return;
  now = twf_provision_get_values (provision, field);
  for (guint i = 0; now != NULL && now[i] != NULL; i++)
    if (chance_draw (self, 3) > 0)
      g_strv_builder_add (builder, now[i]);
  for (guint i = 0; i < 6; i++)
    {
      const char *target = pick_id (self, plan);
      TwfSection section;

      if (twf_field_get_target (field, &section)
          && twf_provision_get_section (twf_plan_get_provision (plan, target)) == section
          && (now == NULL || !g_strv_contains (now, target)))
        {
          g_strv_builder_add (builder, target);
          break;
        }
    }
  values = g_strv_builder_end (builder);
  apply (plan, twf_edit_new_values (id, field, (const char *const *)values));
}

/* One word changed, added or taken away, or a sentence. */
static char *
change_words (Chance *self, const char *text, const char *language)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autofree char *made = chance_word (self, language);
  guint at = chance_draw (self, g_strv_length (words));
  char *end = strrchr (words[at], '.');
  g_autofree char *kept = g_steal_pointer (&words[at]);
  g_autofree char *sentence = NULL;

  switch (chance_draw (self, 6))
    {
    case 0:
      words[at] = g_strconcat (made, " ", kept, NULL);
      break;
    case 1:
      words[at] = g_strdup (end != NULL ? "." : "");
      break;
    case 2:
      sentence = make_sentence (self, language);
      words[at] = g_strconcat (kept, end != NULL ? " " : " ", sentence, NULL);
      break;
    case 3:
      /* Freeing the words ends where one is missing. */
      words[at] = g_steal_pointer (&kept);
      return make_text (self, language, 2);
    default:
      words[at] = g_strconcat (made, end, NULL);
      break;
    }
  return g_strstrip (g_strjoinv (" ", words));
}

static void
change_text (Chance *self, TwfPlan *plan, const char *id)
{
  TwfProvision *provision = twf_plan_get_provision (plan, id);
  const char *language = pick_language (self, plan);
  TwfPart part = chance_draw (self, 6) == 0 ? chance_draw (self, TWF_N_PARTS) : TWF_PART_BODY;
  const char *now = provision != NULL ? twf_provision_get_text (provision, part, language)
                                      : twf_plan_get_title (plan, language);
  g_autofree char *text
      = now != NULL ? change_words (self, now, language) : make_text (self, language, 3);

  apply (plan,
         twf_edit_new_text (provision != NULL ? id : NULL,
                            provision != NULL ? part : TWF_PART_BODY,
                            language,
                            chance_draw (self, 20) == 0 ? NULL : text));
}

void
random_word_edit (Chance *self, TwfPlan *plan)
{
  change_text (self, plan, pick_id (self, plan));
}

static void
move_provision (Chance *self, TwfPlan *plan, const char *owner)
{
  const char *id = pick_id (self, plan);
  const char *other = pick_id (self, plan);
  TwfProvision *near = twf_plan_get_provision (plan, other);

  if (near == NULL)
    return;
  if (chance_draw (self, 2) == 0)
    twf_plan_move_by (plan, id, (int)chance_draw (self, 9) - 4, owner, NULL);
  else
    twf_plan_move (plan,
                   id,
                   twf_provision_get_section (near),
                   chance_draw (self, 2) == 0 ? other : NULL,
                   NULL,
                   owner,
                   NULL);
}

static void
change_head (Chance *self, TwfPlan *plan)
{
  static const char *const fields[] = { TWF_PLAN_SYMBOL, TWF_PLAN_SESSION, TWF_PLAN_AGENDA_ITEM };
  g_autofree char *word = chance_word (self, "en");
  const char *const *now = twf_plan_get_values (plan, TWF_PLAN_LANGUAGES);
  static const char *const more[] = { "fr", "es", "zh" };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) values = NULL;

  if (chance_draw (self, 2) == 0)
    {
      apply (plan, twf_edit_new_value (NULL, fields[chance_draw (self, 3)], word));
      return;
    }
  for (guint i = 0; now != NULL && now[i] != NULL; i++)
    if (chance_draw (self, 6) > 0)
      g_strv_builder_add (builder, now[i]);
  g_strv_builder_add (builder, more[chance_draw (self, 3)]);
  values = g_strv_builder_end (builder);
  apply (plan, twf_edit_new_values (NULL, TWF_PLAN_LANGUAGES, (const char *const *)values));
}

static void
change_record (Chance *self, TwfPlan *plan, const char *owner)
{
  static const char *const codes[] = { "EG", "MX", "FR", "CN" };
  const char *code
      = owner != NULL && chance_draw (self, 3) > 0 ? owner : codes[chance_draw (self, 4)];
  TwfDelegation *standing = twf_plan_get_delegation (plan, code);
  g_autoptr (TwfDelegation) record
      = standing != NULL ? twf_delegation_copy (standing) : twf_delegation_new (code);
  g_autofree char *name = chance_word (self, "en");

  twf_delegation_set_localized (
      record, TWF_DELEGATION_NAME, chance_draw (self, 2) == 0 ? "en" : "ar", name);
  if (chance_draw (self, 8) == 0)
    apply (plan, twf_edit_new_drop_delegation (code));
  else
    apply (plan, twf_edit_new_delegation (record));
}

static void
say_something (Chance *self, TwfPlan *plan, const char *owner)
{
  g_autofree char *seed = g_strdup_printf ("said %u", self->n_words++);
  g_autofree char *id = twf_id_from_content (seed);
  g_autofree char *text = make_sentence (self, "en");
  g_autoptr (TwfRemark) remark = twf_remark_new (id, owner, 1700000000, text);
  const char *where = pick_id (self, plan);

  if (where != NULL)
    apply (plan, twf_edit_new_remark (where, remark));
}

static void
take_position (Chance *self, TwfPlan *plan, const char *owner)
{
  static const char *const words[] = { "retain", "delete", "reserve", "support" };
  const char *where = pick_id (self, plan);
  TwfProvision *provision = twf_plan_get_provision (plan, where);
  g_autoptr (TwfProposal) proposal = NULL;
  g_autoptr (TwfProposal) copy = NULL;
  g_autofree char *position
      = g_strdup_printf ("%s %s", owner != NULL ? owner : "CN", words[chance_draw (self, 4)]);

  if (provision == NULL || !twf_provision_has_proposals (provision))
    return;
  proposal = g_list_model_get_item (twf_provision_list_proposals (provision), 0);
  copy = twf_proposal_copy (proposal);
  if (chance_draw (self, 4) == 0)
    twf_proposal_set_state (copy, chance_draw (self, 5));
  else
    twf_proposal_set_values (
        copy, TWF_PROPOSAL_FIELD_POSITION, (const char *const[]){ position, NULL });
  apply (plan, twf_edit_new_proposal (where, copy));
}

/* One change as a person of @owner makes it; it may be refused. */
void
random_edit (Chance *self, TwfPlan *plan, const char *owner)
{
  const char *id = pick_id (self, plan);
  g_autofree char *word = NULL;

  switch (chance_draw (self, 20))
    {
    case 0:
    case 1:
      add_provision (self, plan, owner);
      break;
    case 2:
    case 3:
      move_provision (self, plan, owner);
      break;
    case 4:
      if (id != NULL)
        twf_plan_remove (plan, id, NULL);
      break;
    case 5:
    case 6:
      change_link (self, plan);
      break;
    case 7:
      word = chance_word (self, "en");
      if (id != NULL)
        apply (plan, twf_edit_new_value (id, TWF_FIELD_NUMBER, word));
      break;
    case 8:
      if (id != NULL)
        apply (
            plan,
            twf_edit_new_value (id, TWF_FIELD_HEADING, chance_draw (self, 2) == 0 ? "yes" : NULL));
      break;
    case 9:
      change_text (self, plan, NULL);
      break;
    case 10:
      change_head (self, plan);
      break;
    case 11:
      change_record (self, plan, owner);
      break;
    case 12:
      say_something (self, plan, owner);
      break;
    case 13:
      take_position (self, plan, owner);
      break;
    default:
      change_text (self, plan, id);
      break;
    }
}

TwfPlan *
random_plan (Chance *self, guint most)
{
  TwfPlan *plan = twf_plan_new ();

  apply (plan, twf_edit_new_values (NULL, TWF_PLAN_LANGUAGES, languages));
  if (chance_draw (self, 2) == 0)
    apply (plan, twf_edit_new_value (NULL, TWF_PLAN_SOURCE_LANGUAGE, "ar"));
  change_text (self, plan, NULL);
  for (guint n = 1 + chance_draw (self, most); n > 0; n--)
    add_provision (self, plan, NULL);
  for (guint n = chance_draw (self, most); n > 0; n--)
    change_link (self, plan);
  return plan;
}
