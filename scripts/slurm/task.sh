#!/usr/bin/env bash
# One task of a farm, submitted by export.sh. Slurm runs a copy of this file from elsewhere, so all comes as arguments:
#   task.sh FOLDER RESTARTS PARTS|assemble PROGRAM export ARGUMENTS...
# A task that is interrupted or dies goes back to the queue, and then goes on with the frames that are missing.
set -euo pipefail

folder=$1 restarts=$2 parts=$3
shift 3
run=${SLURM_RESTART_COUNT:-0}
if [ "$parts" = assemble ]; then
  what=assemble
  command=("$@" --assemble)
else
  what="shard $SLURM_ARRAY_TASK_ID/$parts"
  command=("$@" --shard "$SLURM_ARRAY_TASK_ID/$parts")
fi

say() { echo "$what: $1"; }

# The software renderer would take every core of the machine, also those of other tasks.
[ -z "${SLURM_CPUS_PER_TASK-}" ] || export LP_NUM_THREADS="${LP_NUM_THREADS:-$SLURM_CPUS_PER_TASK}"

# Leaves the exit code of the command in `code`. SIGTERM is passed on, and the command may then end by itself.
child='' stopped=no code=0
trap 'stopped=yes; [ -z "$child" ] || kill -TERM "$child" 2>/dev/null || true' TERM
runCommand() {
  cd "$folder" || { code=1 && return; }
  "${command[@]}" &
  child=$!
  while
    stopped=no code=0
    wait "$child" || code=$?
    [ $stopped = yes ] # the trap cut the wait short
  do :; done
}

# One task of an array has the array's own number, which would mean all of them.
id=$SLURM_JOB_ID
[ -z "${SLURM_ARRAY_TASK_ID-}" ] || id=${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID

# A task that is cancelled no longer counts as running, and must not come back.
isRunning() { [ "$(squeue -h -j "$id" -t RUNNING -o %T 2>/dev/null)" = RUNNING ]; }

say "run $((run + 1)) on $(hostname), job $SLURM_JOB_ID, $(date '+%F %T')"
runCommand
# A network folder may show what other machines have just written only half a minute later.
for pause in 30 60; do
  [ "$parts" = assemble ] && [ "$code" = 1 ] || break
  say "failed, and is tried again in $pause s"
  sleep "$pause"
  runCommand
done
case $code in
  0) say "done" && exit 0 ;;
  1) [ "$parts" != assemble ] || { say "failed; the message above says why" && exit 1; } ;;
  2 | 3 | 4) say "failed with code $code; the message above says why" && exit "$code" ;;
esac
if ! isRunning; then
  say "ended with code $code, stopped by Slurm"
elif [ "$run" -ge "$restarts" ]; then
  say "failed with code $code; it was begun $((run + 1)) times"
else
  say "ended with code $code, goes back to the queue"
  scontrol requeue "$id" && exit 0
fi
exit "$code"
