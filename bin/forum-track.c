/* forum-track: how proposals stand on a day, and who owes what by when. */

#include <string.h>

#include "base/options.h"
#include "io/out.h"
#include "io/rec.h"
#include "io/today.h"
#include "io/track_order.h"
#include "io/track_sides.h"
#include "io/track_steps.h"

static const char *rules, *day, *routes, *answers, *extensions, *by, *within;
static const char *rejects;
static bool explain, check;
static const struct option_line options[] = {
	{ 'd', "date", "date", "the day that counts as today", .text = &day },
	{ 'r', "rules", "terms", "the terms of the law: a name, or FILE:TERM",
	    .text = &rules, .required = true },
	{ 0, "routes", "file", "the bodies that the proposals were forwarded "
	    "to", .text = &routes },
	{ 0, "answers", "file", "the answers to the proposals",
	    .text = &answers },
	{ 0, "extensions", "file", "the extensions of their terms",
	    .text = &extensions },
	{ 0, "by", "body", "print only what is owed, body by body",
	    .text = &by },
	{ 0, "check", "[=days]", "print only what is owed within so many days "
	    "(0), and exit 1 if anything is", .flag = &check,
	    .text = &within },
	{ 'e', "explain", NULL, "print each step of each proposal",
	    .flag = &explain },
	{ 'x', "rejects", "file", "keep refused proposals in file",
	    .text = &rejects },
	{ 0 }
};
const struct program program = { "forum-track", "[file ...]",
	"how proposals stand on a day, and who owes what by when", options,
	NULL };

enum { WITHIN_MAX = 9999 };

static void
check_options(struct track_rows *rows)
{
	rows->check = check;
	rows->by_body = by != NULL;
	if (by != NULL && strcmp(by, "body") != 0)
		warn("--by: only body: '%s'", by);
	else if (explain && (check || by != NULL))
		warn("-e: not with --by or --check");
	else if (within != NULL && !str_number(str_of(within), 0, WITHIN_MAX,
	    &rows->within))
		warn("--check: not a number of days from 0 to %d: '%s'",
		    WITHIN_MAX, within);
	else
		return;
	options_usage();
}

static int
read_all(struct track_files *f, char **files)
{
	int status = track_files_proposals(f, rec_open(files));

	status |= track_sides_routes(f, routes);
	status |= track_sides_extensions(f, extensions);
	return status | track_sides_answers(f, answers);
}

int
main(int argc, char *argv[])
{
	char **files = options_parse(argc, argv);
	struct arena run = { 0 };
	struct track t = { 0 };
	struct track_law law = { 0 };
	struct track_files f = { .t = &t, .law = &law, .rejects = rejects,
		.titles = !explain };
	struct track_rows rows = { .t = &t, .law = &law };
	struct track_steps steps = { .t = &t, .law = &law };
	int status;

	check_options(&rows);
	track_files_law(&run, &law, rules, today(day));
	status = read_all(&f, files);
	rows.titled = f.titled;
	if (explain) {
		track_steps_fields();
		track_steps_print(&steps);
		status |= track_order_tell(&rows);
	} else {
		track_rows_fields(&rows);
		status |= track_order_print(&rows);
	}
	track_rows_free(&rows);
	track_free(&t);
	arena_reset(&run);
	return out_finish(status | (check && rows.owed > 0 ? REFUSED : 0));
}
