/* order-award: from ranked applications, lots and budgets to awards. */

#include <stdlib.h>

#include "base/die.h"
#include "base/options.h"
#include "civic/date.h"
#include "io/award_batch.h"
#include "io/award_rows.h"
#include "io/award_rules.h"
#include "io/out.h"
#include "io/protocol.h"
#include "io/today.h"

static const char *rules, *day_text, *lots_file, *applications, *rejects;
static bool explain, unsorted, protocol;
static struct sitting_files sitting;
static char day[11];
static struct arena run;
static int status;

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
	{ 0, "protocol", NULL, "print the protocol of the commission's "
	    "sitting, from these files:", .flag = &protocol },
	{ 0, "sitting", "file", "when and where it sat",
	    .text = &sitting.sitting },
	{ 0, "experts", "file", "who is a member",
	    .text = &sitting.experts },
	{ 0, "attendance", "file", "who was there",
	    .text = &sitting.attendance },
	{ 0, "votes", "file", "who voted how on each lot",
	    .text = &sitting.votes },
	{ 0, "conflicts", "file", "who must not vote on which application",
	    .text = &sitting.conflicts },
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

static void
print_protocol(struct award_batch *b)
{
	struct sitting s;

	sitting_read(&s, &run, &sitting, b->intake->award, b->bid, b->count);
	if (!str_eq(sitting_value(&s, STR("held")), str_of(day)))
		die("%s: the sitting was not held on %s, the day of the "
		    "decisions", sitting.sitting, day);
	if (!protocol_print(&s, b->intake->award, b->bid, b->order, b->count))
		status = REFUSED;
	sitting_free(&s);
}

/* Each file of the sitting is for the protocol, and it needs nearly all. */
static void
check_protocol(const struct award_rules *r)
{
	const struct {
		const char *option, *file;
	} needed[] = { { "sitting", sitting.sitting },
		{ "experts", sitting.experts },
		{ "attendance", sitting.attendance },
		{ "votes", sitting.votes } };

	for (size_t i = 0; i < sizeof(needed) / sizeof(*needed); i++) {
		if (protocol && needed[i].file == NULL)
			die("--protocol needs --%s", needed[i].option);
		if (!protocol && needed[i].file != NULL)
			die("--%s is for --protocol", needed[i].option);
	}
	if (!protocol && sitting.conflicts != NULL)
		die("--conflicts is for --protocol; order-score leaves marks "
		    "out by it");
	if (protocol && explain)
		die("-e and --protocol print different things");
	if (protocol && (r->quorum.parts == 0 || r->majority.parts == 0))
		die("--protocol: the rules do not say quorum and vote");
}

/* Whether the rules ask for all applications before any is decided. */
static bool
must_hold(const struct award_rules *r, const struct award_lots *lots)
{
	return unsorted || explain || protocol || r->by != AWARD_RANK ||
	    (r->per_ngo > 0 && r->across_lots && lots->count > 1);
}

int
main(int argc, char *argv[])
{
	char **files = options_parse(argc, argv);
	struct award_lots lots = { 0 };
	struct award_entries entries = { 0 };
	struct award w;
	const struct award_rules *r = award_rules_read(&run, rules,
	    today(day_text));
	struct award_intake in = { .award = &w, .lots = &lots,
		.entries = applications != NULL ? &entries : NULL,
		.entries_file = applications };
	struct award_batch batch = { .intake = &in,
		.done = protocol ? print_protocol :
		    explain ? print_steps : print };

	check_protocol(r);
	date_format(today(day_text), day);
	award_lots_read(&lots, lots_file);
	award_open(&w, r, lots.lot, lots.count);
	if (applications != NULL)
		status = award_entries_read(&entries, &w, &lots, applications);
	in.in = rec_open(files);
	rec_keep_refused(in.in, rejects);
	award_intake_open(&in);
	batch.hold = must_hold(r, &lots);
	if (protocol)
		protocol_fields();
	else if (explain)
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
