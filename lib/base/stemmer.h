#ifndef BASE_STEMMER_H
#define BASE_STEMMER_H

/*
 * Russian words without their endings: the door to libstemmer, which may be
 * missing when this is built.
 */

#include <stdbool.h>

#include "base/buf.h"
#include "base/str.h"

/* Whether it was there. */
bool stemmer_built(void);

/*
 * Append the stem of a word, which unicode_fold has folded.  A word of over
 * 256 bytes, or of another script, stays as it is; as do all if it was not
 * there.
 */
void stemmer_add(struct buf *out, struct str word);

#endif
