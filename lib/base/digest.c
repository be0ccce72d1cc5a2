#include <nettle/md5.h>
#include <nettle/sha2.h>

#include "base/digest.h"

void
digest_sha256(struct str data, unsigned char out[DIGEST_SHA256])
{
	struct sha256_ctx context;

	sha256_init(&context);
	sha256_update(&context, data.n, (const unsigned char *)data.p);
	sha256_digest(&context, DIGEST_SHA256, out);
}

void
digest_md5(struct str data, unsigned char out[DIGEST_MD5])
{
	struct md5_ctx context;

	md5_init(&context);
	md5_update(&context, data.n, (const unsigned char *)data.p);
	md5_digest(&context, DIGEST_MD5, out);
}

void
digest_hex(const unsigned char *digest, size_t n, char *out)
{
	for (size_t i = 0; i < n; i++) {
		out[2 * i] = "0123456789abcdef"[digest[i] >> 4];
		out[2 * i + 1] = "0123456789abcdef"[digest[i] & 15];
	}
}
