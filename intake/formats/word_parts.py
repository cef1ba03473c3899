"""Which part of a Word file is what: found by relation, as names of parts are free."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from intake.formats.archive import Archive
from intake.formats.markup import Tree, at, every

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Parts:
    """The parts of one Word file, read when asked for."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        main = _targets(archive, "").get("officeDocument", [("", "word/document.xml")])
        self._name = main[0][1]
        self.document = archive.tree(self._name)
        self._related = _targets(archive, self._name)

    def related(self, kind: str, relation: str = "") -> Tree | None:
        """The part that the document relates to as 'styles', 'header'…, by the id of the relation if that is given."""
        for name, target in self._related.get(kind, []):
            if relation in ("", name):
                return self._archive.tree(target)
        return None

    def heads_and_feet(self, body: Tree) -> tuple[list[Tree], list[Tree]]:
        """What stands over the first page only, a letterhead; and what runs over all pages, each once."""
        letterheads: list[Tree] = []
        running: dict[str, Tree] = {}
        for place, section in enumerate(every(body, "w:sectPr")):
            for kind in ("header", "footer"):
                for reference in section.findall(f"w:{kind}Reference"):
                    tree = self.related(kind, reference.get("r:id", "?"))
                    if tree is None:
                        continue
                    first = reference.get("w:type") == "first"
                    if first and at(section, "w:titlePg") is None:
                        continue  # kept in the file, but switched off
                    if first and kind == "header" and place == 0:
                        letterheads.append(tree)
                    else:
                        running.setdefault("".join(tree.itertext()).strip(), tree)
        return letterheads, list(running.values())

    def notes(self, wanted: list[str]) -> Iterator[tuple[str, Tree]]:
        """Footnotes and endnotes in the order in which the text calls them, each with its mark."""
        found: dict[str, Tree] = {}
        for kind in ("footnote", "endnote"):
            for note in every(self.related(f"{kind}s"), f"w:{kind}"):
                found[kind[:3] + note.get("w:id", "")] = note
        for ordinal, key in enumerate(dict.fromkeys(wanted), start=1):
            if key in found:
                yield str(ordinal).translate(_SUPERSCRIPT), found[key]


def _targets(archive: Archive, part: str) -> dict[str, list[tuple[str, str]]]:
    """The relations of a part: kind → [(id, name of the target)]; those that lead outside are left alone."""
    folder, name = posixpath.split(part)
    tree = archive.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
    targets: dict[str, list[tuple[str, str]]] = {}
    for relation in every(tree, "Relationship"):
        if relation.get("TargetMode") == "External":
            continue
        target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
        kind = relation.get("Type", "").rpartition("/")[2]
        targets.setdefault(kind, []).append((relation.get("Id", ""), target))
    return targets
