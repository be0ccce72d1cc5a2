/* control-report: acts of public control against the law's terms. */

#include "base/die.h"
#include "base/options.h"
#include "io/control_files.h"
#include "io/control_groups.h"
#include "io/control_rows.h"
#include "io/out.h"
#include "io/today.h"

enum { DAYS_MAX = 3660 };

static const char *rules, *day_text, *recommendations, *by, *within, *rejects;
static bool explain, check;
static const struct option_line options[] = {
	{ 'd', "date", "date", "the day that counts as today",
	    .text = &day_text },
	{ 'r', "rules", "rules", "the law, such as control", .text = &rules,
	    .required = true },
	{ 0, "recommendations", "file", "the recommendations of the acts",
	    .text = &recommendations },
	{ 0, "by", "field", "sums by object or by form", .text = &by },
	{ 0, "check", "[=days]", "print only what is overdue, or due within "
	    "so many days (0), and exit 1 if anything is", .flag = &check,
	    .text = &within },
	{ 'e', "explain", NULL, "print each verdict with its article",
	    .flag = &explain },
	{ 'x', "rejects", "file", "keep refused acts in file",
	    .text = &rejects },
	{ 0 }
};
const struct program program = { "control-report", "[file ...]",
	"acts of public control against the law's terms", options, NULL };

static void
check_options(void)
{
	if (by == NULL || (!check && !explain))
		return;
	warn("--by: sums only, without --check and -e");
	options_usage();
}

/* The last day that --check looks at. */
static long
last_day(long day)
{
	long days = 0;

	if (within != NULL && !str_number(str_of(within), 0, DAYS_MAX, &days))
		die("--check: not a number of days from 0 to %d: '%s'",
		    DAYS_MAX, within);
	return day + days;
}

static void
report_sums(struct control_files *f, struct control_case *c)
{
	struct control_groups g;

	control_groups_open(&g, by);
	while (control_files_next(f, c))
		control_groups_add(&g, c);
	control_groups_print(&g);
	control_groups_free(&g);
}

/* Returns whether anything is owed. */
static bool
report_acts(struct control_files *f, struct control_case *c)
{
	struct control_rows rows = { .only_owed = check,
		.by = last_day(f->day) };

	if (explain)
		control_rows_explain_fields();
	else
		control_rows_fields();
	while (control_files_next(f, c))
		if (explain)
			control_rows_explain(&rows, c);
		else
			control_rows_print(&rows, c);
	buf_free(&rows.text);
	return rows.owed > 0;
}

int
main(int argc, char *argv[])
{
	char **files = options_parse(argc, argv);
	struct control_files f;
	struct control_case c = { .replies = 0 };
	bool owed = false;

	check_options();
	control_files_open(&f, rules, files, recommendations, rejects,
	    today(day_text));
	if (by != NULL)
		report_sums(&f, &c);
	else
		owed = report_acts(&f, &c);
	return out_finish(control_files_close(&f, &c) |
	    (check && owed ? REFUSED : 0));
}
