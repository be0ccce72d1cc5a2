#include "civic/lot.h"
#include "tap.h"

static const char rfc_key[] = "9319./2.5.8.10.12./9.18.26.34.41.45./";

static struct str
key_of(struct buf *b, const char *numbers)
{
	buf_clear(b);
	return lot_source(b, str_of(numbers)) ? buf_str(b) : STR("refused");
}

/* The worked example of RFC 3797, section 6. */
static void
rfc_example(void)
{
	static const uint32_t want[] = { 17, 7, 2, 16, 25, 23, 8, 24, 19, 13 };
	unsigned char digest[DIGEST_MD5];
	char hex[2 * DIGEST_MD5];
	uint32_t drawn[25], seen = 0;
	struct buf key = { 0 };

	ok(lot_source(&key, STR("9319")));
	ok(lot_source(&key, STR("2 5 12 8 10")));
	ok(lot_source(&key, STR("9 18 26 34 41 45")));
	same(buf_str(&key), rfc_key);
	lot_digest(buf_str(&key), 0, digest);
	digest_hex(digest, DIGEST_MD5, hex);
	same(((struct str){ hex, sizeof(hex) }),
	    "990dd0a5692a029a98b5e01aa28f3459");
	lot_digest(buf_str(&key), 9, digest);
	digest_hex(digest, DIGEST_MD5, hex);
	same(((struct str){ hex, sizeof(hex) }),
	    "31cb111c4a4ebe9287ceae16fe51b909");
	lot_draw(buf_str(&key), 25, drawn);
	for (size_t i = 0; i < 10; i++)
		is(drawn[i], want[i]);
	for (size_t i = 0; i < 25; i++)
		seen |= (uint32_t)1 << (drawn[i] - 1);
	is(seen, 0x1ffffff);
	buf_free(&key);
}

static void
sources(void)
{
	struct buf b = { 0 };

	same(key_of(&b, "9 45 018"), "9.18.45./");
	same(key_of(&b, "  10   9 "), "9.10./");
	same(key_of(&b, "0"), "0./");
	same(key_of(&b, "000"), "0./");
	same(key_of(&b, "7 7"), "7.7./");
	same(key_of(&b, "521.70"), "521.7/");
	same(key_of(&b, "521.00"), "521./");
	same(key_of(&b, "2.5 2.25 2 10"), "2.2.252.510./");
	same(key_of(&b, "99999999999999999999999 1"),
	    "1.99999999999999999999999./");
	same(key_of(&b, ""), "refused");
	same(key_of(&b, "  "), "refused");
	same(key_of(&b, "-1"), "refused");
	same(key_of(&b, "1,5"), "refused");
	same(key_of(&b, "1."), "refused");
	same(key_of(&b, ".5"), "refused");
	same(key_of(&b, "1.2.3"), "refused");
	same(key_of(&b, "1 2 x"), "refused");
	is(b.n, 0);
	buf_free(&b);
}

/* Draws beyond 255 need both bytes of the count. */
static void
large_pool(void)
{
	static uint32_t drawn[LOT_POOL_MAX];
	static bool seen[LOT_POOL_MAX + 1];
	unsigned char digest[DIGEST_MD5], again[DIGEST_MD5];
	size_t distinct = 0;

	lot_digest(str_of(rfc_key), 1, digest);
	lot_digest(str_of(rfc_key), 257, again);
	ok(memcmp(digest, again, DIGEST_MD5) != 0);
	lot_draw(str_of(rfc_key), LOT_POOL_MAX, drawn);
	for (size_t i = 0; i < LOT_POOL_MAX; i++) {
		distinct += !seen[drawn[i]];
		seen[drawn[i]] = true;
	}
	is(distinct, LOT_POOL_MAX);
	ok(!seen[0]);
	lot_draw(str_of(rfc_key), 1, drawn);
	is(drawn[0], 1);
}

int
main(void)
{
	rfc_example();
	sources();
	large_pool();
	return tap_done();
}
