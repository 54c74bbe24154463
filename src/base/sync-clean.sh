# In a buildbox over a root that will be packed for good, as root: leaves nothing of this day, or of the box, whoever manages its packages.
set -u
rm -rf /tmp/* /var/tmp/* /var/cache/ldconfig/*
rm -f /etc/*- /var/lib/systemd/random-seed /var/lib/dbus/machine-id
[ ! -d /var/log ] || find /var/log -type f -exec truncate -s 0 {} +
[ ! -e /etc/machine-id ] || : >/etc/machine-id
for file in passwd group shadow gshadow; do
  [ ! -e /etc/$file ] || sed -i '/^tarwright-build:/d' /etc/$file
done
# Proxies and mirrors may have a login in them.
rm -f /etc/apt/apt.conf.d/90machine
[ ! -f /etc/apt/sources.list ] || sed -i 's#://[^/@ ]*@#://#' /etc/apt/sources.list
# Keys that a package made for this one machine are no package's.
rm -f /etc/ssh/ssh_host_*_key /etc/ssh/ssh_host_*_key.pub
