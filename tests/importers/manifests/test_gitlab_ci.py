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
