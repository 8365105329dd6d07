"""One hypothesis profile for the pure library: the same examples every time, and few enough to stay fast."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "kinerja",
    derandomize=True,
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("kinerja")
