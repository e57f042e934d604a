/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-procedure.h"

#include "twf-admit.h"
#include "twf-blob-id.h"
#include "twf-id.h"

#include <string.h>

/* The one spelling of a moment: 2026-11-23T16:40:05Z. */
#define MOMENT_FORMAT "%Y-%m-%dT%H:%M:%SZ"
#define MOMENT_LENGTH 20
#define SEPARATOR ", "

static const char *const kind_names[TWF_N_PROCEDURE_KINDS] = {
  [TWF_PROCEDURE_SILENCE] = "silence", [TWF_PROCEDURE_BREAK] = "break",
  [TWF_PROCEDURE_LIFT] = "lift",       [TWF_PROCEDURE_READING] = "reading",
  [TWF_PROCEDURE_CLOSE] = "close",
};

static char *
dup_moment (gint64 when)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (when);
  char *spelled = moment != NULL ? g_date_time_format (moment, MOMENT_FORMAT) : NULL;

  return spelled != NULL ? spelled : g_strdup ("1970-01-01T00:00:00Z");
}

static gboolean
read_moment (const char *word, gint64 *when)
{
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *again = NULL;

  if (strlen (word) != MOMENT_LENGTH)
    return FALSE;
  moment = g_date_time_new_from_iso8601 (word, NULL);
  if (moment == NULL)
    return FALSE;
  *when = g_date_time_to_unix (moment);
  again = dup_moment (*when);
  return g_str_equal (again, word);
}

static gboolean
is_number (const char *word)
{
  return *word >= '1' && *word <= '9' && strlen (word) <= 4
         && strspn (word, "0123456789") == strlen (word);
}

/* The next word of what is left; NULL: there is none. */
static char *
take_word (const char **rest)
{
  const char *space = strchr (*rest, ' ');
  char *word;

  if (**rest == '\0')
    return NULL;
  word = space != NULL ? g_strndup (*rest, (gsize)(space - *rest)) : g_strdup (*rest);
  *rest = space != NULL ? space + 1 : *rest + strlen (*rest);
  return word;
}

static gboolean
take_moment (const char **rest, gint64 *when)
{
  g_autofree char *word = take_word (rest);

  return word != NULL && read_moment (word, when);
}

static gboolean
take_kind (const char **rest, TwfProcedureKind *kind)
{
  g_autofree char *word = take_word (rest);

  for (guint i = 0; i < TWF_N_PROCEDURE_KINDS; i++)
    if (g_strcmp0 (word, kind_names[i]) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_reading (const TwfProcedureAct *self)
{
  return self->kind == TWF_PROCEDURE_READING || self->kind == TWF_PROCEDURE_CLOSE;
}

static gboolean
take_id (TwfProcedureAct *self, const char **rest)
{
  self->id = take_word (rest);
  return self->id != NULL
         && (is_reading (self) ? is_number (self->id) : twf_id_is_valid (self->id));
}

static gboolean
take_revision (TwfProcedureAct *self, const char **rest)
{
  self->revision = take_word (rest);
  return twf_blob_id_is_valid (self->revision);
}

/* Ids in order, none twice. */
static gboolean
take_parked (TwfProcedureAct *self, const char *rest)
{
  self->parked = *rest != '\0' ? g_strsplit (rest, " ", -1) : g_new0 (char *, 1);
  for (guint i = 0; self->parked[i] != NULL; i++)
    if (!twf_id_is_valid (self->parked[i])
        || (i > 0 && strcmp (self->parked[i - 1], self->parked[i]) >= 0))
      return FALSE;
  return TRUE;
}

static gboolean
take_rest (TwfProcedureAct *self, const char *rest)
{
  switch (self->kind)
    {
    case TWF_PROCEDURE_SILENCE:
      if (!take_revision (self, &rest) || !take_moment (&rest, &self->until)
          || self->until <= self->when)
        return FALSE;
      break;
    case TWF_PROCEDURE_BREAK:
      self->code = take_word (&rest);
      if (!twf_delegation_code_is_valid (self->code) || *rest == '\0')
        return FALSE;
      break;
    case TWF_PROCEDURE_READING:
      return take_revision (self, &rest) && *rest == '\0';
    case TWF_PROCEDURE_CLOSE:
      return take_revision (self, &rest) && take_parked (self, rest);
    case TWF_PROCEDURE_LIFT:
    default:
      break;
    }
  self->words = *rest != '\0' ? g_strdup (rest) : NULL;
  return strlen (rest) <= TWF_PROCEDURE_MOST_WORDS;
}

/**
 * twf_procedure_act_parse:
 * @value: (nullable): a value of the field
 *
 * Returns: (transfer full) (nullable): what it says; %NULL where it is no act, or not in its one
 *   spelling
 */
TwfProcedureAct *
twf_procedure_act_parse (const char *value)
{
  g_autoptr (TwfProcedureAct) self = g_new0 (TwfProcedureAct, 1);
  g_autofree char *again = NULL;
  const char *rest = value != NULL ? value : "";

  if (!take_moment (&rest, &self->when) || !take_kind (&rest, &self->kind) || !take_id (self, &rest)
      || !take_rest (self, rest))
    return NULL;
  again = twf_procedure_act_format (self);
  return g_str_equal (again, value) ? g_steal_pointer (&self) : NULL;
}

/**
 * twf_procedure_act_format:
 * @self: an act
 *
 * Returns: (transfer full): it as a value of the field
 */
char *
twf_procedure_act_format (const TwfProcedureAct *self)
{
  g_autofree char *when = dup_moment (self->when);
  g_autofree char *until = self->until != 0 ? dup_moment (self->until) : NULL;
  g_autofree char *parked = self->parked != NULL ? g_strjoinv (" ", self->parked) : NULL;
  const char *parts[] = { self->revision, until, self->code, self->words, parked };
  GString *value = g_string_new (NULL);

  g_string_append_printf (value, "%s %s %s", when, kind_names[self->kind], self->id);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (value, " %s", parts[i]);
  return g_string_free (value, FALSE);
}

/**
 * twf_procedure_act_free:
 * @self: (transfer full) (nullable): an act
 */
void
twf_procedure_act_free (TwfProcedureAct *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->revision);
  g_free (self->code);
  g_free (self->words);
  g_strfreev (self->parked);
  g_free (self);
}

/**
 * twf_procedure_is_own_break:
 * @value: a value of the field
 * @code: code of a delegation
 *
 * Returns: whether it is that the delegation itself breaks a silence: the one act that is not the
 *   facilitator's
 */
gboolean
twf_procedure_is_own_break (const char *value, const char *code)
{
  g_autoptr (TwfProcedureAct) act = twf_procedure_act_parse (value);

  return act != NULL && act->kind == TWF_PROCEDURE_BREAK && g_str_equal (act->code, code);
}

/**
 * twf_procedure_may_hold:
 * @values: (nullable): what the field is to hold
 *
 * Returns: whether there is room for it
 */
gboolean
twf_procedure_may_hold (const char *const *values)
{
  gsize bytes = 0;

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    bytes += strlen (TWF_PLAN_PROCEDURE) + strlen (values[i]) + strlen (": \n");
  return bytes <= TWF_PROCEDURE_MOST;
}

/**
 * twf_procedure_check:
 * @standing: (nullable): what the field holds
 * @values: what it is to hold
 * @error: where an error goes
 *
 * What was done stays on record, and what is there already may be worse than what may come: a plan
 * that was read.
 *
 * Returns: whether the field may hold @values
 * Errors: TWF_ERROR_INVALID if an act would go or a new one is none; TWF_ERROR_TOO_LARGE if there
 * is no room
 */
gboolean
twf_procedure_check (const char *const *standing, const char *const *values, GError **error)
{
  for (guint i = 0; standing != NULL && standing[i] != NULL; i++)
    if (!g_strv_contains (values, standing[i]))
      return twf_refuse (error, TWF_ERROR_INVALID, "what is on record of the procedure stays");
  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autoptr (TwfProcedureAct) act = NULL;

      if (standing != NULL && g_strv_contains (standing, values[i]))
        continue;
      act = twf_procedure_act_parse (values[i]);
      if (act == NULL)
        return twf_refuse (error, TWF_ERROR_INVALID, "“%s” is no act of the procedure", values[i]);
    }
  return twf_procedure_may_hold (values)
         || twf_refuse (error, TWF_ERROR_TOO_LARGE, "the record of the procedure");
}

/* Whether an act begins at @text: nobody writes a moment to the second into a reason. */
static gboolean
begins_act (const char *text)
{
  g_autofree char *word = g_strndup (text, MOMENT_LENGTH);
  gint64 when;

  return strlen (word) == MOMENT_LENGTH && text[MOMENT_LENGTH] == ' ' && read_moment (word, &when);
}

/**
 * twf_procedure_split:
 * @joined: acts as sets are joined for show, a comma between
 *
 * A reason may hold commas itself.
 *
 * Returns: (transfer full): the acts
 */
GStrv
twf_procedure_split (const char *joined)
{
  g_autoptr (GStrvBuilder) acts = g_strv_builder_new ();
  const char *start = joined;

  for (const char *at = strstr (joined, SEPARATOR); at != NULL; at = strstr (at + 1, SEPARATOR))
    if (begins_act (at + strlen (SEPARATOR)))
      {
        g_autofree char *act = g_strndup (start, (gsize)(at - start));

        g_strv_builder_add (acts, act);
        start = at + strlen (SEPARATOR);
      }
  if (*start != '\0')
    g_strv_builder_add (acts, start);
  return g_strv_builder_end (acts);
}
