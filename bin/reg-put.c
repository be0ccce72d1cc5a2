/* reg-put: put records into the register. */

#include "base/arena.h"
#include "base/die.h"
#include "base/options.h"
#include "io/kind.h"
#include "io/out.h"
#include "io/rec.h"
#include "io/reg.h"

static const char *file, *rejects, *who;
static bool dry_run, keep;

static const struct option_line options[] = {
	{ 'k', "keep", NULL, "put the good records when some are refused",
	    .flag = &keep },
	{ 'n', "dry-run", NULL, "say what would be done, and do nothing",
	    .flag = &dry_run },
	{ 'R', "register", "file", "the register", .text = &file },
	{ 'w', "who", "name", "who does it, for the journal (the login name)",
	    .text = &who },
	{ 'x', "rejects", "file", "keep refused records in file",
	    .text = &rejects },
	{ 0 }
};

const struct program program = { "reg-put", "kind [file ...]",
	"put records into the register", options, NULL };

static struct arena run;

/* Put the record in hand, and say by its key what came of it. */
static void
put(struct reg_table *table, const struct schema *s, struct rec *in,
    const size_t *place)
{
	enum reg_action action = reg_put_record(table, in, place);

	if (action == REG_REFUSED)
		return;
	for (size_t i = 0; i < s->keys; i++)
		out_value(rec_value(in, place[s->key[i]]));
	out_text(reg_action_name(action));
	out_end();
}

/* The register is not kept from others before there is something to put. */
static void
put_all(struct reg *r, const struct schema *s, struct rec *in)
{
	const size_t *place = kind_places_of_change(&run, s, in);
	struct reg_table *table = NULL;

	while (rec_next(in)) {
		if (table == NULL) {
			reg_begin(r, who);
			table = reg_table(r, s);
		}
		put(table, s, in, place);
	}
}

int
main(int argc, char *argv[])
{
	char **operands = options_parse(argc, argv);
	const struct schema *schema;
	struct reg *r;
	struct rec *in;
	size_t refused;
	int status;

	if (operands[0] == NULL)
		options_usage();
	schema = kind_schema(&run, operands[0]);
	r = reg_open(file, REG_WRITE);
	if (dry_run)
		reg_rehearse(r);
	in = rec_open(operands + 1);
	kind_no_other(schema, in);
	rec_keep_refused(in, rejects);
	for (size_t i = 0; i < schema->keys; i++)
		out_field_str(schema->field[schema->key[i]].name);
	out_field("action");
	out_hold();
	put_all(r, schema, in);
	refused = rec_refused(in);
	/* What is refused is safely kept before the others are put. */
	status = rec_close(in);
	if (dry_run || (refused > 0 && !keep))
		reg_rollback(r);
	else
		reg_commit(r);
	reg_close(r);
	if (refused > 0 && !keep)
		die("%zu refused: nothing was put into the register "
		    "(-k puts the others)", refused);
	return out_finish(status);
}
