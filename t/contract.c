#include "civic/contract.h"
#include "tap.h"

/*
 * Every history of a contract with one milestone and one payment on a few
 * days: what is said of it must keep to what the words mean.
 */
enum { FROM = 2, UNTIL = 6, DAYS = 9, NEVER = DAYS };

static int32_t
day_or_none(int32_t day)
{
	return day == NEVER ? CONTRACT_NO_DAY : day;
}

static struct contract
new_contract(void)
{
	return (struct contract){ .amount = 100, .signed_on = FROM,
		.from = FROM, .until = UNTIL };
}

static bool
keeps_its_word(const struct contract *k, int32_t day,
    const struct contract_milestone *m, const struct contract_payment *p,
    enum contract_state state)
{
	bool done = contract_happened(m->done, day);
	bool accepted = contract_happened(m->report, day);
	bool paid = contract_happened(p->paid, day);
	bool early = paid && (!accepted || p->paid < m->report);
	bool payable = accepted && !paid && p->due <= day && m->report <= day;
	bool complete = accepted && paid && p->amount >= k->amount;
	enum contract_step step;
	int32_t no, on;

	if (k->accepted != accepted || k->done != (done && !accepted) ||
	    k->overdue != (!done && m->due < day) ||
	    k->due != (!done && m->due >= day))
		return false;
	if (k->paid != (paid ? p->amount : 0) ||
	    k->early != (early ? p->amount : 0) ||
	    k->owed != (payable ? p->amount : 0))
		return false;
	if ((state == CONTRACT_COMPLETE) != complete)
		return false;
	return contract_next(k, day, &step, &no, &on) != complete ||
	    (step == CONTRACT_BEGIN && day < FROM);
}

static bool
all_histories(int64_t amount)
{
	for (int32_t n = 0; n < DAYS * DAYS * DAYS * DAYS; n++)
		for (int32_t day = 0, done = n % (DAYS + 1); day < DAYS;
		    day++) {
			int32_t report = n / 10 % (DAYS + 1);
			int32_t paid = n / 100 % (DAYS + 1);
			struct contract_milestone m = { 1, n / 1000 % DAYS,
				day_or_none(done), day_or_none(report) };
			struct contract_payment p = { 1, 1,
				(n / 1000 + 3) % DAYS, day_or_none(paid),
				amount };
			struct contract k = new_contract();

			if (report < done || (done == NEVER && report != done))
				continue;
			(void)contract_milestone(&k, day, &m);
			(void)contract_payment(&k, day, &p, m.report);
			if (!keeps_its_word(&k, day, &m, &p,
			    contract_judge(&k, day)))
				return false;
		}
	return true;
}

static unsigned
wrong_of(int64_t first, int64_t second, int32_t day)
{
	struct contract k = new_contract();
	struct contract_payment p = { 1, 0, 3, 3, first };

	(void)contract_payment(&k, day, &p, CONTRACT_NO_DAY);
	p = (struct contract_payment){ 2, 0, 5, 5, second };
	(void)contract_payment(&k, day, &p, CONTRACT_NO_DAY);
	(void)contract_judge(&k, day);
	return k.wrong;
}

int
main(void)
{
	ok(all_histories(100));
	ok(all_histories(99));
	ok(all_histories(101));
	is(wrong_of(60, 40, 5), 0);
	is(wrong_of(60, 41, 5), CONTRACT_OVER);
	is(wrong_of(60, 41, 4), CONTRACT_PROMISED);
	is(wrong_of(60, 30, 5), 0);
	is(wrong_of(60, 30, 7), CONTRACT_LAPSED);
	is(wrong_of(60, 40, 9), 0);
	return tap_done();
}
