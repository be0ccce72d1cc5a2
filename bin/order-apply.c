/* order-apply: say which applications are taken, and why others are not. */

#include <stdbool.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/options.h"
#include "io/admission_rows.h"
#include "io/kind.h"
#include "io/out.h"
#include "io/today.h"

static const char *file, *rules, *calls, *lots, *day, *rejects;
static bool no_register, explain;

static const struct option_line options[] = {
	{ 'r', "rules", "rules", "which applications are taken",
	    .text = &rules, .required = true },
	{ 0, "calls", "file", "the calls", .text = &calls, .required = true },
	{ 0, "lots", "file", "their lots", .text = &lots, .required = true },
	{ 'R', "register", "file", "the register", .text = &file },
	{ 0, "no-register", NULL, "leave out what only the register knows",
	    .flag = &no_register },
	{ 'd', "date", "date", "the day that counts as today", .text = &day },
	{ 'e', "explain", NULL, "print each check of each application",
	    .flag = &explain },
	{ 'x', "rejects", "file", "keep refused applications in file",
	    .text = &rejects },
	{ 0 }
};

const struct program program = { "order-apply", "[file ...]",
	"say which applications are taken, and why others are not", options,
	NULL };

static struct arena run;

static void
print(const struct eligibility_rules *checks, struct rec *in,
    const struct admissions *all)
{
	struct admission_rows rows = { .rules = checks };

	if (explain)
		admission_rows_check_fields();
	else
		admission_rows_fields(&rows, in);
	for (size_t i = 0; i < all->count; i++)
		if (explain)
			admission_rows_checks(&rows, all->item[i]);
		else
			admission_rows_print(&rows, all->item[i]);
	admission_rows_free(&rows);
}

/* Without a register only where that is said, and then it is said again. */
static struct applicant *
open_register(const struct schema *cards)
{
	if (!no_register)
		return applicant_open(&run, file, cards);
	if (file != NULL)
		die("-R and --no-register: one of them");
	warn("warning: the register is not asked: whether an NGO is "
	    "registered, active, and of a form that is allowed, and whether "
	    "it filed, is not checked");
	return NULL;
}

int
main(int argc, char *argv[])
{
	char **files = options_parse(argc, argv);
	struct applications with = { .arena = &run, .lots_file = lots,
		.today = today(day) };
	const struct schema *cards = kind_schema(&run, "ngo");
	struct admissions all;
	struct call_lots *table;
	struct rec *in;
	int status = 0;

	with.rules = eligibility_rules_read(&run, rules, cards, with.today);
	with.register_of = open_register(cards);
	with.lots = table = call_lots_read(&run, with.rules, calls, lots,
	    &status);
	in = rec_open(files);
	rec_keep_refused(in, rejects);
	all = applications_read(&with, in);
	print(&with.rules->checks, in, &all);
	if (with.register_of != NULL)
		applicant_close(with.register_of);
	free(all.item);
	call_lots_free(table);
	status |= rec_close(in);
	arena_reset(&run);
	return out_finish(status);
}
