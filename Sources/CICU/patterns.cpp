#include <atomic>

#include <unicode/uregex.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

#include "text.hpp"

struct cicu_subject {
  std::u16string units;
  /// Differs from text to text and from subject to subject, so that a pattern knows what it holds.
  uint64_t number = 0;
};

struct cicu_pattern {
  URegularExpression *expression = nullptr;
  uint64_t subject = 0;

  ~cicu_pattern() { uregex_close(expression); }
};

namespace {

std::atomic<uint64_t> lastNumber{0};

/// The start of the character that a unit belongs to: within one, ICU's loops run out of the text.
int32_t character(const cicu_subject *subject, int32_t offset) {
  const int32_t count = static_cast<int32_t>(subject->units.size());
  if (offset > 0 && offset < count) {
    U16_SET_CP_START(subject->units.data(), 0, offset);
  }
  return offset;
}

/// Hands the text to the pattern where it has another.
void hold(cicu_pattern *pattern, const cicu_subject *subject, UErrorCode &code) {
  if (pattern->subject == subject->number) {
    return;
  }
  uregex_setText(pattern->expression, subject->units.data(),
                 static_cast<int32_t>(subject->units.size()), &code);
  pattern->subject = U_SUCCESS(code) ? subject->number : 0;
}

/// Bounds the next match, which looks beyond the bounds and takes neither for an end of the text.
void bound(cicu_pattern *pattern, const cicu_subject *subject, int32_t start, int64_t end,
           UErrorCode &code) {
  hold(pattern, subject, code);
  uregex_useAnchoringBounds(pattern->expression, false, &code);
  uregex_useTransparentBounds(pattern->expression, true, &code);
  start = character(subject, start);
  uregex_setRegionAndStart(pattern->expression, start, end, start, &code);
}

} // namespace

cicu_subject *cicu_subject_open(int32_t *status) {
  cicu_subject *subject = new (std::nothrow) cicu_subject;
  *status = static_cast<int32_t>(subject == nullptr ? U_MEMORY_ALLOCATION_ERROR : U_ZERO_ERROR);
  return subject;
}

void cicu_subject_close(cicu_subject *subject) { delete subject; }

void cicu_subject_set(cicu_subject *subject, const uint8_t *text, int32_t length,
                      int32_t *status) {
  cicu::run(status, [&](UErrorCode &code) {
    subject->number = ++lastNumber;
    // UTF-16 has no more units than UTF-8 has bytes.
    subject->units.resize(static_cast<size_t>(length));
    int32_t count = 0;
    u_strFromUTF8(subject->units.data(), length, &count, reinterpret_cast<const char *>(text),
                  length, &code);
    subject->units.resize(U_SUCCESS(code) ? static_cast<size_t>(count) : 0);
    if (code == U_STRING_NOT_TERMINATED_WARNING) {
      code = U_ZERO_ERROR;
    }
  });
}

cicu_pattern *cicu_pattern_open(const uint8_t *pattern, int32_t length, int32_t time_limit,
                                int32_t stack_limit, int32_t *offset, int32_t *status) {
  cicu_pattern *opened = nullptr;
  *offset = -1;
  cicu::run(status, [&](UErrorCode &code) {
    std::u16string wide(static_cast<size_t>(length), u'\0');
    int32_t count = 0;
    u_strFromUTF8(wide.data(), length, &count, reinterpret_cast<const char *>(pattern), length,
                  &code);
    code = U_FAILURE(code) ? code : U_ZERO_ERROR;
    opened = new cicu_pattern;
    UParseError where = {};
    opened->expression = uregex_open(wide.data(), count, 0, &where, &code);
    uregex_setTimeLimit(opened->expression, time_limit, &code);
    uregex_setStackLimit(opened->expression, stack_limit, &code);
    if (U_FAILURE(code)) {
      *offset = where.line == 1 ? where.offset : -1;
      delete opened;
      opened = nullptr;
    }
  });
  return opened;
}

void cicu_pattern_close(cicu_pattern *pattern) { delete pattern; }

bool cicu_pattern_matches_from(cicu_pattern *pattern, const cicu_subject *subject, int32_t start,
                               int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  bound(pattern, subject, start, static_cast<int64_t>(subject->units.size()), code);
  bool found = uregex_lookingAt64(pattern->expression, -1, &code);
  *status = static_cast<int32_t>(code);
  return U_SUCCESS(code) && found;
}

bool cicu_pattern_matches_all(cicu_pattern *pattern, const cicu_subject *subject, int32_t start,
                              int32_t end, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  bound(pattern, subject, start, character(subject, end), code);
  bool found = uregex_matches64(pattern->expression, -1, &code);
  *status = static_cast<int32_t>(code);
  return U_SUCCESS(code) && found;
}

bool cicu_pattern_find_before(cicu_pattern *pattern, const cicu_subject *subject, int32_t first,
                              int32_t end, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  hold(pattern, subject, code);
  URegularExpression *expression = pattern->expression;
  // Anchors hold at the region's bounds: at the start of the text, and at `end`.
  uregex_useAnchoringBounds(expression, true, &code);
  uregex_useTransparentBounds(expression, true, &code);
  uregex_setRegionAndStart(expression, 0, character(subject, end), character(subject, first),
                           &code);
  bool found = uregex_findNext(expression, &code);
  *status = static_cast<int32_t>(code);
  return U_SUCCESS(code) && found;
}
