/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-akn-private.h"
#include "twf-metadata.h"

#include <string.h>

static void
add_metadata (TwfAknReading *to, const xmlNode *node, TwfRole role, const char *value)
{
  g_autofree char *text = twf_akn_dup_text (node, NULL);
  const char *words = text;
  TwfAknBlock *block;

  g_strstrip (text);
  /* One file has the dash that parts number and title in the title. */
  if (role == TWF_ROLE_TITLE && text[0] == '-')
    words += 1 + strspn (text + 1, " \t");
  if (words[0] == '\0')
    return;
  block = twf_akn_add_block (
      to, node, role == TWF_ROLE_TITLE ? TWF_AKN_TITLE : TWF_AKN_METADATA, role, words);
  block->value = value != NULL ? g_strdup (value) : NULL;
}

static gboolean
find_role (const xmlNode *node, gboolean cover, TwfRole *role, char **value)
{
  g_autofree char *name = twf_xml_dup_attribute (node, "name");
  g_autofree char *text = NULL;

  if (cover && twf_xml_is (node, "docNumber"))
    *role = TWF_ROLE_SYMBOL;
  else if (twf_xml_is (node, "session"))
    {
      *role = TWF_ROLE_SESSION;
      *value = twf_xml_dup_attribute (node, "value");
    }
  else if (twf_xml_is (node, "inline") && g_strcmp0 (name, "agenda item name") == 0)
    *role = TWF_ROLE_AGENDA_ITEM;
  else if (twf_xml_is (node, "inline") && g_strcmp0 (name, "agenda item") == 0)
    {
      *role = TWF_ROLE_AGENDA_ITEM;
      text = twf_akn_dup_text (node, NULL);
      *value = twf_metadata_find_agenda_item (text);
    }
  else if (!cover && twf_xml_is (node, "docTitle"))
    *role = TWF_ROLE_TITLE;
  else
    return FALSE;
  return TRUE;
}

static gboolean
holds_known (const xmlNode *node, gboolean cover)
{
  g_autofree char *value = NULL;
  TwfRole role;

  if (node->type != XML_ELEMENT_NODE)
    return FALSE;
  if (find_role (node, cover, &role, &value))
    return TRUE;
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (holds_known (child, cover))
      return TRUE;
  return FALSE;
}

static void
leave_out (TwfAknReading *to, const xmlNode *node, TwfAknKind kind, const char *why)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autofree char *text = node->type == XML_TEXT_NODE ? g_strdup ((const char *)node->content)
                                                      : twf_akn_dup_text (node, notes);

  if (twf_akn_has_text (text))
    twf_akn_add_block (to, node, kind, TWF_ROLE_LEFT_OUT, text)->why = g_strdup (why);
  twf_akn_add_notes (to, notes);
}

/**
 * twf_akn_read_front:
 * @to: where paragraphs go
 * @parent: the cover or the preface, or an element in it
 * @cover: which of the two
 *
 * What is known goes where it belongs; the rest is kept as left out.
 */
void
twf_akn_read_front (TwfAknReading *to, const xmlNode *parent, gboolean cover)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      g_autofree char *value = NULL;
      TwfRole role;

      if (node->type != XML_ELEMENT_NODE && node->type != XML_TEXT_NODE)
        continue;
      if (!holds_known (node, cover))
        leave_out (to, node, TWF_AKN_COVER, cover ? "cover" : "preface");
      else if (find_role (node, cover, &role, &value))
        add_metadata (to, node, role, value);
      else
        twf_akn_read_front (to, node, cover);
    }
}

/**
 * twf_akn_read_conclusions:
 * @to: where paragraphs go
 * @parent: the conclusions or an element in them
 *
 * Takes the date; the rest is kept as left out.
 */
void
twf_akn_read_conclusions (TwfAknReading *to, const xmlNode *parent)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      g_autofree char *date = NULL;

      if (node->type == XML_TEXT_NODE || twf_xml_is (node, "inline"))
        leave_out (to, node, TWF_AKN_END, "conclusions");
      else if (twf_xml_is (node, "docDate"))
        {
          date = twf_xml_dup_attribute (node, "date");
          add_metadata (to,
                        node,
                        TWF_ROLE_DATE,
                        date != NULL && strlen (date) == 10 && date[4] == '-' ? date : NULL);
        }
      else if (node->type == XML_ELEMENT_NODE)
        twf_akn_read_conclusions (to, node);
    }
}
