# In a buildbox over a root with tools, as root: leaves GNU's tar, its loader and its libraries in $1, to be run in a root
# that has another tar, or none: `$1/loader --library-path $1/lib $1/tar`. Exit: 23 no such tar here.
set -eu
mkdir -p "$1/lib"
for tar in /usr/bin/tar /bin/tar; do
  [ ! -e $tar ] || ! $tar --version | grep -q GNU || break
done
$tar --version | grep -q GNU || exit 23
# The one that it names: a system may have those of two C libraries.
loader=$(tr '\000' '\n' <$tar | grep -m 1 '^/lib[^ ]*/ld-')
cp -L $tar "$1/tar"
cp -L "$loader" "$1/loader"
"$loader" --list $tar | sed -n 's/.* => \(\/[^ ]*\).*/\1/p' | while read -r library; do
  cp -L "$library" "$1/lib/"
done
