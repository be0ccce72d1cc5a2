#include "io/row.h"

#include "base/buf.h"
#include "civic/date.h"
#include "civic/decimal.h"
#include "civic/schema.h"
#include "io/kind.h"

enum { ID_MAX = 100, MONEY_PLACES = 2 };
#define MONEY_MAX (decimal_scale(18) - 1)

void
row_open(struct row *r, struct rec *in, const struct row_field *field,
    size_t count)
{
	r->in = in;
	r->field = field;
	r->count = count;
	for (size_t i = 0; i < count; i++)
		r->place[i] = field[i].need == ROW_MAY_BE_MISSING ?
		    rec_field_if(in, field[i].name) :
		    rec_field(in, field[i].name);
}

struct rec *
row_open_file(struct row *r, const char *file, const struct row_field *field,
    size_t count)
{
	r->file[0] = (char *)file;
	r->file[1] = NULL;
	row_open(r, rec_open(r->file), field, count);
	return r->in;
}

/* What a schema would say of such a field, so that the words are the same. */
static struct schema_field
as_schema(const struct row_field *f)
{
	static const enum schema_type type[] = {
		[ROW_ID] = SCHEMA_TEXT, [ROW_TEXT] = SCHEMA_TEXT,
		[ROW_NUMBER] = SCHEMA_INTEGER, [ROW_MONEY] = SCHEMA_MONEY,
		[ROW_DATE] = SCHEMA_DATE,
	};

	return (struct schema_field){
		.type = type[f->type],
		.required = f->need == ROW_VALUE,
		.places = f->type == ROW_MONEY ? MONEY_PLACES : 0,
		.longest = f->type == ROW_ID ? ID_MAX : 0,
		.has_min = f->type == ROW_MONEY || f->type == ROW_NUMBER,
		.min = 1,
		.has_max = f->type == ROW_NUMBER,
		.max = ROW_NUMBER_MAX,
	};
}

/* Texts in few bytes are those in few characters. */
static bool
is_good(const struct row_field *f, struct str s, int64_t *units)
{
	long day;

	switch (f->type) {
	case ROW_ID:
		return s.n <= ID_MAX;
	case ROW_TEXT:
		return true;
	case ROW_NUMBER:
		return decimal_parse(s, 0, units) && *units >= 1 &&
		    *units <= ROW_NUMBER_MAX;
	case ROW_MONEY:
		return decimal_parse(s, MONEY_PLACES, units) && *units >= 1 &&
		    *units <= MONEY_MAX;
	case ROW_DATE:
		if (!date_parse(s, &day))
			return false;
		*units = day;
		return true;
	}
	return false;
}

/* The value is not good at first sight: is it wrong? */
static bool
look_closer(struct row *r, size_t i)
{
	struct schema_field f = as_schema(&r->field[i]);
	struct buf why = { 0 };
	bool fits = schema_fits(&f, r->text[i], &why);

	if (!fits)
		kind_refuse(r->in, r->place[i], buf_str(&why), r->text[i]);
	buf_free(&why);
	return fits;
}

bool
row_read(struct row *r)
{
	bool good = true;

	for (size_t i = 0; i < r->count; i++) {
		r->text[i] = rec_value(r->in, r->place[i]);
		r->units[i] = ROW_EMPTY;
		if (r->text[i].n == 0) {
			if (r->field[i].need == ROW_VALUE)
				good &= look_closer(r, i);
		} else if (!is_good(&r->field[i], r->text[i], &r->units[i]))
			good &= look_closer(r, i);
	}
	return good;
}
