#include "text.hpp"

cicu_text *cicu_text_open(int32_t *status) {
  cicu_text *text = new (std::nothrow) cicu_text;
  *status = static_cast<int32_t>(text == nullptr ? U_MEMORY_ALLOCATION_ERROR : U_ZERO_ERROR);
  return text;
}

void cicu_text_close(cicu_text *text) { delete text; }

const uint8_t *cicu_text_bytes(const cicu_text *text, int32_t *length) {
  *length = static_cast<int32_t>(text->bytes.size());
  return reinterpret_cast<const uint8_t *>(text->bytes.data());
}

const cicu_edit *cicu_text_edits(const cicu_text *text, int32_t *count) {
  *count = static_cast<int32_t>(text->edits.size());
  return text->edits.data();
}
