/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-cli.h"

G_BEGIN_DECLS

/* What is asked of an export, as it was typed; each nullable. */
typedef struct
{
  const char *format;
  const char *view;
  const char *notation;
  const char *language;
  const char *output;
} TwfCliExport;

gboolean twf_cli_read_export (TwfCli *cli, const TwfCliExport *asked, TwfExportOrder *order);
int twf_cli_export (TwfCli *cli, TwfDesk *desk, TwfExportOrder *order, const char *output);

G_END_DECLS
