"""Text is broken where its script allows, in few and even lines, and no line is a sign alone."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_gitops.render.text_fitting.break_opportunities import SEPARATORS, parts, phrases, signs
from sphinx_gitops.render.text_fitting.line_breaking import WRAP, Measure, break_lines
from sphinx_gitops.render.text_fitting.text_width import width

MOST = 300.0
TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"))
    | st.sampled_from("ab /:@._-()「」。ー한漢かไทย\u0301\u200d"),
    min_size=1,
    max_size=120,
).filter(lambda text: text.split())


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_no_line_is_wider_than_the_widest_that_is_allowed(text):
    for line in break_lines(text, WRAP, MOST):
        assert width(line) <= MOST or len(signs(line)) <= 2


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_no_letter_is_lost_and_none_changes_its_place(text):
    assert "".join("".join(break_lines(text, WRAP, MOST)).split()) == "".join(text.split())


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_lines_are_the_same_at_the_width_that_they_need(text):
    lines = break_lines(text, WRAP, MOST)
    needed = max(WRAP, *map(width, lines))
    assert len(break_lines(text, needed, max(needed, MOST))) <= len(lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Deployment Manifests", ("Deployment", "Manifests")),
        ("Stage A", ("Stage A",)),
        ("br_recommendation_summary_service_production", ("br_recommendation_", "summary_service_", "production")),
        ("clusters/<cluster-name>/apps", ("clusters/<cluster-", "name>/apps")),
        ("Kustomization.kustomize.toolkit.fluxcd.io", ("Kustomization.", "kustomize.", "toolkit.fluxcd.io")),
        ("持续集成流水线构建与安全扫描以及签名验证步骤", ("持续集成流水线", "构建与安全扫描", "以及签名验证步骤")),
        ("アプリケーションリポジトリ", ("アプリケーションリポジトリ",)),
        ("コンテナイメージの脆弱性スキャン", ("コンテナイメージの", "脆弱性スキャン")),
        ("지속적통합파이프라인보안검사및서명검증단계", ("지속적통합파이", "프라인보안검사", "및서명검증단계")),
        ("การตรวจสอบความปลอดภัยของคอนเทนเนอร์", ("การตรวจ", "สอบความปลอดภัย", "ของคอนเทนเนอร์")),
    ],
)
def test_a_text_breaks_as_its_readers_would_break_it(text, lines):
    assert break_lines(text, WRAP, MOST) == lines


@pytest.mark.parametrize("text", ["a-" * 60, "漢" * 19, "漢" * 37, "x" * 90, "word " * 9 + "x", "パ" * 10 + "ー"])
def test_no_line_is_one_sign_alone(text):
    assert min(len(signs(line)) for line in break_lines(text, WRAP, MOST)) > 1


@pytest.mark.parametrize("text", ["「安全扫描」、以及【签名验证】。再一次", "ステップ、スキャナー。リリース"])
def test_no_line_begins_with_what_closes_or_ends_with_what_opens(text):
    for limit in range(75, 140, 5):
        lines = break_lines(text, float(limit), float(limit))
        assert all(unicodedata.category(line[0]) not in {"Pe", "Pf", "Po", "Lm"} for line in lines[1:]), lines
        assert all(unicodedata.category(line[-1]) not in {"Ps", "Pi"} for line in lines[:-1]), lines


def test_a_word_that_fits_a_line_stays_whole():
    assert break_lines("image-automation for all-clusters", WRAP, MOST) == ("image-automation", "for all-clusters")


@pytest.mark.parametrize("word", ["refs/heads/main", "a--b", "https://x.y", "no", "-", "漢字-abc"])
def test_the_parts_of_a_word_are_the_word(word):
    assert "".join(parts(word)) == word
    assert "".join(phrases(word)) == word


def test_a_part_ends_after_its_separator():
    assert parts("a/b:c@d.e_f-g") == ("a/", "b:", "c@", "d.", "e_", "f-", "g")
    assert set(SEPARATORS) == set("/:@._-")


@pytest.mark.parametrize("sign", ["e\u0301", "👨‍👩‍👧‍👦", "🇩🇪", "👍🏽", "กี่", "각"])
def test_a_sign_of_several_characters_is_never_cut(sign):
    assert signs(sign * 3) == (sign,) * 3


def test_a_mark_takes_its_room_on_the_first_line():
    marked = break_lines("Compliance Check", 132.0, 132.0, Measure(indent=15.0))
    assert marked == ("Compliance", "Check")
    assert break_lines("Compliance Check", 132.0, 132.0) == ("Compliance Check",)


def test_a_long_text_grows_wider_before_it_grows_high():
    lines = break_lines("Continuous integration pipeline with security scan and signature check", WRAP, MOST)
    assert len(lines) == 3
    assert WRAP < max(map(width, lines)) < MOST


@pytest.mark.parametrize(
    ("text", "wide"), [("مستودع", 57.6), ("e\u0301", 8.3), ("漢字", 30.0), ("👨‍👩‍👧‍👦", 19.5), ("→", 15.0)]
)
def test_other_scripts_are_measured_with_sense(text, wide):
    assert width(text) == pytest.approx(wide, abs=0.1)
