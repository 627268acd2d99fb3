"""Working days of the State Council's calendar with make-up workdays, and periods counted along it. Pure."""
