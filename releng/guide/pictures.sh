#!/bin/sh
# Takes the pictures of the user guide anew: a test walks through the demo kit, and what it shows goes to docs/images.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd -P)
cd "$root"
tests=tests/org.karlworkbench.ui.tests
features=features/org.karlworkbench.platform.feature,features/org.karlworkbench.engine.feature,features/org.karlworkbench.workbench.feature

# the test ends by saying which pictures the documents lack; those that it took are good all the same
./mvnw verify -am -pl "releng/emfgen,bundles/org.karlworkbench.samples,$features,$tests" -Dtest=GuidePicturesTest \
    -Dsurefire.failIfNoSpecifiedTests=false -DfailIfNoTests=false || echo "see above; taking what there is" >&2
for shot in "$tests"/target/shots/guide-*.png; do
    name=${shot##*/guide-}
    convert "$shot" -strip +dither -colors 128 -define png:exclude-chunks=date,time "docs/images/$name"
done
ls -l docs/images
