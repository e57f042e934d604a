/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-delegation.h"
#include "twf-fields.h"

G_BEGIN_DECLS

/* Inside the room only. */
const TwfFields *twf_delegation_get_fields (TwfDelegation *self);

G_END_DECLS
