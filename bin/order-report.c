/* order-report: what came of calls, by year, region, sphere, NGO or others. */

#include "base/die.h"
#include "base/options.h"
#include "civic/outcomes_sum.h"
#include "io/out.h"
#include "io/outcome_files.h"
#include "io/outcome_money.h"
#include "io/outcome_rows.h"

static const char *by, *calls, *lots, *applications, *contracts, *payments;
static const char *rejects;
static const struct option_line options[] = {
	{ 0, "by", "field", "a record for each value of this field, or for "
	    "each year", .text = &by },
	{ 0, "calls", "file", "the calls of the lots", .text = &calls },
	{ 0, "lots", "file", "the lots of the decisions", .text = &lots },
	{ 0, "applications", "file", "the applications that were decided on",
	    .text = &applications },
	{ 0, "contracts", "file", "the contracts on what was awarded",
	    .text = &contracts },
	{ 0, "payments", "file", "the payments under the contracts",
	    .text = &payments },
	{ 'x', "rejects", "file", "keep refused decisions in file",
	    .text = &rejects },
	{ 0 }
};
const struct program program = { "order-report", "[file ...]",
	"what came of calls, by any field", options, NULL };

static void
check_options(void)
{
	if (payments == NULL || contracts != NULL)
		return;
	warn("--payments: --contracts is missing");
	options_usage();
}

static int
read_all(struct outcome_groups *g, char **files)
{
	int status = 0;

	if (calls != NULL)
		status |= outcome_groups_calls(g, calls);
	if (lots != NULL)
		status |= outcome_groups_lots(g, lots);
	status |= outcome_files_decisions(g, files, rejects);
	if (applications != NULL)
		status |= outcome_files_applications(g->o, applications);
	if (contracts != NULL)
		status |= outcome_money_contracts(g, contracts);
	if (payments != NULL)
		status |= outcome_money_payments(g->o, payments);
	return status;
}

int
main(int argc, char *argv[])
{
	char **files = options_parse(argc, argv);
	struct outcomes o = { 0 };
	struct outcome_groups g = { .o = &o, .by = by };
	struct outcome_rows rows = { &o, by, contracts != NULL,
		payments != NULL };
	int status;

	check_options();
	o.remembers_all = applications != NULL;
	outcome_rows_fields(&rows);
	status = read_all(&g, files);
	if (!outcomes_sum_find(&o))
		die("the groups do not add up to the records");
	outcome_rows_print(&rows);
	outcome_groups_free(&g);
	outcomes_free(&o);
	return out_finish(status);
}
