#include "civic/council.h"

#include <limits.h>

#include "civic/date.h"

long
council_share(long civil, long members)
{
	return civil * 10000 / members;
}

static long
divide_up(long a, long b)
{
	return (a + b - 1) / b;
}

/*
 * k more civil members hold when whole*(civil + k) >= part*(members + k);
 * k members replaced hold when whole*(civil + k) >= part*members.
 */
void
council_short(const struct council_law *law, long civil, long members,
    long *add, long *replace)
{
	long missing = law->part * members - law->whole * civil;

	*add = *replace = 0;
	if (missing > 0) {
		*add = divide_up(missing, law->whole - law->part);
		*replace = divide_up(missing, law->whole);
	}
}

long
council_ends(const struct council_law *law, long began, long last)
{
	long lawful = date_add_months(began, law->term_months);

	return last < lawful ? last : lawful;
}

long
council_reform(const struct council_law *law, long ends)
{
	return date_add_months(ends, -law->reform_months);
}

long
council_size(const struct council_law *law, const struct council_state *c)
{
	return law->counts_vacant ? c->members + c->vacant : c->members;
}

static enum council_verdict
yes_or_no(bool holds)
{
	return holds ? COUNCIL_YES : COUNCIL_NO;
}

static enum council_verdict
judge_size(const struct council_level *level, long size)
{
	if (level->least == 0 && level->most == 0)
		return COUNCIL_NONE;
	return yes_or_no(size >= level->least &&
	    (level->most == 0 || size <= level->most));
}

/* Nobody is in a council whose seats are all vacant: it has no term. */
static enum council_verdict
judge_reform(const struct council_law *law, long day, struct council_state *c)
{
	if (c->began == LONG_MAX)
		return COUNCIL_NONE;
	c->ends = council_ends(law, c->began, c->ends);
	c->reform = council_reform(law, c->ends);
	if (day > c->ends)
		return COUNCIL_NO;
	return day >= c->reform ? COUNCIL_DUE : COUNCIL_YES;
}

void
council_judge(const struct council_law *law, const struct council_level *level,
    long day, struct council_state *c)
{
	enum council_verdict *verdict = c->verdict;

	c->lapsed = c->members + c->vacant == 0;
	c->councils = !c->lapsed;
	if (c->lapsed)
		return;
	if (law->cite[COUNCIL_SHARE].n > 0 && c->members > 0) {
		council_short(law, c->civil, c->members, &c->add, &c->replace);
		verdict[COUNCIL_SHARE] = yes_or_no(c->add == 0);
	}
	if (law->cite[COUNCIL_SIZE].n > 0)
		verdict[COUNCIL_SIZE] = judge_size(level, council_size(law, c));
	if (law->cite[COUNCIL_ONE_SEAT].n > 0)
		verdict[COUNCIL_ONE_SEAT] = yes_or_no(c->same_org == 0);
	if (law->cite[COUNCIL_ONE_COUNCIL].n > 0 && level->republican)
		verdict[COUNCIL_ONE_COUNCIL] = yes_or_no(c->also_in == 0);
	if (law->cite[COUNCIL_TERMS].n > 0)
		verdict[COUNCIL_TERMS] = yes_or_no(c->over_terms == 0);
	if (law->cite[COUNCIL_REFORM].n > 0)
		verdict[COUNCIL_REFORM] = judge_reform(law, day, c);
	for (enum council_rule i = 0; i < COUNCIL_RULES; i++) {
		c->breaks[i] = verdict[i] == COUNCIL_NO;
		c->broken |= c->breaks[i];
	}
}

void
council_judge_duties(const struct council_law *law, long day, long first,
    long last, struct council_state *c)
{
	if (c->lapsed > 0)
		return;
	if (law->cite[COUNCIL_INFORM].n > 0)
		c->verdict[COUNCIL_INFORM] =
		    c->activity.informed >= law->informs ? COUNCIL_YES :
		    day == last && c->began <= first ? COUNCIL_NO :
		    COUNCIL_DUE;
	if (law->cite[COUNCIL_ANNUAL].n > 0 && c->began < first)
		c->verdict[COUNCIL_ANNUAL] = c->activity.annual > 0 ?
		    COUNCIL_YES : COUNCIL_DUE;
	if (c->verdict[COUNCIL_INFORM] == COUNCIL_NO)
		c->breaks[COUNCIL_INFORM] = c->broken = 1;
}

void
council_sum(struct council_state *sum, const struct council_state *c)
{
	sum->councils += c->councils;
	sum->lapsed += c->lapsed;
	sum->broken += c->broken;
	sum->members += c->members;
	sum->civil += c->civil;
	sum->vacant += c->vacant;
	sum->add += c->add;
	sum->replace += c->replace;
	sum->same_org += c->same_org;
	sum->also_in += c->also_in;
	sum->over_terms += c->over_terms;
	sum->ending += c->ending;
	sum->joined += c->joined;
	sum->left += c->left;
	sum->members_before += c->members_before;
	sum->civil_before += c->civil_before;
	activity_sum(&sum->activity, &c->activity);
	for (enum council_rule i = 0; i < COUNCIL_RULES; i++) {
		sum->breaks[i] += c->breaks[i];
		if (sum->verdict[i] < c->verdict[i])
			sum->verdict[i] = c->verdict[i];
	}
}

const char *
council_rule_name(enum council_rule rule)
{
	static const char *const name[COUNCIL_RULES] = {
		[COUNCIL_SHARE] = "share",
		[COUNCIL_SIZE] = "size",
		[COUNCIL_ONE_SEAT] = "one_seat",
		[COUNCIL_ONE_COUNCIL] = "one_council",
		[COUNCIL_TERMS] = "terms",
		[COUNCIL_REFORM] = "reform",
		[COUNCIL_INFORM] = "inform",
		[COUNCIL_ANNUAL] = "annual_report",
	};

	return name[rule];
}

const char *
council_verdict_name(enum council_verdict verdict)
{
	static const char *const name[] = {
		[COUNCIL_NONE] = "",
		[COUNCIL_YES] = "yes",
		[COUNCIL_DUE] = "due",
		[COUNCIL_NO] = "no",
	};

	return name[verdict];
}
