#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "civic/agree_pair.h"

/* The units of each expert of a panel, and the equal pairs of each unit. */
struct view {
	const struct panel *panel;
	uint32_t *first, *unit;		/* of expert e: from unit[first[e]] */
	uint32_t *number;		/* of each standing: expert + 1, or 0 */
	double *equal;
};

struct search {
	struct view *view;
	size_t views, experts;
	struct agree_pair *with;	/* of the expert in hand, by standing */
	uint32_t *met;			/* those he has units with */
	size_t mets;
};

static void
count_equal(struct view *v, struct arena *a)
{
	const struct panel *p = v->panel;
	uint32_t *many = arena_array(a, p->values, sizeof(*many));

	v->equal = arena_array(a, p->units, sizeof(*v->equal));
	for (size_t u = 0; u < p->units; u++) {
		for (uint32_t i = p->first[u]; i < p->first[u + 1]; i++)
			v->equal[u] += many[p->mark[i].value]++;
		for (uint32_t i = p->first[u]; i < p->first[u + 1]; i++)
			many[p->mark[i].value] = 0;
	}
}

static void
list_units(struct view *v, struct arena *a)
{
	const struct panel *p = v->panel;
	uint32_t *next = arena_array(a, p->experts, sizeof(*next));

	v->first = arena_array(a, p->experts + 1, sizeof(*v->first));
	v->unit = arena_array(a, p->marks, sizeof(*v->unit));
	for (size_t i = 0; i < p->marks; i++)
		v->first[p->mark[i].expert + 1]++;
	for (size_t e = 0; e < p->experts; e++) {
		v->first[e + 1] += v->first[e];
		next[e] = v->first[e];
	}
	for (uint32_t u = 0; u < p->units; u++)
		for (uint32_t i = p->first[u]; i < p->first[u + 1]; i++)
			v->unit[next[p->mark[i].expert]++] = u;
}

static void
open_view(struct view *v, const struct panel *p, size_t experts,
    struct arena *a)
{
	v->panel = p;
	v->number = arena_array(a, experts, sizeof(*v->number));
	for (uint32_t e = 0; e < p->experts; e++)
		v->number[p->standing[e]] = e + 1;
	list_units(v, a);
	count_equal(v, a);
}

/* His marks of a unit beside those of all whose names come after his. */
static void
meet(struct search *s, const struct view *v, uint32_t unit, uint32_t expert)
{
	const struct panel *p = v->panel;
	uint32_t begin = p->first[unit], end = p->first[unit + 1], i = begin;
	double n = end - begin, pairs = n * (n - 1) / 2;

	while (p->mark[i].expert != expert)
		i++;
	for (uint32_t k = i + 1; k < end && end - begin > 2; k++) {
		uint32_t other = p->standing[p->mark[k].expert];
		struct agree_pair *pair = &s->with[other];
		bool equal = p->mark[i].value == p->mark[k].value;

		if (pair->common++ == 0)
			s->met[s->mets++] = other;
		pair->equal += equal;
		pair->expected += (v->equal[unit] - equal) / (pairs - 1);
	}
}

static int
by_standing(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

static double
excess_of(const struct agree_pair *pair)
{
	double n = (double)pair->common;
	double p = (pair->expected + 0.5) / (n + 1);
	double variance = n * p * (1 - p);

	return ((double)pair->equal - pair->expected) / sqrt(variance);
}

static void
look_at(struct search *s, uint32_t expert)
{
	s->mets = 0;
	for (size_t k = 0; k < s->views; k++) {
		const struct view *v = &s->view[k];
		uint32_t e = v->number[expert];

		if (e == 0)
			continue;
		for (uint32_t i = v->first[e - 1]; i < v->first[e]; i++)
			meet(s, v, v->unit[i], e - 1);
	}
	if (s->mets > 0)
		qsort(s->met, s->mets, sizeof(*s->met), by_standing);
}

void
agree_pair_each(const struct panel *p, size_t panels, size_t experts,
    void (*say)(void *data, const struct agree_pair *pair), void *data)
{
	struct arena a = { 0 };
	struct search s = { .views = panels, .experts = experts };

	s.view = arena_array(&a, panels, sizeof(*s.view));
	s.with = arena_array(&a, experts, sizeof(*s.with));
	s.met = arena_array(&a, experts, sizeof(*s.met));
	for (size_t k = 0; k < panels; k++)
		open_view(&s.view[k], &p[k], experts, &a);
	for (uint32_t e = 0; e < experts; e++) {
		look_at(&s, e);
		for (size_t i = 0; i < s.mets; i++) {
			struct agree_pair *pair = &s.with[s.met[i]];

			pair->expert = e;
			pair->other = s.met[i];
			pair->excess = excess_of(pair);
			say(data, pair);
			memset(pair, 0, sizeof(*pair));
		}
	}
	arena_reset(&a);
}
