#include "base/buf.h"
#include "io/mci_rules.h"
#include "io/prize_rules.h"

enum { UNIT_MOST = 100000 };	/* a thousand tenge */

struct prize_rules
prize_rules_read(struct arena *a, const char *name, long day)
{
	const struct rule *edition = rules_edition(a, name, "prize", day);
	const struct rule *unit, *pool;
	struct buf cite = { 0 };
	struct prize_rules r;
	struct mci mci;

	rules_keys(edition, "from cite pool mci unit");
	mci = mci_rules_on(a, arena_string(a, rules_text(rules_need(edition,
	    "mci"))), day);
	pool = rules_need(edition, "pool");
	unit = rules_need(edition, "unit");
	r = (struct prize_rules){
		.pool = mci_rules_amount(&mci, pool),
		.mci = mci.tiyn,
		.unit = rules_decimal(unit, 2),
	};
	if (r.unit <= 0 || r.unit > UNIT_MOST)
		rules_die(unit, "must be over 0 and at most 1000: '%.*s'",
		    STR_ARG(unit->text));
	if (r.pool % r.unit != 0)
		rules_die(unit, "the pool is no whole number of them: '%.*s'",
		    STR_ARG(unit->text));
	buf_add(&cite, rules_text(rules_need(edition, "cite")));
	buf_add(&cite, STR("; MCI: "));
	buf_add(&cite, mci.cite);
	r.cite = arena_copy(a, buf_str(&cite));
	buf_free(&cite);
	return r;
}
