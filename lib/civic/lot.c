#include <stdlib.h>
#include <string.h>

#include "civic/lot.h"

/* A number of a source: its digits without the zeros that say nothing. */
struct number {
	struct str whole, fraction;
};

static bool
all_digits(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return true;
}

static bool
number_parse(struct str s, struct number *out)
{
	bool point = s.n > 0 && memchr(s.p, '.', s.n) != NULL;
	struct str whole = str_cut(&s, '.');

	if (whole.n == 0 || !all_digits(whole) || !all_digits(s) ||
	    (point && s.n == 0))
		return false;
	while (whole.n > 1 && whole.p[0] == '0') {
		whole.p++;
		whole.n--;
	}
	while (s.n > 0 && s.p[s.n - 1] == '0')
		s.n--;
	*out = (struct number){ whole, s };
	return true;
}

static int
number_cmp(const void *a, const void *b)
{
	const struct number *x = a, *y = b;

	if (x->whole.n != y->whole.n)
		return x->whole.n < y->whole.n ? -1 : 1;
	if (!str_eq(x->whole, y->whole))
		return str_cmp(x->whole, y->whole);
	return str_cmp(x->fraction, y->fraction);
}

/* The next word of *rest, empty after the last. */
static struct str
next_word(struct str *rest)
{
	*rest = str_trim(*rest);
	return str_cut(rest, ' ');
}

bool
lot_source(struct buf *key, struct str numbers)
{
	struct buf list = { 0 };
	struct number number;
	size_t count = 0;

	for (struct str word; (word = next_word(&numbers)).n > 0; count++) {
		if (!number_parse(word, &number)) {
			buf_free(&list);
			return false;
		}
		buf_add(&list, (struct str){ (char *)&number, sizeof(number) });
	}
	if (count == 0)
		return false;
	qsort(list.p, count, sizeof(number), number_cmp);
	for (size_t i = 0; i < count; i++) {
		memcpy(&number, list.p + i * sizeof(number), sizeof(number));
		buf_add(key, number.whole);
		buf_byte(key, '.');
		buf_add(key, number.fraction);
	}
	buf_byte(key, '/');
	buf_free(&list);
	return true;
}

void
lot_digest(struct str key, unsigned draw, unsigned char out[DIGEST_MD5])
{
	char count[2] = { (char)(draw >> 8), (char)(draw & 0xff) };
	struct buf text = { 0 };

	buf_add(&text, (struct str){ count, 2 });
	buf_add(&text, key);
	buf_add(&text, (struct str){ count, 2 });
	digest_md5(buf_str(&text), out);
	buf_free(&text);
}

/* What is left of a digest, as one large number, over a small one. */
static uint32_t
remainder_of(const unsigned char digest[DIGEST_MD5], size_t divisor)
{
	uint64_t rest = 0;

	for (size_t i = 0; i < DIGEST_MD5; i++)
		rest = (rest << 8 | digest[i]) % divisor;
	return (uint32_t)rest;
}

void
lot_draw(struct str key, size_t pool, uint32_t *drawn)
{
	unsigned char digest[DIGEST_MD5];

	for (size_t i = 0; i < pool; i++)
		drawn[i] = (uint32_t)i + 1;
	/* What is not yet drawn stays in its order behind what is. */
	for (size_t i = 0; i < pool; i++) {
		lot_digest(key, (unsigned)i, digest);
		uint32_t *at = drawn + i + remainder_of(digest, pool - i);
		uint32_t taken = *at;

		memmove(drawn + i + 1, drawn + i,
		    (size_t)(at - (drawn + i)) * sizeof(*drawn));
		drawn[i] = taken;
	}
}
