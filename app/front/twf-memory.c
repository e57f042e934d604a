/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-front"

#include "config.h"

#include "twf-memory.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

enum
{
  MEMORY_AT_ONCE = 1024 * 1024,
  LARGE_PAGE = 2 * MEMORY_AT_ONCE,
  MEMORY_IN_LARGE_PAGES = 32 * MEMORY_AT_ONCE,
};

#ifdef __GLIBC__
/* Asks for large pages, where the system offers them to who asks: one page fault then does what
 * five hundred did. That can be said of what the heap has and not of what it will grow by, so it
 * grows at once by what most commands never come to, and what lies before the first whole page is
 * taken and left: all that is address space alone. */
static void
take_large_pages (void)
{
#ifdef MADV_HUGEPAGE
  gsize before = (gsize)malloc (MEMORY_AT_ONCE);
  gsize start = (before / LARGE_PAGE + 1) * LARGE_PAGE;
  gsize end = (gsize)sbrk (0);

  if (before == 0 || start + MEMORY_AT_ONCE > end
      || realloc ((void *)before, start - before - 4 * sizeof (gsize)) == NULL)
    return;
  madvise ((void *)start, end - start, MADV_HUGEPAGE);
#ifdef MADV_POPULATE_WRITE
  madvise ((void *)start, MEMORY_AT_ONCE, MADV_POPULATE_WRITE);
#endif
#endif
}
#endif

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
  mallopt (M_TRIM_THRESHOLD, G_MAXINT);
  mallopt (M_MMAP_THRESHOLD, 16 * MEMORY_AT_ONCE);
  mallopt (M_ARENA_MAX, 1);
  mallopt (M_TOP_PAD, MEMORY_IN_LARGE_PAGES);
  take_large_pages ();
  mallopt (M_TOP_PAD, MEMORY_AT_ONCE);
#endif
}
