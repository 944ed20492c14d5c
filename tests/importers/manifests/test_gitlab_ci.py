"""GitLab CI: visible jobs and what they wait for."""

from __future__ import annotations

pytest_plugins = ("support.repositories",)


def test_gitlab_jobs_take_over_what_their_templates_say(read):
    found = read(
        {
            ".gitlab-ci.yml": """
                stages: [build, deploy]
                include: [{local: more.yml}]
                default: {image: x}
                .base: &base
                  needs: [build]
                  environment: {name: production}
                build:
                  script: !reference [.base, script]
                deploy:
                  extends: .base
                merged:
                  <<: *base
                other:
                  needs: [{job: build}, {pipeline: x, job: y}, from-include]
            """
        }
    )
    job = ".gitlab-ci.yml#"
    assert found.ids == [f"{job}build", f"{job}deploy", f"{job}merged", f"{job}other"]
    assert found.edges("needs") == [
        (f"{job}deploy", f"{job}build"),
        (f"{job}merged", f"{job}build"),
        (f"{job}other", f"{job}build"),
        (f"{job}other", f"{job}from-include", "unverifiable"),
    ]
    assert found.object(f"{job}deploy")["fields"]["environment"] == "production"


def test_a_template_of_another_file_gives_nothing_and_one_need_is_one(read):
    found = read({".gitlab-ci.yml": "a: {extends: [.elsewhere, .gone], script: [x]}\nb: {needs: a, script: [x]}\n"})
    assert found.ids == [".gitlab-ci.yml#a", ".gitlab-ci.yml#b"]
    assert found.edges("needs") == [(".gitlab-ci.yml#b", ".gitlab-ci.yml#a")]
