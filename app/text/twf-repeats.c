/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-repeats.h"

#include "twf-hash.h"

#include "twf-segments.h"

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
  guint32 *starts;
  guint32 n_different;
  guint32 most_different; /* for which there is room in @starts, beside the end */
  guint32 *chunks;
  guint32 n_chunks;
  guint32 most_chunks;
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

/**
 * twf_text_can_cut:
 * @text: a text
 * @at: a place in it, in bytes
 *
 * Returns: whether a word ends at @at such that neither side has a say in where the words of the
 *   other end (Unicode Standard Annex 29): before a blank or a new line
 */
gboolean
twf_text_can_cut (const char *text, gsize at)
{
  const guchar *bytes = (const guchar *)text;

  return at > 0 && (bytes[at] == ' ' || bytes[at] == '\n') && can_cut (bytes + at, at);
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
  if (self->n_different == self->most_different)
    {
      self->most_different *= 2;
      self->starts = g_renew (guint32, self->starts, self->most_different + 1);
    }
  memcpy (self->text + self->length, chunk, length);
  self->length += length;
  self->starts[++self->n_different] = (guint32)self->length;
  return self->n_different - 1;
}

static inline gboolean
is_chunk (const Builder *self, guint32 which, const char *chunk, gsize length)
{
  guint32 start = self->starts[which];

  return self->starts[which + 1] - start == length
         && memcmp (self->text + start, chunk, length) == 0;
}

static guint32
find_or_append (Builder *self, const char *chunk, gsize length)
{
  guint32 hash, at;

  if (length > LONGEST_CHUNK)
    return append_different (self, chunk, length);
  hash = twf_hash_bytes (chunk, length);
  at = hash & (self->n_slots - 1);
  while (self->slots[at].chunk != 0)
    {
      if (self->slots[at].hash == hash && is_chunk (self, self->slots[at].chunk - 1, chunk, length))
        return self->slots[at].chunk - 1;
      at = (at + 1) & (self->n_slots - 1);
    }
  self->slots[at] = (Slot){ hash, append_different (self, chunk, length) + 1 };
  if (++self->n_taken * 2 > self->n_slots)
    grow (self);
  return self->n_different - 1;
}

static void
add (Builder *self, const char *chunk, gsize length)
{
  if (self->n_chunks == self->most_chunks)
    {
      self->most_chunks *= 2;
      self->chunks = g_renew (guint32, self->chunks, self->most_chunks);
    }
  self->chunks[self->n_chunks++] = find_or_append (self, chunk, length);
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
  Builder self = { .n_slots = FIRST_SLOTS, .most_different = FIRST_SLOTS };
  TwfRepeats *repeats = g_new (TwfRepeats, 1);
  gsize start = 0;

  self.slots = g_new0 (Slot, self.n_slots);
  self.starts = g_new (guint32, self.most_different + 1);
  self.starts[0] = 0;
  self.most_chunks = (guint32)(length / 6) + 16;
  self.chunks = g_new (guint32, self.most_chunks);
  self.text = g_malloc (length + 1);
  for (gsize at = 1; at < length; at++)
    if ((bytes[at] == ' ' || bytes[at] == '\n') && can_cut (bytes + at, at))
      {
        add (&self, text + start, at - start);
        start = at;
      }
  if (length > start)
    add (&self, text + start, length - start);
  self.text[self.length] = '\0';
  g_free (self.slots);
  repeats->text = self.text;
  repeats->n_different = self.n_different;
  repeats->starts = self.starts;
  repeats->n_chunks = self.n_chunks;
  repeats->chunks = self.chunks;
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
