/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-export-private.h"

#include "twf-bidi.h"
#include "twf-block-opening.h"
#include "twf-clock.h"
#include "twf-error.h"
#include "twf-press.h"

#include <dlfcn.h>

static TwfPressNeeds needs = {
  .get_direction = twf_language_get_direction,
  .get_word = twf_sheet_word,
  .isolate_in = twf_text_isolate_in,
  .list_openings = twf_block_list_openings,
  .get_look = twf_opening_get_look,
  .error_failed = TWF_ERROR_FAILED,
  .error_too_large = TWF_ERROR_TOO_LARGE,
};

/* Where both are built the program knows the folder of the module; else it is where it was
 * installed. It is never unloaded: the libraries that come with it are not made for that. */
static gpointer
load_press (gpointer data)
{
  void *module = dlopen (TWF_PRESS_MODULE, RTLD_NOW | RTLD_LOCAL);

  needs.error_domain = TWF_ERROR;
  if (module == NULL)
    module = dlopen (LIBEXECDIR "/tawafuq/" TWF_PRESS_MODULE, RTLD_NOW | RTLD_LOCAL);
  if (module == NULL)
    g_debug ("%s", dlerror ());
  return module != NULL ? dlsym (module, G_STRINGIFY (twf_press_print)) : NULL;
}

/**
 * _twf_export_pdf:
 * @title: of the document
 * @running_head: stands on every page but the first
 * @sheet: (element-type TwfBlock): what to set
 * @language: of the document
 * @most_pages: no more than these; 0: any number
 * @cancellable: (nullable): asked at every block
 * @error: (out) (optional): where an error goes
 *
 * Loads what sets pages, and has it set these: see twf_press_print().
 *
 * Returns: (transfer full): the bytes
 *
 * Errors: TWF_ERROR_UNSUPPORTED if the module is not installed; as twf_press_print()
 */
GBytes *
_twf_export_pdf (const char *title,
                 const char *running_head,
                 GPtrArray *sheet,
                 const char *language,
                 int most_pages,
                 GCancellable *cancellable,
                 GError **error)
{
  static GOnce once = G_ONCE_INIT;
  g_autoptr (GDateTime) now = twf_clock_now_utc ();
  __typeof__ (twf_press_print) *print = g_once (&once, load_press, NULL);

  if (print == NULL)
    {
      g_set_error_literal (
          error, TWF_ERROR, TWF_ERROR_UNSUPPORTED, TWF_PRESS_MODULE " is not installed");
      return NULL;
    }
  return print (&needs, title, running_head, sheet, language, now, most_pages, cancellable, error);
}
