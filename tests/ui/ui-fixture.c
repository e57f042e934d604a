/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "config.h"

#include "ui-fixture.h"

#include <adwaita.h>

/**
 * ui_init:
 * @argc: of main()
 * @argv: of main()
 *
 * Starts GTK and GTest as every test here needs them.
 */
void
ui_init (int *argc, char ***argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-split-cursor", TRUE, NULL);
}

/**
 * ui_drain:
 *
 * Does everything that waits to be done in the main loop.
 */
void
ui_drain (void)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

/**
 * ui_plan_add:
 * @plan: a plan
 * @section: where to
 * @parent: (nullable): under which provision
 * @arabic: (nullable): its text in Arabic
 * @english: (nullable): its text in English
 *
 * Returns: (transfer full): id of a new provision at the end of @section
 */
char *
ui_plan_add (TwfPlan *plan,
             TwfSection section,
             const char *parent,
             const char *arabic,
             const char *english)
{
  GListModel *children = twf_plan_list_children (plan, section, parent);
  guint n = g_list_model_get_n_items (children);
  g_autoptr (TwfProvision) last = n > 0 ? g_list_model_get_item (children, n - 1) : NULL;
  g_autoptr (GError) error = NULL;
  char *id = twf_plan_add (
      plan, section, parent, last != NULL ? twf_provision_get_id (last) : NULL, NULL, &error);
  const char *texts[][2] = { { "ar", arabic }, { "en", english } };

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i][1] != NULL)
      {
        g_autoptr (TwfEdit) edit = twf_edit_new_text (id, TWF_PART_BODY, texts[i][0], texts[i][1]);

        g_assert_true (twf_plan_apply (plan, edit, NULL, &error));
        g_assert_no_error (error);
      }
  return id;
}

/* Two sentences for each section, Arabic and English. */
static const struct
{
  TwfSection section;
  const char *arabic;
  const char *english;
} sentences[] = {
  { TWF_SECTION_LETTER,
    "يسرنا أن نعرض على الدول الأعضاء خطة عمل لحماية مياه الأنهار.",
    "We are pleased to put before the Member States a plan of action to protect river waters." },
  { TWF_SECTION_PILLARS, "الوقاية", "Prevention" },
  { TWF_SECTION_PILLARS, "الشراكة", "Partnership" },
  { TWF_SECTION_RATIONALE, "وإذ تدرك أن الأنهار تعبر الحدود،", "Aware that rivers cross borders," },
  { TWF_SECTION_RATIONALE,
    "وإذ يساورها القلق إزاء تلوث المياه،",
    "Concerned by the pollution of waters," },
  { TWF_SECTION_PRINCIPLES, "لكل إنسان حق في ماء نظيف.", "Everyone has a right to clean water." },
  { TWF_SECTION_PRINCIPLES, "من يلوث يتحمل كلفة التنظيف.", "Who pollutes bears the cost." },
  { TWF_SECTION_OBJECTIVES,
    "خفض تلوث الأنهار إلى النصف بحلول عام 2030",
    "Halve the pollution of rivers by 2030" },
  { TWF_SECTION_OBJECTIVES,
    "تبادل بيانات القياس بين الدول المتشاطئة",
    "Share measurements among riparian States" },
  { TWF_SECTION_ACTIONS,
    "إنشاء محطات رصد مشتركة على كل نهر.",
    "Set up joint monitoring stations on every river." },
  { TWF_SECTION_ACTIONS,
    "نشر تقرير سنوي عن نوعية المياه.",
    "Publish a yearly report on the quality of water." },
  { TWF_SECTION_PROCEDURE,
    "تعقد مشاورات مفتوحة في الدورة المقبلة.",
    "Open consultations are held at the next session." },
};

/**
 * ui_plan_new:
 *
 * Returns: (transfer full): a small plan in Arabic and English
 */
TwfPlan *
ui_plan_new (void)
{
  static const char *const languages[] = { "ar", "en", NULL };
  g_autoptr (GError) error = NULL;
  TwfPlan *plan = twf_plan_new_from_template ("blank", languages, "خطة عمل لحماية الأنهار", &error);

  g_assert_no_error (error);
  twf_plan_set_title (plan, "en", "A Plan of Action for Rivers");
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autofree char *id = ui_plan_add (
          plan, sentences[i].section, NULL, sentences[i].arabic, sentences[i].english);
      g_assert_nonnull (id);
    }
  return plan;
}

/**
 * ui_first_id:
 * @plan: a plan
 * @section: a section with something in it
 *
 * Returns: id of its first provision
 */
const char *
ui_first_id (TwfPlan *plan, TwfSection section)
{
  g_autoptr (TwfProvision) first
      = g_list_model_get_item (twf_plan_list_children (plan, section, NULL), 0);

  return twf_provision_get_id (first);
}

/**
 * ui_foreach:
 * @top: a widget
 * @func: called with every widget in it, and with itself
 * @user_data: handed to @func
 */
void
ui_foreach (GtkWidget *top, GFunc func, gpointer user_data)
{
  func (top, user_data);
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ui_foreach (child, func, user_data);
}

/**
 * ui_find_named:
 * @top: a widget
 * @type: what is looked for
 * @name: (nullable): its accessible name; %NULL: any
 *
 * Returns: (nullable): the first shown widget of that type and name in @top
 */
GtkWidget *
ui_find_named (GtkWidget *top, GType type, const char *name)
{
  if (!gtk_widget_get_visible (top) || !gtk_widget_get_child_visible (top))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (top), type))
    {
      g_autofree char *other = name != NULL ? gtk_test_accessible_check_property (
                                   GTK_ACCESSIBLE (top), GTK_ACCESSIBLE_PROPERTY_LABEL, name)
                                            : NULL;
      if (other == NULL)
        return top;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_find_named (child, type, name);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * ui_find_type:
 * @top: a widget
 * @type: what is looked for
 *
 * Returns: (nullable): the first shown widget of that type in @top
 */
GtkWidget *
ui_find_type (GtkWidget *top, GType type)
{
  return ui_find_named (top, type, NULL);
}
