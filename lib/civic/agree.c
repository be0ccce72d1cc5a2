#include <float.h>
#include <stdlib.h>

#include "base/dice.h"
#include "civic/agree_alpha.h"
#include "civic/agree_icc.h"
#include "civic/agree_kappa.h"
#include "civic/agree_ranks.h"

/* Else a number would depend on when it leaves a register. */
_Static_assert(FLT_EVAL_METHOD == 0, "double must be computed as double");

enum { EVERY = 0 };	/* marks that a unit needs: of all experts */

/* A way to look at a panel, and the coefficients it gives. */
struct way {
	void (*begin)(struct agree_work *w);
	void (*find)(struct agree_work *w, struct agree_answer *out);
	uint32_t least;		/* marks of a unit that it can use */
	enum agree_which first, last;
	bool scale[AGREE_RATIO + 1];
};

static const struct way ways[] = {
	{ agree_alpha_new, agree_alpha_find, 2, AGREE_ALPHA, AGREE_ALPHA,
	    { true, true, true, true } },
	{ agree_kappa_new, agree_kappa_find, 1, AGREE_KAPPA, AGREE_KAPPA,
	    { [AGREE_NOMINAL] = true } },
	{ agree_icc_new, agree_icc_one_way, 2, AGREE_ICC_1_1, AGREE_ICC_1_K,
	    { [AGREE_INTERVAL] = true, [AGREE_RATIO] = true } },
	{ agree_icc_new, agree_icc_two_way, EVERY, AGREE_ICC_2_1,
	    AGREE_ICC_3_K,
	    { [AGREE_INTERVAL] = true, [AGREE_RATIO] = true } },
	{ agree_ranks_new, agree_ranks_find, EVERY, AGREE_W, AGREE_W,
	    { false, true, true, true } },
};

/* Choose the units that a way can use; returns how many marks they have. */
static size_t
choose_units(struct agree_work *w, const struct way *way)
{
	const struct panel *p = w->panel;
	size_t least = way->least == EVERY ? p->experts : way->least;
	size_t marks = 0;

	w->unit = arena_array(w->arena, p->units, sizeof(*w->unit));
	for (uint32_t u = 0; u < p->units; u++) {
		uint32_t n = p->first[u + 1] - p->first[u];

		if (n < least)
			continue;
		w->unit[w->units++] = u;
		marks += n;
	}
	return marks;
}

/* What keeps a way from beginning at all. */
static const char *
hindered(const struct agree_work *w, const struct way *way)
{
	if (w->panel->experts == 0)
		return "no marks";
	if (w->panel->experts == 1)
		return "one expert alone";
	if (way->least == EVERY && w->units < 2)
		return "fewer than two applications have marks of all experts";
	return NULL;
}

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* The bounds of the values of samples; too few of them bound nothing. */
static void
set_bounds(struct agree_value *of, double *value, size_t count,
    uint32_t samples)
{
	size_t beyond = count / 40;

	of->failed = samples - count;
	if (of->why != NULL || of->failed > samples / 2)
		return;
	qsort(value, count, sizeof(*value), by_size);
	of->low = value[beyond];
	of->high = value[count - 1 - beyond];
	of->bounded = true;
}

static void
throw(struct agree_work *w, struct dice *d)
{
	for (size_t i = 0; i < w->units; i++)
		w->times[i] = 0;
	for (size_t i = 0; i < w->units; i++)
		w->times[dice_below(d, (uint32_t)w->units)]++;
}

static void
sample(struct agree *g, struct agree_work *w, const struct way *way,
    struct agree_samples samples)
{
	struct dice d = { samples.seed };
	size_t width = way->last - way->first + 1, count[AGREE_COUNT] = { 0 };
	double *value = arena_array(w->arena, samples.count,
	    width * sizeof(double));

	w->times = arena_array(w->arena, w->units, sizeof(*w->times));
	for (uint32_t s = 0; s < samples.count; s++) {
		struct agree_answer answer = { .parts = 0 };

		throw(w, &d);
		way->find(w, &answer);
		for (size_t i = 0; i < width; i++)
			if (answer.why[way->first + i] == NULL)
				value[i * samples.count + count[i]++] =
				    answer.value[way->first + i];
	}
	for (size_t i = 0; i < width; i++)
		set_bounds(&g->of[way->first + i], value + i * samples.count,
		    count[i], samples.count);
}

static void
take_answer(struct agree *g, const struct way *way,
    const struct agree_answer *answer)
{
	for (size_t i = way->first; i <= way->last; i++) {
		g->of[i].value = answer->value[i];
		g->of[i].why = answer->why[i];
	}
	for (size_t i = 0; i < answer->parts; i++) {
		g->part[g->parts].first = way->first;
		g->part[g->parts++].part = answer->part[i];
	}
}

static void
go(struct agree *g, const struct way *way, struct agree_work *w,
    struct agree_samples samples)
{
	struct agree_answer answer = { .parts = 0 };
	size_t marks = choose_units(w, way);
	const char *why = hindered(w, way);

	for (size_t i = way->first; i <= way->last; i++)
		g->of[i] = (struct agree_value){ .asked = true, .why = why,
			.units = w->units, .marks = marks };
	if (why != NULL)
		return;
	way->begin(w);
	way->find(w, &answer);
	take_answer(g, way, &answer);
	if (samples.count > 0 && w->units > 0)
		sample(g, w, way, samples);
}

void
agree_find(struct agree *g, const struct panel *p, enum agree_scale scale,
    struct agree_samples samples)
{
	*g = (struct agree){ .parts = 0 };
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		struct arena a = { 0 };
		struct agree_work w = { .panel = p, .scale = scale,
			.arena = &a };

		if (ways[i].scale[scale])
			go(g, &ways[i], &w, samples);
		arena_reset(&a);
	}
}
