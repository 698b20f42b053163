#!/usr/bin/env bash
# Exports a film on a Slurm cluster: a job array with one shard a task, and a job after it that assembles the parts.
# Run it from a folder that all machines share. docs/farm.md tells the rest.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
wish=${HARMATTAN:-$(cd "$here/../.." && pwd)/build/release/harmattan}

usage() {
  cat <<'END'
Usage: scripts/slurm/export.sh [OPTIONS] [SBATCH OPTIONS --] N [FILM] -o OUT [EXPORT OPTIONS]

Exports the film in N shards, and assembles them. SBATCH OPTIONS go to both jobs; the -- after them is needed then.

Options:
  --print         show the sbatch commands, submit nothing
  --restarts K    begin a task again at most K times (default 10)
  --array LIST    only these shards, or so many at a time: 3,7 or 1-40%8
  --unchecked     do not look at film and output first, for a machine that cannot run the program

HARMATTAN in the environment names another program than build/release/harmattan.
END
}

refuse() {
  echo "export.sh: $1" >&2
  exit 2
}

quoted() { # as a shell would read it again
  local word line=
  for word; do
    [[ $word =~ ^[A-Za-z0-9_./,:=@%+-]+$ ]] || word=${word@Q}
    line+="$word "
  done
  echo "${line% }"
}

# The script's options and Slurm's: up to -- where there is one.
print=no check=yes restarts=10 array='' batch=() separated=no
for word; do [ "$word" != -- ] || separated=yes; done
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) usage && exit ;;
    --print) print=yes ;;
    --unchecked) check=no ;;
    --restarts=* | --array=*) set -- "${1%%=*}" "${1#*=}" "${@:2}" && continue ;;
    --restarts) restarts=${2-} && shift ;;
    --array | -a) array=${2-} && shift ;;
    --) shift && break ;;
    *)
      if [ $separated = yes ]; then
        batch+=("$1")
      elif [[ $1 == -* ]]; then
        refuse "$1: put -- after the options for sbatch"
      else
        break
      fi
      ;;
  esac
  [ $# -eq 0 ] || shift
done

[[ $restarts =~ ^[0-9]{1,3}$ ]] || refuse "--restarts \"$restarts\" is no number"
[ $# -gt 0 ] || refuse "how many shards? export.sh N FILM -o OUT; --help tells more"
parts=$1 && shift
[[ $parts =~ ^[1-9][0-9]{0,4}$ ]] || refuse "\"$parts\" is no number of shards: export.sh N FILM -o OUT"
[ -n "$array" ] || array=1-$parts

# What the program is asked for, less the output and what the farm gives itself.
out='' wanted=()
while [ $# -gt 0 ]; do
  case $1 in
    -o | --output) out=${2-} && shift ;;
    --output=*) out=${1#*=} ;;
    -o*) out=${1#-o} ;;
    --resume) ;;
    --force) refuse "--force: a farm overwrites nothing; remove the output, or choose another" ;;
    --shard | --shard=* | --assemble) refuse "${1%%=*} is what the farm gives each task; leave it out" ;;
    --dry-run | --verify) refuse "$1: use it with harmattan export itself; --print shows what would be submitted" ;;
    *) wanted+=("$1") ;;
  esac
  [ $# -eq 0 ] || shift
done
[ -n "$out" ] || refuse "where to? give -o OUT"
out=$(realpath -ms -- "$out")
program=$(command -v "$wish") || refuse "$wish: no such program; build it with scripts/build, or set HARMATTAN"
program=$(realpath -s -- "$program")
[ $print = yes ] || command -v sbatch >/dev/null || refuse "there is no sbatch here; run this where Slurm is"

# Wrong films, options and outputs show here, before anything waits in a queue.
exporting=("$program" export "${wanted[@]}" -o "$out" --resume)
code=0
[ $check = no ] || "${exporting[@]}" --shard "1/$parts" --dry-run || code=$?
if [ $code != 0 ]; then
  echo "export.sh: nothing was submitted" >&2
  exit $code
fi

name=$(basename "$out")
case $name in
  *[\#%\{]*) logs=$(dirname "$out")/logs ;; # a pattern of names
  *) logs=$out-logs ;;
esac
plain=${logs//%/%%} # sbatch fills in what follows a %
# SIGTERM comes a minute before the time limit, so that a task can end with whole frames and begin again.
common=(sbatch --parsable --requeue --open-mode=append --signal=B:TERM@60)
task=("$here/task.sh" "$PWD" "$restarts")
shards=("${common[@]}" --job-name="$name" --cpus-per-task=2 --output="$plain/shard-%a.log" "${batch[@]}"
  --array="$array" "${task[@]}" "$parts" "${exporting[@]}")
assemble() { # JOB
  assembly=("${common[@]}" --job-name="$name-assemble" --output="$plain/assemble.log" "${batch[@]}"
    --dependency="afterok:$1" "${task[@]}" assemble "${exporting[@]}")
}

if [ $print = yes ]; then
  assemble JOB
  quoted "${shards[@]}"
  quoted "${assembly[@]}"
  exit
fi

mkdir -p "$logs"
job=$("${shards[@]}")
job=${job%%;*} # the cluster's name may follow
assemble "$job"
if ! last=$("${assembly[@]}"); then
  scancel "$job"
  echo "export.sh: the job that assembles could not be submitted; the shards are cancelled" >&2
  exit 1
fi
last=${last%%;*}
cat <<END
shards    job $job, tasks $array of $parts
assemble  job $last, when all of them are done
watch     squeue -j $job,$last
logs      tail -n 1 $(quoted "$logs")/*.log
cancel    scancel $job $last
again     the same command goes on where it stopped
END
