#include <math.h>

#include "civic/agree_expert.h"

/* What is summed up for an expert: his marks, x; the means of others', y. */
struct sums {
	double x, shared_x, y;
	double xx, shared_xx, xy, yy;	/* of deviations from means */
	double same, first_x, first_y;
	bool x_differs, y_differs;
};

struct look {
	const struct panel *panel;
	enum agree_scale scale;
	struct agree_expert *expert;
	struct sums *sums;
	double *many;	/* of each value in the unit in hand */
};

/* Look at each mark of each unit, with the sum of the unit's n marks. */
static void
each_mark(struct look *l, void (*see)(struct look *l,
    const struct panel_mark *mark, double sum, uint32_t n))
{
	const struct panel *p = l->panel;

	for (size_t u = 0; u < p->units; u++) {
		const struct panel_mark *mark = p->mark + p->first[u];
		uint32_t n = p->first[u + 1] - p->first[u];
		double sum = 0;

		for (uint32_t i = 0; i < n; i++) {
			sum += p->number[mark[i].value];
			l->many[mark[i].value]++;
		}
		for (uint32_t i = 0; i < n; i++)
			see(l, &mark[i], sum, n);
		for (uint32_t i = 0; i < n; i++)
			l->many[mark[i].value] = 0;
	}
}

static void
add(struct look *l, const struct panel_mark *mark, double sum, uint32_t n)
{
	struct agree_expert *e = &l->expert[mark->expert];
	struct sums *s = &l->sums[mark->expert];
	double x = l->panel->number[mark->value], y = (sum - x) / (n - 1);

	e->marks++;
	s->x += x;
	if (n < 2)
		return;
	if (e->shared++ == 0) {
		s->first_x = x;
		s->first_y = y;
	}
	s->x_differs |= x != s->first_x;
	s->y_differs |= y != s->first_y;
	s->shared_x += x;
	s->y += y;
	s->same += (l->many[mark->value] - 1) / (n - 1);
}

static void
deviate(struct look *l, const struct panel_mark *mark, double sum, uint32_t n)
{
	const struct agree_expert *e = &l->expert[mark->expert];
	struct sums *s = &l->sums[mark->expert];
	double number = l->panel->number[mark->value];
	double x = number - s->x / (double)e->marks, y;
	double xx = x * x, yy, xy;

	s->xx += xx;
	if (n < 2)
		return;
	x = number - s->shared_x / (double)e->shared;
	y = (sum - number) / (n - 1) - s->y / (double)e->shared;
	xx = x * x;
	yy = y * y;
	xy = x * y;
	s->shared_xx += xx;
	s->yy += yy;
	s->xy += xy;
}

static void
correlate(struct agree_expert *e, const struct sums *s)
{
	double both = s->shared_xx * s->yy;

	if (e->shared < 3)
		e->why = "fewer than three applications with others";
	else if (!s->x_differs)
		e->why = "always the same mark";
	else if (!s->y_differs)
		e->why = "the others' means are all the same";
	else
		e->agreement = s->xy / sqrt(both);
}

static void
judge(const struct look *l, size_t number)
{
	struct agree_expert *e = &l->expert[number];
	const struct sums *s = &l->sums[number];
	double marks = (double)e->marks, shared = (double)e->shared;
	double step = l->panel->step;

	if (l->scale == AGREE_NOMINAL) {
		if (e->shared == 0)
			e->why = "no application with others";
		else
			e->agreement = s->same / shared;
		return;
	}
	e->numbers = true;
	e->mean = (s->x / marks + l->panel->low) * step;
	if (e->shared > 0)
		e->severity = (s->shared_x - s->y) / shared * step;
	if (e->marks > 1)
		e->spread = sqrt(s->xx / (marks - 1)) * step;
	correlate(e, s);
}

struct agree_expert *
agree_expert_find(const struct panel *p, enum agree_scale scale,
    struct arena *a)
{
	struct arena spare = { 0 };
	struct look l = { .panel = p, .scale = scale };

	l.expert = arena_array(a, p->experts, sizeof(*l.expert));
	l.sums = arena_array(&spare, p->experts, sizeof(*l.sums));
	l.many = arena_array(&spare, p->values, sizeof(*l.many));
	each_mark(&l, add);
	each_mark(&l, deviate);
	for (size_t e = 0; e < p->experts; e++)
		judge(&l, e);
	arena_reset(&spare);
	return l.expert;
}
