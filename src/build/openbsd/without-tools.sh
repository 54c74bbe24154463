# Sourced by the programs beside it: takes their folder out of the search path, wherever a makefile has put it, so that
# they find the ones that they stand for.
rest=$PATH:
PATH=
while [ "$rest" ]; do
  folder=${rest%%:*}
  rest=${rest#*:}
  [ "$folder" = /build/tools ] || PATH=${PATH:+$PATH:}$folder
done
