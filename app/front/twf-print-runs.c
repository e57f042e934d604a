/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-front"

#include "config.h"

#include "twf-print-runs.h"

#include "twf-bidi.h"
#include "twf-difference.h"
#include "twf-language.h"

#include <string.h>

static gboolean
is_rtl (const char *text, const char *language)
{
  return (language != NULL && twf_language_get_direction (language) == TWF_DIRECTION_RTL)
         || twf_text_get_base_direction (text) == TWF_DIRECTION_RTL;
}

/* Words between marks, line by line: a pager colours lines, and an isolate ends with its paragraph.
 * What is written from the end to the start is isolated, so that the marks stay round it. */
static void
append_marked (GString *out,
               const char *text,
               const char *open,
               const char *close,
               gboolean isolated)
{
  while (*text != '\0')
    {
      gsize length = strcspn (text, "\n");

      if (length > 0)
        {
          g_autofree char *line = g_strndup (text, length);
          g_autofree char *value = isolated ? twf_text_isolate (line) : NULL;

          g_string_append (out, open);
          g_string_append (out, value != NULL ? value : line);
          g_string_append (out, close);
        }
      text += length;
      if (*text == '\n')
        g_string_append_c (out, *text++);
    }
}

static void
append_moved (GString *out, const TwfRun *run, gboolean isolated)
{
  char open[16];

  g_snprintf (open, sizeof open, run->kind == TWF_RUN_DELETED ? "[~%u " : "{~%u ", run->move);
  append_marked (out, run->text, open, run->kind == TWF_RUN_DELETED ? "~]" : "~}", isolated);
}

/**
 * twf_print_runs:
 * @cli: a run of a command
 * @runs: (element-type TwfRun): a difference
 * @name: (nullable): of the file, for a line before
 * @language: (nullable): of the text
 *
 * Prints the text with the marks of wdiff(1) round what went and came, and others round what moved.
 */
void
twf_print_runs (TwfCli *cli, GPtrArray *runs, const char *name, const char *language)
{
  if (name != NULL)
    twf_cli_print (cli, "diff %s\n", name);
  for (guint i = 0; i < runs->len; i++)
    {
      const TwfRun *run = runs->pdata[i];
      gboolean isolated = run->kind != TWF_RUN_EQUAL && is_rtl (run->text, language);

      if (run->kind == TWF_RUN_EQUAL)
        g_string_append (cli->out, run->text);
      else if (run->move > 0 && !run->edited)
        append_moved (cli->out, run, isolated);
      else if (run->kind == TWF_RUN_DELETED)
        append_marked (cli->out, run->text, "[-", "-]", isolated);
      else
        append_marked (cli->out, run->text, "{+", "+}", isolated);
    }
  if (runs->len > 0 && cli->out->str[cli->out->len - 1] != '\n')
    g_string_append_c (cli->out, '\n');
}

static void
append_escaped (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (out, escaped);
}

static void
begin_html (TwfCli *cli, const char *name, const char *language)
{
  GString *out = cli->out;

  g_string_append (out, "<!DOCTYPE html>\n<html");
  if (language != NULL)
    twf_cli_print (cli,
                   " lang=\"%s\" dir=\"%s\"",
                   language,
                   twf_language_get_direction (language) == TWF_DIRECTION_RTL ? "rtl" : "ltr");
  g_string_append (out, ">\n<head>\n<meta charset=\"utf-8\">\n<title>");
  append_escaped (out, name != NULL ? name : "twf diff-text");
  g_string_append (out,
                   "</title>\n<style>\n"
                   ".text { white-space: pre-wrap }\n"
                   "del { color: #a51d2d; text-decoration: line-through }\n"
                   "ins { color: #1b6b3a; text-decoration: underline double }\n"
                   ".moved { color: #613583 }\n"
                   "del.moved { text-decoration: line-through dotted }\n"
                   "ins.moved { text-decoration: underline dotted }\n"
                   "a.move { color: #613583; font-size: smaller; vertical-align: super }\n"
                   /* Words that touch would join into one shape in Arabic. */
                   "del + ins { margin-inline-start: 0.2em }\n");
  if (language == NULL)
    g_string_append (out, ".text { unicode-bidi: plaintext }\n");
  g_string_append (out, "</style>\n</head>\n<body>\n");
  if (name != NULL)
    {
      g_string_append (out, "<h2><bdi>");
      append_escaped (out, name);
      g_string_append (out, "</bdi></h2>\n");
    }
  g_string_append (out, "<div class=\"text\">");
}

static void
append_html (TwfCli *cli, const TwfRun *run, gboolean begins_move)
{
  const char *tag = run->kind == TWF_RUN_DELETED ? "del" : "ins";

  if (run->kind == TWF_RUN_EQUAL)
    {
      append_escaped (cli->out, run->text);
      return;
    }
  if (begins_move)
    twf_cli_print (cli,
                   "<a class=\"move\" id=\"%s%u\" href=\"#%s%u\">%u</a>",
                   run->kind == TWF_RUN_DELETED ? "from" : "to",
                   run->move,
                   run->kind == TWF_RUN_DELETED ? "to" : "from",
                   run->move,
                   run->move);
  twf_cli_print (cli, "<%s%s>", tag, run->move > 0 && !run->edited ? " class=\"moved\"" : "");
  append_escaped (cli->out, run->text);
  twf_cli_print (cli, "</%s>", tag);
}

/**
 * twf_print_runs_html:
 * @cli: a run of a command
 * @runs: (element-type TwfRun): a difference
 * @name: (nullable): of the file, for the heading
 * @language: (nullable): of the text; without, each paragraph finds its own direction
 *
 * Prints a page. What moved is linked with its other place.
 */
void
twf_print_runs_html (TwfCli *cli, GPtrArray *runs, const char *name, const char *language)
{
  begin_html (cli, name, language);
  for (guint i = 0; i < runs->len; i++)
    {
      const TwfRun *run = runs->pdata[i];
      const TwfRun *before = i > 0 ? runs->pdata[i - 1] : NULL;

      append_html (
          cli,
          run,
          run->move > 0
              && (before == NULL || before->move != run->move || before->kind != run->kind));
    }
  g_string_append (cli->out, "</div>\n</body>\n</html>\n");
}
