#include "civic/agree_icc.h"

/*
 * Sums of squares are taken of differences from means, which are quotients of
 * whole numbers: where marks do not differ, the difference is truly 0.
 */
struct icc {
	double *mean;		/* of each unit */
	double *column;		/* of each expert: the sum, then the mean */
	double grand, units, marks;
	double marks_squared;	/* sum over units */
	double between, within, columns, rest;	/* sums of squares */
};

void
agree_icc_new(struct agree_work *w)
{
	struct icc *own = arena_alloc(w->arena, sizeof(*own));

	w->own = own;
	own->mean = arena_array(w->arena, w->units, sizeof(double));
	own->column = arena_array(w->arena, w->panel->experts,
	    sizeof(double));
}

static double
number(const struct agree_work *w, const struct panel_mark *mark)
{
	return w->panel->number[mark->value];
}

static void
find_means(const struct agree_work *w)
{
	struct icc *own = w->own;
	const struct panel_mark *mark;
	double all = 0;

	own->units = own->marks = own->marks_squared = 0;
	for (size_t i = 0; i < w->units; i++) {
		double times = agree_times(w, i), sum = 0, marks, squared;
		uint32_t n = agree_marks(w, i, &mark);

		for (uint32_t k = 0; k < n; k++)
			sum += number(w, &mark[k]);
		own->mean[i] = sum / n;
		sum *= times;
		all += sum;
		marks = times * n;
		squared = marks * n;
		own->units += times;
		own->marks += marks;
		own->marks_squared += squared;
	}
	own->grand = all / own->marks;
}

static double
squared(double x)
{
	return x * x;
}

static void
find_squares(const struct agree_work *w)
{
	struct icc *own = w->own;
	const struct panel_mark *mark;

	own->between = own->within = 0;
	for (size_t i = 0; i < w->units; i++) {
		double times = agree_times(w, i), within = 0, between;
		uint32_t n = agree_marks(w, i, &mark);

		if (times == 0)
			continue;
		for (uint32_t k = 0; k < n; k++)
			within += squared(number(w, &mark[k]) - own->mean[i]);
		within *= times;
		between = squared(own->mean[i] - own->grand) * n * times;
		own->within += within;
		own->between += between;
	}
}

static double
in_marks(const struct agree_work *w, double mean_square)
{
	return mean_square * w->panel->step * w->panel->step;
}

void
agree_icc_one_way(struct agree_work *w, struct agree_answer *out)
{
	struct icc *own = w->own;
	double k, between, within;

	find_means(w);
	if (own->units < 2) {
		out->why[AGREE_ICC_1_1] = out->why[AGREE_ICC_1_K] =
		    "fewer than two applications have two marks";
		return;
	}
	find_squares(w);
	k = (own->marks - own->marks_squared / own->marks) / (own->units - 1);
	between = own->between / (own->units - 1);
	within = own->within / (own->marks - own->units);
	if (between == 0 && within == 0)
		out->why[AGREE_ICC_1_1] = "all marks are the same";
	if (between == 0)
		out->why[AGREE_ICC_1_K] = within == 0
		    ? "all marks are the same"
		    : "the applications' means are all the same";
	double others = (k - 1) * within;

	out->value[AGREE_ICC_1_1] = (between - within) / (between + others);
	out->value[AGREE_ICC_1_K] = (between - within) / between;
	out->part[0] = (struct agree_part){ "ms_applications",
		in_marks(w, between) };
	out->part[1] = (struct agree_part){ "ms_within",
		in_marks(w, within) };
	out->part[2] = (struct agree_part){ "k", k };
	out->parts = 3;
}

/* What the experts differ, and what neither they nor the units explain. */
static void
find_columns(const struct agree_work *w)
{
	struct icc *own = w->own;
	size_t experts = w->panel->experts;
	const struct panel_mark *mark;

	for (size_t e = 0; e < experts; e++)
		own->column[e] = 0;
	for (size_t i = 0; i < w->units; i++) {
		double times = agree_times(w, i);

		agree_marks(w, i, &mark);
		for (size_t e = 0; e < experts; e++) {
			double all = times * number(w, &mark[e]);

			own->column[e] += all;
		}
	}
	own->columns = own->rest = 0;
	for (size_t e = 0; e < experts; e++) {
		own->column[e] /= own->units;
		own->columns += squared(own->column[e] - own->grand);
	}
	own->columns *= own->units;
	for (size_t i = 0; i < w->units; i++) {
		double row = own->mean[i] - own->grand, sum = 0;

		agree_marks(w, i, &mark);
		for (size_t e = 0; e < experts; e++)
			sum += squared(number(w, &mark[e]) - own->column[e] -
			    row);
		sum *= agree_times(w, i);
		own->rest += sum;
	}
}

static void
set(struct agree_answer *out, enum agree_which which, double above,
    double below, const char *why)
{
	if (below > 0)
		out->value[which] = above / below;
	else
		out->why[which] = why;
}

void
agree_icc_two_way(struct agree_work *w, struct agree_answer *out)
{
	struct icc *own = w->own;
	double k = (double)w->panel->experts, n, rows, columns, rest, bias;
	double others, spread;

	find_means(w);
	find_squares(w);
	find_columns(w);
	n = own->units;
	rows = own->between / (n - 1);
	columns = own->columns / (k - 1);
	rest = own->rest / (n - 1) / (k - 1);
	bias = (columns - rest) / n;
	others = (k - 1) * rest;
	spread = k * bias;
	set(out, AGREE_ICC_2_1, rows - rest, rows + others + spread,
	    "neither applications nor experts differ");
	set(out, AGREE_ICC_3_1, rows - rest, rows + others,
	    "the applications do not differ");
	set(out, AGREE_ICC_2_K, rows - rest, rows + bias, rows > 0 ?
	    "the applications differ less than chance alone would have it" :
	    "the applications do not differ");
	set(out, AGREE_ICC_3_K, rows - rest, rows,
	    "the applications do not differ");
	out->part[0] = (struct agree_part){ "ms_applications",
		in_marks(w, rows) };
	out->part[1] = (struct agree_part){ "ms_experts",
		in_marks(w, columns) };
	out->part[2] = (struct agree_part){ "ms_error", in_marks(w, rest) };
	out->parts = 3;
}
