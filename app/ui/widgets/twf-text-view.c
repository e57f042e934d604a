/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-text-view.h"

#include "twf-hostile.h"
#include "twf-language.h"
#include "twf-normal.h"
#include "twf-opening-look.h"
#include "twf-text-codec.h"

#include <glib/gi18n.h>
#include <string.h>

/* Characters up to which a text is measured at every keystroke without being noticed. */
#define MOST_MEASURED 4096

struct _TwfTextView
{
  GtkTextView parent_instance;

  /* Owned. @text is what the plan has; @pending what it is to have when a preedit has ended. */
  char *language;
  char *text;
  char *pending;
  TwfOpeningLook *look;

  TwfOpeningForms forms;
  guint least_lines;
  guint settle_source;
  int user_actions; /* how deep we are inside user actions of the buffer */
  gboolean own_change;
  gboolean preedit;
};

G_DEFINE_FINAL_TYPE (TwfTextView, twf_text_view, GTK_TYPE_TEXT_VIEW)

enum
{
  EDITED,
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkTextBuffer *
get_buffer (TwfTextView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static void
mark_paragraphs (TwfTextView *self)
{
  self->own_change = TRUE;
  twf_text_codec_mark_paragraphs (get_buffer (self), self->language);
  self->own_change = FALSE;
}

/* What the paragraph opens with follows the typing. */
static void
mark_opening (TwfTextView *self)
{
  g_autoptr (GArray) openings = twf_opening_look_find (self->text, self->language, self->forms);
  GtkTextIter start, end;

  if (self->look == NULL && openings->len == 0)
    return;
  if (self->look == NULL)
    self->look = twf_opening_look_new (get_buffer (self));
  gtk_text_buffer_get_start_iter (get_buffer (self), &start);
  end = start;
  gtk_text_iter_forward_to_line_end (&end);
  twf_opening_look_set (self->look, &start, &end, self->text, openings, self->language);
}

static void
show_text (TwfTextView *self, const char *text)
{
  self->own_change = TRUE;
  twf_text_codec_set_text (get_buffer (self), text);
  self->own_change = FALSE;
  mark_paragraphs (self);
}

/* Says by name what was taken out of @text. */
static void
report_hostile (TwfTextView *self, const char *text)
{
  g_autoptr (GArray) found = twf_text_find_hostile (text);
  g_autofree char *name = NULL;
  g_autofree char *reason = NULL;

  for (guint i = 0; i < found->len && name == NULL; i++)
    {
      const TwfHostile *hostile = &g_array_index (found, TwfHostile, i);

      if (hostile->kind != TWF_HOSTILE_LOOK_ALIKE)
        name = twf_hostile_dup_name (hostile->character);
    }
  if (name != NULL)
    reason = g_strdup_printf (_ ("Taken out, because it deceives readers: %s"), name);
  else
    reason = g_strdup (_ ("Characters that deceive readers were taken out"));
  g_signal_emit (self, signals[REFUSED], 0, reason);
}

/* What the buffer holds, as it may be stored. Composing letters is silent; what had to be taken out
 * is said. */
static char *
read_storable (TwfTextView *self)
{
  g_autofree char *typed = twf_text_codec_dup_text (get_buffer (self));
  g_autofree char *normal = twf_text_normalize (typed, -1, NULL);
  g_autofree char *storable = NULL;

  if (normal == NULL)
    normal = g_steal_pointer (&typed);
  if (twf_text_check_storable (normal, NULL))
    return g_steal_pointer (&normal);
  storable = twf_text_make_storable (normal);
  show_text (self, storable);
  report_hostile (self, normal);
  return g_steal_pointer (&storable);
}

/* After a person's change: direction marks are put right and the plan hears of the new text. */
static void
settle (TwfTextView *self)
{
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->settle_source, g_source_remove);
  text = read_storable (self);
  mark_paragraphs (self);
  if (g_strcmp0 (text, self->text) == 0)
    return;
  g_free (self->text);
  self->text = g_steal_pointer (&text);
  mark_opening (self);
  g_signal_emit (self, signals[EDITED], 0, self->text);
}

static gboolean
settle_cb (gpointer user_data)
{
  TwfTextView *self = user_data;

  self->settle_source = 0;
  settle (self);
  return G_SOURCE_REMOVE;
}

static void
buffer_changed_cb (TwfTextView *self)
{
  if (self->own_change || self->settle_source != 0)
    return;
  /* The buffer must not be changed from within its own signal: callers still hold places in it.
   * High priority, so that the plan has the text before anything else is looked at. */
  self->settle_source = g_idle_add_full (G_PRIORITY_HIGH, settle_cb, self, NULL);
}

static void
user_action_begun_cb (TwfTextView *self)
{
  self->user_actions++;
}

static void
user_action_ended_cb (TwfTextView *self)
{
  self->user_actions--;
  if (self->user_actions == 0 && self->settle_source != 0)
    settle (self);
}

static void
insert_text_cb (TwfTextView *self,
                GtkTextIter *where,
                const char *text,
                int length,
                GtkTextBuffer *buffer)
{
  gsize present;

  if (self->own_change)
    return;
  present = self->text != NULL ? strlen (self->text) : 0;
  if (present + (length < 0 ? strlen (text) : (gsize)length) <= TWF_TEXT_VIEW_MOST_BYTES)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  g_signal_emit (self,
                 signals[REFUSED],
                 0,
                 _ ("A paragraph holds 64 KiB at most; please divide the text into provisions"));
}

static void
preedit_changed_cb (TwfTextView *self, const char *preedit)
{
  self->preedit = preedit != NULL && *preedit != '\0';
  if (!self->preedit && self->pending != NULL)
    {
      g_autofree char *pending = g_steal_pointer (&self->pending);
      twf_text_view_set_text (self, pending);
    }
}

/* Words in bold are wider. */
static void
set_attributes (TwfTextView *self, PangoLayout *layout, const char *shown)
{
  g_autoptr (GArray) openings = twf_opening_look_find (self->text, self->language, self->forms);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  twf_opening_look_add_attributes (attributes, shown, self->text, openings, self->language);
  pango_layout_set_attributes (layout, attributes);
}

/* How high the text is in another width than it has. */
static int
measure_text (TwfTextView *self, int width)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *text = NULL;
  GtkTextIter start, end;
  int height;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  width -= gtk_text_view_get_left_margin (view) + gtk_text_view_get_right_margin (view);
  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  set_attributes (self, layout, text);
  pango_layout_get_pixel_size (layout, NULL, &height);
  height
      += (pango_layout_get_line_count (layout) - 1) * gtk_text_view_get_pixels_inside_wrap (view);
  return height + gtk_text_view_get_top_margin (view) + gtk_text_view_get_bottom_margin (view);
}

/* GtkTextView (4.8) is taken for one whose height does not depend on its width. */
static GtkSizeRequestMode
twf_text_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
twf_text_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  TwfTextView *self = TWF_TEXT_VIEW (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  PangoFontMetrics *metrics;
  int least;

  GTK_WIDGET_CLASS (twf_text_view_parent_class)
      ->measure (
          widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  /* It says how high it is at the width it had when it was laid out last, whatever it is asked:
   * words that take a line more in a narrower place would be cut off there. */
  if (for_size > 0 && for_size != gtk_widget_get_width (widget))
    *minimum = *natural = measure_text (self, for_size);
  else if (for_size > 0 && gtk_text_buffer_get_char_count (buffer) < MOST_MEASURED)
    *minimum = *natural = MAX (*minimum, measure_text (self, for_size));
  metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  least = self->least_lines * PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics))
          + gtk_text_view_get_top_margin (GTK_TEXT_VIEW (self))
          + gtk_text_view_get_bottom_margin (GTK_TEXT_VIEW (self));
  pango_font_metrics_unref (metrics);
  *minimum = MAX (*minimum, least);
  *natural = MAX (*natural, least);
}

static void
twf_text_view_dispose (GObject *object)
{
  TwfTextView *self = TWF_TEXT_VIEW (object);

  g_clear_handle_id (&self->settle_source, g_source_remove);
  G_OBJECT_CLASS (twf_text_view_parent_class)->dispose (object);
}

static void
twf_text_view_finalize (GObject *object)
{
  TwfTextView *self = TWF_TEXT_VIEW (object);

  g_free (self->language);
  g_free (self->text);
  g_free (self->pending);
  g_clear_pointer (&self->look, twf_opening_look_free);
  G_OBJECT_CLASS (twf_text_view_parent_class)->finalize (object);
}

static void
find_agreed (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *phrase = twf_text_view_dup_selection (TWF_TEXT_VIEW (widget));

  gtk_widget_activate_action (widget, "win.agreed-phrase", "s", phrase != NULL ? phrase : "");
}

static void
twf_text_view_class_init (TwfTextViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = twf_text_view_dispose;
  object_class->finalize = twf_text_view_finalize;
  GTK_WIDGET_CLASS (klass)->get_request_mode = twf_text_view_get_request_mode;
  GTK_WIDGET_CLASS (klass)->measure = twf_text_view_measure;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "text.find-agreed", NULL, find_agreed);
  signals[EDITED] = g_signal_new ("edited",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_STRING);
  signals[REFUSED] = g_signal_new ("refused",
                                   G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   1,
                                   G_TYPE_STRING);
}

static void
twf_text_view_init (TwfTextView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = get_buffer (self);
  g_autoptr (GMenu) more = g_menu_new ();

  self->text = g_strdup ("");
  self->least_lines = 3;
  gtk_widget_add_css_class (GTK_WIDGET (self), "provision-text");
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_top_margin (view, 10);
  gtk_text_view_set_bottom_margin (view, 10);
  gtk_text_view_set_left_margin (view, 12);
  gtk_text_view_set_right_margin (view, 12);
  gtk_text_view_set_pixels_inside_wrap (view, 2);
  gtk_text_view_set_pixels_below_lines (view, 4);

  g_menu_append (more, _ ("_Agreed Language…"), "text.find-agreed");
  gtk_text_view_set_extra_menu (view, G_MENU_MODEL (more));
  twf_text_codec_prepare (buffer);
  g_signal_connect_swapped (buffer, "changed", G_CALLBACK (buffer_changed_cb), self);
  g_signal_connect_swapped (buffer, "begin-user-action", G_CALLBACK (user_action_begun_cb), self);
  g_signal_connect_swapped (buffer, "end-user-action", G_CALLBACK (user_action_ended_cb), self);
  g_signal_connect_swapped (buffer, "insert-text", G_CALLBACK (insert_text_cb), self);
  g_signal_connect (self, "preedit-changed", G_CALLBACK (preedit_changed_cb), NULL);
}

/**
 * twf_text_view_new:
 * @language: tag of the language the text is in
 *
 * Returns: (transfer floating): a place to type a text in
 */
GtkWidget *
twf_text_view_new (const char *language)
{
  TwfTextView *self = g_object_new (TWF_TYPE_TEXT_VIEW, NULL);

  twf_text_view_set_language (self, language);
  return GTK_WIDGET (self);
}

/**
 * twf_text_view_set_language:
 * @self: a text view
 * @language: tag of the language the text is in
 *
 * The language gives the direction of every paragraph, whatever its first letter is.
 */
void
twf_text_view_set_language (TwfTextView *self, const char *language)
{
  gboolean rtl;

  g_return_if_fail (TWF_IS_TEXT_VIEW (self) && language != NULL);

  if (g_strcmp0 (self->language, language) == 0)
    return;
  g_free (self->language);
  self->language = g_strdup (language);
  rtl = twf_language_get_direction (language) == TWF_DIRECTION_RTL;
  gtk_widget_set_direction (GTK_WIDGET (self), rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  mark_paragraphs (self);
}

/**
 * twf_text_view_get_text:
 * @self: a text view
 *
 * Returns: the text as it is to be stored
 */
const char *
twf_text_view_get_text (TwfTextView *self)
{
  g_return_val_if_fail (TWF_IS_TEXT_VIEW (self), NULL);

  return self->text;
}

/**
 * twf_text_view_set_text:
 * @self: a text view
 * @text: (nullable): what the plan has
 *
 * Shows @text, changing as little as possible of what stands there. While an input method has a
 * word half typed, this waits until it is done.
 */
void
twf_text_view_set_text (TwfTextView *self, const char *text)
{
  g_return_if_fail (TWF_IS_TEXT_VIEW (self));

  if (text == NULL)
    text = "";
  if (self->preedit)
    {
      g_free (self->pending);
      self->pending = g_strdup (text);
      return;
    }
  if (g_str_equal (self->text, text))
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  show_text (self, self->text);
  mark_opening (self);
}

/**
 * twf_text_view_dup_selection:
 * @self: a text view
 *
 * Returns: (transfer full) (nullable): the words that are selected, as they are stored; %NULL: none
 *   are
 */
char *
twf_text_view_dup_selection (TwfTextView *self)
{
  GtkTextIter start, end;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (TWF_IS_TEXT_VIEW (self), NULL);

  if (!gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end))
    return NULL;
  shown = gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE);
  return twf_text_make_storable (shown);
}

/**
 * twf_text_view_flush:
 * @self: a text view
 *
 * Lets the plan hear at once of what was changed and is not reported yet. To be called before the
 * view is used for another text.
 */
void
twf_text_view_flush (TwfTextView *self)
{
  g_return_if_fail (TWF_IS_TEXT_VIEW (self));

  if (self->settle_source != 0)
    settle (self);
}

/**
 * twf_text_view_set_forms:
 * @self: a text view
 * @forms: with which openings the text may begin
 *
 * What it begins with is shown as it will be printed.
 */
void
twf_text_view_set_forms (TwfTextView *self, TwfOpeningForms forms)
{
  g_return_if_fail (TWF_IS_TEXT_VIEW (self));

  self->forms = forms;
  mark_opening (self);
}

/**
 * twf_text_view_set_least_lines:
 * @self: a text view
 * @lines: how many lines it has room for even when empty
 */
void
twf_text_view_set_least_lines (TwfTextView *self, guint lines)
{
  g_return_if_fail (TWF_IS_TEXT_VIEW (self));

  self->least_lines = lines;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
