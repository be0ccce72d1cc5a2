/* council-seat: who may stand for a public council, and who has a seat. */

#include "base/die.h"
#include "base/options.h"
#include "io/bench_rows.h"
#include "io/benches.h"
#include "io/candidate_law.h"
#include "io/council_law.h"
#include "io/out.h"
#include "io/today.h"

static const char *rules, *day_text, *seats_file, *councils_file, *places,
    *reg, *rejects;
static bool explain;
static struct arena run;

static const struct option_line options[] = {
	{ 'R', "register", "register", "ask it whether organisations are "
	    "active", .text = &reg },
	{ 'r', "rules", "law", "the law on councils: a rule file",
	    .text = &rules, .required = true },
	{ 'd', "date", "date", "the day that counts as today",
	    .text = &day_text },
	{ 0, "seats", "file", "who sits and sat", .text = &seats_file },
	{ 0, "councils", "file", "the councils, by their ids",
	    .text = &councils_file },
	{ 0, "places", "number", "how many seats a council that is formed "
	    "anew is to have", .text = &places },
	{ 'e', "explain", NULL, "print each verdict on each candidate",
	    .flag = &explain },
	{ 'x', "rejects", "file", "keep refused candidates in file",
	    .text = &rejects },
	{ 0 }
};

const struct program program = { "council-seat", "[file ...]",
	"judge candidates for public councils", options, NULL };

/* Print all; REFUSED if a place is undecided. */
static int
print(const struct benches *b)
{
	int status = 0;

	for (size_t i = 0; i < b->count; i++)
		if (explain)
			bench_rows_explain(b, &b->bench[i]);
		else if (!bench_rows_print(b, &b->bench[i]))
			status = REFUSED;
	return status;
}

int
main(int argc, char *argv[])
{
	char **files = options_parse(argc, argv);
	struct benches b = { .run = &run, .day = today(day_text) };
	struct rec *in;
	int status;

	if (places != NULL && !str_number(str_of(places), 1, 10000, &b.places))
		die("--places: not a number from 1 to 10000: '%s'", places);
	b.law = council_law_read(&run, rules, b.day);
	b.stand = candidate_law_read(&run, rules, b.day, b.law);
	in = rec_open(files);
	rec_keep_refused(in, rejects);
	b.councils = councils_read(&run, councils_file);
	status = benches_seats(&b, seats_file);
	if (reg != NULL)
		benches_register(&b, reg);
	benches_candidates(&b, in);
	if (seats_file != NULL)
		status |= benches_candidates_none(&b, rules);
	benches_settle(&b);
	bench_rows_fields(explain);
	status |= print(&b) | councils_close(b.councils) | rec_close(in);
	benches_free(&b);
	arena_reset(&run);
	return out_finish(status);
}
