#ifndef CALLOCATOR_H
#define CALLOCATOR_H

// Has the C library keep what is freed for what is allocated next, but for the largest blocks.
//
// To be called before there are threads. Only glibc is told anything: others have no such settings.
void callocator_keep_freed(void);

#endif
