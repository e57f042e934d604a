/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-text-section.h"

#include "twf-pair.h"
#include "twf-text-field.h"
#include "twf-translation-note.h"
#include "twf-translations.h"

/* So many languages are shown however narrow the window is; a third where it has room. */
#define ALWAYS_SHOWN 2

struct _TwfTextSection
{
  TwfFormSection parent_instance;

  GtkWidget *pair;
  GtkWidget *below;   /* a column under each of the fields */
  GPtrArray *fields;  /* of TwfTextField (borrowed), in the order of the languages shown */
  GPtrArray *columns; /* of GtkBox (borrowed), in step with them */
  GPtrArray *notes;   /* of TwfTranslationNote (borrowed), one in each of the columns */
  TwfPart part;
  guint least_lines;
  gboolean every_language;
};

G_DEFINE_FINAL_TYPE (TwfTextSection, twf_text_section, TWF_TYPE_FORM_SECTION)

/* Columns without a word leave no gap. */
static void
update_below (TwfTextSection *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->notes->len; i++)
    any = any || gtk_widget_get_visible (self->notes->pdata[i]);
  gtk_widget_set_visible (self->below, any);
}

static void
append_column (TwfTextSection *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *note = twf_translation_note_new ();

  gtk_box_append (GTK_BOX (column), note);
  twf_pair_append (TWF_PAIR (self->below), column);
  g_ptr_array_add (self->columns, column);
  g_ptr_array_add (self->notes, note);
  g_signal_connect_object (
      note, "notify::visible", G_CALLBACK (update_below), self, G_CONNECT_SWAPPED);
}

/* Where the provision's own text stands, what stands beside it is chosen. */
static void
let_choose (TwfTextSection *self, GtkWidget *field, guint column)
{
  static const char *const actions[]
      = { "win.language", "win.second-language", "win.third-language" };

  if (self->part == TWF_PART_BODY && !self->every_language && column < G_N_ELEMENTS (actions))
    twf_text_field_set_choice (TWF_TEXT_FIELD (field), actions[column], column > 0);
}

static void
ensure_fields (TwfTextSection *self, guint n)
{
  while (self->fields->len < n)
    {
      GtkWidget *field = twf_text_field_new ();

      twf_text_field_set_least_lines (TWF_TEXT_FIELD (field), self->least_lines);
      let_choose (self, field, self->fields->len);
      twf_pair_append (TWF_PAIR (self->pair), field);
      g_ptr_array_add (self->fields, field);
      append_column (self);
    }
  for (guint i = 0; i < self->fields->len; i++)
    {
      gtk_widget_set_visible (g_ptr_array_index (self->fields, i), i < n);
      gtk_widget_set_visible (g_ptr_array_index (self->columns, i), i < n);
    }
}

static GtkBox *
find_column (TwfTextSection *self, const char *const *languages, const char *language)
{
  for (guint i = 0; languages[i] != NULL; i++)
    if (g_strcmp0 (languages[i], language) == 0)
      return self->columns->pdata[i];
  return NULL;
}

static void
show_notes (TwfTextSection *self,
            TwfWorkbench *workbench,
            TwfProvision *provision,
            const char *const *languages)
{
  for (guint i = 0; languages[i] != NULL; i++)
    {
      TwfTranslationNote *note = self->notes->pdata[i];

      twf_translation_note_show (note, workbench, provision, self->part, languages[i]);
      /* The third comes and goes with the width of the window, and so does what belongs to it. */
      twf_translation_note_put_source (
          note,
          i < ALWAYS_SHOWN
              ? find_column (self, languages, twf_translation_note_get_source_language (note))
              : NULL);
    }
  for (guint i = g_strv_length ((GStrv)languages); i < self->notes->len; i++)
    twf_translation_note_show (self->notes->pdata[i], workbench, NULL, self->part, "");
  update_below (self);
}

static void
twf_text_section_show (TwfFormSection *section, TwfWorkbench *workbench, TwfProvision *provision)
{
  TwfTextSection *self = TWF_TEXT_SECTION (section);
  const char *id = provision != NULL ? twf_provision_get_id (provision) : NULL;
  const char *second = twf_workbench_get_second_language (workbench);
  const char *third = twf_workbench_get_third_language (workbench);
  const char *shown[]
      = { twf_workbench_get_language (workbench), second, second != NULL ? third : NULL, NULL };
  const char *const *languages = shown;

  if (self->every_language)
    languages = twf_plan_get_languages (twf_workbench_get_plan (workbench));
  ensure_fields (self, g_strv_length ((char **)languages));
  for (guint i = 0; languages[i] != NULL; i++)
    twf_text_field_show (
        g_ptr_array_index (self->fields, i), workbench, id, self->part, languages[i]);
  show_notes (self, workbench, provision, languages);
}

static gboolean
twf_text_section_grab_focus (GtkWidget *widget)
{
  TwfTextSection *self = TWF_TEXT_SECTION (widget);
  TwfWorkbench *workbench = twf_form_section_get_workbench (TWF_FORM_SECTION (self));
  g_autofree char *wanted = workbench != NULL && !self->every_language
                                ? twf_translations_take_focus (twf_translations_get (workbench))
                                : NULL;

  for (guint i = 0; wanted != NULL && i < self->fields->len; i++)
    if (g_strcmp0 (twf_text_field_get_language (self->fields->pdata[i]), wanted) == 0
        && gtk_widget_get_visible (self->fields->pdata[i]))
      return gtk_widget_grab_focus (self->fields->pdata[i]);
  return self->fields->len > 0 && gtk_widget_grab_focus (g_ptr_array_index (self->fields, 0));
}

static void
twf_text_section_finalize (GObject *object)
{
  TwfTextSection *self = TWF_TEXT_SECTION (object);

  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->notes);
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
  self->columns = g_ptr_array_new ();
  self->notes = g_ptr_array_new ();
  self->pair = twf_pair_new ();
  gtk_box_append (GTK_BOX (self), self->pair);
  self->below = twf_pair_new ();
  gtk_widget_set_visible (self->below, FALSE);
  gtk_box_append (GTK_BOX (self), self->below);
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
  if (!every_language)
    {
      twf_pair_set_needed (TWF_PAIR (self->pair), ALWAYS_SHOWN);
      twf_pair_set_needed (TWF_PAIR (self->below), ALWAYS_SHOWN);
    }
  return GTK_WIDGET (self);
}

/**
 * twf_text_section_select:
 * @self: a section
 * @part: a text
 * @language: its language
 * @start: where the words begin, in bytes of the text
 * @end: where they end
 *
 * Returns: whether it shows that text, and the words are selected now
 */
gboolean
twf_text_section_select (TwfTextSection *self,
                         TwfPart part,
                         const char *language,
                         guint start,
                         guint end)
{
  for (guint i = 0; part == self->part && i < self->fields->len; i++)
    {
      TwfTextField *field = self->fields->pdata[i];

      if (gtk_widget_get_child_visible (GTK_WIDGET (field))
          && g_strcmp0 (twf_text_field_get_language (field), language) == 0)
        return twf_text_field_select (field, start, end);
    }
  return FALSE;
}
