#include "civic/candidate.h"

#include <limits.h>

#include "civic/date.h"

/* What is said must be this; what is not said is open. */
static enum candidate_verdict
must_be(enum candidate_word word, enum candidate_word good)
{
	if (word == CANDIDATE_UNSAID)
		return CANDIDATE_OPEN;
	return word == good ? CANDIDATE_YES : CANDIDATE_NO;
}

static enum candidate_verdict
yes_or_no(bool holds)
{
	return holds ? CANDIDATE_YES : CANDIDATE_NO;
}

/* The years are complete on the birthday. */
static enum candidate_verdict
judge_age(const struct candidate_law *law, long born, long day)
{
	if (born == LONG_MAX)
		return CANDIDATE_OPEN;
	return yes_or_no(date_add_months(born, 12 * law->years) <= day);
}

static enum candidate_verdict
judge(const struct candidate_law *law, const struct council_law *council,
    const struct council_level *level, const struct candidate_facts *f,
    long day, enum candidate_rule rule)
{
	switch (rule) {
	case CANDIDATE_AGE:
		return judge_age(law, f->born, day);
	case CANDIDATE_RESIDENT:
		return level->republican ? CANDIDATE_NONE :
		    must_be(f->resident, CANDIDATE_SAID);
	case CANDIDATE_CONVICTED:
		return must_be(f->convicted, CANDIDATE_DENIED);
	case CANDIDATE_CORRUPT:
		return must_be(f->corrupt, CANDIDATE_DENIED);
	case CANDIDATE_SERVANT:
		return f->civil ? must_be(f->servant, CANDIDATE_DENIED) :
		    CANDIDATE_NONE;
	case CANDIDATE_WORKING_GROUP:
		return must_be(f->working_group, CANDIDATE_DENIED);
	case CANDIDATE_PAPERS:
		return f->missing > 0 ? CANDIDATE_OPEN : CANDIDATE_YES;
	case CANDIDATE_ORGANISATION:
		return f->asked ? must_be(f->active, CANDIDATE_SAID) :
		    CANDIDATE_NONE;
	case CANDIDATE_MEMBER:
		return f->member ? CANDIDATE_NO : CANDIDATE_YES;
	case CANDIDATE_ONE_COUNCIL:
		return level->republican ?
		    yes_or_no(f->councils + 1 <= council->councils) :
		    CANDIDATE_NONE;
	default:
		return yes_or_no(f->terms + 1 <= council->terms);
	}
}

void
candidate_judge(const struct candidate_law *law,
    const struct council_law *council, const struct council_level *level,
    const struct candidate_facts *f, long day,
    enum candidate_verdict verdict[CANDIDATE_RULES])
{
	for (enum candidate_rule i = 0; i < CANDIDATE_RULES; i++)
		verdict[i] = law->cite[i].n == 0 ? CANDIDATE_NONE :
		    judge(law, council, level, f, day, i);
}

enum candidate_verdict
candidate_admitted(const enum candidate_verdict verdict[CANDIDATE_RULES])
{
	enum candidate_verdict worst = CANDIDATE_YES;

	for (enum candidate_rule i = 0; i < CANDIDATE_RULES; i++)
		if (verdict[i] > worst)
			worst = verdict[i];
	return worst;
}

const char *
candidate_rule_name(enum candidate_rule rule)
{
	static const char *const name[CANDIDATE_RULES] = {
		[CANDIDATE_AGE] = "age",
		[CANDIDATE_RESIDENT] = "resident",
		[CANDIDATE_CONVICTED] = "convicted",
		[CANDIDATE_CORRUPT] = "corrupt",
		[CANDIDATE_SERVANT] = "servant",
		[CANDIDATE_WORKING_GROUP] = "working_group",
		[CANDIDATE_PAPERS] = "papers",
		[CANDIDATE_ORGANISATION] = "organisation",
		[CANDIDATE_MEMBER] = "member",
		[CANDIDATE_ONE_COUNCIL] = "one_council",
		[CANDIDATE_TERMS] = "terms",
	};

	return name[rule];
}

const char *
candidate_verdict_name(enum candidate_verdict verdict)
{
	static const char *const name[] = {
		[CANDIDATE_NONE] = "",
		[CANDIDATE_YES] = "yes",
		[CANDIDATE_OPEN] = "open",
		[CANDIDATE_NO] = "no",
	};

	return name[verdict];
}
