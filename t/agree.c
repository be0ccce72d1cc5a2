#include <math.h>
#include <stdlib.h>

#include "civic/agree_alpha.h"
#include "civic/agree_icc.h"
#include "civic/agree_kappa.h"
#include "civic/agree_ranks.h"
#include "civic/score_take.h"
#include "tap.h"

/*
 * Tables by chance, looked at by the library and, by the words of the books
 * and one pair of marks after the other, here.
 */
enum { UNITS = 8, EXPERTS = 5, NONE = -1, EXPANDED = 2 * UNITS };

struct table {
	size_t units;
	int cell[EXPANDED][EXPERTS];
};

static uint64_t random_state = 20261122;

static int
random_below(int n)
{
	random_state = random_state * 6364136223846793005u +
	    1442695040888963407u;
	return (int)(random_state >> 33) % n;
}

static struct table
random_table(int of_ten)
{
	struct table t = { .units = UNITS };

	for (size_t u = 0; u < t.units; u++)
		for (int e = 0; e < EXPERTS; e++)
			t.cell[u][e] = random_below(10) < of_ten
					   ? random_below(7) : NONE;
	return t;
}

static const char *const unit_name[UNITS] = { "a", "b", "c", "d", "e", "f",
	"g", "h" };
static const char *const expert_name[EXPERTS] = { "v", "w", "x", "y", "z" };
static const struct score_criterion criterion = { { "k", 1 }, 1000000 };
static const struct score_rubric rubric = { .max = 6, .step = 1,
	.criterion = &criterion, .count = 1 };

static struct score *
taken(const struct table *t)
{
	struct score *s = score_new(&rubric);

	for (size_t u = 0; u < t->units; u++)
		for (int e = 0; e < EXPERTS; e++)
			if (t->cell[u][e] != NONE)
				score_take_one(s, str_of(unit_name[u]),
				    str_of(expert_name[e]), 0, t->cell[u][e]);
	score_group(s);
	return s;
}

static int
marks_in(const struct table *t, size_t u)
{
	int n = 0;

	for (int e = 0; e < EXPERTS; e++)
		n += t->cell[u][e] != NONE;
	return n;
}

/* Only the units with so many marks, each as often as times says. */
static struct table
expanded(const struct table *t, int least, const uint32_t *times)
{
	struct table out = { .units = 0 };
	size_t i = 0;

	for (size_t u = 0; u < t->units; u++) {
		if (marks_in(t, u) < least)
			continue;
		for (uint32_t k = 0; k < times[i]; k++)
			memcpy(out.cell[out.units++], t->cell[u],
			    sizeof(t->cell[u]));
		i++;
	}
	return out;
}

/* How many marks there are of a value, and below it. */
static double
marks_of(const struct table *t, int value, double *below)
{
	double n = 0;

	*below = 0;
	for (size_t u = 0; u < t->units; u++)
		for (int e = 0; e < EXPERTS; e++) {
			n += t->cell[u][e] == value;
			*below += t->cell[u][e] != NONE &&
			    t->cell[u][e] < value;
		}
	return n;
}

static double
squared(double x)
{
	return x * x;
}

static double
metric(const struct table *t, enum agree_scale scale, int a, int b)
{
	double many_a, many_b, below_a, below_b;

	switch (scale) {
	case AGREE_NOMINAL:
		return a != b;
	case AGREE_ORDINAL:
		many_a = marks_of(t, a, &below_a);
		many_b = marks_of(t, b, &below_b);
		return squared(below_a + many_a / 2 - below_b - many_b / 2);
	case AGREE_INTERVAL:
		return squared(a - b);
	case AGREE_RATIO:
		break;
	}
	return a == b ? 0 : squared((double)(a - b) / (a + b));
}

static double
plain_alpha(const struct table *t, enum agree_scale scale)
{
	double seen = 0, expected = 0, n = 0;

	for (size_t u = 0; u < t->units; u++)
		n += marks_in(t, u);
	for (size_t i = 0; i < t->units * EXPERTS; i++)
		for (size_t k = 0; k < t->units * EXPERTS; k++) {
			int a = t->cell[i / EXPERTS][i % EXPERTS];
			int b = t->cell[k / EXPERTS][k % EXPERTS];

			if (a == NONE || b == NONE || i == k)
				continue;
			double apart = metric(t, scale, a, b);

			expected += apart;
			if (i / EXPERTS == k / EXPERTS)
				seen += apart /
				    (marks_in(t, i / EXPERTS) - 1);
		}
	return 1 - (n - 1) * seen / expected;
}

static double
plain_kappa(const struct table *t)
{
	double seen = 0, expected = 0, pairable = 0;

	for (size_t u = 0; u < t->units; u++) {
		double n = marks_in(t, u), equal = 0;

		for (int i = 0; i < EXPERTS; i++)
			for (int k = 0; k < EXPERTS; k++)
				equal += i != k && t->cell[u][i] != NONE &&
				    t->cell[u][i] == t->cell[u][k];
		pairable += n > 1;
		seen += n > 1 ? equal / n / (n - 1) : 0;
	}
	seen /= pairable;
	for (int v = 0; v <= 6; v++) {
		double share = 0;

		for (size_t u = 0; u < t->units; u++)
			for (int e = 0; e < EXPERTS; e++)
				share += t->cell[u][e] == v
					     ? 1.0 / marks_in(t, u) : 0;
		expected += squared(share / (double)t->units);
	}
	return (seen - expected) / (1 - expected);
}

/* Twice an expert's rank of a unit: those below, equal ones in the middle. */
static double
rank_of(const struct table *t, size_t unit, int e)
{
	double rank = 1;

	for (size_t u = 0; u < t->units; u++)
		rank += t->cell[u][e] < t->cell[unit][e] ? 2
		    : t->cell[u][e] == t->cell[unit][e] ? 1 : 0;
	return rank;
}

/* How much of the experts' own variation, m times over, their sums have. */
static double
plain_w(const struct table *t)
{
	double all = 0, n = (double)t->units, mean = n + 1;

	for (int a = 0; a < EXPERTS; a++)
		for (int b = 0; b < EXPERTS; b++) {
			double xy = 0;

			for (size_t u = 0; u < t->units; u++)
				xy += (rank_of(t, u, a) - mean) *
				    (rank_of(t, u, b) - mean);
			all += xy;
		}
	double own = 0;

	for (int a = 0; a < EXPERTS; a++)
		for (size_t u = 0; u < t->units; u++)
			own += squared(rank_of(t, u, a) - mean);
	return all / EXPERTS / own;
}

struct sums {
	double n, marks, between, within, columns, rest, k;
};

static double
mean_of(const struct table *t, size_t from, size_t to, int first, int last)
{
	double sum = 0, n = 0;

	for (size_t u = from; u < to; u++)
		for (int e = first; e < last; e++)
			if (t->cell[u][e] != NONE) {
				sum += t->cell[u][e];
				n++;
			}
	return sum / n;
}

static struct sums
plain_squares(const struct table *t)
{
	struct sums s = { .n = (double)t->units };
	double grand = mean_of(t, 0, t->units, 0, EXPERTS), squares = 0;

	for (size_t u = 0; u < t->units; u++) {
		double row = mean_of(t, u, u + 1, 0, EXPERTS);

		for (int e = 0; e < EXPERTS; e++) {
			double x = t->cell[u][e];
			double column = mean_of(t, 0, t->units, e, e + 1);

			if (t->cell[u][e] == NONE)
				continue;
			s.marks++;
			s.between += squared(row - grand);
			s.within += squared(x - row);
			s.columns += squared(column - grand);
			s.rest += squared(x - row - column + grand);
		}
		squares += squared(marks_in(t, u));
	}
	s.k = (s.marks - squares / s.marks) / (s.n - 1);
	s.between /= s.n - 1;
	s.within /= s.marks - s.n;
	s.columns /= EXPERTS - 1;
	s.rest /= (s.n - 1) * (EXPERTS - 1);
	return s;
}

/* What the library says of a way; false if it says that there is nothing. */
static bool
find(const struct table *t, enum agree_scale scale, int least,
    const uint32_t *times, void (*begin)(struct agree_work *),
    void (*way)(struct agree_work *, struct agree_answer *),
    struct agree_answer *answer)
{
	struct arena a = { 0 };
	struct score *s = taken(t);
	struct panel p;
	struct agree_work w = { .panel = &p, .scale = scale, .arena = &a };
	uint32_t many[UNITS];

	panel_find(&p, s, 0, NULL, &a);
	w.unit = arena_array(&a, p.units, sizeof(*w.unit));
	for (uint32_t u = 0; u < p.units; u++)
		if (p.first[u + 1] - p.first[u] >= (uint32_t)least)
			w.unit[w.units++] = u;
	memcpy(many, times, sizeof(many));
	w.times = many;
	*answer = (struct agree_answer){ .parts = 0 };
	begin(&w);
	way(&w, answer);
	arena_reset(&a);
	score_free(s);
	for (size_t i = 0; i < AGREE_COUNT; i++)
		if (answer->why[i] != NULL)
			return false;
	return true;
}

static bool
near(double a, double b)
{
	return fabs(a - b) < 1e-9;
}

static uint32_t times[UNITS];

/* How often each unit counts: some not, some twice; not more than there is. */
static void
random_times(void)
{
	for (size_t i = 0; i < UNITS; i++)
		times[i] = (uint32_t)random_below(3);
	times[0] = times[1] = 1;
}

static bool
check_ragged(const struct table *t, size_t *compared)
{
	struct agree_answer g;
	struct table two = expanded(t, 2, times), one = expanded(t, 1, times);
	bool good = true;

	for (int scale = AGREE_NOMINAL; scale <= AGREE_RATIO; scale++)
		if (find(t, (enum agree_scale)scale, 2, times,
		    agree_alpha_new, agree_alpha_find, &g)) {
			(*compared)++;
			good &= near(g.value[AGREE_ALPHA],
			    plain_alpha(&two, (enum agree_scale)scale));
		}
	if (find(t, AGREE_NOMINAL, 1, times, agree_kappa_new,
	    agree_kappa_find, &g)) {
		(*compared)++;
		good &= near(g.value[AGREE_KAPPA], plain_kappa(&one));
	}
	if (find(t, AGREE_INTERVAL, 2, times, agree_icc_new,
	    agree_icc_one_way, &g)) {
		struct sums s = plain_squares(&two);

		(*compared)++;
		good &= near(g.value[AGREE_ICC_1_1], (s.between - s.within) /
		    (s.between + (s.k - 1) * s.within));
		good &= near(g.value[AGREE_ICC_1_K],
		    1 - s.within / s.between);
	}
	return good;
}

static bool
check_complete(const struct table *t, size_t *compared)
{
	struct agree_answer g;
	struct table all = expanded(t, EXPERTS, times);
	struct sums s = plain_squares(&all);
	double k = EXPERTS;
	bool good = true;

	if (find(t, AGREE_INTERVAL, EXPERTS, times, agree_icc_new,
	    agree_icc_two_way, &g)) {
		double above = s.between - s.rest;
		double bias = (s.columns - s.rest) / s.n;

		(*compared)++;
		good &= near(g.value[AGREE_ICC_2_1], above / (s.between +
		    (k - 1) * s.rest + k * bias));
		good &= near(g.value[AGREE_ICC_2_K],
		    above / (s.between + bias));
		good &= near(g.value[AGREE_ICC_3_1],
		    above / (s.between + (k - 1) * s.rest));
		good &= near(g.value[AGREE_ICC_3_K], above / s.between);
	}
	if (find(t, AGREE_ORDINAL, EXPERTS, times, agree_ranks_new,
	    agree_ranks_find, &g)) {
		(*compared)++;
		good &= near(g.value[AGREE_W], plain_w(&all));
	}
	return good;
}

int
main(void)
{
	size_t compared = 0;
	bool good = true;

	for (int i = 0; i < 500; i++) {
		struct table t = random_table(4 + i % 6);

		random_times();
		good &= check_ragged(&t, &compared);
	}
	ok(good);
	ok(compared > 2500);
	compared = 0;
	good = true;
	for (int i = 0; i < 500; i++) {
		struct table t = random_table(10);

		random_times();
		good &= check_complete(&t, &compared);
	}
	ok(good);
	ok(compared > 800);
	return tap_done();
}
