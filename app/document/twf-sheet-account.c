/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-sheet-account.h"

#include "twf-account-words.h"
#include "twf-comparison-words.h"
#include "twf-sheet-words.h"

#include "twf-bidi.h"
#include "twf-language.h"

/* Signs of a revision's id that people are shown. */
#define SHORT_ID 10

typedef struct
{
  const TwfAccount *account; /* borrowed */
  const char *language;
  GPtrArray *blocks;
} Sheet;

static TwfBlock *
add_block (Sheet *self, TwfBlockKind kind, const char *label, const char *text)
{
  return twf_sheet_add (self->blocks, kind, label, text, self->language);
}

static char *
dup_moment (gint64 when, int offset_minutes)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (offset_minutes * 60);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (when);
  g_autoptr (GDateTime) moment = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  return moment != NULL ? g_date_time_format (moment, "%Y-%m-%d %H:%M %:z") : g_strdup ("-");
}

static void
add_end (Sheet *self, TwfAccountWord word, const TwfAccountEnd *end)
{
  g_autofree char *name = twf_text_isolate (end->symbol != NULL ? end->symbol : end->name);
  g_autofree char *moment = dup_moment (end->when, end->offset_minutes);
  g_autofree char *spelled_moment = twf_text_isolate (moment);
  g_autofree char *ids = g_strdup_printf ("%s / %s", end->revision, end->tree);
  g_autofree char *spelled_ids = twf_text_isolate (ids);
  g_autofree char *line
      = g_strdup_printf ("%s%s%s · %s · %s %s",
                         twf_account_word (word, self->language),
                         twf_sheet_word (TWF_WORD_COLON, self->language),
                         name,
                         spelled_moment,
                         twf_account_word (TWF_ACCOUNT_WORD_REVISION, self->language),
                         spelled_ids);

  add_block (self, TWF_BLOCK_NOTE, "", line);
}

static void
append_count (GString *line, const Sheet *self, const char *word, guint count)
{
  g_string_append_printf (line,
                          "%s%s%s%u",
                          line->len > 0 ? " · " : "",
                          word,
                          twf_sheet_word (TWF_WORD_COLON, self->language),
                          count);
}

static void
add_counts (Sheet *self)
{
  const TwfAccountCounts *counts = &self->account->counts;
  const char *language = self->language;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GString) verdict = g_string_new (NULL);

  append_count (
      line, self, twf_compared_word (TWF_COMPARED_WORDS_INSERTED, language), counts->inserted);
  append_count (
      line, self, twf_compared_word (TWF_COMPARED_WORDS_DELETED, language), counts->deleted);
  append_count (
      line, self, twf_account_word (TWF_ACCOUNT_WORD_WORDS_MOVED, language), counts->moved);
  append_count (line, self, twf_compared_word (TWF_COMPARED_N_ADDED, language), counts->added);
  append_count (line, self, twf_compared_word (TWF_COMPARED_N_REMOVED, language), counts->removed);
  append_count (line, self, twf_compared_word (TWF_COMPARED_N_MOVED, language), counts->rearranged);
  append_count (line, self, twf_account_word (TWF_ACCOUNT_WORD_N_FIELDS, language), counts->fields);
  append_count (verdict,
                self,
                twf_account_word (TWF_ACCOUNT_WORD_UNACCOUNTED, language),
                counts->unaccounted);
  add_block (self, TWF_BLOCK_NOTE, "", line->str);
  add_block (self, TWF_BLOCK_HEADING, "", verdict->str);
}

static void
append_run (GPtrArray *runs, TwfRunKind kind, const char *text, guint move)
{
  TwfRun *run = g_new0 (TwfRun, 1);

  run->kind = kind;
  run->text = g_strdup (text);
  run->move = move;
  g_ptr_array_add (runs, run);
}

static void
append_deed (GPtrArray *runs, const TwfDeed *deed)
{
  static const TwfRunKind kinds[] = {
    [TWF_DEED_KEPT] = TWF_RUN_EQUAL,          [TWF_DEED_DELETED] = TWF_RUN_DELETED,
    [TWF_DEED_INSERTED] = TWF_RUN_INSERTED,   [TWF_DEED_MOVED_AWAY] = TWF_RUN_DELETED,
    [TWF_DEED_MOVED_HERE] = TWF_RUN_INSERTED,
  };

  if (deed->kind <= TWF_DEED_MOVED_HERE)
    append_run (runs,
                kinds[deed->kind],
                deed->text,
                deed->kind == TWF_DEED_MOVED_AWAY || deed->kind == TWF_DEED_MOVED_HERE);
  if (deed->was != NULL)
    append_run (runs, TWF_RUN_DELETED, deed->was, 0);
  if (deed->was != NULL && deed->text != NULL)
    append_run (runs, TWF_RUN_EQUAL, " ", 0);
  if (deed->kind == TWF_DEED_FIELD && deed->text != NULL)
    append_run (runs, TWF_RUN_INSERTED, deed->text, 0);
}

static GPtrArray *
new_runs (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)twf_run_free);
}

/* "EG" */
static char *
dup_who (const Sheet *self, const TwfDeed *deed)
{
  GString *who = g_string_new (NULL);

  for (guint i = 0; i < deed->doers->len; i++)
    {
      const TwfDoer *doer = deed->doers->pdata[i];
      g_autofree char *codes = g_strjoinv (", ", doer->owners);

      g_string_append_printf (who,
                              "%s%s",
                              i > 0 ? " + " : "",
                              *codes != '\0' ? codes
                              : doer->is_facilitator
                                  ? twf_account_word (TWF_ACCOUNT_WORD_FACILITATOR, self->language)
                                  : doer->author);
    }
  return g_string_free (who, FALSE);
}

/* " · proposal abc · 2026-11-24 05:10 +00:00 · 8cbae7a229" */
static void
append_circumstances (const Sheet *self, GPtrArray *runs, const TwfDeed *deed)
{
  for (guint i = 0; i < deed->doers->len; i++)
    {
      const TwfDoer *doer = deed->doers->pdata[i];
      g_autofree char *moment = dup_moment (doer->when, 0);
      g_autofree char *isolated = twf_text_isolate (moment);
      g_autofree char *line = g_strdup_printf ("%s%s · %s · %.*s",
                                               runs->len > 0 ? " · " : "",
                                               doer->mandate != NULL ? doer->mandate : "-",
                                               isolated,
                                               SHORT_ID,
                                               doer->revision);

      append_run (runs, TWF_RUN_EQUAL, line, 0);
    }
}

static gboolean
has_same_doers (const TwfDeed *one, const TwfDeed *other)
{
  if (one->doers->len != other->doers->len)
    return FALSE;
  for (guint i = 0; i < one->doers->len; i++)
    if (one->doers->pdata[i] != other->doers->pdata[i])
      return FALSE;
  return TRUE;
}

/* A line for what the same did beside each other. */
static void
add_doers (Sheet *self, const TwfAccountItem *item, gboolean only_unowned)
{
  const TwfDeed *before = NULL;
  GPtrArray *runs = NULL;

  for (guint i = 0; i < item->deeds->len; i++)
    {
      const TwfDeed *deed = item->deeds->pdata[i];
      g_autofree char *who = NULL;

      if (deed->kind == TWF_DEED_KEPT || (only_unowned && twf_deed_is_owned (deed)))
        continue;
      if (before == NULL || !has_same_doers (before, deed))
        {
          if (before != NULL)
            append_circumstances (self, runs, before);
          who = dup_who (self, deed);
          runs = new_runs ();
          add_block (self, TWF_BLOCK_DETAIL, who, "")->runs = runs;
        }
      else
        append_run (runs, TWF_RUN_EQUAL, " ", 0);
      append_deed (runs, deed);
      before = deed;
    }
  if (before != NULL)
    append_circumstances (self, runs, before);
}

/* Numbers are in the plan's language: those of another direction are set apart. */
static char *
dup_label (const Sheet *self, const char *number)
{
  const char *language = self->account->language;

  if (language == NULL || *number == '\0'
      || twf_language_get_direction (language) == twf_language_get_direction (self->language))
    return g_strdup (number);
  return twf_text_isolate (number);
}

static const char *
get_number (const TwfAccountItem *item)
{
  if (item->numbers[1] != NULL)
    return item->numbers[1];
  return item->numbers[0] != NULL ? item->numbers[0] : "";
}

static void
add_whole (Sheet *self, const TwfAccountItem *item, const TwfDeed *deed)
{
  const char *place = item->delegation != NULL     ? item->delegation
                      : *get_number (item) != '\0' ? get_number (item)
                                                   : item->id;
  g_autofree char *isolated = place != NULL ? twf_text_isolate (place) : g_strdup ("");
  const char *word
      = item->field != NULL              ? item->field
        : deed->kind == TWF_DEED_ADDED   ? twf_compared_word (TWF_COMPARED_ADDED, self->language)
        : deed->kind == TWF_DEED_REMOVED ? twf_compared_word (TWF_COMPARED_REMOVED, self->language)
                                         : twf_compared_word (TWF_COMPARED_MOVED, self->language);
  g_autofree char *line = g_strjoin (" ", isolated, word, NULL);

  add_block (self, TWF_BLOCK_NOTE, "", line);
}

static void
add_item (Sheet *self, const TwfAccountItem *item, gboolean only_unowned)
{
  if (item->language != NULL)
    {
      g_autofree char *label = item->part == TWF_PART_BODY
                                   ? dup_label (self, get_number (item))
                                   : g_strdup (twf_part_get_title (item->part, self->language));
      TwfBlock *block
          = twf_sheet_add (self->blocks, TWF_BLOCK_PROVISION, label, "", item->language);

      block->id = g_strdup_printf ("%s%s-%s-%s",
                                   only_unowned ? "nobody-" : "",
                                   item->id != NULL ? item->id : "title",
                                   twf_part_get_name (item->part),
                                   item->language);
      block->runs = new_runs ();
      for (guint i = 0; i < item->deeds->len; i++)
        append_deed (block->runs, item->deeds->pdata[i]);
    }
  else if (item->deeds->len > 0)
    add_whole (self, item, item->deeds->pdata[0]);
  add_doers (self, item, only_unowned);
}

static gboolean
is_owned (const TwfAccountItem *item)
{
  for (guint i = 0; i < item->deeds->len; i++)
    if (twf_deed_counts (item->deeds->pdata[i]) && !twf_deed_is_owned (item->deeds->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
add_unaccounted (Sheet *self)
{
  if (self->account->counts.unaccounted == 0)
    return;
  add_block (
      self, TWF_BLOCK_SECTION, "", twf_account_word (TWF_ACCOUNT_WORD_UNACCOUNTED, self->language));
  for (guint i = 0; i < self->account->items->len; i++)
    if (!is_owned (self->account->items->pdata[i]))
      add_item (self, self->account->items->pdata[i], TRUE);
}

static void
add_changes (Sheet *self)
{
  int section = -1;

  add_block (
      self, TWF_BLOCK_SECTION, "", twf_account_word (TWF_ACCOUNT_WORD_CHANGES, self->language));
  for (guint i = 0; i < self->account->items->len; i++)
    {
      const TwfAccountItem *item = self->account->items->pdata[i];

      if (item->id != NULL && (int)item->section != section)
        {
          section = (int)item->section;
          add_block (
              self, TWF_BLOCK_SECTION, "", twf_section_get_title (item->section, self->language));
        }
      add_item (self, item, FALSE);
    }
  if (self->account->items->len == 0)
    add_block (self, TWF_BLOCK_NOTE, "", twf_compared_word (TWF_COMPARED_NOTHING, self->language));
}

static void
add_digest (Sheet *self)
{
  const TwfAccountEnd *ends = self->account->ends;
  g_autofree char *former = g_shell_quote (ends[0].name);
  g_autofree char *latter = g_shell_quote (ends[1].name);
  g_autofree char *command
      = g_strdup_printf ("twf account PLAN %s %s --record | sha256sum", former, latter);
  g_autofree char *isolated = twf_text_isolate (command);
  g_autofree char *digest = g_strconcat (twf_account_word (TWF_ACCOUNT_WORD_DIGEST, self->language),
                                         twf_sheet_word (TWF_WORD_COLON, self->language),
                                         self->account->digest,
                                         NULL);
  g_autofree char *again = g_strconcat (twf_account_word (TWF_ACCOUNT_WORD_AGAIN, self->language),
                                        twf_sheet_word (TWF_WORD_COLON, self->language),
                                        isolated,
                                        NULL);

  add_block (self, TWF_BLOCK_NOTE, "", digest);
  add_block (self, TWF_BLOCK_NOTE, "", again);
}

/**
 * twf_sheet_new_of_account:
 * @account: an account
 * @language: of the document's own words
 *
 * Returns: (transfer full) (element-type TwfBlock): the certificate: the two revisions, how much
 *   changed, what nobody answers for, every change with who made it, the table of origins, and the
 *   digest
 */
GPtrArray *
twf_sheet_new_of_account (const TwfAccount *account, const char *language)
{
  Sheet self = { account, language, twf_sheet_new_empty () };

  add_block (&self, TWF_BLOCK_TITLE, "", twf_account_word (TWF_ACCOUNT_WORD_TITLE, language));
  add_end (&self, TWF_ACCOUNT_WORD_FROM, &account->ends[0]);
  add_end (&self, TWF_ACCOUNT_WORD_TO, &account->ends[1]);
  add_counts (&self);
  add_digest (&self);
  add_unaccounted (&self);
  add_changes (&self);
  add_block (&self, TWF_BLOCK_SECTION, "", twf_account_word (TWF_ACCOUNT_WORD_ORIGINS, language));
  twf_sheet_add_origins (self.blocks, account, language);
  return self.blocks;
}
