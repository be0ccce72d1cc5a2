#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

/*
 * Digests, by nettle: SHA-256 for chains that outsiders verify with
 * sha256sum, MD5 only where RFC 3797 fixes it.
 */

#include "base/str.h"

#define DIGEST_SHA256 32
#define DIGEST_MD5 16

void digest_sha256(struct str data, unsigned char out[DIGEST_SHA256]);
void digest_md5(struct str data, unsigned char out[DIGEST_MD5]);

/* n bytes as 2n lower-case hexadecimal digits, without a NUL. */
void digest_hex(const unsigned char *digest, size_t n, char *out);

#endif
