// A wall around ICU4C.
//
// Nothing of ICU is named here: its function names carry the version, and its types clash with the
// copy inside Foundation. Every function that can fail takes `status`, writes an ICU error code into
// it (0 or negative = success) and returns a harmless value on failure. Text is UTF-8, lengths and
// offsets are bytes.
#ifndef CICU_H
#define CICU_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#pragma mark Versions and errors

/// The name of an ICU error code, such as `U_ILLEGAL_ARGUMENT_ERROR`.
const char *cicu_status_name(int32_t status);

/// The version of the ICU that is loaded, such as `72.1`, and of its Unicode data.
const char *cicu_version(void);
const char *cicu_unicode_version(void);

#pragma mark Boundaries

typedef struct cicu_breaker cicu_breaker;

typedef enum __attribute__((enum_extensibility(closed))) cicu_break_kind {
  cicu_break_word = 0,
  cicu_break_sentence = 1,
} cicu_break_kind;

typedef struct cicu_boundary {
  /// Bytes from the start of the text to the boundary.
  int32_t offset;
  /// The rule status of what ends here: for words 0 is none (space, mark), 100 a number, 200 and
  /// above letters.
  int32_t status;
} cicu_boundary;

cicu_breaker *cicu_breaker_open(cicu_break_kind kind, const char *locale, int32_t *status);
/// Opens a breaker for rules of one's own, in ICU's rule language. A fault in the rules is reported
/// by 1-based line and column.
cicu_breaker *cicu_breaker_open_rules(const char *rules, int32_t length, int32_t *line,
                                      int32_t *column, int32_t *status);
void cicu_breaker_close(cicu_breaker *breaker);
/// The text must be valid UTF-8 and stay where it is until the next text is set.
void cicu_breaker_set_text(cicu_breaker *breaker, const uint8_t *text, int32_t length,
                           int32_t *status);
/// Writes up to `capacity` further boundaries (the one at 0 is left out); 0 = no more.
int32_t cicu_breaker_next(cicu_breaker *breaker, cicu_boundary *boundaries, int32_t capacity);

#pragma mark Code points

/// The simple case folding of one code point.
uint32_t cicu_fold_case(uint32_t scalar);
/// ICU's general category (`UCharCategory`) of one code point.
int32_t cicu_general_category(uint32_t scalar);

#ifdef __cplusplus
}
#endif

#endif
