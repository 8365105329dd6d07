"""What the import of a plan refuses."""

from sakip.apps.perencanaan.galat import GalatPerencanaan


class ImporRencanaDitolak(GalatPerencanaan):
    """The file cannot be applied or taken back as things stand; nothing was written."""
