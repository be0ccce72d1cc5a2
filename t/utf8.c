#include <stdint.h>

#include "base/utf8.h"
#include "t/tap.h"

static uint64_t seed = 88172645463325252u;

static unsigned
below(unsigned n)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (unsigned)(seed >> 33) % n;
}

/* Mostly good text of 1 to 4 byte characters, sometimes with a byte changed. */
static size_t
text(char *out, size_t room)
{
	static const uint32_t from[] = { 0x20, 0x430, 0x800, 0xe000, 0x10000 };
	size_t n = 0;
	unsigned kind = below(5);

	while (n + 4 <= room)
		n += utf8_put(out + n, from[below(3) != 0 ? kind : below(5)] +
		    below(64));
	if (below(3) == 0)
		out[below((unsigned)n)] = (char)below(256);
	return n;
}

static void
both_ways_agree(void)
{
	char line[200];
	int differ = 0, bad = 0;

	for (int i = 0; i < 200000; i++) {
		size_t n = text(line, 8 + below(190));
		struct str s = { line, n };
		size_t plain = utf8_valid_plain(s);

		differ += utf8_valid(s) != plain;
		bad += plain != n;
	}
	is(differ, 0);
	ok(bad > 10000);
}

/* Every pair of bytes at every place around the edge of a block. */
static void
all_pairs_agree(void)
{
	char line[72];
	int differ = 0;

	for (unsigned pair = 0; pair < 65536; pair++)
		for (size_t at = 29; at < 34; at++) {
			memset(line, 'a', sizeof(line));
			line[at] = (char)(pair >> 8);
			line[at + 1] = (char)(pair & 255);
			line[at + 2] = (char)0x80;
			struct str s = { line, sizeof(line) };

			differ += utf8_valid(s) != utf8_valid_plain(s);
		}
	is(differ, 0);
}

static void
round_trip(void)
{
	int wrong = 0;

	for (uint32_t c = 0; c < 0x110000; c++) {
		char bytes[4];
		struct str s = { bytes, utf8_put(bytes, c) };
		bool surrogate = c >= 0xd800 && c < 0xe000;

		if (surrogate)
			wrong += utf8_valid(s) == s.n;
		else
			wrong += utf8_valid(s) != s.n || utf8_next(&s) != c ||
			    s.n != 0;
	}
	is(wrong, 0);
}

int
main(void)
{
	is(utf8_valid(STR("")), 0);
	is(utf8_valid(STR("ab\xff")), 2);
	is(utf8_valid(STR("\xc0\x80")), 0);		/* overlong */
	is(utf8_valid(STR("\xe0\x9f\xbf")), 0);		/* overlong */
	is(utf8_valid(STR("\xed\xa0\x80")), 0);		/* a surrogate */
	is(utf8_valid(STR("\xf4\x90\x80\x80")), 0);	/* beyond U+10FFFF */
	is(utf8_valid(STR("\xf0\x8f\xbf\xbf")), 0);	/* overlong */
	is(utf8_valid(STR("0123456789012345678901234567890\xd0")), 31);
	is(utf8_valid(STR("012345678901234567890123456789\xe2\x82\xac")), 33);
	struct str rest = STR("\xff\xd0\x90");

	is(utf8_next(&rest), 0xfffd);
	is(utf8_next(&rest), 0x410);
	both_ways_agree();
	all_pairs_agree();
	round_trip();
	return tap_done();
}
