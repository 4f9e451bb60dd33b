"""Say why the system refused a file. Python has the system say it in English, whatever the reader's language."""

from __future__ import annotations

import errno

from phare_cli.nouns.message import Message, sentence

_REASONS = {
    errno.ENOENT: sentence("it is not there"),
    errno.EACCES: sentence("it is not allowed"),
    errno.EPERM: sentence("it is not allowed"),
    errno.EEXIST: sentence("a file of that name is there"),
    errno.EISDIR: sentence("it is a folder"),
    errno.ENOTDIR: sentence("a part of its path is a file, not a folder"),
    errno.ENAMETOOLONG: sentence("its name is too long"),
    errno.ELOOP: sentence("its links lead to one another"),
    errno.EROFS: sentence("the disk can only be read"),
    errno.ENOSPC: sentence("no room is left"),
    errno.EFBIG: sentence("it would be too large"),
    errno.EIO: sentence("the disk or the network failed"),
    errno.ETIMEDOUT: sentence("the disk or the network failed"),
    errno.EBUSY: sentence("another program uses it"),
    errno.ETXTBSY: sentence("another program uses it"),
    errno.EMFILE: sentence("too many files are open"),
    errno.ENFILE: sentence("too many files are open"),
}
# What Windows says of a document that Word or Excel has open; to Python it is a lack of rights.
_SHARED = (32, 33)


def reason_of(error: Exception) -> Message | str:
    """Return why the system refused, or its own words where phare has none."""
    if getattr(error, "winerror", None) in _SHARED:
        return _REASONS[errno.EBUSY]
    own = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return _REASONS.get(getattr(error, "errno", None) or 0, own)
