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

#pragma mark Patterns

/// A text in UTF-16, as patterns read it; the offsets below are UTF-16 units.
typedef struct cicu_subject cicu_subject;

cicu_subject *cicu_subject_open(int32_t *status);
void cicu_subject_close(cicu_subject *subject);
/// Takes a copy of valid UTF-8.
void cicu_subject_set(cicu_subject *subject, const uint8_t *text, int32_t length,
                      int32_t *status);

/// A regular expression of ICU's, and the state of its matches.
typedef struct cicu_pattern cicu_pattern;

/// Compiles an expression in valid UTF-8. `time_limit` is in ICU's units, some ten thousand saved
/// states each, and `stack_limit` in bytes; both hold for every call. `offset` says which unit of the
/// expression's first line a fault was found at, or is -1.
cicu_pattern *cicu_pattern_open(const uint8_t *pattern, int32_t length, int32_t time_limit,
                                int32_t stack_limit, int32_t *offset, int32_t *status);
void cicu_pattern_close(cicu_pattern *pattern);
/// Whether a match begins at `start`. `^` and `$` are the ends of the text.
bool cicu_pattern_matches_from(cicu_pattern *pattern, const cicu_subject *subject, int32_t start,
                               int32_t *status);
/// Whether the text from `start` to `end` is a match. `^` and `$` are the ends of the text.
bool cicu_pattern_matches_all(cicu_pattern *pattern, const cicu_subject *subject, int32_t start,
                              int32_t end, int32_t *status);
/// Whether a match begins at `first` or behind it and ends by `end`, where `$` and `\z` hold, too;
/// what is behind `end` is seen by looking ahead and by `\b`.
bool cicu_pattern_find_before(cicu_pattern *pattern, const cicu_subject *subject, int32_t first,
                              int32_t end, int32_t *status);

#pragma mark Code points

/// The simple case folding of one code point.
uint32_t cicu_fold_case(uint32_t scalar);
/// ICU's general category (`UCharCategory`) of one code point.
int32_t cicu_general_category(uint32_t scalar);

#pragma mark Texts made by ICU

/// A stretch of the source that reads otherwise in the result, both in bytes.
typedef struct cicu_edit {
  int32_t source_lower;
  int32_t source_upper;
  int32_t result_lower;
  int32_t result_upper;
} cicu_edit;

/// What a call wrote: UTF-8 and, where the call tells them, the edits that made it, in order. One is
/// used for call after call; its memory only grows.
typedef struct cicu_text cicu_text;

cicu_text *cicu_text_open(int32_t *status);
void cicu_text_close(cicu_text *text);
/// Both stay valid until the text is written to again.
const uint8_t *cicu_text_bytes(const cicu_text *text, int32_t *length);
const cicu_edit *cicu_text_edits(const cicu_text *text, int32_t *count);

#pragma mark Normalization, case, scripts

typedef enum __attribute__((enum_extensibility(closed))) cicu_form {
  cicu_form_nfc = 0,
  cicu_form_nfkc = 1,
} cicu_form;

/// Whether valid UTF-8 is in a form already.
bool cicu_is_normalized(cicu_form form, const uint8_t *source, int32_t length, int32_t *status);
/// Brings valid UTF-8 into a form, with edits.
void cicu_normalize(cicu_form form, const uint8_t *source, int32_t length, cicu_text *result,
                    int32_t *status);
/// Full case folding (`ß` becomes `ss`) of valid UTF-8, with edits.
void cicu_fold(const uint8_t *source, int32_t length, cicu_text *result, int32_t *status);

typedef struct cicu_transliterator cicu_transliterator;

/// Opens a transform by ICU's name for it (UTF-8), such as `Any-Latin; Latin-ASCII; Lower`.
cicu_transliterator *cicu_transliterator_open(const char *identifier, int32_t *status);
void cicu_transliterator_close(cicu_transliterator *transliterator);
/// Writes no edits: ICU keeps no track of them.
void cicu_transliterate(const cicu_transliterator *transliterator, const uint8_t *source,
                        int32_t length, cicu_text *result, int32_t *status);

#pragma mark Charsets

typedef struct cicu_charset_match {
  /// Names live as long as the detector and until its next call.
  const char *name;
  /// A BCP 47 tag, or empty.
  const char *language;
  /// 0 to 100.
  int32_t confidence;
} cicu_charset_match;

typedef struct cicu_detector cicu_detector;

cicu_detector *cicu_detector_open(int32_t *status);
void cicu_detector_close(cicu_detector *detector);
/// Writes up to `capacity` matches, best first, and returns how many.
int32_t cicu_detect(cicu_detector *detector, const uint8_t *source, int32_t length,
                    cicu_charset_match *matches, int32_t capacity, int32_t *status);

typedef struct cicu_converter cicu_converter;

cicu_converter *cicu_converter_open(const char *charset, int32_t *status);
void cicu_converter_close(cicu_converter *converter);
/// Converts to UTF-8, with an edit for each character whose bytes differ. A malformed sequence reads
/// U+FFFD; `malformed` counts them and `first_malformed` is the offset of the first, or -1.
void cicu_convert(cicu_converter *converter, const uint8_t *source, int32_t length,
                  cicu_text *result, int32_t *malformed, int32_t *first_malformed,
                  int32_t *status);

#pragma mark Numbers and names of a locale

typedef struct cicu_spellout cicu_spellout;

cicu_spellout *cicu_spellout_open(const char *locale, int32_t *status);
void cicu_spellout_close(cicu_spellout *spellout);
/// The number that valid UTF-8 begins with, in words; `read` is how many bytes of it were used, 0 if
/// it does not begin with a number.
double cicu_spellout_parse(const cicu_spellout *spellout, const uint8_t *source, int32_t length,
                           int32_t *read, int32_t *status);

/// A number in words, in each form that the locale has for counting (genders, cases), an LF behind
/// each; empty if ICU has no words for numbers in the locale's language. `tag` is that of `open`.
void cicu_spellout_write(const cicu_spellout *spellout, const char *tag, int64_t number,
                         cicu_text *result, int32_t *status);

typedef enum __attribute__((enum_extensibility(closed))) cicu_calendar_part {
  cicu_calendar_month = 0,
  cicu_calendar_weekday = 1,
} cicu_calendar_part;

/// Whether CLDR has data of the locale's language: without them the calls below give another's.
bool cicu_locale_is_known(const char *locale, int32_t *status);
/// The months from January on, or the days of the week from Sunday on, an LF behind each: as they
/// stand in a date, or by themselves.
void cicu_calendar_names(const char *locale, cicu_calendar_part part, bool standalone,
                         cicu_text *result, int32_t *status);
/// What parts decimals from the whole.
void cicu_decimal_mark(const char *locale, cicu_text *result, int32_t *status);
/// What a currency, by its ISO 4217 code, is called after numbers, an LF behind each form; the code if
/// it has no name.
void cicu_currency_names(const char *locale, const char *currency, cicu_text *result,
                         int32_t *status);
/// What a unit, by its CLDR identifier, is called after numbers, an LF behind each form.
void cicu_unit_names(const char *locale, const char *unit, cicu_text *result, int32_t *status);

typedef enum __attribute__((enum_extensibility(closed))) cicu_delimiter {
  cicu_delimiter_quotation_start = 0,
  cicu_delimiter_quotation_end = 1,
  cicu_delimiter_alternate_start = 2,
  cicu_delimiter_alternate_end = 3,
} cicu_delimiter;

/// The quotation mark that CLDR gives for a locale.
void cicu_quotation_mark(const char *locale, cicu_delimiter delimiter, cicu_text *result,
                         int32_t *status);

typedef struct cicu_names cicu_names;

cicu_names *cicu_names_open(const char *locale, int32_t *status);
void cicu_names_close(cicu_names *names);
/// The name of a language or region code in the names' locale; empty if CLDR has none.
void cicu_names_language(const cicu_names *names, const char *code, cicu_text *result,
                         int32_t *status);
void cicu_names_region(const cicu_names *names, const char *code, cicu_text *result,
                       int32_t *status);
/// The ISO codes of all languages and regions that ICU knows; ends with a null pointer.
const char *const *cicu_language_codes(void);
const char *const *cicu_region_codes(void);

#ifdef __cplusplus
}
#endif

#endif
