#include "civic/commission.h"

bool
commission_votes(const struct commission *c, size_t lot, size_t expert)
{
	const struct commission_expert *e = &c->expert[expert];

	return e->member && commission_sits(e) &&
	    !commission_part(c, lot, expert)->recused;
}

bool
commission_belongs(const struct commission_expert *e, struct str bin)
{
	for (size_t i = 0; i < e->affiliations; i++)
		if (str_eq(e->affiliation[i], bin))
			return true;
	return false;
}

size_t
commission_members(const struct commission *c)
{
	size_t n = 0;

	for (size_t i = 0; i < c->experts; i++)
		n += c->expert[i].member;
	return n;
}

size_t
commission_sitting(const struct commission *c)
{
	size_t n = 0;

	for (size_t i = 0; i < c->experts; i++)
		n += c->expert[i].member && commission_sits(&c->expert[i]);
	return n;
}

struct commission_tally
commission_tally(const struct commission *c, size_t lot)
{
	struct commission_tally t = { 0 };

	for (size_t i = 0; i < c->experts; i++) {
		const struct commission_part *p = commission_part(c, lot, i);

		t.members += c->expert[i].member;
		t.recused += c->expert[i].member && p->recused;
		if (!commission_votes(c, lot, i))
			continue;
		t.voters++;
		t.in_favour += p->ballot == COMMISSION_FOR;
		t.against += p->ballot == COMMISSION_AGAINST;
		t.abstained += p->ballot == COMMISSION_ABSTAINED;
		t.silent += p->ballot == COMMISSION_SILENT;
	}
	return t;
}
