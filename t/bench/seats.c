/*
 * Seats for a benchmark, always the same: councils of 19 that are composed
 * anew each year for 21 years, members staying for 3 or 6 of them, in the
 * order in which a register comes to know of them: year by year, and in each
 * year council by council.  The argument is how many seats (2000000); -s
 * before it shuffles them all.
 */

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "t/bench/made.h"

enum { FIRST_YEAR = 2006, YEARS = 21, TERM = 3, SEATS = 19 };

static const char *const levels[] = { "ministry", "quasi", "region", "city",
	"district", "district", "district", "district" };

static void
print_seat(uint32_t council, uint32_t year, uint32_t seat)
{
	uint32_t place = council * SEATS + seat, kind = made_mixed(place);
	uint32_t stays = kind % 2 == 0 ? TERM : 2 * TERM;
	uint32_t began = (year + kind % stays) / stays;
	uint32_t person = made_mixed(place * 16 + began) % 10000000;
	uint32_t served = (year + kind % stays) % stays;
	bool vacant = kind % 64 == 1, civil = seat % 10 < 7;
	char bin[13] = "";

	if (civil)
		made_bin(bin, made_mixed(place * 16 + began + 1) % 50000);
	printf("Совет %05u\t%s\tA-%03u\t", council, levels[council % 8],
	    council / 8);
	if (!vacant)
		printf("%s %07u", kind % 3 == 0 ? "Мысалова Сынақ" :
		    kind % 3 == 1 ? "Примеров Проба" : "Sample Person", person);
	printf("\t%s\t%s\t%u-01-15\t%u-01-14\t%u\n", civil ? "civil" : "state",
	    bin, FIRST_YEAR + year, FIRST_YEAR + year + 1, served / TERM + 1);
}

/* Go through 0 .. count - 1 in an order that jumps about. */
static uint32_t
scattered(uint32_t i, uint32_t count, uint32_t round)
{
	return (uint32_t)(((uint64_t)i * 2654435761u + made_mixed(round)) % count);
}

int
main(int argc, char *argv[])
{
	bool shuffled = argc > 1 && strcmp(argv[1], "-s") == 0;
	uint32_t total = 2000000, councils;

	if (argc > 1 + shuffled)
		total = (uint32_t)atol(argv[1 + shuffled]);
	councils = (total + SEATS * YEARS - 1) / (SEATS * YEARS);
	if (total == 0 || total > 100000000)
		return EXIT_FAILURE;
	puts("council\tlevel\tbody\tmember\torigin\torganisation\tsince\tuntil"
	    "\tterm");
	for (uint32_t i = 0; i < total; i++) {
		uint32_t at = shuffled ? scattered(i, total, 0) : i;
		uint32_t year = at / (councils * SEATS);
		uint32_t nth = at / SEATS % councils;

		print_seat(scattered(nth, councils, year), year, at % SEATS);
	}
	return fflush(stdout) == 0 && !ferror(stdout) ? 0 : EXIT_FAILURE;
}
