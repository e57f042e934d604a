/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* Any bytes: import answers with a draft or one line of error; a draft makes a plan or says why
 * not. */
#include "twf-import.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GPtrArray) bytes = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfDraft) draft = NULL;
  g_autoptr (TwfPlan) plan = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (bytes, g_bytes_new (data, size));
  draft = twf_import_read (bytes, NULL, NULL, &error);
  if (draft == NULL)
    {
      g_assert_nonnull (error);
      g_assert_null (strchr (error->message, '\n'));
      return 0;
    }
  text = twf_draft_to_text (draft);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  plan = twf_draft_to_plan (draft, &error);
  g_assert_true ((plan != NULL) != (error != NULL));
  return 0;
}
