/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TwfSection:
 * @TWF_SECTION_LETTER: paragraphs of the covering letter
 * @TWF_SECTION_PILLARS: what the plan stands on; a provision's text is the pillar's name
 * @TWF_SECTION_RATIONALE: reasons, preambular paragraphs
 * @TWF_SECTION_PRINCIPLES: principles; each may state a pillar
 * @TWF_SECTION_OBJECTIVES: objectives; each rests on principles
 * @TWF_SECTION_ACTIONS: actions, operative paragraphs; each serves objectives and pillars
 * @TWF_SECTION_PROCEDURE: steps by which the plan is made and adopted
 *
 * The parts of a plan in the order in which they are read. A provision's section is its kind.
 */
typedef enum
{
  TWF_SECTION_LETTER,
  TWF_SECTION_PILLARS,
  TWF_SECTION_RATIONALE,
  TWF_SECTION_PRINCIPLES,
  TWF_SECTION_OBJECTIVES,
  TWF_SECTION_ACTIONS,
  TWF_SECTION_PROCEDURE,
} TwfSection;

#define TWF_N_SECTIONS 7

/**
 * TwfPart:
 * @TWF_PART_BODY: the text of the provision itself
 * @TWF_PART_RESPONSIBLE: who is responsible (actions)
 * @TWF_PART_TIME_FRAME: by when (actions)
 * @TWF_PART_MEANS: with what means (actions)
 * @TWF_PART_INDICATOR: how success is seen (actions)
 *
 * The texts a provision has, each in every language of the plan.
 */
typedef enum
{
  TWF_PART_BODY,
  TWF_PART_RESPONSIBLE,
  TWF_PART_TIME_FRAME,
  TWF_PART_MEANS,
  TWF_PART_INDICATOR,
} TwfPart;

#define TWF_N_PARTS 5

/* Names of a provision's fields, as they are stored. */
#define TWF_FIELD_PILLAR "Pillar"     /* ids of pillars: principles (one), actions (any) */
#define TWF_FIELD_RESTS_ON "Rests-on" /* ids of principles: objectives */
#define TWF_FIELD_SERVES "Serves"     /* ids of objectives: actions */
#define TWF_FIELD_NUMBER                                                                           \
  "Number" /* a number fixed by the source, where it is not the computed one */
#define TWF_FIELD_HEADING "Heading" /* "yes": groups what is under it and has no number */
#define TWF_FIELD_AGREED "Agreed"   /* see twf-agreement.h */
#define TWF_FIELD_PACKAGE "Package" /* names of what is agreed together; a set */
#define TWF_FIELD_TRANSLATED "Translated"
#define TWF_FIELD_ACCEPTED "Accepted-difference" /* of the plan too; see twf-concordance.h */
#define TWF_FIELD_PROPOSED "Proposed"
#define TWF_FIELD_SOURCE "Source" /* identity in the document it was imported from */

/* Names of the plan's own fields, as they are stored. */
#define TWF_PLAN_LANGUAGES "Languages"
#define TWF_PLAN_SOURCE_LANGUAGE "Source-language"
#define TWF_PLAN_SYMBOL "Symbol"
#define TWF_PLAN_SESSION "Session"
#define TWF_PLAN_AGENDA_ITEM "Agenda-item"
#define TWF_PLAN_DATE "Date" /* ISO 8601 day */
#define TWF_PLAN_CONVENTION "Convention"
#define TWF_PLAN_REGISTER "Register" /* how often keys were changed */
#define TWF_PLAN_FACILITATOR_KEY "Facilitator-key"
#define TWF_PLAN_PROCEDURE "Procedure" /* see twf-procedure.h */

const char *twf_section_get_name (TwfSection section);
gboolean twf_section_from_name (const char *name, TwfSection *section);
const char *twf_section_get_title (TwfSection section, const char *language);
const char *twf_part_get_name (TwfPart part);
gboolean twf_part_from_name (const char *name, TwfPart *part);
const char *twf_part_get_title (TwfPart part, const char *language);
gboolean twf_section_has_part (TwfSection section, TwfPart part);
gboolean twf_section_has_field (TwfSection section, const char *field);
gboolean twf_field_is_set (const char *field);
gboolean twf_field_get_target (const char *field, TwfSection *section);

G_END_DECLS
