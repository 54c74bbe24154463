# The first process of a container: makes the build account, says `ready UID`, and waits.
# Its standard input is a lifeline: the client that holds the other end ends with the program that started it, and
# with the first process the container ends.
umask 022
if line=$(grep '^tarwright-build:' /etc/passwd 2>/dev/null); then
  uid=$(echo "$line" | cut -d: -f3)
else
  # Nobody that the image knows.
  uid=30033
  while grep -qs "^[^:]*:[^:]*:$uid:" /etc/passwd /etc/group; do uid=$((uid + 1)); done
  echo "tarwright-build:x:$uid:$uid:Tarwright:/build:/bin/sh" >>/etc/passwd
  echo "tarwright-build:x:$uid:" >>/etc/group
fi
mkdir -p /build /tmp && chown "$uid:$uid" /build && chmod 1777 /tmp || exit
echo "ready $uid"
# In a child, since only who waits buries the orphans of a box; again, since an abort kills all but this one.
exec /bin/sh -c 'until cat; do :; done' >/dev/null 2>&1
