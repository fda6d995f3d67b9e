// Loads libzip, expat and libxlsxwriter when a form is first read or written: libzip brings a library for
// cryptography with it, and only a few verbs need forms.

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

#define XLSX(F)\
  F(format_set_align) F(format_set_bg_color) F(format_set_bold) F(format_set_border)             \
  F(format_set_border_color) F(format_set_font_color) F(format_set_font_size)                    \
  F(format_set_text_wrap) F(format_set_unlocked) F(lxw_strerror) F(lxw_version)                  \
  F(workbook_add_format)   F(workbook_add_worksheet) F(workbook_close) F(workbook_new) F(workbook_set_properties)         \
  F(worksheet_autofilter) F(worksheet_data_validation_range) F(worksheet_fit_to_pages)           \
  F(worksheet_freeze_panes) F(worksheet_protect) F(worksheet_repeat_rows)                        \
  F(worksheet_set_column) F(worksheet_set_landscape) F(worksheet_set_paper) F(worksheet_set_row) \
  F(worksheet_write_blank) F(worksheet_write_string)

ZIP(RSPMAINT_DEFINE)
EXPAT(RSPMAINT_DEFINE)
XLSX(RSPMAINT_DEFINE)

static const struct rspmaint_function zip[] = {ZIP(RSPMAINT_ENTRY)};
static const struct rspmaint_function expat[] = {EXPAT(RSPMAINT_ENTRY)};
static const struct rspmaint_function xlsx[] = {XLSX(RSPMAINT_ENTRY)};

const char *rspmaint_load_libzip(void) {
  // Debian counted otherwise than libzip does for a while; what is called here is alike in both.
  static const char *const names[] = {"libzip.so.5", "libzip.so.4", NULL};
  return rspmaint_load(names, zip, sizeof zip / sizeof *zip);
}

const char *rspmaint_load_expat(void) {
  static const char *const names[] = {"libexpat.so.1", NULL};
  return rspmaint_load(names, expat, sizeof expat / sizeof *expat);
}

const char *rspmaint_load_libxlsxwriter(void) {
  // The number changes with each release that adds functions; what is called here is old.
  static const char *const names[] = {
      "libxlsxwriter.so.4", "libxlsxwriter.so.5", "libxlsxwriter.so.6", "libxlsxwriter.so.7",
      "libxlsxwriter.so.8", "libxlsxwriter.so", NULL};
  return rspmaint_load(names, xlsx, sizeof xlsx / sizeof *xlsx);
}

#else

const char *rspmaint_load_libzip(void) { return 0; }
const char *rspmaint_load_expat(void) { return 0; }
const char *rspmaint_load_libxlsxwriter(void) { return 0; }

#endif
