#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A compiler's launcher (as ccache is one) for a copy of the sources: take_object.sh COMPILER … -MF DEPENDENCIES … -o OBJECT -c SOURCE
# What is the same as in the build under test is not compiled again: its object is taken from there. Its headers are the same too,
# because the copy differs from the sources in no header; and it is made with the same settings.
# RECIPES_TREE: the copy; RECIPES_SOURCE, RECIPES_BUILD: sources and folder of the build under test.
words=("$@")
while (($#)); do
    case $1 in
        -MF) dependencies=$2; shift ;;
        -o) object=$2; shift ;;
        -c) source=$2; shift ;;
    esac
    shift
done
case $source in
    "$PWD"/*) same=$RECIPES_BUILD/${source#"$PWD"/} ;;                # made by the build: mocs, resources
    "$RECIPES_TREE"/tests/contract/*) same= ;;                              # these know where their captures are
    "$RECIPES_TREE"/*) same=$RECIPES_SOURCE/${source#"$RECIPES_TREE"/} ;;
    *) same= ;;
esac
if [[ $same && $RECIPES_BUILD/$object -nt $same ]] && cmp -s "$source" "$same" && cp "$RECIPES_BUILD/$object" "$object"; then
    [[ -z $dependencies ]] || echo "$object: $source" > "$dependencies"
    exit 0
fi
echo "${source#"$RECIPES_TREE"/}" >> "$RECIPES_TREE/compiled"
launcher=$(command -v ccache) && words=("$launcher" "${words[@]}")
exec "${words[@]}"
