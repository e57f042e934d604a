/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-children.h"
#include "twf-discussion.h"
#include "twf-fields.h"

G_BEGIN_DECLS

/* What the plan that a provision stands in keeps about it: inside the room only. */
typedef struct
{
  TwfProvision *above;   /* (borrowed) whom it is listed under; NULL: at the top */
  TwfChildren *children; /* (owned, nullable) what is listed under it; made when asked for */
  guint number;          /* in its section or under its parent; 0: has none */
  guint depth;           /* how many numbered provisions it stands under */
  guint extra;           /* proposed: the how manieth behind @number; 0: @number is its own */
} TwfNode;

TwfNode *twf_provision_get_node (TwfProvision *self);
TwfDiscussion *twf_provision_get_discussion (TwfProvision *self);
const TwfTexts *twf_provision_get_texts (TwfProvision *self);
const TwfFields *twf_provision_get_fields (TwfProvision *self);
void twf_provision_emit_changed (TwfProvision *self);

G_END_DECLS
