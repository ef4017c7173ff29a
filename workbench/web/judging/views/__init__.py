"""The views of judging. They may decide nothing."""
