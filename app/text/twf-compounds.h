/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-segments.h"

G_BEGIN_DECLS

void twf_compounds_join (GArray *segments, const char *text);

G_END_DECLS
