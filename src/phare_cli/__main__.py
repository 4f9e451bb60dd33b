"""Let ``python -m phare_cli`` be phare."""

import sys

from phare_cli.cli import main

sys.exit(main())
