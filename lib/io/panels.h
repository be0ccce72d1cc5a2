#ifndef IO_PANELS_H
#define IO_PANELS_H

/*
 * The marks of a panel, by a rubric or without one.
 *
 * A plain table has an application, an expert and a mark, of one criterion.
 * It is taken in as a score whose units only number the different marks, so
 * that what is twice or in conflict means the same as with a rubric.
 */

#include "civic/agree.h"

struct panels_table {
	enum agree_scale scale;
	struct score *score;

	/* Of a plain one: what its units mean, places among texts or decimal
	 * units; the marks' texts, or their numbers' bytes. */
	bool plain;
	struct str criterion;
	int64_t *meaning;
	struct map texts;
	struct arena arena;
};

/*
 * Read the files (as marks_read) by a rubric, or by none if it is NULL: then
 * what is no number is refused, on a scale that needs one, or below 0 on a
 * ratio scale.  Returns the status so far.
 */
int panels_read(struct panels_table *t, const struct score_rubric *rubric,
    enum agree_scale scale, char **files, const char *rejects);

/* All marks are in, and conflicts named: make them ready to be looked at. */
void panels_settle(struct panels_table *t);

void panels_free(struct panels_table *t);

#endif
