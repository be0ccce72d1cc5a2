/* panel-agree: how well the experts of a panel agree in their marks. */

#include <string.h>

#include "base/options.h"
#include "io/agreement_who.h"
#include "io/marks.h"
#include "io/out.h"
#include "io/rubric.h"
#include "io/samples.h"
#include "io/today.h"

static const char *rules, *day, *scale_name, *conflicts, *rejects;
static const char *pairs, *samples, *seed;
static bool explain, experts;
static const struct option_line options[] = {
	{ 'r', "rules", "rubric", "the rubric that the marks were given by",
	    .text = &rules },
	{ 'd', "date", "date", "the day whose edition of the rubric is used",
	    .text = &day },
	{ 0, "scale", "scale", "nominal, ordinal, interval or ratio; alone: "
	    "marks without a rubric", .text = &scale_name },
	{ 0, "conflicts", "file", "leave out these experts' marks of these "
	    "applications", .text = &conflicts },
	{ 'e', "explain", NULL, "print what the coefficients are made from",
	    .flag = &explain },
	{ 0, "experts", NULL, "print each expert beside the others",
	    .flag = &experts },
	{ 0, "pairs", "excess", "print pairs of experts with so many equal "
	    "marks too many", .text = &pairs },
	{ 0, "bootstrap", "samples", "bounds of the coefficients, by so many "
	    "samples", .text = &samples },
	{ 0, "seed", "number", "what the samples begin with",
	    .text = &seed },
	{ 'x', "rejects", "file", "keep refused records in file",
	    .text = &rejects },
	{ 0 }
};
const struct program program = { "panel-agree", "[file ...]",
	"how well the experts of a panel agree in their marks", options,
	NULL };

static enum agree_scale
the_scale(void)
{
	static const char *const word[] = { [AGREE_NOMINAL] = "nominal",
		[AGREE_ORDINAL] = "ordinal", [AGREE_INTERVAL] = "interval",
		[AGREE_RATIO] = "ratio" };

	if (scale_name == NULL && rules == NULL)
		die("marks need a rubric (-r), or a scale (--scale)");
	if (scale_name == NULL)
		return AGREE_INTERVAL;
	for (size_t i = 0; i <= AGREE_RATIO; i++)
		if (strcmp(scale_name, word[i]) == 0)
			return (enum agree_scale)i;
	die("--scale: must be nominal, ordinal, interval or ratio: '%s'",
	    scale_name);
}

static struct agree_samples
the_samples(void)
{
	struct agree_samples s = { .count = 0 };

	if (samples_read("--bootstrap", samples, seed, &s.count, &s.seed) &&
	    (explain || experts || pairs != NULL))
		die("--bootstrap gives bounds to coefficients, which are not "
		    "printed");
	return s;
}

static int64_t
the_excess(void)
{
	int64_t excess = 0;

	if (explain + experts + (pairs != NULL) > 1)
		die("-e, --experts and --pairs print different records: give "
		    "one of them");
	if (pairs != NULL && !decimal_parse(str_of(pairs), 6, &excess))
		die("--pairs: must be a number of standard deviations: '%s'",
		    pairs);
	return excess;
}

static const struct score_rubric *
the_rubric(struct arena *run, enum agree_scale scale)
{
	const struct score_rubric *r = NULL;

	if (rules != NULL)
		r = rubric_read(run, rules, today(day));
	if (r != NULL && scale == AGREE_RATIO && r->min < 0)
		die("%s: a ratio scale has no marks below 0", rules);
	return r;
}

static void
print(const struct agreement *g, struct agree_samples bounds, int64_t excess)
{
	if (explain)
		agreement_explain(g);
	else if (experts)
		agreement_who_experts(g);
	else if (pairs != NULL)
		agreement_who_pairs(g, excess);
	else
		agreement_print(g, bounds);
}

int
main(int argc, char *argv[])
{
	char **files = options_parse(argc, argv);
	enum agree_scale scale = the_scale();
	struct agree_samples bounds = the_samples();
	int64_t excess = the_excess();
	struct arena run = { 0 };
	struct panels_table table;
	struct agreement g = { .panels = 0 };
	int status = panels_read(&table, the_rubric(&run, scale), scale,
	    files, rejects);

	if (conflicts != NULL && marks_exclude(table.score, conflicts) != 0)
		status = REFUSED;
	panels_settle(&table);
	agreement_find(&g, &table, &run);
	print(&g, bounds, excess);
	panels_free(&table);
	arena_reset(&run);
	return out_finish(status);
}
