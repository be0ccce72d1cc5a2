#ifndef CIVIC_CONTRACT_H
#define CIVIC_CONTRACT_H

/*
 * How a contract stands on a day, from its milestones and payments.
 *
 * What happens after the day is not known on it: a payment made later is
 * still to be made, a report accepted later is not accepted yet.  Only sums
 * are kept.  Money is in tiyn.
 */

#include <stdbool.h>
#include <stdint.h>

#define CONTRACT_NO_DAY INT32_MIN	/* has not happened, or is not said */

/* What can be wrong, as bits. */
enum contract_wrong {
	CONTRACT_LATE = 1 << 0,		/* a milestone is overdue */
	CONTRACT_UNPAID = 1 << 1,	/* a payment is overdue */
	CONTRACT_EARLY = 1 << 2,	/* paid before the report was taken */
	CONTRACT_OVER = 1 << 3,		/* paid more than the contract */
	CONTRACT_PROMISED = 1 << 4,	/* more is to be paid than it says */
	CONTRACT_LAPSED = 1 << 5,	/* its time is over, and work is open */
	CONTRACT_OUTSIDE = 1 << 6,	/* a milestone is due out of its time */
	CONTRACT_UNSIGNED = 1 << 7,	/* paid before it was signed */
	CONTRACT_LOW = 1 << 8,		/* an evaluation is under the mark */
	CONTRACT_UNMARKED = 1 << 9,	/* an evaluation lacks marks */
	CONTRACT_REFUSED = 1 << 10,	/* records of it were refused */
};

/* Of steps on one day, an earlier kind comes first. */
enum contract_step {
	CONTRACT_BEGIN, CONTRACT_MILESTONE, CONTRACT_REPORT, CONTRACT_PAYMENT,
	CONTRACT_END
};

enum contract_state {
	CONTRACT_FUTURE,	/* it begins, or is signed, after the day */
	CONTRACT_RUNNING,
	CONTRACT_OVERDUE,	/* running, with a milestone or payment late */
	CONTRACT_ENDED,		/* its time is over, and work is open */
	CONTRACT_CLOSING,	/* its time is over, only payments are open */
	CONTRACT_COMPLETE	/* all is accepted, and paid in full */
};

struct contract {
	int64_t amount;
	int32_t signed_on, from, until;	/* signed_on may be no day */

	/* The rest begins as zeros. */
	int64_t paid, owed;	/* until the day; owed: due and not paid */
	int64_t early;		/* paid before the report was accepted */
	int64_t planned;	/* all payments, made or not */
	uint32_t accepted, done, due, overdue;	/* milestones, each in one */
	uint32_t open;		/* payments not made */
	int32_t late_days, unpaid_days;		/* the most of any */
	uint32_t outside, unsigned_payments, refused;
	int32_t next_on;	/* of the next step but begin and end */
	int32_t next_no;	/* 0: there is none */
	uint16_t wrong;
	uint8_t next;		/* enum contract_step */
};

struct contract_milestone {
	int32_t no;
	int32_t due, done, report;	/* the last two may be no day */
};

struct contract_payment {
	int32_t no, milestone;		/* milestone 0: an advance */
	int32_t due, paid;		/* paid may be no day */
	int64_t amount;
};

enum contract_standing {
	CONTRACT_IS_ACCEPTED, CONTRACT_IS_DONE, CONTRACT_IS_DUE,
	CONTRACT_IS_OVERDUE,
	CONTRACT_IS_PAID,
	CONTRACT_IS_EARLY,	/* paid before the report was accepted */
	CONTRACT_IS_OWED,
	CONTRACT_IS_WAITING,	/* for the report that it pays for */
	CONTRACT_IS_PLANNED
};

/* How a milestone or a payment stands. */
struct contract_account {
	enum contract_standing standing;
	long days;	/* late by; of CONTRACT_IS_EARLY, early by */
	unsigned wrong;
};

/*
 * Take a milestone; take a payment, with the day on which the report of its
 * milestone was accepted (no day for an advance).
 */
struct contract_account contract_milestone(struct contract *k, long day,
    const struct contract_milestone *m);
struct contract_account contract_payment(struct contract *k, long day,
    const struct contract_payment *p, int32_t report);

/* All is taken: how the contract stands.  Completes its wrong. */
enum contract_state contract_judge(struct contract *k, long day);

/* After that: the next step and its day; false if there is none left. */
bool contract_next(const struct contract *k, long day,
    enum contract_step *step, int32_t *no, int32_t *on);

/* Whether it has happened by the day. */
static inline bool
contract_happened(int32_t on, long day)
{
	return on != CONTRACT_NO_DAY && on <= day;
}

#endif
