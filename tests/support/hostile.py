"""Links and messages that nobody means well with: always the same ones, from a seed.

A link counts as malformed where a sentence must say so; of others Python judges the numbers. All
messages are malformed, and each must be answered.
"""

from __future__ import annotations

import base64
import itertools
import random
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

SEED = 20261123

# Each tries to leave `harmed` behind.
MARKUP = (
    "<script>harmed=1</script>",
    "<img src=x onerror=harmed=1>",
    "<svg onload=harmed=1>",
    "<iframe srcdoc='<script>parent.harmed=1</script>'>",
    "</textarea><script>harmed=1</script>",
    "</title><style>*{display:none}</style>",
    "<a href=javascript:harmed=1>x</a>",
    "<base href=https://attacker.example/>",
    "<link rel=stylesheet href=https://attacker.example/x.css>",
    "<form action=https://attacker.example/><input name=data autofocus onfocus=harmed=1>",
    "javascript:harmed=1",
    "data:text/html,<script>harmed=1</script>",
    "' onmouseover='harmed=1",
    '" autofocus onfocus="harmed=1',
    "{{constructor.constructor('harmed=1')()}}",
    "${harmed=1}",
    "`;harmed=1;`",
    "__import__('os').system('true')",
    "');harmed=1;//",
    "]]><script>harmed=1</script>",
)
INHERITED = (
    "__proto__", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty",
    "__defineGetter__", "isPrototypeOf", "then", "constructor.prototype", "__proto__[x]",
)  # fmt: skip
UNSEEN = (
    "\u202e1,2\u202c", "\u2066x\u2069", "\u200b", "\ufeff1", "\x00", "\x07\x1b[31m", "\u2028",
    "\u0301" * 50, "\U0001f642", "\u0661\u0662", "\uff11", "1\u00a02", "\ufffe", "\r\n\r\n",
)  # fmt: skip
NUMBERS = (
    "-1", "0", "1e999", "-1e999", "NaN", "Infinity", "-Infinity", "nan", "inf", "1e-400", "0x10",
    "0b1", "1_000", "9" * 400, "1e5", "2.5", "--1", "1e", "+", ".", "null", "undefined", "true",
    "[]", "{}", "1/0", "٣", "1,5", " ", "1;;", "99999999999999999999", "-0", "1e308",
)  # fmt: skip
DAMAGED = ("%", "%4", "%zz", "%E0%A4%A", "%C0%80", "%ED%A0%80", "%FF", "1%", "%u0031", "%F5%80%80")
TEXTS = ("sample", "data", "z", "covariance", "start", "collapse", "layout", "theme", "family")
COUNTS = ("components", "seed", "restarts", "iterations", "tol", "within", "reg", "principal")
LISTS = ("weights", "means", "sds", "covariances")
COLUMNS = ("columns", "weight", "label")
FLAGS = ("run", "embed", "drop", "standardise", "equal", "accelerate")
KEYS = (*TEXTS, *COUNTS, *LISTS, *COLUMNS, *FLAGS)


@dataclass(frozen=True)
class Fragment:
    """What stands behind the "#" of an address."""

    text: str
    is_malformed: bool


# --- links -------------------------------------------------------------------------------------


def fragments() -> list[Fragment]:
    """More than five hundred, each another."""
    rng = random.Random(SEED)
    found = [*wrong_keys(), *wrong_values(), *odd_values(), *enormous(), *mixtures(rng)]
    return list({fragment.text: fragment for fragment in found}.values())


def wrong_keys() -> Iterator[Fragment]:
    """Keys that mean nothing here."""
    for key in (*INHERITED, *MARKUP, *UNSEEN, "", "DATA", "data[]", "data.x", "x" * 5000):
        written = quote(key)
        if written not in KEYS:
            yield Fragment(f"{written}=1", is_malformed=True)
            yield Fragment(f"data=1,2,9,10&{written}={written}&run=1", is_malformed=True)


def wrong_values() -> Iterator[Fragment]:
    """Values that cannot be decoded, are empty, or come twice."""
    for key, value in itertools.product(KEYS, DAMAGED):
        yield Fragment(f"{key}={value}", is_malformed=True)
    for key in KEYS:
        yield Fragment(f"{key}=", is_malformed=True)
        yield Fragment(f"{key}=1&{key}=2", is_malformed=True)
    for key, value in itertools.product(("theme", "family", "layout", "sample"), MARKUP):
        yield Fragment(f"{key}={quote(value)}", is_malformed=True)
    for value in ("q", "AAAA", "====", "%F0%9F%99%82", "a" * 3001, quote("<b>"), cut_short()):
        yield Fragment(f"z={value}&run=1", is_malformed=True)


def odd_values() -> Iterator[Fragment]:
    """What could be typed too, and is no number."""
    for key, value in itertools.product((*COUNTS, *LISTS), NUMBERS):
        yield Fragment(f"data=1,2,9,10&{key}={quote(value)}", is_malformed=False)
    for value in (*MARKUP, *UNSEEN, *INHERITED):
        yield Fragment(f"data={quote(value)}&run=1", is_malformed=False)
        yield Fragment(f"data={quote(f'{value},b')}%0A1,2%0A3,4&columns={quote(value)}", False)


def enormous() -> Iterator[Fragment]:
    """Lists and texts that are longer than any page needs."""
    for key in LISTS:
        yield Fragment(f"{key}={'1,' * 30_000}", is_malformed=True)
        yield Fragment(f"{key}={'1,2;' * 20_000}", is_malformed=True)
    yield Fragment("&".join(["x=1"] * 20_000), is_malformed=True)
    yield Fragment(f"data={'1,' * 50_000}", is_malformed=False)
    yield Fragment(f"data={quote('<b>' * 5_000)}", is_malformed=False)
    yield Fragment(f"columns={'a,' * 20_000}", is_malformed=False)
    yield Fragment("=" * 10_000, is_malformed=True)
    yield Fragment("&" * 10_000 + "x=1", is_malformed=True)


def mixtures(rng: random.Random) -> Iterator[Fragment]:
    """Several parts, of which the last means nothing."""
    values = (*MARKUP, *UNSEEN, *NUMBERS, *INHERITED)
    for _ in range(150):
        keys = rng.sample(KEYS, rng.randint(1, 6))
        parts = [f"{key}={quote(rng.choice(values))}" for key in keys]
        yield Fragment("&".join([*parts, f"{quote(rng.choice(MARKUP))}=1"]), is_malformed=True)


def bombs() -> list[str]:
    """Short links whose data have no end worth waiting for."""
    return [
        f"z={packed(bytes(content))}&run=1"
        for content in (b"\x00" * 60_000_000, b"1," * 20_000_000, b"<b>" * 10_000_000)
    ]


def packed(content: bytes) -> str:
    """As the page packs data."""
    packer = zlib.compressobj(level=9, wbits=-15)
    raw = packer.compress(content) + packer.flush()
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def cut_short() -> str:
    """The first half of packed data."""
    whole = packed(b"1, 2, 3, 4, 10, 11, 12, 13")
    return whole[: len(whole) // 2]


# --- messages ----------------------------------------------------------------------------------


def messages() -> list[str]:
    """More than five hundred expressions of JavaScript, each of a message that is no wish."""
    rng = random.Random(SEED)
    found = [*not_to_us(), *no_wishes(), *wrong_settings(), *mixed_settings(rng)]
    return list(dict.fromkeys(found))


VALUES = (
    "null", "undefined", "0", "NaN", "Infinity", "1n", "true", "''", "'run'", "[]", "{}",
    "new Date(0)", "/x/", "new Map([['target', 'emkit']])", "new Set([1])", "new Error('x')",
    "new Uint8Array(9)", "new ArrayBuffer(8)", "new Blob(['x'])", "Object.create(null)",
    "'x'.repeat(100000)", "new Array(4294967295)", "Array(9).fill([])", "new Boolean(true)",
)  # fmt: skip
WRONG_VALUES = (
    "undefined", "NaN", "Infinity", "-Infinity", "1n", "{}", "{a: 1}", "new Date(0)", "/x/",
    "new Map()", "new Set([1])", "new Uint8Array(9)", "[NaN]", "[[1, {}]]", "[undefined]",
    "[null]", "new Array(3)", "new Array(4294967295)", "deep(2000)", "ring()", "wide()",
    "[[[[1]]]]", "new Error('x')", "[1n]", "new String('1')",
)  # fmt: skip
HELPERS = """
const deep = (n) => { let a = []; for (let i = 0; i < n; i += 1) a = [a]; return a; };
const ring = () => { const a = [1]; a.push(a); return a; };
const wide = () => Array(2000).fill(Array(2000).fill(1));
const own = (key) => JSON.parse(`{"${key}": "1"}`);
"""
"""What the expressions call."""


def not_to_us() -> Iterator[str]:
    """Nothing that names us as its target."""
    yield from VALUES
    for value in VALUES:
        yield f"{{target: {value}}}"
        yield f"{{target: {value}, type: 'run'}}"
        yield f"[{value}, 'emkit']"
        yield f"{{source: 'emkit', type: 'em-result', detail: {value}}}"
    yield from ("'emkit'", "['emkit', 'run']", "{target: 'EMKIT', type: 'run'}")


def no_wishes() -> Iterator[str]:
    """To us, and no type that there is."""
    for value in VALUES:
        if value != "'run'":
            yield f"{{target: 'emkit', type: {value}}}"
            yield f"{{target: 'emkit', type: [{value}]}}"
    for name in (*INHERITED, "eval", "RUN", " run", "run ", "set\0", "em-result", *MARKUP):
        yield f"{{target: 'emkit', type: {name!r}}}"


def wrong_settings() -> Iterator[str]:
    """Settings without keys and values that there are."""
    for value in VALUES:
        if value not in ("{}", "Object.create(null)"):
            yield f"{{target: 'emkit', type: 'set', detail: {value}}}"
    for name in INHERITED:
        yield f"{{target: 'emkit', type: 'set', detail: own({name!r})}}"
        yield f"{{target: 'emkit', type: 'set', detail: {{data: own({name!r})}}}}"
    for name in ("onload", "innerHTML", "srcdoc", "href", "DATA", "data ", "", *MARKUP):
        yield f"{{target: 'emkit', type: 'set', detail: {{[{name!r}]: '1'}}}}"
    for key, value in itertools.product((*KEYS[:4], *LISTS, "columns", "run"), WRONG_VALUES):
        yield f"{{target: 'emkit', type: 'set', detail: {{{key}: {value}}}}}"
    yield "{target: 'emkit', type: 'set', detail: {data: '9'.repeat(10000001)}}"


def mixed_settings(rng: random.Random) -> Iterator[str]:
    """Right values beside a wrong one: none of them may be taken over."""
    for _ in range(100):
        right = ", ".join(f"{key}: '1'" for key in rng.sample(KEYS, 3))
        wrong = rng.choice(("{}", "NaN", "[[[[1]]]]", "1n"))
        yield f"{{target: 'emkit', type: 'set', detail: {{{right}, tol: {wrong}}}}}"
