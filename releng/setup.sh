# Set-up shared by mvnw, workbench and karl: a JDK, Debian's packages, Maven. POSIX sh, to be sourced
# with the repository's folder in KARL_ROOT. Everything it says goes to standard error.

KARL_JDK=25
KARL_MAVEN=3.9.16

say() { printf 'karl: %s\n' "$*" >&2; }

die() {
    say "$*"
    exit 1
}

# True if $1 is the folder of a JDK that is new enough. Reads its release file; starts no Java.
is_jdk() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    jdk_version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    [ "${jdk_version:-0}" -ge "$KARL_JDK" ]
}

# Sets JAVA_HOME to a JDK that is new enough, or fails.
look_for_jdk() {
    if [ -n "${JAVA_HOME:-}" ] && is_jdk "$JAVA_HOME"; then return 0; fi
    jdk_on_path=$(readlink -f "$(command -v javac 2>/dev/null || echo /)")
    for jdk in "${jdk_on_path%/bin/javac}" /usr/lib/jvm/* /usr/local/lib/jvm/* /opt/* /opt/java/* \
        "${HOME:-/}"/.jdks/* "${HOME:-/}"/.sdkman/candidates/java/*; do
        if is_jdk "$jdk"; then
            JAVA_HOME=$jdk
            return 0
        fi
    done
    return 1
}

# Sets and exports JAVA_HOME; installs a JDK from Debian's packages if there is none and one is offered.
need_jdk() {
    if ! look_for_jdk; then
        for package in "openjdk-$KARL_JDK-jdk" "temurin-$KARL_JDK-jdk"; do
            if is_offered "$package"; then
                install_packages "$package"
                break
            fi
        done
        look_for_jdk || die "no JDK $KARL_JDK or newer found; install one and set JAVA_HOME to its folder"
    fi
    export JAVA_HOME
    PATH=$JAVA_HOME/bin:$PATH
    export PATH
}

is_installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

is_offered() { command -v apt-cache >/dev/null && [ -n "$(apt-cache policy "$1" 2>/dev/null | sed -n '/Candidate: [^(]/p')" ]; }

# Prints the packages of the groups $* (of releng/debian-packages) that are missing.
missing_packages() {
    sed 's/#.*//' "$KARL_ROOT/releng/debian-packages" | while read -r names group; do
        case " $* " in *" ${group:-none} "*) ;; *) continue ;; esac
        missing=
        for name in $(printf '%s' "$names" | tr '|' ' '); do
            if is_installed "$name"; then continue 2; fi
            missing=${missing:+$missing|}$name
        done
        printf '%s\n' "$missing"
    done
}

# Of NAME|OTHER the one that this Debian offers.
offered_name() {
    for name in $(printf '%s' "$1" | tr '|' ' '); do
        if is_offered "$name"; then break; fi
    done
    printf '%s\n' "$name"
}

# Installs the packages $* as root, or says what to type and ends.
install_packages() {
    if [ "$(id -u)" -ne 0 ]; then
        die "packages are missing; type: sudo apt-get update && sudo apt-get install --no-install-recommends $*"
    fi
    say "installing from Debian's packages: $*"
    DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install "$@" </dev/null >&2 ||
        die "could not install $*"
}

# Sees that the packages of the groups $* are there. Elsewhere than on Debian nothing is looked up.
need_packages() {
    command -v dpkg-query >/dev/null || return 0
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" -eq 0 ]; then
        apt-get -q update </dev/null >&2 || say "apt-get update failed; trying with the lists that are there"
    fi
    # shellcheck disable=SC2046 # one word for each package
    install_packages $(for entry in $missing; do offered_name "$entry"; done)
}

# Sets MAVEN to the wanted Maven's command; the system's older one fetches it once into ~/.m2.
need_maven() {
    maven_home=$HOME/.m2/wrapper-dists/apache-maven-$KARL_MAVEN
    MAVEN=$maven_home/bin/mvn
    [ ! -x "$MAVEN" ] || return 0
    command -v mvn >/dev/null || die "mvn not found; install Maven of any version 3 and try again"
    say "fetching Maven $KARL_MAVEN"
    mkdir -p "${maven_home%/*}"
    unpacked=$(mktemp -d "${maven_home%/*}/unpack.XXXXXX")
    (cd "$unpacked" && mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack \
        "-Dartifact=org.apache.maven:apache-maven:$KARL_MAVEN:zip:bin" "-DoutputDirectory=$unpacked" \
        "-Dproject.basedir=$unpacked" >&2) || die "could not fetch Maven $KARL_MAVEN"
    chmod +x "$unpacked/apache-maven-$KARL_MAVEN/bin/mvn"
    # another process may have been quicker; then its copy stays
    mv -T "$unpacked/apache-maven-$KARL_MAVEN" "$maven_home" 2>/dev/null || [ -x "$MAVEN" ] || die "cannot write $maven_home"
    rm -rf "$unpacked"
}

# All that a build needs; $* are further groups of packages. Leaves JAVA_HOME, PATH and MAVEN.
set_up() {
    umask u=rwx
    [ -n "${HOME:-}" ] || die "HOME is not set"
    need_packages build "$@"
    need_jdk
    need_maven
}

# Builds the modules $1 (a list for Maven's -pl) and what they need, without tests. Standard error gets the name of each
# module and whatever goes wrong.
build_modules() {
    build_note=$(mktemp)
    (cd "$KARL_ROOT" && "$MAVEN" -DskipTests -Dspotless.check.skip=true -Dmaven.compiler.failOnWarning=false \
        -pl "$1" -am package </dev/null 2>&1 && echo done >"$build_note") |
        sed -n -e 's/^\[INFO\] Building \(org\.[^ ]*\) .*/  \1/p' -e '/^\[ERROR\]/p' >&2
    build_end=$(cat "$build_note")
    rm -f "$build_note"
    [ "$build_end" = done ] || die "the build failed; ./mvnw verify tells more"
}
