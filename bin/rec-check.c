/* rec-check: pass on the records that fit a schema. */

#include "base/arena.h"
#include "base/options.h"
#include "io/kind.h"
#include "io/out.h"
#include "io/rec.h"

static const char *rejects;

static const struct option_line options[] = {
	{ 'x', "rejects", "file", "keep refused records in file",
	    .text = &rejects },
	{ 0 }
};

const struct program program = { "rec-check", "kind [file ...]",
	"pass on the records that fit a schema", options, NULL };

static struct arena run;

int
main(int argc, char *argv[])
{
	char **operands = options_parse(argc, argv);
	const struct schema *schema;
	struct rec *in;
	size_t *place;

	if (operands[0] == NULL)
		options_usage();
	schema = kind_schema(&run, operands[0]);
	in = rec_open(operands + 1);
	place = kind_places(&run, schema, in);
	rec_keep_refused(in, rejects);
	out_fields(in);
	while (rec_next(in)) {
		if (!kind_check(schema, in, place))
			continue;
		out_record(in);
		out_end();
	}
	return out_finish(rec_close(in));
}
