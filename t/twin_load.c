/* Numbers and what has them, against a plain list of pairs. */

#include <stdlib.h>

#include "io/twin_load.h"
#include "tap.h"

enum { PAIRS = 20000 };

struct pair {
	int64_t number, entry;
};

static struct pair pair[PAIRS], got[PAIRS];
static size_t pairs, given;

static void
keep(void *context, int64_t number, int64_t entry)
{
	struct pair *into = context;

	into[given++] = (struct pair){ number, entry };
}

static void
add(struct twin_load *l, int64_t number, int64_t entry)
{
	twin_load_add(l, number, entry);
	pair[pairs++] = (struct pair){ number, entry };
}

/* "1 2 3": what has a number. */
static struct str
entries(struct twin_load *l, int64_t number)
{
	static char text[200];
	size_t place = 0, n = 0;

	do {
		int64_t entry = twin_load_next(l, number, &place);

		if (place != 0)
			n += (size_t)snprintf(text + n, sizeof(text) - n,
			    "%s%" PRId64, n > 0 ? " " : "", entry);
	} while (place != 0);
	return (struct str){ text, n };
}

static void
test_few(void)
{
	struct twin_load *l = twin_load_open();

	same(entries(l, 7), "");
	twin_load_add(l, 7, 1);
	same(entries(l, 7), "1");
	twin_load_add(l, 7, 2);
	twin_load_add(l, 8, 3);
	twin_load_add(l, 7, 4);
	same(entries(l, 7), "1 2 4");
	same(entries(l, 8), "3");
	same(entries(l, 9), "");
	twin_load_drop(l, 7, 2);
	same(entries(l, 7), "1 0 4");
	twin_load_drop(l, 7, 1);
	twin_load_drop(l, 8, 3);
	twin_load_drop(l, 9, 3);
	twin_load_drop(l, 8, 4);
	same(entries(l, 7), "0 0 4");
	same(entries(l, 8), "0");
	twin_load_each(l, keep, got);
	is(given, 1);
	is(got[0].number, 7);
	is(got[0].entry, 4);
	twin_load_free(l);
}

/* A record that is changed comes again, in the place of its entry. */
static void
test_order(void)
{
	struct twin_load *l = twin_load_open();

	twin_load_add(l, 1, 5);
	twin_load_add(l, 1, 2);
	same(entries(l, 1), "2 5");
	twin_load_add(l, 1, 9);
	twin_load_add(l, 1, 7);
	twin_load_add(l, 1, 3);
	twin_load_add(l, 1, 1);
	same(entries(l, 1), "1 2 3 5 7 9");
	twin_load_drop(l, 1, 1);
	twin_load_drop(l, 1, 9);
	twin_load_drop(l, 1, 3);
	same(entries(l, 1), "0 2 0 5 7 0");
	twin_load_add(l, 1, 8);
	twin_load_add(l, 1, 4);
	twin_load_add(l, 1, 10);
	same(entries(l, 1), "0 2 0 4 5 7 8 0 10");
	twin_load_free(l);
}

static int
by_number(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;

	if (x->number != y->number)
		return x->number < y->number ? -1 : 1;
	return x->entry < y->entry ? -1 : x->entry > y->entry;
}

/*
 * Many numbers of all sizes and signs, some of them more than once, and a
 * crowd that wants the last slots of the table, which goes on in the first.
 */
static void
test_many(void)
{
	struct twin_load *l = twin_load_open();
	uint64_t x = 1;
	bool equal = true;

	for (size_t i = 0; i < PAIRS; i++) {
		x = x * 6364136223846793005u + 1442695040888963407u;
		add(l, i % 10 == 0 ? INT64_MAX - (int64_t)(x >> 56) :
		    i % 7 == 0 && i > 0 ? pair[x % i].number : (int64_t)x,
		    (int64_t)i + 1);
	}
	given = 0;
	twin_load_each(l, keep, got);
	qsort(pair, pairs, sizeof(*pair), by_number);
	is(given, PAIRS);
	for (size_t i = 0; i < given; i++)
		equal = equal && got[i].number == pair[i].number &&
		    got[i].entry == pair[i].entry;
	ok(equal);
	twin_load_free(l);
}

int
main(void)
{
	test_few();
	test_order();
	test_many();
	return tap_done();
}
