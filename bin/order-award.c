/* order-award: from ranked applications, lots and budgets to awards. */

#include <stdlib.h>

#include "base/die.h"
#include "base/options.h"
#include "civic/date.h"
#include "io/award_batch.h"
#include "io/award_rows.h"
#include "io/award_rules.h"
#include "io/out.h"
#include "io/today.h"

static const char *rules, *day_text, *lots_file, *applications, *rejects;
static bool explain, unsorted;
static char day[11];

static const struct option_line options[] = {
	{ 'r', "rules", "award", "how awards are made: a rule file",
	    .text = &rules, .required = true },
	{ 0, "lots", "file", "the lots, with their budgets and places",
	    .text = &lots_file, .required = true },
	{ 'd', "date", "date", "the day of the decisions",
	    .text = &day_text },
	{ 0, "applications", "file", "their lots, NGOs and amounts",
	    .text = &applications },
	{ 0, "unsorted", NULL, "the scores are in no order: hold them all",
	    .flag = &unsorted },
	{ 'e', "explain", NULL, "print each step, with what is left of the "
	    "budget", .flag = &explain },
	{ 'x', "rejects", "file", "keep refused records in file",
	    .text = &rejects },
	{ 0 }
};
const struct program program = { "order-award", "[file ...]",
	"make awards within lots and budgets", options, NULL };

static void
print(struct award_batch *b)
{
	for (size_t i = 0; i < b->count; i++)
		award_rows_print(b->intake->award, &b->bid[i], day);
}

/* Steps count anew in each lot. */
static void
print_steps(struct award_batch *b)
{
	size_t *step = calloc(b->intake->lots->count + 1, sizeof(*step));

	if (step == NULL)
		die("out of memory");
	for (size_t i = 0; i < b->count; i++)
		award_rows_explain(b->intake->award, b->order[i],
		    ++step[b->order[i]->lot]);
	free(step);
}

/* Whether the rules ask for all applications before any is decided. */
static bool
must_hold(const struct award_rules *r, const struct award_lots *lots)
{
	return unsorted || explain || r->by != AWARD_RANK ||
	    (r->per_ngo > 0 && r->across_lots && lots->count > 1);
}

int
main(int argc, char *argv[])
{
	char **files = options_parse(argc, argv);
	struct arena run = { 0 };
	struct award_lots lots = { 0 };
	struct award_entries entries = { 0 };
	struct award w;
	const struct award_rules *r = award_rules_read(&run, rules,
	    today(day_text));
	struct award_intake in = { .award = &w, .lots = &lots,
		.entries = applications != NULL ? &entries : NULL,
		.entries_file = applications };
	struct award_batch batch = { .intake = &in,
		.done = explain ? print_steps : print };
	int status = 0;

	date_format(today(day_text), day);
	award_lots_read(&lots, lots_file);
	award_open(&w, r, lots.lot, lots.count);
	if (applications != NULL)
		status = award_entries_read(&entries, &w, &lots, applications);
	in.in = rec_open(files);
	rec_keep_refused(in.in, rejects);
	award_intake_open(&in);
	batch.hold = must_hold(r, &lots);
	if (explain)
		award_rows_explain_fields();
	else
		award_rows_fields();
	award_batch_run(&batch);
	status |= rec_close(in.in) | (w.undecided ? REFUSED : 0);
	award_batch_free(&batch);
	award_intake_close(&in);
	award_entries_free(&entries);
	award_close(&w);
	award_lots_free(&lots);
	arena_reset(&run);
	return out_finish(status);
}
