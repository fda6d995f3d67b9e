// Libraries that are loaded when they are first needed. Each of their functions is then a jump to where
// it was found; a function that is called and not listed is one that the linker does not find.

#ifndef CLOADING_H
#define CLOADING_H

#if defined(__linux__)

#include <stddef.h>

/// A function by its name, and the place that its jump reads.
struct rspmaint_function {
  const char *name;
  void **place;
};

/// Loads the first library that is there of those named, up to a NULL, and finds the functions in it.
/// Returns NULL, or why it could not.
const char *rspmaint_load(
    const char *const *libraries, const struct rspmaint_function *functions, size_t count);

#if defined(__x86_64__)
#define RSPMAINT_JUMP(name) "  jmpq *rspmaint_at_" #name "(%rip)\n"
#elif defined(__aarch64__)
#define RSPMAINT_JUMP(name)               \
  "  adrp x16, rspmaint_at_" #name "\n"   \
  "  ldr x16, [x16, :lo12:rspmaint_at_" #name "]\n" \
  "  br x16\n"
#else
#error "say how to jump to a function on this processor"
#endif

/// Defines the function as a jump.
#define RSPMAINT_DEFINE(name)                                    \
  __attribute__((visibility("hidden"))) void *rspmaint_at_##name; \
  __asm__(                                                       \
      ".text\n"                                                  \
      ".globl " #name "\n"                                       \
      ".hidden " #name "\n"                                      \
      ".type " #name ", %function\n" #name ":\n" RSPMAINT_JUMP(name) \
      ".size " #name ", .-" #name "\n");

/// The function's line in the table that is given to `rspmaint_load`.
#define RSPMAINT_ENTRY(name) {#name, &rspmaint_at_##name},

#endif
#endif
