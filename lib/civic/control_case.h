#ifndef CIVIC_CONTROL_CASE_H
#define CIVIC_CONTROL_CASE_H

/* An act of public control with its recommendations, judged. */

#include <stdbool.h>
#include <stddef.h>

#include "civic/control.h"

/* Whether a recommendation has an answer of its own. */
enum control_separate {
	CONTROL_SEPARATE_UNSAID, CONTROL_SEPARATE, CONTROL_JOINT
};

struct control_reply {
	struct str no;
	enum control_separate separate;
	struct control_verdict is;
};

struct control_case {
	const struct control_law *law;
	struct control_act act;
	struct control_judgement is;
	struct control_reply *reply;	/* one for each recommendation */
	size_t replies;
	size_t refused;			/* recommendations that were */
};

enum control_step {
	CONTROL_STEP_NOTICE, CONTROL_STEP_SENDING, CONTROL_STEP_ANSWER
};

/* Something still to be done: which, and of which recommendation. */
struct control_owed {
	enum control_step step;
	struct str no;
	long due;
};

/* What is owed first; of the same day, the first.  False if nothing is. */
bool control_case_next(const struct control_case *c, struct control_owed *o);

/* Whether it was answered, but not, as far as is said, on its own. */
bool control_case_is_joint(const struct control_reply *r);

/* Whether something is late, overdue or missed. */
bool control_case_is_late(const struct control_verdict *v);

/* Whether anything is wrong with it. */
bool control_case_is_wrong(const struct control_case *c);

/*
 * Of the notices, the one that decides: the first of those in the worst
 * state, and of these the one with the earliest due day.  NULL if the law
 * asks for none.
 */
const struct control_verdict *control_case_notice(
    const struct control_case *c);

#endif
