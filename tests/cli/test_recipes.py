"""The recipes of docs/recipes: what they start makes every file, and those who start it take them."""

import contextlib
import http.server
import json
import os
import re
import shutil
import socket
import subprocess
import tempfile
import threading
import time
import unittest
from pathlib import Path

from batches import BatchTest

RECIPES = Path(os.environ["SIDETAL_SOURCE_DIR"]) / "docs" / "recipes"
NOT_WITHIN = 60  # seconds: a daemon that does not answer by then is one that cannot be started here


class Kubernetes(BatchTest):
    # What the API has of a Job, as far as the recipe uses it: names by kubernetes.io/docs/reference/kubernetes-api, and kinds of values.
    JOB = {
        "apiVersion": ["batch/v1"], "kind": ["Job"], "metadata": {"name": str},
        "spec": {
            "completions": int, "parallelism": int, "completionMode": ["Indexed", "NonIndexed"], "backoffLimitPerIndex": int,
            "podFailurePolicy": {"rules": [{"action": ["Ignore", "Count", "FailIndex", "FailJob"],
                                            "onPodConditions": [{"type": str, "status": ["True", "False", "Unknown"]}]}]},
            "template": {"spec": {
                "restartPolicy": ["Never", "OnFailure"],
                "containers": [{"name": str, "image": str, "command": [str], "resources": {"requests": {"cpu": str, "memory": str}},
                                "volumeMounts": [{"name": str, "mountPath": str}]}],
                "volumes": [{"name": str, "persistentVolumeClaim": {"claimName": str}}]}}}}

    class Discovery(http.server.BaseHTTPRequestHandler):
        """Of an API server what a client asks before a dry run of its own: which resources there are."""

        ANSWERS = {
            "/api": {"kind": "APIVersions", "versions": ["v1"]},
            "/api/v1": {"kind": "APIResourceList", "groupVersion": "v1", "resources": []},
            "/apis": {"kind": "APIGroupList", "apiVersion": "v1", "groups": [
                {"name": "batch", "versions": [{"groupVersion": "batch/v1", "version": "v1"}],
                 "preferredVersion": {"groupVersion": "batch/v1", "version": "v1"}}]},
            "/apis/batch/v1": {"kind": "APIResourceList", "apiVersion": "v1", "groupVersion": "batch/v1", "resources": [
                {"name": "jobs", "singularName": "job", "namespaced": True, "kind": "Job", "verbs": ["create", "get"]}]},
        }

        def do_GET(self):
            answer = self.ANSWERS.get(self.path.split("?")[0])
            self.send_response(200 if answer else 404)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(answer).encode() if answer else b"{}")

        def log_message(self, *_):
            pass

    def dry_run(self):
        """The recipe as kubectl would send it."""
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self.Discovery)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            done = subprocess.run(["kubectl", f"--server=http://127.0.0.1:{server.server_port}", "create", "--dry-run=client", "--validate=false",
                                   "-f", str(RECIPES / "kubernetes.yaml"), "-o", "json"], capture_output=True, check=False,
                                  env={"PATH": os.environ["PATH"], "HOME": str(self.folder), "KUBECONFIG": os.devnull})
        finally:
            server.shutdown()
            server.server_close()
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def check(self, value, kind, path="Job"):
        if isinstance(kind, dict):
            self.assertIsInstance(value, dict, path)
            for key, part in value.items():
                self.assertIn(key, kind, path)
                self.check(part, kind[key], f"{path}.{key}")
        elif isinstance(kind, list) and isinstance(value, list):
            for part in value:
                self.check(part, kind[0], path + "[]")
        elif isinstance(kind, list):
            self.assertIn(value, kind, path)
        else:
            self.assertIsInstance(value, kind, path)

    @unittest.skipUnless(shutil.which("kubectl"), "kubectl is not installed")
    def test_is_a_job_whose_pods_make_every_file(self):
        job = self.dry_run()
        job["metadata"].pop("creationTimestamp", None)
        job["metadata"].pop("namespace", None)
        self.check(job, self.JOB)
        spec = job["spec"]
        self.assertEqual(spec["completions"], 10)
        pod = spec["template"]["spec"]
        self.assertEqual({mount["name"] for mount in pod["containers"][0]["volumeMounts"]}, {volume["name"] for volume in pod["volumes"]})

        self.inputs(15)
        self.write("in/warns.json", b'{"document": "agenda", "WARN": 1, "date": "2021-10-26", "items": [{"title": "x"}]}')
        self.batch()
        command = [word.replace("/batch/", f"{self.folder}/") for word in pod["containers"][0]["command"]]
        for index in range(spec["completions"]):
            subprocess.run(command, check=True, capture_output=True,
                           env={**os.environ, "PATH": f"{self.home.name}:{os.environ['PATH']}", "JOB_COMPLETION_INDEX": str(index)})
        self.assertEqual(self.files("ud"), self.files())


def free_port():
    with contextlib.closing(socket.socket()) as opened:
        opened.bind(("127.0.0.1", 0))
        return opened.getsockname()[1]


class Slurm(BatchTest):
    """A cluster of one node, for as long as the test takes."""

    CONF = """
ClusterName=test
SlurmctldHost={host}(127.0.0.1)
SlurmUser={user}
SlurmdUser={user}
SlurmctldPort={controller}
SlurmdPort={daemon}
AuthType=auth/none
CredType=cred/none
SlurmdParameters=config_overrides
MpiDefault=none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SchedulerParameters=sched_interval=1,batch_sched_delay=0
NodeName={host} NodeAddr=127.0.0.1 CPUs=4 RealMemory=4000 State=UNKNOWN
PartitionName=main Nodes={host} Default=YES State=UP
"""

    def setUp(self):
        super().setUp()
        missing = [program for program in ("slurmctld", "slurmd", "sbatch", "srun") if not shutil.which(program)]
        if missing:
            self.skipTest(f"not run: {', '.join(missing)} not installed")
        self.slurm = Path(tempfile.mkdtemp(dir=self.home.name))
        for name in ("state", "spool"):
            (self.slurm / name).mkdir()
        conf = self.slurm / "slurm.conf"
        conf.write_text(self.CONF.format(host=socket.gethostname().split(".")[0], user="root" if os.geteuid() == 0 else os.environ.get("USER", ""),
                                         controller=free_port(), daemon=free_port(), folder=self.slurm))
        self.environment = {**os.environ, "SLURM_CONF": str(conf), "PATH": f"{self.home.name}:{os.environ['PATH']}"}
        self.daemons = [subprocess.Popen([program, "-D", *clean], env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                        for program, clean in (("slurmctld", ["-c"]), ("slurmd", []))]
        self.addCleanup(self.end)
        self.await_node()

    def end(self):
        for daemon in reversed(self.daemons):
            daemon.terminate()
            try:
                daemon.wait(20)
            except subprocess.TimeoutExpired:
                daemon.kill()
                daemon.wait()

    def await_node(self):
        for _ in range(NOT_WITHIN * 5):
            for daemon in self.daemons:
                if daemon.poll() is not None:
                    self.skipTest(f"not run: {daemon.args[0]} cannot be started here: {self.log()}")
            said = subprocess.run(["sinfo", "-h", "-o", "%T"], env=self.environment, capture_output=True, text=True, check=False).stdout
            if said.strip() == "idle":
                return
            time.sleep(0.2)
        self.skipTest(f"not run: no node of Slurm within {NOT_WITHIN} s: {said.strip()} {self.log()}")

    def log(self):
        lines = [line for log in self.slurm.glob("*.log") for line in log.read_text(errors="replace").splitlines()]
        return "; ".join(line for line in lines if re.search("error|fatal", line))[-1000:]

    def submit(self):
        done = subprocess.run(["sbatch", "--wait", str(RECIPES / "slurm.sh"), "job.json", "ud"], cwd=self.folder, env=self.environment,
                              capture_output=True, text=True, check=False)
        logs = "".join(log.read_text() for log in self.folder.glob("sidetal-*.log"))
        return done, logs

    def test_the_array_makes_every_file(self):
        self.inputs(15)
        self.write("in/warns.json", b'{"document": "agenda", "WARN": 1, "date": "2021-10-26", "items": [{"title": "x"}]}')
        self.batch()
        done, logs = self.submit()
        self.assertEqual(done.returncode, 0, (done.stderr, logs, self.log()))
        self.assertEqual(self.files("ud"), self.files())
        self.assertEqual(len(list(self.folder.glob("sidetal-*.log"))), 10)


if __name__ == "__main__":
    unittest.main()
