# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Real servers on this machine, for tests of synchronising: OpenSSH, gitolite behind it, git's own HTTP
service behind Apache with TLS, and a relay that breaks connections off. Each is started at a free
port, with a folder of its own, and ended by its number."""

import contextlib
import os
import pathlib
import shutil
import socket
import subprocess
import threading
import time

SSHD = "/usr/sbin/sshd"
APACHE = "/usr/sbin/apache2"
MODULES = "/usr/lib/apache2/modules"
ROOT = os.geteuid() == 0


def call(*words, **more):
    done = subprocess.run(list(map(str, words)), capture_output=True, text=True, **more)
    assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
    return done.stdout.strip()


def look(repository, *words):
    """Asks git about a repository that may be somebody else's."""
    return call("git", "-c", "safe.directory=*", "-C", repository, *words)


def free_port():
    with contextlib.closing(socket.socket()) as place:
        place.bind(("127.0.0.1", 0))
        return place.getsockname()[1]


def await_port(process, port, log):
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            # It either listens soon or dies.
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(0.02)
                raise AssertionError(log.read_text(errors="replace"))
    raise AssertionError(f"nobody listens at {port}: {log.read_text(errors='replace')}")


class Process:
    """A server that ends with the test."""

    def __init__(self, folder, port, *words, **more):
        self.port = port
        self.log = pathlib.Path(folder) / f"log-{port}"
        with open(self.log, "w") as log:
            self.process = subprocess.Popen(list(map(str, words)), stdin=subprocess.DEVNULL,
                                            stdout=log, stderr=log, start_new_session=True, **more)
        await_port(self.process, port, self.log)

    def end(self):
        self.process.terminate()
        self.process.wait(20)


class Keys:
    """Keys of persons, and what each one's ssh reads instead of the settings of whoever runs the
    tests: ssh looks for these where the account's home is, whatever HOME says."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder) / "keys"
        self.folder.mkdir()

    def make(self, name, kind="ed25519"):
        path = self.folder / name
        if not path.exists():
            call("ssh-keygen", "-q", "-t", kind, "-N", "", "-C", name, "-f", path)
        return path

    def surroundings(self, name, known_hosts):
        """What a run of twf has in its environment to be this person."""
        tools = self.folder / f"bin-{name}"
        if not tools.exists():
            tools.mkdir()
            settings = tools / "config"
            settings.write_text(f"IdentityFile {self.folder / name}\nIdentitiesOnly yes\nIdentityAgent none\n"
                                f"UserKnownHostsFile {known_hosts}\nGlobalKnownHostsFile /dev/null\n")
            ssh = tools / "ssh"
            ssh.write_text(f'#!/bin/sh\nexec /usr/bin/ssh -F {settings} "$@"\n')
            ssh.chmod(0o755)
        return {"PATH": f"{tools}:{os.environ['PATH']}"}


class Sshd(Process):
    """OpenSSH for whoever runs the tests, with nothing but the keys it is given."""

    def __init__(self, folder, authorized):
        self.folder = pathlib.Path(folder) / "sshd"
        self.folder.mkdir()
        port = free_port()
        for kind in ("ed25519", "rsa"):
            call("ssh-keygen", "-q", "-t", kind, "-N", "", "-f", self.folder / kind)
        if ROOT:
            os.makedirs("/run/sshd", exist_ok=True)
        settings = self.folder / "config"
        settings.write_text(
            f"Port {port}\nListenAddress 127.0.0.1\nHostKey {self.folder}/ed25519\nHostKey {self.folder}/rsa\n"
            f"AuthorizedKeysFile {authorized}\nPidFile {self.folder}/pid\nStrictModes no\nUsePAM no\n"
            "PasswordAuthentication no\nKbdInteractiveAuthentication no\nPermitRootLogin prohibit-password\n"
            "MaxStartups 100\nAcceptEnv GIT_PROTOCOL\n")
        super().__init__(folder, port, SSHD, "-D", "-e", "-f", settings)

    def known_hosts(self, path, kind="ed25519", key=None):
        words = (key or (self.folder / f"{kind}.pub")).read_text().split()
        pathlib.Path(path).write_text(f"[127.0.0.1]:{self.port} {words[0]} {words[1]}\n")
        return path

    def url(self, path):
        user = call("id", "-un")
        return f"ssh://{user}@127.0.0.1:{self.port}/{str(path).lstrip('/')}"


def over_a_slow_link(server, folder, script, **more):
    """Runs a shell's @script in a network of its own, with the same Sshd again in it and 64 kbit/s in each
    direction. Its status is 77 where no such network can be made."""
    pid = pathlib.Path(folder) / "slow-pid"
    whole = (f"ip link set lo up && tc qdisc add dev lo root tbf rate 64kbit burst 3000 latency 2s || exit 77\n"
             f"{SSHD} -f {server.folder}/config -o PidFile={pid} || exit 78\n"
             f"( {script}\n); status=$?\nkill $(cat {pid})\nexit $status\n")
    try:
        return subprocess.run(["unshare", "-n", "sh", "-c", whole], capture_output=True, text=True, **more)
    except FileNotFoundError as reason:
        return subprocess.CompletedProcess([], 77, "", str(reason))


class Gitolite:
    """gitolite with the configuration that the project ships, for the persons it names."""

    def __init__(self, folder, keys, shipped, persons):
        self.home = pathlib.Path(folder) / "gitolite"
        self.home.mkdir()
        self.surroundings = {"HOME": str(self.home), "PATH": os.environ["PATH"], "USER": call("id", "-un"),
                             "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8"}
        admin = keys.make("administrator")
        shutil.copy(f"{admin}.pub", self.home / "administrator.pub")
        self.gitolite("setup", "-pk", self.home / "administrator.pub")
        conf = self.home / ".gitolite"
        for person in persons:
            shutil.copy(f"{keys.make(person)}.pub", conf / "keydir" / f"{person}.pub")
        rc = self.home / ".gitolite.rc"
        rc.write_text((shipped / "gitolite.rc").read_text() + rc.read_text())
        mine = (conf / "conf" / "gitolite.conf").read_text()
        (conf / "conf" / "gitolite.conf").write_text(mine + "\n" + (shipped / "gitolite.conf").read_text())
        self.gitolite("compile")
        self.gitolite("trigger", "POST_COMPILE")
        self.authorized = self.home / ".ssh" / "authorized_keys"
        # A session has the home of the account; gitolite lives in this one.
        lines = self.authorized.read_text().replace('command="', f'command="HOME={self.home} ')
        self.authorized.write_text(lines)
        self.repository = self.home / "repositories" / "plan.git"

    def gitolite(self, *words):
        return call("gitolite", *words, env=self.surroundings, cwd=self.home)


class Authority:
    """An authority that vouches for this machine."""

    def __init__(self, folder, name="authority"):
        self.folder = pathlib.Path(folder) / name
        self.folder.mkdir()
        self.certificate = self.folder / "ca.pem"
        call("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
             "-subj", "/CN=An authority", "-days", "2", "-keyout", self.folder / "ca.key", "-out",
             self.certificate)
        call("openssl", "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj",
             "/CN=127.0.0.1", "-keyout", self.folder / "server.key", "-out", self.folder / "server.csr")
        (self.folder / "names").write_text("subjectAltName=IP:127.0.0.1,DNS:localhost\n")
        call("openssl", "x509", "-req", "-in", self.folder / "server.csr", "-CA", self.certificate, "-CAkey",
             self.folder / "ca.key", "-CAcreateserial", "-days", "2", "-extfile", self.folder / "names",
             "-out", self.folder / "server.pem")


class Apache(Process):
    """git http-backend behind a web server: with TLS and passwords, and, for what is cut off, without."""

    def __init__(self, folder, authority, passwords):
        self.folder = pathlib.Path(folder) / "apache"
        self.folder.mkdir()
        self.plain_port = free_port()
        port = free_port()
        self.plans = self.folder / "plans"
        self.plans.mkdir()
        lines = "".join(f"{user}:{call('openssl', 'passwd', '-apr1', password)}\n"
                        for user, password in passwords.items())
        (self.folder / "passwords").write_text(lines)
        loaded = "".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so\n" for name in
                         ("mpm_event", "authn_core", "authn_file", "authz_core", "authz_user", "auth_basic",
                          "alias", "env", "cgid", "ssl", "socache_shmcb"))
        common = (f"SetEnv GIT_PROJECT_ROOT {self.plans}\nSetEnv GIT_HTTP_EXPORT_ALL\n"
                  "SetEnv REMOTE_USER somebody\n"
                  "ScriptAlias / /usr/lib/git-core/git-http-backend/\n")
        settings = self.folder / "conf"
        settings.write_text(
            f"ServerRoot {self.folder}\nServerName 127.0.0.1\nPidFile {self.folder}/pid\n"
            f"ErrorLog {self.folder}/errors\n{loaded}"
            + ("User nobody\nGroup nogroup\n" if ROOT else "")
            + f"ScriptSock {self.folder}/cgi\nDefaultRuntimeDir {self.folder}\n"
            f"Listen 127.0.0.1:{port}\nListen 127.0.0.1:{self.plain_port}\n"
            f"<VirtualHost 127.0.0.1:{port}>\nSSLEngine on\n"
            f"SSLCertificateFile {authority.folder}/server.pem\nSSLCertificateKeyFile {authority.folder}/server.key\n"
            f"{common}<Location />\nAuthType Basic\nAuthName plans\n"
            f"AuthUserFile {self.folder}/passwords\nRequire valid-user\n</Location>\n</VirtualHost>\n"
            f"<VirtualHost 127.0.0.1:{self.plain_port}>\n{common}<Location />\nRequire all granted\n"
            "</Location>\n</VirtualHost>\n")
        # The programs it starts are nobody's, and have to get at the plans.
        for place in [self.folder, *self.folder.parents]:
            if place != place.parent and ROOT and place.stat().st_uid == 0 and place.parent != pathlib.Path("/"):
                place.chmod(0o755)
        super().__init__(folder, port, APACHE, "-f", settings, "-DFOREGROUND",
                         env={"PATH": os.environ["PATH"], "HOME": str(self.folder)})

    def make_plan(self, name="plan.git"):
        path = self.plans / name
        call("git", "init", "-q", "--bare", path)
        call("git", "-C", path, "config", "http.receivepack", "true")
        call("git", "-C", path, "config", "transfer.fsckObjects", "true")
        if ROOT:
            call("chown", "-R", "nobody:nogroup", self.plans)
        return path

    def url(self, name="plan.git", user=None):
        return f"https://{user + '@' if user else ''}127.0.0.1:{self.port}/{name}"


class Relay:
    """Stands before a server, and breaks off after so many bytes of one direction ("up": to the
    server), or goes silent, or both ways at a pace."""

    def __init__(self, target):
        self.target = target
        self.up = self.down = None
        self.silent = False
        self.carried = {"up": 0, "down": 0}
        self.lock = threading.Lock()
        self.answered = threading.Event()
        self.open = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def reset(self, up=None, down=None, silent=False):
        self.drop()
        with self.lock:
            self.up, self.down, self.silent = up, down, silent
            self.carried = {"up": 0, "down": 0}
            self.answered.clear()

    def drop(self):
        with self.lock:
            for end in self.open:
                with contextlib.suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
            self.open = []

    def accept(self):
        while True:
            try:
                near, _ = self.listener.accept()
            except OSError:
                return
            try:
                far = socket.create_connection(("127.0.0.1", self.target))
            except OSError:
                near.close()
                continue
            with self.lock:
                self.open += [near, far]
            threading.Thread(target=self.carry, args=(near, far, "up"), daemon=True).start()
            threading.Thread(target=self.carry, args=(far, near, "down"), daemon=True).start()

    def carry(self, source, target, way):
        while True:
            try:
                data = source.recv(4096)
            except OSError:
                data = b""
            with self.lock:
                most = self.up if way == "up" else self.down
                left = None if most is None else max(0, most - self.carried[way])
                self.carried[way] += len(data)
                if way == "down" and data:
                    self.answered.set()
                silent = self.silent
            cut = left is not None and len(data) >= left
            if silent and cut:
                continue_silently(source)
                return
            if cut:
                data = data[:left]
            with contextlib.suppress(OSError):
                target.sendall(data)
            if not data or cut:
                break
        if cut:
            self.drop()
        else:
            with contextlib.suppress(OSError):
                target.shutdown(socket.SHUT_WR)

    def end(self):
        self.listener.close()
        self.drop()


def continue_silently(source):
    """Takes what comes and hands on nothing, as a network does that has lost the way."""
    with contextlib.suppress(OSError):
        while source.recv(65536):
            pass
