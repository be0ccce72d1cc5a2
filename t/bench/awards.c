/*
 * Applications for a benchmark, always the same: scored and ranked, as
 * order-score prints them, with their lots, NGOs and amounts, a thousand to a
 * lot.  The argument is how many (1000000); "lots" before it prints the lots
 * instead, with places for 30 and money for about 25.
 */

#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "t/bench/made.h"

enum { TO_A_LOT = 1000, PLACES = 30, AWARDS = 25, LEAST = 100000000,
	MOST = 900000000 };

static void
print_lots(uint32_t lots)
{
	puts("id\tbudget\tplaces");
	for (uint32_t i = 0; i < lots; i++)
		printf("L-%05" PRIu32 "\t%" PRIu32 "000000.00\t%d\n", i,
		    (LEAST + MOST) / 2 / 100000000 * AWARDS +
		    made_mixed(i) % 20, PLACES);
}

/* The best scores first; one in eight fails, one in fifty has no score. */
static void
print_application(uint32_t i, uint32_t count, uint32_t lots)
{
	uint32_t left = count - i, score = 1000 + (uint32_t)((uint64_t)left *
	    9000 / count);
	uint64_t tiyn = LEAST + made_mixed(i + 1) % (MOST - LEAST);
	char bin[13];

	made_bin(bin, made_mixed(i) % 50000);
	printf("G-%07" PRIu32 "\t", i);
	if (left > count / 50)
		printf("%u.%02u\t%u\t5\t25\t10\t2\t%s\t", score / 100,
		    score % 100, i + 1, left > count / 7 ? "passed" :
		    "failed");
	else
		printf("\t\t2\t10\t0\t2\tnot_scored\tbelow the quorum of 4: "
		    "plan 2");
	printf("\tL-%05" PRIu32 "\t%s\t%" PRIu64 ".%02" PRIu64 "\n",
	    made_mixed(i ^ 0x5eed) % lots, bin, tiyn / 100, tiyn % 100);
}

int
main(int argc, char *argv[])
{
	bool only_lots = argc > 1 && strcmp(argv[1], "lots") == 0;
	uint32_t count = 1000000, lots;

	if (argc > 1 + only_lots)
		count = (uint32_t)atol(argv[1 + only_lots]);
	if (count == 0 || count > 100000000)
		return EXIT_FAILURE;
	lots = (count + TO_A_LOT - 1) / TO_A_LOT;
	if (only_lots) {
		print_lots(lots);
	} else {
		puts("application\tscore\trank\texperts\tmarks\tdropped\t"
		    "spread\tdecision\treason\tlot\tbin\trequested");
		for (uint32_t i = 0; i < count; i++)
			print_application(i, count, lots);
	}
	return fflush(stdout) == 0 && !ferror(stdout) ? 0 : EXIT_FAILURE;
}
