"""Give a new file what an old one has besides its content: owner, mode, access list, extended attributes."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path


def has_rights_of(old: Path, found: os.stat_result, descriptor: int) -> bool:
    """Give a new file the owner, mode, access list and attributes of *old*, and tell whether it has them all."""
    if not hasattr(os, "fchown"):
        return True
    now = os.fstat(descriptor)
    if (now.st_uid, now.st_gid) != (found.st_uid, found.st_gid):
        try:
            os.fchown(descriptor, found.st_uid, found.st_gid)
        except PermissionError:  # only the administrator can give a file away
            return False
    os.fchmod(descriptor, stat.S_IMODE(found.st_mode))
    if not hasattr(os, "listxattr"):
        return True
    try:
        old_attributes = {name: os.getxattr(old, name) for name in os.listxattr(old)}
        new_attributes = {name: os.getxattr(descriptor, name) for name in os.listxattr(descriptor)}
        for name in new_attributes.keys() - old_attributes.keys():
            os.removexattr(descriptor, name)
        for name, value in old_attributes.items():
            if new_attributes.get(name) != value:
                os.setxattr(descriptor, name, value)
    except OSError as error:
        # A file system without attributes; a kind of attribute that only the system may write.
        return error.errno in (errno.ENOTSUP, errno.ENOSYS)
    return True
