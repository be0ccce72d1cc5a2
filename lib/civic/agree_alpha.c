#include "civic/agree_alpha.h"

enum { RATIO_MOST = 20000 };	/* different values: 200 million pairs */

struct alpha {
	double *count;		/* marks of each value, in the units used */
	double *place;		/* of each value, whose squared difference */
	double *apart;		/* disagreement in a unit, where it is fixed */
	double *many;		/* of each value in the unit in hand: 0 */
};

/* Pairs, each in both orders, of marks that differ. */
static double
unequal(const struct alpha *own, const struct panel_mark *mark, uint32_t n)
{
	double equal = 0, all = (double)n * n;

	for (uint32_t i = 0; i < n; i++) {
		double before = own->many[mark[i].value]++;

		equal += before + before + 1;
	}
	for (uint32_t i = 0; i < n; i++)
		own->many[mark[i].value] = 0;
	return all - equal;
}

/* Twice (n * sum of squares - square of the sum). */
static double
squares(double n, double sum, double square)
{
	double both = n * square, product = sum * sum;

	return 2 * (both - product);
}

static double
scattered(const struct alpha *own, const struct panel_mark *mark, uint32_t n)
{
	double sum = 0, square = 0;

	for (uint32_t i = 0; i < n; i++) {
		double x = own->place[mark[i].value], product = x * x;

		sum += x;
		square += product;
	}
	return squares(n, sum, square);
}

static double
ratio_apart(const struct panel *p, uint32_t a, uint32_t b)
{
	double difference = p->number[a] - p->number[b];
	double sum = p->number[a] + p->number[b] + p->low + p->low;
	double share = difference / sum;

	return share * share;
}

/* The values of a unit, each once, with how many there are in own->many. */
static uint32_t
values_of(const struct alpha *own, const struct panel_mark *mark, uint32_t n,
    uint32_t *value)
{
	uint32_t different = 0;

	for (uint32_t i = 0; i < n; i++)
		if (own->many[mark[i].value]++ == 0)
			value[different++] = mark[i].value;
	return different;
}

static double
ratios(struct agree_work *w, const struct panel_mark *mark, uint32_t n)
{
	const struct alpha *own = w->own;
	struct arena a = { 0 };
	uint32_t *value = arena_array(&a, n, sizeof(*value));
	uint32_t different = values_of(own, mark, n, value);
	double sum = 0;

	for (uint32_t i = 0; i < different; i++)
		for (uint32_t k = 0; k < i; k++) {
			double pairs = own->many[value[i]] *
			    own->many[value[k]];
			double all = pairs *
			    ratio_apart(w->panel, value[i], value[k]);

			sum += all;
		}
	for (uint32_t i = 0; i < different; i++)
		own->many[value[i]] = 0;
	arena_reset(&a);
	return 2 * sum;
}

static double
unit_apart(struct agree_work *w, size_t i)
{
	const struct alpha *own = w->own;
	const struct panel_mark *mark;
	uint32_t n = agree_marks(w, i, &mark);

	switch (w->scale) {
	case AGREE_NOMINAL:
		return unequal(own, mark, n) / (n - 1);
	case AGREE_RATIO:
		return ratios(w, mark, n) / (n - 1);
	case AGREE_ORDINAL:
	case AGREE_INTERVAL:
		break;
	}
	return scattered(own, mark, n) / (n - 1);
}

static bool
too_many(const struct agree_work *w)
{
	return w->scale == AGREE_RATIO && w->panel->values > RATIO_MOST;
}

void
agree_alpha_new(struct agree_work *w)
{
	struct alpha *own = arena_alloc(w->arena, sizeof(*own));
	size_t values = w->panel->values;

	w->own = own;
	own->count = arena_array(w->arena, values, sizeof(double));
	own->many = arena_array(w->arena, values, sizeof(double));
	own->place = w->panel->number;
	if (w->scale == AGREE_ORDINAL) {
		own->place = arena_array(w->arena, values, sizeof(double));
		return;
	}
	if (too_many(w))
		return;
	own->apart = arena_array(w->arena, w->units, sizeof(double));
	for (size_t i = 0; i < w->units; i++)
		own->apart[i] = unit_apart(w, i);
}

/* Count the marks by value; returns how many there are. */
static double
count_values(const struct agree_work *w, size_t *different)
{
	const struct alpha *own = w->own;
	const struct panel_mark *mark;
	double all = 0;

	for (size_t v = 0; v < w->panel->values; v++)
		own->count[v] = 0;
	for (size_t i = 0; i < w->units; i++) {
		uint32_t times = agree_times(w, i);
		uint32_t n = times > 0 ? agree_marks(w, i, &mark) : 0;

		for (uint32_t k = 0; k < n; k++)
			own->count[mark[k].value] += times;
	}
	*different = 0;
	for (size_t v = 0; v < w->panel->values; v++) {
		*different += own->count[v] > 0;
		all += own->count[v];
	}
	return all;
}

/* Twice the places in the middle of equal marks, as whole numbers. */
static void
find_places(const struct agree_work *w)
{
	const struct alpha *own = w->own;
	double before = 0;

	for (size_t v = 0; v < w->panel->values; v++) {
		own->place[v] = before + before + own->count[v];
		before += own->count[v];
	}
}

static double
ratios_of_all(const struct agree_work *w)
{
	const struct alpha *own = w->own;
	double sum = 0;

	for (uint32_t i = 0; i < w->panel->values; i++)
		for (uint32_t k = 0; k < i; k++) {
			double pairs = own->count[i] * own->count[k];
			double all = pairs * ratio_apart(w->panel, i, k);

			sum += all;
		}
	return 2 * sum;
}

/* The disagreement of all marks, over their pairs in both orders. */
static double
all_apart(const struct agree_work *w, double n)
{
	const struct alpha *own = w->own;
	double sum = 0, square = 0, all = n * n;

	if (w->scale == AGREE_RATIO)
		return ratios_of_all(w);
	for (size_t v = 0; v < w->panel->values; v++) {
		double x = w->scale == AGREE_NOMINAL ? own->count[v]
						     : own->place[v];
		double product = x * own->count[v];
		double again = x * product;

		sum += product;
		square += again;
	}
	if (w->scale == AGREE_NOMINAL)
		return all - sum;
	return squares(n, sum, square);
}

static double
observed(struct agree_work *w)
{
	const struct alpha *own = w->own;
	double sum = 0;

	for (size_t i = 0; i < w->units; i++) {
		double times = agree_times(w, i);
		double all;

		if (times == 0)
			continue;
		all = own->apart != NULL ? own->apart[i] : unit_apart(w, i);
		all *= times;
		sum += all;
	}
	return sum;
}

/* In squared marks, of which a place's square is four on an ordinal scale. */
static double
size_of(const struct agree_work *w)
{
	if (w->scale == AGREE_INTERVAL)
		return w->panel->step * w->panel->step;
	return w->scale == AGREE_ORDINAL ? 0.25 : 1;
}

void
agree_alpha_find(struct agree_work *w, struct agree_answer *out)
{
	size_t different;
	double n = count_values(w, &different), seen, expected;

	if (different < 2 || too_many(w)) {
		out->why[AGREE_ALPHA] =
		    n == 0 ? "no application has two marks"
		    : different < 2 ? "all marks are the same"
		    : "too many different marks for a ratio scale";
		return;
	}
	if (w->scale == AGREE_ORDINAL)
		find_places(w);
	seen = observed(w) / n;
	expected = all_apart(w, n) / n / (n - 1);
	out->value[AGREE_ALPHA] = 1 - seen / expected;
	out->part[0] = (struct agree_part){ "observed", seen * size_of(w) };
	out->part[1] = (struct agree_part){ "expected",
		expected * size_of(w) };
	out->parts = 2;
}
