#include <memory>

#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>

#include "text.hpp"

namespace {

const icu::Normalizer2 *normalizer(cicu_form form, UErrorCode &code) {
  return form == cicu_form_nfc ? icu::Normalizer2::getNFCInstance(code)
                               : icu::Normalizer2::getNFKCInstance(code);
}

void collect(const icu::Edits &edits, std::vector<cicu_edit> &list, UErrorCode &code) {
  if (edits.copyErrorTo(code)) {
    return;
  }
  list.reserve(static_cast<size_t>(edits.numberOfChanges()));
  icu::Edits::Iterator iterator = edits.getFineChangesIterator();
  while (iterator.next(code)) {
    list.push_back({iterator.sourceIndex(), iterator.sourceIndex() + iterator.oldLength(),
                    iterator.destinationIndex(),
                    iterator.destinationIndex() + iterator.newLength()});
  }
}

} // namespace

bool cicu_is_normalized(cicu_form form, const uint8_t *source, int32_t length, int32_t *status) {
  bool answer = false;
  cicu::run(status, [&](UErrorCode &code) {
    const icu::Normalizer2 *normal = normalizer(form, code);
    if (U_SUCCESS(code)) {
      answer = normal->isNormalizedUTF8(cicu::piece(source, length), code);
    }
  });
  return answer;
}

void cicu_normalize(cicu_form form, const uint8_t *source, int32_t length, cicu_text *result,
                    int32_t *status) {
  cicu::run(status, [&](UErrorCode &code) {
    result->clear();
    const icu::Normalizer2 *normal = normalizer(form, code);
    if (U_FAILURE(code)) {
      return;
    }
    result->bytes.reserve(static_cast<size_t>(length));
    cicu::Sink sink(result->bytes);
    icu::Edits edits;
    normal->normalizeUTF8(0, cicu::piece(source, length), sink, &edits, code);
    sink.check(code);
    collect(edits, result->edits, code);
  });
}

void cicu_fold(const uint8_t *source, int32_t length, cicu_text *result, int32_t *status) {
  cicu::run(status, [&](UErrorCode &code) {
    result->clear();
    result->bytes.reserve(static_cast<size_t>(length));
    cicu::Sink sink(result->bytes);
    icu::Edits edits;
    icu::CaseMap::utf8Fold(U_FOLD_CASE_DEFAULT, cicu::piece(source, length), sink, &edits, code);
    sink.check(code);
    collect(edits, result->edits, code);
  });
}

struct cicu_transliterator {
  std::unique_ptr<icu::Transliterator> transliterator;
};

cicu_transliterator *cicu_transliterator_open(const char *identifier, int32_t *status) {
  cicu_transliterator *opened = nullptr;
  cicu::run(status, [&](UErrorCode &code) {
    UParseError where;
    std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
        icu::UnicodeString::fromUTF8(identifier), UTRANS_FORWARD, where, code));
    if (U_SUCCESS(code)) {
      opened = new cicu_transliterator{std::move(made)};
    }
  });
  return opened;
}

void cicu_transliterator_close(cicu_transliterator *transliterator) { delete transliterator; }

void cicu_transliterate(const cicu_transliterator *transliterator, const uint8_t *source,
                        int32_t length, cicu_text *result, int32_t *status) {
  cicu::run(status, [&](UErrorCode &code) {
    result->clear();
    icu::UnicodeString wide = icu::UnicodeString::fromUTF8(cicu::piece(source, length));
    transliterator->transliterator->transliterate(wide);
    // ICU has no status here: a string that it could not grow is bogus.
    if (wide.isBogus()) {
      code = U_MEMORY_ALLOCATION_ERROR;
      return;
    }
    cicu::append(wide, result->bytes, code);
  });
}
