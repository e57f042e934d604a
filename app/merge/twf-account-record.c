/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-account.h"

static const char *const kinds[] = {
  [TWF_DEED_KEPT] = "kept",
  [TWF_DEED_DELETED] = "deleted",
  [TWF_DEED_INSERTED] = "inserted",
  [TWF_DEED_MOVED_AWAY] = "moved-away",
  [TWF_DEED_MOVED_HERE] = "moved-here",
  [TWF_DEED_ADDED] = "added",
  [TWF_DEED_REMOVED] = "removed",
  [TWF_DEED_MOVED] = "moved",
  [TWF_DEED_FIELD] = "field",
};

/**
 * twf_deed_kind_get_name:
 * @kind: what was done
 *
 * Returns: its name, for machines
 */
const char *
twf_deed_kind_get_name (TwfDeedKind kind)
{
  return kinds[kind];
}

/* One cell of a line: without line breaks and tabs. */
static void
append_cell (GString *record, const char *value)
{
  g_string_append_c (record, '\t');
  for (const char *at = value != NULL ? value : ""; *at != '\0'; at++)
    switch (*at)
      {
      case '\n':
        g_string_append (record, "\\n");
        break;
      case '\t':
        g_string_append (record, "\\t");
        break;
      case '\r':
        g_string_append (record, "\\r");
        break;
      case '\\':
        g_string_append (record, "\\\\");
        break;
      default:
        g_string_append_c (record, *at);
      }
}

static void
append_end (GString *record, const char *word, const TwfAccountEnd *end)
{
  g_string_append (record, word);
  append_cell (record, end->revision);
  append_cell (record, end->tree);
  append_cell (record, end->symbol);
  append_cell (record, end->tag);
  g_string_append_c (record, '\n');
}

static void
append_doers (GString *record, const TwfDeed *deed)
{
  for (guint i = 0; i < deed->doers->len; i++)
    {
      const TwfDoer *doer = deed->doers->pdata[i];
      g_autofree char *owners = g_strjoinv (",", doer->owners);

      g_string_append (record, "by");
      append_cell (record, doer->revision);
      append_cell (record, doer->is_owned ? "owned" : "unaccounted");
      append_cell (record, *owners != '\0' ? owners : doer->is_facilitator ? "facilitator" : NULL);
      append_cell (record, doer->mandate);
      append_cell (record, doer->proposal);
      g_string_append_c (record, '\n');
    }
}

static void
append_deed (GString *record, const TwfAccountItem *item, const TwfDeed *deed)
{
  g_string_append (record, kinds[deed->kind]);
  append_cell (record,
               item->id != NULL           ? item->id
               : item->delegation != NULL ? item->delegation
                                          : "plan");
  append_cell (record, item->field != NULL ? item->field : twf_part_get_name (item->part));
  append_cell (record, item->language);
  if (deed->kind == TWF_DEED_FIELD)
    append_cell (record, deed->was);
  append_cell (record, deed->text);
  g_string_append_c (record, '\n');
  append_doers (record, deed);
}

/**
 * twf_account_dup_record:
 * @self: an account that is counted
 *
 * Writes what is signed: lines of cells with tabs between them. First the two revisions with what
 * git calls their trees, then each deed and, behind it, a line "by" for each revision that did it,
 * then how many nobody answers for. It depends on the history alone, not on language, time or
 * place: whoever has the plan can make the same bytes again.
 *
 * Returns: (transfer full): UTF-8
 */
char *
twf_account_dup_record (const TwfAccount *self)
{
  GString *record = g_string_new ("account\t1\n");

  append_end (record, "from", &self->ends[0]);
  append_end (record, "to", &self->ends[1]);
  for (guint i = 0; i < self->items->len; i++)
    {
      const TwfAccountItem *item = self->items->pdata[i];

      for (guint j = 0; j < item->deeds->len; j++)
        {
          const TwfDeed *deed = item->deeds->pdata[j];

          if (deed->kind != TWF_DEED_KEPT)
            append_deed (record, item, deed);
        }
    }
  g_string_append_printf (record, "unaccounted\t%u\n", self->counts.unaccounted);
  return g_string_free (record, FALSE);
}
