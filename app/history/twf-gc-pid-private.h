/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-repository.h"

G_BEGIN_DECLS

/* Git's own note of who packs and prunes a repository, which keeps two from doing so at once. */
gboolean twf_gc_pid_take (TwfRepository *repository);
void twf_gc_pid_release (TwfRepository *repository);
gboolean twf_gc_pid_is_gits (TwfRepository *repository);
gboolean twf_gc_pid_take_to_save (TwfRepository *repository);
void twf_gc_pid_release_saved (TwfRepository *repository);

G_END_DECLS
