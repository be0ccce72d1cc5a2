#include "civic/slate.h"
#include "t/tap.h"

enum { MOST = 12 };

static struct slate_candidate one[MOST];
static struct slate_candidate *list[MOST];
static long held[MOST];

/* Candidates by their votes: "c" civil, "s" state, each of no organisation. */
static size_t
stand(const char *kinds, const long *votes)
{
	size_t n = 0;

	for (; kinds[n] != '\0'; n++) {
		one[n] = (struct slate_candidate){ .votes = votes[n],
			.civil = kinds[n] == 'c',
			.organisation = SLATE_NONE };
		list[n] = &one[n];
		held[n] = 0;
	}
	return n;
}

static struct slate
choose(struct slate s, size_t count)
{
	s.held = held;
	slate_choose(&s, list, count);
	return s;
}

/* The share holds whoever stands, and as many are chosen as may be. */
static bool
share_is_kept(void)
{
	static const long votes[] = { 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1 };
	char kinds[MOST + 1] = "";

	for (unsigned bits = 0; bits < 1U << 9; bits++)
		for (long places = 0; places <= 9; places++) {
			long civil = 0, most = 0, best = 0;
			struct slate s = { .places = places, .part = 2,
				.whole = 3, .seats = 1 };

			for (int i = 0; i < 9; i++) {
				kinds[i] = bits >> i & 1 ? 'c' : 's';
				civil += bits >> i & 1;
			}
			s = choose(s, stand(kinds, votes));
			if (3 * s.chosen_civil < 2 * s.chosen ||
			    s.chosen > places)
				return false;
			/* By trying: the most who can be chosen. */
			for (long c = 0; c <= civil; c++)
				for (most = c; most <= places && most - c <=
				    9 - civil; most++)
					if (3 * c >= 2 * most && most > best)
						best = most;
			if (s.chosen != best)
				return false;
		}
	return true;
}

static void
test_share(void)
{
	static const long votes[] = { 9, 8, 7, 6, 5 };
	struct slate s = { .places = 3, .part = 2, .whole = 3 };

	s = choose(s, stand("ssccc", votes));
	is(s.chosen, 3);
	is(s.chosen_civil, 2);
	is(one[0].place, SLATE_CHOSEN);
	is(one[1].place, SLATE_SHARE);
	is(one[4].place, SLATE_RESERVE);

	/* A council that has its third of others takes no more of them. */
	s = (struct slate){ .members = 8, .civil = 5, .places = 1, .part = 2,
		.whole = 3 };
	s = choose(s, stand("sc", votes));
	is(one[0].place, SLATE_SHARE);
	is(one[1].place, SLATE_CHOSEN);

	/* One that has less than a third of them does. */
	s = (struct slate){ .members = 8, .civil = 6, .places = 1, .part = 2,
		.whole = 3 };
	s = choose(s, stand("sc", votes));
	is(one[0].place, SLATE_CHOSEN);

	/* Places that nobody civil takes are not the others' either. */
	s = (struct slate){ .members = 6, .civil = 4, .places = 3, .part = 2,
		.whole = 3 };
	s = choose(s, stand("s", votes));
	is(one[0].place, SLATE_SHARE);
	is(s.chosen, 0);

	/* No share is asked. */
	s = choose((struct slate){ .places = 2 }, stand("ssc", votes));
	is(one[1].place, SLATE_CHOSEN);
	ok(share_is_kept());
}

static void
test_organisations(void)
{
	static const long votes[] = { 9, 8, 7 };
	struct slate s = { .places = 2, .part = 2, .whole = 3, .seats = 1 };
	size_t n = stand("ccc", votes);

	one[0].organisation = one[1].organisation = 0;
	s = choose(s, n);
	is(one[1].place, SLATE_ORGANISATION);
	is(one[2].place, SLATE_CHOSEN);

	n = stand("ccc", votes);
	one[0].organisation = 0;
	held[0] = 1;
	s = choose(s, n);
	is(one[0].place, SLATE_ORGANISATION);
	is(s.chosen, 2);
}

static void
test_ties(void)
{
	static const long equal[] = { 9, 5, 5 }, two[] = { 5, 5 };
	struct slate s = { .places = 2, .part = 2, .whole = 3, .seats = 1 };
	size_t n;

	s = choose(s, stand("ccc", equal));
	is(one[0].place, SLATE_CHOSEN);
	is(one[1].place, SLATE_TIE);
	is(one[2].place, SLATE_TIE);
	is(s.chosen, 1);

	/* Enough places for both: no tie. */
	s = choose((struct slate){ .places = 3, .part = 2, .whole = 3 },
	    stand("ccc", equal));
	is(s.chosen, 3);

	/* A place that only civil society can have is not undecided. */
	s = choose((struct slate){ .places = 1, .part = 2, .whole = 3 },
	    stand("cs", two));
	is(one[0].place, SLATE_CHOSEN);
	s = choose((struct slate){ .places = 1, .part = 2, .whole = 3 },
	    stand("sc", two));
	is(one[1].place, SLATE_CHOSEN);

	/* Two of one organisation. */
	n = stand("cc", two);
	one[0].organisation = one[1].organisation = 0;
	s = choose((struct slate){ .places = 2, .part = 2, .whole = 3,
	    .seats = 1 }, n);
	is(one[0].place, SLATE_TIE);
	is(one[1].place, SLATE_TIE);

	/* Nobody has counted votes. */
	s = choose((struct slate){ .places = 2, .part = 2, .whole = 3 },
	    stand("cc", (const long[]){ 3, -1 }));
	is(one[0].place, SLATE_CHOSEN);
	is(one[1].place, SLATE_UNVOTED);
}

int
main(void)
{
	test_share();
	test_organisations();
	test_ties();
	return tap_done();
}
