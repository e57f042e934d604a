/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-error.h"
#include "twf-format.h"

#include <string.h>

#define ID "abcdefghijkm"
#define FOLDER "provisions/ab/abcdefghijkm/"
#define PROPOSAL FOLDER "proposals/bbcdefghijkm/"
#define OWN "proposals/bbcdefghijkm/"
#define REMARK FOLDER "remarks/bbcdefghijkm"

/* A file that makes a plan in order one that is refused, and why. */
typedef struct
{
  const char *path;
  const char *content;
  const char *message;
} Case;

static const Case cases[] = {
  /* Paths. */
  { "README", "", "README: no path of this storage" },
  { "", "", ": no path of this storage" },
  { "/plan", "", "/plan: no path of this storage" },
  { "plan/x", "", "plan/x: no path of this storage" },
  { "../plan", "", "../plan: no path of this storage" },
  { ".git/config", "", ".git/config: no path of this storage" },
  { "title/ar", "x\n", "title/ar: no path of this storage" },
  { "title/.txt", "x\n", "title/.txt: no path of this storage" },
  { "title/means.ar.txt", "x\n", "title/means.ar.txt: no path of this storage" },
  { "title/AR.txt", "x\n", "title/AR.txt: not a language tag in its usual form" },
  { "title/qqq9.txt", "x\n", "title/qqq9.txt: not a language tag in its usual form" },
  { "title/a\tb.txt", "x\n", "title/a\\tb.txt: not a language tag in its usual form" },
  { "title/\xff.txt", "x\n", "title/\\377.txt: not a language tag in its usual form" },
  { "title/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.txt",
    "x\n",
    "title/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.txt: not a language tag in its usual form" },
  { "delegations/eg", "", "delegations/eg: not a delegation's code" },
  { "delegations/", "", "delegations/: not a delegation's code" },
  { "delegations/EG/x", "", "delegations/EG/x: not a delegation's code" },
  { "provisions/ab", "", "provisions/ab: no path of this storage" },
  { "provisions/ab/abc", "", "provisions/ab/abc: no path of this storage" },
  { "provisions/ab/abc/fields", "", "provisions/ab/abc/fields: not an id" },
  { "provisions/ab/ABCDEFGHIJKM/fields", "", "provisions/ab/ABCDEFGHIJKM/fields: not an id" },
  { "provisions/ac/" ID "/fields",
    "Section: letter\n",
    "provisions/ac/" ID "/fields: in another folder than its id says" },
  { "provisions/" ID "/fields", "", "provisions/" ID "/fields: no path of this storage" },
  { FOLDER "notes", "", FOLDER "notes: no path of this storage" },
  { FOLDER "body.ar.txt", "x\n", FOLDER "body.ar.txt: no part of a provision" },
  { FOLDER "price.ar.txt", "x\n", FOLDER "price.ar.txt: no part of a provision" },
  { FOLDER "means.means.ar.txt",
    "x\n",
    FOLDER "means.means.ar.txt: not a language tag in its usual form" },
  { FOLDER "proposals/x", "", FOLDER "proposals/x: no path of this storage" },
  { FOLDER "proposals/x/fields", "", FOLDER "proposals/x/fields: not an id" },
  { FOLDER "remarks/x", "", FOLDER "remarks/x: not an id" },
  { FOLDER "remarks/bbcdefghijkm/x", "", FOLDER "remarks/bbcdefghijkm/x: not an id" },
  /* Files of fields. */
  { "plan", "", "plan: no Format" },
  { "plan", "Languages: ar\n", "plan: no Format" },
  { "plan", "Format: 0\n", "plan:1: not a value of this key" },
  { "plan", "Format: 01\n", "plan:1: not a value of this key" },
  { "plan", "Format: one\n", "plan:1: not a value of this key" },
  { "plan", "Format: 1\nLanguages: ar ar\n", "plan:2: not a value of this key" },
  { "plan", "Format: 1\nLanguages: ar  en\n", "plan:2: not a value of this key" },
  { "plan", "Format: 1\nMood: good\n", "plan:2: unknown key" },
  { "plan", "Format: 1\nformat: 1\n", "plan:2: unknown key" },
  { "plan", "Format: 1\nFormat: 1\n", "plan:2: key stands twice" },
  { "plan", "Format: 1\nSession: 64\nSymbol: A\n", "plan:3: key out of order" },
  { "plan", "Format: 1\nSymbol: A", "plan:2: no line feed at the end" },
  { "plan", "Format: 1\n\n", "plan:2: empty line" },
  { "plan", "Format: 1\nSymbol:\n", "plan:2: no value" },
  { "plan", "Format: 1\nSymbol: \n", "plan:2: no value" },
  { "plan", "Format: 1\nSymbol\n", "plan:2: not of the form \"Key: value\"" },
  { "plan", "Format: 1\nSymbol:A\n", "plan:2: not of the form \"Key: value\"" },
  { "plan", "Format: 1\nSymbol:  A\n", "plan:2: space around the value" },
  { "plan", "Format: 1\nSymbol: A \n", "plan:2: space around the value" },
  { "plan", "Format: 1\nSymbol: A\tB\n", "plan:2: tab in a value" },
  { "plan", "Format: 1\r\n", "plan:1: U+000D control" },
  { "plan", "Format: 1\nSymbol: \xc3\x28\n", "plan:2: not UTF-8" },
  { "plan", "Format: 1\nSymbol: e\u0301\n", "plan:2: not in normal form C" },
  { "plan", "Format: 1\nSymbol: a\u202Eb\n", "plan:2: U+202E RIGHT-TO-LEFT OVERRIDE" },
  { FOLDER "fields", "", FOLDER "fields: no Section" },
  { FOLDER "fields", "Section: annex\n", FOLDER "fields:1: not a value of this key" },
  { FOLDER "fields", "Section: letter\nParent: me\n", FOLDER "fields:2: not a value of this key" },
  { FOLDER "fields", "Section: letter\nRank: a b\n", FOLDER "fields:2: not a value of this key" },
  { FOLDER "fields",
    "Section: letter\nServes: b\nServes: a\n",
    FOLDER "fields:3: values out of order" },
  { FOLDER "fields",
    "Section: letter\nServes: a\nServes: a\n",
    FOLDER "fields:3: value stands twice" },
  { FOLDER "fields",
    "Section: letter\nServes: a\nPillar: a\n",
    FOLDER "fields:3: key out of order" },
  { FOLDER "ar.txt", "text\n", FOLDER "fields: is not there" },
  { PROPOSAL "fields", "Kind: replace\n", PROPOSAL "fields: no State" },
  { PROPOSAL "fields", "Kind: burn\nState: open\n", PROPOSAL "fields:1: not a value of this key" },
  { PROPOSAL "fields",
    "Kind: replace\nState: open\nPart: body\n",
    PROPOSAL "fields:3: not a value of this key" },
  { PROPOSAL "fields",
    "Kind: move\nState: open\nSection: annex\n",
    PROPOSAL "fields:3: not a value of this key" },
  { PROPOSAL "fields",
    "Kind: move\nState: open\nParent: me\n",
    PROPOSAL "fields:3: not a value of this key" },
  { PROPOSAL "fields",
    "Kind: replace\nState: open\nReason: a\nReason: b\n",
    PROPOSAL "fields:4: key stands twice" },
  { PROPOSAL "fields",
    "Kind: replace\nState: open\nOwner: EG\nBase: en\n",
    PROPOSAL "fields:4: key out of order" },
  { PROPOSAL "fields",
    "Kind: replace\nState: open\nReplaced-by: x\n",
    PROPOSAL "fields:3: not a value of this key" },
  { PROPOSAL "en.txt", "x\n", PROPOSAL "fields: is not there" },
  { OWN "ar.txt", "x\n", OWN "fields: is not there" },
  { OWN "fields", "Kind: replace\n", OWN "fields: no State" },
  { OWN "means.ar.txt", "x\n", OWN "means.ar.txt: no path of this storage" },
  { OWN "remarks/bbcdefghijkm", "x\n", OWN "remarks/bbcdefghijkm: no path of this storage" },
  { "proposals/x/fields", "", "proposals/x/fields: not an id" },
  { "proposals/bbcdefghijkm", "", "proposals/bbcdefghijkm: no path of this storage" },
  { REMARK, "When: 2026-11-23T16:40:05Z\n", REMARK ": no empty line before the text" },
  { REMARK, "\n\nHello.\n", REMARK ": no When" },
  { REMARK, "When: 2026-11-23T16:40:05Z\n\n", REMARK ": empty text" },
  { REMARK, "When: 2026-11-23 16:40:05\n\nHello.\n", REMARK ":1: not a value of this key" },
  { REMARK, "When: 2026-13-23T16:40:05Z\n\nHello.\n", REMARK ":1: not a value of this key" },
  { REMARK,
    "Author: nobody\nWhen: 2026-11-23T16:40:05Z\n\nHello.\n",
    REMARK ":1: not a value of this key" },
  /* Texts. */
  { "title/ar.txt", "", "title/ar.txt: empty text" },
  { "title/ar.txt", "\n", "title/ar.txt: empty text" },
  { "title/ar.txt", "one\ntwo", "title/ar.txt:2: no line feed at the end" },
  { "title/ar.txt", "one\r\ntwo\n", "title/ar.txt:1: U+000D control" },
  { "title/ar.txt", "one\n\x1b[2J\n", "title/ar.txt:2: U+001B control" },
  { "title/ar.txt", "one\nt\x7fo\n", "title/ar.txt:2: U+007F control" },
  { "title/ar.txt", "one\nt\xc2\x85o\n", "title/ar.txt:2: U+0085 control" },
  { "title/ar.txt", "one\n\xed\xa0\x80\n", "title/ar.txt:2: not UTF-8" },
  { "title/ar.txt", "one\ntwo\n\xc0\x80\n", "title/ar.txt:3: not UTF-8" },
  { "title/ar.txt", "one\nA\u030A\n", "title/ar.txt:2: not in normal form C" },
  { "title/ar.txt", "one\ntwo\u2028three\n", "title/ar.txt:2: not in normal form C" },
  { "title/ar.txt", "one\n\u202Dtwo\u202C\n", "title/ar.txt:2: U+202D LEFT-TO-RIGHT OVERRIDE" },
  { "title/ar.txt", "one \u2068two\nthree\u2069\n", "title/ar.txt:1: U+2068 FIRST STRONG ISOLATE" },
  { "title/ar.txt", "one\ntwo\u2069\n", "title/ar.txt:2: U+2069 POP DIRECTIONAL ISOLATE" },
};

static void
put (GHashTable *files, const char *path, const char *content, gsize length)
{
  g_hash_table_insert (files, g_strdup (path), g_bytes_new (content, length));
}

/* The rest of a plan around the file of a case. */
static GHashTable *
make_files (const char *path)
{
  GHashTable *files = twf_files_new ();
  gboolean alone = g_str_has_suffix (path, "/ar.txt") && g_str_has_prefix (path, FOLDER);

  put (files, "plan", "Format: 1\n", strlen ("Format: 1\n"));
  if (!alone)
    put (files, FOLDER "fields", "Section: letter\n", strlen ("Section: letter\n"));
  return files;
}

static void
assert_refused (GHashTable *files, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfPlan) plan = twf_format_read_plan (files, &error);

  g_assert_null (plan);
  g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GHashTable) files = make_files (cases[i].path);

      put (files, cases[i].path, cases[i].content, strlen (cases[i].content));
      assert_refused (files, cases[i].message);
    }
}

static void
test_too_long (void)
{
  g_autoptr (GHashTable) files = make_files ("title/ar.txt");
  g_autofree char *text = g_strnfill (64 * 1024, 'a');
  g_autoptr (TwfPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  text[64 * 1024 - 1] = '\n';
  put (files, "title/ar.txt", text, 64 * 1024);
  plan = twf_format_read_plan (files, &error);
  g_assert_no_error (error);
  put (files, "title/ar.txt", "", 0);
  g_free (text);
  text = g_strnfill (64 * 1024 + 1, 'a');
  put (files, "title/ar.txt", text, 64 * 1024 + 1);
  assert_refused (files, "title/ar.txt: longer than 65536 bytes");
}

static void
test_nul (void)
{
  g_autoptr (GHashTable) files = make_files ("title/ar.txt");

  put (files, "title/ar.txt", "one\nt\0o\n", 8);
  assert_refused (files, "title/ar.txt:2: U+0000 control");
}

static void
test_twice (void)
{
  static const char *const paths[] = { "plan",          "title/ar.txt",    FOLDER "fields",
                                       FOLDER "ar.txt", PROPOSAL "fields", PROPOSAL "ar.txt",
                                       REMARK,          "delegations/EG" };
  static const char *const contents[] = { "Format: 1\n",
                                          "x\n",
                                          "Section: letter\n",
                                          "x\n",
                                          "Kind: move\nState: open\n",
                                          "x\n",
                                          "When: 2026-11-23T16:40:05Z\n\nx\n",
                                          "" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (TwfReader) reader = twf_reader_new ();
      g_autoptr (GBytes) head = g_bytes_new_static ("Format: 1\n", 10);
      g_autoptr (GBytes) bytes = g_bytes_new_static (contents[i], strlen (contents[i]));
      g_autofree char *message = g_strconcat (paths[i], ": stands twice", NULL);
      g_autoptr (GError) error = NULL;

      if (i > 0)
        g_assert_true (twf_reader_add (reader, "plan", head, &error));
      g_assert_true (twf_reader_add (reader, paths[i], bytes, &error));
      g_assert_false (twf_reader_add (reader, paths[i], bytes, &error));
      g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, message);
    }
}

/* Pieces that pass alone, that pass beside others, and that never do. */
static void
append_pieces (GString *text, gint32 most)
{
  static const char *const pieces[] = { "word ",
                                        "a",
                                        " ",
                                        "\n",
                                        "e",
                                        "\314\201",
                                        "\303\251",
                                        "\331\216",
                                        "\331\221",
                                        "\331\201 ",
                                        "\344\270\255",
                                        "\342\201\246",
                                        "\342\201\251",
                                        "\302\240",
                                        "\342\200\231",
                                        "\342\200\256",
                                        "\r",
                                        "\303",
                                        "\341\205\241",
                                        "\341\204\200" };

  for (gint32 n = g_test_rand_int_range (0, most); n > 0; n--)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
}

/* What a file held before makes reading it sooner, and never another answer. */
static void
test_former (void)
{
  guint n_read = 0, n_refused = 0;

  for (guint round = 0; round < 200000; round++)
    {
      g_autoptr (GString) one = g_string_new (NULL);
      g_autoptr (GString) other = g_string_new (NULL);
      g_autoptr (GString) end = g_string_new (NULL);
      g_autoptr (GBytes) former = NULL, bytes = NULL;
      g_autoptr (GError) error = NULL, same = NULL;
      g_autofree char *passed = NULL, *alone = NULL, *after = NULL;

      append_pieces (one, 6);
      append_pieces (end, 6);
      g_string_append (other, one->str);
      append_pieces (one, 4);
      append_pieces (other, 4);
      g_string_append_printf (one, "%s\n", end->str);
      g_string_append_printf (other, "%s\n", end->str);
      former = g_bytes_new (one->str, one->len);
      bytes = g_bytes_new (other->str, other->len);
      passed = twf_format_dup_text ("title/en.txt", former, NULL, NULL);
      if (passed == NULL)
        continue;
      alone = twf_format_dup_text ("title/en.txt", bytes, NULL, &error);
      after = twf_format_dup_text ("title/en.txt", bytes, former, &same);
      g_assert_cmpstr (after, ==, alone);
      if (error != NULL)
        g_assert_cmpstr (same->message, ==, error->message);
      n_read += alone != NULL;
      n_refused += alone == NULL;
    }
  g_assert_cmpuint (n_read, >, 1000);
  g_assert_cmpuint (n_refused, >, 1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/refusals/cases", test_cases);
  g_test_add_func ("/refusals/too-long", test_too_long);
  g_test_add_func ("/refusals/nul", test_nul);
  g_test_add_func ("/refusals/former", test_former);
  g_test_add_func ("/refusals/twice", test_twice);
  return g_test_run ();
}
