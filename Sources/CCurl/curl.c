#include "CCurl.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

// The numbers of options are part of libcurl's binary interface, soname 4 (curl/curl.h: the kind of the
// argument, times 10,000, and a number): none was ever changed.
enum {
  OPTION_WRITE_DATA = 10001,
  OPTION_URL = 10002,
  OPTION_ERROR_BUFFER = 10010,
  OPTION_POST_FIELDS = 10015,
  OPTION_HEADERS = 10023,
  OPTION_HEADER_DATA = 10029,
  OPTION_NO_PROGRESS = 43,
  OPTION_FOLLOW_LOCATION = 52,
  OPTION_PROGRESS_DATA = 10057,
  OPTION_NO_SIGNAL = 99,
  OPTION_ACCEPT_ENCODING = 10102,
  OPTION_CONNECT_TIMEOUT_MS = 156,
  OPTION_WRITE_FUNCTION = 20011,
  OPTION_HEADER_FUNCTION = 20079,
  OPTION_PROGRESS_FUNCTION = 20219,
  OPTION_POST_SIZE = 30120,
  INFO_RESPONSE_CODE = 0x200002,
  GLOBAL_ALL = 3,
  CODE_OUT_OF_MEMORY = 27,
};

struct list;

static struct {
  int (*global_init)(long flags);
  void *(*init)(void);
  void (*reset)(void *);
  void (*cleanup)(void *);
  int (*setopt)(void *, int, ...);
  int (*perform)(void *);
  int (*getinfo)(void *, int, ...);
  const char *(*strerror)(int);
  struct list *(*append)(struct list *, const char *);
  void (*free_all)(struct list *);
  int is_loaded;
} curl;

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
#ifdef __APPLE__
  static const char *const names[] = {"libcurl.4.dylib", "/usr/lib/libcurl.4.dylib"};
#else
  static const char *const names[] = {"libcurl.so.4", "libcurl-gnutls.so.4"};
#endif
  void *library = NULL;
  for (size_t index = 0; index < sizeof names / sizeof *names && !library; index++)
    library = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  const struct {
    void *place;
    const char *name;
  } functions[] = {
    {&curl.global_init, "curl_global_init"}, {&curl.init, "curl_easy_init"},
    {&curl.reset, "curl_easy_reset"},        {&curl.cleanup, "curl_easy_cleanup"},
    {&curl.setopt, "curl_easy_setopt"},      {&curl.perform, "curl_easy_perform"},
    {&curl.getinfo, "curl_easy_getinfo"},    {&curl.strerror, "curl_easy_strerror"},
    {&curl.append, "curl_slist_append"},     {&curl.free_all, "curl_slist_free_all"},
  };
  for (size_t index = 0; index < sizeof functions / sizeof *functions; index++) {
    void *function = dlsym(library, functions[index].name);
    if (!function) return;
    memcpy(functions[index].place, &function, sizeof function);
  }
  curl.is_loaded = curl.global_init(GLOBAL_ALL) == 0;
}

ccurl_handle *ccurl_open(void) {
  pthread_once(&once, load);
  return curl.is_loaded ? curl.init() : NULL;
}

void ccurl_close(ccurl_handle *handle) { curl.cleanup(handle); }

static size_t take_header(char *bytes, size_t size, size_t count, void *data) {
  const ccurl_listener *listener = data;
  listener->take_header(listener->context, (const uint8_t *)bytes, size * count);
  return size * count;
}

static size_t take_body(char *bytes, size_t size, size_t count, void *data) {
  const ccurl_listener *listener = data;
  int ends = listener->take_body(listener->context, (const uint8_t *)bytes, size * count);
  // Fewer bytes than came mean that no more are wanted.
  return ends ? 0 : size * count;
}

static int go_on(
  void *data, int64_t to_receive, int64_t received, int64_t to_send, int64_t sent) {
  const ccurl_listener *listener = data;
  return listener->go_on(listener->context, received + sent);
}

int ccurl_post(
  ccurl_handle *handle, const char *url, const char *const *headers, const uint8_t *body,
  size_t count, int64_t connect_milliseconds, ccurl_listener listener, long *status,
  char message[CCURL_MESSAGE_SIZE]) {
  message[0] = 0;
  *status = 0;
  struct list *lines = NULL;
  for (; *headers; headers++) {
    struct list *longer = curl.append(lines, *headers);
    if (!longer) {
      curl.free_all(lines);
      snprintf(message, CCURL_MESSAGE_SIZE, "%s", curl.strerror(CODE_OUT_OF_MEMORY));
      return CODE_OUT_OF_MEMORY;
    }
    lines = longer;
  }
  curl.reset(handle);
  curl.setopt(handle, OPTION_ERROR_BUFFER, message);
  curl.setopt(handle, OPTION_NO_SIGNAL, 1L);
  curl.setopt(handle, OPTION_URL, url);
  curl.setopt(handle, OPTION_HEADERS, lines);
  curl.setopt(handle, OPTION_POST_SIZE, (int64_t)count);
  curl.setopt(handle, OPTION_POST_FIELDS, (const char *)body);
  curl.setopt(handle, OPTION_FOLLOW_LOCATION, 0L);
  // Whatever it can unpack.
  curl.setopt(handle, OPTION_ACCEPT_ENCODING, "");
  curl.setopt(handle, OPTION_CONNECT_TIMEOUT_MS, (long)connect_milliseconds);
  curl.setopt(handle, OPTION_HEADER_FUNCTION, take_header);
  curl.setopt(handle, OPTION_HEADER_DATA, &listener);
  curl.setopt(handle, OPTION_WRITE_FUNCTION, take_body);
  curl.setopt(handle, OPTION_WRITE_DATA, &listener);
  curl.setopt(handle, OPTION_PROGRESS_FUNCTION, go_on);
  curl.setopt(handle, OPTION_PROGRESS_DATA, &listener);
  curl.setopt(handle, OPTION_NO_PROGRESS, 0L);
  int code = curl.perform(handle);
  curl.getinfo(handle, INFO_RESPONSE_CODE, status);
  if (code && !message[0])
    snprintf(message, CCURL_MESSAGE_SIZE, "%s", curl.strerror(code));
  // What it points to lives no longer than this call.
  curl.reset(handle);
  curl.free_all(lines);
  return code;
}
