#ifndef CICU_TEXT_HPP
#define CICU_TEXT_HPP

#include <limits>
#include <new>
#include <stdexcept>
#include <string>
#include <vector>

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/rbnf.h>
#include <unicode/stringpiece.h>
#include <unicode/unistr.h>

#include "CICU.h"
#include "internal.h"

struct cicu_text {
  std::string bytes;
  std::vector<cicu_edit> edits;

  void clear() {
    bytes.clear();
    edits.clear();
  }
};

namespace cicu {

/// Runs ICU calls: no C++ exception may reach Swift.
template <typename Body> void run(int32_t *status, Body body) {
  UErrorCode code = U_ZERO_ERROR;
  try {
    body(code);
  } catch (const std::bad_alloc &) {
    code = U_MEMORY_ALLOCATION_ERROR;
  } catch (const std::length_error &) {
    code = U_BUFFER_OVERFLOW_ERROR;
  }
  *status = static_cast<int32_t>(code);
}

/// Gathers what ICU writes, and refuses what offsets of 32 bits cannot tell.
class Sink final : public icu::ByteSink {
public:
  explicit Sink(std::string &bytes) : bytes(bytes) {}

  void Append(const char *source, int32_t count) override {
    if (bytes.size() + static_cast<size_t>(count) > std::numeric_limits<int32_t>::max()) {
      overflowed = true;
      return;
    }
    bytes.append(source, static_cast<size_t>(count));
  }

  void check(UErrorCode &code) const {
    if (U_SUCCESS(code) && overflowed) {
      code = U_BUFFER_OVERFLOW_ERROR;
    }
  }

private:
  std::string &bytes;
  bool overflowed = false;
};

inline icu::StringPiece piece(const uint8_t *source, int32_t length) {
  return icu::StringPiece(reinterpret_cast<const char *>(source), length);
}

/// The rules behind a handle.
const icu::RuleBasedNumberFormat *rules(const cicu_spellout *spellout);

/// Appends UTF-16 as UTF-8.
inline void append(const icu::UnicodeString &wide, std::string &bytes, UErrorCode &code) {
  Sink sink(bytes);
  wide.toUTF8(sink);
  sink.check(code);
}

} // namespace cicu

#endif
