#ifndef IO_ROUTED_MODEL_H
#define IO_ROUTED_MODEL_H

/*
 * What forum-route(1) asks a model after its rules, and prints of it.
 * value[i] is the value of role i, as civic/route.h says.
 */

#include "base/arena.h"
#include "civic/model.h"
#include "civic/route.h"

struct routed_model {
	struct model model;
	struct model_answer answer;	/* to what the rules left, if asked */
	bool asked;

	/* The rest is for routed_model.c alone. */
	struct words words;
	size_t *body;		/* of the route, by those of the model */
};

/*
 * Read a model for a route that is not built yet, of which it asks its
 * letters; r->asks_model is then true.  Dies if the rules do not say when a
 * model may answer, or have no such body.
 */
void routed_model_open(struct routed_model *g, struct arena *a,
    struct route *r, const char *file);

/* Ask the model what the rules leave to it, and change their answer. */
void routed_model_ask(struct routed_model *g, struct route *r,
    struct route_answer *answer);

/* If it was asked: a record for each word, as routed_hits prints stems. */
void routed_model_hits(const struct routed_model *g, const struct route *r,
    const struct str *value);

#endif
