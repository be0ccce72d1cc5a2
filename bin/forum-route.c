/* forum-route: find the body that is to answer each proposal. */

#include "base/arena.h"
#include "base/options.h"
#include "io/against.h"
#include "io/out.h"
#include "io/rec.h"
#include "io/routed.h"
#include "io/routed_model.h"
#include "io/routes.h"
#include "io/today.h"

static const char *rules, *day, *model_file, *against, *rejects;
static bool explain, bodies;

static const struct option_line options[] = {
	{ 'r', "rules", "routes", "find the bodies by these rules",
	    .text = &rules, .required = true },
	{ 'd', "date", "date", "the day that counts as today", .text = &day },
	{ 'm', "model", "model", "ask this model of forum-learn after them",
	    .text = &model_file },
	{ 'e', "explain", NULL, "print the stems found and their points",
	    .flag = &explain },
	{ 0, "against", "field", "compare with the bodies in this field",
	    .text = &against },
	{ 0, "bodies", NULL, "print the bodies of the rules, read nothing",
	    .flag = &bodies },
	{ 'x', "rejects", "file", "keep refused records in file",
	    .text = &rejects },
	{ 0 }
};

const struct program program = { "forum-route", "[file ...]",
	"find the body that is to answer each proposal", options, NULL };

static struct arena run;
static struct route *route;
static struct rec *in;
static size_t *place;		/* of each role in the input */
static struct str *value;	/* of each role in the record in hand */

static struct routed_model model;
static struct route_answer answer;

/* Read proposals until one is answered; false after the last. */
static bool
next_answer(void)
{
	while (rec_next(in)) {
		route_clear(route);
		for (size_t i = 0; i < route->roles; i++) {
			if (place[i] == REC_NONE)
				continue;
			value[i] = rec_value(in, place[i]);
			if (i < route->texts)
				route_read(route, i, value[i]);
		}
		if (!routed_fits(route, in, place, value))
			continue;
		answer = route_decide(route, value);
		if (model_file != NULL)
			routed_model_ask(&model, route, &answer);
		return true;
	}
	return false;
}

static void
print_answers(void)
{
	out_fields(in);
	routed_fields(route);
	while (next_answer()) {
		out_record(in);
		routed_answer(route, &answer, value);
		out_end();
	}
}

static void
print_hits(void)
{
	routed_hit_fields(route);
	rec_field(in, arena_string(&run, route->role[route->id]));
	while (next_answer()) {
		routed_hits(route, &answer, value);
		routed_model_hits(&model, route, value);
	}
}

static void
compare(void)
{
	struct against *g = routed_against(&run, route, in, against);

	while (next_answer())
		against_record(g, routed_label(route, &answer, value));
	against_print(g);
}

int
main(int argc, char *argv[])
{
	char **files = options_parse(argc, argv);

	if (explain + bodies + (against != NULL) > 1)
		die("-e, --against and --bodies: one of them at a time");
	route = routes_read(&run, rules, today(day));
	if (model_file != NULL)
		routed_model_open(&model, &run, route, model_file);
	route_build(route, &run, explain);
	if (bodies) {
		if (files[0] != NULL || rejects != NULL)
			die("--bodies reads no records");
		routed_bodies(route);
		return out_finish(0);
	}
	in = rec_open(files);
	rec_keep_refused(in, rejects);
	place = routed_places(&run, route, in);
	value = arena_array(&run, route->roles, sizeof(*value));
	if (against != NULL)
		compare();
	else if (explain)
		print_hits();
	else
		print_answers();
	return out_finish(rec_close(in));
}
