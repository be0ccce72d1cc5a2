/* forum-collect: make one list of proposals, in groups that say the same. */

#include "base/arena.h"
#include "base/die.h"
#include "base/options.h"
#include "base/scan.h"
#include "io/collect.h"
#include "io/collect_rules.h"
#include "io/collected.h"
#include "io/out.h"
#include "io/rec.h"
#include "io/today.h"

static const char *rules, *day, *known, *forum = "", *rejects;
static bool explain;

static const struct option_line options[] = {
	{ 'r', "rules", "collect", "what says nearly the same: a rule file",
	    .text = &rules, .required = true },
	{ 'd', "date", "date", "the day that counts as today", .text = &day },
	{ 'e', "explain", NULL, "print what was compared, and how alike it is",
	    .flag = &explain },
	{ 0, "known", "file", "mark what repeats the proposals of file",
	    .text = &known },
	{ 0, "forum", "id", "the forum of proposals that have none",
	    .text = &forum },
	{ 'x', "rejects", "file", "keep refused records in file",
	    .text = &rejects },
	{ 0 }
};

const struct program program = { "forum-collect", "[file ...]",
	"make one list of proposals, in groups that say the same", options,
	NULL };

static int
read_known(struct proposals *p, const char *text)
{
	char *files[] = { (char *)known, NULL };
	struct rec *in = rec_open(files);

	proposals_open(p, in, text);
	proposals_read(p, in, true);
	proposals_number(p, STR(""));
	return rec_close(in);
}

int
main(int argc, char *argv[])
{
	char **files = options_parse(argc, argv);
	struct arena run = { 0 };
	struct proposals p, before = { 0 };
	struct collect_rules r;
	struct str id = str_of(forum);
	size_t crowded;
	int status = 0;
	struct rec *in;

	if (scan_plain(id) < id.n)
		die("--forum: a tab, a line end or a backslash in it");
	r = collect_rules_read(&run, rules, today(day));
	in = rec_open(files);
	rec_keep_refused(in, rejects);
	proposals_open(&p, in, r.text);
	if (explain)
		collect_explain_fields();
	else
		collected_fields(in, &p, id);
	if (known != NULL)
		status = read_known(&before, r.text);
	proposals_read(&p, in, false);
	status |= rec_close(in);
	proposals_number(&p, id);
	crowded = collect_groups(&p, known == NULL ? NULL : &before,
	    &r.gather, explain);
	if (crowded > 0)
		warn("%zu proposals have much in common with too many others; "
		    "some that say the same may be missed", crowded);
	if (!explain)
		collected_print(&p, &before, id);
	proposals_free(&p);
	proposals_free(&before);
	arena_reset(&run);
	return out_finish(status);
}
