/* forum-report: what was answered to proposals, or to comments on a draft. */

#include "base/die.h"
#include "base/options.h"
#include "io/kind.h"
#include "io/out.h"
#include "io/reply_comments.h"
#include "io/reply_proposals.h"
#include "io/reply_rows.h"
#include "io/reply_totals.h"
#include "io/today.h"

static const char *rules, *day, *by, *routes, *answers, *extensions, *totals;
static const char *rejects;
static bool table;
static const struct option_line options[] = {
	{ 'd', "date", "date", "the day that counts as today", .text = &day },
	{ 'r', "rules", "terms", "the terms of the law (terms)",
	    .text = &rules },
	{ 0, "by", "field", "a record for each value of this field, or for "
	    "each year, body or clause", .text = &by },
	{ 0, "routes", "file", "the bodies that the proposals were forwarded "
	    "to", .text = &routes },
	{ 0, "answers", "file", "the answers to the proposals",
	    .text = &answers },
	{ 0, "extensions", "file", "the extensions of their terms",
	    .text = &extensions },
	{ 0, "totals", "file", "published totals, to compare with",
	    .text = &totals },
	{ 0, "table", NULL, "print comments as a comparison table",
	    .flag = &table },
	{ 'x', "rejects", "file", "keep refused records in file",
	    .text = &rejects },
	{ 0 }
};
const struct program program = { "forum-report", "[file ...]",
	"what was answered to proposals, or to comments on a draft", options,
	NULL };

static void
check_options(bool comments)
{
	if (comments && (rules != NULL || routes != NULL || answers != NULL ||
	    extensions != NULL))
		warn("comments have no -r, --routes, --answers and "
		    "--extensions: their answers stand in them");
	else if (table && !comments)
		warn("--table: for comments, which have a document and a "
		    "clause");
	else if (table && (by != NULL || totals != NULL))
		warn("--table: not with --by or --totals");
	else
		return;
	options_usage();
}

static int
print(struct reply_groups *g)
{
	int status = 0;

	if (!replies_find(g->r))
		die("the groups do not add up to the records");
	reply_rows_print(g);
	if (totals != NULL)
		status = reply_totals_compare(g, totals);
	return status;
}

static int
report(struct rec *in, bool comments)
{
	struct replies r = { 0 };
	struct reply_groups g = { .r = &r, .by = by, .comments = comments };
	struct reply_files files = { rules != NULL ? rules : "terms", routes,
		extensions, answers, rejects, today(day) };
	int status;

	if (kind_vocab("answers")->count > REPLIES_KINDS)
		die("vocabulary answers: at most %d", REPLIES_KINDS);
	reply_groups_open(&g, in);
	reply_rows_fields(&g);
	if (comments)
		status = reply_comments_add(&g, in, files.day, rejects);
	else
		status = reply_proposals_add(&g, in, &files);
	status |= print(&g);
	reply_groups_free(&g);
	replies_free(&r);
	return status;
}

int
main(int argc, char *argv[])
{
	struct rec *in = rec_open(options_parse(argc, argv));
	bool comments = reply_comments_are(in);

	check_options(comments);
	if (table)
		return out_finish(reply_comments_table(in, today(day),
		    rejects));
	return out_finish(report(in, comments));
}
