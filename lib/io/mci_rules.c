#include "io/mci_rules.h"

#include "civic/date.h"

/* A million tenge: far more than one, and the products still fit. */
#define TIYN_MAX 100000000
#define COUNT_MAX 100000000

struct mci
mci_rules_on(struct arena *a, const char *name, long day)
{
	const struct rule *edition = rules_edition(a, name, "mci", day);
	const struct rule *amount, *until;
	struct mci m;
	char date[11], last[11];

	rules_keys(edition, "from until mci cite");
	amount = rules_need(edition, "mci");
	until = rules_need(edition, "until");
	m = (struct mci){
		.tiyn = rules_decimal(amount, 2),
		.from = rules_date(rules_need(edition, "from")),
		.until = rules_date(until),
		.cite = rules_text(rules_need(edition, "cite")),
	};
	if (m.tiyn <= 0 || m.tiyn > TIYN_MAX)
		rules_die(amount, "must be over 0 and at most 1000000: '%.*s'",
		    STR_ARG(amount->text));
	if (m.until < m.from)
		rules_die(until, "is before the edition begins: '%.*s'",
		    STR_ARG(until->text));
	if (day > m.until) {
		date_format(day, date);
		date_format(m.until, last);
		rules_die(until, "no MCI for %s: the edition before it ends "
		    "on %s", date, last);
	}
	return m;
}

int64_t
mci_rules_amount(const struct mci *m, const struct rule *r)
{
	return rules_number(r, 1, COUNT_MAX) * m->tiyn;
}
