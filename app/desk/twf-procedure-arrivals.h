/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk-private.h"
#include "twf-procedure.h"

G_BEGIN_DECLS

/* Which breaks came into the rolling text when the silence was over, and when: char* value ->
 * gint64* seconds since 1970 (both owned). */
GHashTable *twf_procedure_find_arrivals (TwfRepository *repository,
                                         const char *tip,
                                         const TwfProcedure *procedure,
                                         GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
