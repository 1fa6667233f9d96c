#include "CAllocator.h"

#include <limits.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

void callocator_keep_freed(void) {
#ifdef __GLIBC__
  // One arena: those of further threads return their memory whatever is said here.
  mallopt(M_ARENA_MAX, 1);
  // The largest threshold that glibc takes.
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, INT_MAX);
  mallopt(M_TOP_PAD, 1 << 20);
#endif
}
