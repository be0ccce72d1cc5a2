/*
 * Money for a benchmark, always the same: a table of lots, contracts on three
 * of ten applications, four milestones and ten payments for each contract, in
 * the order of their days, and decisions in the order of their scores.
 *
 *	money APPLICATIONS decisions|lots|calls|contracts|milestones|payments
 *
 * For a million applications there are 5,000 lots and 3 million payments.
 */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LOT = 200, CALL = 20, NGOS = 40000, MILESTONES = 4, PAYMENTS = 10 };

static uint32_t
mixed(uint32_t x)
{
	x = (x ^ x >> 16) * 0x7feb352du;
	x = (x ^ x >> 15) * 0x846ca68bu;
	return x ^ x >> 16;
}

static bool
is_awarded(uint32_t application)
{
	return application % 10 < 3;
}

/* Go through 0 .. count - 1 in an order that jumps about. */
static uint32_t
scattered(uint32_t i, uint32_t count)
{
	return (uint32_t)((uint64_t)i * 2654435761u % count);
}

/* In tiyn, a multiple of 100 * PAYMENTS of them and 3 more. */
static uint64_t
amount_of(uint32_t application)
{
	return (uint64_t)(mixed(application) % 20000 + 1) * 100000 + 3;
}

static void
put_money(uint64_t tiyn)
{
	printf("%llu.%02llu", (unsigned long long)(tiyn / 100),
	    (unsigned long long)(tiyn % 100));
}

/* A day of 2026, or some days later. */
static void
put_day(uint32_t day)
{
	printf("%u-%02u-%02u", 2024 + day / 336, day / 28 % 12 + 1,
	    day % 28 + 1);
}

static void
put_decision(uint32_t a, uint32_t no)
{
	uint32_t rank = mixed(a) % 1000 + no;

	printf("A%07u\tL%05u\t%012u\t", a, a / LOT, mixed(a) % NGOS);
	put_money(amount_of(a));
	printf("\t%u.%02u\t%u\t%s\t", mixed(a) % 100, a % 100, rank,
	    is_awarded(a) ? "awarded" : a % 10 < 5 ? "reserve" : "rejected");
	if (is_awarded(a))
		put_money(amount_of(a));
	putchar('\t');
	put_day(a / LOT % 672);
	putchar('\n');
}

static void
put_contract(uint32_t a, uint32_t no)
{
	uint32_t day = a / LOT % 672 + 19 + no;

	if (!is_awarded(a))
		return;
	printf("C%07u\tL%05u\tA%07u\t%012u\t", a, a / LOT, a,
	    mixed(a) % NGOS);
	put_money(amount_of(a));
	putchar('\t');
	put_day(day);
	putchar('\t');
	put_day(day);
	putchar('\t');
	put_day(day + 300);
	putchar('\n');
}

static void
put_milestone(uint32_t a, uint32_t no)
{
	uint32_t due = a / LOT % 672 + 20 + 70 * no;
	bool done = mixed(a + no) % 8 > 0;

	if (!is_awarded(a))
		return;
	printf("C%07u\t%u\tStage %u\t", a, no, no);
	put_day(due);
	putchar('\t');
	if (done)
		put_day(due - mixed(a) % 7);
	putchar('\t');
	if (done)
		put_day(due + 5);
	putchar('\n');
}

static void
put_payment(uint32_t a, uint32_t no)
{
	uint32_t due = a / LOT % 672 + 20 + 28 * no;
	uint64_t part = amount_of(a) / PAYMENTS;

	if (!is_awarded(a))
		return;
	if (no == PAYMENTS)
		part = amount_of(a) - part * (PAYMENTS - 1);
	printf("C%07u\t%u\t", a, no);
	if (no > 2)
		printf("%u", (no - 2) * MILESTONES / PAYMENTS + 1);
	putchar('\t');
	put_day(due);
	putchar('\t');
	if (mixed(a * 16 + no) % 8 > 0)
		put_day(due + mixed(a + no) % 9);
	putchar('\t');
	put_money(part);
	putchar('\n');
}

static void
put_lots(uint32_t count)
{
	puts("id\tcall\tbudget\tregion\tplaces");
	for (uint32_t i = 0; i * LOT < count; i++)
		printf("L%05u\tG%04u\t99999999999.00\t%02u0000000\t%u\n", i,
		    i / CALL, i % 20 + 10, LOT);
}

static void
put_calls(uint32_t count)
{
	puts("id\tannounced\tsphere");
	for (uint32_t i = 0; i * LOT * CALL < count; i++)
		printf("G%04u\t2023-%02u-01\ts%u\n", i, i % 12 + 1, i % 18);
}

/* A line for each application, or several, in some order. */
struct kind {
	const char *name, *header;
	void (*put)(uint32_t application, uint32_t no);
	uint32_t lines;
	bool in_order;
};

static const struct kind kinds[] = {
	{ "decisions", "application\tlot\tbin\trequested\tscore\trank\t"
	    "decision\tamount\tdecided_on", put_decision, 1, false },
	{ "contracts", "id\tlot\tapplication\tbin\tamount\tsigned\tfrom\t"
	    "until", put_contract, 1, true },
	{ "milestones", "contract\tno\ttitle\tdue\tdone\treport",
	    put_milestone, MILESTONES, false },
	{ "payments", "contract\tno\tmilestone\tdue\tpaid\tamount",
	    put_payment, PAYMENTS, false },
};

static void
put_kind(const struct kind *k, uint32_t count)
{
	puts(k->header);
	for (uint32_t no = 1; no <= k->lines; no++)
		for (uint32_t i = 0; i < count; i++)
			k->put(k->in_order ? i : scattered(i, count), no);
}

int
main(int argc, char *argv[])
{
	const char *what = argc == 3 ? argv[2] : "";
	uint32_t count = argc == 3 ? (uint32_t)atol(argv[1]) : 0;

	if (count == 0 || count > 9999999)
		return EXIT_FAILURE;
	if (strcmp(what, "lots") == 0)
		put_lots(count);
	else if (strcmp(what, "calls") == 0)
		put_calls(count);
	else
		for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
			if (strcmp(what, kinds[i].name) == 0)
				put_kind(&kinds[i], count);
	return fflush(stdout) == 0 && !ferror(stdout) ? 0 : EXIT_FAILURE;
}
