"""Tokens in, what a parser asks of them out: look at one, take one, take a run, refuse one with its line."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NoReturn

from sphinx_gitops.importers.diagrams.diagram import DiagramError
from sphinx_gitops.importers.mermaid.lexer import END, MermaidToken

_ENDS = {"NEWLINE": "the end of the line", "EOF": "the end of the diagram", END: "the end of the diagram"}
_WORDS = {"BLANK": "a blank", "SUBGRAPH_END": "'end'"}


class TokenStream:
    """The tokens of a flowchart, one of them at a time."""

    def __init__(self, tokens: Iterator[MermaidToken]) -> None:
        self._tokens = tokens
        self.token = next(tokens)
        "The token that is next."

    def at(self, *types: str) -> bool:
        """Whether the next token is one of these."""
        return self.token.type in types

    def take(self) -> MermaidToken:
        """The next token, which is passed."""
        taken, self.token = self.token, next(self._tokens)
        return taken

    def take_if(self, *types: str) -> MermaidToken | None:
        """The next token, passed if it is one of these, else None."""
        return self.take() if self.at(*types) else None

    def expect(self, *types: str, expected: str) -> MermaidToken:
        """The next token, which must be one of these. Raises DiagramError."""
        return self.take() if self.at(*types) else self.refuse(expected)

    def run(self, types: Collection[str]) -> str:
        """The text of all tokens of these types that follow."""
        texts = []
        while self.token.type in types:
            texts.append(self.take().text)
        return "".join(texts)

    def refuse(self, expected: str) -> NoReturn:
        """Raise the DiagramError of a token that Mermaid's grammar does not have here."""
        type_, text, line = self.token
        found = _ENDS.get(type_) or _WORDS.get(type_) or repr(text.strip()[:40])
        raise DiagramError(f"expected {expected}, found {found}", line)
