/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "config.h"

#include "ui-fixture.h"

#include "twf-bidi.h"
#include "twf-text-codec.h"
#include "twf-text-view.h"

#define ARABIC "\330\247\331\204\331\205\330\247\330\241"

static GtkTextBuffer *
buffer_new (const char *text, const char *language)
{
  GtkTextBuffer *buffer = gtk_text_buffer_new (NULL);

  twf_text_codec_prepare (buffer);
  twf_text_codec_set_text (buffer, text);
  twf_text_codec_mark_paragraphs (buffer, language);
  return buffer;
}

static char *
dup_shown (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/* What the view shows of a text in a language: %NULL where it is the text itself. */
static const struct
{
  const char *language;
  const char *text;
  const char *shown;
} cases[] = {
  { "en", "Clean water", NULL },
  { "ar", ARABIC, NULL },
  { "ar", "UNODC: " ARABIC, TWF_RLM "UNODC: " ARABIC },
  { "en", ARABIC " (water)", TWF_LRM ARABIC " (water)" },
  { "ar", ARABIC "\nWHO " ARABIC "\n" ARABIC, ARABIC "\n" TWF_RLM "WHO " ARABIC "\n" ARABIC },
  { "en", "", NULL },
  { "ar", "\n\n", NULL },
  /* A mark somebody typed is text, and comes back. */
  { "ar", TWF_RLM "WHO", NULL },
};

static void
test_round_trip (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GtkTextBuffer) buffer = buffer_new (cases[i].text, cases[i].language);
      g_autofree char *text = twf_text_codec_dup_text (buffer);
      g_autofree char *shown = dup_shown (buffer);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (shown, ==, cases[i].shown != NULL ? cases[i].shown : cases[i].text);
    }
}

/* Marking twice is marking once, and every case can be turned into every other. */
static void
test_laws (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < G_N_ELEMENTS (cases); j++)
      {
        g_autoptr (GtkTextBuffer) buffer = buffer_new (cases[i].text, cases[i].language);
        g_autofree char *text = NULL;
        g_autofree char *once = NULL;
        g_autofree char *twice = NULL;

        twf_text_codec_set_text (buffer, cases[j].text);
        twf_text_codec_mark_paragraphs (buffer, cases[j].language);
        once = dup_shown (buffer);
        twf_text_codec_mark_paragraphs (buffer, cases[j].language);
        twice = dup_shown (buffer);
        text = twf_text_codec_dup_text (buffer);
        g_assert_cmpstr (once, ==, twice);
        g_assert_cmpstr (text, ==, cases[j].text);
        g_assert_false (twf_text_codec_set_text (buffer, cases[j].text));
      }
}

/* A mark that drifts away from the start of its paragraph, as typing before it does, is no text. */
static void
test_drift (void)
{
  g_autoptr (GtkTextBuffer) buffer = buffer_new ("WHO " ARABIC, "ar");
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;
  GtkTextIter start;

  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_insert (buffer, &start, ARABIC " ", -1);
  twf_text_codec_mark_paragraphs (buffer, "ar");
  text = twf_text_codec_dup_text (buffer);
  shown = dup_shown (buffer);
  g_assert_cmpstr (text, ==, ARABIC " WHO " ARABIC);
  g_assert_cmpstr (shown, ==, text);
}

/* A change elsewhere leaves the caret between the letters it was between. */
static void
test_caret (void)
{
  g_autoptr (GtkTextBuffer) buffer = buffer_new ("one two three four", "en");
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_offset (buffer, &caret, 14);
  gtk_text_buffer_place_cursor (buffer, &caret);
  g_assert_true (twf_text_codec_set_text (buffer, "one 2 three four"));
  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  g_assert_cmpint (gtk_text_iter_get_offset (&caret), ==, 12);

  /* Letters of two bytes that share the first: the change is never half a letter. */
  twf_text_codec_set_text (buffer, "\330\247\330\250");
  g_assert_true (twf_text_codec_set_text (buffer, "\330\247\330\252"));
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_typing (void)
{
  GtkWidget *view = g_object_ref_sink (twf_text_view_new ("ar"));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_autofree char *shown = NULL;
  guint edited = 0, refused = 0;

  g_signal_connect_swapped (view, "edited", G_CALLBACK (count_cb), &edited);
  g_signal_connect_swapped (view, "refused", G_CALLBACK (count_cb), &refused);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_at_cursor (buffer, "WHO", -1);
  gtk_text_buffer_end_user_action (buffer);
  shown = dup_shown (buffer);
  g_assert_cmpuint (edited, ==, 1);
  g_assert_cmpuint (refused, ==, 0);
  g_assert_cmpstr (shown, ==, TWF_RLM "WHO");
  g_assert_cmpstr (twf_text_view_get_text (TWF_TEXT_VIEW (view)), ==, "WHO");

  /* What is set is no edit. */
  twf_text_view_set_text (TWF_TEXT_VIEW (view), ARABIC);
  ui_drain ();
  g_assert_cmpuint (edited, ==, 1);

  /* A right-to-left override is taken out, and said. */
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_at_cursor (buffer, "\342\200\256!", -1);
  gtk_text_buffer_end_user_action (buffer);
  g_assert_cmpuint (refused, ==, 1);
  g_assert_null (strstr (twf_text_view_get_text (TWF_TEXT_VIEW (view)), "\342\200\256"));
  g_object_unref (view);
}

static void
test_too_long (void)
{
  GtkWidget *view = g_object_ref_sink (twf_text_view_new ("en"));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_autofree char *much = g_strnfill (TWF_TEXT_VIEW_MOST_BYTES + 1, 'x');
  guint refused = 0;

  g_signal_connect_swapped (view, "refused", G_CALLBACK (count_cb), &refused);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_at_cursor (buffer, "before", -1);
  gtk_text_buffer_insert_at_cursor (buffer, much, -1);
  gtk_text_buffer_end_user_action (buffer);
  g_assert_cmpuint (refused, ==, 1);
  g_assert_cmpstr (twf_text_view_get_text (TWF_TEXT_VIEW (view)), ==, "before");
  g_object_unref (view);
}

/* Every place in a paragraph that mixes directions can be reached with the arrow keys. */
static void
test_caret_stops (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = twf_text_view_new ("ar");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_autoptr (GHashTable) reached = g_hash_table_new (NULL, NULL);
  GtkTextIter caret;

  gtk_window_set_child (GTK_WINDOW (window), view);
  twf_text_view_set_text (TWF_TEXT_VIEW (view), ARABIC " AB 12");
  gtk_window_present (GTK_WINDOW (window));
  ui_wait_for (gtk_widget_get_width (view) > 0);
  gtk_text_buffer_get_start_iter (buffer, &caret);
  gtk_text_buffer_place_cursor (buffer, &caret);
  for (guint i = 0; i < 24; i++)
    {
      gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
      g_hash_table_add (reached, GINT_TO_POINTER (gtk_text_iter_get_offset (&caret) + 1));
      g_signal_emit_by_name (view, "move-cursor", GTK_MOVEMENT_VISUAL_POSITIONS, -1, FALSE);
    }
  g_assert_cmpuint (g_hash_table_size (reached), ==, 12);
  gtk_window_destroy (GTK_WINDOW (window));
}

static int
measure (GtkWidget *view, int width)
{
  int height;

  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

/* It says how high it would be, not how high it is. */
static void
test_height (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = twf_text_view_new ("ar");
  g_autofree char *text = g_strdup (ARABIC);
  int width;

  for (guint i = 0; i < 7; i++)
    {
      char *twice = g_strjoin (" ", text, text, NULL);

      g_free (text);
      text = twice;
    }
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 100);
  twf_text_view_set_text (TWF_TEXT_VIEW (view), text);
  gtk_window_present (GTK_WINDOW (window));
  ui_wait_for (gtk_widget_get_width (view) > 0);
  width = gtk_widget_get_width (view);
  g_assert_cmpint (measure (view, width / 4), >, 2 * measure (view, width));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/ui/codec/round-trip", test_round_trip);
  g_test_add_func ("/ui/codec/laws", test_laws);
  g_test_add_func ("/ui/codec/drift", test_drift);
  g_test_add_func ("/ui/codec/caret", test_caret);
  g_test_add_func ("/ui/codec/typing", test_typing);
  g_test_add_func ("/ui/codec/too-long", test_too_long);
  g_test_add_func ("/ui/codec/caret-stops", test_caret_stops);
  g_test_add_func ("/ui/codec/height", test_height);
  return g_test_run ();
}
