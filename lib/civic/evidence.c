#include "civic/evidence.h"

enum {
	BITS = 26,		/* of a logarithm's fraction */
	ONE_BITS = 40,		/* of the likelihood 1 */
	TENTH = 100,		/* of a point, in counts */
};

/* The points of 2, in 10^-9: 10 * log10 2. */
#define TWO 3010299957u

/* What a tenth of a point divides by, in 2^-32: 10^(-1/100). */
#define STEP 4197201904u

/*
 * The logarithm to the base 2, digit by digit: a number from 1 to below 2 is
 * squared, and where that makes 2 or more the digit is 1.  It has 31 digits
 * behind the point; what squaring loses is less than the third place shows.
 */
int64_t
evidence_points(uint64_t n)
{
	unsigned whole = 63 - (unsigned)__builtin_clzll(n);
	uint64_t m = whole > 31 ? n >> (whole - 31) : n << (31 - whole);
	uint64_t log = whole;

	for (unsigned i = 0; i < BITS; i++) {
		m = m * m >> 31;
		log = log << 1 | m >> 32;
		m >>= m >> 32;
	}
	return (int64_t)((log * TWO + ((uint64_t)500000 << BITS)) /
	    ((uint64_t)1000000 << BITS));
}

void
evidence_build(struct evidence *e)
{
	uint64_t part = (uint64_t)1 << ONE_BITS;

	for (size_t i = 0; i < EVIDENCE_STEPS; i++) {
		e->part[i] = part;
		part = ((part >> 16) * STEP >> 16) +
		    ((part & 0xffff) * STEP >> 32);
	}
}

/* The likelihood of what is behind by so many points, no further than far. */
static uint64_t
likelihood(const struct evidence *e, int64_t behind, int64_t far,
    int64_t num, int64_t den)
{
	return behind > far ? 0 : e->part[behind * num / den / TENTH];
}

struct evidence_share
evidence_share(const struct evidence *e, const int64_t *points, size_t count,
    int64_t highest, int64_t next, int64_t num, int64_t den)
{
	int64_t far = (EVIDENCE_STEPS * TENTH - 1) * den / num;
	uint64_t sum = 0;

	for (size_t i = 0; i < count; i++)
		sum += likelihood(e, highest - points[i], far, num, den);
	return (struct evidence_share){
		(int64_t)(((uint64_t)10000 << ONE_BITS) / sum),
		(int64_t)(10000 * likelihood(e, highest - next, far, num,
		    den) / sum),
	};
}
