#include "CICU.h"
#include "internal.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

struct cicu_breaker {
  UBreakIterator *iterator;
  UText text;
};

static cicu_breaker *wrap(UBreakIterator *iterator, UErrorCode *code) {
  if (U_FAILURE(*code)) {
    return NULL;
  }
  cicu_breaker *breaker = calloc(1, sizeof *breaker);
  if (breaker == NULL) {
    ubrk_close(iterator);
    *code = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  const UText closed = UTEXT_INITIALIZER;
  breaker->text = closed;
  breaker->iterator = iterator;
  return breaker;
}

cicu_breaker *cicu_breaker_open(cicu_break_kind kind, const char *locale, int32_t *status) {
  CICU_BEGIN;
  UBreakIteratorType type = kind == cicu_break_word ? UBRK_WORD : UBRK_SENTENCE;
  cicu_breaker *breaker = wrap(ubrk_open(type, locale, NULL, 0, &code), &code);
  CICU_END(status);
  return breaker;
}

cicu_breaker *cicu_breaker_open_rules(const char *rules, int32_t length, int32_t *line,
                                      int32_t *column, int32_t *status) {
  CICU_BEGIN;
  *line = *column = 0;
  UChar *wide = malloc(sizeof(UChar) * ((size_t)length + 1));
  if (wide == NULL) {
    *status = (int32_t)U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  int32_t count = 0;
  u_strFromUTF8(wide, length + 1, &count, rules, length, &code);
  UParseError where = {0};
  UBreakIterator *iterator =
      U_FAILURE(code) ? NULL : ubrk_openRules(wide, count, NULL, 0, &where, &code);
  free(wide);
  if (U_FAILURE(code)) {
    *line = where.line;
    *column = where.offset;
  }
  cicu_breaker *breaker = wrap(iterator, &code);
  CICU_END(status);
  return breaker;
}

void cicu_breaker_close(cicu_breaker *breaker) {
  if (breaker != NULL) {
    ubrk_close(breaker->iterator);
    utext_close(&breaker->text);
    free(breaker);
  }
}

void cicu_breaker_set_text(cicu_breaker *breaker, const uint8_t *text, int32_t length,
                           int32_t *status) {
  CICU_BEGIN;
  utext_openUTF8(&breaker->text, (const char *)text, length, &code);
  ubrk_setUText(breaker->iterator, &breaker->text, &code);
  CICU_END(status);
}

int32_t cicu_breaker_next(cicu_breaker *breaker, cicu_boundary *boundaries, int32_t capacity) {
  int32_t count = 0;
  while (count < capacity) {
    int32_t offset = ubrk_next(breaker->iterator);
    if (offset == UBRK_DONE) {
      break;
    }
    boundaries[count].offset = offset;
    boundaries[count].status = ubrk_getRuleStatus(breaker->iterator);
    count += 1;
  }
  return count;
}
