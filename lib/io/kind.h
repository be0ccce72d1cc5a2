#ifndef IO_KIND_H
#define IO_KIND_H

/* Schemas and vocabularies from their YAML files; all trouble dies. */

#include "base/arena.h"
#include "civic/schema.h"
#include "civic/vocab.h"
#include "io/rec.h"
#include "io/rules.h"

/* share/schema/KIND.yaml with the vocabularies it names. */
const struct schema *kind_schema(struct arena *a, const char *kind);

/* share/vocab/NAME.yaml, which is read once and lives until the end. */
const struct vocab *kind_vocab(const char *name);

/* The same, as a rule names it: one of the share, not any file. */
const struct vocab *kind_vocab_of(struct arena *a, const struct rule *at,
    struct str name);

/*
 * Check the record in hand against a schema and refuse it (rec_refuse) for
 * each fault, all at once.  place[i] is the input's field for the schema's
 * field i, or REC_NONE.  True if nothing is wrong.
 */
bool kind_check(const struct schema *s, struct rec *in, const size_t *place);

/* Refuse it for one fault, in the same words: "...: field: why: 'value'". */
void kind_refuse(struct rec *in, size_t place, struct str why,
    struct str value);

/*
 * The places of the schema's fields in an input; dies if a required one is
 * missing, with the nearest name.  For changes of records that are there
 * already, only the fields of the key are required.
 */
size_t *kind_places(struct arena *a, const struct schema *s,
    const struct rec *in);
size_t *kind_places_of_change(struct arena *a, const struct schema *s,
    const struct rec *in);

/* The place of a field that must be there: dies with the nearest name. */
size_t kind_field(const struct schema *s, struct str name);

/*
 * The same for a field that a program needs of a schema: "FILE:LINE: no field
 * 'form', which NEEDER need".  kind_need_vocab also wants it to be one of a
 * vocabulary.
 */
size_t kind_need(const struct schema *s, const char *name,
    const char *needer);
const struct vocab *kind_need_vocab(const struct schema *s, const char *name,
    const char *needer);

/*
 * Die if the input has a field that the schema has not, with the nearest
 * name: where only what the schema has is kept, the field would be lost.
 */
void kind_no_other(const struct schema *s, const struct rec *in);

#endif
