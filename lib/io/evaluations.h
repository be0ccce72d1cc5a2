#ifndef IO_EVALUATIONS_H
#define IO_EVALUATIONS_H

/*
 * Evaluations of what contracts have achieved, at the stages of the
 * vocabulary, by a rubric: order-monitor(1).
 */

#include "base/arena.h"
#include "civic/contracts.h"
#include "civic/score_result.h"
#include "civic/vocab.h"

/* The results of a contract at a stage. */
struct evaluation {
	uint32_t contract, stage;
	int64_t score, most;	/* with the rubric's total_places */
	bool scored;
	uint32_t missing;	/* marks that experts left out */
	unsigned wrong;		/* bits of enum contract_wrong */
	const int64_t *centre;	/* by criterion, with criterion_places */
};

struct evaluations {
	const struct score_rubric *rubric;
	const struct vocab *stages;
	struct evaluation *list;
	size_t count;

	/* The rest is for evaluations.c alone. */
	struct contracts *contracts;
	struct score *score;
	struct score_results results;
	struct map pairs;
	size_t room;
};

/* By a rubric; all trouble with it dies. */
void evaluations_open(struct arena *a, struct evaluations *e,
    struct contracts *c, const char *rubric);

/* Read them, refusing what does not fit; returns the exit status so far. */
int evaluations_read(struct evaluations *e, const char *file);

/*
 * Find all results, and what is wrong with contracts by them.  They live
 * until evaluations_free.
 */
void evaluations_find(struct evaluations *e);

/* The evaluation of a contract at a stage, or NULL. */
const struct evaluation *evaluations_of(const struct evaluations *e,
    size_t contract, size_t stage);

void evaluations_free(struct evaluations *e);

#endif
