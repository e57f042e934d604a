/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-provenance-private.h"

#include "twf-hash.h"

#include <string.h>

static void
free_version (gpointer data)
{
  TwfReading *version = data;

  g_free (version->text);
  if (!version->shares)
    {
      g_free ((gpointer)version->symbols);
      g_free ((gpointer)version->words);
    }
  g_array_unref (version->parents);
  g_free (version->contains);
  g_clear_pointer (&version->tokens, twf_tokens_free);
  g_free (version);
}

static void
clear_word (gpointer data)
{
  g_clear_pointer (&((TwfWord *)data)->same, g_array_unref);
}

/**
 * twf_provenance_new:
 * @language: (nullable): the language of the text
 *
 * Makes a graph of no versions. What it finds out goes back to F. Flöck, M. Acosta, "WikiWho:
 * precise and efficient attribution of authorship of revisioned content" (WWW 2014): a word is
 * what somebody put in once, and passages that come back, or come from elsewhere, bring their words
 * with them; here over histories that branch and join.
 *
 * Returns: (transfer full): the graph
 */
TwfProvenance *
twf_provenance_new (const char *language)
{
  TwfProvenance *self = g_new0 (TwfProvenance, 1);

  self->language = g_strdup (language);
  self->lexicon = twf_word_table_new ();
  self->keys = g_string_chunk_new (256);
  self->versions = g_ptr_array_new_with_free_func (free_version);
  self->words = g_array_new (FALSE, FALSE, sizeof (TwfWord));
  g_array_set_clear_func (self->words, clear_word);
  self->counts = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->marks = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->losses = twf_loss_index_new ();
  self->texts = g_hash_table_new (NULL, NULL);
  return self;
}

/**
 * twf_provenance_free:
 * @self: (transfer full): a graph
 */
void
twf_provenance_free (TwfProvenance *self)
{
  g_free (self->language);
  twf_word_table_free (self->lexicon);
  g_string_chunk_free (self->keys);
  g_ptr_array_unref (self->versions);
  g_array_unref (self->words);
  g_array_unref (self->counts);
  g_array_unref (self->marks);
  twf_loss_index_free (self->losses);
  g_hash_table_unref (self->texts);
  g_free (self);
}

/**
 * twf_provenance_get:
 * @self: a graph
 * @version: which version
 *
 * Returns: (transfer none): what is known of it
 */
TwfReading *
twf_provenance_get (TwfProvenance *self, guint version)
{
  return g_ptr_array_index (self->versions, version);
}

/**
 * twf_provenance_get_word:
 * @self: a graph
 * @word: which word
 *
 * Returns: (transfer none): the word; until the next one is put in
 */
const TwfWord *
twf_provenance_get_word (TwfProvenance *self, guint32 word)
{
  return &g_array_index (self->words, TwfWord, word);
}

/**
 * twf_provenance_get_n_versions:
 * @self: a graph
 *
 * Returns: how many versions it has
 */
guint
twf_provenance_get_n_versions (TwfProvenance *self)
{
  return self->versions->len;
}

/**
 * twf_provenance_get_text:
 * @self: a graph
 * @version: one of its versions
 *
 * Returns: (transfer none): how it reads; for as long as @self is there
 */
const char *
twf_provenance_get_text (TwfProvenance *self, guint version)
{
  g_return_val_if_fail (version < self->versions->len, NULL);

  return twf_provenance_get (self, version)->text;
}

static gboolean
has_bit (const guint64 *bits, guint at)
{
  return (bits[at / 64] >> (at % 64) & 1) != 0;
}

/**
 * twf_provenance_contains:
 * @self: a graph
 * @version: a version
 * @earlier: another
 *
 * Returns: whether @version was made from @earlier, directly or not, or is the same
 */
gboolean
twf_provenance_contains (TwfProvenance *self, guint version, guint earlier)
{
  const TwfReading *entry = twf_provenance_get (self, version);

  if (earlier > version)
    return FALSE;
  return earlier >= entry->since || (entry->contains != NULL && has_bit (entry->contains, earlier));
}

/* Histories are lines nearly everywhere: a version that was made from the one added before it
 * contains a whole stretch, and only what lies before that needs a bit each. */
static void
note_contained (TwfProvenance *self, TwfReading *entry, guint version)
{
  entry->since = version;
  for (guint i = 0; i < entry->parents->len; i++)
    if (g_array_index (entry->parents, guint, i) + 1 == version)
      entry->since = twf_provenance_get (self, version - 1)->since;
  if (entry->since == 0)
    return;
  entry->contains = g_new0 (guint64, entry->since / 64 + 1);
  for (guint i = 0; i < entry->parents->len; i++)
    {
      guint parent = g_array_index (entry->parents, guint, i);
      const TwfReading *other = twf_provenance_get (self, parent);

      for (guint j = 0; other->contains != NULL && j <= MIN (other->since, entry->since) / 64; j++)
        entry->contains[j] |= other->contains[j];
      for (guint j = other->since; j <= parent && j < entry->since; j++)
        entry->contains[j / 64] |= G_GUINT64_CONSTANT (1) << (j % 64);
    }
}

static guint32
put_in (TwfProvenance *self, guint32 symbol, guint origin)
{
  TwfWord word = { symbol, origin, NULL };

  g_array_append_val (self->words, word);
  g_array_set_size (self->marks, self->words->len);
  if (symbol >= self->counts->len)
    g_array_set_size (self->counts, MAX (symbol + 1, twf_word_table_get_size (self->lexicon)));
  g_array_index (self->counts, guint32, symbol)++;
  return self->words->len - 1;
}

static gboolean
joins (TwfProvenance *self, guint32 word, guint32 other)
{
  const GArray *same = twf_provenance_get_word (self, word)->same;

  for (guint i = 0; same != NULL && i < same->len; i++)
    if (g_array_index (same, guint32, i) == other)
      return TRUE;
  return FALSE;
}

static void
add_same (TwfProvenance *self, GArray *same, guint32 word)
{
  const GArray *more = twf_provenance_get_word (self, word)->same;

  if (more != NULL)
    g_array_append_vals (same, more->data, more->len);
  else
    g_array_append_val (same, word);
}

/* Two sides put in the same word, neither knowing of the other: it is both's from here on. */
static guint32
join (TwfProvenance *self, guint32 one, guint32 other)
{
  const TwfWord *first = twf_provenance_get_word (self, one);
  TwfWord word = { first->symbol, first->origin, g_array_new (FALSE, FALSE, sizeof (guint32)) };

  add_same (self, word.same, one);
  add_same (self, word.same, other);
  g_array_append_val (self->words, word);
  g_array_set_size (self->marks, self->words->len);
  /* Nobody else put it in. */
  g_array_index (self->counts, guint32, word.symbol)--;
  return self->words->len - 1;
}

/* What two parents say of a word. The first who put it in has it; where the parents' sides did so
 * independently, both do. */
static guint32
settle (TwfProvenance *self, guint32 one, guint32 other)
{
  guint first = twf_provenance_get_word (self, one)->origin;
  guint second = twf_provenance_get_word (self, other)->origin;

  if (joins (self, one, other))
    return one;
  if (joins (self, other, one))
    return other;
  if (first > second || (first == second && one > other))
    return settle (self, other, one);
  return twf_provenance_contains (self, second, first) ? one : join (self, one, other);
}

/* Lays what one parent says over what those before it said. A word in its place is surer than one
 * that seems to have moved. */
static void
lay_over (TwfFinding *self, const TwfFinding *parent)
{
  for (guint i = 0; i < self->tokens->n_words; i++)
    {
      guint32 word = parent->words[i];

      if (word == TWF_NO_WORD)
        continue;
      if (self->words[i] == TWF_NO_WORD || (parent->stayed[i] && !self->stayed[i]))
        self->words[i] = word;
      else if (self->words[i] != word && parent->stayed[i] == self->stayed[i])
        self->words[i] = settle (self->provenance, self->words[i], word);
      self->stayed[i] |= parent->stayed[i];
    }
}

/* The words that stand in a version: set of guint32. */
static GHashTable *
list_standing (TwfProvenance *self, guint version)
{
  const TwfReading *entry = twf_provenance_get (self, version);
  GHashTable *standing = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < entry->n_words; i++)
    {
      const GArray *same = twf_provenance_get_word (self, entry->words[i])->same;

      g_hash_table_add (standing, GUINT_TO_POINTER (entry->words[i]));
      for (guint j = 0; same != NULL && j < same->len; j++)
        g_hash_table_add (standing, GUINT_TO_POINTER (g_array_index (same, guint32, j)));
    }
  return standing;
}

/* A word that went where several versions meet may have gone on one side's way there. @standing:
 * what stands in each parent. */
static gboolean
went_on_a_side (TwfFinding *self, GPtrArray *standing, guint32 word)
{
  const TwfReading *entry = twf_provenance_get (self->provenance, self->version);
  guint origin = twf_provenance_get_word (self->provenance, word)->origin;

  for (guint i = 0; i < standing->len; i++)
    if (!g_hash_table_contains (standing->pdata[i], GUINT_TO_POINTER (word))
        && twf_provenance_contains (
            self->provenance, g_array_index (entry->parents, guint, i), origin))
      return TRUE;
  return FALSE;
}

/* Whether a word that went where several versions meet was known to one of them only: it was not
 * taken over. */
static gboolean
is_left_out (TwfFinding *self, guint32 word)
{
  const TwfReading *entry = twf_provenance_get (self->provenance, self->version);
  guint origin = twf_provenance_get_word (self->provenance, word)->origin;

  for (guint i = 0; i < entry->parents->len; i++)
    if (!twf_provenance_contains (
            self->provenance, g_array_index (entry->parents, guint, i), origin))
      return TRUE;
  return FALSE;
}

static gboolean
goes (TwfFinding *self, guint32 word, GPtrArray *standing)
{
  return !twf_finding_has (self, word) && !went_on_a_side (self, standing, word);
}

static void
note_losses_of (TwfFinding *self, guint parent, GPtrArray *standing)
{
  TwfProvenance *provenance = self->provenance;
  const TwfReading *former = twf_provenance_get (provenance, parent);
  guint end;

  for (guint from = 0; from < former->n_words; from = end)
    {
      TwfLoss loss = { parent, from, 0, self->version };

      end = from + 1;
      if (!goes (self, former->words[from], standing))
        continue;
      loss.left_out = is_left_out (self, former->words[from]);
      while (end < former->n_words && goes (self, former->words[end], standing)
             && is_left_out (self, former->words[end]) == loss.left_out)
        end++;
      loss.n = end - from;
      twf_loss_index_add (provenance->losses, &loss, former->symbols + from);
    }
}

static gboolean
is_repeated (TwfProvenance *self, const TwfReading *entry, guint nth)
{
  const TwfReading *parent = twf_provenance_get (self, g_array_index (entry->parents, guint, nth));

  for (guint i = 0; i < nth; i++)
    if (twf_provenance_get (self, g_array_index (entry->parents, guint, i))->words == parent->words)
      return TRUE;
  return FALSE;
}

static void
note_losses (TwfFinding *self, const TwfReading *entry)
{
  g_autoptr (GPtrArray) standing
      = g_ptr_array_new_with_free_func ((GDestroyNotify)g_hash_table_unref);

  for (guint i = 0; entry->parents->len > 1 && i < entry->parents->len; i++)
    g_ptr_array_add (standing,
                     list_standing (self->provenance, g_array_index (entry->parents, guint, i)));
  for (guint i = 0; i < entry->parents->len; i++)
    if (!is_repeated (self->provenance, entry, i))
      note_losses_of (self, g_array_index (entry->parents, guint, i), standing);
}

static void
mark_all (TwfFinding *self, const guint32 *words)
{
  for (guint i = 0; i < self->tokens->n_words; i++)
    if (words[i] != TWF_NO_WORD)
      twf_finding_mark (self, words[i]);
}

/* Asks each parent, and marks what any of them has in the version: even where another's word was
 * preferred, it did not go. */
static void
ask_parents (TwfFinding *self, const TwfReading *entry)
{
  g_autofree TwfFinding *sides = g_new0 (TwfFinding, entry->parents->len + 1);

  for (guint i = 0; i < entry->parents->len; i++)
    {
      if (is_repeated (self->provenance, entry, i))
        continue;
      twf_finding_init (&sides[i], self->provenance, self->version);
      twf_finding_take_from_parent (&sides[i], g_array_index (entry->parents, guint, i));
      lay_over (self, &sides[i]);
    }
  self->mark = ++self->provenance->mark;
  for (guint i = 0; i < entry->parents->len; i++)
    {
      if (sides[i].words != NULL)
        mark_all (self, sides[i].words);
      twf_finding_clear (&sides[i]);
    }
  mark_all (self, self->words);
}

static void
find_words (TwfFinding *self, TwfReading *entry)
{
  TwfProvenance *provenance = self->provenance;

  if (entry->parents->len == 1)
    twf_finding_take_from_parent (self, g_array_index (entry->parents, guint, 0));
  else
    ask_parents (self, entry);
  twf_finding_fetch (self, provenance->losses);
  for (guint i = 0; i < self->tokens->n_words; i++)
    if (self->words[i] == TWF_NO_WORD)
      self->words[i] = put_in (provenance, self->tokens->words[i], self->version);
}

static void
share (TwfReading *entry, const TwfReading *other)
{
  entry->symbols = other->symbols;
  entry->words = other->words;
  entry->n_words = other->n_words;
  entry->shares = TRUE;
}

/* The newest version among those that @version was made from which reads the same. */
static const TwfReading *
find_equal (TwfProvenance *self, const TwfReading *entry, guint version)
{
  const TwfReading *parent;

  if (entry->parents->len != 1)
    return NULL;
  parent = twf_provenance_get (self, g_array_index (entry->parents, guint, 0));
  if (strcmp (parent->text, entry->text) == 0)
    return parent;
  if (entry->proposal)
    return NULL;
  for (guint i = entry->alike; i > 0; i = twf_provenance_get (self, i - 1)->alike)
    if (strcmp (twf_provenance_get (self, i - 1)->text, entry->text) == 0
        && twf_provenance_contains (self, version, i - 1))
      return twf_provenance_get (self, i - 1);
  return NULL;
}

static void
find_out (TwfProvenance *self, TwfReading *entry, guint version)
{
  const TwfReading *equal = find_equal (self, entry, version);
  TwfFinding finding = { 0 };

  if (equal != NULL
      && equal->words == twf_provenance_get (self, g_array_index (entry->parents, guint, 0))->words)
    {
      share (entry, equal);
      return;
    }
  twf_finding_init (&finding, self, version);
  if (equal != NULL)
    {
      share (entry, equal);
      mark_all (&finding, equal->words);
    }
  else
    {
      find_words (&finding, entry);
      mark_all (&finding, finding.words);
      entry->n_words = finding.tokens->n_words;
      entry->symbols = g_memdup2 (finding.tokens->words, entry->n_words * sizeof (guint32));
      entry->words = g_steal_pointer (&finding.words);
    }
  note_losses (&finding, entry);
  twf_finding_clear (&finding);
}

static guint
add_version (TwfProvenance *self,
             const char *text,
             const guint *parents,
             guint n_parents,
             gboolean proposal)
{
  guint version = self->versions->len;
  TwfReading *entry = g_new0 (TwfReading, 1);
  gpointer hash;

  entry->text = g_strdup (text != NULL ? text : "");
  entry->parents = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n_parents; i++)
    {
      gboolean known = parents[i] >= version;

      g_warn_if_fail (parents[i] < version);
      for (guint j = 0; j < i; j++)
        known |= parents[j] == parents[i];
      if (!known)
        g_array_append_val (entry->parents, parents[i]);
    }
  g_ptr_array_add (self->versions, entry);
  entry->proposal = proposal;
  note_contained (self, entry, version);
  hash = GUINT_TO_POINTER (twf_hash_bytes (entry->text, strlen (entry->text)));
  entry->alike = GPOINTER_TO_UINT (g_hash_table_lookup (self->texts, hash));
  g_hash_table_insert (self->texts, hash, GUINT_TO_POINTER (version + 1));
  find_out (self, entry, version);
  return version;
}

/**
 * twf_provenance_add:
 * @self: a graph
 * @text: (nullable): how a version reads; %NULL: it is not there, or empty
 * @parents: (array length=n_parents): the versions it was made from, added before
 * @n_parents: how many
 *
 * Adds a version and finds out whose its words are. A word that stands in a parent stays whose it
 * is there, also if it moved; where parents disagree, it is the earlier one's, and both's if they
 * put it in independently. A passage that a version before it had, and its parents have no longer,
 * comes back as whose it was. What remains is new with this version. Words that come from a
 * proposal are the proposal's if its wording is given as a further parent
 * (twf_provenance_add_proposal()).
 *
 * Returns: the version's number: from 0, in the order in which they are added
 */
guint
twf_provenance_add (TwfProvenance *self, const char *text, const guint *parents, guint n_parents)
{
  return add_version (self, text, parents, n_parents, FALSE);
}

/**
 * twf_provenance_add_proposal:
 * @self: a graph
 * @text: (nullable): how the text reads as somebody proposes it
 * @parents: (array length=n_parents): the versions it is proposed for, added before
 * @n_parents: how many
 *
 * Adds the wording of a proposal, as twf_provenance_add() adds a version; but what others brought
 * to the same end on lines of their own is the proposal's, which may have several owners.
 *
 * Returns: its number among the versions
 */
guint
twf_provenance_add_proposal (TwfProvenance *self,
                             const char *text,
                             const guint *parents,
                             guint n_parents)
{
  return add_version (self, text, parents, n_parents, TRUE);
}
