/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-owners-view.h"

#include "twf-bidi.h"
#include "twf-byline.h"
#include "twf-error.h"
#include "twf-message.h"
#include "twf-owned-text.h"
#include "twf-row-maker.h"
#include "twf-spoken.h"
#include "twf-word-owners.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _TwfOwnersView
{
  GtkWidget parent_instance;

  /* Template widgets. */
  GtkStack *stack;
  GtkCheckButton *with_gone;
  GtkBox *legend;
  GtkBox *text;
  GtkListBox *stories;
  AdwStatusPage *problem;

  /* Owned. */
  TwfWorkbench *workbench; /* nullable until it is told what to show */
  char *id;
  TwfPart part;
  char *language;
  GPtrArray *words;          /* of TwfWordRun; nullable until they are read */
  GCancellable *cancellable; /* of the reading under way; nullable */
};

G_DEFINE_FINAL_TYPE (TwfOwnersView, twf_owners_view, GTK_TYPE_WIDGET)

/* "Egypt: 12 words; 3 that went" */
static char *
dup_share (TwfOwnersView *self, const TwfWordOwner *owner)
{
  g_autofree char *n = twf_workbench_dup_count (self->workbench, owner->n_words);
  g_autofree char *gone = twf_workbench_dup_count (self->workbench, owner->n_gone);
  g_autofree char *stands = g_strdup_printf (ngettext ("%s word", "%s words", owner->n_words), n);
  g_autofree char *went
      = g_strdup_printf (ngettext ("%s that went", "%s that went", owner->n_gone), gone);

  g_autofree char *bare = twf_text_strip_isolates (owner->name);
  GString *share = g_string_new (NULL);

  /* Who has no code has the name itself as a mark. */
  if (!g_str_equal (bare, owner->mark))
    g_string_append_printf (share, "%s · ", owner->name);
  g_string_append (share, stands);
  if (owner->n_gone > 0)
    g_string_append_printf (share, " · %s", went);
  return g_string_free (share, FALSE);
}

static void
fill_legend (TwfOwnersView *self, const TwfWordOwners *owners)
{
  for (guint i = 0; i < owners->owners->len; i++)
    {
      const TwfWordOwner *owner = owners->owners->pdata[i];
      g_autofree char *share = dup_share (self, owner);

      gtk_box_append (self->legend, twf_owned_text_new_legend (owner->mark, i, share));
    }
}

static void
append_fate (TwfOwnersView *self, TwfRowMaker *maker, const TwfWordRun *run)
{
  g_autofree char *by = twf_byline_dup (
      self->workbench, run->deleted_by, (const char *const *)run->deleted_by->owners);
  g_autofree char *line = NULL;

  if (run->proposal != NULL)
    line = g_strdup (_ ("An open proposal asks for these words"));
  else if (run->left_out)
    line = g_strdup_printf (_ ("Not taken over: %s"), by);
  else
    line = g_strdup_printf (_ ("Deleted: %s"), by);
  twf_row_maker_append_line (maker, line, "caption");
}

static GtkWidget *
story_new (TwfOwnersView *self, const TwfWordStory *story)
{
  TwfRowMaker maker;

  twf_row_maker_init (&maker);
  for (guint i = 0; i < story->first->origins->len; i++)
    {
      const TwfOrigin *origin = story->first->origins->pdata[i];
      g_autofree char *byline
          = twf_byline_dup (self->workbench, origin, (const char *const *)origin->owners);
      const char *why
          = origin->reason != NULL ? origin->reason : twf_revision_get_subject (origin->revision);
      g_autofree char *reason = twf_text_isolate (why);

      twf_row_maker_append_line (&maker, byline, "caption-heading");
      twf_row_maker_append_line (&maker, reason, "caption");
    }
  if (story->first->deleted_by != NULL)
    append_fate (self, &maker, story->first);
  twf_row_maker_append_runs (&maker, story->runs, self->language);
  return twf_row_maker_end (&maker);
}

static void
fill_stories (TwfOwnersView *self, const TwfWordOwners *owners)
{
  for (guint i = 0; i < owners->stories->len; i++)
    {
      GtkWidget *row = story_new (self, owners->stories->pdata[i]);

      gtk_list_box_append (self->stories, row);
      twf_row_maker_name_item (row);
    }
}

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_widget_unparent (child);
}

static void
clear (TwfOwnersView *self)
{
  GtkListBoxRow *row;

  clear_box (GTK_WIDGET (self->legend));
  clear_box (GTK_WIDGET (self->text));
  while ((row = gtk_list_box_get_row_at_index (self->stories, 0)) != NULL)
    gtk_list_box_remove (self->stories, GTK_WIDGET (row));
}

static void
fill (TwfOwnersView *self)
{
  g_autoptr (TwfWordOwners) owners = twf_word_owners_new (
      self->workbench, self->words, self->language, gtk_check_button_get_active (self->with_gone));

  clear (self);
  if (owners->shown->len == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  fill_legend (self, owners);
  gtk_box_append (self->text, twf_owned_text_new_label (owners->shown, self->language));
  fill_stories (self, owners);
  gtk_stack_set_visible_child_name (self->stack, "words");
}

static void
show_problem (TwfOwnersView *self, const GError *error)
{
  g_autofree char *sentence = twf_error_describe (error, _ ("The history of this text"));

  adw_status_page_set_description (self->problem, sentence);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfOwnersView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) words = twf_desk_list_words_finish (TWF_DESK (source), result, &error);

  if (self->workbench == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (g_error_matches (error, TWF_ERROR, TWF_ERROR_NOT_FOUND))
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else if (words == NULL)
    show_problem (self, error);
  else
    {
      self->words = g_steal_pointer (&words);
      fill (self);
    }
}

static void
with_gone_toggled_cb (TwfOwnersView *self)
{
  if (self->words != NULL)
    fill (self);
}

static void
twf_owners_view_dispose (GObject *object)
{
  TwfOwnersView *self = TWF_OWNERS_VIEW (object);

  twf_owners_view_stop (self);
  g_clear_object (&self->workbench);
  gtk_widget_dispose_template (GTK_WIDGET (self), TWF_TYPE_OWNERS_VIEW);
  G_OBJECT_CLASS (twf_owners_view_parent_class)->dispose (object);
}

static void
twf_owners_view_finalize (GObject *object)
{
  TwfOwnersView *self = TWF_OWNERS_VIEW (object);

  g_free (self->id);
  g_free (self->language);
  G_OBJECT_CLASS (twf_owners_view_parent_class)->finalize (object);
}

static void
twf_owners_view_class_init (TwfOwnersViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_owners_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = twf_owners_view_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/history/twf-owners-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfOwnersView, stack);
  gtk_widget_class_bind_template_child (widget_class, TwfOwnersView, with_gone);
  gtk_widget_class_bind_template_child (widget_class, TwfOwnersView, legend);
  gtk_widget_class_bind_template_child (widget_class, TwfOwnersView, text);
  gtk_widget_class_bind_template_child (widget_class, TwfOwnersView, stories);
  gtk_widget_class_bind_template_child (widget_class, TwfOwnersView, problem);
  gtk_widget_class_bind_template_callback (widget_class, with_gone_toggled_cb);
}

static void
twf_owners_view_init (TwfOwnersView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  twf_spoken_follow_pages (GTK_WIDGET (self->stack), gtk_stack_get_pages (self->stack));
}

/**
 * twf_owners_view_stop:
 * @self: a view
 *
 * Forgets what it shows, and gives up what it reads.
 */
void
twf_owners_view_stop (TwfOwnersView *self)
{
  g_return_if_fail (TWF_IS_OWNERS_VIEW (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->words, g_ptr_array_unref);
}

/**
 * twf_owners_view_show:
 * @self: a view
 * @workbench: the open plan
 * @id: id of a provision
 * @part: which of its texts
 * @language: its language
 *
 * Reads whose each word of the text is, as it was saved last, and shows it.
 */
void
twf_owners_view_show (TwfOwnersView *self,
                      TwfWorkbench *workbench,
                      const char *id,
                      TwfPart part,
                      const char *language)
{
  g_return_if_fail (TWF_IS_OWNERS_VIEW (self) && TWF_IS_WORKBENCH (workbench));
  g_return_if_fail (id != NULL && language != NULL);

  twf_owners_view_stop (self);
  g_set_object (&self->workbench, workbench);
  g_free (self->id);
  self->id = g_strdup (id);
  self->part = part;
  g_free (self->language);
  self->language = g_strdup (language);
  self->cancellable = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "working");
  twf_desk_list_words_async (twf_workbench_get_desk (workbench),
                             id,
                             part,
                             language,
                             NULL,
                             TRUE,
                             self->cancellable,
                             listed_cb,
                             g_object_ref (self));
}
