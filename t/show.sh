# shellcheck shell=sh
# Sourced after lib.sh: "./show FIELD ..." prints these fields of a stream, with
# bars between them.

cat >show <<'EOF'
awk -F '\t' -v OFS=' | ' -v names="$*" '
NR == 1 { n = split(names, name, " ")
	for (i = 1; i <= NF; i++) at[$i] = i
	for (i = 1; i <= n; i++) if (!(name[i] in at)) print "no field " name[i] }
{ line = ""
	for (i = 1; i <= n; i++) line = line (i > 1 ? OFS : "") $at[name[i]]
	print line }'
EOF
chmod +x show
