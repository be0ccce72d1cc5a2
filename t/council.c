#include <limits.h>
#include <stdlib.h>

#include "civic/composition.h"
#include "civic/council.h"
#include "civic/date.h"
#include "civic/seats.h"
#include "t/tap.h"

static const struct str level_name[] = { { "high", 4 }, { "low", 3 } };
static struct council_level level[] = {
	{ .republican = true, .least = 4, .most = 6 },
	{ .republican = false },
};
static const struct str origin_name[] = { { "civil", 5 }, { "state", 5 } };
static struct council_origin origin[] = { { true, true }, { false, false } };

static struct council_law law = {
	.cite = { { "a", 1 }, { "b", 1 }, { "c", 1 }, { "d", 1 }, { "e", 1 },
	    { "f", 1 } },
	.part = 2, .whole = 3, .counts_vacant = true,
	.seats = 1, .councils = 1, .terms = 2,
	.term_months = 36, .reform_months = 2,
	.level_name = level_name, .origin_name = origin_name,
	.level = level, .origin = origin, .levels = 2, .origins = 2,
};

static long
day(const char *text)
{
	long d = 0;

	if (!date_parse(str_of(text), &d))
		printf("# not a date: %s\n", text);
	return d;
}

/* By trying: the least number that is enough. */
static bool
short_is_least(long civil, long members)
{
	long add, replace, a = 0, r = 0;

	council_short(&law, civil, members, &add, &replace);
	while (law.whole * (civil + a) < law.part * (members + a))
		a++;
	while (law.whole * (civil + r) < law.part * members)
		r++;
	return add == a && replace == r;
}

static void
shares(void)
{
	static const long share[][2] = { { 2, 3 }, { 1, 2 }, { 3, 4 },
	    { 5, 7 } };
	long add, replace, wrong = 0;

	council_short(&law, 10, 15, &add, &replace);
	ok(add == 0 && replace == 0);
	council_short(&law, 9, 14, &add, &replace);
	ok(add == 1 && replace == 1);
	council_short(&law, 9, 15, &add, &replace);
	ok(add == 3 && replace == 1);
	council_short(&law, 0, 9, &add, &replace);
	ok(add == 18 && replace == 6);
	for (size_t i = 0; i < sizeof(share) / sizeof(*share); i++) {
		law.part = share[i][0];
		law.whole = share[i][1];
		for (long members = 1; members <= 40; members++)
			for (long civil = 0; civil <= members; civil++)
				wrong += !short_is_least(civil, members);
	}
	is(wrong, 0);
	law.part = 2;
	law.whole = 3;
	is(council_share(2, 3), 6666);
	is(council_share(9999, 15000), 6666);
	is(council_share(3, 3), 10000);
	is(council_share(0, 3), 0);
}

static struct council_state
judged(size_t at, const char *today, long members, long civil, long vacant,
    const char *began, const char *last)
{
	struct council_state c = { .members = members, .civil = civil,
	    .vacant = vacant, .began = began ? day(began) : LONG_MAX,
	    .ends = last ? day(last) : SEATS_OPEN, .reform = LONG_MAX };

	council_judge(&law, &level[at], day(today), &c);
	return c;
}

static enum council_verdict
verdict(enum council_rule rule, size_t at, const char *today, long members,
    long civil, long vacant, const char *last)
{
	return judged(at, today, members, civil, vacant, "2024-01-31",
	    last).verdict[rule];
}

static void
verdicts(void)
{
	struct council_state c;

	/* Shares: two thirds are enough; nobody has no share. */
	is(verdict(COUNCIL_SHARE, 1, "2024-06-01", 3, 2, 0, NULL), COUNCIL_YES);
	is(verdict(COUNCIL_SHARE, 1, "2024-06-01", 100, 66, 0, NULL),
	    COUNCIL_NO);
	is(verdict(COUNCIL_SHARE, 1, "2024-06-01", 100, 67, 0, NULL),
	    COUNCIL_YES);
	is(verdict(COUNCIL_SHARE, 1, "2024-06-01", 0, 0, 3, NULL),
	    COUNCIL_NONE);

	/* The band of the high level is 4 to 6 seats; the low has none. */
	is(verdict(COUNCIL_SIZE, 0, "2024-06-01", 3, 3, 0, NULL), COUNCIL_NO);
	is(verdict(COUNCIL_SIZE, 0, "2024-06-01", 3, 3, 1, NULL), COUNCIL_YES);
	is(verdict(COUNCIL_SIZE, 0, "2024-06-01", 6, 6, 0, NULL), COUNCIL_YES);
	is(verdict(COUNCIL_SIZE, 0, "2024-06-01", 6, 6, 1, NULL), COUNCIL_NO);
	is(verdict(COUNCIL_SIZE, 1, "2024-06-01", 99, 99, 0, NULL),
	    COUNCIL_NONE);
	law.counts_vacant = false;
	is(verdict(COUNCIL_SIZE, 0, "2024-06-01", 3, 3, 1, NULL), COUNCIL_NO);
	law.counts_vacant = true;

	/* Three years from 31 January; two months before is 30 November. */
	is(verdict(COUNCIL_REFORM, 1, "2026-11-29", 3, 3, 0, NULL),
	    COUNCIL_YES);
	is(verdict(COUNCIL_REFORM, 1, "2026-11-30", 3, 3, 0, NULL),
	    COUNCIL_DUE);
	is(verdict(COUNCIL_REFORM, 1, "2027-01-31", 3, 3, 0, NULL),
	    COUNCIL_DUE);
	is(verdict(COUNCIL_REFORM, 1, "2027-02-01", 3, 3, 0, NULL), COUNCIL_NO);
	/* Seats end the term if they end earlier, and never lengthen it. */
	is(verdict(COUNCIL_REFORM, 1, "2025-04-29", 3, 3, 0, "2025-06-30"),
	    COUNCIL_YES);
	is(verdict(COUNCIL_REFORM, 1, "2025-04-30", 3, 3, 0, "2025-06-30"),
	    COUNCIL_DUE);
	is(verdict(COUNCIL_REFORM, 1, "2027-02-01", 3, 3, 0, "2028-06-30"),
	    COUNCIL_NO);

	c = judged(0, "2024-06-01", 3, 1, 0, "2024-01-31", NULL);
	is(c.broken, 1);
	is(c.breaks[COUNCIL_SHARE], 1);
	is(c.breaks[COUNCIL_TERMS], 0);
	is(c.councils, 1);
	c = judged(0, "2024-06-01", 0, 0, 0, NULL, "2024-05-31");
	ok(c.lapsed == 1 && c.councils == 0 && c.broken == 0);
	ok(c.verdict[COUNCIL_SIZE] == COUNCIL_NONE);
}

/* A rule without an article is not judged. */
static void
unjudged(void)
{
	struct council_law all = law;
	struct council_state c;

	for (enum council_rule i = 0; i < COUNCIL_RULES; i++)
		law.cite[i] = STR("");
	c = judged(0, "2030-01-01", 99, 0, 0, "2024-01-31", NULL);
	for (enum council_rule i = 0; i < COUNCIL_RULES; i++)
		ok(c.verdict[i] == COUNCIL_NONE);
	is(c.broken, 0);
	law = all;
}

static void
sums(void)
{
	struct council_state sum = { 0 };
	struct council_state a = judged(0, "2024-06-01", 3, 1, 2, "2024-01-31",
	    NULL);
	struct council_state b = judged(1, "2026-12-01", 6, 6, 0, "2024-01-31",
	    NULL);

	council_sum(&sum, &a);
	council_sum(&sum, &b);
	ok(sum.councils == 2 && sum.broken == 1 && sum.members == 9 &&
	    sum.civil == 7 && sum.vacant == 2 && sum.add == 3 &&
	    sum.replace == 1);
	is(sum.verdict[COUNCIL_SHARE], COUNCIL_NO);
	is(sum.verdict[COUNCIL_REFORM], COUNCIL_DUE);
	is(sum.breaks[COUNCIL_SHARE], 1);
	/* Only the high level has a band. */
	is(sum.verdict[COUNCIL_SIZE], COUNCIL_YES);
}

static struct seat
seat(const char *council, size_t at, const char *member, const char *since,
    const char *until)
{
	return (struct seat){ .council = str_of(council), .body = STR("body"),
	    .organisation = STR(""), .member = str_of(member),
	    .person = STR(""), .level = at, .since = day(since),
	    .until = until ? day(until) : SEATS_OPEN, .term = 1 };
}

/* A small history, told in any order. */
enum { STORY = 11 };

static void
tell(struct seat story[STORY])
{
	story[0] = seat("A", 0, "Ann", "2024-01-01", "2024-12-31");
	story[1] = seat("A", 0, "ANN", "2025-01-01", NULL);
	story[2] = seat("A", 0, "Bob", "2024-01-01", NULL);
	story[3] = seat("A", 0, " bob", "2025-02-01", NULL);	/* twice */
	story[3].origin = 1;
	story[3].body = STR("another");
	story[4] = seat("A", 0, "Cyd", "2025-01-01", NULL);
	story[5] = seat("A", 0, "Dan", "2024-01-01", "2024-12-31");
	story[6] = seat("B", 0, "ann", "2024-01-01", NULL);
	story[7] = seat("A", 1, "Ann", "2024-01-01", NULL);
	story[8] = seat("A", 0, "", "2024-01-01", NULL);
	story[9] = seat("A", 0, "Eve", "2026-01-01", NULL);
	story[9].body = STR("later");
	story[10] = seat("C", 1, "Fay", "2026-01-01", NULL);
}

/* By a law that asks for nothing, nothing is broken. */
static void
asks_nothing(const struct seats *s)
{
	struct council_law all = law;
	struct arena a = { 0 };
	size_t count;

	law = (struct council_law){ .level_name = level_name,
	    .origin_name = origin_name, .level = level, .origin = origin,
	    .levels = 2, .origins = 2 };
	struct composition *c = composition_of(&a, s, &law, &count);

	is(c[0].state.members, 3);
	is(c[0].state.also_in + c[0].state.over_terms + c[0].state.ending, 0);
	ok(!c[0].member[SEATS_NOW][0].overstays);
	law = all;
	arena_reset(&a);
}

static size_t
take(struct seats *s, const struct seat *story, const size_t *order)
{
	struct seats_sitter other;
	size_t faults = 0;

	seats_open(s, day("2025-06-01"), day("2024-07-01"));
	for (size_t i = 0; i < STORY; i++)
		faults += !seats_add(s, &story[order[i]], &other);
	seats_settle(s);
	return faults;
}

static void
check_story(const struct seats *s)
{
	struct arena a = { 0 };
	size_t count;
	struct composition *c = composition_of(&a, s, &law, &count);

	is(count, 3);
	same(c[0].council->name, "A");
	same(c[0].council->body, "body");
	same(c[1].council->name, "B");
	is(c[2].council->level, 1);
	is(c[0].state.members, 3);
	is(c[0].state.vacant, 1);
	is(c[0].state.civil, 3);	/* Bob's first seat counts */
	is(c[0].state.joined, 1);
	is(c[0].state.left, 1);
	is(c[0].state.civil_before, 3);
	is(c[0].state.also_in, 1);	/* Ann; the low A does not count */
	is(c[1].state.also_in, 1);
	is(c[2].state.also_in, 0);
	is(c[0].member[SEATS_NOW][0].councils, 2);
	same(c[0].member[SEATS_NOW][0].next->council->council->name, "B");
	is(c[0].state.began, day("2024-01-01"));
	is(c[0].state.ends, day("2027-01-01"));
	arena_reset(&a);
}

static void
stories(void)
{
	size_t order[STORY], faults = 0;
	struct seat story[STORY];
	struct seats s;
	unsigned long x = 1;

	tell(story);
	for (size_t i = 0; i < STORY; i++)
		order[i] = i;
	for (int round = 0; round < 20; round++) {
		faults += take(&s, story, order);
		check_story(&s);
		if (round == 0)
			asks_nothing(&s);
		seats_free(&s);
		for (size_t i = STORY; i-- > 1;) {
			size_t j = (x = x * 6364136223846793005u + 1) >> 33;
			size_t t = order[i];

			order[i] = order[j % (i + 1)];
			order[j % (i + 1)] = t;
		}
	}
	is(faults, 20);		/* Bob's second seat, each time */
}

/* Two seats of one person in all but the body: either first, one counts. */
static void
bodies(void)
{
	struct seat one = seat("A", 0, "Ann", "2024-01-01", NULL);
	struct seat two = one;

	two.body = STR("another");
	for (int round = 0; round < 2; round++) {
		struct seats_sitter other;
		struct seats s;

		seats_open(&s, day("2025-06-01"), LONG_MIN);
		ok(seats_add(&s, round == 0 ? &one : &two, &other));
		ok(!seats_add(&s, round == 0 ? &two : &one, &other));
		seats_settle(&s);
		same(s.council[0].body, "another");
		seats_free(&s);
	}
}

/* Ids tell namesakes apart, and join two spellings. */
static void
persons(void)
{
	struct seat a = seat("A", 0, "Ann", "2024-01-01", NULL);
	struct seat b = seat("A", 0, "Ann", "2024-01-01", NULL);
	struct seats_sitter other;
	struct seats s;

	seats_open(&s, day("2025-06-01"), LONG_MIN);
	a.person = STR("1");
	b.person = STR("2");
	ok(seats_add(&s, &a, &other));
	ok(seats_add(&s, &b, &other));
	b.person = STR("");
	ok(seats_add(&s, &b, &other));
	b.person = STR("1");
	b.member = STR("Anna");
	b.since = day("2023-01-01");
	ok(!seats_add(&s, &b, &other));
	same(other.member, "Ann");
	is(s.sitters[SEATS_NOW], 3);
	is(s.sitters[SEATS_BEFORE], 0);
	same(s.sitter[SEATS_NOW][0].member, "Anna");
	seats_free(&s);
}

static long
organisations(const char *anns, const char *bobs, size_t from)
{
	struct seat a = seat("A", 0, "Ann", "2024-01-01", NULL);
	struct seat b = seat("A", 0, "Bob", "2024-01-01", NULL);
	struct arena arena = { 0 };
	struct seats_sitter other;
	struct seats s;
	size_t count;
	long over;

	seats_open(&s, day("2025-06-01"), LONG_MIN);
	a.organisation = str_of(anns);
	b.organisation = str_of(bobs);
	b.origin = from;
	seats_add(&s, &a, &other);
	seats_add(&s, &b, &other);
	seats_settle(&s);
	over = composition_of(&arena, &s, &law, &count)[0].state.same_org;
	arena_reset(&arena);
	seats_free(&s);
	return over;
}

int
main(void)
{
	shares();
	verdicts();
	unjudged();
	sums();
	stories();
	bodies();
	persons();
	is(organisations("220940999013", "220940999013", 0), 1);
	is(organisations("220940999013", "090340999022", 0), 0);
	is(organisations("Fund «Example»", "FUND «example»", 0), 1);
	is(organisations("Fund  One", " Fund\u00a0One", 0), 1);
	is(organisations("Fund", "Fund", 1), 0);	/* of the state */
	is(organisations("", "", 0), 0);
	return tap_done();
}
