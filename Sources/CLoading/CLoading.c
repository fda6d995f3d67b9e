#include "CLoading.h"

#if defined(__linux__)

#include <dlfcn.h>

const char *rspmaint_load(
    const char *const *libraries, const struct rspmaint_function *functions, size_t count) {
  void *library = NULL;
  for (; *libraries && !library; libraries++) library = dlopen(*libraries, RTLD_LAZY | RTLD_LOCAL);
  if (!library) return dlerror();
  for (size_t index = 0; index < count; index++) {
    *functions[index].place = dlsym(library, functions[index].name);
    if (!*functions[index].place) return dlerror();
  }
  return NULL;
}

#endif
