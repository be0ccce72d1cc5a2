/* prize-split: divide the prize of each nomination among its winners. */

#include "base/die.h"
#include "base/options.h"
#include "civic/prize.h"
#include "io/out.h"
#include "io/prize_winners.h"
#include "io/today.h"

static const char *rules, *day, *rejects;
static bool explain;

static const struct option_line options[] = {
	{ 'r', "rules", "prize", "what a nomination's prize is: a rule file",
	    .text = &rules, .required = true },
	{ 'd', "date", "date", "the day whose MCI is used", .text = &day },
	{ 'e', "explain", NULL, "print how the prize of each nomination is "
	    "divided", .flag = &explain },
	{ 'x', "rejects", "file", "keep refused records in file",
	    .text = &rejects },
	{ 0 }
};
const struct program program = { "prize-split", "[file ...]",
	"divide prizes equally among their winners", options, NULL };

/* The amount has its place in the record, or comes behind it. */
static void
print_fields(const struct rec *in)
{
	out_fields(in);
	if (rec_field_if(in, "amount") == REC_NONE)
		out_field("amount");
	out_field("pool");
	out_field("mci");
	out_field("cite");
}

static void
print_winner(const struct prize_winner *one, size_t fields, size_t amount,
    const struct prize_rules *r)
{
	struct str rest = one->line;

	for (size_t i = 0; i < fields; i++) {
		struct str value = str_cut(&rest, '\t');

		if (i == amount)
			out_decimal(one->part, 2);
		else
			out_raw(value);
	}
	if (amount == REC_NONE)
		out_decimal(one->part, 2);
	out_decimal(r->pool, 2);
	out_decimal(r->mci, 2);
	out_value(r->cite);
	out_end();
}

static void
print_steps_fields(void)
{
	static const char *const name[] = { "call", "nomination", "pool",
		"mci", "winners", "least", "one_unit_more", "cite" };

	for (size_t i = 0; i < sizeof(name) / sizeof(*name); i++)
		out_field(name[i]);
}

/* The part of those that get no unit more, and how many get one. */
static void
print_steps(const struct prize_nomination *of, const struct prize_rules *r)
{
	int64_t part = 0;

	prize_part(r->pool, r->unit, of->winners, of->winners - 1, &part);
	out_value(of->call);
	out_value(of->name);
	out_decimal(r->pool, 2);
	out_decimal(r->mci, 2);
	out_number((int64_t)of->winners);
	out_decimal(part, 2);
	out_number((r->pool - part * (int64_t)of->winners) / r->unit);
	out_value(r->cite);
	out_end();
}

/* Nothing is printed if a winner is missing: the others would get its part. */
static bool
divide(struct prize_winners *w, const struct rec *in,
    const struct prize_rules *r)
{
	if (rec_refused(in) > 0) {
		warn("nothing is divided: a winner who is left out would "
		    "leave too much to the others");
		return false;
	}
	return prize_winners_divide(w, r) == 0;
}

int
main(int argc, char *argv[])
{
	char **files = options_parse(argc, argv);
	struct arena run = { 0 };
	struct prize_rules r = prize_rules_read(&run, rules, today(day));
	struct prize_winners w = { 0 };
	struct rec *in = rec_open(files);
	size_t amount = rec_field_if(in, "amount"), fields = rec_count(in);
	int status = REFUSED;

	rec_keep_refused(in, rejects);
	if (explain)
		print_steps_fields();
	else
		print_fields(in);
	prize_winners_read(&w, in);
	if (divide(&w, in, &r)) {
		status = 0;
		for (size_t i = 0; !explain && i < w.count; i++)
			print_winner(&w.winner[i], fields, amount, &r);
		for (size_t i = 0; explain && i < w.nominations; i++)
			print_steps(&w.nomination[i], &r);
	}
	rec_close(in);
	prize_winners_free(&w);
	arena_reset(&run);
	return out_finish(status);
}
