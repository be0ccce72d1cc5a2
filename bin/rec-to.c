/* rec-to: turn records into CSV, JSON, a table, Markdown or HTML. */

#include "base/arena.h"
#include "base/choice.h"
#include "base/options.h"
#include "io/export.h"
#include "io/rec.h"

static const char *rejects;
static bool excel;
static const struct option_line options[] = {
	{ 'x', "rejects", "file", "keep refused records in file",
	    .text = &rejects },
	{ 0, "excel", NULL, "csv as Excel opens it: byte order mark, "
	    "semicolons, CR LF, no formulas", .flag = &excel },
	{ 0 }
};
const struct program program = { "rec-to",
	"csv|json|table|markdown|html [file ...]",
	"turn records into CSV, JSON, a table, Markdown or HTML", options,
	"csv json table markdown html" };

static struct arena run;

static struct str *
field_names(const struct rec *in)
{
	struct str *name = arena_array(&run, rec_count(in), sizeof(*name));

	for (size_t i = 0; i < rec_count(in); i++)
		name[i] = rec_name(in, i);
	return name;
}

/* "excel" is no word of ours, but the option of csv. */
static const char *
find_format(const char *word)
{
	struct str format = str_of(word != NULL ? word : "");

	if (excel && str_eq(format, STR("csv")))
		return "excel";
	if (str_eq(format, STR("excel")))
		die("excel is no format, but an option: --excel csv");
	if (word == NULL || !export_is(word))
		choice_none("format", word);
	if (excel)
		die("--excel is for csv");
	return word;
}

int
main(int argc, char *argv[])
{
	char **files = options_parse(argc, argv);
	struct str *value;
	struct export *to;
	struct rec *in;
	const char *format;

	format = find_format(files[0]);
	in = rec_open_whole(files + 1);
	rec_keep_refused(in, rejects);
	to = export_open(format, field_names(in), rec_count(in));
	value = arena_array(&run, rec_count(in), sizeof(*value));
	while (rec_next(in)) {
		for (size_t i = 0; i < rec_count(in); i++)
			value[i] = rec_value(in, i);
		export_row(to, value);
	}
	export_close(to);
	return finish(rec_close(in));
}
