/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-issued-private.h"

#include "twf-error.h"

#include <string.h>

/* A file's name has 255 bytes, and git puts ".lock" behind it. */
#define LONGEST_ENCODED 240

/* A dot is harmless between letters and digits, and at the beginning, at the end, doubled or in
 * ".lock" it is not (git-check-ref-format(1)). */
static gboolean
is_kept (const char *symbol, gsize at)
{
  guchar sign = (guchar)symbol[at];

  if (sign >= 0x80 || g_ascii_isalnum (sign) || sign == '-' || sign == '_')
    return TRUE;
  return sign == '.' && at > 0 && g_ascii_isalnum (symbol[at - 1])
         && g_ascii_isalnum (symbol[at + 1]) && g_ascii_strncasecmp (symbol + at, ".lock", 5) != 0;
}

/**
 * twf_symbol_encode:
 * @symbol: a symbol, UTF-8
 *
 * Symbols hold slashes, and one may be the beginning of another: as folders, A/64/L.64 would forbid
 * A/64/L.64/Rev.1. So a symbol is one component: bytes that a reference's name cannot hold are
 * written as "%" and two digits of base sixteen, as in addresses (RFC 3986, section 2.1).
 *
 * Returns: (transfer full): the component
 */
char *
twf_symbol_encode (const char *symbol)
{
  GString *encoded = g_string_new (NULL);

  for (gsize i = 0; symbol[i] != '\0'; i++)
    if (is_kept (symbol, i))
      g_string_append_c (encoded, symbol[i]);
    else
      g_string_append_printf (encoded, "%%%02X", (guchar)symbol[i]);
  return g_string_free (encoded, FALSE);
}

/**
 * twf_symbol_decode:
 * @encoded: a component of a reference's name
 *
 * Returns: (transfer full) (nullable): the symbol; %NULL: it is none that twf_symbol_encode() makes
 */
char *
twf_symbol_decode (const char *encoded)
{
  g_autoptr (GString) symbol = g_string_new (NULL);
  g_autofree char *again = NULL;

  for (const char *at = encoded; *at != '\0'; at++)
    if (*at != '%')
      g_string_append_c (symbol, *at);
    else if (g_ascii_isxdigit (at[1]) && g_ascii_isxdigit (at[2]))
      {
        g_string_append_c (
            symbol, (char)(g_ascii_xdigit_value (at[1]) * 16 + g_ascii_xdigit_value (at[2])));
        at += 2;
      }
    else
      return NULL;
  if (!g_utf8_validate (symbol->str, (gssize)symbol->len, NULL))
    return NULL;
  again = twf_symbol_encode (symbol->str);
  if (!g_str_equal (again, encoded))
    return NULL;
  return g_string_free (g_steal_pointer (&symbol), FALSE);
}

static gboolean
is_id (const char *symbol)
{
  return strlen (symbol) == GIT_OID_HEXSZ
         && strspn (symbol, "0123456789abcdefABCDEF") == GIT_OID_HEXSZ;
}

/**
 * twf_symbol_check:
 * @symbol: what is to be a symbol
 * @error: return location
 *
 * Returns: whether a revision can be issued under it
 * Errors: TWF_ERROR_INVALID if it is empty, no UTF-8, of more than one line, has spaces at an end,
 *   would be taken for a revision's id, or is too long
 */
gboolean
twf_symbol_check (const char *symbol, GError **error)
{
  g_autofree char *encoded = NULL;
  const char *fault = NULL;

  g_return_val_if_fail (symbol != NULL, FALSE);

  if (!g_utf8_validate (symbol, -1, NULL))
    {
      g_set_error_literal (error, TWF_ERROR, TWF_ERROR_INVALID, "symbol: not UTF-8");
      return FALSE;
    }
  encoded = twf_symbol_encode (symbol);
  if (*symbol == '\0')
    fault = "empty";
  else if (g_ascii_isspace (symbol[0]) || g_ascii_isspace (symbol[strlen (symbol) - 1]))
    fault = "a space at its end";
  else if (is_id (symbol))
    fault = "it would be taken for a revision's id";
  else if (strlen (encoded) > LONGEST_ENCODED)
    fault = "too long";
  for (const char *at = symbol; fault == NULL && *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_iscntrl (g_utf8_get_char (at)))
      fault = "a control character";
  if (fault == NULL)
    return TRUE;
  g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "symbol: %s", fault);
  return FALSE;
}

/*
 * twf_issued_dup_reference:
 * @symbol: a symbol
 *
 * Returns: (transfer full): the reference's full name
 */
char *
twf_issued_dup_reference (const char *symbol)
{
  g_autofree char *encoded = twf_symbol_encode (symbol);

  return g_strconcat (TWF_ISSUED_PREFIX, encoded, NULL);
}
