"""Which numbers of a sentence are figures of results, which stand alone, and which say another once more."""
