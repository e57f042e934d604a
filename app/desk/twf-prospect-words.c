/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-prospect-words.h"

#include <glib/gi18n-lib.h>

static const char *const sequels[TWF_N_SEQUELS] = {
  [TWF_SEQUEL_NONE] = "",
  [TWF_SEQUEL_WITHDRAWN] = N_ ("withdrawn: its condition is met"),
  [TWF_SEQUEL_LEFT] = N_ ("one of its owners withdraws: the condition is met"),
  [TWF_SEQUEL_ACCEPTED] = N_ ("accepted as well: it asked for what stands now"),
  [TWF_SEQUEL_CARRIED] = N_ ("carried along to the new text"),
  [TWF_SEQUEL_CLASHES] = N_ ("still open, about the same words"),
  [TWF_SEQUEL_GONE] = N_ ("gone with its provision; history keeps it"),
  [TWF_SEQUEL_REOPENED] = N_ ("open again: the compromise that took it up is off the table"),
};

static const char *const stances[TWF_N_STANCES] = {
  [TWF_STANCE_ACCEPTS] = NC_ ("how many", "Accept"),
  [TWF_STANCE_REFLECTS] = NC_ ("how many", "Reflect"),
  [TWF_STANCE_RESERVES] = NC_ ("how many", "Reserve"),
  [TWF_STANCE_OBJECTS] = NC_ ("how many", "Object"),
  [TWF_STANCE_SILENT] = NC_ ("how many", "Silent"),
};

/**
 * twf_sequel_get_words:
 * @sequel: what becomes of a proposal; something does
 *
 * Returns: that in words, as they stand behind what names the proposal
 */
const char *
twf_sequel_get_words (TwfSequel sequel)
{
  g_return_val_if_fail (sequel > TWF_SEQUEL_NONE && sequel < TWF_N_SEQUELS, "");

  return _ (sequels[sequel]);
}

/**
 * twf_stance_get_words:
 * @stance: where somebody stands
 *
 * Returns: that in a word, as it stands before a number and names
 */
const char *
twf_stance_get_words (TwfStance stance)
{
  g_return_val_if_fail (stance < TWF_N_STANCES, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "how many", stances[stance]);
}
