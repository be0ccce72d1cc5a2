/* order-score: rank applications by the marks of experts. */

#include <stdlib.h>

#include "base/options.h"
#include "civic/score_rank.h"
#include "civic/score_severity.h"
#include "io/marks.h"
#include "io/out.h"
#include "io/rec.h"
#include "io/rubric.h"
#include "io/samples.h"
#include "io/scores.h"
#include "io/today.h"

static const char *rules, *day, *conflicts, *rejects;
static const char *samples, *seed, *firsts;
static bool explain;
static const struct option_line options[] = {
	{ 'r', "rules", "rubric", "how marks become a score",
	    .text = &rules, .required = true },
	{ 'd', "date", "date", "the day whose edition of the rubric is used",
	    .text = &day },
	{ 'e', "explain", NULL, "print each mark and its share of the score",
	    .flag = &explain },
	{ 0, "conflicts", "file", "leave out these experts' marks of these "
	    "applications", .text = &conflicts },
	{ 0, "stability", "samples", "print how firmly each application "
	    "stands, by so many samples of experts", .text = &samples },
	{ 0, "seed", "number", "what the samples begin with",
	    .text = &seed },
	{ 0, "first", "numbers", "look at the first so many applications",
	    .text = &firsts },
	{ 'x', "rejects", "file", "keep refused records in file",
	    .text = &rejects },
	{ 0 }
};
const struct program program = { "order-score", "[file ...]",
	"rank applications by the marks of experts", options, NULL };

enum { FIRSTS_MOST = 16 };

/* What --stability, --seed and --first say; no samples without the first. */
static void
read_stability(const struct score_rubric *r, struct score_stable *t,
    uint32_t *first)
{
	*t = (struct score_stable){ .first = first, .firsts = 1 };
	if (!samples_read("--stability", samples, seed, &t->samples,
	    &t->seed)) {
		if (firsts != NULL)
			die("--first is for --stability");
		return;
	}
	if (explain)
		die("-e and --stability print different records: give one of "
		    "them");
	if (firsts != NULL)
		t->firsts = samples_list("--first", firsts, first,
		    FIRSTS_MOST);
	else if (r->chosen > 0)
		first[0] = r->chosen;
	else
		die("--stability needs --first, as the rubric says no places");
}

static void
find_severity(struct score *s)
{
	const struct score_rubric *r = s->rubric;
	size_t criterion;

	if (!r->severity)
		return;
	if (!score_severity_find(s, &criterion))
		die("%s: over %d experts who mark common applications; their "
		    "severity is too much to solve for",
		    rules, SCORE_SEVERITY_EXPERTS);
	for (size_t k = 0; k < r->count; k++)
		if (s->parts[k] > 1)
			warn("warning: %.*s: the panel is in %u parts that no "
			    "expert joins; the severity of one cannot be "
			    "compared with another's",
			    STR_ARG(r->criterion[k].name), s->parts[k]);
}

static void
find_results(struct score *s, struct score_results *r, struct score_stable *t)
{
	size_t a;

	score_group(s);
	find_severity(s);
	if (!score_result_find(s, r, &a) ||
	    (t->samples > 0 && !score_stable_find(t, s, &a))) {
		struct str name = score_name(s, (uint32_t)a);

		die("%s: application '%.*s': a score too large to be exact",
		    rules, STR_ARG(name));
	}
	score_rank_find(r);
}

int
main(int argc, char *argv[])
{
	char **files = options_parse(argc, argv);
	struct arena run = { 0 };
	const struct score_rubric *rubric = rubric_read(&run, rules,
	    today(day));
	struct score *s = score_new(rubric);
	struct score_results results;
	struct score_stable stable;
	uint32_t first[FIRSTS_MOST];
	int status;

	read_stability(rubric, &stable, first);
	status = marks_read(s, files, rejects);
	if (conflicts != NULL && marks_exclude(s, conflicts) != 0)
		status = REFUSED;
	find_results(s, &results, &stable);
	if (stable.samples > 0)
		scores_stable(&results, &stable);
	else if (explain)
		scores_explain(&results);
	else
		scores_print(&results);
	score_free(s);
	arena_reset(&run);
	return out_finish(status);
}
