#include <memory>

#include <unicode/fmtable.h>
#include <unicode/rbnf.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/ulocdata.h>
#include <unicode/utf16.h>

#include "text.hpp"

struct cicu_spellout {
  std::unique_ptr<icu::RuleBasedNumberFormat> format;
};

cicu_spellout *cicu_spellout_open(const char *locale, int32_t *status) {
  cicu_spellout *opened = nullptr;
  cicu::run(status, [&](UErrorCode &code) {
    auto made = std::make_unique<icu::RuleBasedNumberFormat>(icu::URBNF_SPELLOUT,
                                                             icu::Locale(locale), code);
    if (U_SUCCESS(code)) {
      opened = new cicu_spellout{std::move(made)};
    }
  });
  return opened;
}

void cicu_spellout_close(cicu_spellout *spellout) { delete spellout; }

const icu::RuleBasedNumberFormat *cicu::rules(const cicu_spellout *spellout) {
  return spellout->format.get();
}

double cicu_spellout_parse(const cicu_spellout *spellout, const uint8_t *source, int32_t length,
                           int32_t *read, int32_t *status) {
  *read = 0;
  double number = 0;
  cicu::run(status, [&](UErrorCode &code) {
    const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(cicu::piece(source, length));
    icu::ParsePosition position(0);
    icu::Formattable value;
    spellout->format->parse(wide, value, position);
    if (position.getIndex() == 0 || position.getErrorIndex() >= 0) {
      return;
    }
    number = value.getDouble(code);
    if (U_FAILURE(code)) {
      return;
    }
    // ICU counts UTF-16 units.
    std::string used;
    cicu::append(wide.tempSubString(0, position.getIndex()), used, code);
    *read = static_cast<int32_t>(used.size());
  });
  return number;
}

void cicu_quotation_mark(const char *locale, cicu_delimiter delimiter, cicu_text *result,
                         int32_t *status) {
  cicu::run(status, [&](UErrorCode &code) {
    result->clear();
    static const ULocaleDataDelimiterType types[] = {
        ULOCDATA_QUOTATION_START, ULOCDATA_QUOTATION_END, ULOCDATA_ALT_QUOTATION_START,
        ULOCDATA_ALT_QUOTATION_END};
    ULocaleData *data = ulocdata_open(locale, &code);
    if (U_FAILURE(code)) {
      return;
    }
    UChar wide[32];
    const int32_t count = ulocdata_getDelimiter(data, types[delimiter], wide, 32, &code);
    ulocdata_close(data);
    if (U_SUCCESS(code)) {
      cicu::append(icu::UnicodeString(wide, count), result->bytes, code);
    }
  });
}

struct cicu_names {
  ULocaleDisplayNames *names;
};

cicu_names *cicu_names_open(const char *locale, int32_t *status) {
  cicu_names *opened = nullptr;
  cicu::run(status, [&](UErrorCode &code) {
    auto made = std::make_unique<cicu_names>();
    // Without substitutes: a code is not a name.
    UDisplayContext contexts[] = {UDISPCTX_STANDARD_NAMES, UDISPCTX_NO_SUBSTITUTE};
    made->names = uldn_openForContext(locale, contexts, 2, &code);
    if (U_SUCCESS(code)) {
      opened = made.release();
    }
  });
  return opened;
}

void cicu_names_close(cicu_names *names) {
  if (names != nullptr) {
    uldn_close(names->names);
    delete names;
  }
}

namespace {

using Lookup = int32_t (*)(const ULocaleDisplayNames *, const char *, UChar *, int32_t,
                           UErrorCode *);

void name(Lookup lookup, const cicu_names *names, const char *code_name, cicu_text *result,
          int32_t *status) {
  cicu::run(status, [&](UErrorCode &code) {
    result->clear();
    std::vector<UChar> wide(128);
    int32_t count = lookup(names->names, code_name, wide.data(), 128, &code);
    if (code == U_BUFFER_OVERFLOW_ERROR) {
      code = U_ZERO_ERROR;
      wide.resize(static_cast<size_t>(count));
      count = lookup(names->names, code_name, wide.data(), count, &code);
    }
    // ICU's way to say that there is no name.
    if (code == U_ILLEGAL_ARGUMENT_ERROR || code == U_MISSING_RESOURCE_ERROR) {
      code = U_ZERO_ERROR;
      return;
    }
    if (U_SUCCESS(code)) {
      cicu::append(icu::UnicodeString(wide.data(), count), result->bytes, code);
    }
  });
}

} // namespace

void cicu_names_language(const cicu_names *names, const char *code_name, cicu_text *result,
                         int32_t *status) {
  name(uldn_languageDisplayName, names, code_name, result, status);
}

void cicu_names_region(const cicu_names *names, const char *code_name, cicu_text *result,
                       int32_t *status) {
  name(uldn_regionDisplayName, names, code_name, result, status);
}

const char *const *cicu_language_codes(void) { return uloc_getISOLanguages(); }

const char *const *cicu_region_codes(void) { return uloc_getISOCountries(); }
