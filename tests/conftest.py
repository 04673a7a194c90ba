"""What all tests share: no test is judged by the clock, and a found example is found again."""

from hypothesis import settings

settings.register_profile("boardpack", deadline=None, derandomize=True)
settings.load_profile("boardpack")
