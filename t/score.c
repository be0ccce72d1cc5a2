#include <stdlib.h>

#include "civic/score_explain.h"
#include "civic/score_rank.h"
#include "civic/score_reason.h"
#include "civic/score_severity.h"
#include "civic/score_take.h"
#include "tap.h"

/*
 * Panels by chance, scored here and, by another way, there.  A mark stands in
 * cell[application][expert][criterion], or NONE.
 */
enum { APPLICATIONS = 9, EXPERTS = 7, CRITERIA = 3, NONE = -1000 };

struct panel {
	int cell[APPLICATIONS][EXPERTS][CRITERIA];
};

static uint64_t random_state = 20261121;

static int
random_below(int n)
{
	random_state = random_state * 6364136223846793005u +
	    1442695040888963407u;
	return (int)(random_state >> 33) % n;
}

static const struct score_criterion criteria[CRITERIA] = {
	{ { "first", 5 }, 1000000 }, { { "second", 6 }, 500000 },
	{ { "third", 5 }, 2333333 },
};

static struct score_rubric
rubric(void)
{
	return (struct score_rubric){ .max = 20, .step = 1,
		.criterion = criteria, .count = CRITERIA, .quorum = 2,
		.criterion_places = 2, .product_places = 3, .total_places = 1 };
}

static struct panel
random_panel(int of_ten)
{
	struct panel p;

	for (int a = 0; a < APPLICATIONS; a++)
		for (int e = 0; e < EXPERTS; e++)
			for (int k = 0; k < CRITERIA; k++)
				p.cell[a][e][k] = random_below(10) < of_ten
						      ? random_below(21)
						      : NONE;
	return p;
}

static const char *const application_name[APPLICATIONS] = { "2026-000017",
	"2026-000003", "z", "b-7", "b-70", "2026-0000030", "a", "Z", "b" };
static const char *const expert_name[EXPERTS] = { "Third", "first", "E2",
	"E10", "a very long name of an expert", "E1", "E" };

static uint32_t
length(const char *name)
{
	return (uint32_t)strlen(name);
}

/* Hand the marks over in an order by chance, some at a time. */
static struct score *
taken(const struct panel *p, const struct score_rubric *r)
{
	static struct score_mark mark[APPLICATIONS * EXPERTS * CRITERIA];
	static struct score_batch batch;
	struct score *s = score_new(r);
	size_t n = 0;

	for (int a = 0; a < APPLICATIONS; a++)
		for (int e = 0; e < EXPERTS; e++)
			for (uint32_t k = 0; k < CRITERIA; k++)
				if (p->cell[a][e][k] != NONE)
					mark[n++] = (struct score_mark){
						application_name[a],
						expert_name[e],
						length(application_name[a]),
						length(expert_name[e]), k,
						p->cell[a][e][k] };
	for (size_t i = n; i > 1; i--) {
		size_t j = (size_t)random_below((int)i);
		struct score_mark swap = mark[j];

		mark[j] = mark[i - 1];
		mark[i - 1] = swap;
	}
	for (size_t i = 0, some; i < n; i += some) {
		some = 1 + (size_t)random_below(SCORE_TAKE_MOST);
		some = some < n - i ? some : n - i;
		memcpy(batch.mark, mark + i, some * sizeof(*mark));
		batch.count = some;
		score_take(s, &batch);
	}
	score_group(s);
	return s;
}

static int
ascending(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

/* above / below, times 10^places, rounded as the rubric says, the long way. */
static long
rounded(long above, long below, int places, bool even)
{
	long whole, rest;

	while (places-- > 0)
		above *= 10;
	whole = above / below;
	rest = above % below * 2;
	if (rest > below || (rest == below && (!even || whole % 2 == 1)))
		whole++;
	return whole;
}

/* A criterion of an application; false without a quorum. */
static bool
expected(const struct panel *p, const struct score_rubric *r, int a, int k,
    long *centre)
{
	int list[EXPERTS], n = 0, from = 0, to;
	bool even = r->rounding == ROUND_HALF_EVEN;
	long sum = 0;

	for (int e = 0; e < EXPERTS; e++)
		if (p->cell[a][e][k] != NONE)
			list[n++] = p->cell[a][e][k];
	if (n < (int)r->quorum)
		return false;
	qsort(list, (size_t)n, sizeof(*list), ascending);
	to = n;
	if (r->drop_from > 0 && n >= (int)r->drop_from) {
		from = (int)r->drop_low;
		to -= (int)r->drop_high;
	}
	for (int i = from; i < to; i++)
		sum += list[i];
	*centre = r->centre == SCORE_SUM ? rounded(sum, 1, 2, even) :
	    r->centre == SCORE_MEAN ? rounded(sum, to - from, 2, even) :
	    rounded(list[(from + to - 1) / 2] + list[(from + to) / 2], 2, 2,
		even);
	return true;
}

/* The score with one place; -1 if there is none. */
static long
expected_score(const struct panel *p, const struct score_rubric *r, int a)
{
	static const long weight[CRITERIA] = { 1000000, 500000, 2333333 };
	bool even = r->rounding == ROUND_HALF_EVEN;
	long sum = 0, centre;

	for (int k = 0; k < CRITERIA; k++) {
		if (!expected(p, r, a, k, &centre))
			return -1;
		sum += rounded(centre * weight[k], 100000, 0, even);
	}
	return rounded(sum, 100, 0, even);
}

static size_t
number_of(const struct score *s, const char *name)
{
	size_t n = 0;

	while (n < s->applications && !str_eq(score_name(s, (uint32_t)n),
	    str_of(name)))
		n++;
	return n;
}

static bool
agrees(const struct panel *p, const struct score_rubric *r)
{
	struct score *s = taken(p, r);
	struct score_results results = { 0 };
	size_t bad;
	bool good = score_result_find(s, &results, &bad);

	score_rank_find(&results);
	for (int a = 0; a < APPLICATIONS; a++) {
		size_t n = number_of(s, application_name[a]);
		long want = expected_score(p, r, a), rank = 1;

		if (n == s->applications)
			continue;
		for (int b = 0; b < APPLICATIONS; b++)
			rank += want >= 0 && expected_score(p, r, b) > want;
		if (want < 0)
			good = good && !results.of[n].scored &&
			    results.of[n].rank == 0;
		else
			good = good && results.of[n].scored &&
			    results.of[n].score == want &&
			    results.of[n].rank == rank;
	}
	score_free(s);
	return good;
}

static void
scores(void)
{
	static const size_t drop[][3] = { { 0, 0, 0 }, { 1, 1, 3 }, { 1, 0, 2 },
		{ 0, 1, 4 }, { 2, 1, 4 }, { 1, 2, 5 }, { 3, 3, 7 } };

	for (enum score_centre centre = 0; centre <= SCORE_SUM; centre++)
		for (size_t i = 0; i < sizeof(drop) / sizeof(drop[0]); i++) {
			struct score_rubric r = rubric();
			bool good = true;

			r.centre = centre;
			r.drop_high = drop[i][0];
			r.drop_low = drop[i][1];
			r.drop_from = drop[i][2];
			for (int j = 0; j < 60; j++) {
				struct panel p = random_panel(4 + j % 7);

				r.rounding = j % 2 == 0 ? ROUND_HALF_UP
							: ROUND_HALF_EVEN;
				good = good && agrees(&p, &r);
			}
			ok(good);
		}
}

/* The order is by rank, then by name; the rest by name. */
static void
order(void)
{
	struct score_rubric r = rubric();
	bool good = true;

	for (int j = 0; j < 50; j++) {
		struct panel p = random_panel(5);
		struct score_results results = { 0 };
		struct score *s = taken(&p, &r);
		size_t bad;

		good = good && score_result_find(s, &results, &bad);
		score_rank_find(&results);
		for (size_t i = 1; i < s->applications; i++) {
			uint32_t x = results.order[i - 1], y = results.order[i];
			uint32_t rank = results.of[x].rank;

			if (rank == results.of[y].rank)
				good = good &&
				    str_cmp(score_name(s, x),
					score_name(s, y)) < 0;
			else
				good = good && rank != 0 &&
				    (results.of[y].rank == 0 ||
					results.of[y].rank > rank);
		}
		score_free(s);
	}
	ok(good);
}

/* The severity of an expert by his name, or 0 without marks. */
static int64_t
severity_of(const struct score *s, int k, int e)
{
	size_t n = map_find(&s->experts, str_of(expert_name[e]));

	return n == MAP_NONE ? 0 :
	    s->severity[(size_t)k * s->experts.count + n];
}

static struct score_rubric
severe(int places)
{
	struct score_rubric r = rubric();

	r.severity = true;
	r.severity_places = places;
	return r;
}

/* Marks that are sums of both sides give the experts' side back, whoever
 * marks what. */
static void
severity_is_found(void)
{
	static const int lenient[EXPERTS] = { 3, -2, 0, 4, -5, 1, -1 };
	struct score_rubric r = severe(6);
	bool good = true;
	size_t bad;

	for (int j = 0; j < 100; j++) {
		struct panel p = random_panel(4);
		struct score *s;

		for (int a = 0; a < APPLICATIONS; a++) {
			int base = 6 + random_below(9);

			/* One application joins all. */
			for (int e = 0; e < EXPERTS; e++)
				if (a == 4 || p.cell[a][e][1] != NONE)
					p.cell[a][e][1] = base + lenient[e];
		}
		s = taken(&p, &r);
		good = good && score_severity_find(s, &bad) && s->parts[1] == 1;
		for (int e = 0; e < EXPERTS; e++)
			good = good &&
			    severity_of(s, 1, e) == lenient[e] * 1000000;
		score_free(s);
	}
	ok(good);
}

/*
 * With any marks, the rests of each expert's marks sum to 0, and so do the
 * parts of the experts, but for what their rounding leaves.
 */
static bool
balances(const struct panel *p, const struct score *s, int k)
{
	int64_t all = 0, rest[EXPERTS] = { 0 };
	enum { FACTOR = 420 };	/* the least multiple of 1 to 7 */

	for (int e = 0; e < EXPERTS; e++)
		all += severity_of(s, k, e);
	for (int a = 0; a < APPLICATIONS; a++) {
		int64_t n = 0, sum = 0;

		for (int e = 0; e < EXPERTS; e++)
			if (p->cell[a][e][k] != NONE) {
				n++;
				sum += p->cell[a][e][k] * INT64_C(1000000) -
				    severity_of(s, k, e);
			}
		for (int e = 0; e < EXPERTS; e++)
			if (p->cell[a][e][k] != NONE)
				rest[e] += FACTOR * (p->cell[a][e][k] *
				    INT64_C(1000000) - severity_of(s, k, e)) -
				    FACTOR / n * sum;
	}
	for (int e = 0; e < EXPERTS; e++)
		if (llabs(rest[e]) > FACTOR * APPLICATIONS)
			return false;
	return llabs(all) <= EXPERTS;
}

static void
severity_balances(void)
{
	struct score_rubric r = severe(6);
	bool good = true, solved = false;
	size_t bad;

	for (int j = 0; j < 300; j++) {
		struct panel p = random_panel(1 + j % 10);
		struct score *s = taken(&p, &r);

		good = good && score_severity_find(s, &bad);
		for (int k = 0; k < CRITERIA; k++) {
			good = good && balances(&p, s, k);
			solved = solved || severity_of(s, k, 0) != 0;
		}
		score_free(s);
	}
	ok(good && solved);
}

/* The table of Shrout and Fleiss (1979): 6 targets, 4 judges, all mark all.
 * The judges' means are 46/6, 15/6, 26/6, 40/6; the mean of all is 127/24. */
static void
severity_of_a_table(void)
{
	static const int table[6][4] = { { 9, 2, 5, 8 }, { 6, 1, 3, 2 },
		{ 8, 4, 6, 8 }, { 7, 1, 2, 6 }, { 10, 5, 6, 9 },
		{ 6, 2, 4, 7 } };
	struct score_rubric r = severe(6);
	struct panel p = random_panel(0);
	struct score *s;
	size_t bad;

	for (int a = 0; a < 6; a++)
		for (int e = 0; e < 4; e++)
			p.cell[a][e][0] = table[a][e];
	s = taken(&p, &r);
	ok(score_severity_find(s, &bad));
	is(severity_of(s, 0, 0), 2375000);
	is(severity_of(s, 0, 1), -2791667);
	is(severity_of(s, 0, 2), -958333);
	is(severity_of(s, 0, 3), 1375000);
	score_free(s);
}

static void
texts(void)
{
	struct str unmarked[] = { STR("-"), STR("99") };
	struct score_rubric r = rubric();
	struct score *s;
	int32_t units = 7;

	r.unmarked = unmarked;
	r.unmarked_count = 2;
	r.max = 100;
	s = score_new(&r);
	is(score_parse(s, STR("5"), &units), SCORE_FINE);
	is(units, 5);
	is(score_parse(s, STR("6.000"), &units), SCORE_FINE);
	is(units, 6);
	is(score_parse(s, STR("99"), &units), SCORE_FINE);
	is(units, SCORE_UNMARKED);
	is(score_parse(s, STR("-"), &units), SCORE_FINE);
	is(units, SCORE_UNMARKED);
	is(score_parse(s, STR(""), &units), SCORE_FINE);
	is(units, SCORE_UNMARKED);
	is(score_parse(s, STR("-1"), &units), SCORE_OFF_SCALE);
	is(score_parse(s, STR("101"), &units), SCORE_OFF_SCALE);
	is(score_parse(s, STR("99.5"), &units), SCORE_OFF_STEP);
	is(score_parse(s, STR("5,5"), &units), SCORE_NOT_A_MARK);
	is(score_parse(s, STR("--"), &units), SCORE_NOT_A_MARK);
	is(units, SCORE_UNMARKED);
	score_free(s);
}

/* Names that fall on the same place of the table are told apart. */
static void
criterion_names(void)
{
	static char name[SCORE_CRITERIA_MAX][24];
	struct score_criterion many[SCORE_CRITERIA_MAX];
	struct score_rubric r = rubric();
	struct score *s;
	bool good = true;

	for (int i = 0; i < SCORE_CRITERIA_MAX; i++) {
		snprintf(name[i], sizeof(name[i]), "c%d%dx", i / 8, 7 - i % 8);
		many[i] = (struct score_criterion){ str_of(name[i]), 1 };
	}
	r.criterion = many;
	r.count = SCORE_CRITERIA_MAX;
	s = score_new(&r);
	for (size_t i = 0; i < r.count; i++)
		good = good && score_criterion(s, many[i].name) == i;
	ok(good);
	is(score_criterion(s, STR("c88x")), r.count);
	is(score_criterion(s, STR("")), r.count);
	score_free(s);
}

int
main(void)
{
	scores();
	order();
	severity_is_found();
	severity_balances();
	severity_of_a_table();
	texts();
	criterion_names();
	return tap_done();
}
