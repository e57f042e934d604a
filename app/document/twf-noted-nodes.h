/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-noted-names.h"

G_BEGIN_DECLS

/* Inside the room only: a line cut up at its brackets. */
typedef struct _TwfNotedNode TwfNotedNode;

/* A wording that a side is of. */
typedef struct
{
  guint number; /* from 1 */
  guint link;   /* what its sides have in common; 0: it has this one alone */
} TwfNotedGroup;

/* One side of a bracket. */
typedef struct
{
  GPtrArray *nodes; /* of TwfNotedNode */
  TwfNotedNames *names;
  GArray *groups;   /* of TwfNotedGroup: which wordings it is of; none: it stands */
  gboolean nothing; /* "no text": nothing is to stand there */
} TwfNotedSide;

/* Words, or a bracket. */
struct _TwfNotedNode
{
  GString *text;        /* NULL: a bracket */
  GPtrArray *sides;     /* of TwfNotedSide */
  const char *edges[2]; /* spaces outside that belong to what stands in it */
};

GPtrArray *twf_noted_nodes_new (const char *line,
                                const char *language,
                                guint *n_groups) G_GNUC_WARN_UNUSED_RESULT; /* of TwfNotedNode */
gboolean twf_noted_side_has_owner (const TwfNotedSide *self);
gboolean twf_noted_node_stands (const TwfNotedNode *self);

G_END_DECLS
