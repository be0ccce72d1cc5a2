/*
 * A forum for a benchmark, always the same: proposals, and their routes,
 * extensions and answers in the order of their days.
 *
 *	tracks PROPOSALS proposals|routes|extensions|answers
 *
 * Each proposal is passed on twice, every tenth is extended, nine of ten are
 * answered: for a million proposals there are 3 million events.
 */

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "civic/date.h"
#include "made.h"

enum { BODIES = 40, DAYS = 700 };

/* Go through 0 .. count - 1 in an order that jumps about. */
static uint32_t
scattered(uint32_t i, uint32_t count)
{
	return (uint32_t)((uint64_t)i * 2654435761u % count);
}

/* From the first of January 2024 on. */
static void
put_day(uint32_t day)
{
	char date[11];
	long first = 0;

	date_make(2024, 1, 1, &first);
	date_format(first + (long)day, date);
	fputs(date, stdout);
}

static uint32_t
received(uint32_t p)
{
	return made_mixed(p) % DAYS;
}

static void
put_proposal(uint32_t p, uint32_t no)
{
	(void)no;
	printf("P-%07u\tF%u\t%02u0000000\tsection %u\tPublic association %u "
	    "(example)\tA proposal on the matter %u\t", p, p % 7,
	    p % 20 + 10, p % 30, made_mixed(p) % 40000, p);
	put_day(received(p));
	puts("\tforum");
}

static void
put_route(uint32_t p, uint32_t no)
{
	printf("P-%07u\tbody-%02u\t%u\t", p,
	    (p + no) % BODIES, made_mixed(p) % 20 + 1);
	put_day(received(p) + made_mixed(p + 1) % 4 + (no - 1) * 3);
	putchar('\n');
}

static void
put_extension(uint32_t p, uint32_t no)
{
	uint32_t decided = received(p) + 10 + made_mixed(p) % 12;

	(void)no;
	if (p % 10 != 3)
		return;
	printf("P-%07u\t", p);
	put_day(decided + 30 + made_mixed(p + 2) % 35);
	fputs("\tAn opinion is awaited.\t", stdout);
	put_day(decided);
	putchar('\t');
	put_day(decided + made_mixed(p + 3) % 5);
	putchar('\n');
}

static void
put_answer(uint32_t p, uint32_t no)
{
	static const char *const kinds[] = { "accepted", "partly", "done",
		"rejected", "taken-note" };

	(void)no;
	if (p % 10 == 7)
		return;
	printf("P-%07u\tbody-%02u\t%s\tReasons are given.\t", p,
	    (p + 2) % BODIES, kinds[made_mixed(p) % 5]);
	if (made_mixed(p) % 5 < 2)
		printf("A-%u", made_mixed(p) % 1000);
	putchar('\t');
	put_day(received(p) + 12 + made_mixed(p + 4) % 16);
	putchar('\n');
}

/* A line for each proposal, or several, in some order. */
struct kind {
	const char *name, *header;
	void (*put)(uint32_t proposal, uint32_t no);
	uint32_t lines;
	bool in_order;
};

static const struct kind kinds[] = {
	{ "proposals", "id\tforum\tregion\tsection\tauthor\ttitle\treceived\t"
	    "channel", put_proposal, 1, true },
	{ "routes", "proposal\tbody\tpoints\tforwarded_on", put_route, 2,
	    false },
	{ "extensions", "proposal\tuntil\treason\tdecided_on\ttold_on",
	    put_extension, 1, false },
	{ "answers", "proposal\tbody\tkind\ttext\tact\ton", put_answer, 1,
	    false },
};

int
main(int argc, char *argv[])
{
	uint32_t count = argc == 3 ? (uint32_t)atol(argv[1]) : 0;

	for (size_t i = 0; count > 0 && i < sizeof(kinds) / sizeof(*kinds);
	    i++) {
		const struct kind *k = &kinds[i];

		if (strcmp(argv[2], k->name) != 0)
			continue;
		puts(k->header);
		for (uint32_t no = 1; no <= k->lines; no++)
			for (uint32_t p = 0; p < count; p++)
				k->put(k->in_order ? p : scattered(p, count),
				    no);
	}
	return fflush(stdout) == 0 && !ferror(stdout) ? 0 : EXIT_FAILURE;
}
