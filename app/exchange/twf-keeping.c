/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-exchange"

#include "config.h"

#include "twf-keeping.h"

#include "twf-child.h"

#include <string.h>
#include <unistd.h>

/* A desktop that is asked for its passwords may have to be unlocked by a person first. */
#define PATIENCE 120

/**
 * twf_kept_dup_helper:
 * @name: a program of ours that others start
 *
 * Returns: (transfer full): where it lies: as it was built where this program was built too, else
 *   as it is installed
 */
char *
twf_kept_dup_helper (const char *name)
{
  g_autofree char *own = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = g_path_get_dirname (own != NULL ? own : "");
  char *built = g_build_filename (folder, "..", "exchange", name, NULL);

  if (own != NULL && access (built, X_OK) == 0)
    return built;
  g_free (built);
  return g_build_filename (LIBEXECDIR, "tawafuq", name, NULL);
}

static TwfChild *
run (const char *verb, const char *server, const char *user, const char *password)
{
  g_autofree char *helper = twf_kept_dup_helper ("twf-secret");
  const char *const argv[] = { helper, verb, server, user, NULL };
  g_autoptr (GBytes) words = password != NULL ? g_bytes_new (password, strlen (password)) : NULL;
  TwfChildSpec spec = { .argv = argv, .online = TRUE, .words = words, .patience = PATIENCE };
  TwfChild *child = twf_child_run (&spec, NULL, NULL);

  if (child != NULL && child->end == TWF_CHILD_DONE)
    return child;
  twf_child_free (child);
  return NULL;
}

/**
 * twf_kept_look_up:
 * @server: "https://host"
 *
 * Returns: (transfer full) (nullable): what the desktop keeps for it; %NULL: nothing, or it keeps
 *   no passwords
 */
TwfKept *
twf_kept_look_up (const char *server)
{
  g_autoptr (TwfChild) child = run ("look-up", server, NULL, NULL);
  g_auto (GStrv) lines = NULL;
  g_autofree char *words = NULL;
  gsize size;
  const char *bytes;
  TwfKept *self;

  if (child == NULL)
    return NULL;
  bytes = g_bytes_get_data (child->output, &size);
  words = g_strndup (bytes != NULL ? bytes : "", size);
  lines = g_strsplit (words, "\n", 3);
  explicit_bzero (words, strlen (words));
  if (g_strv_length (lines) < 2)
    return NULL;
  self = g_new0 (TwfKept, 1);
  self->user = g_strdup (lines[0]);
  self->password = g_strdup (lines[1]);
  return self;
}

/**
 * twf_kept_free:
 * @self: (transfer full) (nullable): a password
 */
void
twf_kept_free (TwfKept *self)
{
  if (self == NULL)
    return;
  explicit_bzero (self->password, strlen (self->password));
  g_free (self->user);
  g_free (self->password);
  g_free (self);
}

/**
 * twf_kept_keep:
 * @server: "https://host"
 * @user: who one is there
 * @password: the password
 *
 * Returns: whether the desktop keeps it; %FALSE: it keeps no passwords
 */
gboolean
twf_kept_keep (const char *server, const char *user, const char *password)
{
  g_autoptr (TwfChild) child = run ("keep", server, user, password);

  return child != NULL;
}

/**
 * twf_kept_forget:
 * @server: "https://host"
 * @user: who one is there
 *
 * Returns: whether there was one
 */
gboolean
twf_kept_forget (const char *server, const char *user)
{
  g_autoptr (TwfChild) child = run ("forget", server, user, NULL);

  return child != NULL;
}
