/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-repeats.h"

#include <string.h>

enum
{
  FIRST_SLOTS = 1024,  /* a power of two */
  LONGEST_CHUNK = 256, /* bytes above which one is not looked for: it does not come twice */
};

typedef struct
{
  guint32 hash;
  guint32 chunk; /* which of the different ones, and 1 more; 0: free */
} Slot;

typedef struct
{
  Slot *slots;
  guint32 n_slots; /* a power of two, at most half of them taken */
  guint32 n_taken;
  GArray *starts;
  GArray *chunks;
  char *text;
  gsize length;
} Builder;

/* Whether the character that ends before @at is a space that joins with one behind it (WSegSpace in
 * Unicode Standard Annex 29): one of U+1680, U+2000 to U+200A without U+2007, U+205F, U+3000. To
 * take another for one only makes a chunk longer. */
static gboolean
follows_wide_space (const guchar *at, gsize before)
{
  if (before < 3)
    return FALSE;
  switch (at[-3])
    {
    case 0xe1:
      return at[-2] == 0x9a && at[-1] == 0x80;
    case 0xe2:
      return (at[-2] == 0x80 && at[-1] <= 0x8a) || (at[-2] == 0x81 && at[-1] == 0x9f);
    case 0xe3:
      return at[-2] == 0x80 && at[-1] == 0x80;
    default:
      return FALSE;
    }
}

/* Whether words end before the blank or the new line at @at, whatever stands there: all the rules
 * that look ahead or back across such a sign (WB3, WB3d) are asked here. */
static inline gboolean
can_cut (const guchar *at, gsize before)
{
  if (*at == '\n')
    return at[-1] != '\r';
  return at[-1] != ' ' && (at[-1] < 0x80 || !follows_wide_space (at, before));
}

static void
grow (Builder *self)
{
  Slot *old = self->slots;
  guint32 n_old = self->n_slots;

  self->n_slots *= 4;
  self->slots = g_new0 (Slot, self->n_slots);
  for (guint32 i = 0; i < n_old; i++)
    {
      guint32 at = old[i].hash & (self->n_slots - 1);

      if (old[i].chunk == 0)
        continue;
      while (self->slots[at].chunk != 0)
        at = (at + 1) & (self->n_slots - 1);
      self->slots[at] = old[i];
    }
  g_free (old);
}

static guint32
append_different (Builder *self, const char *chunk, gsize length)
{
  guint32 start;

  memcpy (self->text + self->length, chunk, length);
  self->length += length;
  start = (guint32)self->length;
  g_array_append_val (self->starts, start);
  return self->starts->len - 2;
}

static gboolean
is_chunk (Builder *self, guint32 which, const char *chunk, gsize length)
{
  const guint32 *starts = (const guint32 *)(gconstpointer)self->starts->data;

  return starts[which + 1] - starts[which] == length
         && memcmp (self->text + starts[which], chunk, length) == 0;
}

static void
add (Builder *self, const char *chunk, gsize length, guint32 hash)
{
  guint32 which;

  if (length > LONGEST_CHUNK)
    which = append_different (self, chunk, length);
  else
    {
      guint32 at;

      hash ^= hash >> 15;
      at = hash & (self->n_slots - 1);
      while (self->slots[at].chunk != 0
             && (self->slots[at].hash != hash
                 || !is_chunk (self, self->slots[at].chunk - 1, chunk, length)))
        at = (at + 1) & (self->n_slots - 1);
      if (self->slots[at].chunk == 0)
        {
          self->slots[at] = (Slot){ hash, append_different (self, chunk, length) + 1 };
          self->n_taken++;
        }
      which = self->slots[at].chunk - 1;
      if (self->n_taken * 2 > self->n_slots)
        grow (self);
    }
  g_array_append_val (self->chunks, which);
}

/**
 * twf_repeats_new:
 * @text: bytes without NUL
 * @length: how many
 *
 * Cuts a text before blanks and new lines into chunks that are words with what touches them, and
 * finds those that come again: a language says most with few words. What stands on one side of
 * such a place has no say in where the words on the other side end (Unicode Standard Annex 29), so
 * that the words of @text are those of its chunks, put together.
 *
 * Returns: (transfer full): the chunks
 */
TwfRepeats *
twf_repeats_new (const char *text, gsize length)
{
  const guchar *bytes = (const guchar *)text;
  const guint32 zero = 0;
  Builder self = { .n_slots = FIRST_SLOTS };
  TwfRepeats *repeats = g_new (TwfRepeats, 1);
  gsize start = 0;
  guint32 hash = 2166136261u;

  self.slots = g_new0 (Slot, self.n_slots);
  self.starts = g_array_sized_new (FALSE, FALSE, sizeof (guint32), FIRST_SLOTS);
  self.chunks = g_array_sized_new (FALSE, FALSE, sizeof (guint32), (guint)(length / 8) + 1);
  self.text = g_malloc (length + 1);
  g_array_append_val (self.starts, zero);
  for (gsize at = 0; at < length; at++)
    {
      if ((bytes[at] == ' ' || bytes[at] == '\n') && at > start && can_cut (bytes + at, at))
        {
          add (&self, text + start, at - start, hash);
          start = at;
          hash = 2166136261u;
        }
      /* FNV-1a (Fowler, Noll, Vo; draft-eastlake-fnv). */
      hash = (hash ^ bytes[at]) * 16777619u;
    }
  if (length > start)
    add (&self, text + start, length - start, hash);
  self.text[self.length] = '\0';
  g_free (self.slots);
  repeats->text = self.text;
  repeats->n_different = self.starts->len - 1;
  repeats->starts = (guint32 *)(gpointer)g_array_free (self.starts, FALSE);
  repeats->n_chunks = self.chunks->len;
  repeats->chunks = (guint32 *)(gpointer)g_array_free (self.chunks, FALSE);
  return repeats;
}

/**
 * twf_repeats_free:
 * @self: (nullable): chunks
 *
 * Frees them.
 */
void
twf_repeats_free (TwfRepeats *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->starts);
  g_free (self->chunks);
  g_free (self);
}
