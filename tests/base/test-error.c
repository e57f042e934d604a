/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-error.h"

#include <errno.h>
#include <gio/gio.h>

static const struct
{
  int saved_errno;
  TwfError code;
} system_cases[] = {
  { ENOENT, TWF_ERROR_NOT_FOUND }, { ENOSPC, TWF_ERROR_NO_SPACE }, { EFBIG, TWF_ERROR_NO_SPACE },
  { EISDIR, TWF_ERROR_INVALID },   { EROFS, TWF_ERROR_READ_ONLY }, { EACCES, TWF_ERROR_DENIED },
  { EIO, TWF_ERROR_IO },
};

static void
test_domain (void)
{
  g_assert_cmpstr (g_quark_to_string (TWF_ERROR), ==, "twf-error-quark");
}

static void
test_from_errno (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (system_cases); i++)
    {
      g_autoptr (GError) error = NULL;

      twf_error_set_from_errno (&error, system_cases[i].saved_errno, "plan");
      g_assert_error (error, TWF_ERROR, (int)system_cases[i].code);
      g_assert_true (g_str_has_prefix (error->message, "plan: "));
    }
}

static void
test_converts_foreign (void)
{
  g_autoptr (GError) io = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  g_autoptr (GError) file = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_NOENT, "gone");
  g_autoptr (GError) convert = g_error_new_literal (G_CONVERT_ERROR, 0, "odd");

  twf_error_convert (&io);
  g_assert_error (io, TWF_ERROR, TWF_ERROR_NO_SPACE);
  g_assert_cmpstr (io->message, ==, "full");
  twf_error_convert (&file);
  g_assert_error (file, TWF_ERROR, TWF_ERROR_NOT_FOUND);
  twf_error_convert (&convert);
  g_assert_error (convert, TWF_ERROR, TWF_ERROR_FAILED);
}

static void
test_leaves_cancellation (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "stopped");
  GError *none = NULL;

  twf_error_convert (&error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  twf_error_convert (&none);
  g_assert_no_error (none);
  twf_error_convert (NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/error/domain", test_domain);
  g_test_add_func ("/error/from-errno", test_from_errno);
  g_test_add_func ("/error/converts-foreign", test_converts_foreign);
  g_test_add_func ("/error/leaves-cancellation", test_leaves_cancellation);
  return g_test_run ();
}
