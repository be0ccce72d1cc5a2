#ifndef CIVIC_AGREE_H
#define CIVIC_AGREE_H

/*
 * How well a panel agrees: coefficients of reliability, and between what
 * bounds each would fall if other applications like these were marked.
 *
 * These are statistics by which nothing is decided, and the one place of the
 * domain (agree*.c, panel.c) with binary floating point.  Sums run over whole
 * numbers where they can, always in one order, and no product is fused with
 * a sum, so that all machines print the same.
 */

#include "base/arena.h"
#include "civic/panel.h"

enum agree_scale {
	AGREE_NOMINAL, AGREE_ORDINAL, AGREE_INTERVAL, AGREE_RATIO
};

enum agree_which {
	AGREE_ALPHA,		/* Krippendorff's */
	AGREE_KAPPA,		/* Fleiss' */
	AGREE_ICC_1_1, AGREE_ICC_1_K,	/* intraclass correlations */
	AGREE_ICC_2_1, AGREE_ICC_3_1, AGREE_ICC_2_K, AGREE_ICC_3_K,
	AGREE_W,		/* Kendall's */
	AGREE_COUNT
};

/* A number that coefficients are made from. */
struct agree_part {
	const char *name;
	double value;
};
enum { AGREE_PARTS = 4 };

/* One way to look at a panel gives one or several coefficients at once. */
struct agree_answer {
	double value[AGREE_COUNT];
	const char *why[AGREE_COUNT];	/* what it has no value for, or NULL */
	struct agree_part part[AGREE_PARTS];
	size_t parts;
};

/*
 * What such a way works on: the units it can use, and how often each counts
 * (times is NULL: once).  own is its own memory.
 */
struct agree_work {
	const struct panel *panel;
	enum agree_scale scale;
	uint32_t *unit, *times;
	size_t units;
	struct arena *arena;
	void *own;
};

static inline uint32_t
agree_times(const struct agree_work *w, size_t i)
{
	return w->times == NULL ? 1 : w->times[i];
}

/* The marks of a unit; returns how many. */
static inline uint32_t
agree_marks(const struct agree_work *w, size_t i,
    const struct panel_mark **marks)
{
	const struct panel *p = w->panel;
	uint32_t u = w->unit[i];

	*marks = p->mark + p->first[u];
	return p->first[u + 1] - p->first[u];
}

struct agree_value {
	bool asked;		/* the scale allows this coefficient */
	double value, low, high;
	const char *why;	/* it has no value, or NULL */
	bool bounded;
	size_t failed;		/* samples in which it has no value */
	size_t units, marks;	/* that it is made from */
};

struct agree_samples {
	uint32_t count;		/* 0: no bounds */
	uint64_t seed;
};

/* What a panel comes to: coefficients, and the parts of each way. */
struct agree {
	struct agree_value of[AGREE_COUNT];
	struct {
		enum agree_which first;	/* what these are parts of */
		struct agree_part part;
	} part[AGREE_COUNT * AGREE_PARTS];
	size_t parts;
};

/*
 * All coefficients that the scale allows.  The bounds hold 95 of 100 of the
 * samples: each takes as many units as there are, by dice thrown anew from
 * the seed for each way; floor(n / 40) of the n values are below the lower
 * bound and as many above the upper one.
 */
void agree_find(struct agree *g, const struct panel *p,
    enum agree_scale scale, struct agree_samples samples);

#endif
