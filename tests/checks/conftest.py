"""Property tests here try the same examples on each run, and none is timed."""

from hypothesis import settings

settings.register_profile("checks", deadline=None, derandomize=True)
settings.load_profile("checks")
