#ifndef IO_ELIGIBILITY_RULES_H
#define IO_ELIGIBILITY_RULES_H

/* Which applications are taken, from a rule file; all trouble dies. */

#include "base/arena.h"
#include "civic/eligibility.h"
#include "civic/schema.h"
#include "civic/terms.h"

/* From which day a term is counted. */
enum eligibility_start {
	ELIGIBILITY_CLOSES, ELIGIBILITY_RECEIVED, ELIGIBILITY_CHECKED,
};

struct eligibility_deadline {
	const struct terms_term *term;
	enum eligibility_start start;
};

/* An edition with what its checks need besides. */
struct eligibility_edition {
	struct eligibility_rules checks;
	const char *bands, *mci;	/* rule files */

	/* Of these instruments; none: of all. */
	const struct str *instrument;
	size_t instruments;
	bool has_deadlines;
	struct eligibility_deadline form, marks;
};

/*
 * The edition in force on the day, of the kind `eligibility`, as
 * share/rules/eligibility.yaml shows it.  cards is the schema whose forms and
 * statuses the rules name.
 */
const struct eligibility_edition *eligibility_rules_read(struct arena *a,
    const char *name, const struct schema *cards, long day);

/* Whether a check is made of the call's applications; NULL: of any call's. */
bool eligibility_rules_make(const struct eligibility_edition *e,
    const struct eligibility_call *call, enum eligibility_check check);

#endif
