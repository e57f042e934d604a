/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-akn-private.h"
#include "twf-repair.h"

#include <string.h>

/**
 * twf_akn_is_one_of:
 * @node: a node
 * @list: names between bars
 *
 * Returns: whether @node is an element called one of them, in any namespace
 */
gboolean
twf_akn_is_one_of (const xmlNode *node, const char *list)
{
  const char *name = (const char *)node->name;
  gsize length;

  if (node->type != XML_ELEMENT_NODE)
    return FALSE;
  length = strlen (name);
  for (const char *at = list; (at = strchr (at, '|')) != NULL; at++)
    if (strncmp (at + 1, name, length) == 0 && at[1 + length] == '|')
      return TRUE;
  return FALSE;
}

/**
 * twf_akn_add_block:
 * @to: where it goes
 * @node: the element that has its identity and its line
 * @kind: what it is compared as
 * @role: what it is taken for
 * @text: its words as they stood
 *
 * Returns: (transfer none): the new block, which the document owns
 */
TwfAknBlock *
twf_akn_add_block (TwfAknReading *to,
                   const xmlNode *node,
                   TwfAknKind kind,
                   TwfRole role,
                   const char *text)
{
  TwfAknBlock *block = g_new0 (TwfAknBlock, 1);

  block->kind = kind;
  block->role = role;
  block->section = to->section;
  block->line = (guint)MAX (xmlGetLineNo (node), 0);
  block->key = twf_xml_dup_attribute (node, "eId");
  block->text = twf_repair_line (text, NULL);
  g_ptr_array_add (to->document->blocks, block);
  return block;
}

/**
 * twf_akn_add_notes:
 * @to: where they go
 * @notes: (element-type xmlNode): the notes of the paragraph that was added last
 *
 * Notes follow the paragraph that they belong to. They are no part of it: they are kept as left
 * out, so that a person sees them and may take them up.
 */
void
twf_akn_add_notes (TwfAknReading *to, GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      g_autofree char *text = twf_akn_dup_note (notes->pdata[i]);
      TwfAknBlock *block
          = twf_akn_add_block (to, notes->pdata[i], TWF_AKN_NOTE, TWF_ROLE_LEFT_OUT, text);

      block->number = twf_xml_dup_attribute (notes->pdata[i], "marker");
      block->why = g_strdup ("note");
    }
}

/**
 * twf_akn_has_text:
 * @text: a text
 *
 * Returns: whether there is more in it than white space
 */
gboolean
twf_akn_has_text (const char *text)
{
  return text[strspn (text, " \t\r\n")] != '\0';
}
