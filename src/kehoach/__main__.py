"""`python -P -m kehoach`: the command line, whatever is on the PATH; git's settings call it so.

Without `-P` Python looks for modules in the working folder first, which is a stranger's when one
looks into what was received: it is taken off the list before anything else is imported.
"""

import sys

if not sys.flags.safe_path:
    del sys.path[0]

from kehoach.cli import main

main()
