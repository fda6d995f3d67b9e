// The SHA-1 of FIPS 180-4, block by block. libgit2 hashes whole objects alone.

#include "CGitShims.h"

#define ROTATE(x, n) ((x) << (n) | (x) >> (32 - (n)))

#define CHOOSE(b, c, d) ((d) ^ ((b) & ((c) ^ (d))))
#define PARITY(b, c, d) ((b) ^ (c) ^ (d))
#define MAJORITY(b, c, d) (((b) & (c)) | ((d) & ((b) | (c))))

// The word that a step takes: one of the block's own, or one that is mixed from those before it.
#define GIVEN(i) (w[i] = (uint32_t)p[4 * (i)] << 24 | (uint32_t)p[4 * (i) + 1] << 16 | \
                         (uint32_t)p[4 * (i) + 2] << 8 | (uint32_t)p[4 * (i) + 3])
#define MIXED(i) (w[(i) & 15] = ROTATE(w[((i) + 13) & 15] ^ w[((i) + 8) & 15] ^ \
                                       w[((i) + 2) & 15] ^ w[(i) & 15], 1))

#define STEP(f, k, word, a, b, c, d, e)                     \
  do {                                                      \
    e += ROTATE(a, 5) + f(b, c, d) + (uint32_t)(k) + (word); \
    b = ROTATE(b, 30);                                      \
  } while (0)

// Five steps bring the five words back to their places.
#define FIVE(f, k, W, i)                   \
  STEP(f, k, W((i)), a, b, c, d, e);       \
  STEP(f, k, W((i) + 1), e, a, b, c, d);   \
  STEP(f, k, W((i) + 2), d, e, a, b, c);   \
  STEP(f, k, W((i) + 3), c, d, e, a, b);   \
  STEP(f, k, W((i) + 4), b, c, d, e, a)

#define TWENTY(f, k, i) \
  FIVE(f, k, MIXED, i); FIVE(f, k, MIXED, (i) + 5); FIVE(f, k, MIXED, (i) + 10); FIVE(f, k, MIXED, (i) + 15)

void rspmaint_sha1_blocks(uint32_t state[5], const void *blocks, size_t count) {
  const unsigned char *p = blocks;
  uint32_t w[16];
  for (; count > 0; count--, p += 64) {
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3], e = state[4];
    FIVE(CHOOSE, 0x5A827999, GIVEN, 0);
    FIVE(CHOOSE, 0x5A827999, GIVEN, 5);
    FIVE(CHOOSE, 0x5A827999, GIVEN, 10);
    STEP(CHOOSE, 0x5A827999, GIVEN(15), a, b, c, d, e);
    STEP(CHOOSE, 0x5A827999, MIXED(16), e, a, b, c, d);
    STEP(CHOOSE, 0x5A827999, MIXED(17), d, e, a, b, c);
    STEP(CHOOSE, 0x5A827999, MIXED(18), c, d, e, a, b);
    STEP(CHOOSE, 0x5A827999, MIXED(19), b, c, d, e, a);
    TWENTY(PARITY, 0x6ED9EBA1, 20);
    TWENTY(MAJORITY, 0x8F1BBCDC, 40);
    TWENTY(PARITY, 0xCA62C1D6, 60);
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
  }
}
