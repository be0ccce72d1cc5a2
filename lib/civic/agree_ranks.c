#include "base/order.h"
#include "civic/agree_ranks.h"

struct ranks {
	uint32_t *order;	/* of each expert: units in their order */
	double *sum;		/* of each unit: twice the sum of its ranks */
};

static uint32_t
value_of(const struct agree_work *w, size_t i, size_t expert)
{
	const struct panel_mark *mark;

	agree_marks(w, i, &mark);
	return mark[expert].value;
}

void
agree_ranks_new(struct agree_work *w)
{
	struct ranks *own = arena_alloc(w->arena, sizeof(*own));
	size_t experts = w->panel->experts, n = w->units;
	struct arena spare = { 0 };
	struct order *item = arena_array(&spare, n, sizeof(*item));

	w->own = own;
	own->sum = arena_array(w->arena, n, sizeof(double));
	own->order = arena_array(w->arena, n, experts * sizeof(uint32_t));
	for (size_t e = 0; e < experts && n > 0; e++) {
		for (uint32_t i = 0; i < n; i++)
			item[i] = (struct order){ value_of(w, i, e), i };
		order_keys(item, n, NULL);
		for (size_t i = 0; i < n; i++)
			own->order[e * n + i] = item[i].number;
	}
	arena_reset(&spare);
}

/*
 * Add an expert's ranks; returns the sum of t^3 - t over his ties, and counts
 * him if he put any two apart.
 */
static double
add_expert(const struct agree_work *w, size_t expert, double n, size_t *apart)
{
	const struct ranks *own = w->own;
	const uint32_t *order = own->order + expert * w->units;
	double before = 0, ties = 0;

	for (size_t i = 0, end; i < w->units; i = end) {
		uint32_t value = value_of(w, order[i], expert);
		double equal = 0, cube;

		for (end = i; end < w->units &&
		    value_of(w, order[end], expert) == value; end++)
			equal += agree_times(w, order[end]);
		for (size_t k = i; k < end; k++)
			own->sum[order[k]] += before + before + equal + 1;
		before += equal;
		*apart += equal > 0 && before < n;
		cube = equal * equal * equal;
		ties += cube - equal;
	}
	return ties;
}

/* Four times the sum of squared deviations from the mean, (n + 1) * m. */
static double
deviations(const struct agree_work *w, double n, double m)
{
	const struct ranks *own = w->own;
	double mean = (n + 1) * m, sum = 0;

	for (size_t i = 0; i < w->units; i++) {
		double off = own->sum[i] - mean;
		double square = off * off * agree_times(w, i);

		sum += square;
	}
	return sum;
}

void
agree_ranks_find(struct agree_work *w, struct agree_answer *out)
{
	const struct ranks *own = w->own;
	double m = (double)w->panel->experts, n = 0, ties = 0, s, most, less;
	size_t apart = 0;

	for (size_t i = 0; i < w->units; i++) {
		n += agree_times(w, i);
		own->sum[i] = 0;
	}
	for (size_t e = 0; e < w->panel->experts; e++)
		ties += add_expert(w, e, n, &apart);
	s = deviations(w, n, m) / 4;
	most = n * n * n - n;
	most = most * m * m;
	less = m * ties;
	if (apart == 0) {
		out->why[AGREE_W] = "no expert ranks any application over "
		    "another";
		return;
	}
	out->value[AGREE_W] = 12 * s / (most - less);
	out->part[0] = (struct agree_part){ "s", s };
	out->part[1] = (struct agree_part){ "ties", ties };
	out->parts = 2;
}
