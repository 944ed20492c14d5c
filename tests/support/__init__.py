"""What several tests share: sites, workflows, and ways to read what was written. No test stands here."""
