/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-front"

#include "config.h"

#include "twf-memory.h"

#include <malloc.h>

enum
{
  MEMORY_AT_ONCE = 1024 * 1024,
};

/**
 * twf_memory_keep:
 *
 * Nothing is given back to the system before the end, which comes in milliseconds: what is freed is
 * used again, and costs no second page fault. One thread works at a time: a worker's memory is
 * taken from where everybody's is, since a heap of its own would grow page by page, with a call of
 * the system for each.
 */
void
twf_memory_keep (void)
{
#ifdef __GLIBC__
  mallopt (M_TOP_PAD, MEMORY_AT_ONCE);
  mallopt (M_TRIM_THRESHOLD, G_MAXINT);
  mallopt (M_MMAP_THRESHOLD, 16 * MEMORY_AT_ONCE);
  mallopt (M_ARENA_MAX, 1);
#endif
}
