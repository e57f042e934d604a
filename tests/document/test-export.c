/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-bidi.h"
#include "twf-clock.h"
#include "twf-error.h"
#include "twf-export-comparison.h"
#include "twf-export.h"
#include "twf-original-line.h"
#include "twf-field-words.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define N_LONG 400

static const char *const languages[] = { "ar", "en", NULL };

static TwfProvision *
add (TwfPlan *plan,
     TwfSection section,
     const char *id,
     const char *rank,
     const char *ar,
     const char *en)
{
  TwfProvision *provision = twf_provision_new (id, section);

  twf_provision_set_place (provision, section, NULL, rank);
  twf_provision_set_text (provision, TWF_PART_BODY, "ar", ar);
  twf_provision_set_text (provision, TWF_PART_BODY, "en", en);
  twf_plan_take_provision (plan, g_object_ref (provision));
  return provision;
}

static TwfPlan *
make_plan (void)
{
  TwfPlan *plan = twf_plan_new ();
  g_autoptr (TwfProvision) objective = NULL;
  g_autoptr (TwfProvision) action = NULL;
  g_autoptr (TwfDelegation) delegation = twf_delegation_new ("EG");
  static const char *const source[] = { "ar", NULL };
  static const char *const symbol[] = { "A/80/L.7", NULL };
  static const char *const session[] = { "80", NULL };
  static const char *const date[] = { "2026-02-05", NULL };
  static const char *const serves[] = { "ooooooooooo2", NULL };
  static const char *const sponsor[] = { "signatory", NULL };

  twf_plan_set_values (plan, TWF_PLAN_LANGUAGES, languages);
  twf_plan_set_values (plan, TWF_PLAN_SOURCE_LANGUAGE, source);
  twf_plan_set_values (plan, TWF_PLAN_SYMBOL, symbol);
  twf_plan_set_values (plan, TWF_PLAN_SESSION, session);
  twf_plan_set_values (plan, TWF_PLAN_DATE, date);
  twf_plan_set_title (plan, "ar", "خطة عمل للمكتبات العامة");
  twf_plan_set_title (plan, "en", "Plan of action for public libraries");
  objective = add (plan,
                   TWF_SECTION_OBJECTIVES,
                   "ooooooooooo2",
                   "b",
                   "أن تفتح في كل حي مكتبة لا إقصاء فيها لأحد.",
                   "Every quarter opens a library that shuts nobody out.");
  action = add (
      plan, TWF_SECTION_ACTIONS, "aaaaaaaaaaa2", "b", "شراء الكتب <الجديدة> & المستعملة.", NULL);
  twf_provision_set_values (action, TWF_FIELD_SERVES, serves);
  twf_provision_set_text (action, TWF_PART_TIME_FRAME, "ar", "سنتان");
  twf_delegation_set_localized (delegation, TWF_DELEGATION_NAME, "ar", "مصر");
  twf_delegation_set_localized (delegation, TWF_DELEGATION_NAME, "en", "Egypt");
  twf_delegation_set_localized (delegation, TWF_DELEGATION_REPRESENTATIVE, "ar", "ندى سالم");
  twf_delegation_set_values (delegation, TWF_DELEGATION_SPONSOR, sponsor);
  twf_plan_take_delegation (plan, g_steal_pointer (&delegation));
  return plan;
}

static char *
export_to_string (TwfPlan *plan, TwfExportKind kind, const char *language)
{
  const TwfExportOrder order = { .kind = kind, .language = language };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = twf_export_plan (plan, &order, NULL, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_contains (const char *text, const char *wanted)
{
  if (strstr (text, wanted) == NULL)
    g_error ("«%s» is not in:\n%s", wanted, text);
}

static void
test_text (void)
{
  g_autoptr (TwfPlan) plan = make_plan ();
  g_autofree char *arabic = export_to_string (plan, TWF_EXPORT_TEXT, "ar");
  g_autofree char *english = export_to_string (plan, TWF_EXPORT_TEXT, "en");

  assert_contains (arabic, "خطة عمل للمكتبات العامة");
  assert_contains (arabic, "1 - أن تفتح في كل حي مكتبة لا إقصاء فيها لأحد.");
  assert_contains (arabic, "5 شباط/فبراير 2026");
  assert_contains (arabic, "سنتان");
  assert_contains (arabic, TWF_FSI "ندى سالم" TWF_PDI);
  assert_contains (english, "1. Every quarter opens a library that shuts nobody out.");
  /* Not translated: given in the source language rather than left out. */
  assert_contains (english, "شراء الكتب <الجديدة> & المستعملة.");
  assert_contains (english, "Egypt");
  g_assert_true (twf_text_isolates_balance (arabic));
}

/* The clean text is what is agreed. */
static void
test_leaves_proposed_out (void)
{
  g_autoptr (TwfPlan) plan = make_plan ();
  g_autoptr (TwfProvision) proposed
      = add (plan, TWF_SECTION_OBJECTIVES, "ooooooooooo3", "a", "أن تغلق", "They close.");
  g_autoptr (TwfProvision) under
      = add (plan, TWF_SECTION_OBJECTIVES, "ooooooooooo4", "a", "تحت", "What is under it.");
  g_autoptr (TwfProvision) alone
      = add (plan, TWF_SECTION_PROCEDURE, "ppppppppppp2", "a", "وحده", "Alone there.");
  static const char *const owner[] = { "EG", NULL };
  g_autofree char *text = NULL;

  twf_provision_set_values (proposed, TWF_FIELD_PROPOSED, owner);
  twf_provision_set_values (alone, TWF_FIELD_PROPOSED, owner);
  twf_provision_set_place (under, TWF_SECTION_OBJECTIVES, "ooooooooooo3", "a");
  text = export_to_string (plan, TWF_EXPORT_TEXT, "en");
  assert_contains (text, "1. Every quarter opens a library that shuts nobody out.");
  g_assert_null (strstr (text, "They close."));
  g_assert_null (strstr (text, "What is under it."));
  g_assert_null (strstr (text, "Alone there."));
  g_assert_null (strstr (text, twf_section_get_title (TWF_SECTION_PROCEDURE, "en")));
}

static void
test_html (void)
{
  g_autoptr (TwfPlan) plan = make_plan ();
  g_autofree char *html = export_to_string (plan, TWF_EXPORT_HTML, "en");
  g_autofree char *named = NULL;
  g_auto (GStrv) blocks = NULL;

  assert_contains (html, "<html lang=\"en\" dir=\"ltr\">");
  assert_contains (html,
                   "<p lang=\"ar\" dir=\"rtl\">شراء الكتب &lt;الجديدة&gt; &amp; المستعملة.</p>");
  twf_plan_set_values (
      plan, TWF_PLAN_AGENDA_ITEM, (const char *const[]){ "108 منع الجريمة", NULL });
  named = export_to_string (plan, TWF_EXPORT_HTML, "en");
  assert_contains (named, "Agenda item \u2068108\u2069<");
  assert_contains (named, "<bdi lang=\"ar\" dir=\"rtl\">منع الجريمة</bdi>");
  /* A number has no letter that would give it a direction. */
  assert_contains (html, "<bdi dir=\"ltr\">1.</bdi>");
  g_assert_null (strstr (html, "<script"));
  g_assert_null (strstr (html, "http"));

  blocks = g_strsplit (strstr (html, "<main>"), "\n", -1);
  for (guint i = 1; blocks[i] != NULL; i++)
    {
      static const char *const elements[]
          = { "<p", "<h1", "<h2", "<h3", "<li", "<dl", "<ul", "<div" };

      for (guint element = 0; element < G_N_ELEMENTS (elements); element++)
        if (g_str_has_prefix (blocks[i], elements[element]))
          {
            assert_contains (blocks[i], " lang=\"");
            assert_contains (blocks[i], " dir=\"");
          }
    }
}

/* Said in the language of the document, and known again in any. */
static void
test_original (void)
{
  static const char *const six[] = { "ar", "en", "es", "fr", "ru", "zh" };
  static const char *const none[] = { NULL };
  g_autoptr (TwfPlan) plan = make_plan ();
  g_autofree char *text = export_to_string (plan, TWF_EXPORT_TEXT, "en");
  g_autofree char *bare = NULL;

  assert_contains (text, "\nOriginal: Arabic\n");
  twf_plan_set_values (plan, TWF_PLAN_SYMBOL, none);
  twf_plan_set_values (plan, TWF_PLAN_DATE, none);
  bare = export_to_string (plan, TWF_EXPORT_TEXT, "en");
  g_assert_null (strstr (bare, "Original: "));
  for (guint i = 0; i < G_N_ELEMENTS (six); i++)
    for (guint other = 0; other < G_N_ELEMENTS (six); other++)
      {
        g_autofree char *line = twf_original_line_dup (six[i], six[other]);

        g_assert_true (twf_original_line_recognize (line));
      }
  g_assert_true (twf_original_line_recognize ("ORIGINAL: ENGLISH"));
  g_assert_true (twf_original_line_recognize ("Original : anglais"));
  g_assert_false (twf_original_line_recognize ("Original: the text of 1990"));
  g_assert_false (twf_original_line_recognize ("English"));
}

/* The text layer, as a reader that copies would get it. */
static char *
read_pdf (GBytes *pdf, const char *const *command)
{
  g_autofree char *path = NULL;
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;
  int fd = g_file_open_tmp ("test-export-XXXXXX.pdf", &path, &error);

  g_assert_no_error (error);
  close (fd);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize)g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  g_strv_builder_addv (words, (const char **)command);
  g_strv_builder_add (words, path);
  if (strcmp (command[0], "pdftotext") == 0)
    g_strv_builder_add (words, "-");
  argv = g_strv_builder_end (words);
  g_spawn_sync (NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return g_steal_pointer (&out);
}

static void
test_pdf (void)
{
  const TwfExportOrder order = { .kind = TWF_EXPORT_PDF, .language = "ar" };
  static const char *const text_command[] = { "pdftotext", NULL };
  static const char *const fonts_command[] = { "pdffonts", NULL };
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autoptr (TwfPlan) plan = make_plan ();
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *fonts = NULL;
  g_auto (GStrv) lines = NULL;

  if (program == NULL)
    {
      g_test_skip ("pdftotext (package poppler-utils) is not here to read the text layer");
      return;
    }
  for (guint i = 0; i < N_LONG; i++)
    {
      g_autofree char *id = g_strdup_printf ("r%011u", i);
      g_autofree char *rank = g_strdup_printf ("c%05u", i);
      g_autoptr (TwfProvision) reason = NULL;

      for (char *sign = id; *sign != '\0'; sign++)
        if (*sign == '0' || *sign == '1')
          *sign = *sign == '0' ? 'z' : 'y';
      reason = add (
          plan, TWF_SECTION_RATIONALE, id, rank, "لا مكتبة بلا قراء للاتحاد.", "No readers.");
    }
  pdf = twf_export_plan (plan, &order, NULL, &error);
  g_assert_no_error (error);
  text = read_pdf (pdf, text_command);
  assert_contains (text, "مكتبة");
  assert_contains (text, "للاتحاد");
  assert_contains (text, "A/80/L.7");
  assert_contains (text, "2 / ");

  fonts = read_pdf (pdf, fonts_command);
  lines = g_strsplit (fonts, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 3);
  for (guint i = 2; lines[i] != NULL && *lines[i] != '\0'; i++)
    assert_contains (lines[i], " yes yes yes ");
}

static void
test_refuses (void)
{
  const TwfExportOrder french = { .kind = TWF_EXPORT_HTML, .language = "fr" };
  const TwfExportOrder arabic = { .kind = TWF_EXPORT_PDF, .language = "ar" };
  g_autoptr (TwfPlan) plan = make_plan ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (twf_export_plan (plan, &french, NULL, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_null (twf_export_plan (plan, &arabic, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_kinds (void)
{
  TwfExportKind kind;

  g_assert_true (twf_export_kind_from_name ("PDF", &kind));
  g_assert_cmpint (kind, ==, TWF_EXPORT_PDF);
  g_assert_true (twf_export_kind_from_file_name ("خطة.HTML", &kind));
  g_assert_cmpint (kind, ==, TWF_EXPORT_HTML);
  g_assert_false (twf_export_kind_from_name ("odt", &kind));
  g_assert_false (twf_export_kind_from_file_name ("plan.docx", &kind));
}

/* A comparison of plans of which only one says whom an action serves, as a page. */
static char *
compare_in (const char *language)
{
  g_autoptr (TwfPlan) former = twf_plan_new ();
  g_autoptr (TwfPlan) latter = twf_plan_new ();
  const char *const names[] = { "one", "other", NULL };
  const char *const served[] = { "bcdefghjkm23", NULL };
  TwfPlan *sides[] = { latter };
  g_autoptr (TwfComparison) comparison = NULL;
  g_autoptr (GBytes) page = NULL;
  g_autoptr (TwfProvision) same = NULL;
  g_autoptr (TwfProvision) other = NULL;

  twf_plan_set_values (former, TWF_PLAN_LANGUAGES, languages);
  twf_plan_set_values (latter, TWF_PLAN_LANGUAGES, languages);
  same = add (former, TWF_SECTION_ACTIONS, "acdefghjkm23", "b", "نص", "Text");
  other = add (latter, TWF_SECTION_ACTIONS, "acdefghjkm23", "b", "نص", "Text");
  twf_provision_set_values (other, TWF_FIELD_SERVES, served);
  comparison = twf_comparison_new (former, sides, 1, language);
  page = twf_export_comparison (comparison, TWF_EXPORT_TEXT, names, language, NULL, NULL);
  return g_strndup (g_bytes_get_data (page, NULL), g_bytes_get_size (page));
}

static void
test_fields_are_named (void)
{
  g_autofree char *arabic = compare_in ("ar");
  g_autofree char *english = compare_in ("en");

  g_assert_nonnull (strstr (arabic, "يخدم"));
  g_assert_null (strstr (arabic, TWF_FIELD_SERVES));
  g_assert_nonnull (strstr (english, TWF_FIELD_SERVES));
  g_assert_cmpstr (twf_field_word (TWF_FIELD_RESTS_ON, "fr-CA"), ==, "Repose sur");
  g_assert_cmpstr (twf_field_word (TWF_FIELD_RESTS_ON, "sw"), ==, "Rests on");
  g_assert_cmpstr (twf_field_word ("Of-tomorrow", "ar"), ==, "Of-tomorrow");
}

static void
add_sponsor (TwfPlan *plan, const char *code, const char *name, const char *kind, guint rank)
{
  TwfDelegation *delegation = twf_delegation_new (code);
  g_autofree char *place = g_strdup_printf ("%u", rank);

  twf_delegation_set_localized (delegation, TWF_DELEGATION_NAME, "en", name);
  twf_delegation_set_values (
      delegation, TWF_DELEGATION_SPONSOR, (const char *const[]){ kind, NULL });
  twf_delegation_set_values (delegation, TWF_DELEGATION_RANK, (const char *const[]){ place, NULL });
  twf_plan_take_delegation (plan, delegation);
}

/* Those who signed in the order in which they did, the tenth behind the ninth; co-sponsors in the
 * order of names, whatever their codes and places. */
static void
test_sponsors (void)
{
  g_autoptr (TwfPlan) plan = make_plan ();
  g_autofree char *text = NULL;
  const char *before;

  for (guint i = 11; i > 1; i--)
    {
      g_autofree char *code = g_strdup_printf ("A%c", 'A' + (char)(i * 7 % 26));
      g_autofree char *name = g_strdup_printf ("Signed %02u", i);

      add_sponsor (plan, code, name, "signatory", i);
    }
  add_sponsor (plan, "ZA", "Ålesund", "co-sponsor", 14);
  add_sponsor (plan, "ZB", "Zutphen", "co-sponsor", 12);
  add_sponsor (plan, "ZC", "Bergen", "co-sponsor", 13);
  text = export_to_string (plan, TWF_EXPORT_TEXT, "en");
  before = text;
  for (guint i = 2; i <= 11; i++)
    {
      g_autofree char *name = g_strdup_printf ("Signed %02u", i);

      assert_contains (before, name);
      before = strstr (before, name);
    }
  assert_contains (before, "Ålesund");
  assert_contains (strstr (before, "Ålesund"), "Bergen");
  assert_contains (strstr (before, "Bergen"), "Zutphen");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  twf_clock_set_fixed (1770249600);
  g_test_add_func ("/export/sponsors", test_sponsors);
  g_test_add_func ("/export/text", test_text);
  g_test_add_func ("/export/leaves-proposed-out", test_leaves_proposed_out);
  g_test_add_func ("/export/original", test_original);
  g_test_add_func ("/export/html", test_html);
  g_test_add_func ("/export/pdf", test_pdf);
  g_test_add_func ("/export/refuses", test_refuses);
  g_test_add_func ("/export/kinds", test_kinds);
  g_test_add_func ("/export/fields-are-named", test_fields_are_named);
  return g_test_run ();
}
