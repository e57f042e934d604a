/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-git-private.h"

#include "twf-lost-page-private.h"

#include "twf-error.h"

#include <errno.h>
#include <signal.h>
#include <string.h>

#if LIBGIT2_VER_MAJOR < 1 || (LIBGIT2_VER_MAJOR == 1 && LIBGIT2_VER_MINOR < 5)
#error "libgit2 1.5.1 or newer is needed"
#endif

/* The folder of all shards of a plan is on the way to every provision, and larger than the four
 * kilobytes that libgit2 keeps: it would be unpacked and hashed anew for each. */
#define LARGEST_KEPT_TREE ((size_t)64 * 1024)
/* Of what was read, so much is kept for all handles together: enough for the trees that neighbours
 * in history share. What libgit2 keeps by itself is a quarter of a gigabyte, and a walk through a
 * long history, or through two hundred branches, comes back to nearly none of it. */
#define MOST_KEPT ((ssize_t)1024 * 1024)
/* Packs are looked at through windows of this size, and so much of them at a time: what stands in
 * one revision of a long history lies scattered over all of its pack. With a hundredth of this,
 * opening such a plan maps and unmaps eighty thousand times; with a sixteenth, each look goes
 * through a list of more than a hundred windows first. */
#define WINDOW ((size_t)4096 * 1024)
#define MOST_MAPPED ((size_t)64 * 1024 * 1024)

/* What libgit2 asks for when it starts, where mbed TLS makes its connections: the certificates of
 * all authorities that the system knows, which take as long as all else a short command does. This
 * program connects to nobody; if it did, nobody would be trusted. */
int mbedtls_x509_crt_parse_file (void *chain, const char *path);

int
mbedtls_x509_crt_parse_file (void *chain, const char *path)
{
  return 0;
}

static gpointer
init_once (gpointer data)
{
  static const int levels[] = { GIT_CONFIG_LEVEL_SYSTEM,
                                GIT_CONFIG_LEVEL_XDG,
                                GIT_CONFIG_LEVEL_GLOBAL,
                                GIT_CONFIG_LEVEL_PROGRAMDATA };
  int major, minor, patch;

  git_libgit2_version (&major, &minor, &patch);
  if (major * 10000 + minor * 100 + patch < 10501)
    g_error ("libgit2 %d.%d.%d is older than 1.5.1", major, minor, patch);
  if (git_libgit2_init () < 0)
    g_error ("libgit2 does not start");

  /* Without the first, a power cut right after a save loses it, every time it was tried. */
  git_libgit2_opts (GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
  git_libgit2_opts (GIT_OPT_ENABLE_STRICT_OBJECT_CREATION, 1);
  git_libgit2_opts (GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 1);
  git_libgit2_opts (GIT_OPT_SET_OWNER_VALIDATION, 1);
  git_libgit2_opts (GIT_OPT_SET_CACHE_OBJECT_LIMIT, GIT_OBJECT_TREE, LARGEST_KEPT_TREE);
  git_libgit2_opts (GIT_OPT_SET_CACHE_MAX_SIZE, MOST_KEPT);
  git_libgit2_opts (GIT_OPT_SET_MWINDOW_SIZE, WINDOW);
  git_libgit2_opts (GIT_OPT_SET_MWINDOW_MAPPED_LIMIT, MOST_MAPPED);
  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    git_libgit2_opts (GIT_OPT_SET_SEARCH_PATH, levels[i], "");

  /* A limit on the size of files must be an error that can be told, not the end of the process. */
  signal (SIGXFSZ, SIG_IGN);
  twf_survive_lost_pages ();
  return NULL;
}

/**
 * twf_git_init:
 *
 * Starts libgit2 once for the process and sets every option the project relies on. Safe from any
 * thread, cheap when done already.
 */
void
twf_git_init (void)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, init_once, NULL);
}

/* libgit2 clears errno on some of its ways out, but keeps the system's words at the message's end.
 */
static int
errno_from_message (const char *message)
{
  static const int known[] = { ENOSPC, EDQUOT, EFBIG,  EROFS, EACCES,  EPERM, EIO,
                               EMFILE, ENFILE, ENOMEM, EXDEV, ENOTDIR, ENOENT };

  for (gsize i = 0; message != NULL && i < G_N_ELEMENTS (known); i++)
    if (g_str_has_suffix (message, g_strerror (known[i])))
      return known[i];
  return 0;
}

static TwfError
code_from_class (int klass)
{
  switch (klass)
    {
    case GIT_ERROR_ODB:
    case GIT_ERROR_OBJECT:
    case GIT_ERROR_TREE:
    case GIT_ERROR_ZLIB:
    case GIT_ERROR_SHA:
    case GIT_ERROR_INDEXER:
    case GIT_ERROR_REFERENCE:
      return TWF_ERROR_DAMAGED;
    case GIT_ERROR_INVALID:
      return TWF_ERROR_INVALID;
    case GIT_ERROR_REPOSITORY:
      return TWF_ERROR_UNSUPPORTED;
    case GIT_ERROR_OS:
      return TWF_ERROR_IO;
    default:
      return TWF_ERROR_FAILED;
    }
}

/* The plain -1 says nothing by itself: it may come with a message, with errno, or with neither. */
static TwfError
code_from_generic (const git_error *last, int saved_errno)
{
  int named = last != NULL ? errno_from_message (last->message) : 0;

  /* Somebody prunes: a folder of the repository went between being made and being used. */
  if (named == ENOENT)
    return TWF_ERROR_DAMAGED;
  if (named != 0)
    return twf_error_code_from_errno (named);
  if (last != NULL && last->klass != GIT_ERROR_OS && last->klass != GIT_ERROR_NONE)
    return code_from_class (last->klass);
  /* ENOENT and EEXIST are the leftovers of ordinary look-ups, not reasons. */
  if (saved_errno == 0 || saved_errno == ENOENT || saved_errno == EEXIST)
    return TWF_ERROR_IO;
  return twf_error_code_from_errno (saved_errno);
}

static TwfError
code_from_rc (int rc, TwfGitOrigin origin, const git_error *last, int saved_errno)
{
  switch (rc)
    {
    case GIT_ENOTFOUND:
      /* 1.5.1 answers a repository of another owner with the setting that would allow it. */
      if (last != NULL && last->message != NULL && strstr (last->message, "safe.directory") != NULL)
        return TWF_ERROR_DENIED;
      return origin == TWF_GIT_NAMED ? TWF_ERROR_DAMAGED : TWF_ERROR_NOT_FOUND;
    case GIT_EOWNER:
      return TWF_ERROR_DENIED;
    case GIT_EEXISTS:
      return TWF_ERROR_EXISTS;
    case GIT_EAMBIGUOUS:
    case GIT_EINVALIDSPEC:
    case GIT_EINVALID:
    case GIT_EPEEL:
      return TWF_ERROR_INVALID;
    case GIT_ELOCKED:
      return TWF_ERROR_BUSY;
    case GIT_EMODIFIED:
    case GIT_ENONFASTFORWARD:
      return TWF_ERROR_CHANGED;
    case GIT_EMISMATCH:
    case GIT_EEOF:
      return TWF_ERROR_DAMAGED;
    default:
      return code_from_generic (last, saved_errno);
    }
}

/* libgit2's messages may hold line ends; ours are one line. */
static char *
single_line (const char *message)
{
  char *line = g_utf8_make_valid (message, -1);

  return g_strstrip (g_strdelimit (line, "\r\n\t", ' '));
}

/**
 * twf_git_last_is:
 * @klass: a class of libgit2's errors
 *
 * Returns: whether the last answer of libgit2 was an error of @klass; no error is of none
 */
gboolean
twf_git_last_is (int klass)
{
  const git_error *last = git_error_last ();

  return last != NULL && last->klass == klass;
}

/**
 * twf_git_last_says:
 * @words: part of a message
 *
 * For what libgit2 tells apart by its message alone.
 *
 * Returns: whether the last error of libgit2 has @words in its message
 */
gboolean
twf_git_last_says (const char *words)
{
  const git_error *last = git_error_last ();

  return last != NULL && last->message != NULL && strstr (last->message, words) != NULL;
}

/**
 * twf_git_fail:
 * @error: (out) (optional): where the error goes
 * @rc: what libgit2 answered, below zero
 * @origin: whether a thing that is missing was asked for, or is named by the repository itself
 * @subject: what was worked on: a path, a branch, a revision
 *
 * The one place where an answer of libgit2 becomes an error of the project. To be called directly
 * after the call that answered, since it reads errno and libgit2's own last error, of which either
 * may be missing.
 *
 * Returns: always %FALSE
 */
gboolean
twf_git_fail (GError **error, int rc, TwfGitOrigin origin, const char *subject)
{
  int saved_errno = errno;
  const git_error *last = git_error_last ();
  g_autofree char *detail = NULL;
  TwfError code;

  g_assert (rc < 0);

  /* Before 1.8 there may be none; from 1.8 on there is one of class none instead. */
  if (last != NULL && (last->message == NULL || last->klass == GIT_ERROR_NONE))
    last = NULL;
  code = code_from_rc (rc, origin, last, saved_errno);
  if (last != NULL)
    detail = single_line (last->message);
  else
    detail = saved_errno != 0 ? g_strdup (g_strerror (saved_errno)) : g_strdup_printf ("%d", rc);
  g_set_error (error, TWF_ERROR, code, "%s: %s", subject, detail);
  git_error_clear ();
  errno = 0;
  return FALSE;
}
