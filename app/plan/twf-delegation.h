/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TWF_TYPE_DELEGATION (twf_delegation_get_type ())
G_DECLARE_FINAL_TYPE (TwfDelegation, twf_delegation, TWF, DELEGATION, GObject)

/* Names of a delegation's fields, as they are stored. */
#define TWF_DELEGATION_NAME "Name"                     /* "<language> <text>", one a language */
#define TWF_DELEGATION_REPRESENTATIVE "Representative" /* "<language> <text>" */
#define TWF_DELEGATION_TITLE "Title"     /* "<language> <text>": of the representative */
#define TWF_DELEGATION_SPONSOR "Sponsor" /* "signatory" or "co-sponsor" */
#define TWF_DELEGATION_RANK "Rank"       /* place in the list of signatories */
#define TWF_DELEGATION_MEMBER "Member"   /* codes, where it is a group */
#define TWF_DELEGATION_KEY "Key"         /* public keys */

/* A state, or a group of states, that takes part. */
TwfDelegation *twf_delegation_new (const char *code) G_GNUC_WARN_UNUSED_RESULT;
TwfDelegation *twf_delegation_copy (TwfDelegation *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_delegation_code_is_valid (const char *code);

/* Under which address somebody's revisions stand; no code: the facilitator's. */
#define TWF_FACILITATOR_EMAIL "facilitator@plan.invalid"
char *twf_delegation_dup_email (const char *code) G_GNUC_WARN_UNUSED_RESULT;
char *twf_delegation_dup_code_of_email (const char *email) G_GNUC_WARN_UNUSED_RESULT;

gboolean twf_delegation_equal (TwfDelegation *one, TwfDelegation *other);

const char *twf_delegation_get_code (TwfDelegation *self);
const char *twf_delegation_get_field (TwfDelegation *self, const char *field);
const char *const *twf_delegation_get_values (TwfDelegation *self, const char *field);
void twf_delegation_set_values (TwfDelegation *self, const char *field, const char *const *values);
GStrv twf_delegation_list_fields (TwfDelegation *self) G_GNUC_WARN_UNUSED_RESULT;

char *twf_delegation_dup_localized (TwfDelegation *self,
                                    const char *field,
                                    const char *language) G_GNUC_WARN_UNUSED_RESULT;
void twf_delegation_set_localized (TwfDelegation *self,
                                   const char *field,
                                   const char *language,
                                   const char *text);
char *twf_delegation_dup_name (TwfDelegation *self, const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
