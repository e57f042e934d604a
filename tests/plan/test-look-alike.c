/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-check.h"
#include "twf-hostile.h"
#include "twf-look-alike.h"
#include "twf-normal.h"
#include "twf-region-names.h"
#include "twf-region.h"

#include <string.h>

#define N_STRINGS 10000

static const char *const languages[] = { "ar", "en", "fr", "es", "ru", "zh", NULL };

/* Every state that ICU or the United Nations have a name for: two letters. */
static GPtrArray *
list_codes (void)
{
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);

  for (char a = 'A'; a <= 'Z'; a++)
    for (char b = 'A'; b <= 'Z'; b++)
      {
        g_autofree char *code = g_strdup_printf ("%c%c", a, b);
        g_autofree char *name = twf_region_dup_name (code, "en");
        g_autofree char *back = name != NULL ? twf_region_find (name, "en") : NULL;

        /* What a state was called by before, UK or ZR, comes back as what it is called by now. */
        if (g_strcmp0 (name, code) != 0 && g_strcmp0 (back, code) == 0)
          g_ptr_array_add (codes, g_steal_pointer (&code));
      }
  return codes;
}

static char *
find_look_alikes (TwfPlan *plan)
{
  g_autoptr (GPtrArray) findings = twf_plan_check (plan);
  g_autoptr (GString) told = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const TwfFinding *finding = findings->pdata[i];

      if (finding->kind == TWF_FINDING_LOOK_ALIKE)
        g_string_append_printf (told, "[%s]", finding->detail);
    }
  return g_string_free (g_steal_pointer (&told), FALSE);
}

static TwfPlan *
new_plan (void)
{
  TwfPlan *plan = twf_plan_new ();

  twf_plan_set_values (plan, TWF_PLAN_LANGUAGES, languages);
  return plan;
}

/* Nobody is taken for somebody else among all states, under every name that they have. */
static void
test_no_false_alarm (void)
{
  g_autoptr (TwfPlan) plan = new_plan ();
  g_autoptr (GPtrArray) codes = list_codes ();
  g_autofree char *told = NULL;
  gsize n;
  const TwfRegionNames *names = twf_region_names_list (&n);

  g_assert_cmpuint (codes->len, >=, 193);
  for (guint i = 0; i < codes->len; i++)
    {
      TwfDelegation *delegation = twf_delegation_new (codes->pdata[i]);
      g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

      for (gsize j = 0; j < n; j++)
        {
          g_auto (GStrv) each = g_strsplit (names[j].names, "|", -1);

          for (guint k = 0; g_str_equal (names[j].code, codes->pdata[i]) && each[k] != NULL; k++)
            g_ptr_array_add (values, g_strdup_printf ("%s %s", names[j].language, each[k]));
        }
      g_ptr_array_add (values, NULL);
      twf_delegation_set_values (
          delegation, TWF_DELEGATION_NAME, (const char *const *)values->pdata);
      twf_plan_take_delegation (plan, delegation);
    }
  told = find_look_alikes (plan);
  g_assert_cmpstr (told, ==, "");
}

static void
test_found (void)
{
  static const struct
  {
    const char *code;
    const char *name;
    const char *with;
  } cases[] = {
    { "XA", "en Egyрt", "EG" },             /* Cyrillic er */
    { "XA", "en ЕGУРТ", "EG" },             /* Cyrillic capitals */
    { "XA", "en Eg\342\200\213ypt", "EG" }, /* zero width space */
    { "XA", "en EGYPT ", "EG" },
    { "XA", "en \303\211gypt", "EG" }, /* an accent */
    { "XA", "en Ｅｇｙｐｔ", "EG" },   /* of full width */
    { "XA", "ar مـصر", "EG" },         /* with a tatweel */
    { "XA", "ar مِصر", "EG" },          /* with a vowel mark */
    { "XA", "ar مصر", "EG" },          /* the same */
    { "XA", "fr Egypt", "EG" },        /* in another language */
    { "E-G", "en Else", "EG" },
    { "EGY", "en Else", "EG" },
    { "US1", "en Else", NULL },
    { "U5", "en Else", NULL },
    { "SY", "en Syria", NULL },
    { "XA", "en Egyptian Group", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TwfPlan) plan = new_plan ();
      TwfDelegation *other = twf_delegation_new (cases[i].code);
      g_autofree char *told = NULL;

      twf_delegation_set_values (
          other, TWF_DELEGATION_NAME, (const char *const[]){ cases[i].name, NULL });
      twf_plan_take_delegation (plan, twf_delegation_new ("EG"));
      twf_plan_take_delegation (plan, other);
      told = find_look_alikes (plan);
      g_test_message ("%s %s: %s", cases[i].code, cases[i].name, told);
      if (cases[i].with != NULL)
        g_assert_nonnull (strstr (told, cases[i].with));
      else
        g_assert_cmpstr (told, ==, "");
    }
}

/* Codes that differ in signs that look alike. */
static void
test_codes (void)
{
  static const char *const pairs[][2] = { { "G10", "G1O" }, { "GI", "G1" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (TwfPlan) plan = new_plan ();
      g_autofree char *told = NULL;

      twf_plan_take_delegation (plan, twf_delegation_new (pairs[i][0]));
      twf_plan_take_delegation (plan, twf_delegation_new (pairs[i][1]));
      told = find_look_alikes (plan);
      g_assert_cmpstr (told, !=, "");
    }
}

static char *
make_string (GRand *random)
{
  static const gunichar some[]
      = { 0x202a, 0x202b, 0x202c,  0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069, 0x200b, 0x200e,
          0x200f, 0xfeff, 0xe0041, 0x7,    0x1b,   0x85,   0x7f,   0x2028, 0x2029, 'a',    'b',
          ' ',    0x645,  0x635,   0x631,  0x430,  0x301,  0x64e,  0x4e2d, '\n',   '-' };
  g_autoptr (GString) text = g_string_new (NULL);
  guint length = (guint)g_rand_int_range (random, 1, 40);

  for (guint i = 0; i < length; i++)
    g_string_append_unichar (text, some[g_rand_int_range (random, 0, (gint32)G_N_ELEMENTS (some))]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_clean (const char *text)
{
  int depth = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if ((character >= 0x202a && character <= 0x202e) || character == 0x7 || character == 0x1b
          || character == 0x7f || character == 0x85)
        return FALSE;
      if (character >= 0x2066 && character <= 0x2068)
        depth++;
      if (character == 0x2069 && --depth < 0)
        return FALSE;
      /* A paragraph ends what was opened in it. */
      if ((character == '\n' || character == 0x2029) && depth != 0)
        return FALSE;
    }
  return depth == 0;
}

/* R19: whatever is brought to a plan, what is stored has no overrides and no controls, and isolates
 * balance in every paragraph; what was refused left nothing. */
static void
test_stored (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (19);
  g_autoptr (TwfPlan) plan = new_plan ();
  guint n_stored = 0;

  for (guint i = 0; i < N_STRINGS; i++)
    {
      g_autofree char *text = make_string (random);
      g_autoptr (TwfDelegation) record = twf_delegation_new ("EG");
      g_autofree char *name = g_strconcat ("en ", text, NULL);
      g_autoptr (TwfEdit) title = twf_edit_new_text (NULL, TWF_PART_BODY, "en", text);
      g_autoptr (TwfEdit) named = NULL;
      g_autofree char *shown = NULL;

      twf_delegation_set_values (record, TWF_DELEGATION_NAME, (const char *const[]){ name, NULL });
      named = twf_edit_new_delegation (record);
      n_stored += twf_plan_apply (plan, title, NULL, NULL);
      n_stored += twf_plan_apply (plan, named, NULL, NULL);
      if (twf_plan_get_title (plan, "en") != NULL)
        g_assert_true (is_clean (twf_plan_get_title (plan, "en")));
      if (twf_plan_get_delegation (plan, "EG") == NULL)
        continue;
      shown = twf_delegation_dup_name (twf_plan_get_delegation (plan, "EG"), "en");
      g_assert_true (is_clean (shown));
      g_assert_null (strpbrk (shown, "\r\n"));
    }
  g_assert_cmpuint (n_stored, >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/look-alike/no-false-alarm", test_no_false_alarm);
  g_test_add_func ("/plan/look-alike/found", test_found);
  g_test_add_func ("/plan/look-alike/codes", test_codes);
  g_test_add_func ("/plan/look-alike/stored", test_stored);
  return g_test_run ();
}
