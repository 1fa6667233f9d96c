#ifndef CICU_INTERNAL_H
#define CICU_INTERNAL_H

#include <unicode/utypes.h>

// Our int32_t status and ICU's enum are not one type to the compiler.
#define CICU_BEGIN UErrorCode code = U_ZERO_ERROR
#define CICU_END(status)                                                                           \
  do {                                                                                             \
    *(status) = (int32_t)code;                                                                     \
  } while (0)

#endif
