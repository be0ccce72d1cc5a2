/* order-plan: make lots of needs, within the year's money. */

#include "base/arena.h"
#include "base/options.h"
#include "civic/plan.h"
#include "io/needs.h"
#include "io/out.h"
#include "io/plan_rows.h"
#include "io/plan_rules.h"
#include "io/today.h"

static const char *rules, *call = "", *day, *rejects;
static bool explain;

static const struct option_line options[] = {
	{ 'r', "rules", "plan", "how lots are made of needs", .text = &rules,
	    .required = true },
	{ 0, "call", "id", "the call to which the lots belong",
	    .text = &call },
	{ 'd', "date", "date", "the day that counts as today", .text = &day },
	{ 'e', "explain", NULL, "print each need, and what became of it",
	    .flag = &explain },
	{ 'x', "rejects", "file", "keep refused needs in file",
	    .text = &rejects },
	{ 0 }
};

const struct program program = { "order-plan", "[file ...]",
	"make lots of needs, within the year's money", options, NULL };

int
main(int argc, char *argv[])
{
	char **files = options_parse(argc, argv);
	struct arena run = { 0 };
	struct plan plan = { .rules = plan_rules_read(&run, rules,
	    today(day)) };
	int status = needs_read(&plan, files, rejects);

	plan_settle(&plan);
	if (explain)
		plan_rows_needs(&plan, call);
	else
		plan_rows_lots(&plan, call);
	plan_free(&plan);
	arena_reset(&run);
	return out_finish(status);
}
