#ifndef IO_REG_H
#define IO_REG_H

/*
 * The register: the one place that keeps state; civutils-register(5).
 *
 * It holds a typed table for each kind of record and the journal of every
 * change.  Any failure (no such register, not a register, locked, a full
 * disk, a schema that no longer agrees with its table) is trouble and dies
 * here; what was not committed is then as if it had never been.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/str.h"
#include "civic/schema.h"
#include "io/rec.h"

/* A register's file says what it is by these numbers: "civu", and a form. */
#define REG_WHAT 0x63697675
#define REG_FORM 1

struct reg;
struct reg_table;

enum reg_mode { REG_READ, REG_WRITE };

/* What came of a record. */
enum reg_action { REG_REGISTERED, REG_UPDATED, REG_UNCHANGED, REG_REFUSED };

/* "registered", "updated", "unchanged", "refused". */
const char *reg_action_name(enum reg_action action);

/* The register's file: this one, or else $CIVUTILS_REGISTER or register.db. */
const char *reg_file(const char *option);

/* Make a new register; dies if there is a file of its name, which stays. */
void reg_make(const char *file);

/* Open the register that reg_file names.  It must be there. */
struct reg *reg_open(const char *file, enum reg_mode mode);
void reg_close(struct reg *r);

/*
 * A run's changes are made all or none.  who is the journal's word for the
 * one who makes them: their login name if it is NULL.  What a program
 * prints of its changes, it prints after reg_commit.  Tables of before a
 * beginning or an end are not used after it: they are asked for anew.
 */
void reg_begin(struct reg *r, const char *who);

/* What is begun from now on ends in reg_rollback. */
void reg_rehearse(struct reg *r);

/* Nothing, if nothing was begun. */
void reg_commit(struct reg *r);
void reg_rollback(struct reg *r);

/*
 * The records of a kind.  Between reg_begin and reg_commit the table is made
 * if there is none, and extended if the schema has gained fields; otherwise
 * a kind that was never written has no records.  The schema lives as long.
 */
struct reg_table *reg_table(struct reg *r, const struct schema *s);

/*
 * Put a record: value[i] belongs to the schema's field i.  A value at NULL
 * (p == NULL) is not spoken of and stays as it is in the register; an empty
 * one takes away what is there.  The record as it then is must fit the
 * schema, and what it refers to must be in the register; if not, nothing is
 * changed, the faults are kept until the next reg_put, and the action is
 * REG_REFUSED.
 *
 * The same record again is REG_UNCHANGED, and the journal says nothing of it.
 */
enum reg_action reg_put(struct reg_table *t, const struct str *value);

struct reg_fault {
	size_t field;		/* of the schema */
	struct str value, why;	/* "not a date (YYYY-MM-DD)" */
};
size_t reg_faults(const struct reg_table *t, const struct reg_fault **fault);

/*
 * Put the record in hand of an input; place[i] is the input's field for the
 * schema's field i, or REC_NONE for one that is not spoken of.  The faults
 * are told by rec_refuse.
 */
enum reg_action reg_put_record(struct reg_table *t, struct rec *in,
    const size_t *place);

/*
 * The record with this key: key[i] belongs to the schema's key[i].  The
 * values, one for each field of the schema and written as people write
 * them, live until the next reg_put, reg_get or reg_twin of the table.  NULL
 * if there is none.
 */
const struct str *reg_get(struct reg_table *t, const struct str *key);

/*
 * Records of a kind that should perhaps be one: they have the same values,
 * folded (name_fold), in these fields of the schema.  Names a set of
 * fields, once, after reg_begin and before the first reg_put; returns its
 * number.
 */
size_t reg_twins(struct reg_table *t, const size_t *field, size_t count);

/*
 * Another record (with another key) that is a twin of this one, which itself
 * need not be in the register; of several, the one first registered.  Its
 * values as reg_get gives them; NULL if there is none, or if one of the
 * fields is empty.  value[i] belongs to the schema's field i.
 */
const struct str *reg_twin(struct reg_table *t, size_t twins,
    const struct str *value);

/* For the other modules of the register, which read it their own way. */
struct sql *reg_sql(struct reg *r);
struct store *reg_store(struct reg_table *t);
const struct schema *reg_schema(const struct reg_table *t);

#endif
