#include <stdlib.h>

#include "base/map.h"
#include "io/json.h"
#include "io/json_find.h"
#include "io/json_object.h"
#include "io/json_out.h"

struct json {
	struct foreign f;	/* first: the one is cast to the other */
	const struct json_format *format;
	struct json_find find;
	struct map keys;	/* of the fields */
	struct json_path own;	/* the same as a tree, if none is given */
	struct json_object object;
	bool again;		/* the object in hand is to be read again */
};

static struct json *
json_of(struct foreign *f)
{
	return (struct json *)(void *)f;
}

static bool
find(struct json *j)
{
	if (j->again) {
		j->again = false;
		return true;
	}
	return json_find_next(&j->find);
}

/*
 * The keys are the fields.  Unless they are given, they come before what is
 * refused, whose first object may have other keys.
 */
static void
take_keys(struct json *j)
{
	struct foreign *f = &j->f;

	f->count = j->keys.count;
	f->name = arena_array(&f->run, f->count + 1, sizeof(*f->name));
	f->value = arena_array(&f->run, f->count + 1, sizeof(*f->value));
	for (size_t i = 0; i < f->count; i++) {
		f->name[i] = map_key(&j->keys, i);
		if (j->format->paths == NULL)
			json_path_add_key(&f->run, &j->own, f->name[i], i);
	}
	/* What is kept is on lines, also of files that are documents. */
	if (j->format->names == NULL || j->format->records.ways > 0)
		json_out_names(&f->preamble, f->name, f->count);
}

/* A name of a field: a new one in the first file, the same in the others. */
static void
take_name(struct json *j, struct str name, size_t number)
{
	const struct foreign *f = &j->f;
	const char *file = f->text.source.name;

	if (f->name == NULL && map_add(&j->keys, name) != number)
		die("%s:%zu: the name '%.*s' is there twice", file, f->line,
		    STR_ARG(foreign_shown(name)));
	if (f->name != NULL && j->format->names == NULL &&
	    map_find(&j->keys, name) != number)
		die("%s:%zu: the names are not those of the first file", file,
		    f->line);
}

/* An array of names, on a line, before all objects. */
static void
read_names(struct json *j)
{
	struct foreign *f = &j->f;
	struct json_scan *s = &j->object.scan;
	const char *file = f->text.source.name;
	size_t count = 0;
	struct str name;
	bool more = true;

	if (!json_find_line(&j->find))
		die("%s:1: over " FOREIGN_LIMIT " in the names of the fields",
		    file);
	json_scan_start(s, f->source);
	for (json_scan_take(s, '['); more; more = json_scan_take(s, ',')) {
		json_scan_space(s);
		if (!json_scan_take(s, '"') || !json_scan_string(s, &name) ||
		    s->fault[0] != '\0')
			break;
		json_scan_space(s);
		take_name(j, name, count++);
	}
	more |= !json_scan_take(s, ']');
	json_scan_space(s);
	if (more || s->rest.n > 0)
		die("%s:%zu: not a line of names in JSON", file, f->line);
	if (f->name != NULL && j->format->names == NULL && count != f->count)
		die("%s:%zu: %zu name%s, but %zu in the first file", file,
		    f->line, count, count == 1 ? "" : "s", f->count);
	if (f->name == NULL)
		take_keys(j);
}

/* Open the next file, up to its first object.  False after the last. */
static bool
open_next(struct json *j)
{
	if (!encoding_next(&j->f.text))
		return false;
	if (json_find_names(&j->find))
		read_names(j);
	return true;
}

/* The keys of the first object, which is then read again. */
static void
first_object(struct json *j)
{
	struct foreign *f = &j->f;

	while (f->name == NULL && !find(j))
		if (!open_next(j))
			die("%s: no object to name the fields; give them with "
			    "-N", f->text.source.name);
	if (f->name != NULL)
		return;
	j->object.keys = &j->keys;
	if (!json_object_read(&j->object))
		die("%s:%zu: in the first object, which names the fields: "
		    "%.*s; mend it or give the names with -N",
		    f->text.source.name, f->line,
		    STR_ARG(buf_str(&j->object.why)));
	if (j->keys.count == 0)
		die("%s:%zu: the first object, which names the fields, has no "
		    "keys; give the names with -N", f->text.source.name,
		    f->line);
	j->object.keys = NULL;
	j->again = true;
	take_keys(j);
}

struct foreign *
json_open(char **files, const struct json_format *format)
{
	struct json *j = calloc(1, sizeof(*j));

	if (j == NULL)
		die("out of memory");
	j->format = format;
	j->find.f = &j->f;
	j->find.doc = format->records;
	j->own.field = JSON_PATH_NONE;
	j->object.f = &j->f;
	j->object.tree = format->paths != NULL ? format->paths : &j->own;
	j->object.pass_over = format->pass_over;
	j->object.nested_drop = format->nested_drop;
	encoding_open(&j->f.text, files, format->encoding);
	for (size_t i = 0; format->names != NULL && i < format->count; i++)
		map_add(&j->keys, format->names[i]);
	if (format->names != NULL)
		take_keys(j);
	open_next(j);
	first_object(j);
	return &j->f;
}

bool
json_next(struct foreign *f)
{
	struct json *j = json_of(f);

	for (;;) {
		f->refused_now = false;
		if (find(j)) {
			if (json_object_read(&j->object) && j->object.good)
				return true;
		} else if (!open_next(j)) {
			return false;
		}
	}
}

int
json_close(struct foreign *f)
{
	struct json *j = json_of(f);
	int status;

	json_path_free(&j->own);
	status = foreign_close(f);
	map_free(&j->keys);
	json_object_free(&j->object);
	free(j);
	return status;
}
