#include <cstring>
#include <memory>

#include <unicode/dcfmtsym.h>
#include <unicode/dtfmtsym.h>
#include <unicode/measunit.h>
#include <unicode/numberformatter.h>
#include <unicode/rbnf.h>
#include <unicode/uchar.h>
#include <unicode/ucurr.h>

#include "text.hpp"

namespace {

/// Whether what ICU opened is of the language that was asked for: it takes another one, in the end
/// that of the machine, where it has no data.
template <typename Opened>
bool isOwn(const Opened &opened, const icu::Locale &locale, UErrorCode &code) {
  const icu::Locale actual = opened.getLocale(ULOC_ACTUAL_LOCALE, code);
  return U_SUCCESS(code) && std::strcmp(actual.getLanguage(), locale.getLanguage()) == 0;
}

void line(const icu::UnicodeString &name, cicu_text *result, UErrorCode &code) {
  if (U_FAILURE(code) || name.isEmpty()) {
    return;
  }
  cicu::append(name, result->bytes, code);
  result->bytes.push_back('\n');
}

} // namespace

bool cicu_locale_is_known(const char *tag, int32_t *status) {
  bool known = false;
  cicu::run(status, [&](UErrorCode &code) {
    const icu::Locale locale(tag);
    const icu::DateFormatSymbols symbols(locale, code);
    known = U_SUCCESS(code) && isOwn(symbols, locale, code);
  });
  return known;
}

void cicu_calendar_names(const char *tag, cicu_calendar_part part, bool standalone,
                         cicu_text *result, int32_t *status) {
  cicu::run(status, [&](UErrorCode &code) {
    result->clear();
    const icu::DateFormatSymbols symbols(icu::Locale(tag), code);
    if (U_FAILURE(code)) {
      return;
    }
    const auto context =
        standalone ? icu::DateFormatSymbols::STANDALONE : icu::DateFormatSymbols::FORMAT;
    int32_t count = 0;
    const bool isMonth = part == cicu_calendar_month;
    const icu::UnicodeString *names =
        isMonth ? symbols.getMonths(count, context, icu::DateFormatSymbols::WIDE)
                : symbols.getWeekdays(count, context, icu::DateFormatSymbols::WIDE);
    // ICU's weekdays are numbered from 1, Sunday.
    for (int32_t index = isMonth ? 0 : 1; index < count; ++index) {
      line(names[index], result, code);
    }
  });
}

void cicu_decimal_mark(const char *tag, cicu_text *result, int32_t *status) {
  cicu::run(status, [&](UErrorCode &code) {
    result->clear();
    const icu::DecimalFormatSymbols symbols(icu::Locale(tag), code);
    if (U_SUCCESS(code)) {
      cicu::append(symbols.getConstSymbol(icu::DecimalFormatSymbols::kDecimalSeparatorSymbol),
                   result->bytes, code);
    }
  });
}

void cicu_currency_names(const char *tag, const char *currency, cicu_text *result,
                         int32_t *status) {
  cicu::run(status, [&](UErrorCode &code) {
    result->clear();
    const icu::UnicodeString name = icu::UnicodeString::fromUTF8(currency);
    UChar wide[4] = {0, 0, 0, 0};
    name.extract(wide, 4, code);
    for (const char *plural : {"one", "two", "few", "many", "other"}) {
      UBool isChoice = false;
      int32_t count = 0;
      const UChar *found = ucurr_getPluralName(wide, tag, &isChoice, plural, &count, &code);
      if (U_FAILURE(code)) {
        return;
      }
      line(icu::UnicodeString(found, count), result, code);
    }
  });
}

void cicu_unit_names(const char *tag, const char *unit, cicu_text *result, int32_t *status) {
  cicu::run(status, [&](UErrorCode &code) {
    result->clear();
    const icu::MeasureUnit measure = icu::MeasureUnit::forIdentifier(unit, code);
    if (U_FAILURE(code)) {
      return;
    }
    const auto formatter = icu::number::NumberFormatter::withLocale(icu::Locale(tag))
                               .unit(measure)
                               .unitWidth(UNUM_UNIT_WIDTH_FULL_NAME);
    // A number of each class of plurals that CLDR has (1, 2, 3, 5, 11).
    for (const int32_t number : {1, 2, 3, 5, 11}) {
      const icu::UnicodeString whole = formatter.formatInt(number, code).toString(code);
      if (U_FAILURE(code)) {
        return;
      }
      icu::UnicodeString name;
      for (int32_t index = 0; index < whole.length(); index = whole.moveIndex32(index, 1)) {
        const UChar32 scalar = whole.char32At(index);
        if (!u_isdigit(scalar)) {
          name.append(scalar);
        }
      }
      line(name.trim(), result, code);
    }
  });
}

void cicu_spellout_write(const cicu_spellout *spellout, const char *tag, int64_t number,
                         cicu_text *result, int32_t *status) {
  cicu::run(status, [&](UErrorCode &code) {
    result->clear();
    const icu::RuleBasedNumberFormat &format = *cicu::rules(spellout);
    if (!isOwn(format, icu::Locale(tag), code)) {
      return;
    }
    for (int32_t index = 0; index < format.getNumberOfRuleSetNames(); ++index) {
      const icu::UnicodeString rules = format.getRuleSetName(index);
      if (!rules.startsWith(u"%spellout-cardinal")) {
        continue;
      }
      icu::UnicodeString name;
      icu::FieldPosition position(icu::FieldPosition::DONT_CARE);
      format.format(number, rules, name, position, code);
      line(name, result, code);
    }
  });
}
