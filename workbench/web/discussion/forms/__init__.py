"""Forms of discussions: what somebody composes, and what the queue is asked for. The actions decide."""
