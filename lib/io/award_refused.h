#ifndef IO_AWARD_REFUSED_H
#define IO_AWARD_REFUSED_H

/*
 * Reading records of which none may be missed: what is refused is told to
 * the award, so that it does not decide as if the record had not been there.
 */

#include "civic/award.h"
#include "io/rec.h"

struct award_refused {
	struct award *award;
	struct rec *in;
	size_t known;		/* refused, and told so far */
};

/* rec_next, and tell of the lines before it that were no records. */
bool award_refused_next(struct award_refused *r);

/* Tell that the record in hand was refused, of which lot and NGO it is. */
void award_refused_tell(struct award_refused *r, size_t lot, struct str bin);

#endif
