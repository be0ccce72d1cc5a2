/*
 * Marks for a benchmark, always the same: 5 experts mark each application by
 * 5 criteria, in an order without order.  The first argument is how many
 * applications (200000), the second how many experts there are (1000).
 */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { EACH = 5, CRITERIA = 5, HALF = 12 };

static const char *const criteria[CRITERIA] = { "aim", "plan", "team", "cost",
	"trace" };

static uint32_t
mixed(uint32_t x)
{
	x = (x ^ x >> 16) * 0x7feb352du;
	x = (x ^ x >> 15) * 0x846ca68bu;
	return x ^ x >> 16;
}

/* A permutation of the numbers below 2^24: four rounds of Feistel's. */
static uint32_t
permuted(uint32_t x)
{
	uint32_t left = x >> HALF, right = x & ((1u << HALF) - 1);

	for (uint32_t round = 1; round <= 4; round++) {
		uint32_t next = left ^
		    (mixed(right + (round << HALF)) & ((1u << HALF) - 1));

		left = right;
		right = next;
	}
	return left << HALF | right;
}

int
main(int argc, char *argv[])
{
	uint32_t applications = argc > 1 ? (uint32_t)atol(argv[1]) : 200000;
	uint32_t experts = argc > 2 ? (uint32_t)atol(argv[2]) : 1000;
	uint32_t marks = applications * EACH * CRITERIA;

	if (marks > 1u << 2 * HALF || experts < EACH)
		return EXIT_FAILURE;
	puts("application\texpert\tcriterion\tmark");
	for (uint32_t i = 0; i < 1u << 2 * HALF; i++) {
		uint32_t x = permuted(i), sheet = x / CRITERIA;
		uint32_t application = sheet / EACH;
		uint32_t expert = (mixed(application) + sheet % EACH) % experts;

		if (x < marks)
			printf("A-%06u\tE-%04u\t%s\t%u\n", application, expert,
			    criteria[x % CRITERIA], mixed(x) % 26);
	}
	return fflush(stdout) == 0 && !ferror(stdout) ? 0 : EXIT_FAILURE;
}
