/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-account-text.h"
#include "twf-provenance-private.h"

G_BEGIN_DECLS

typedef enum
{
  TWF_FACT_PRESENT, /* the word stands there */
  TWF_FACT_ABSENT,  /* it was known and does not stand there */
  TWF_FACT_ORDER,   /* it stands behind another, or before it */
  TWF_FACT_AS,      /* it is spelled so, with such spaces behind it */
  TWF_FACT_LEAD,    /* such spaces stand before the first word */
  TWF_FACT_TEXT,    /* the whole text reads so */
} TwfFactKind;

/* Something that is true of the latter version and not of the former. */
typedef struct
{
  TwfFactKind kind;
  guint32 word;
  guint32 other;     /* ORDER */
  gboolean after;    /* ORDER: behind @other */
  const char *bytes; /* AS, LEAD, TEXT */
  gsize length;
} TwfFact;

/* Two versions, and those between them. */
typedef struct
{
  TwfProvenance *provenance;
  guint former; /* TWF_NO_VERSION: there was none */
  guint latter;
  GArray *between;   /* of guint: in the latter and not in the former, the last first */
  GPtrArray *places; /* of GHashTable*, by version: word -> where it stands, plus one; NULL: not
                        asked for yet */
} TwfGround;

void twf_ground_init (TwfGround *self, TwfProvenance *provenance, guint former, guint latter);
void twf_ground_clear (TwfGround *self);
gboolean twf_ground_find_word (TwfGround *self, guint version, guint32 word, guint *at);
const char *
twf_ground_get_chunk (TwfGround *self, guint version, guint at, gsize *length, gsize *core);
gsize twf_ground_get_lead (TwfGround *self, guint version);
GArray *twf_ground_find_makers (TwfGround *self, const TwfFact *fact) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
