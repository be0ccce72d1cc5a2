#include <stdarg.h>
#include <stdio.h>

#include "io/json_object.h"

/* How a value is reached; each step stands in the call that took it. */
struct step {
	const struct step *above;	/* NULL for the object itself */
	struct str key;
	size_t index;			/* of an item, whose key.p is NULL */
	size_t depth;
};

static const struct str nothing = { "", 0 };

/* What no field is within: all of it is read, and nothing is said of it. */
static struct json_path unread = { .field = JSON_PATH_NONE };

/* Append the way to a value, as a message shows it. */
static void
append_way(struct buf *out, const struct step *at)
{
	if (at->above == NULL)
		return;
	append_way(out, at->above);
	if (at->key.p == NULL)
		buf_printf(out, "[%zu]", at->index);
	else
		buf_printf(out, "%s%.*s", out->n > 0 ? "." : "",
		    STR_ARG(at->key));
}

/* Refuse the object, and read it on for other faults. */
static void
refuse(struct json_object *o, struct str way, const char *text)
{
	way = foreign_shown(way);
	o->good = false;
	if (o->keys == NULL)
		foreign_refuse(o->f, way, "%s", text);
	else if (o->why.n == 0)
		buf_printf(&o->why, "%.*s%s%s", STR_ARG(way),
		    way.n > 0 ? ": " : "", text);
}

static void PRINTF(3, 4)
fault(struct json_object *o, const struct step *at, const char *fmt, ...)
{
	struct buf way = { 0 };
	char text[200];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	append_way(&way, at);
	refuse(o, buf_str(&way), text);
	buf_free(&way);
}

/* Refuse the object for what stands where the reading has come to. */
static bool
wanted(struct json_object *o, const char *what)
{
	static const struct step top = { 0 };
	struct str rest = o->scan.rest;

	if (rest.n == 0)
		fault(o, &top, "not JSON: it ends where %s is wanted", what);
	else
		fault(o, &top, "not JSON: %s is wanted: '%.*s'", what,
		    STR_ARG(foreign_shown(rest)));
	return false;
}

/* A string whose first quote is taken. */
static bool
take_string(struct json_object *o, const struct step *at, struct str *out)
{
	bool good = json_scan_string(&o->scan, out);

	if (o->scan.fault[0] != '\0')
		fault(o, at, "%s", o->scan.fault);
	return good || wanted(o, o->scan.wanted);
}

/* Another thing than what must stand here. */
static void
other_kind(struct json_object *o, const struct step *at,
    const struct json_path *to, const char *what)
{
	fault(o, at, "%s is wanted, not %s", to->object ? "an object" :
	    "an array", what);
}

/* A string, a number, true, false or null. */
static bool
take_plain(struct json_object *o, const struct step *at,
    const struct json_path *to)
{
	bool string = json_scan_take(&o->scan, '"');
	struct str value;

	if (string) {
		if (!take_string(o, at, &value))
			return false;
	} else {
		if (!json_scan_word(&o->scan, &value))
			return wanted(o, o->scan.wanted);
		if (o->scan.fault[0] != '\0')
			fault(o, at, "%s", o->scan.fault);
	}
	if (to->field != JSON_PATH_NONE)
		o->f->value[to->field] = value;
	else if (to->count > 0 && (string || value.n > 0))
		other_kind(o, at, to, string ? "a string" : "a single value");
	return true;
}

/* An object or array of which no field is made. */
static void
refuse_nested(struct json_object *o, const struct step *at)
{
	struct buf way = { 0 };

	append_way(&way, at);
	json_scan_way(&o->scan, &way);
	refuse(o, buf_str(&way), o->scan.rest.p[0] == '{' ?
	    "an object as a value; records are flat" :
	    "an array as a value; records are flat");
	buf_free(&way);
}

/* Where a member or item leads, which is for no field if it is NULL. */
static struct json_path *
lead(struct json_object *o, const struct step *at, struct json_path *to)
{
	char c = o->scan.rest.n > 0 ? o->scan.rest.p[0] : '\0';

	if (to == NULL && (c == '{' || c == '[')) {
		if (!o->nested_drop)
			refuse_nested(o, at);
	} else if (to == NULL && at->depth > 0 && !o->nested_drop) {
		fault(o, at, "no path of the map names it; name it, or say "
		    "nested: drop");
	}
	if (to == NULL)
		return &unread;
	if (to != &unread && to->seen == o->objects)
		fault(o, at, "the key is there twice");
	to->seen = o->objects;
	return to;
}

static bool take_value(struct json_object *o, const struct step *at,
    struct json_path *to);

/* The member of an object, whose way goes on from there. */
static bool
take_member(struct json_object *o, const struct step *above,
    struct json_path *from)
{
	struct step at = { above, nothing, 0, above->depth };
	struct json_path *to = from;
	bool nested;

	if (!json_scan_take(&o->scan, '"'))
		return wanted(o, "a key in quotes");
	if (!take_string(o, above, &at.key))
		return false;
	json_scan_space(&o->scan);
	if (!json_scan_take(&o->scan, ':'))
		return wanted(o, "a colon");
	json_scan_space(&o->scan);
	if (from != &unread)
		to = json_path_key(from, at.key);
	nested = o->scan.rest.n > 0 && (o->scan.rest.p[0] == '{' ||
	    o->scan.rest.p[0] == '[');
	if (o->keys != NULL && from == o->tree) {
		if (!nested || !o->nested_drop)
			map_add(o->keys, at.key);
	} else if (to == NULL && from == o->tree && !o->pass_over &&
	    !(nested && o->nested_drop)) {
		fault(o, &at, "a key that is none of the fields");
	}
	return take_value(o, &at, lead(o, &at, to));
}

static bool
take_item(struct json_object *o, const struct step *above,
    struct json_path *from, size_t index)
{
	struct step at = { above, { NULL, 0 }, index, above->depth };
	struct json_path *to = from == &unread ? from :
	    json_path_item(from, index);

	return take_value(o, &at, lead(o, &at, to));
}

/* Whether a list goes on behind a member or item, with a comma. */
static bool
goes_on(struct json_object *o, char closing, bool *good)
{
	json_scan_space(&o->scan);
	*good = true;
	if (json_scan_take(&o->scan, closing))
		return false;
	*good = json_scan_take(&o->scan, ',');
	if (!*good)
		wanted(o, closing == '}' ? "a comma or }" : "a comma or ]");
	json_scan_space(&o->scan);
	return *good;
}

/* An object or array whose first bracket is taken. */
static bool
take_list(struct json_object *o, const struct step *at, struct json_path *from,
    char closing)
{
	size_t n = 0;
	bool good;

	json_scan_space(&o->scan);
	if (json_scan_take(&o->scan, closing))
		return true;
	do {
		if (!(closing == '}' ? take_member(o, at, from) :
		    take_item(o, at, from, n++)))
			return false;
	} while (goes_on(o, closing, &good));
	return good;
}

static bool
take_value(struct json_object *o, const struct step *at, struct json_path *to)
{
	struct step in = *at;
	bool object = o->scan.rest.n > 0 && o->scan.rest.p[0] == '{';

	if (!object && (o->scan.rest.n == 0 || o->scan.rest.p[0] != '['))
		return take_plain(o, at, to);
	if (++in.depth > JSON_SCAN_DEPTH) {
		static const struct step top = { 0 };

		fault(o, &top, "objects or arrays in each other deeper than "
		    "%d", JSON_SCAN_DEPTH);
		return false;
	}
	if (to->field != JSON_PATH_NONE) {
		refuse_nested(o, at);
		to = &unread;
	} else if (to->count > 0 && (object ? !to->object : !to->array)) {
		other_kind(o, at, to, object ? "an object" : "an array");
		to = &unread;
	}
	json_scan_take(&o->scan, object ? '{' : '[');
	return take_list(o, &in, to, object ? '}' : ']');
}

bool
json_object_read(struct json_object *o)
{
	static const struct step top = { 0 };

	json_scan_start(&o->scan, o->f->source);
	o->good = true;
	o->objects++;
	for (size_t i = 0; o->keys == NULL && i < o->f->count; i++)
		o->f->value[i] = nothing;
	json_scan_space(&o->scan);
	if (!json_scan_take(&o->scan, '{'))
		return wanted(o, "an object on a line");
	if (!take_list(o, &top, o->tree, '}'))
		return false;
	json_scan_space(&o->scan);
	return o->scan.rest.n == 0 || wanted(o, "the end of the line");
}

void
json_object_free(struct json_object *o)
{
	json_scan_free(&o->scan);
	buf_free(&o->why);
}
