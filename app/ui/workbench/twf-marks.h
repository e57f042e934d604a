/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk-marks.h"
#include "twf-workbench.h"

G_BEGIN_DECLS

#define TWF_TYPE_MARKS (twf_marks_get_type ())
G_DECLARE_FINAL_TYPE (TwfMarks, twf_marks, TWF, MARKS, GObject)

/* Under which symbols revisions were issued, and which is the newest of a branch; one for each
 * workbench, looked up again whenever its desk has done something. Signal: "changed". */
TwfMarks *twf_marks_get (TwfWorkbench *workbench);
GPtrArray *twf_marks_list (TwfMarks *self, const char *revision); /* of TwfMark; nullable */

G_END_DECLS
