#include "civic/contract.h"

static int32_t
later(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

/* A step is still to be taken: it may be the next. */
static void
offer(struct contract *k, enum contract_step kind, int32_t no, int32_t on)
{
	if (k->next_no != 0 && (on > k->next_on || (on == k->next_on &&
	    (kind > k->next || (kind == k->next && no > k->next_no)))))
		return;
	k->next = (uint8_t)kind;
	k->next_no = no;
	k->next_on = on;
}

/* What was done late says by how many days, but is no trouble any more. */
static void
take_done(struct contract *k, long day, const struct contract_milestone *m,
    struct contract_account *a)
{
	a->days = m->done > m->due ? (long)m->done - m->due : 0;
	if (contract_happened(m->report, day)) {
		a->standing = CONTRACT_IS_ACCEPTED;
		k->accepted++;
		return;
	}
	a->standing = CONTRACT_IS_DONE;
	k->done++;
	offer(k, CONTRACT_REPORT, m->no, later(m->due, m->done));
}

static void
take_open(struct contract *k, long day, const struct contract_milestone *m,
    struct contract_account *a)
{
	offer(k, CONTRACT_MILESTONE, m->no, m->due);
	if (m->due >= day) {
		a->standing = CONTRACT_IS_DUE;
		k->due++;
		return;
	}
	a->standing = CONTRACT_IS_OVERDUE;
	a->days = day - m->due;
	a->wrong |= CONTRACT_LATE;
	k->overdue++;
	k->late_days = later(k->late_days, (int32_t)a->days);
}

struct contract_account
contract_milestone(struct contract *k, long day,
    const struct contract_milestone *m)
{
	struct contract_account a = { 0 };

	if (contract_happened(m->done, day))
		take_done(k, day, m, &a);
	else
		take_open(k, day, m, &a);
	if (m->due < k->from || m->due > k->until) {
		a.wrong |= CONTRACT_OUTSIDE;
		k->outside++;
	}
	k->wrong |= (uint16_t)a.wrong;
	return a;
}

/* What was paid late says by how many days, but is no trouble any more. */
static void
take_paid(struct contract *k, long day, const struct contract_payment *p,
    int32_t report, struct contract_account *a)
{
	bool accepted = p->milestone == 0 || contract_happened(report, day);
	int32_t due = later(p->due, p->milestone == 0 ? p->due : report);

	k->paid += p->amount;
	if (k->signed_on != CONTRACT_NO_DAY && p->paid < k->signed_on) {
		a->wrong |= CONTRACT_UNSIGNED;
		k->unsigned_payments++;
	}
	if (accepted && (p->milestone == 0 || report <= p->paid)) {
		a->standing = CONTRACT_IS_PAID;
		a->days = p->paid > due ? (long)p->paid - due : 0;
		return;
	}
	a->standing = CONTRACT_IS_EARLY;
	a->days = (accepted ? report : day) - p->paid;
	a->wrong |= CONTRACT_EARLY;
	k->early += p->amount;
}

/* What is paid for must be accepted first: before, nothing is owed. */
static void
take_unpaid(struct contract *k, long day, const struct contract_payment *p,
    int32_t report, struct contract_account *a)
{
	int32_t due = p->due;

	k->open++;
	if (p->milestone != 0 && !contract_happened(report, day)) {
		a->standing = CONTRACT_IS_WAITING;
		return;
	}
	if (p->milestone != 0)
		due = later(due, report);
	offer(k, CONTRACT_PAYMENT, p->no, due);
	if (due > day) {
		a->standing = CONTRACT_IS_PLANNED;
		return;
	}
	a->standing = due == day ? CONTRACT_IS_OWED : CONTRACT_IS_OVERDUE;
	k->owed += p->amount;
	if (due == day)
		return;
	a->days = day - due;
	a->wrong |= CONTRACT_UNPAID;
	k->unpaid_days = later(k->unpaid_days, (int32_t)a->days);
}

struct contract_account
contract_payment(struct contract *k, long day,
    const struct contract_payment *p, int32_t report)
{
	struct contract_account a = { 0 };

	k->planned += p->amount;
	if (contract_happened(p->paid, day))
		take_paid(k, day, p, report, &a);
	else
		take_unpaid(k, day, p, report, &a);
	k->wrong |= (uint16_t)a.wrong;
	return a;
}

/* Not all is accepted, or nobody plans to pay what is missing. */
static bool
is_open(const struct contract *k)
{
	return k->done + k->due + k->overdue > 0 ||
	    (k->open == 0 && k->paid < k->amount);
}

static bool
is_complete(const struct contract *k)
{
	return !is_open(k) && k->open == 0;
}

enum contract_state
contract_judge(struct contract *k, long day)
{
	bool over = k->until < day;

	if (k->paid > k->amount)
		k->wrong |= CONTRACT_OVER;
	else if (k->planned > k->amount)
		k->wrong |= CONTRACT_PROMISED;
	if (over && is_open(k))
		k->wrong |= CONTRACT_LAPSED;
	if (k->refused > 0)
		k->wrong |= CONTRACT_REFUSED;
	if (is_complete(k))
		return CONTRACT_COMPLETE;
	if (k->wrong & CONTRACT_LAPSED)
		return CONTRACT_ENDED;
	if (k->wrong & (CONTRACT_LATE | CONTRACT_UNPAID))
		return CONTRACT_OVERDUE;
	if (over)
		return CONTRACT_CLOSING;
	return k->from > day || k->signed_on > day ? CONTRACT_FUTURE :
	    CONTRACT_RUNNING;
}

bool
contract_next(const struct contract *k, long day, enum contract_step *step,
    int32_t *no, int32_t *on)
{
	*step = (enum contract_step)k->next;
	*no = k->next_no;
	*on = k->next_on;
	if (k->from > day && (k->next_no == 0 || k->from <= k->next_on)) {
		*step = CONTRACT_BEGIN;
		*no = 0;
		*on = k->from;
		return true;
	}
	if (k->next_no != 0)
		return true;
	*step = CONTRACT_END;
	*on = k->until;
	return !is_complete(k);
}
