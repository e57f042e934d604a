/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-exchange"

#include "config.h"

#include "twf-remote-private.h"

#include "twf-error.h"

#define PATIENCE 30
/* What git may take: a plan is text, and a server may be anybody's. */
#define MOST_MEMORY (G_GUINT64_CONSTANT (768) << 20)
#define MOST_FILE (G_GUINT64_CONSTANT (256) << 20)
#define MOST_SECONDS 600
#define MOST_OUTPUT (16 << 20)

/* Whatever the repository that git runs in, or a folder it is spoken to in, would have it do: no
 * hook, no helper, no other server than the one named. Objects are checked as they come. */
static const char *const pinned[] = {
  "core.hooksPath=/dev/null",     "core.alternateRefsCommand=true",
  "core.fsmonitor=false",         "core.commitGraph=false",
  "core.multiPackIndex=false",    "core.logAllRefUpdates=false",
  "core.bigFileThreshold=16m",    "core.packedGitWindowSize=16m",
  "core.packedGitLimit=128m",     "color.ui=false",
  "credential.helper=",           "fetch.fsckObjects=true",
  "fetch.recurseSubmodules=no",   "fetch.unpackLimit=1",
  "fetch.writeCommitGraph=false", "gc.auto=0",
  "http.followRedirects=false",   "http.sslVerify=true",
  "maintenance.auto=false",       "pack.threads=1",
  "pack.useBitmaps=false",        "protocol.version=2",
  "push.gpgSign=false",           "push.negotiate=false",
  "push.recurseSubmodules=no",    "submodule.recurse=false",
  "transfer.bundleURI=false",     NULL,
};

/* Of our own surroundings, beside what every child sees: the way out of a network, and which
 * authorities vouch for a server. */
static const char *const handed_on[] = {
  "http_proxy", "https_proxy", "HTTPS_PROXY",    "all_proxy",      "ALL_PROXY",
  "no_proxy",   "NO_PROXY",    "GIT_SSL_CAINFO", "GIT_SSL_CAPATH", NULL,
};

static const char *
get_protocol (const TwfLocation *location)
{
  switch (location->kind)
    {
    case TWF_LOCATION_SSH:
      return "ssh";
    case TWF_LOCATION_HTTPS:
      return "https";
    case TWF_LOCATION_HTTP:
      return "http";
    case TWF_LOCATION_FOLDER:
    default:
      return "file";
    }
}

static guint
get_patience (const TwfRemote *self)
{
  return self->patience != 0 ? self->patience : PATIENCE;
}

/* A person's own settings of ssh hold (keys, agents, jumps, tokens). What would outlive the run, or
 * go further than to fetch and push, is switched off. */
static char *
dup_ssh (const TwfRemote *self)
{
  guint patience = get_patience (self);

  return g_strdup_printf ("GIT_SSH_COMMAND=ssh -T -o ControlMaster=no -o ControlPersist=no"
                          " -o ForwardAgent=no -o ForwardX11=no -o ClearAllForwardings=yes"
                          " -o PermitLocalCommand=no -o Tunnel=no -o ConnectTimeout=%u"
                          " -o ServerAliveInterval=%u -o ServerAliveCountMax=3"
                          " -o StrictHostKeyChecking=%s -o BatchMode=%s -o LogLevel=INFO",
                          patience,
                          MAX (patience / 3, 1),
                          self->asking != NULL ? "ask" : "yes",
                          self->asking != NULL ? "no" : "yes");
}

static GStrv
list_environment (const TwfRemote *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *ssh = dup_ssh (self);
  g_autofree char *protocol
      = g_strconcat ("GIT_ALLOW_PROTOCOL=", get_protocol (self->location), NULL);

  for (guint i = 0; handed_on[i] != NULL; i++)
    if (g_getenv (handed_on[i]) != NULL)
      {
        g_autofree char *entry = g_strconcat (handed_on[i], "=", g_getenv (handed_on[i]), NULL);

        g_strv_builder_add (builder, entry);
      }
  g_strv_builder_add (builder, protocol);
  g_strv_builder_add (builder, ssh);
  g_strv_builder_add (builder, "GIT_SSH_VARIANT=ssh");
  /* A room of its own for each thread's memory would be counted whole. */
  g_strv_builder_add (builder, "MALLOC_ARENA_MAX=1");
  if (self->asking != NULL)
    g_strv_builder_addv (builder, (const char **)twf_asking_get_environment (self->asking));
  return g_strv_builder_end (builder);
}

static GStrv
list_arguments (const TwfRemote *self, const char *repository, const char *const *arguments)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *folder = g_strconcat ("--git-dir=", repository, NULL);
  g_autofree char *seconds = g_strdup_printf ("http.lowSpeedTime=%u", get_patience (self));

  g_strv_builder_add_many (
      builder, "git", folder, "-c", "http.lowSpeedLimit=1", "-c", seconds, NULL);
  for (guint i = 0; pinned[i] != NULL; i++)
    g_strv_builder_add_many (builder, "-c", pinned[i], NULL);
  g_strv_builder_addv (builder, (const char **)arguments);
  return g_strv_builder_end (builder);
}

static void
take_line (const char *line, gpointer user_data)
{
  const TwfRemote *self = user_data;
  TwfRemotePhase phase;
  double fraction;

  if (self->progress != NULL && twf_remote_parse_progress (line, &phase, &fraction))
    self->progress (phase, fraction, self->progress_data);
}

/* A person who looks for a password is not a server that went silent. */
static gboolean
excuse (GPid group, gpointer user_data)
{
  const TwfRemote *self = user_data;

  return self->asking != NULL && twf_asking_is_waiting (self->asking);
}

static TwfAnswers
judge_answers (const TwfRemote *self, const TwfChild *child)
{
  g_autoptr (GError) error = NULL;

  if (child == NULL)
    return TWF_ANSWERS_UNKNOWN;
  if (child->end == TWF_CHILD_DONE)
    return TWF_ANSWERS_RIGHT;
  twf_remote_set_error (&error, self, child, FALSE);
  return g_error_matches (error, TWF_ERROR, TWF_ERROR_NOT_ADMITTED) ? TWF_ANSWERS_WRONG
                                                                    : TWF_ANSWERS_UNKNOWN;
}

TwfChild *
twf_remote_run (const TwfRemote *self,
                const char *repository,
                const char *const *arguments,
                GCancellable *cancellable,
                GError **error)
{
  g_auto (GStrv) argv = NULL;
  g_auto (GStrv) environment = NULL;
  TwfChildSpec spec = { .folder = repository,
                        .online = TRUE,
                        .memory = MOST_MEMORY,
                        .file_size = MOST_FILE,
                        .seconds = MOST_SECONDS,
                        .most_output = MOST_OUTPUT,
                        .patience = get_patience (self),
                        .said = take_line,
                        .excuse = excuse,
                        .user_data = (gpointer)self };
  TwfChild *child;

  if (self->asking != NULL && !twf_asking_begin (self->asking, self->location, error))
    return NULL;
  argv = list_arguments (self, repository, arguments);
  environment = list_environment (self);
  spec.argv = (const char *const *)argv;
  spec.environment = (const char *const *)environment;
  if (self->progress != NULL)
    self->progress (TWF_REMOTE_CONNECTING, -1, self->progress_data);
  child = twf_child_run (&spec, cancellable, error);
  if (self->asking != NULL)
    twf_asking_end (self->asking, judge_answers (self, child));
  return child;
}
