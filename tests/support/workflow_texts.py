"""Random workflows as text, in every way that YAML writes a value, most of them with a mistake or two."""

from __future__ import annotations

from random import Random

_SOUND = ["Build", "Build image", "release now?", "é ü", "a - b", "x;y", "C#", "a/b"]
_ODD = [
    *("release?", "a: b", "CI #1", "@team", "[CI] x", "日本", "'q'", '"d"', "50%", "`x`", "!x", "&a", "*b", "- x"),
    *("? y", "> z", "| p", "x, y", "{a}", "%A", "a\tb", "true", "~", "12", "2024-01-01", "", "a -- b", "-->", "="),
    *("<<", "x\u00a0y", "\u2028", "\ufeff", "\u0085", "👍", "a:b", "a :b", "#x", "x #y", "key: ", "\x07"),
]
_ESCAPES = ['"\\q"', '"\\ud800"', '"\\x4"', '"\\U00110000"', '"\\N"', '"\\u00e9\\x41\\n"']
_IDS = ["A", "B", "C", "D-1", "e_f"]


class WorkflowTexts:
    """A source of texts; the same seed gives the same ones."""

    def __init__(self, seed: int) -> None:
        self._pick = Random(seed)  # noqa: S311 - a workload, not a secret

    def _value(self, *, flow: bool = False) -> str:
        pick = self._pick
        text = pick.choice(_ODD if pick.random() < 0.05 else _SOUND)
        quoted = "'" + text.replace("'", "''") + "'"
        doubled = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
        ways = [
            *[text] * 9,
            quoted,
            quoted,
            doubled,
            doubled,
            f"!!str {text}",
            f"&an {text}",
            pick.choice(_ESCAPES) if pick.random() < 0.3 else quoted,
        ]
        ways += [] if flow else [self._block(text)]
        return pick.choice(ways) if pick.random() < 0.998 else "*an"

    def _block(self, text: str) -> str:
        body = [text, *self._pick.choice([[], [""], ["  more"], ["\t"]])]
        sign = self._pick.choice(["|", "|-", "|+", ">", "|2", ">-", "|1", "| # c"])
        return "\n".join([sign, *(" " * self._pick.choice([8, 10, 12]) + line for line in body)])

    def _component(self) -> str:
        pick = self._pick
        if pick.random() < 0.5:
            return self._value()
        names = pick.sample(["title", "note", "owner", "subtitle", "'mark'", '"kind"', "? title"], pick.randint(0, 3))
        if pick.random() < 0.5:
            pairs = [f"{name}{pick.choice([': ', ' : ', ': ', ':'])}{self._value(flow=True)}" for name in names]
            end = pick.choice(["}"] * 9 + [",}", " }", "]", "", "}}"])
            return "{" + pick.choice([", ", ",", ",\n         ", " , "]).join(pairs) + end
        return "\n" + "\n".join(f"        {name}: {self._value()}" for name in names)

    def _flow(self) -> str:
        pick, first, second = self._pick, self._pick.choice(_IDS), self._pick.choice(_IDS)
        return pick.choice(
            [
                f"  - {first} --> {second}",
                f"  - {first} -->|{pick.choice(_SOUND)}| {second}",
                f"  - {{from: {first}, to: {second}, label: {self._value(flow=True)}}}",
                f"  - {{from: [{first},{second}], to: {second}}}",
                f"  - from: {first}\n    to: {second}\n    label: {self._value()}",
                f"  - '{first} --> {second}'",
                f"  - {first} -->\t{second}",
                f"  - {first}  -- x -->  {second}",
            ]
        )

    def _damaged(self, text: str) -> str:
        pick = self._pick
        if pick.random() < 0.15:
            text = text.replace("\n", pick.choice(["\r\n", "\r"]))
        at = pick.randrange(len(text))
        if pick.random() < 0.1:
            text = text[:at] + pick.choice("\t'\"{}[]:\n #-?&*\x00|%\\") + text[at:]
        return text[:at] + text[at + pick.randint(1, 4) :] if pick.random() < 0.05 else text

    def text(self) -> str:
        """The next one."""
        pick = self._pick
        lines = [pick.choice(["---", "%YAML 1.2\n---", "# c", "\ufeff# c", "--- # x"])] if pick.random() < 0.1 else []
        lines += [f"id: {pick.choice(['flow', 'f-1'])}"] if pick.random() < 0.6 else []
        lines += [f"{name}: {self._value()}" for name in ("title", "description") if pick.random() < 0.4]
        lines += [
            "stages:",
            f"  one:{pick.choice(['', '  # c', ' &s'])}",
            "    components:" + pick.choice(["", "  #c"]),
        ]
        for name in pick.sample(_IDS, pick.randint(4, 5)):
            lines.append(f"      {name}: {self._component()}")
            if pick.random() < 0.02:
                lines.append(pick.choice(["", "   # c", "#c", "\t", "      <<: {x: y}", "\t# c", " "]))
        lines += ["flows:", *(self._flow() for _ in range(pick.randint(0, 4)))]
        return self._damaged("\n".join(lines) + pick.choice(["\n", "", "\n\n", "\n...\n"]))
