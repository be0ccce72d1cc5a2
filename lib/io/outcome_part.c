#include "io/outcome_part.h"

#include "base/die.h"
#include "civic/decimal.h"

enum { TIYN = 2 };

void
outcome_part_count(struct outcome_part *p)
{
	int64_t amount = p->row.units[p->amount];

	if (!rec_is_refused(p->row.in))
		p->taken++;
	else if (amount > INT64_MAX - p->lost)
		p->more = true;
	else if (amount > 0)
		p->lost += amount;
}

int
outcome_part_close(struct outcome_part *p)
{
	size_t refused = rec_refused(p->row.in);
	char lost[24];

	if (refused > 0)
		warn("%s: %zu of %zu records, with amounts of %s%.*s, are in "
		    "no sum", p->what, refused, refused + p->taken,
		    p->more ? "more than " : "", (int)decimal_format(lost, p->lost, TIYN), lost);
	return rec_close(p->row.in);
}

void
outcome_part_refuse(const struct row *r, enum outcomes_fault fault,
    size_t key)
{
	static const char *const why[] = {
		[OUTCOMES_TWICE] = "stands twice",
		[OUTCOMES_NO_AWARD] = "no decision awards it",
		[OUTCOMES_SECOND] = "has a contract already",
		[OUTCOMES_NO_CONTRACT] = "not among the contracts",
		[OUTCOMES_TOO_MUCH] = "the sum would be too large",
	};

	rec_refuse(r->in, r->place[key], "%s: '%.*s'", why[fault],
	    STR_ARG(r->text[key]));
}
