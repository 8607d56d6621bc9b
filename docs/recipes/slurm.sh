#!/bin/sh
# A batch in ten parts, an array of Slurm: sbatch slurm.sh JOB FOLDER
# Both are on a file system that all nodes share. Where parts are left, at the end of their time say, submit it again: it goes on.
#SBATCH --job-name=sidetal
#SBATCH --array=1-10
#SBATCH --cpus-per-task=2
#SBATCH --mem=256M
#SBATCH --time=24:00:00
#SBATCH --signal=TERM@60
#SBATCH --requeue
#SBATCH --output=sidetal-%A-%a.log

# SIGTERM, a minute before the time is up: what is being made is finished. Status 3 is "done with warnings".
srun sidetal batch "$1" -o "$2" -j "$SLURM_CPUS_PER_TASK" --resume --wait --progress none \
  --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" || [ $? = 3 ]
