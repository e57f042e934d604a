/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-compare-owned.h"

#include "twf-bidi.h"
#include "twf-byline.h"
#include "twf-owned-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define SPOKEN "twf-spoken"
/* So many letters say which words a line speaks of. */
#define MOST_QUOTED 40

static gboolean
begins_word (const char *text)
{
  gunichar first = g_utf8_get_char (text);

  return first != 0 && !g_unichar_isspace (first) && !g_unichar_ispunct (first);
}

/* @what: what became of the words; nullable: nothing. */
static void
append_spoken (GString *said, const TwfRun *run, const char *what)
{
  g_autofree char *words = g_strdup (run->text);

  if (what != NULL)
    g_strstrip (words);
  if (said->len > 0 && (what != NULL ? *words != '\0' : begins_word (words))
      && !g_ascii_isspace (said->str[said->len - 1]))
    g_string_append_c (said, ' ');
  g_string_append (said, words);
  if (what != NULL)
    g_string_append_printf (said, " (%s)", what);
}

static void
take_spoken (GtkWidget *label, GString *said)
{
  g_object_set_data_full (G_OBJECT (label), SPOKEN, g_string_free (said, FALSE), g_free);
}

/**
 * twf_compare_owned_set_spoken:
 * @label: shows changes
 * @runs: (element-type TwfRun): them
 *
 * Lines through and under words are not spoken: which words came and which went is said.
 */
void
twf_compare_owned_set_spoken (GtkWidget *label, GPtrArray *runs)
{
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const TwfRun *run = runs->pdata[i];

      append_spoken (said,
                     run,
                     run->kind == TWF_RUN_EQUAL     ? NULL
                     : run->kind == TWF_RUN_DELETED ? _ ("deleted")
                                                    : _ ("inserted"));
    }
  take_spoken (label, said);
}

/**
 * twf_compare_owned_get_spoken:
 * @label: a label
 *
 * Returns: what is said in place of its text
 */
const char *
twf_compare_owned_get_spoken (GtkWidget *label)
{
  const char *said = g_object_get_data (G_OBJECT (label), SPOKEN);

  return said != NULL ? said : gtk_label_get_text (GTK_LABEL (label));
}

static const TwfOwnedRowText *
find_text (const TwfCompareView *view, const TwfRowText *text, guint side)
{
  for (guint i = 0; i < view->owned->len; i++)
    {
      const TwfOwnedRowText *owned = view->owned->pdata[i];

      if (owned->part == text->part && owned->side == side
          && g_str_equal (owned->language, text->language))
        return owned;
    }
  return NULL;
}

static const TwfCompareOwner *
get_owner (const TwfCompareView *view, const TwfOwnedWords *words)
{
  return twf_compare_owners_list (view->owners)
      ->pdata[twf_compare_owners_find (view->owners, words)];
}

/* "Inserted: Egypt". */
static char *
dup_deed (const TwfOwnedWords *words, const char *by)
{
  if (words->run.kind == TWF_RUN_INSERTED)
    return g_strdup_printf (_ ("Inserted: %s"), by);
  if (words->by->len == 0)
    return g_strdup (by);
  return g_strdup_printf (words->left_out ? _ ("Not taken over: %s") : _ ("Deleted: %s"), by);
}

static TwfOwnedRun *
run_new (const TwfCompareView *view, const TwfOwnedWords *words)
{
  TwfOwnedRun *run = g_new0 (TwfOwnedRun, 1);

  run->text = g_strdup (words->run.text);
  run->look = words->run.kind == TWF_RUN_DELETED    ? TWF_OWNED_GONE
              : words->run.kind == TWF_RUN_INSERTED ? TWF_OWNED_CAME
                                                    : TWF_OWNED_SAME;
  if (run->look == TWF_OWNED_SAME)
    return run;
  run->colour = twf_compare_owners_find (view->owners, words);
  run->mark = g_strdup (get_owner (view, words)->mark);
  return run;
}

/* One version of the text, or both in one. */
static void
append_version (GtkBox *box,
                const TwfCompareView *view,
                const TwfOwnedRowText *text,
                const TwfRunKind *without)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_owned_run_free);
  GString *said = g_string_new (NULL);
  GtkWidget *label;

  for (guint i = 0; i < text->words->len; i++)
    {
      const TwfOwnedWords *words = text->words->pdata[i];
      g_autofree char *deed = NULL;

      if (without != NULL && words->run.kind == *without)
        continue;
      g_ptr_array_add (runs, run_new (view, words));
      deed = words->run.kind != TWF_RUN_EQUAL ? dup_deed (words, get_owner (view, words)->name)
                                              : NULL;
      append_spoken (said, &words->run, deed);
    }
  label = twf_owned_text_new_label (runs, text->language);
  take_spoken (label, said);
  gtk_widget_set_focusable (label, FALSE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_box_append (box, label);
}

static void
append_versions (GtkBox *box, const TwfCompareView *view, const TwfOwnedRowText *text)
{
  static const TwfRunKind came = TWF_RUN_INSERTED, went = TWF_RUN_DELETED;
  gboolean beside = view->layout == TWF_COMPARE_SIDE_BY_SIDE;
  GtkWidget *pair;

  if (view->layout == TWF_COMPARE_ONE_PAGE)
    {
      append_version (box, view, text, NULL);
      return;
    }
  pair = gtk_box_new (beside ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL,
                      beside ? 24 : 6);
  gtk_box_set_homogeneous (GTK_BOX (pair), beside);
  append_version (GTK_BOX (pair), view, text, &came);
  append_version (GTK_BOX (pair), view, text, &went);
  gtk_box_append (box, pair);
}

static gboolean
is_same (GPtrArray *one, GPtrArray *other)
{
  return one->len == other->len
         && (one->len == 0
             || memcmp (one->pdata, other->pdata, one->len * sizeof *one->pdata) == 0);
}

static gboolean
have_same_story (const TwfOwnedWords *one, const TwfOwnedWords *other)
{
  return one->run.kind == other->run.kind && one->left_out == other->left_out
         && one->elsewhere == other->elsewhere && is_same (one->by, other->by)
         && is_same (one->put, other->put);
}

static gboolean
was_told (GPtrArray *words, guint at)
{
  for (guint i = 0; i < at; i++)
    if (have_same_story (words->pdata[i], words->pdata[at]))
      return TRUE;
  return FALSE;
}

/* Whether something else in the text has the same sign and the same mark. */
static gboolean
needs_quote (const TwfCompareView *view, GPtrArray *list, guint at)
{
  const TwfOwnedWords *words = list->pdata[at];

  for (guint i = 0; i < list->len; i++)
    {
      const TwfOwnedWords *other = list->pdata[i];

      if (other->run.kind == words->run.kind && !have_same_story (words, other)
          && twf_compare_owners_find (view->owners, words)
                 == twf_compare_owners_find (view->owners, other))
        return TRUE;
    }
  return FALSE;
}

static char *
dup_quote (const TwfOwnedWords *words)
{
  g_autofree char *text = g_strstrip (g_strdup (words->run.text));
  g_autofree char *isolated = NULL;

  if (g_utf8_strlen (text, -1) > MOST_QUOTED)
    {
      char *end = g_utf8_offset_to_pointer (text, MOST_QUOTED);
      g_autofree char *begin = g_strndup (text, (gsize)(end - text));

      g_free (text);
      text = g_strconcat (begin, "\342\200\246", NULL);
    }
  isolated = twf_text_isolate (text);
  /* Words quoted behind whose they are. */
  return g_strdup_printf (_ (" · “%s”"), isolated);
}

static char *
dup_byline (const TwfCompareView *view, GPtrArray *origins)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < origins->len; i++)
    {
      const TwfOrigin *origin = origins->pdata[i];
      g_autofree char *by
          = twf_byline_dup (view->workbench, origin, (const char *const *)origin->owners);

      g_string_append_printf (line, "%s%s", i > 0 ? " + " : "", by);
    }
  return g_string_free (line, FALSE);
}

/* "EG  Inserted: Egypt · as proposed · 3 May 2010, 17:00". */
static void
append_story (GtkBox *box, const TwfCompareView *view, GPtrArray *list, guint at)
{
  const TwfOwnedWords *words = list->pdata[at];
  const TwfCompareOwner *owner = get_owner (view, words);
  g_autofree char *byline
      = words->by->len > 0 ? dup_byline (view, words->by) : g_strdup (owner->name);
  g_autofree char *deed = dup_deed (words, byline);
  g_autoptr (GString) line = g_string_new (deed);
  GtkWidget *label;

  if (words->put->len > 0)
    {
      g_autofree char *by = dup_byline (view, words->put);

      g_string_append (line, " · ");
      g_string_append_printf (line, _ ("put here: %s"), by);
    }
  if (needs_quote (view, list, at))
    {
      g_autofree char *quote = dup_quote (words);

      g_string_append (line, quote);
    }
  label = twf_owned_text_new_legend (
      owner->mark, twf_compare_owners_find (view->owners, words), line->str);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (box, label);
}

/**
 * twf_compare_owned_append:
 * @box: where to
 * @view: what the list shows; what is known of the row is in it
 * @text: a text of the row that differs
 * @side: in which version
 *
 * Returns: whether it is known whose the changes are; else nothing was added
 */
gboolean
twf_compare_owned_append (GtkBox *box,
                          const TwfCompareView *view,
                          const TwfRowText *text,
                          guint side)
{
  const TwfOwnedRowText *owned = find_text (view, text, side);

  if (owned == NULL)
    return FALSE;
  append_versions (box, view, owned);
  for (guint i = 0; i < owned->words->len; i++)
    if (((const TwfOwnedWords *)owned->words->pdata[i])->run.kind != TWF_RUN_EQUAL
        && !was_told (owned->words, i))
      append_story (box, view, owned->words, i);
  return TRUE;
}
