/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"

G_BEGIN_DECLS

/* A package deal: provisions whose field "Package" names it are agreed together or not at all. It
 * is nothing but that name, so it needs no record of its own, and a set merges as sets do. */
typedef struct
{
  char *name;
  GPtrArray *members; /* of TwfProvision (owned), in reading order */
  GPtrArray *open;    /* of TwfProvision (in members): those whose agreement does not stand */
} TwfPackage;

/* A package no member of which is agreed is still to be agreed; with some agreed and some not, it
 * is broken. */
gboolean twf_package_is_broken (const TwfPackage *self);
void twf_package_free (TwfPackage *self);
TwfPackage *twf_plan_find_package (TwfPlan *plan, const char *name) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
twf_plan_list_packages (TwfPlan *plan) G_GNUC_WARN_UNUSED_RESULT; /* of TwfPackage, by name */
GPtrArray *twf_provision_list_broken_packages (TwfPlan *plan, TwfProvision *provision)
    G_GNUC_WARN_UNUSED_RESULT; /* of TwfPackage */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfPackage, twf_package_free)

G_END_DECLS
