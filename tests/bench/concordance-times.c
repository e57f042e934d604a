/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* concordance-times FOLDER COUNT TIMES: makes a plan of COUNT provisions in six languages, writes
 * its texts into FOLDER, a file a language, and checks all of it and then one provision, TIMES
 * times; prints names and milliseconds, a line each. */
#include "twf-check-table.h"

#include <stdio.h>
#include <stdlib.h>

#define N 6

static const char *const languages[] = { "en", "ar", "fr", "es", "ru", "zh", NULL };

/* Of our own, about as long as a paragraph is. */
static const char *const forms[N] = {
  "Recalls resolution 64/293 of 30 July 2010 and paragraph %u of the outcome of the meeting in "
  "Egypt, encourages "
  "States to protect 12.5 per cent of their springs by 2030, and requests the report to be "
  "submitted at the "
  "seventy-sixth session;",
  "يشير إلى القرار 64/293 المؤرخ 30 تموز/يوليه 2010 وإلى الفقرة %u من نتائج الاجتماع في مصر، ويشجع "
  "الدول على حماية "
  "12,5 في المائة من ينابيعها بحلول عام 2030، ويطلب تقديم التقرير في الدورة السادسة والسبعين؛",
  "Rappelle la résolution 64/293 du 30 juillet 2010 et le paragraphe %u des conclusions de la "
  "réunion tenue en Égypte, "
  "engage les États à protéger 12,5 pour cent de leurs sources d’ici à 2030 et demande que le "
  "rapport soit présenté à "
  "la soixante-seizième session ;",
  "Recuerda la resolución 64/293, de 30 de julio de 2010, y el párrafo %u de las conclusiones de "
  "la reunión celebrada "
  "en Egipto, alienta a los Estados a proteger el 12,5 por ciento de sus fuentes para 2030 y "
  "solicita que el informe "
  "se presente en el septuagésimo sexto período de sesiones;",
  "ссылается на резолюцию 64/293 от 30 июля 2010 года и пункт %u итогов совещания в Египте, "
  "призывает государства к "
  "охране 12,5 процента своих источников к 2030 году и просит представить доклад на семьдесят "
  "шестой сессии;",
  "回顾2010年7月30日第64/"
  "293号决议和在埃及举行的会议成果第%u段，鼓励各国到2030年保护12.5%%"
  "的泉水，并请求在第七十六届会议上提交报告；",
};

static double
since (gint64 start)
{
  return (double)(g_get_monotonic_time () - start) / 1000.0;
}

static char *
dup_text (guint language, guint number)
{
  g_auto (GStrv) halves = NULL;
  g_autofree char *figure = g_strdup_printf ("%u", number);
  g_autofree char *whole = NULL;

  halves = g_strsplit (forms[language], "%u", 2);
  whole = g_strjoinv (figure, halves);
  g_strfreev (halves);
  halves = g_strsplit (whole, "%%", 2);
  return g_strjoinv ("%", halves);
}

int
main (int argc, char **argv)
{
  g_autoptr (TwfPlan) plan = twf_plan_new_from_template ("blank", languages, "Plan", NULL);
  guint count = (guint)atoi (argc > 2 ? argv[2] : "2000");
  guint times = (guint)atoi (argc > 3 ? argv[3] : "5");
  g_autofree char *id = NULL;
  GString *all[N];

  for (guint i = 0; i < N; i++)
    all[i] = g_string_new (NULL);
  for (guint k = 0; k < count; k++)
    {
      g_free (id);
      id = twf_plan_add (plan, TWF_SECTION_ACTIONS, NULL, NULL, NULL, NULL);
      for (guint i = 0; i < N; i++)
        {
          g_autofree char *text = dup_text (i, k + 100);
          g_autoptr (TwfEdit) edit = twf_edit_new_text (id, TWF_PART_BODY, languages[i], text);

          twf_plan_apply (plan, edit, NULL, NULL);
          g_string_append_printf (all[i], "%s\n", text);
        }
    }
  for (guint i = 0; i < N && argc > 1; i++)
    {
      g_autofree char *name = g_strconcat (languages[i], ".txt", NULL);
      g_autofree char *path = g_build_filename (argv[1], name, NULL);

      if (!g_file_set_contents (path, all[i]->str, -1, NULL))
        g_error ("%s cannot be written", path);
      g_string_free (all[i], TRUE);
    }
  for (guint i = 0; i < times; i++)
    {
      g_autoptr (TwfCheckTable) table = twf_check_table_new ();
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GPtrArray) found = NULL;

      twf_check_table_update (table, plan, G_MAXINT64);
      printf ("all %.3f\n", since (start));
      for (TwfFindingKind kind = 0; kind < TWF_N_FINDING_KINDS; kind++)
        if (twf_finding_kind_get_group (kind) == TWF_FINDING_GROUP_CONCORDANCE
            && twf_check_table_count (table, kind) > 0)
          g_error ("something was found where nothing is: %s", twf_finding_kind_get_name (kind));
      start = g_get_monotonic_time ();
      found = twf_plan_check_words (plan, twf_plan_get_provision (plan, id));
      printf ("one %.3f\n", since (start));
    }
  return 0;
}
