#include <algorithm>
#include <memory>

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>
#include <unicode/utf.h>

#include "text.hpp"

struct cicu_detector {
  UCharsetDetector *detector;
};

cicu_detector *cicu_detector_open(int32_t *status) {
  cicu_detector *opened = nullptr;
  cicu::run(status, [&](UErrorCode &code) {
    auto made = std::make_unique<cicu_detector>();
    made->detector = ucsdet_open(&code);
    if (U_SUCCESS(code)) {
      opened = made.release();
    }
  });
  return opened;
}

void cicu_detector_close(cicu_detector *detector) {
  if (detector != nullptr) {
    ucsdet_close(detector->detector);
    delete detector;
  }
}

int32_t cicu_detect(cicu_detector *detector, const uint8_t *source, int32_t length,
                    cicu_charset_match *matches, int32_t capacity, int32_t *status) {
  int32_t written = 0;
  cicu::run(status, [&](UErrorCode &code) {
    ucsdet_setText(detector->detector, reinterpret_cast<const char *>(source), length, &code);
    int32_t found = 0;
    const UCharsetMatch **all = ucsdet_detectAll(detector->detector, &found, &code);
    // ICU's way to say that no charset fits.
    if (code == U_INVALID_CHAR_FOUND) {
      code = U_ZERO_ERROR;
      return;
    }
    for (int32_t index = 0; U_SUCCESS(code) && index < std::min(found, capacity); index += 1) {
      matches[index] = {ucsdet_getName(all[index], &code), ucsdet_getLanguage(all[index], &code),
                        ucsdet_getConfidence(all[index], &code)};
      written = index + 1;
    }
  });
  return written;
}

struct cicu_converter {
  UConverter *converter;
};

cicu_converter *cicu_converter_open(const char *charset, int32_t *status) {
  cicu_converter *opened = nullptr;
  cicu::run(status, [&](UErrorCode &code) {
    // ICU takes an empty name for the charset of the machine.
    if (charset[0] == 0) {
      code = U_ILLEGAL_ARGUMENT_ERROR;
      return;
    }
    auto made = std::make_unique<cicu_converter>();
    made->converter = ucnv_open(charset, &code);
    if (U_FAILURE(code)) {
      return;
    }
    ucnv_setToUCallBack(made->converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &code);
    opened = made.release();
  });
  return opened;
}

void cicu_converter_close(cicu_converter *converter) {
  if (converter != nullptr) {
    ucnv_close(converter->converter);
    delete converter;
  }
}

namespace {

bool is_malformed(UErrorCode code) {
  return code == U_ILLEGAL_CHAR_FOUND || code == U_INVALID_CHAR_FOUND ||
         code == U_TRUNCATED_CHAR_FOUND || code == U_ILLEGAL_ESCAPE_SEQUENCE ||
         code == U_UNSUPPORTED_ESCAPE_SEQUENCE;
}

} // namespace

void cicu_convert(cicu_converter *converter, const uint8_t *source, int32_t length,
                  cicu_text *result, int32_t *malformed, int32_t *first_malformed,
                  int32_t *status) {
  *malformed = 0;
  *first_malformed = -1;
  cicu::run(status, [&](UErrorCode &code) {
    result->clear();
    result->bytes.reserve(static_cast<size_t>(length) + static_cast<size_t>(length) / 8);
    UConverter *cnv = converter->converter;
    ucnv_resetToUnicode(cnv);
    cicu::Sink sink(result->bytes);
    const char *const begin = reinterpret_cast<const char *>(source);
    const char *const limit = begin + length;
    const char *next = begin;
    int32_t idle = 0;
    // A character at a time: the offsets that ICU gives with whole buffers are not reliable behind
    // malformed sequences.
    while (U_SUCCESS(code)) {
      const char *const start = next;
      UChar32 scalar = ucnv_getNextUChar(cnv, &next, limit, &code);
      const int32_t at = static_cast<int32_t>(result->bytes.size());
      const int32_t lower = static_cast<int32_t>(start - begin);
      if (code == U_INDEX_OUTOFBOUNDS_ERROR) {
        // The end; escape sequences may stand before it.
        code = U_ZERO_ERROR;
        if (next > start) {
          result->edits.push_back({lower, static_cast<int32_t>(next - begin), at, at});
        }
        break;
      }
      // Some converters hand on surrogates that stand alone, which UTF-8 cannot write.
      if (is_malformed(code) || (U_SUCCESS(code) && U_IS_SURROGATE(scalar))) {
        code = U_ZERO_ERROR;
        scalar = 0xFFFD;
        if (*malformed == 0) {
          *first_malformed = lower;
        }
        *malformed += 1;
      } else if (U_FAILURE(code)) {
        break;
      }
      // A converter that does not move must not hold the program.
      idle = next == start ? idle + 1 : 0;
      if (idle > 16) {
        code = U_INTERNAL_PROGRAM_ERROR;
        break;
      }
      uint8_t encoded[U8_MAX_LENGTH];
      int32_t count = 0;
      U8_APPEND_UNSAFE(encoded, count, scalar);
      sink.Append(reinterpret_cast<const char *>(encoded), count);
      sink.check(code);
      if (count != next - start || !std::equal(encoded, encoded + count, source + lower)) {
        result->edits.push_back({lower, static_cast<int32_t>(next - begin), at, at + count});
      }
    }
  });
}
