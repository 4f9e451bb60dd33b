"""The constructions that set two figures side by side, found in a sentence."""
