/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-provenance-private.h"

/* Words that came into a version and stood elsewhere, or formerly, before: whose are they? A
 * passage of its own weight is the same wherever it turns up; a word or two must turn up where they
 * stood, or be words that nobody else ever put in. */
enum
{
  MOST_CANDIDATES = 32, /* passages that one word is looked up in, the newest first */
  MOST_ROUNDS = 4,      /* what is found gives its neighbours a place */
  NEIGHBOUR_WEIGHT = 4, /* of words that stand beside what they stood beside */
  MOVED_WORDS = 3,      /* of a passage that went and came in the same version */
  MOVED_WEIGHT = 12,
  WHOLE_WORDS = 4, /* of a sentence, or a whole passage, that went long ago */
  LONG_WORDS = 8,  /* of a part of one */
  LONG_WEIGHT = 30,
  NEAR_WORDS = 3, /* within which words are of one passage */
};

/* Words that are looked for, and a passage that reads so. */
typedef struct
{
  const TwfLoss *loss;
  const TwfReading *source;
  guint from;  /* in the source */
  guint place; /* in the version */
  guint n;
  guint weight;
  guint neighbours; /* 0 to 2 */
} Candidate;

static guint
count_neighbours (const TwfFinding *self, const Candidate *candidate)
{
  const TwfReading *source = candidate->source;
  guint from = candidate->from, place = candidate->place;
  guint end = from + candidate->n, place_end = place + candidate->n;
  guint neighbours = 0;

  if (from == 0 || place == 0)
    neighbours += from == place;
  else
    neighbours += self->words[place - 1] == source->words[from - 1];
  if (end == source->n_words || place_end == self->tokens->n_words)
    neighbours += end == source->n_words && place_end == self->tokens->n_words;
  else
    neighbours += self->words[place_end] == source->words[end];
  return neighbours;
}

/* Whether a word was put in only once ever. */
static gboolean
is_rare (const TwfFinding *self, guint place)
{
  guint32 symbol = self->tokens->words[place];

  return symbol < self->provenance->counts->len
         && g_array_index (self->provenance->counts, guint32, symbol) == 1
         && twf_tokens_get_weight (self->tokens, place) >= NEIGHBOUR_WEIGHT;
}

static gboolean
has_rare_word (const TwfFinding *self, const Candidate *candidate)
{
  for (guint i = candidate->place; i < candidate->place + candidate->n; i++)
    if (is_rare (self, i))
      return TRUE;
  return FALSE;
}

/* Two words that were put in only once come anew by chance as well, but not from the same place. */
static gboolean
stood_near (const TwfFinding *self, const Candidate *candidate, guint place)
{
  const TwfReading *source = candidate->source;
  guint end = MIN (candidate->from + candidate->n + NEAR_WORDS, source->n_words);

  for (guint i = candidate->from - MIN (candidate->from, NEAR_WORDS); i < end; i++)
    if (source->symbols[i] == self->tokens->words[place])
      return TRUE;
  return FALSE;
}

static gboolean
comes_back (const TwfFinding *self, const Candidate *candidate, guint place)
{
  if (self->words[place] != TWF_NO_WORD)
    return !self->stayed[place];
  return is_rare (self, place) && stood_near (self, candidate, place);
}

/* Whether a word next to it comes back as well. */
static gboolean
is_with_others (const TwfFinding *self, const Candidate *candidate)
{
  guint behind = candidate->place + candidate->n;

  return (candidate->place > 0 && comes_back (self, candidate, candidate->place - 1))
         || (behind < self->tokens->n_words && comes_back (self, candidate, behind));
}

static gboolean
is_sentence (const TwfFinding *self, const Candidate *candidate)
{
  return (candidate->place == 0 || twf_tokens_break_after (self->tokens, candidate->place - 1))
         && twf_tokens_break_after (self->tokens, candidate->place + candidate->n - 1);
}

static gboolean
is_convincing (const TwfFinding *self, const Candidate *candidate)
{
  gboolean moved = candidate->loss->deleted_by == self->version;

  if (candidate->neighbours == 2
      || (candidate->neighbours == 1 && candidate->weight >= NEIGHBOUR_WEIGHT))
    return TRUE;
  if (moved && candidate->n >= MOVED_WORDS && candidate->weight >= MOVED_WEIGHT)
    return TRUE;
  if (candidate->n >= WHOLE_WORDS && candidate->weight >= MOVED_WEIGHT
      && (candidate->n >= candidate->loss->n || is_sentence (self, candidate)))
    return TRUE;
  if (candidate->n >= LONG_WORDS && candidate->weight >= LONG_WEIGHT)
    return TRUE;
  return (moved || candidate->n > 1 || is_with_others (self, candidate))
         && has_rare_word (self, candidate);
}

/* As far as both read alike, with words that are not in the version yet: what went later than the
 * passage may come back with it. */
static void
measure (const TwfFinding *self, Candidate *candidate, guint end)
{
  const TwfReading *source = candidate->source;

  while (candidate->place + candidate->n < end && candidate->from + candidate->n < source->n_words)
    {
      guint here = candidate->place + candidate->n;
      guint there = candidate->from + candidate->n;

      if (self->tokens->words[here] != source->symbols[there]
          || twf_finding_has (self, source->words[there]))
        break;
      candidate->weight += twf_tokens_get_weight (self->tokens, here);
      candidate->n++;
    }
  candidate->neighbours = candidate->n > 0 ? count_neighbours (self, candidate) : 0;
}

static guint
score (const Candidate *candidate)
{
  return candidate->weight + candidate->neighbours * 2 * NEIGHBOUR_WEIGHT;
}

/* Words that delegations brought and that were made a proposal are the proposal's: it names all who
 * ask for it. */
static gboolean
is_known_to (const TwfFinding *self, const TwfLoss *loss)
{
  if (loss->left_out && twf_provenance_get (self->provenance, self->version)->proposal)
    return FALSE;
  return twf_provenance_contains (self->provenance, self->version, loss->deleted_by);
}

/* The best passage for the words from @place up to @end that begins with @n_known of them. */
static gboolean
find_best (const TwfFinding *self,
           TwfLossIndex *losses,
           guint place,
           guint end,
           guint n_known,
           Candidate *best)
{
  const guint32 *symbols = self->tokens->words + place;
  const TwfLoss *loss;
  guint cursor = 0, at;
  guint looked = 0;

  best->n = 0;
  while (looked++ < MOST_CANDIDATES
         && (loss = twf_loss_index_next (losses, symbols, n_known, &cursor, &at)) != NULL)
    {
      Candidate candidate = { .loss = loss, .from = loss->start + at, .place = place };

      if (!is_known_to (self, loss))
        continue;
      candidate.source = twf_provenance_get (self->provenance, loss->version);
      measure (self, &candidate, end);
      if (candidate.n >= n_known && (best->n == 0 || score (&candidate) > score (best))
          && is_convincing (self, &candidate))
        *best = candidate;
    }
  return best->n > 0;
}

static void
take (TwfFinding *self, const Candidate *candidate)
{
  for (guint i = 0; i < candidate->n; i++)
    {
      guint32 word = candidate->source->words[candidate->from + i];

      self->words[candidate->place + i] = word;
      twf_finding_mark (self, word);
    }
}

static gboolean
fetch_once (TwfFinding *self, TwfLossIndex *losses)
{
  guint n_words = self->tokens->n_words;
  gboolean found = FALSE;
  guint end = 0;

  for (guint place = 0; place < n_words;)
    {
      Candidate best;

      if (self->words[place] != TWF_NO_WORD)
        {
          place++;
          continue;
        }
      for (end = MAX (end, place); end < n_words && self->words[end] == TWF_NO_WORD; end++)
        ;
      if (!(end - place > 1 && find_best (self, losses, place, end, 2, &best))
          && !find_best (self, losses, place, end, 1, &best))
        {
          place++;
          continue;
        }
      take (self, &best);
      place += best.n;
      found = TRUE;
    }
  return found;
}

/**
 * twf_finding_fetch:
 * @self: the words of a version, some not known yet
 * @losses: passages that stood elsewhere or formerly
 *
 * Gives words that are not known yet to those who put them in before, where a passage of @losses
 * says so convincingly: by its length, by its neighbours, or by a word that was put in only once.
 */
void
twf_finding_fetch (TwfFinding *self, TwfLossIndex *losses)
{
  for (guint i = 0; i < MOST_ROUNDS && fetch_once (self, losses); i++)
    ;
}
