#!/bin/sh
# chown(8) and chgrp(1) while a package is faked: owners are the packing list's business.
exit 0
