"""What a power loss may leave of a folder, from a log of all that happened to it (DiskLog.c)."""

import re
import shutil

RECORD = re.compile(rb"([A-Z]) (\d+) (-?\d+) (\d+)\n")
TORN = 512  # bytes: what a disk writes whole or not at all


class File:
    def __init__(self, synced=b""):
        self.synced = synced
        self.since = []  # (offset, bytes) written, (length, None) cut or made longer: not yet on the disk

    def sync(self):
        self.synced = self.after(self.since)
        self.since = []

    def after(self, changes):
        data = bytearray(self.synced)
        for at, piece in changes:
            if piece is None:
                del data[at:]
            data.extend(bytes(max(at - len(data), 0)))
            if piece is not None:
                data[at:at + len(piece)] = piece
        return bytes(data)

    def left(self, how, chance):
        """What is on the disk afterwards: of what was not synced all, none, or any of it, torn or with its room alone."""
        if how == "all":
            return self.after(self.since)
        if how == "none":
            return self.synced
        changes = []
        for at, piece in self.since:
            what = chance.choice(("whole", "torn", "gone", "room"))
            if what == "torn" and piece is not None:
                piece = piece[:chance.randrange(0, len(piece) + TORN) // TORN * TORN]
            if what == "room" and piece is not None:  # of a file that was made longer
                before = piece[:max(len(self.synced) - at, 0)]
                piece = before + bytes(len(piece) - len(before))
            if what != "gone":
                changes.append((at, piece))
        return self.after(changes)


class Folder:
    def __init__(self, synced=()):
        self.synced = dict(synced)
        self.since = []  # (name, node) is there, (name, None) is gone, ((old, new), None) is renamed

    def sync(self):
        self.synced = self.after(self.since)
        self.since = []

    def after(self, changes):
        names = dict(self.synced)
        for name, node in changes:
            if isinstance(name, tuple):
                if name[0] in names:
                    names[name[1]] = names.pop(name[0])
            elif node is None:
                names.pop(name, None)
            else:
                names[name] = node
        return names

    def left(self, how, chance):
        """Of the names' changes all, none, those up to some moment, or any of them."""
        if how == "all":
            return self.after(self.since)
        if how == "none":
            return self.synced
        if how == "first":
            return self.after(self.since[:chance.randrange(len(self.since) + 1)])
        return self.after([change for change in self.since if chance.random() < 0.5])


class Disk:
    """A folder whose present state is on the disk, and what a program then does to it."""

    def __init__(self, path):
        self.nodes = {}
        self.root = self.read(path)
        self.printed = b""

    def read(self, path):
        node = Folder({below.name: self.read(below) for below in path.iterdir()}) if path.is_dir() else File(path.read_bytes())
        self.nodes[path.stat().st_ino] = node
        return node

    @staticmethod
    def records(log):
        out = []
        at = 0
        while match := RECORD.match(log, at):
            at = match.end() + int(match[4])
            out.append((match[1].decode(), int(match[2]), int(match[3]), log[match.end():at]))
        assert at == len(log), log[at:at + 100]
        return out

    def replay(self, records):
        for kind, first, second, data in records:
            if kind == "P":
                self.printed += data
                continue
            if kind == "A":
                for node in self.nodes.values():
                    node.sync()
                continue
            node = self.nodes[first]
            if kind in "CM":
                self.nodes[second] = File() if kind == "C" else Folder()
                node.since.append((data.decode(), self.nodes[second]))
            elif kind == "W":
                node.since.append((second, data))
            elif kind == "T":
                node.since.append((second, None))
            elif kind == "R":
                assert first == second, "renamed within a folder"
                node.since.append((tuple(data.decode().split("\0")), None))
            elif kind == "U":
                node.since.append((data.decode(), None))
            elif kind == "S":
                node.sync()

    def lose_power(self, path, chance):
        """Makes the folder what it may be after a power loss now."""
        shutil.rmtree(path)
        self.leave(self.root, path, chance.choice(("all", "none", "first", "any")), chance.choice(("all", "none", "any")), chance)

    def leave(self, node, path, names, contents, chance):
        if isinstance(node, File):
            path.write_bytes(node.left(contents, chance))
            return
        path.mkdir()
        for name, below in node.left(names, chance).items():
            self.leave(below, path / name, names, contents, chance)
