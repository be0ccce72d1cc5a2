#include "civic/agree_kappa.h"

struct kappa {
	double *share;	/* of each value: the sum of its shares in units */
	double *many;	/* of each value in the unit in hand: 0 */
};

void
agree_kappa_new(struct agree_work *w)
{
	struct kappa *own = arena_alloc(w->arena, sizeof(*own));
	size_t values = w->panel->values;

	w->own = own;
	own->share = arena_array(w->arena, values, sizeof(double));
	own->many = arena_array(w->arena, values, sizeof(double));
}

/* Add the shares of a unit; returns how many of its marks' pairs are equal. */
static double
add_unit(const struct kappa *own, const struct panel_mark *mark, uint32_t n,
    double times)
{
	double equal = 0;

	for (uint32_t i = 0; i < n; i++)
		equal += own->many[mark[i].value]++;
	for (uint32_t i = 0; i < n; i++) {
		uint32_t value = mark[i].value;
		double part = times * own->many[value];

		own->share[value] += part / n;
		own->many[value] = 0;
	}
	return equal;
}

/* The sum over units of their shares of equal pairs; how many units. */
static double
observed(const struct agree_work *w, double *units, double *pairable)
{
	const struct kappa *own = w->own;
	const struct panel_mark *mark;
	double sum = 0;

	*units = *pairable = 0;
	for (size_t v = 0; v < w->panel->values; v++)
		own->share[v] = 0;
	for (size_t i = 0; i < w->units; i++) {
		double times = agree_times(w, i), n, equal;

		if (times == 0)
			continue;
		n = agree_marks(w, i, &mark);
		equal = add_unit(own, mark, (uint32_t)n, times);
		*units += times;
		if (n < 2)
			continue;
		*pairable += times;
		equal *= times;
		sum += 2 * equal / n / (n - 1);
	}
	return sum;
}

void
agree_kappa_find(struct agree_work *w, struct agree_answer *out)
{
	const struct kappa *own = w->own;
	double units, pairable, expected = 0;
	double seen = observed(w, &units, &pairable) / pairable;
	size_t different = 0;

	for (size_t v = 0; v < w->panel->values; v++) {
		double share = own->share[v] / units, square = share * share;

		different += own->share[v] > 0;
		expected += square;
	}
	if (pairable == 0 || different < 2) {
		out->why[AGREE_KAPPA] = pairable == 0
					    ? "no application has two marks"
					    : "all marks are the same";
		return;
	}
	out->value[AGREE_KAPPA] = (seen - expected) / (1 - expected);
	out->part[0] = (struct agree_part){ "observed", seen };
	out->part[1] = (struct agree_part){ "expected", expected };
	out->parts = 2;
}
