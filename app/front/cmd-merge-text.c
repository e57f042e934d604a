/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-front"

#include "config.h"

#include "twf-command.h"

#include "twf-error.h"
#include "twf-normal.h"
#include "twf-read.h"
#include "twf-text-markers.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum
{
  N_TEXTS = 3, /* the base and two sides */
  MOST_BYTES = 16 * 1024 * 1024,
};

static struct
{
  char *language;
  char *markers;
  char *output;
} options;

static const GOptionEntry entries[] = {
  { "output",
    'o',
    0,
    G_OPTION_ARG_FILENAME,
    &options.output,
    N_ ("The file to write; without: standard output"),
    "FILE" },
  { "language",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.language,
    N_ ("The language of the text"),
    "L" },
  { "markers",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.markers,
    N_ ("How alternatives are written: brackets, or git for git's marked lines"),
    "MARKERS" },
  { NULL },
};

static char *
read_text (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = twf_read_file (path, MOST_BYTES, NULL, NULL, error);
  const char *data;
  gsize size;
  gsize valid;

  if (g_error_matches (*error, TWF_ERROR, TWF_ERROR_EMPTY))
    {
      g_clear_error (error);
      return g_strdup ("");
    }
  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &size);
  if (size == 0)
    return g_strdup ("");
  if (twf_text_is_utf8 (data, size, &valid))
    return g_strndup (data, size);
  g_set_error (error, TWF_ERROR, TWF_ERROR_ENCODING, "byte %" G_GSIZE_FORMAT, valid);
  return NULL;
}

/* Writes beside the file and puts it in its place, so that the file is whole at every moment. What
 * is merged can be merged again: nobody waits for the disk. */
static gboolean
replace_file (const char *path, const char *text, GError **error)
{
  g_autofree char *beside = g_strconcat (path, ".XXXXXX", NULL);
  GStatBuf old;
  gsize size = strlen (text);
  gboolean well;
  int file;

  file = g_mkstemp_full (beside, O_WRONLY | O_CLOEXEC, 0666);
  well = file >= 0 && (g_stat (path, &old) != 0 || fchmod (file, old.st_mode & 0777) == 0);
  for (gssize n = 0; well && size > 0; text += n, size -= (gsize)n)
    {
      n = write (file, text, size);
      if (n < 0 && errno == EINTR)
        n = 0;
      well = n >= 0;
    }
  well = file >= 0 && close (file) == 0 && well && g_rename (beside, path) == 0;
  if (well)
    return TRUE;
  g_set_error_literal (
      error, G_FILE_ERROR, (gint)g_file_error_from_errno (errno), g_strerror (errno));
  if (file >= 0)
    g_unlink (beside);
  return FALSE;
}

static int
write_result (TwfCli *cli, GPtrArray *pieces, gboolean as_git)
{
  const char *const names[] = { "ours", "theirs" };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = as_git ? twf_pieces_dup_markers (pieces, names[0], names[1])
                                 : twf_pieces_dup_brackets (pieces, names);

  if (options.output == NULL || g_str_equal (options.output, "-"))
    g_string_append (cli->out, text);
  else if (!replace_file (options.output, text, &error))
    return twf_cli_fail (cli, error, options.output);
  return twf_pieces_are_decided (pieces) ? TWF_EXIT_DONE : TWF_EXIT_NEEDS_PERSON;
}

static int
merge (TwfCli *cli, char *const *texts, gboolean as_git)
{
  const char *const sides[] = { texts[1], texts[2] };
  g_autoptr (GPtrArray) pieces
      = as_git ? twf_merge_lines (texts[0], texts[1], texts[2], options.language)
               : twf_merge_texts (texts[0], sides, G_N_ELEMENTS (sides), options.language);

  return write_result (cli, pieces, as_git);
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  gboolean as_git = options.markers != NULL && g_str_equal (options.markers, "git");
  g_auto (GStrv) texts = g_new0 (char *, N_TEXTS + 1);
  g_autoptr (GError) error = NULL;

  if (options.markers != NULL && !as_git && !g_str_equal (options.markers, "brackets"))
    return twf_cli_refuse (
        cli, _ ("“%s” is not a kind of markers. Give brackets or git."), options.markers);
  for (guint i = 0; i < N_TEXTS; i++)
    {
      texts[i] = read_text (arguments[i], &error);
      if (texts[i] == NULL)
        return twf_cli_fail (cli, error, arguments[i]);
    }
  return merge (cli, texts, as_git);
}

const TwfCommand twf_command_merge_text = {
  .name = "merge-text",
  .arguments = "BASE OURS THEIRS [-o FILE]",
  .summary = N_ ("Merge two versions of a text by whole words"),
  .details = N_ (
      "Merges what OURS and THEIRS made of BASE. Changes to different words stand together; where "
      "both changed the same words, every wording of the clause or sentence is written. The exit "
      "status is 1 if there are such places. As git's merge driver: twf merge-text %O %A %B -o "
      "%A --markers git"),
  .entries = entries,
  .least = N_TEXTS,
  .most = N_TEXTS,
  .run = run,
};
