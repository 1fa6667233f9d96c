#ifndef CCURL_H
#define CCURL_H

#include <stddef.h>
#include <stdint.h>

// A few calls of libcurl, which is opened when the first is made: a program that sends nothing does
// not pay for loading a network stack, and builds without its headers.

// Of libcurl's codes (CURLcode, curl/curl.h) those that callers tell apart; their numbers never change.
typedef enum {
  CCURL_OK = 0,
  CCURL_UNSUPPORTED_PROTOCOL = 1,
  CCURL_URL_MALFORMED = 3,
  CCURL_NO_PROXY = 5,
  CCURL_NO_HOST = 6,
  CCURL_NO_CONNECTION = 7,
  CCURL_WEIRD_REPLY = 8,
  CCURL_WRITE_ERROR = 23,
  CCURL_TIMED_OUT = 28,
  CCURL_TLS_CONNECT = 35,
  CCURL_ABORTED = 42,
  CCURL_TLS_ENGINE = 53,
  CCURL_TLS_ENGINE_SET = 54,
  CCURL_TLS_CERTIFICATE = 58,
  CCURL_TLS_CIPHER = 59,
  CCURL_PEER_NOT_VERIFIED = 60,
  CCURL_TLS_ENGINE_INIT = 66,
  CCURL_TLS_AUTHORITIES = 77,
  CCURL_TLS_REVOKED = 82,
  CCURL_TLS_ISSUER = 83,
  CCURL_TLS_PINNED_KEY = 90,
} ccurl_code;

// Is told what comes; `context` goes to each call.
typedef struct {
  void *context;
  // Takes a line of the head; lines of an interim answer come before those of the last.
  void (*take_header)(void *context, const uint8_t *bytes, size_t count);
  // Takes a part of the body; anything but 0 breaks off.
  int (*take_body)(void *context, const uint8_t *bytes, size_t count);
  // Asked about once a second and more often, with the bytes sent and received so far: anything but 0
  // breaks off.
  int (*go_on)(void *context, int64_t moved);
} ccurl_listener;

// Connections that requests, one after another, may use again; not for two threads at a time.
typedef struct ccurl_handle ccurl_handle;

// NULL where there is no libcurl, or none that does what is asked of it.
ccurl_handle *ccurl_open(void);
void ccurl_close(ccurl_handle *handle);

enum { CCURL_MESSAGE_SIZE = 256 };

// Posts `count` bytes and waits for the answer; redirections are not followed.
//
// `headers` are lines without their ends, NULL after the last. No connection is waited for longer than
// `connect_milliseconds`. `status` becomes that of the answer, 0 if there is none; `message` is a
// sentence on a code other than 0.
int ccurl_post(
  ccurl_handle *handle, const char *url, const char *const *headers, const uint8_t *body,
  size_t count, int64_t connect_milliseconds, ccurl_listener listener, long *status,
  char message[CCURL_MESSAGE_SIZE]);

#endif
