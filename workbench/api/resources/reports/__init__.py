"""What marks and verdicts on a work come to: its quality report, how far reviewers agree."""
