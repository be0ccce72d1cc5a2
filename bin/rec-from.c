/* rec-from: turn CSV or JSON into records. */

#include <string.h>

#include "base/choice.h"
#include "base/map.h"
#include "base/options.h"
#include "civic/formula.h"
#include "io/csv.h"
#include "io/fieldmap.h"
#include "io/json.h"
#include "io/out.h"

static const char *delimiter, *encoding, *map_name, *names, *rejects;
static bool excel, no_header, no_quotes;
static const struct option_line options[] = {
	{ 'D', "delimiter", "delimiter", "what separates the values of CSV: a "
	    "sign, or tab", .text = &delimiter },
	{ 'E', "encoding", "encoding", "utf-8, utf-16, utf-16le, utf-16be, "
	    "cp1251, rk1048, pt154", .text = &encoding },
	{ 'm', "map", "map", "rename and convert fields as this map says",
	    .text = &map_name },
	{ 'N', "names", "names", "name the columns of CSV, or the keys of JSON "
	    "to take", .text = &names },
	{ 'x', "rejects", "file", "keep the text of refused records in file",
	    .text = &rejects },
	{ 0, "excel", NULL, "undo what rec-to --excel does", .flag = &excel },
	{ 0, "no-header", NULL, "the first line is a record; needs -N",
	    .flag = &no_header },
	{ 0, "no-quotes", NULL, "a quote is text like any other",
	    .flag = &no_quotes },
	{ 0 }
};
const struct program program = { "rec-from", "csv|json [file ...]",
	"turn CSV or JSON into records", options, "csv json" };

static struct arena run;
static struct str *name_list;
static size_t name_count;

static void
read_names(void)
{
	struct str rest = str_of(names);
	struct map seen = { 0 };

	name_list = arena_array(&run, rest.n + 1, sizeof(*name_list));
	for (bool more = true; more;) {
		struct str name;

		more = memchr(rest.p, ',', rest.n) != NULL;
		name = str_trim(str_cut(&rest, ','));

		if (name.n == 0)
			die("-N: an empty name: '%s'", names);
		if (map_add(&seen, name) != name_count)
			die("-N: twice the name '%.*s'", STR_ARG(name));
		name_list[name_count++] = name;
	}
	map_free(&seen);
}

/* What the options say comes before what the map says. */
static struct foreign *
open_csv(char **files, const struct fieldmap *map)
{
	static struct csv_format format;
	struct str sign = delimiter != NULL ? str_of(delimiter) :
	    excel ? STR(";") : map->delimiter;

	if (no_header && names == NULL)
		die("--no-header needs names: -N");
	if ((delimiter != NULL || sign.n > 0) &&
	    (format.delimiter = csv_delimiter(sign)) == 0)
		die("not a delimiter (one sign, or tab): '%.*s'",
		    STR_ARG(sign));
	format.no_quotes = no_quotes || map->no_quotes;
	format.no_header = no_header;
	format.skip = map->skip;
	format.encoding = encoding != NULL ? encoding : map->encoding;
	format.names = name_list;
	format.count = name_count;
	return csv_open(files, &format);
}

static struct foreign *
open_json(char **files, struct fieldmap *map)
{
	static struct json_format format;

	if (delimiter != NULL || excel || no_header || no_quotes)
		die("-D, --excel, --no-header and --no-quotes are for csv");
	format.names = name_list;
	format.count = name_count;
	if (names == NULL && !map->keeps_others) {
		format.names = map->from;
		format.count = map->froms;
		format.paths = &map->paths;
	}
	format.records = map->records;
	format.nested_drop = map->nested_drop;
	format.pass_over = !map->keeps_others;
	format.encoding = encoding != NULL ? encoding : map->encoding;
	return json_open(files, &format);
}

/* CSV whose values stay as they are goes out line by line. */
static void
copy_csv(struct foreign *in, struct fieldmap *map)
{
	bool whole = !excel && !fieldmap_changes(map);
	struct str line;

	while (csv_next(in)) {
		if (whole && csv_line(in, &line)) {
			out_line(line);
			out_end();
		}
		if (whole)
			continue;
		csv_values(in);
		for (size_t i = 0; excel && i < in->count; i++)
			in->value[i] = formula_bare(in->value[i]);
		fieldmap_write(map, in);
	}
}

int
main(int argc, char *argv[])
{
	char **files = options_parse(argc, argv);
	struct str format = str_of(files[0] != NULL ? files[0] : "");
	bool csv = str_eq(format, STR("csv"));
	struct fieldmap *map;
	struct foreign *in;
	int status;

	if (!csv && !str_eq(format, STR("json")))
		choice_none("format", files[0]);
	files++;
	if (names != NULL)
		read_names();
	map = fieldmap_read(&run, map_name);
	if (fieldmap_changes(map) && !str_eq(map->format, format))
		die("the map %s is for %.*s", map_name, STR_ARG(map->format));
	in = csv ? open_csv(files, map) : open_json(files, map);
	foreign_keep_refused(in, rejects);
	fieldmap_bind(map, in);
	if (csv)
		copy_csv(in, map);
	else
		while (json_next(in))
			fieldmap_write(map, in);
	status = csv ? csv_close(in) : json_close(in);
	return out_finish(status);
}
