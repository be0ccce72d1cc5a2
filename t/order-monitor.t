#!/bin/sh
# run: order-monitor -d 2026-10-01 contracts.tsv
# shellcheck disable=SC2016 # a $ in a transcript is for its shell
. "${0%/*}/lib.sh"
. "$src/t/show.sh"

cp "$src"/share/examples/*.tsv .

cat >all <<'EOF'
exec order-monitor --lots lots.tsv --milestones milestones.tsv \
    --payments payments.tsv "$@" contracts.tsv
EOF
chmod +x all

try 'the contracts of the story on 1 October' <<'END'
$ ./all -d 2026-10-01 | ./show contract state milestones accepted done due overdue overdue_days next next_on
> contract | state | milestones | accepted | done | due | overdue | overdue_days | next | next_on
> C-1 | running | 3 | 1 | 0 | 2 | 0 |  | milestone 2 | 2026-11-30
> C-2 | overdue | 3 | 1 | 0 | 1 | 1 | 6 | milestone 2 | 2026-09-25
> C-3 | running | 3 | 1 | 0 | 2 | 0 |  | milestone 2 | 2027-05-17
> C-4 | running | 3 | 1 | 1 | 1 | 0 |  | report 2 | 2026-09-30
> C-5 | running | 2 | 1 | 0 | 1 | 0 |  | milestone 2 | 2027-02-14
END

try 'their money' <<'END'
$ ./all -d 2026-10-01 | ./show contract amount paid owed owed_days paid_early paid_over rest wrong
> contract | amount | paid | owed | owed_days | paid_early | paid_over | rest | wrong
> C-1 | 11900000.00 | 7570000.00 | 0.00 |  | 0.00 | 0.00 | 4330000.00 | 
> C-2 | 12000000.50 | 7600000.15 | 0.00 |  | 0.00 | 0.00 | 4400000.35 | 1 milestone overdue by up to 6 days
> C-3 | 29750000.00 | 16925000.00 | 0.00 |  | 8000000.00 | 0.00 | 12825000.00 | 8000000.00 paid before the report was accepted
> C-4 | 7980000.00 | 4994000.00 | 0.00 |  | 0.00 | 0.00 | 2986000.00 | 
> C-5 | 5400000.00 | 3400000.00 | 0.00 |  | 0.00 | 0.00 | 2000000.00 | 
END

try 'the fields that are passed on' <<'END'
$ ./all -d 2026-10-01 | sed -n 2p | cut -f 1-8
> C-1	G-2026-1	A-07	100940999217	11900000.00	2026-05-04	2026-05-11	2027-03-10
END

try 'what was paid and done after the day is not known on it' <<'END'
$ ./all -d 2026-07-25 | ./show contract state accepted done due overdue paid owed owed_days next next_on
> contract | state | accepted | done | due | overdue | paid | owed | owed_days | next | next_on
> C-1 | running | 0 | 0 | 3 | 0 | 3570000.00 | 0.00 |  | milestone 1 | 2026-07-31
> C-2 | running | 0 | 0 | 3 | 0 | 3600000.15 | 0.00 |  | milestone 1 | 2026-08-14
> C-3 | running | 0 | 0 | 3 | 0 | 8925000.00 | 0.00 |  | milestone 1 | 2026-08-31
> C-4 | overdue | 1 | 0 | 2 | 0 | 2394000.00 | 2600000.00 | 1 | payment 2 | 2026-07-24
> C-5 | running | 1 | 0 | 1 | 0 | 1620000.00 | 0.00 |  | payment 2 | 2026-08-05
END

try 'before anything has begun' <<'END'
$ ./all -d 2026-05-01 | ./show contract state paid next next_on wrong
> contract | state | paid | next | next_on | wrong
> C-1 | future | 0.00 | begin | 2026-05-11 | 
> C-2 | future | 0.00 | begin | 2026-05-11 | 
> C-3 | future | 0.00 | begin | 2026-05-18 | 
> C-4 | future | 0.00 | begin | 2026-05-11 | 
> C-5 | future | 0.00 | begin | 2026-05-15 | 
END

try '--check prints what is wrong, and says so by its status' <<'END'
$ ./all --check -d 2026-10-01 | ./show contract wrong; ./all --check -d 2026-10-01 >/dev/null
> contract | wrong
> C-2 | 1 milestone overdue by up to 6 days
> C-3 | 8000000.00 paid before the report was accepted
? 1
END

try '--check of contracts that are well' <<'END'
$ ./all --check -d 2026-06-15 | wc -l; ./all --check -d 2026-06-15 >/dev/null
> 1
END

try '-e has a record for each milestone, payment and contract' <<'END'
$ ./all -e -d 2026-10-01 | ./show contract step no milestone due done report paid amount state days wrong | grep 'C-[34]'
> C-3 | milestone | 1 |  | 2026-08-31 | 2026-08-28 | 2026-09-28 |  |  | accepted |  | 
> C-3 | milestone | 2 |  | 2027-05-17 |  |  |  |  | due |  | 
> C-3 | milestone | 3 |  | 2027-11-17 |  |  |  |  | due |  | 
> C-4 | milestone | 1 |  | 2026-06-30 | 2026-06-30 | 2026-07-10 |  |  | accepted |  | 
> C-4 | milestone | 2 |  | 2026-09-30 | 2026-09-29 |  |  |  | done |  | 
> C-4 | milestone | 3 |  | 2026-11-10 |  |  |  |  | due |  | 
> C-3 | payment | 1 |  | 2026-06-01 |  |  | 2026-05-29 | 8925000.00 | paid |  | 
> C-3 | payment | 2 | 1 | 2026-10-12 |  |  | 2026-09-21 | 8000000.00 | early | 7 | paid before the report was accepted
> C-3 | payment | 3 | 2 | 2027-06-15 |  |  |  | 8000000.00 | waiting |  | 
> C-3 | payment | 4 | 3 | 2027-12-10 |  |  |  | 4825000.00 | waiting |  | 
> C-4 | payment | 1 |  | 2026-05-25 |  |  | 2026-05-25 | 2394000.00 | paid |  | 
> C-4 | payment | 2 | 1 | 2026-07-24 |  |  | 2026-08-07 | 2600000.00 | paid | 14 | 
> C-4 | payment | 3 | 2 | 2026-10-14 |  |  |  | 1986000.00 | waiting |  | 
> C-4 | payment | 4 | 3 | 2026-11-30 |  |  |  | 1000000.00 | waiting |  | 
> C-3 | contract |  |  |  |  |  |  | 29750000.00 | running |  | 8000000.00 paid before the report was accepted
> C-4 | contract |  |  |  |  |  |  | 7980000.00 | running |  | 
END

try '-e --check' <<'END'
$ ./all -e --check -d 2026-10-01 | ./show contract step no title state days; ./all -e --check -d 2026-10-01 >/dev/null
> contract | step | no | title | state | days
> C-2 | milestone | 2 | Открытие клуба | overdue | 6
> C-3 | payment | 2 |  | early | 7
> C-2 | contract |  |  | overdue | 
> C-3 | contract |  |  | running | 
? 1
END

# The two official reports: one member gave 25 of 25; three gave 71 of 75.
try 'evaluations: 25 of 25, and 71 of 75' <<'END'
$ ./all -d 2026-10-01 --evaluations evaluations.tsv -r result-evaluation | ./show contract preliminary preliminary_of final final_of wrong cite
> contract | preliminary | preliminary_of | final | final_of | wrong | cite
> C-1 | 71 | 75 |  |  |  | Order 18 of 15.08.2018, report on the evaluation of results
> C-2 | 26 | 45 |  |  | 1 milestone overdue by up to 6 days; preliminary evaluation: 1 mark missing | Order 18 of 15.08.2018, report on the evaluation of results
> C-3 |  |  |  |  | 8000000.00 paid before the report was accepted | Order 18 of 15.08.2018, report on the evaluation of results
> C-4 |  |  |  |  |  | Order 18 of 15.08.2018, report on the evaluation of results
> C-5 | 25 | 25 |  |  |  | Order 18 of 15.08.2018, report on the evaluation of results
END

try 'the score sheet of the second report, criterion by criterion' <<'END'
$ ./all -e -d 2026-10-01 --evaluations evaluations.tsv -r result-evaluation | ./show contract step title criterion score most state | grep C-1.*evaluation
> C-1 | evaluation | preliminary | relevance | 15 |  | scored
> C-1 | evaluation | preliminary | plan | 14 |  | scored
> C-1 | evaluation | preliminary | result | 13 |  | scored
> C-1 | evaluation | preliminary | continuity | 15 |  | scored
> C-1 | evaluation | preliminary | effect | 14 |  | scored
> C-1 | evaluation | preliminary |  | 71 | 75 | scored
END

try '-e --check has the sheets in which something is wrong' <<'END'
$ ./all -e --check -d 2026-10-01 --evaluations evaluations.tsv -r result-evaluation | ./show contract title criterion score most wrong | grep preliminary
> C-2 | preliminary | relevance | 8 |  | 
> C-2 | preliminary | plan | 5 |  | 
> C-2 | preliminary | result | 6 |  | 
> C-2 | preliminary | continuity | 4 |  | 
> C-2 | preliminary | effect | 3 |  | 
> C-2 | preliminary |  | 26 | 45 | preliminary evaluation: 1 mark missing
> C-2 |  |  |  |  | 1 milestone overdue by up to 6 days; preliminary evaluation: 1 mark missing
END

sed 's/preliminary/final/' evaluations.tsv | grep -v C-2 >final
{ cat evaluations.tsv; sed '1d; s/	4$/	2/' final; } >both
try 'a final evaluation stands beside the preliminary one' <<'END'
$ ./all -d 2026-10-01 --evaluations both -r result-evaluation | ./show contract preliminary preliminary_of final final_of | grep "| [0-9][0-9]*$"
> C-1 | 71 | 75 | 63 | 75
> C-5 | 25 | 25 | 25 | 25
END

sed 's/quorum: 1/quorum: 2/; s/^    centre:/    pass: 72\n    centre:/' \
    "$CIVUTILS_SHARE/rules/result-evaluation.yaml" >two.yaml
try 'a quorum that is not met, and a pass mark' <<'END'
$ ./all -d 2026-06-15 --evaluations evaluations.tsv -r ./two.yaml | ./show contract preliminary preliminary_of wrong
> contract | preliminary | preliminary_of | wrong
> C-1 | 71 | 75 | preliminary evaluation: under the pass mark
> C-2 |  |  | preliminary evaluation: 1 mark missing
> C-3 |  |  | 
> C-4 |  |  | 
> C-5 |  |  | preliminary evaluation: too few experts
END

sed 's/pass: 72/pass: 71/' two.yaml >just.yaml
try 'a score that just passes; what is wrong is no failure without --check' <<'END'
$ ./all -d 2026-06-15 --evaluations evaluations.tsv -r ./just.yaml >out2; echo $?; ./show wrong <out2 | sed -n 2p
> 0
> 
END

sed 's/centre: sum/centre: mean/; s/: 0, half/: 2, half/
    s/criterion: 0, product: 0/criterion: 2, product: 2/' \
    "$CIVUTILS_SHARE/rules/result-evaluation.yaml" >mean.yaml
try 'a rubric of means' <<'END'
$ ./all -d 2026-06-15 --evaluations evaluations.tsv -r ./mean.yaml | ./show contract preliminary preliminary_of | sed -n 2p
> C-1 | 23.67 | 25.00
END

cat >bad <<'EOF'
contract	stage	expert	criterion	mark
C-5	preliminary	E-1	relevance	5
C-9	preliminary	E-1	relevance	5
C-5	prelimnary	E-1	relevance	5
C-5	preliminary	E-1	efect	5
C-5	preliminary	E-1	plan	6
C-5	final	E-1	plan	4
C-5	final	E-1	plan	4
C-5			result	4
EOF
try 'evaluations that are wrong' <<'END'
$ order-monitor -d 2026-10-01 -r result-evaluation --evaluations bad contracts.tsv >out2; echo $?; ./show contract preliminary final wrong <out2 | grep C-5
> 1
> C-5 |  |  | preliminary evaluation: 4 marks missing; final evaluation: 5 marks missing; 5 records refused
! order-monitor: bad:3: contract: not among the contracts: 'C-9'
! order-monitor: bad:4: stage: not a stage (nearest: preliminary): 'prelimnary'
! order-monitor: bad:5: criterion: not a criterion of the rubric: 'efect'; did you mean 'effect'?
! order-monitor: bad:6: mark: off the scale from 0 to 5: '6'
! order-monitor: bad:8: expert 'E-1' has marked 'plan' of 'C-5' before; none of these marks counts
! order-monitor: bad:9: stage: required, but empty
! order-monitor: bad:9: expert: required, but empty
END

try 'a rubric and evaluations go together' <<'END'
$ order-monitor -d 2026-10-01 --evaluations evaluations.tsv contracts.tsv 2>&1 | head -n 1; order-monitor -d 2026-10-01 -r result-evaluation contracts.tsv 2>&1 | head -n 1
> order-monitor: --evaluations: -r is missing: by which rubric, such as -r result-evaluation
> order-monitor: -r: nothing to use it for without --evaluations
END

sed 's/^    centre:/    severity: additive\n    centre:/
    s/rounding: {/&severity: 2, /' \
    "$CIVUTILS_SHARE/rules/result-evaluation.yaml" >severe.yaml
try 'a rubric that an evaluation cannot have' <<'END'
$ order-monitor -d 2026-05-01 -r ./severe.yaml --evaluations evaluations.tsv contracts.tsv
! order-monitor: ./severe.yaml: corrects for severe experts, as an evaluation does not
? 2
END

printf 'id\tlot\tapplication\tbin\tamount\tsigned\tfrom\tuntil\n' >header
printf 'contract\tno\ttitle\tdue\tdone\treport\n' >milestone-header
printf 'contract\tno\tmilestone\tdue\tpaid\tamount\n' >payment-header

# With one contract of 100.00 for 2026, signed on 15 January.
{
	cat header
	printf 'K\tL\tA\t010140000123\t100.00\t2026-01-15\t2026-01-01\t2026-12-31\n'
} >one
# step DAY: what stands on the day, by the milestones m and the payments p.
cat >step <<'EOF'
{ cat milestone-header; test ! -e m || cat m; } >milestones
{ cat payment-header; test ! -e p || cat p; } >payments
order-monitor --milestones milestones --payments payments -d "$1" one |
    ./show state paid owed owed_days paid_early paid_over rest next next_on wrong |
    sed 1d
EOF
chmod +x step

try 'a contract without milestones and payments ends unpaid' <<'END'
$ ./step 2026-12-31; ./step 2027-01-02
> running | 0.00 | 0.00 |  | 0.00 | 0.00 | 100.00 | end | 2026-12-31 | 
> ended | 0.00 | 0.00 |  | 0.00 | 0.00 | 100.00 | end | 2026-12-31 | ended 2 days ago and not complete
END

printf 'K\t1\t\t2026-02-01\t\t40.00\nK\t2\t\t2026-03-01\t\t60.00\n' >p
try 'advances are owed on their day, and overdue from the next on' <<'END'
$ ./step 2026-01-31; ./step 2026-02-01; ./step 2026-02-02; ./step 2026-03-02
> running | 0.00 | 0.00 |  | 0.00 | 0.00 | 100.00 | payment 1 | 2026-02-01 | 
> running | 0.00 | 40.00 |  | 0.00 | 0.00 | 100.00 | payment 1 | 2026-02-01 | 
> overdue | 0.00 | 40.00 | 1 | 0.00 | 0.00 | 100.00 | payment 1 | 2026-02-01 | payment overdue by up to 1 day
> overdue | 0.00 | 100.00 | 29 | 0.00 | 0.00 | 100.00 | payment 1 | 2026-02-01 | payment overdue by up to 29 days
END

printf 'K\t1\t\t2026-02-01\t2026-02-01\t100.00\n' >p
try 'paid in full, it is complete' <<'END'
$ ./step 2026-01-31; ./step 2026-02-01; ./step 2027-02-01
> running | 0.00 | 0.00 |  | 0.00 | 0.00 | 100.00 | payment 1 | 2026-02-01 | 
> complete | 100.00 | 0.00 |  | 0.00 | 0.00 | 0.00 |  |  | 
> complete | 100.00 | 0.00 |  | 0.00 | 0.00 | 0.00 |  |  | 
END

printf 'K\t1\t\t2026-02-01\t2026-02-01\t100.00\nK\t2\t\t2026-03-01\t2026-03-01\t0.01\n' >p
try 'a tiyn more is more' <<'END'
$ ./step 2026-02-01; ./step 2026-03-01
> running | 100.00 | 0.00 |  | 0.00 | 0.00 | 0.00 | payment 2 | 2026-03-01 | 0.01 of the payments are over the contract
> complete | 100.01 | 0.00 |  | 0.00 | 0.01 | 0.00 |  |  | 0.01 paid over the contract
END

printf 'K\t1\t\t2026-01-15\t2026-01-14\t100.00\n' >p
try 'paid before it was signed' <<'END'
$ ./step 2026-01-14; ./step 2026-01-15; sed -i s/2026-01-14/2026-01-15/ p; ./step 2026-01-15
> complete | 100.00 | 0.00 |  | 0.00 | 0.00 | 0.00 |  |  | 1 payment made before the contract was signed
> complete | 100.00 | 0.00 |  | 0.00 | 0.00 | 0.00 |  |  | 1 payment made before the contract was signed
> complete | 100.00 | 0.00 |  | 0.00 | 0.00 | 0.00 |  |  | 
END

printf 'K\t1\tx\t2026-06-01\t2026-06-03\t2026-06-10\n' >m
printf 'K\t1\t1\t2026-06-05\t\t100.00\n' >p
try 'a milestone is due, overdue, done and accepted; only then is it owed' <<'END'
$ for day in 2026-06-01 2026-06-02 2026-06-03 2026-06-09 2026-06-10 2026-06-11; do ./step $day; done
> running | 0.00 | 0.00 |  | 0.00 | 0.00 | 100.00 | milestone 1 | 2026-06-01 | 
> overdue | 0.00 | 0.00 |  | 0.00 | 0.00 | 100.00 | milestone 1 | 2026-06-01 | 1 milestone overdue by up to 1 day
> running | 0.00 | 0.00 |  | 0.00 | 0.00 | 100.00 | report 1 | 2026-06-03 | 
> running | 0.00 | 0.00 |  | 0.00 | 0.00 | 100.00 | report 1 | 2026-06-03 | 
> running | 0.00 | 100.00 |  | 0.00 | 0.00 | 100.00 | payment 1 | 2026-06-10 | 
> overdue | 0.00 | 100.00 | 1 | 0.00 | 0.00 | 100.00 | payment 1 | 2026-06-10 | payment overdue by up to 1 day
END

printf 'K\t1\t1\t2026-06-05\t2026-06-09\t100.00\n' >p
try 'a day before the report is too early, its own day is not' <<'END'
$ ./step 2026-06-09; ./step 2026-06-10; sed -i s/2026-06-09/2026-06-10/ p; ./step 2026-06-10
> running | 100.00 | 0.00 |  | 100.00 | 0.00 | 0.00 | report 1 | 2026-06-03 | 100.00 paid before the report was accepted
> complete | 100.00 | 0.00 |  | 100.00 | 0.00 | 0.00 |  |  | 100.00 paid before the report was accepted
> complete | 100.00 | 0.00 |  | 0.00 | 0.00 | 0.00 |  |  | 
END

printf 'K\t1\t1\t2026-06-05\t2026-06-12\t100.00\n' >p
try 'paid late is late after the report, if that was later' <<'END'
$ ./step 2026-06-12 >/dev/null; order-monitor -e -d 2026-06-12 --milestones milestones --payments payments one | ./show step state days
> step | state | days
> milestone | accepted | 2
> payment | paid | 2
> contract | complete | 
END

rm m
printf 'K\t1\t\t2026-01-01\t\t50.00\n' >p
try 'it begins before anything of that day; it is to be signed, too' <<'END'
$ ./step 2025-12-30; ./step 2026-01-01; ./step 2026-01-14; ./step 2026-01-15
> future | 0.00 | 0.00 |  | 0.00 | 0.00 | 100.00 | begin | 2026-01-01 | 
> future | 0.00 | 50.00 |  | 0.00 | 0.00 | 100.00 | payment 1 | 2026-01-01 | 
> overdue | 0.00 | 50.00 | 13 | 0.00 | 0.00 | 100.00 | payment 1 | 2026-01-01 | payment overdue by up to 13 days
> overdue | 0.00 | 50.00 | 14 | 0.00 | 0.00 | 100.00 | payment 1 | 2026-01-01 | payment overdue by up to 14 days
END

for no in 1 2 3 4 5 6 7 8; do
	printf 'K\t%s\tx\t2026-02-0%s\t2026-02-0%s\t2026-02-1%s\n' "$no" \
	    "$no" "$no" "$no"
done >m
printf 'K\t1\t6\t2026-02-01\t2026-02-15\t1.00\nK\t2\t7\t2026-02-01\t2026-02-16\t2.00\nK\t3\t8\t2026-02-01\t2026-02-18\t4.00\n' >p
try 'each payment is for its own of many milestones' <<'END'
$ ./step 2026-03-01; printf 'K\t6\tx\t2026-02-01\t\t\nK\t8\tx\t2026-02-01\t\t\n' >>milestones; printf 'K\t4\t9\t2026-02-01\t\t1.00\n' >>payments; order-monitor -d 2026-03-01 --milestones milestones --payments payments one | ./show paid_early milestones
> running | 7.00 | 0.00 |  | 3.00 | 0.00 | 93.00 | end | 2026-12-31 | 3.00 paid before the report was accepted
> paid_early | milestones
> 3.00 | 8
! order-monitor: milestones:10: no: stands twice for 'K': '6'
! order-monitor: milestones:11: no: stands twice for 'K': '8'
! order-monitor: payments:5: milestone: not among the milestones of 'K': '9'
END

printf 'K\t1\tx\t2026-12-31\t2026-12-30\t2027-01-20\n' >m
printf 'K\t1\t1\t2027-01-31\t\t100.00\n' >p
try 'after its end: not accepted, then only to be paid' <<'END'
$ ./step 2026-12-31; ./step 2027-01-01; ./step 2027-01-20; ./step 2027-02-01
> running | 0.00 | 0.00 |  | 0.00 | 0.00 | 100.00 | report 1 | 2026-12-31 | 
> ended | 0.00 | 0.00 |  | 0.00 | 0.00 | 100.00 | report 1 | 2026-12-31 | ended 1 day ago and not complete
> closing | 0.00 | 0.00 |  | 0.00 | 0.00 | 100.00 | payment 1 | 2027-01-31 | 
> overdue | 0.00 | 100.00 | 1 | 0.00 | 0.00 | 100.00 | payment 1 | 2027-01-31 | payment overdue by up to 1 day
END

rm p
printf 'K\t1\tx\t2025-12-31\t\t\nK\t2\tx\t2026-01-01\t\t\nK\t3\tx\t2026-12-31\t\t\nK\t4\tx\t2027-01-01\t\t\n' >m
try 'a milestone out of the time of its contract' <<'END'
$ ./step 2025-12-01; order-monitor -e --milestones milestones -d 2025-12-01 one | ./show no state wrong
> future | 0.00 | 0.00 |  | 0.00 | 0.00 | 100.00 | milestone 1 | 2025-12-31 | 2 milestones due out of the contract's time
> no | state | wrong
> 1 | due | due out of the contract's time
> 2 | due | 
> 3 | due | 
> 4 | due | due out of the contract's time
>  | future | 2 milestones due out of the contract's time
END

printf 'K\t2\tx\t2026-06-01\t\t\nK\t1\tx\t2026-06-01\t\t\nK\t3\tx\t2026-05-31\t2026-05-31\t\n' >m
printf 'K\t1\t\t2026-06-01\t\t1.00\n' >p
try 'the next step: the earliest, milestones before reports before payments' <<'END'
$ ./step 2026-05-30; ./step 2026-05-31; sed -i '/K.3/d' m; ./step 2026-05-31; rm m; ./step 2026-05-31
> running | 0.00 | 0.00 |  | 0.00 | 0.00 | 100.00 | milestone 3 | 2026-05-31 | 
> running | 0.00 | 0.00 |  | 0.00 | 0.00 | 100.00 | report 3 | 2026-05-31 | 
> running | 0.00 | 0.00 |  | 0.00 | 0.00 | 100.00 | milestone 1 | 2026-06-01 | 
> running | 0.00 | 0.00 |  | 0.00 | 0.00 | 100.00 | payment 1 | 2026-06-01 | 
END

cat header - >many <<'EOF'
K1	L	A1	B	100.00	2026-01-15	2026-01-01	2026-12-31
K1	L	A2	B	100.00	2026-01-15	2026-01-01	2026-12-31
K2	L	A1	B	100.00	2026-01-15	2026-01-01	2026-12-31
K3	L	A3	B	100.00	2026-01-15	2026-01-01	2025-12-31
K4	L	A4	B	100.00	2027-01-15	2026-01-01	2026-12-31
K5	L	A5	B	-1.00	2026-01-15	2026-01-01	2026-12-31
K6	L	A6	B	1.001	2026-01-15	2026-01-01	2026-12-31
K7	L	A7	B	0.00	2026-01-15	2026-02-30	2026-12-31
	L	A8	B	100.00	2026-01-15	2026-01-01	2026-12-31
K9	L	A9	B	100.00		2026-01-01	2026-12-31
K10	L		B	100.00		2026-01-01	2026-12-31
K11	L		B	100.00		2026-01-01	2026-12-31
EOF
try 'contracts that are wrong' <<'END'
$ order-monitor -d 2026-03-01 -x bad.tsv many >out2; echo $?; cut -f 1 out2; sed 1d bad.tsv | cut -f 1,9 | tr '\t' ' '
> 1
> contract
> K1
> K9
> K10
> K11
> K1 many:3
> K2 many:4
> K3 many:5
> K4 many:6
> K5 many:7
> K6 many:8
> K7 many:9
>  many:10
! order-monitor: many:3: id: stands twice: 'K1'
! order-monitor: many:4: application: has a contract, 'K1': 'A1'
! order-monitor: many:5: until: before from, or before it was signed: '2025-12-31'
! order-monitor: many:6: until: before from, or before it was signed: '2026-12-31'
! order-monitor: many:7: amount: less than 0.01: '-1.00'
! order-monitor: many:8: amount: not an amount as 1250.50 (at most 18 digits, 2 of them after the point): '1.001'
! order-monitor: many:9: amount: less than 0.01: '0.00'
! order-monitor: many:9: from: not a date (YYYY-MM-DD): '2026-02-30'
! order-monitor: many:10: id: required, but empty
END

try 'ids of over 100 characters' <<'END'
$ { cat header; sed 1d one | sed "s/^K/$(printf '%0100d' 0)/"; sed 1d one | sed "s/^K/$(printf '%0101d' 1)/; s/	A	/	B	/"; sed 1d one | sed "s/^K/$(printf 'Ұ%.0s' $(seq 100))/; s/	A	/	C	/"; } | order-monitor -d 2026-02-01 2>err2 | wc -l; cut -c 1-60 err2
> 3
> order-monitor: stdin:3: id: longer than 100 characters: '000
END

printf 'id\tplaces\nL\t3\nL\t4\nM\t0\n' >places
try 'a lot has so many places, and no contract stands outside' <<'END'
$ sed -i 's/^K10	L/K10	X/' many; order-monitor -d 2026-03-01 --lots places many 2>&1 | grep -e places -e 'lot:'; printf 'id\tplaces\nL\t1\n' >places; order-monitor -d 2026-03-01 --lots places many 2>&1 | grep 'lot:'
> order-monitor: places:3: id: stands twice: 'L'
> order-monitor: places:4: places: less than 1: '0'
> order-monitor: many:12: lot: not among the lots: 'X'
> order-monitor: many:11: lot: has no place left, 'K1' has the last: 'L'
> order-monitor: many:12: lot: not among the lots: 'X'
> order-monitor: many:13: lot: has no place left, 'K1' has the last: 'L'
END

cat milestone-header - >m <<'EOF'
K	1	x	2026-06-01	2026-06-01	2026-05-31
K	2	x	2026-06-01		2026-05-31
K	3	x	2026-06-01		
K	3	x	2026-06-01		
K8	1	x	2026-06-01		
K5	1	x	2026-06-01		
K	0	x	2026-06-01		
K	4	x			
	4	x	2026-06-01		
EOF
cat payment-header - >p <<'EOF'
K	1		2026-06-01		1.00
K	1		2026-06-01		1.00
K	65		2026-06-01		1.00
K	65		2026-06-01		1.00
K8	1		2026-06-01		1.00
K	2	7	2026-06-01		1.00
K	3		2026-06-01		-1.00
K	4		2026-06-01		1.234
K	5		2026-06-01		999999999999999999.00
K	5		2026-06-01		9999999999999999.99
K	64		2026-06-01	31.05.2026	1.00
K	66		2026-06-01		2.00
EOF
{ cat one; sed -n '/^K5/p' many; } >two
try 'milestones and payments that are wrong: named, and the contract says so' <<'END'
$ order-monitor -d 2026-05-01 --milestones m --payments p two >out2; echo $?; ./show contract milestones due rest wrong <out2
> 1
> contract | milestones | due | rest | wrong
> K | 1 | 1 | 100.00 | 9999999999999903.99 of the payments are over the contract; 12 records refused
! order-monitor: two:3: amount: less than 0.01: '-1.00'
! order-monitor: m:2: report: accepted before the work was done: '2026-05-31'
! order-monitor: m:3: report: accepted before the work was done: '2026-05-31'
! order-monitor: m:5: no: stands twice for 'K': '3'
! order-monitor: m:6: contract: not among the contracts: 'K8'
! order-monitor: m:7: contract: was refused itself: 'K5'
! order-monitor: m:8: no: less than 1: '0'
! order-monitor: m:9: due: required, but empty
! order-monitor: m:10: contract: required, but empty
! order-monitor: p:3: no: stands twice for 'K': '1'
! order-monitor: p:5: no: stands twice for 'K': '65'
! order-monitor: p:6: contract: not among the contracts: 'K8'
! order-monitor: p:7: milestone: not among the milestones of 'K': '7'
! order-monitor: p:8: amount: less than 0.01: '-1.00'
! order-monitor: p:9: amount: not an amount as 1250.50 (at most 18 digits, 2 of them after the point): '1.234'
! order-monitor: p:10: amount: not an amount as 1250.50 (at most 18 digits, 2 of them after the point): '999999999999999999.00'
! order-monitor: p:12: paid: not a date (YYYY-MM-DD): '31.05.2026'
END

{
	cat payment-header
	for no in $(seq 1 10); do
		printf 'K\t%s\t\t2026-06-01\t\t9999999999999999.99\n' "$no"
	done
} >p
try 'a sum that would not be exact' <<'END'
$ order-monitor -d 2026-05-01 --payments p one | ./show wrong
> wrong
> 89999999999999899.91 of the payments are over the contract; 1 record refused
! order-monitor: p:11: amount: the sum of 'K' would be too large: '9999999999999999.99'
END

try 'milestones that are no records' <<'END'
$ printf 'contract\tno\tdue\tdone\treport\nK\t1\n' | order-monitor -d 2026-05-01 --milestones - one >out2; echo $?; ./show contract milestones wrong <out2
> 1
> contract | milestones | wrong
> K | 0 | 
! order-monitor: stdin:2: 2 values for 5 fields
END

{
	cat payment-header
	printf 'K\t1\t\t2026-06-01\t\t1.00\nK\t2\nK\t3\nK\t4\t\t2026-06-01\t\t1\\t0\n'
	printf 'K\t5\nK\t6\t\t2026-06-01\t\t-1\nK\t7\nK\t8\t\t2026-06-01\t\t2.00\n'
} >p
try 'lines that are no records, between those that are' <<'END'
$ order-monitor -e -d 2026-05-01 --payments p one >out2; echo $?; ./show step no amount wrong <out2
> 1
> step | no | amount | wrong
> payment | 1 | 1.00 | 
> payment | 8 | 2.00 | 
> contract |  | 100.00 | 2 records refused
! order-monitor: p:3: 2 values for 6 fields
! order-monitor: p:4: 2 values for 6 fields
! order-monitor: p:5: amount: not an amount as 1250.50 (at most 18 digits, 2 of them after the point): '1\x090'
! order-monitor: p:6: 2 values for 6 fields
! order-monitor: p:8: 2 values for 6 fields
! order-monitor: p:7: amount: less than 0.01: '-1'
END

printf 'K\t1\ta\\tb\t2026-06-01\t\t\nK\t2\tc\t2026-06-01\t\t\nK\t3\td\\\\e\t2026-06-01\t\t\nK\t4\tf\\ng\t2026-06-01\t\t\n' >m
try 'titles with escapes come through' <<'END'
$ { cat milestone-header m; } | order-monitor -e -d 2026-05-01 --milestones - one | cut -f 3,4 | sed '1d;$d' >got; cut -f 2,3 m | cmp - got
END

# More than is read at once.
{
	cat payment-header
	printf 'K\t1\t\t2026-06-01\t\t1.00\n'
	for i in 1 2 3 4; do
		head -c 100000 /dev/zero | tr '\000' "$i"
		echo
	done
	printf 'K\t6\t\t2026-06-01\t\t-1\nK\t8\t\t2026-06-01\t\t2.00\n'
} >p
try 'long lines that are no records' <<'END'
$ order-monitor -e -d 2026-05-01 --payments p one >out2; echo $?; ./show step no amount wrong <out2
> 1
> step | no | amount | wrong
> payment | 1 | 1.00 | 
> payment | 8 | 2.00 | 
> contract |  | 100.00 | 1 record refused
! order-monitor: p:3: 1 value for 6 fields
! order-monitor: p:4: 1 value for 6 fields
! order-monitor: p:5: 1 value for 6 fields
! order-monitor: p:6: 1 value for 6 fields
! order-monitor: p:7: amount: less than 0.01: '-1'
END

try 'a missing file of milestones' <<'END'
$ order-monitor -d 2026-05-01 --milestones nosuch one
! order-monitor: nosuch: No such file or directory
? 2
END

try 'payments that are none' <<'END'
$ order-monitor -d 2026-05-01 --payments contracts.tsv one
! order-monitor: contracts.tsv:1: no field 'contract' among id, lot, application, bin, amount, signed, from, until
? 2
END

finish
