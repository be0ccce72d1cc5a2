#include "io/control_law.h"

#include "io/calendar_rules.h"
#include "io/codes.h"
#include "io/kind.h"
#include "io/rules.h"
#include "io/term_rules.h"

struct reader {
	struct arena *arena;
	const struct schema *kind;
	const struct calendar *calendar;
	const struct vocab *forms, *standings;
};

static struct control_codes
read_codes(const struct reader *r, const struct rule *list,
    const struct vocab *v)
{
	struct control_codes codes = { 0 };

	if (list != NULL)
		codes.code = codes_read(r->arena, list, v, &codes.count);
	return codes;
}

static struct terms_book *
read_term(const struct reader *r, const struct rule *map)
{
	struct terms_book *book = arena_alloc(r->arena, sizeof(*book));
	struct str name = rules_text(rules_need(map, "term"));

	*book = terms_open(r->arena, term_rules_read(r->arena,
	    arena_string(r->arena, name)), r->calendar);
	return book;
}

/* A term is counted to the end or to the beginning, as its rule needs it. */
static void
check_direction(const struct rule *map, const struct terms_book *book,
    bool backward)
{
	for (size_t i = 0; i < book->term->count; i++)
		if (book->term->edition[i].backward != backward)
			rules_die(rules_get(map, "term"), "a term that is "
			    "%scounted back: '%.*s'", backward ? "not " : "",
			    STR_ARG(book->term->name));
}

static void
read_notices(const struct reader *r, struct control_law *law,
    const struct rule *list)
{
	if (rules_list(list)->count > CONTROL_NOTICES_MAX)
		rules_die(list, "more than %d notices", CONTROL_NOTICES_MAX);
	for (size_t i = 0; i < list->count; i++) {
		const struct rule *map = rules_map(&list->item[i]);
		struct control_notice *n = &law->notice[law->notices++];

		rules_keys(map, "term forms by before");
		n->book = read_term(r, map);
		check_direction(map, n->book, true);
		n->forms = read_codes(r, rules_need(map, "forms"), r->forms);
		n->by = read_codes(r, rules_get(map, "by"), r->standings);
		n->before = (enum control_day)rules_choice(
		    rules_need(map, "before"), "from until decision_on");
	}
}

static void
read_subjects(const struct reader *r, struct control_law *law,
    const struct rule *map)
{
	rules_keys(rules_map(map), "cite standing");
	law->subjects_cite = rules_text(rules_need(map, "cite"));
	law->standing = read_codes(r, rules_need(map, "standing"),
	    r->standings);
}

/* The place of a field of the kind; dies with the nearest. */
static size_t
read_field(const struct reader *r, const struct rule *name)
{
	size_t place = schema_field(r->kind, rules_text(name)), near;
	struct str *names;

	if (place != STR_NONE)
		return place;
	names = arena_array(r->arena, r->kind->count, sizeof(*names));
	for (size_t i = 0; i < r->kind->count; i++)
		names[i] = r->kind->field[i].name;
	near = str_nearest(name->text, names, r->kind->count);
	if (near == STR_NONE)
		rules_die(name, "not a field of the kind '%.*s': '%.*s'",
		    STR_ARG(r->kind->kind), STR_ARG(name->text));
	rules_die(name, "not a field of the kind '%.*s': '%.*s'; did you mean "
	    "'%.*s'?", STR_ARG(r->kind->kind), STR_ARG(name->text),
	    STR_ARG(names[near]));
}

static void
read_document(const struct reader *r, struct control_law *law,
    const struct rule *map)
{
	const struct rule *list = rules_need(rules_map(map), "needs");
	size_t *need;
	struct str *name;

	rules_keys(map, "cite needs");
	law->document_cite = rules_text(rules_need(map, "cite"));
	need = arena_array(r->arena, rules_list(list)->count, sizeof(*need));
	name = arena_array(r->arena, list->count, sizeof(*name));
	for (size_t i = 0; i < list->count; i++) {
		need[i] = read_field(r, &list->item[i]);
		name[i] = list->item[i].text;
	}
	law->need = need;
	law->need_name = (struct control_codes){ name, list->count };
}

static void
read_sending(const struct reader *r, struct control_law *law,
    const struct rule *map)
{
	static const enum control_day day[] = { CONTROL_FROM, CONTROL_UNTIL,
		CONTROL_DOCUMENT };
	const struct rule *after = rules_need(rules_map(map), "after");

	rules_keys(map, "term after");
	law->sending = read_term(r, map);
	check_direction(map, law->sending, false);
	if (rules_list(after)->count == 0 || after->count > CONTROL_DAYS)
		rules_die(after, "1 to %d days, not %zu", CONTROL_DAYS,
		    after->count);
	for (size_t i = 0; i < after->count; i++)
		law->after[law->afters++] = day[rules_choice(&after->item[i],
		    "from until document_on")];
}

static void
read_edition(const struct reader *r, struct control_law *law,
    const struct rule *map)
{
	const struct rule *answer;

	rules_keys(rules_map(map), "from cite notice subjects document "
	    "sending answer");
	law->from = rules_date(rules_need(map, "from"));
	(void)rules_text(rules_need(map, "cite"));
	read_notices(r, law, rules_need(map, "notice"));
	read_subjects(r, law, rules_need(map, "subjects"));
	read_document(r, law, rules_need(map, "document"));
	read_sending(r, law, rules_need(map, "sending"));
	answer = rules_map(rules_need(map, "answer"));
	rules_keys(answer, "term");
	law->answer = read_term(r, answer);
	check_direction(answer, law->answer, false);
}

struct control_laws
control_law_read(struct arena *a, const char *name, const struct schema *kind)
{
	const struct rule *top = rules_file(a, name, "control"), *list;
	struct reader r = { a, kind, calendar_rules_read(a, "calendar"),
		kind_vocab("control_forms"), kind_vocab("control_standings") };
	struct control_law *law;

	rules_keys(top, "rules title cite editions");
	list = rules_list(rules_need(top, "editions"));
	if (list->count == 0)
		rules_die(list, "no edition");
	law = arena_array(a, list->count, sizeof(*law));
	for (size_t i = 0; i < list->count; i++) {
		read_edition(&r, &law[i], &list->item[i]);
		if (i > 0 && law[i].from <= law[i - 1].from)
			rules_die(&list->item[i], "an edition must begin "
			    "after the one before it");
	}
	return (struct control_laws){ law, list->count };
}
