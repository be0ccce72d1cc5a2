#ifndef IO_AGREEMENT_H
#define IO_AGREEMENT_H

/* Printing how a panel agrees, as records; panel-agree(1). */

#include "base/buf.h"
#include "io/panels.h"

/* A panel and what it is called: a criterion, or all of them together. */
struct agreement_panel {
	struct str name;
	struct panel panel;
	bool pooled;		/* of all criteria */
};

struct agreement {
	const struct score *score;
	enum agree_scale scale;
	struct agreement_panel *panel;
	size_t panels;
};

/*
 * The panels of each criterion, and of the sum of all by a rubric's weights,
 * in the arena.  Warns of panels in parts.
 */
void agreement_find(struct agreement *g, const struct panels_table *t,
    struct arena *a);

/* A record for each coefficient of each panel. */
void agreement_print(const struct agreement *g, struct agree_samples samples);

/* One for each number that the coefficients are made from. */
void agreement_explain(const struct agreement *g);

/* The next value: a number to the nearest, if it is known. */
void agreement_number(bool known, double value, int places);

/* Before one more remark: "; " stands between two. */
void agreement_remark(struct buf *note);

#endif
