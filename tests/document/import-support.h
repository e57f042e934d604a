/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-import.h"

#include "twf-error.h"

#include <string.h>

G_GNUC_UNUSED static GBytes *
load_material (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("TAWAFUQ_MATERIAL"), name, NULL);
  char *data;
  gsize size;

  if (!g_file_get_contents (path, &data, &size, NULL))
    return NULL;
  return g_bytes_new_take (data, size);
}

G_GNUC_UNUSED static TwfDraft *
read_bytes (const void *data, gsize size, const char *language, GError **error)
{
  g_autoptr (GPtrArray) bytes = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  const char *languages[] = { language, NULL };

  g_ptr_array_add (bytes, g_bytes_new (data, size));
  return twf_import_read (bytes, languages, NULL, error);
}

G_GNUC_UNUSED static TwfDraft *
read_string (const char *text, const char *language, GError **error)
{
  return read_bytes (text, strlen (text), language, error);
}

G_GNUC_UNUSED static guint
count_items (TwfDraft *draft)
{
  return g_list_model_get_n_items (twf_draft_list_paragraphs (draft));
}

/* Borrowed: the draft keeps it. */
G_GNUC_UNUSED static TwfDraftParagraph *
get_item (TwfDraft *draft, guint i)
{
  g_autoptr (TwfDraftParagraph) one = g_list_model_get_item (twf_draft_list_paragraphs (draft), i);

  return one;
}

G_GNUC_UNUSED static guint
count_role (TwfDraft *draft, TwfRole role)
{
  guint count = 0;

  for (guint i = 0; i < count_items (draft); i++)
    count += twf_draft_paragraph_get_role (get_item (draft, i)) == role;
  return count;
}

G_GNUC_UNUSED static guint
count_in_section (TwfDraft *draft, TwfRole role, TwfSection section)
{
  guint count = 0;

  for (guint i = 0; i < count_items (draft); i++)
    {
      TwfDraftParagraph *one = get_item (draft, i);

      count += twf_draft_paragraph_get_role (one) == role
               && twf_draft_paragraph_get_section (one) == section;
    }
  return count;
}

/* The letters and digits of a text and nothing else: what must survive every safe repair. */
G_GNUC_UNUSED static void
append_squeezed (GString *to, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar sign = g_utf8_get_char (at);

      if (g_unichar_isalnum (sign) && sign != 0x640)
        g_string_append_unichar (to, sign);
    }
}
