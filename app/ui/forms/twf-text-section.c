/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-text-section.h"

#include "twf-pair.h"
#include "twf-text-field.h"

struct _TwfTextSection
{
  TwfFormSection parent_instance;

  GtkWidget *pair;
  GPtrArray *fields; /* of TwfTextField (borrowed), in the order of the languages shown */
  TwfPart part;
  guint least_lines;
  gboolean every_language;
};

G_DEFINE_FINAL_TYPE (TwfTextSection, twf_text_section, TWF_TYPE_FORM_SECTION)

static void
ensure_fields (TwfTextSection *self, guint n)
{
  while (self->fields->len < n)
    {
      GtkWidget *field = twf_text_field_new ();

      twf_text_field_set_least_lines (TWF_TEXT_FIELD (field), self->least_lines);
      twf_pair_append (TWF_PAIR (self->pair), field);
      g_ptr_array_add (self->fields, field);
    }
  for (guint i = 0; i < self->fields->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->fields, i), i < n);
}

static void
twf_text_section_show (TwfFormSection *section, TwfWorkbench *workbench, TwfProvision *provision)
{
  TwfTextSection *self = TWF_TEXT_SECTION (section);
  const char *id = provision != NULL ? twf_provision_get_id (provision) : NULL;
  const char *shown[] = { twf_workbench_get_language (workbench),
                          twf_workbench_get_second_language (workbench),
                          NULL };
  const char *const *languages = shown;

  if (self->every_language)
    languages = twf_plan_get_languages (twf_workbench_get_plan (workbench));
  ensure_fields (self, g_strv_length ((char **)languages));
  for (guint i = 0; languages[i] != NULL; i++)
    twf_text_field_show (
        g_ptr_array_index (self->fields, i), workbench, id, self->part, languages[i]);
}

static gboolean
twf_text_section_grab_focus (GtkWidget *widget)
{
  TwfTextSection *self = TWF_TEXT_SECTION (widget);

  return self->fields->len > 0 && gtk_widget_grab_focus (g_ptr_array_index (self->fields, 0));
}

static void
twf_text_section_finalize (GObject *object)
{
  g_ptr_array_unref (TWF_TEXT_SECTION (object)->fields);
  G_OBJECT_CLASS (twf_text_section_parent_class)->finalize (object);
}

static void
twf_text_section_class_init (TwfTextSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = twf_text_section_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = twf_text_section_grab_focus;
  TWF_FORM_SECTION_CLASS (klass)->show = twf_text_section_show;
}

static void
twf_text_section_init (TwfTextSection *self)
{
  self->fields = g_ptr_array_new ();
  self->pair = twf_pair_new ();
  gtk_box_append (GTK_BOX (self), self->pair);
}

/**
 * twf_text_section_new:
 * @part: which of the texts
 * @least_lines: lines it has room for even when empty
 * @every_language: whether to show all languages of the plan, not only those chosen
 *
 * Returns: (transfer floating): a section
 */
GtkWidget *
twf_text_section_new (TwfPart part, guint least_lines, gboolean every_language)
{
  TwfTextSection *self = g_object_new (TWF_TYPE_TEXT_SECTION, NULL);

  self->part = part;
  self->least_lines = least_lines;
  self->every_language = every_language;
  return GTK_WIDGET (self);
}
