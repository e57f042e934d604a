/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-sentence.h"

#include "twf-bidi.h"
#include "twf-error.h"

#include <glib/gi18n-lib.h>

/* Sentences by code; each holds one %s, for the subject. N_() marks them for translation. */
static const char *const sentences[] = {
  [TWF_ERROR_FAILED] = N_ ("Something went wrong with %s. Try again."),
  [TWF_ERROR_NOT_FOUND] = N_ ("%s was not found. Check the name and the place."),
  [TWF_ERROR_EXISTS] = N_ ("%s exists already. Choose another name."),
  [TWF_ERROR_INVALID] = N_ ("%s is not in a form that can be read. Check it at the place named."),
  [TWF_ERROR_ENCODING]
  = N_ ("%s is not text that can be read. Save it as plain text in UTF-8 and try again."),
  [TWF_ERROR_UNSUPPORTED]
  = N_ ("%s is of a kind that this version cannot read or cannot change. Update Tawafuq, or "
        "convert the file."),
  [TWF_ERROR_TOO_LARGE] = N_ ("%s is too large. Split it into smaller parts."),
  [TWF_ERROR_EMPTY] = N_ ("%s is empty. Choose something with text in it."),
  [TWF_ERROR_READ_ONLY]
  = N_ ("%s can be read but not changed. Copy it to a place you can write to."),
  [TWF_ERROR_NO_SPACE]
  = N_ ("The disk is full: %s was not saved. Free some space and save again; your text is kept."),
  [TWF_ERROR_DENIED]
  = N_ ("You may not open or change %s. Ask its owner for access, or make a copy of your own."),
  [TWF_ERROR_BUSY] = N_ ("%s is in use at the moment. Wait a little and try again."),
  [TWF_ERROR_CHANGED] = N_ ("Somebody else changed the same part of %s. Save over it (theirs stays "
                            "in history), or reload."),
  [TWF_ERROR_DAMAGED]
  = N_ ("%s is damaged: parts of it are missing. Restore it from another copy of the plan."),
  [TWF_ERROR_IO]
  = N_ ("The disk refused to read or write %s. Check that it is still connected, and try again."),
  [TWF_ERROR_KEY] = N_ ("Your key did not sign, so %s was not changed. Check the key, its agent or "
                        "its token, and try again; your text is kept."),
  [TWF_ERROR_REGISTER] = N_ ("%s was not changed: a register of keys never goes back. Change keys "
                             "with twf register alone."),
  [TWF_ERROR_UNREACHABLE]
  = N_ ("There is no connection with %s. Nothing is lost: go on working, and "
        "try again later."),
  [TWF_ERROR_SILENT]
  = N_ ("%s stopped answering and was given up. Nothing is lost: try again later."),
  [TWF_ERROR_HOST_UNKNOWN]
  = N_ ("%s was never connected with before, and nobody confirmed its key. "
        "Compare the key with who runs the server, and confirm it."),
  [TWF_ERROR_HOST_CHANGED]
  = N_ ("%s has another key than before: it may be somebody else. Ask who runs the server before "
        "you connect."),
  [TWF_ERROR_CERTIFICATE] = N_ ("Nobody you trust vouches for %s: its certificate was refused. Ask "
                                "who runs the server."),
  [TWF_ERROR_NOT_ADMITTED]
  = N_ ("%s did not let you in. Check your key, or user name and password, with who runs the "
        "server."),
  [TWF_ERROR_NO_RIGHT] = N_ ("%s does not let you change this branch. Ask who runs the server for "
                             "the right to."),
  [TWF_ERROR_OUTRUN]
  = N_ ("Somebody else changed the same branch of %s meanwhile. Nothing of theirs "
        "was replaced: synchronise again."),
  [TWF_ERROR_SERVER_FULL]
  = N_ ("The disk of %s is full. Nothing was changed there: tell who runs the server."),
};

/* Where the message adds what the sentence cannot know: the line, the reason. */
static gboolean
detail_helps (const GError *error)
{
  switch (error->code)
    {
    case TWF_ERROR_NO_SPACE:
    case TWF_ERROR_READ_ONLY:
    case TWF_ERROR_EXISTS:
      return FALSE;
    default:
      return TRUE;
    }
}

static char *
add_detail (const char *sentence, const char *detail)
{
  g_autofree char *isolated = NULL;

  if (detail == NULL || *detail == '\0')
    return g_strdup (sentence);
  isolated = twf_text_isolate (detail);
  return g_strdup_printf ("%s (%s)", sentence, isolated);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static char *
fill_in (const char *sentence, const char *subject)
{
  return g_strdup_printf (sentence, subject);
}
#pragma GCC diagnostic pop

/**
 * twf_sentence_for_error:
 * @error: an error
 * @subject: the plan's or file's name, as a person knows it
 *
 * The subject and the detail are isolated, so that neither turns the sentence round.
 *
 * Returns: (transfer full): one translated sentence: what happened and what to do, with the detail
 *   behind it where that helps
 */
char *
twf_sentence_for_error (const GError *error, const char *subject)
{
  g_autofree char *isolated = twf_text_isolate (subject != NULL ? subject : "");
  g_autofree char *sentence = NULL;

  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain != TWF_ERROR || error->code < 0
      || (guint)error->code >= G_N_ELEMENTS (sentences))
    {
      sentence = fill_in (_ (sentences[TWF_ERROR_FAILED]), isolated);
      return add_detail (sentence, error->message);
    }
  sentence = fill_in (_ (sentences[error->code]), isolated);
  if (!detail_helps (error) || g_strcmp0 (error->message, subject) == 0)
    return g_steal_pointer (&sentence);
  return add_detail (sentence, error->message);
}
