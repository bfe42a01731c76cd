"""`python -m kehoach`: the command line, whatever is on the PATH; git's settings call it so."""

from kehoach.cli import main

main()
