#include "civic/filing.h"

#include "civic/date.h"

struct str
filing_duty_name(enum filing_duty duty)
{
	static const char *const name[] = { "must", "exempt", "unclear" };

	return str_of(name[duty]);
}

struct str
filing_status_name(enum filing_status status)
{
	static const char *const name[] = { "on-time", "late", "missing",
		"open" };

	return str_of(name[status]);
}

static bool
holds(enum filing_if wanted, bool is)
{
	return wanted == FILING_ANY || (wanted == FILING_YES) == is;
}

static bool
has_form(const struct filing_case *c, struct str form)
{
	for (size_t i = 0; i < c->forms; i++)
		if (str_eq(c->form[i], form))
			return true;
	return c->forms == 0;
}

const struct filing_case *
filing_case(const struct filing_rules *r, const struct filing_subject *s)
{
	for (size_t i = 0; i < r->rules; i++) {
		const struct filing_case *c = &r->rule[i];

		if (holds(c->branch, s->branch) &&
		    holds(c->state_founder, s->state_founder) &&
		    holds(c->endowment, s->endowment) && has_form(c, s->form))
			return c;
	}
	return NULL;
}

static int
year_of(long day)
{
	int year, month, dom;

	date_split(day, &year, &month, &dom);
	return year;
}

/* The last day on which a year is filed for in time. */
static long
due(const struct filing_rules *r, int year)
{
	long day = 0;

	date_make(year + 1, r->month, r->dom, &day);
	return day;
}

static struct filing
filed(const struct filing_rules *r, int year, long day)
{
	struct filing f = { FILING_ON_TIME, year, due(r, year), 0 };

	if (day > f.due) {
		f.status = FILING_LATE;
		f.late = day - f.due;
	}
	return f;
}

int
filing_year(const struct filing_subject *s)
{
	return s->filed_for != 0 ? s->filed_for : year_of(s->filed_on) - 1;
}

struct filing
filing_judge(const struct filing_rules *r, const struct filing_subject *s,
    long today)
{
	int over = year_of(today) - 1, first = r->first_year;

	if (today <= due(r, over))
		over--;
	if (s->registered > first)
		first = s->registered;
	if (s->filed_on != FILING_NEVER && filing_year(s) >= over &&
	    filing_year(s) >= first)
		return filed(r, filing_year(s), s->filed_on);
	if (first > over)
		return (struct filing){ FILING_OPEN, first, due(r, first), 0 };
	return (struct filing){ FILING_MISSING, over, due(r, over),
	    today - due(r, over) };
}
