// Loads libzip and expat when a form is first read: libzip brings a library for cryptography with it,
// and only a few verbs read forms.

#include "CFormShims.h"

#if defined(__linux__)

#include <CLoading.h>
#include <stddef.h>

#define ZIP(F)\
  F(zip_discard) F(zip_error_fini) F(zip_error_init) F(zip_error_strerror) F(zip_fclose)         \
  F(zip_fopen_index) F(zip_fread) F(zip_get_num_entries) F(zip_libzip_version) F(zip_open_from_source) \
  F(zip_source_buffer_create) F(zip_source_free) F(zip_stat_index) F(zip_stat_init)

#define EXPAT(F)\
  F(XML_ErrorString) F(XML_ExpatVersion) F(XML_GetCurrentLineNumber) F(XML_GetErrorCode) F(XML_Parse)                \
  F(XML_ParserCreateNS) F(XML_ParserFree) F(XML_SetCharacterDataHandler)                         \
  F(XML_SetElementHandler) F(XML_SetStartDoctypeDeclHandler) F(XML_SetUserData) F(XML_StopParser)

ZIP(RSPMAINT_DEFINE)
EXPAT(RSPMAINT_DEFINE)

static const struct rspmaint_function zip[] = {ZIP(RSPMAINT_ENTRY)};
static const struct rspmaint_function expat[] = {EXPAT(RSPMAINT_ENTRY)};

const char *rspmaint_load_libzip(void) {
  // Debian counted otherwise than libzip does for a while; what is called here is alike in both.
  static const char *const names[] = {"libzip.so.5", "libzip.so.4", NULL};
  return rspmaint_load(names, zip, sizeof zip / sizeof *zip);
}

const char *rspmaint_load_expat(void) {
  static const char *const names[] = {"libexpat.so.1", NULL};
  return rspmaint_load(names, expat, sizeof expat / sizeof *expat);
}

#else

const char *rspmaint_load_libzip(void) { return 0; }
const char *rspmaint_load_expat(void) { return 0; }

#endif
