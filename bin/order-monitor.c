/* order-monitor: how contracts stand on a day, and what is wrong with them. */

#include "base/options.h"
#include "civic/contracts.h"
#include "io/contract_files.h"
#include "io/contract_rows.h"
#include "io/contract_steps.h"
#include "io/evaluations.h"
#include "io/out.h"
#include "io/today.h"

static const char *rules, *day, *lots, *milestones, *payments, *evaluated;
static const char *rejects;
static bool explain, check;
static const struct option_line options[] = {
	{ 'd', "date", "date", "the day that counts as today", .text = &day },
	{ 0, "milestones", "file", "the milestones of the contracts",
	    .text = &milestones },
	{ 0, "payments", "file", "the payments under the contracts",
	    .text = &payments },
	{ 0, "lots", "file", "the lots, with the places that each has",
	    .text = &lots },
	{ 0, "evaluations", "file", "the experts' marks of the results",
	    .text = &evaluated },
	{ 'r', "rules", "rubric", "how these marks become a score",
	    .text = &rules },
	{ 'e', "explain", NULL, "print each step, sum of marks and contract",
	    .flag = &explain },
	{ 0, "check", NULL, "print only what is wrong, and exit 1 if anything "
	    "is", .flag = &check },
	{ 'x', "rejects", "file", "keep refused contracts in file",
	    .text = &rejects },
	{ 0 }
};
const struct program program = { "order-monitor", "[file ...]",
	"how contracts stand on a day", options, NULL };

static void
check_options(void)
{
	if ((evaluated == NULL) == (rules == NULL))
		return;
	warn(rules == NULL ? "--evaluations: -r is missing: by which rubric, "
	    "such as -r result-evaluation" : "-r: nothing to use it for "
	    "without --evaluations");
	options_usage();
}

/* Milestones come first: payments are for them. */
static int
read_steps(struct contracts *c, struct contract_rows *rows)
{
	contract_files_tell *tell = explain ? contract_steps_print : NULL;
	int status = 0;

	if (milestones != NULL)
		status |= contract_files_milestones(c, milestones, tell, rows);
	if (payments != NULL)
		status |= contract_files_payments(c, payments, tell, rows);
	return status;
}

static void
print(struct contract_rows *rows, struct evaluations *e)
{
	if (rows->e != NULL)
		evaluations_find(e);
	if (explain) {
		contract_steps_evaluations(rows);
		contract_steps_contracts(rows);
	} else
		contract_rows_print(rows);
	buf_free(&rows->text);
}

int
main(int argc, char *argv[])
{
	char **files = options_parse(argc, argv);
	struct arena run = { 0 };
	struct contracts contracts;
	struct evaluations e = { 0 };
	struct contract_rows rows = { .c = &contracts, .only_wrong = check };
	int status = 0;

	check_options();
	contracts_open(&contracts, today(day));
	if (rules != NULL) {
		evaluations_open(&run, &e, &contracts, rules);
		rows.e = &e;
	}
	if (lots != NULL)
		status |= contract_files_lots(&contracts, lots);
	status |= contract_files_contracts(&contracts, files, rejects);
	if (explain)
		contract_steps_fields(&rows);
	else
		contract_rows_fields(&rows);
	status |= read_steps(&contracts, &rows);
	if (evaluated != NULL)
		status |= evaluations_read(&e, evaluated);
	print(&rows, &e);
	evaluations_free(&e);
	contracts_free(&contracts);
	arena_reset(&run);
	return out_finish(status | (check && rows.wrong > 0 ? REFUSED : 0));
}
