/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-check.h"
#include "twf-disparity.h"

G_BEGIN_DECLS

/* What a value of the field "Accepted-difference" says: "number time-frame.fr=<id>
 * time-frame.en=<id>": the French may have another number than the English in these wordings. As
 * agreement is, it is bound to them: once one of them reads otherwise the question is open again.
 */
gboolean twf_disparity_is_accepted (TwfPlan *plan,
                                    TwfProvision *provision,
                                    TwfPart part,
                                    const TwfDisparity *difference);
TwfEdit *twf_disparity_accept (TwfPlan *plan,
                               TwfProvision *provision,
                               TwfPart part,
                               const TwfDisparity *difference) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *twf_provision_list_disparities (TwfPlan *plan,
                                           TwfProvision *provision,
                                           TwfPart part) G_GNUC_WARN_UNUSED_RESULT;
TwfFinding *twf_finding_new_for_disparity (const TwfDisparity *disparity) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
