/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-revision-private.h"

#include <string.h>

struct _TwfRevision
{
  GObject parent_instance;

  char *id;
  char **parents; /* may be none */
  char *author;
  char *email;
  char *subject;
  char *message;
  gint64 when;
};

G_DEFINE_FINAL_TYPE (TwfRevision, twf_revision, G_TYPE_OBJECT)

static void
twf_revision_finalize (GObject *object)
{
  TwfRevision *self = TWF_REVISION (object);

  g_free (self->id);
  g_strfreev (self->parents);
  g_free (self->author);
  g_free (self->email);
  g_free (self->subject);
  g_free (self->message);

  G_OBJECT_CLASS (twf_revision_parent_class)->finalize (object);
}

static void
twf_revision_class_init (TwfRevisionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = twf_revision_finalize;
}

static void
twf_revision_init (TwfRevision *self)
{
}

/* Commits of other programs may say that they are in another encoding, or be in none. */
static char *
to_utf8 (const char *text, const char *encoding)
{
  g_autofree char *converted = NULL;

  if (text == NULL)
    return g_strdup ("");
  if (encoding != NULL && g_ascii_strcasecmp (encoding, TWF_MESSAGE_ENCODING) != 0)
    converted = g_convert (text, -1, "UTF-8", encoding, NULL, NULL, NULL);
  return g_utf8_make_valid (converted != NULL ? converted : text, -1);
}

/*
 * twf_revision_dup_email_of:
 * @commit: a commit
 *
 * Returns: (transfer full): what twf_revision_get_email() says of it
 */
char *
twf_revision_dup_email_of (git_commit *commit)
{
  const git_signature *author = git_commit_author (commit);

  return to_utf8 (author != NULL ? author->email : NULL, git_commit_message_encoding (commit));
}

/*
 * twf_revision_get_when_of:
 * @commit: a commit
 *
 * Returns: what twf_revision_get_when() says of it
 */
gint64
twf_revision_get_when_of (git_commit *commit)
{
  const git_signature *author = git_commit_author (commit);

  return author != NULL ? author->when.time : 0;
}

/*
 * twf_revision_new:
 * @commit: a commit
 *
 * Returns: (transfer full): what it says, as a value
 */
TwfRevision *
twf_revision_new (git_commit *commit)
{
  TwfRevision *self = g_object_new (TWF_TYPE_REVISION, NULL);
  const char *encoding = git_commit_message_encoding (commit);
  const git_signature *author = git_commit_author (commit);

  self->id = g_strdup (git_oid_tostr_s (git_commit_id (commit)));
  self->parents = g_new0 (char *, git_commit_parentcount (commit) + 1);
  for (guint i = 0; i < git_commit_parentcount (commit); i++)
    self->parents[i] = g_strdup (git_oid_tostr_s (git_commit_parent_id (commit, i)));
  self->author = to_utf8 (author != NULL ? author->name : NULL, encoding);
  self->email = twf_revision_dup_email_of (commit);
  self->when = twf_revision_get_when_of (commit);
  self->subject = to_utf8 (git_commit_summary (commit), encoding);
  self->message = to_utf8 (git_commit_message (commit), encoding);
  return self;
}

/**
 * twf_revision_get_id:
 * @self: a revision
 *
 * Returns: (transfer none): its full id
 */
const char *
twf_revision_get_id (TwfRevision *self)
{
  g_return_val_if_fail (TWF_IS_REVISION (self), NULL);

  return self->id;
}

/**
 * twf_revision_get_parent:
 * @self: a revision
 *
 * Returns: (transfer none) (nullable): the id of the revision it was made on; of the first, where
 * several were merged
 */
const char *
twf_revision_get_parent (TwfRevision *self)
{
  g_return_val_if_fail (TWF_IS_REVISION (self), NULL);

  return self->parents[0];
}

/**
 * twf_revision_get_parents:
 * @self: a revision
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids of the revisions it was made on: none
 * of the first, several of a merge, the one that the branch stood at ahead of what was merged
 */
const char *const *
twf_revision_get_parents (TwfRevision *self)
{
  g_return_val_if_fail (TWF_IS_REVISION (self), NULL);

  return (const char *const *)self->parents;
}

/**
 * twf_revision_get_author:
 * @self: a revision
 *
 * Returns: (transfer none): the author's name: free text, which proves nothing
 */
const char *
twf_revision_get_author (TwfRevision *self)
{
  g_return_val_if_fail (TWF_IS_REVISION (self), NULL);

  return self->author;
}

/**
 * twf_revision_get_email:
 * @self: a revision
 *
 * Returns: (transfer none): the author's address
 */
const char *
twf_revision_get_email (TwfRevision *self)
{
  g_return_val_if_fail (TWF_IS_REVISION (self), NULL);

  return self->email;
}

/**
 * twf_revision_get_when:
 * @self: a revision
 *
 * Returns: what the author's clock said, in seconds since 1970; revisions are never ordered by it
 */
gint64
twf_revision_get_when (TwfRevision *self)
{
  g_return_val_if_fail (TWF_IS_REVISION (self), 0);

  return self->when;
}

/**
 * twf_revision_get_subject:
 * @self: a revision
 *
 * Returns: (transfer none): the first paragraph of the message as one line
 */
const char *
twf_revision_get_subject (TwfRevision *self)
{
  g_return_val_if_fail (TWF_IS_REVISION (self), NULL);

  return self->subject;
}

/**
 * twf_revision_get_message:
 * @self: a revision
 *
 * Returns: (transfer none): the whole message, trailers and all
 */
const char *
twf_revision_get_message (TwfRevision *self)
{
  g_return_val_if_fail (TWF_IS_REVISION (self), NULL);

  return self->message;
}

/**
 * twf_revision_dup_trailer:
 * @self: a revision
 * @key: a trailer's key, in any case: "Mandate"
 *
 * Returns: (transfer full) (nullable): the value of the first trailer with that key; NULL: there is
 * none
 */
char *
twf_revision_dup_trailer (TwfRevision *self, const char *key)
{
  g_auto (git_message_trailer_array) found = { 0 };

  g_return_val_if_fail (TWF_IS_REVISION (self) && key != NULL, NULL);

  twf_git_init ();
  if (git_message_trailers (&found, self->message) < 0)
    return NULL;
  for (gsize i = 0; i < found.count; i++)
    if (g_ascii_strcasecmp (found.trailers[i].key, key) == 0)
      return g_strdup (found.trailers[i].value);
  return NULL;
}
