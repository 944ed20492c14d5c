"""A runbook and a component list their alerts; roles lead to where somebody who is paged is sent."""

from __future__ import annotations

import re

from support.alert_site import GOOD, INDEX, LONELY, WRONG
from support.sites import html


def test_a_runbook_lists_its_alerts(alert_site):
    page = html(alert_site(), "runbooks/db")
    listed = page[page.index("Alerts") : page.index("Do it.")]
    assert "<strong>DatabaseDown</strong> (critical, for 5m): The &lt;b&gt;database&lt;/b&gt; is down." in listed
    assert "up{job=&quot;db&quot;} &lt; 1 and &quot;&lt;/pre&gt;&lt;script&gt;&quot;</pre></details>" in listed
    assert "<strong>Bound</strong>" in listed
    assert "rules/db.yaml:4</span>" in listed


def test_a_component_lists_its_alerts_and_roles_lead_to_the_runbook_else_to_the_table(alert_site):
    page = html(alert_site(GOOD + WRONG["Lonely"], pages=LONELY))
    assert re.search(r'Alerts.*href="runbooks/db.html#gitops-runbook-db-down"[^>]*>.*?DatabaseDown', page, re.DOTALL)
    assert re.search(r'<a [^>]*href="runbooks/db.html#gitops-runbook-db-down"[^>]*><span[^>]*>Bound</span>', page)
    assert re.search(r'<a [^>]*href="other.html#gitops-alerts"[^>]*><span[^>]*>Lonely</span>', page)
    assert 'id="gitops-alerts"' in html(alert_site(GOOD + WRONG["Lonely"], pages=LONELY), "other")


def test_a_role_that_names_no_alert_is_told_what_is_near(alert_site, warnings):
    app = alert_site(pages={"index": INDEX + "\n:gitops:alert:`DatabaseDwn`\n"})
    assert ["did you mean 'DatabaseDown'?" in line for line in warnings(app)] == [True]
