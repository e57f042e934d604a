/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-error.h"
#include "twf-json.h"

/* json-glib 1.6 parses by recursion and overruns the stack on deep input: the depth is counted
 * first, outside strings (RFC 8259, section 7). Returns: the line of the offence, or 0. */
static guint
find_too_deep (const char *data, gsize length)
{
  guint depth = 0;
  guint line = 1;
  gboolean quoted = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (data[i] == '\n')
        line++;
      if (quoted && data[i] == '\\')
        i++;
      else if (data[i] == '"')
        quoted = !quoted;
      else if (!quoted && (data[i] == '[' || data[i] == '{'))
        depth++;
      else if (!quoted && (data[i] == ']' || data[i] == '}') && depth > 0)
        depth--;
      if (depth > TWF_JSON_MOST_DEPTH)
        return line;
    }
  return 0;
}

static gboolean
check_bytes (const char *data, gsize length, GError **error)
{
  guint line;

  if (length == 0)
    {
      g_set_error_literal (error, TWF_ERROR, TWF_ERROR_EMPTY, "no JSON text");
      return FALSE;
    }
  if (length > TWF_JSON_MOST_BYTES)
    {
      g_set_error (
          error, TWF_ERROR, TWF_ERROR_TOO_LARGE, "%" G_GSIZE_FORMAT " bytes of JSON", length);
      return FALSE;
    }
  if (!g_utf8_validate (data, (gssize)length, NULL))
    {
      g_set_error_literal (error, TWF_ERROR, TWF_ERROR_ENCODING, "JSON text is not UTF-8");
      return FALSE;
    }
  line = find_too_deep (data, length);
  if (line > 0)
    {
      g_set_error (error,
                   TWF_ERROR,
                   TWF_ERROR_INVALID,
                   "line %u: nested deeper than %d",
                   line,
                   TWF_JSON_MOST_DEPTH);
      return FALSE;
    }
  return TRUE;
}

/**
 * twf_json_parse:
 * @data: foreign bytes
 * @length: how many
 * @error: return location
 *
 * Parses JSON whose depth and size have been looked at first.
 *
 * Returns: (transfer full): the root, always an object
 * Errors: TWF_ERROR_EMPTY; TWF_ERROR_TOO_LARGE above 64 MiB; TWF_ERROR_ENCODING if it is not UTF-8;
 *   TWF_ERROR_INVALID if it is nested too deep, no JSON, or no object
 */
JsonNode *
twf_json_parse (const char *data, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) reason = NULL;
  JsonNode *root;

  if (!check_bytes (data, length, error))
    return NULL;
  if (!json_parser_load_from_data (parser, data, (gssize)length, &reason))
    {
      g_set_error (error,
                   TWF_ERROR,
                   TWF_ERROR_INVALID,
                   "line %u: not JSON",
                   json_parser_get_current_line (parser));
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, TWF_ERROR, TWF_ERROR_INVALID, "the JSON text is not one object");
      return NULL;
    }
  return json_node_ref (root);
}

/**
 * twf_json_get_string:
 * @object: a JSON object
 * @member: name of a member
 *
 * Returns: (nullable): the string, or %NULL where there is none or it is of another type
 */
const char *
twf_json_get_string (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

/**
 * twf_json_get_object:
 * @object: a JSON object
 * @member: name of a member
 *
 * Returns: (nullable): the object, or %NULL where there is none or it is of another type
 */
JsonObject *
twf_json_get_object (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static const char *
get_string_node (JsonNode *node)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

/**
 * twf_json_dup_strings:
 * @object: a JSON object
 * @member: name of a member: a string, or an array of strings
 *
 * Returns: (transfer full) (nullable): the strings, or %NULL where there are none or one is of
 *   another type
 */
GStrv
twf_json_dup_strings (JsonObject *object, const char *member)
{
  g_autoptr (GStrvBuilder) strings = g_strv_builder_new ();
  JsonNode *node = json_object_get_member (object, member);
  JsonArray *array;

  if (node == NULL)
    return NULL;
  if (get_string_node (node) != NULL)
    {
      g_strv_builder_add (strings, get_string_node (node));
      return g_strv_builder_end (strings);
    }
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return NULL;

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *string = get_string_node (json_array_get_element (array, i));

      if (string == NULL)
        return NULL;
      g_strv_builder_add (strings, string);
    }
  return g_strv_builder_end (strings);
}

/**
 * twf_json_set_strings:
 * @object: a JSON object
 * @member: name of the member to set
 * @values: (nullable): strings; %NULL becomes null
 *
 * Sets @member to an array of strings.
 */
void
twf_json_set_strings (JsonObject *object, const char *member, const char *const *values)
{
  g_autoptr (JsonArray) array = json_array_new ();

  if (values == NULL)
    {
      json_object_set_null_member (object, member);
      return;
    }
  for (gsize i = 0; values[i] != NULL; i++)
    json_array_add_string_element (array, values[i]);
  json_object_set_array_member (object, member, g_steal_pointer (&array));
}
