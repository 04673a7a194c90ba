"""Every fault of a slide template in one run, before anything is built from it."""
