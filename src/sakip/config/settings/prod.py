"""Settings of a served installation (also of the console script `sakip`)."""

from sakip.config.settings.base import *  # noqa: F403
