/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-reading-text.h"

#include "twf-reading-style.h"
#include "twf-steady-view.h"

/* Lines are written for so long at a time: a key waits no longer. In microseconds. */
#define LONGEST_WRITING 6000
/* So many are written at once: they fill the highest of windows. */
#define SCREENFUL 40

struct _TwfReadingText
{
  GtkTextView parent_instance;

  /* Owned. */
  TwfWorkbench *workbench; /* nullable */
  TwfReadingList *list;    /* nullable */
  TwfReadingStyle *style;
  GSignalGroup *list_signals;
  GPtrArray *starts; /* of GtkTextMark, borrowed: where each line begins that is written */
  GPtrArray *items;  /* of TwfReadingItem: what each is */

  TwfReadingItem *item; /* the line one is at; owned; nullable */
  guint position;       /* its position; GTK_INVALID_LIST_POSITION: none */
  guint n_lines;        /* of the list, when it was made last */
  guint look;           /* of the list, as the lines are written */
  guint n_kept;    /* of lines written before the list was made anew: their numbers may differ */
  guint n_renewed; /* of those, the ones that were written anew since */
  guint writing;   /* id of the source that writes on; 0: none */
  TwfSteadyView steady;
  gboolean changing; /* the cursor moves because the text changes: nobody moved it */
};

G_DEFINE_FINAL_TYPE (TwfReadingText, twf_reading_text, GTK_TYPE_TEXT_VIEW)

static guint moved_signal;

static GtkTextBuffer *
get_buffer (TwfReadingText *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static guint
get_length (TwfReadingText *self)
{
  return self->list != NULL ? g_list_model_get_n_items (twf_reading_list_get_items (self->list))
                            : 0;
}

/* Where the line at @position begins and ends; it is written. */
static void
get_bounds (TwfReadingText *self, guint position, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextBuffer *buffer = get_buffer (self);

  gtk_text_buffer_get_iter_at_mark (buffer, start, self->starts->pdata[position]);
  if (position + 1 < self->starts->len)
    gtk_text_buffer_get_iter_at_mark (buffer, end, self->starts->pdata[position + 1]);
  else
    gtk_text_buffer_get_end_iter (buffer, end);
}

static void
insert_item (TwfReadingText *self, guint position, GtkTextIter *place)
{
  const char *language = twf_workbench_get_language (self->workbench);
  g_autoptr (TwfReadingItem) item
      = g_list_model_get_item (twf_reading_list_get_items (self->list), position);
  g_autoptr (GPtrArray) blocks = NULL;
  TwfSection section;
  guint depth = 0;

  if (twf_reading_item_is_section (item, &section))
    {
      twf_reading_style_insert_section (
          self->style, place, twf_section_get_title (section, language), language);
      return;
    }
  blocks = twf_reading_list_make_blocks (self->list, item);
  for (guint i = 0; i < blocks->len; i++)
    {
      const TwfBlock *block = blocks->pdata[i];

      if (i == 0)
        depth = block->depth;
      twf_reading_style_insert_block (self->style, place, block, depth, language);
    }
}

static void
write_next (TwfReadingText *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  g_ptr_array_add (
      self->items,
      g_list_model_get_item (twf_reading_list_get_items (self->list), self->starts->len));
  g_ptr_array_add (self->starts, gtk_text_buffer_create_mark (buffer, NULL, &end, TRUE));
  insert_item (self, self->starts->len - 1, &end);
}

static void
changed_cb (TwfReadingText *self, guint position)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter start, end;
  gboolean last = position + 1 >= self->starts->len;

  if (position >= self->starts->len)
    return;
  self->changing = TRUE;
  get_bounds (self, position, &start, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  insert_item (self, position, &start);
  /* Both marks stood in one place, and the new words came behind both. */
  if (!last)
    gtk_text_buffer_move_mark (buffer, self->starts->pdata[position + 1], &start);
  if (position == self->position)
    {
      get_bounds (self, position, &start, &end);
      twf_reading_style_mark_current (self->style, &start, &end);
      gtk_text_buffer_place_cursor (buffer, &start);
    }
  self->changing = FALSE;
}

static gboolean
is_unfinished (TwfReadingText *self)
{
  return self->starts->len < get_length (self) || self->n_renewed < self->n_kept;
}

static gboolean
write_cb (gpointer user_data)
{
  TwfReadingText *self = user_data;
  gint64 until = g_get_monotonic_time () + LONGEST_WRITING;

  while (is_unfinished (self) && g_get_monotonic_time () < until)
    {
      if (self->n_renewed < self->n_kept)
        {
          changed_cb (self, self->n_renewed++);
          continue;
        }
      self->changing = TRUE;
      write_next (self);
      self->changing = FALSE;
    }
  if (is_unfinished (self))
    return G_SOURCE_CONTINUE;
  self->writing = 0;
  return G_SOURCE_REMOVE;
}

/* So far, and some more to fill the window from there on; the rest when there is time. */
static void
write_to (TwfReadingText *self, guint position)
{
  guint n = MIN (get_length (self), position + SCREENFUL);
  gboolean first = self->starts->len == 0;
  GtkTextIter start;

  self->changing = TRUE;
  while (self->starts->len < n)
    write_next (self);
  /* Else the cursor would go with the end as it comes. */
  gtk_text_buffer_get_start_iter (get_buffer (self), &start);
  if (first)
    gtk_text_buffer_place_cursor (get_buffer (self), &start);
  self->changing = FALSE;
  if (is_unfinished (self) && self->writing == 0)
    self->writing = g_idle_add (write_cb, self);
}

/* The line in which @iter is: the last that begins no later. */
static guint
find_position (TwfReadingText *self, const GtkTextIter *iter)
{
  GtkTextBuffer *buffer = get_buffer (self);
  guint low = 0, high = self->starts->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      GtkTextIter start;

      gtk_text_buffer_get_iter_at_mark (buffer, &start, self->starts->pdata[middle]);
      if (gtk_text_iter_compare (&start, iter) <= 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? low - 1 : GTK_INVALID_LIST_POSITION;
}

static void
mark_position (TwfReadingText *self, guint position)
{
  GtkTextIter start, end;

  self->position = position;
  g_clear_object (&self->item);
  if (position == GTK_INVALID_LIST_POSITION)
    return;
  self->item = g_list_model_get_item (twf_reading_list_get_items (self->list), position);
  get_bounds (self, position, &start, &end);
  twf_reading_style_mark_current (self->style, &start, &end);
}

static void
set_position (TwfReadingText *self, guint position)
{
  if (self->position == position)
    return;
  mark_position (self, position);
  g_signal_emit (self, moved_signal, 0);
}

static void
cursor_moved_cb (TwfReadingText *self)
{
  GtkTextIter iter;

  if (self->changing || self->list == NULL)
    return;
  gtk_text_buffer_get_iter_at_mark (
      get_buffer (self), &iter, gtk_text_buffer_get_insert (get_buffer (self)));
  set_position (self, find_position (self, &iter));
}

/* Takes away the lines from @first to before @last. */
static void
cut_between (TwfReadingText *self, guint first, guint last)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter start, end, skipped;

  if (first >= last)
    return;
  get_bounds (self, first, &start, &skipped);
  get_bounds (self, last - 1, &skipped, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  for (guint i = first; i < last; i++)
    gtk_text_buffer_delete_mark (buffer, self->starts->pdata[i]);
  g_ptr_array_remove_range (self->starts, first, last - first);
}

static void
clear (TwfReadingText *self)
{
  g_clear_handle_id (&self->writing, g_source_remove);
  twf_steady_view_stop (&self->steady, GTK_TEXT_VIEW (self));
  self->changing = TRUE;
  cut_between (self, 0, self->starts->len);
  g_ptr_array_set_size (self->items, 0);
  self->n_kept = self->n_renewed = 0;
  self->look = self->list != NULL ? twf_reading_list_get_look (self->list) : 0;
  self->position = GTK_INVALID_LIST_POSITION;
  g_clear_object (&self->item);
  self->changing = FALSE;
}

static void
put_cursor (TwfReadingText *self, guint position)
{
  GtkTextIter start, end;

  write_to (self, position);
  get_bounds (self, position, &start, &end);
  self->changing = TRUE;
  gtk_text_buffer_place_cursor (get_buffer (self), &start);
  self->changing = FALSE;
}

/* How many lines from the first are of the same provisions as before. */
static guint
count_kept (TwfReadingText *self)
{
  GListModel *items = twf_reading_list_get_items (self->list);
  guint n = MIN (self->items->len, g_list_model_get_n_items (items));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TwfReadingItem) item = g_list_model_get_item (items, i);

      if (!twf_reading_item_is_same (item, self->items->pdata[i]))
        return i;
    }
  return n;
}

/* And how many from the last, of those that are not among the first @kept. */
static guint
count_kept_behind (TwfReadingText *self, guint kept)
{
  GListModel *items = twf_reading_list_get_items (self->list);
  guint n_new = g_list_model_get_n_items (items), n_old = self->items->len;
  guint n = MIN (n_old, n_new) - kept;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TwfReadingItem) item = g_list_model_get_item (items, n_new - 1 - i);

      if (!twf_reading_item_is_same (item, self->items->pdata[n_old - 1 - i]))
        return i;
    }
  return n;
}

/* Writes the line at @position between two that stand. */
static void
write_between (TwfReadingText *self, guint position)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextMark *next = position < self->starts->len ? self->starts->pdata[position] : NULL;
  GtkTextIter place;

  if (next == NULL)
    {
      write_next (self);
      return;
    }
  gtk_text_buffer_get_iter_at_mark (buffer, &place, next);
  g_ptr_array_insert (
      self->starts, (int)position, gtk_text_buffer_create_mark (buffer, NULL, &place, TRUE));
  insert_item (self, position, &place);
  gtk_text_buffer_move_mark (buffer, next, &place);
}

/* Takes what went out of the text and puts what came into it; the lines round it stand, if all were
 * written and what came is not much. */
static void
replace_lines (TwfReadingText *self)
{
  GListModel *items = twf_reading_list_get_items (self->list);
  guint length = g_list_model_get_n_items (items), kept = count_kept (self);
  guint n_former = self->starts->len;
  guint behind = n_former == self->n_lines ? count_kept_behind (self, kept) : 0;

  self->changing = TRUE;
  if (behind > 0 && length - kept - behind <= SCREENFUL)
    {
      cut_between (self, kept, n_former - behind);
      for (guint i = kept; i < length - behind; i++)
        write_between (self, i);
    }
  else
    cut_between (self, kept, self->starts->len);
  self->changing = FALSE;
  g_ptr_array_set_size (self->items, 0);
  for (guint i = 0; i < self->starts->len; i++)
    g_ptr_array_add (self->items, g_list_model_get_item (items, i));
}

/* What is in sight is written anew at once, and what else was kept when there is time. */
static void
renew (TwfReadingText *self, guint first, guint last)
{
  self->n_kept = self->starts->len;
  self->n_renewed = 0;
  self->position = GTK_INVALID_LIST_POSITION;
  for (guint i = first; i <= last && i < self->n_kept; i++)
    changed_cb (self, i);
}

/* @y: in the window, from its upper edge. */
static guint
find_seen (TwfReadingText *self, int y)
{
  GdkRectangle seen;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &seen);
  gtk_text_view_get_line_at_y (
      GTK_TEXT_VIEW (self), &iter, seen.y + CLAMP (y, 0, seen.height), NULL);
  return find_position (self, &iter);
}

/* One stays at the line one was at, where it was in the window; if that is gone, at what came in
 * its place. Nobody moved: what listens to the list sees to the rest. Lines above what came or went
 * stay as they are, but for numbers that they may name. */
static void
refilled_cb (TwfReadingText *self)
{
  double height = twf_steady_view_get_height (GTK_TEXT_VIEW (self));
  guint former = self->position, length = get_length (self);
  guint position = self->item != NULL ? twf_reading_list_find_same (self->list, self->item)
                                      : GTK_INVALID_LIST_POSITION;
  guint seen = find_seen (self, 0), last = find_seen (self, G_MAXINT);

  if (self->look != twf_reading_list_get_look (self->list) || seen == GTK_INVALID_LIST_POSITION)
    {
      clear (self);
      seen = 0;
    }
  else
    {
      replace_lines (self);
      renew (self, seen, last);
    }
  self->n_lines = length;
  write_to (self, seen);
  if (length == 0)
    return;
  if (former == GTK_INVALID_LIST_POSITION)
    {
      put_cursor (self, MIN (seen, length - 1));
      return;
    }
  if (position == GTK_INVALID_LIST_POSITION)
    position = MIN (former, length - 1);
  put_cursor (self, position);
  mark_position (self, position);
  twf_steady_view_show (&self->steady, GTK_TEXT_VIEW (self), height);
}

static void
twf_reading_text_dispose (GObject *object)
{
  TwfReadingText *self = TWF_READING_TEXT (object);

  g_clear_handle_id (&self->writing, g_source_remove);
  twf_steady_view_stop (&self->steady, GTK_TEXT_VIEW (self));
  g_clear_object (&self->list_signals);
  g_clear_object (&self->list);
  g_clear_object (&self->item);
  g_clear_object (&self->workbench);
  g_clear_object (&self->style);
  G_OBJECT_CLASS (twf_reading_text_parent_class)->dispose (object);
}

static void
twf_reading_text_finalize (GObject *object)
{
  g_ptr_array_unref (TWF_READING_TEXT (object)->starts);
  g_ptr_array_unref (TWF_READING_TEXT (object)->items);
  G_OBJECT_CLASS (twf_reading_text_parent_class)->finalize (object);
}

static void
twf_reading_text_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TwfReadingText *self = TWF_READING_TEXT (widget);
  double before = twf_steady_view_get_height (GTK_TEXT_VIEW (widget));

  GTK_WIDGET_CLASS (twf_reading_text_parent_class)->size_allocate (widget, width, height, baseline);
  twf_steady_view_resized (&self->steady, GTK_TEXT_VIEW (widget), before);
}

static void
twf_reading_text_class_init (TwfReadingTextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = twf_reading_text_dispose;
  G_OBJECT_CLASS (klass)->finalize = twf_reading_text_finalize;
  GTK_WIDGET_CLASS (klass)->size_allocate = twf_reading_text_size_allocate;
  gtk_widget_class_add_binding_action (
      GTK_WIDGET_CLASS (klass), GDK_KEY_Return, 0, "reading.draft", NULL);
  gtk_widget_class_add_binding_action (
      GTK_WIDGET_CLASS (klass), GDK_KEY_KP_Enter, 0, "reading.draft", NULL);
  moved_signal = g_signal_new (
      "moved", TWF_TYPE_READING_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
twf_reading_text_init (TwfReadingText *self)
{
  self->starts = g_ptr_array_new ();
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->position = GTK_INVALID_LIST_POSITION;
  self->style = twf_reading_style_new (get_buffer (self));
  self->list_signals = g_signal_group_new (TWF_TYPE_READING_LIST);
  g_signal_group_connect_swapped (self->list_signals, "refilled", G_CALLBACK (refilled_cb), self);
  g_signal_group_connect_swapped (self->list_signals, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_object (get_buffer (self),
                           "notify::cursor-position",
                           G_CALLBACK (cursor_moved_cb),
                           self,
                           G_CONNECT_SWAPPED);
  /* What is undone are acts, by the window's own command. */
  gtk_text_buffer_set_enable_undo (get_buffer (self), FALSE);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self), FALSE);
}

/**
 * twf_reading_text_set_list:
 * @self: a text
 * @workbench: (nullable): the open plan
 * @list: (nullable): its lines
 */
void
twf_reading_text_set_list (TwfReadingText *self, TwfWorkbench *workbench, TwfReadingList *list)
{
  g_return_if_fail (TWF_IS_READING_TEXT (self));

  g_set_object (&self->workbench, workbench);
  if (!g_set_object (&self->list, list))
    return;
  g_signal_group_set_target (self->list_signals, list);
  clear (self);
  self->n_lines = get_length (self);
  if (list != NULL)
    write_to (self, 0);
}

/**
 * twf_reading_text_get_position:
 * @self: a text
 *
 * Returns: the position of the line one is at; %GTK_INVALID_LIST_POSITION: of none
 */
guint
twf_reading_text_get_position (TwfReadingText *self)
{
  g_return_val_if_fail (TWF_IS_READING_TEXT (self), GTK_INVALID_LIST_POSITION);

  return self->position;
}

/**
 * twf_reading_text_go_to:
 * @self: a text
 * @position: of a line
 *
 * Puts the cursor at the beginning of a line, and the line where it is seen.
 */
void
twf_reading_text_go_to (TwfReadingText *self, guint position)
{
  g_return_if_fail (TWF_IS_READING_TEXT (self));

  if (position >= get_length (self))
    return;
  put_cursor (self, position);
  set_position (self, position);
  twf_steady_view_show (&self->steady, GTK_TEXT_VIEW (self), -1);
}
