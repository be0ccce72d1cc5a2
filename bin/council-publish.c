/* council-publish: publish councils and who sits in them as open data. */

#include "base/choice.h"
#include "base/options.h"
#include "io/out.h"
#include "io/popolo.h"

static const char *reg, *councils_file, *rejects;
static struct arena run;

static const struct option_line options[] = {
	{ 'R', "register", "file", "take the names of NGOs from this register",
	    .text = &reg },
	{ 0, "councils", "file", "the councils, by their ids",
	    .text = &councils_file },
	{ 'x', "rejects", "file", "keep refused seats in file",
	    .text = &rejects },
	{ 0 }
};

const struct program program = { "council-publish", "popolo [file ...]",
	"publish public councils and their members as open data", options,
	"popolo" };

int
main(int argc, char *argv[])
{
	char **operands = options_parse(argc, argv);
	struct publish_names names = { 0 };
	struct popolo p = { .run = &run, .names = &names };
	struct rec *in;
	int status;

	if (operands[0] == NULL || !str_eq(str_of(operands[0]), STR("popolo")))
		choice_none("format", operands[0]);
	in = rec_open(operands + 1);
	rec_keep_refused(in, rejects);
	p.councils = councils_read(&run, councils_file);
	publish_names_open(&names, &run, reg, STR("ru"));
	popolo_read(&p, in);
	popolo_print(&p);
	status = rec_close(in) | councils_close(p.councils);
	publish_names_close(&names);
	popolo_free(&p);
	arena_reset(&run);
	return out_finish(status);
}
