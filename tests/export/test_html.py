"""The page stands alone, acts on nothing, and can be read by everybody."""

import html
import json
import re
import subprocess
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

import html5lib
import pytest

from cpdlog.export.html import Report, page
from cpdlog.model.record import Record
from cpdlog.progress.calendar import calendar
from cpdlog.progress.criteria import criteria
from cpdlog.progress.gaps import gaps
from cpdlog.progress.goals import goal_reports
from cpdlog.progress.hours import hours
from cpdlog.progress.series import goal_detail
from cpdlog.progress.timeline import timeline
from cpdlog.progress.weeks import weeks
from tests.lacking import lacking
from tests.progress.making import TODAY, entry, goal
from tests.progress.passing import overview
from tests.render.journals import EVERY_JOURNAL, JOURNALS
from tests.render.small import SMALL, YEAR

BROWSER = (
    "chromium",
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--virtual-time-budget=20000",
    "--dump-dom",
)
LIGHT, DARK = "--blink-settings=preferredColorScheme=1", "--blink-settings=preferredColorScheme=0"


def whole(record: Record) -> str:
    reports = goal_reports(record, TODAY)
    details = [goal_detail(it.goal, record, TODAY) for it in reports if it.open]
    return page(
        Report(
            name=record.settings.name,
            overview=overview(record, TODAY, YEAR),
            courses=tuple(it for it in details if len(it.series) > 1),
            hours=hours(record, TODAY, YEAR, "type", "year"),
            weeks=weeks(record, reports, TODAY),
            calendar=calendar(record, TODAY),
            timeline=timeline(reports, TODAY),
            criteria=criteria(record, TODAY, YEAR, "cilip:criterion", {"3": "Wider profession"}),
            gaps=gaps(record, reports, TODAY, YEAR),
        )
    )


@EVERY_JOURNAL
def test_the_page_is_html_without_a_fault(journal: str) -> None:
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(whole(JOURNALS[journal]()))


@EVERY_JOURNAL
def test_nothing_is_fetched_and_nothing_runs(journal: str) -> None:
    found = whole(JOURNALS[journal]())
    assert not re.search(r"<(?:script|link|img|iframe|object|embed|base|form)\b", found)
    assert not re.search(r"""\s(?:src|srcset|style|on\w+|xlink:href)\s*=""", found)
    assert set(re.findall(r'href="([^"]*)"', found)) <= {f"#{name}" for name in ids(found)}
    assert "url(" not in found
    assert "@import" not in found


def ids(found: str) -> list[str]:
    return re.findall(r'\bid="([^"]*)"', found)


@EVERY_JOURNAL
def test_every_id_is_there_once_and_every_reference_leads_somewhere(journal: str) -> None:
    found = whole(JOURNALS[journal]())
    assert len(ids(found)) == len(set(ids(found)))
    for names in re.findall(r'aria-labelledby="([^"]*)"', found):
        assert set(names.split()) <= set(ids(found))


def test_the_browser_takes_the_style_of_the_page_and_no_other() -> None:
    found = whole(SMALL)
    style = re.search(r"<style>(.*?)</style>", found, re.DOTALL)
    assert style
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert f'content="{policy}"' in html.unescape(found)


def test_what_a_journal_says_stays_text() -> None:
    evil = "</title><script>alert(1)</script>"
    record = SMALL._replace(
        settings=SMALL.settings._replace(name=evil),
        goals=(goal("6 visits", title=evil, name="x'\"><svg onload=alert(1)>", measure=evil),),
        entries=(entry("11-20", name=evil, kind=evil, tags="cilip:criterion/<b>", minutes=5),),
    )
    found = whole(record)
    html5lib.HTMLParser(strict=True).parse(found)
    assert "<script" not in found
    assert "<svg onload" not in found
    assert "<b>" not in found
    assert html.escape(evil, quote=False) in found.replace("&#34;", '"').replace("&#39;", "'")


def test_every_picture_says_in_words_what_it_shows() -> None:
    found = whole(SMALL)
    charts = re.findall(r'<svg class="chart".*?</svg>', found, re.DOTALL)
    assert len(charts) == 6
    for chart in charts:
        assert re.search(r'<title id="[^"]+">[^<]+</title>', chart)
        assert re.search(r'<desc id="[^"]+">[^<]{20,}</desc>', chart)
    others = re.findall(r'<svg class="share"[^>]*>', found)
    assert others
    assert all('aria-hidden="true"' in it for it in others)


def test_an_empty_journal_is_told_how_to_fill_it() -> None:
    found = whole(Record())
    assert "<code>cpdlog goal add" in found
    assert "<code>cpdlog new" in found


def axe() -> str:
    root = subprocess.run(["npm", "root", "--global"], capture_output=True, text=True, check=True)
    script = Path(root.stdout.strip()) / "axe-core" / "axe.min.js"
    if not script.exists():
        lacking("axe-core (npm install --global axe-core)")
    return script.read_text(encoding="utf-8")


CHECK = """
axe.run({resultTypes: ["violations"]}).then(found => {
  const said = document.createElement("pre");
  said.id = "answer";
  said.textContent = JSON.stringify(found.violations);
  document.body.appendChild(said);
});
"""


@pytest.mark.needs("chromium", "npm")
@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_browser_finds_nothing_that_shuts_people_out(
    tmp_path: Path, colours: str, width: int
) -> None:
    assert violations(tmp_path, colours, width) == []


def violations(folder: Path, colours: str, width: int) -> list[Any]:
    script = axe().replace("</script", "<\\/script")
    found = answer(folder, f"<script>{script}</script><script>{CHECK}</script>", colours, width)
    return [(it["id"], [node["html"] for node in it["nodes"]]) for it in found]


MOVE = """
<script>
const found = [];
for (const names of document.querySelectorAll(".names")) {
  const room = names.closest(".scroll");
  const widest = room.scrollWidth - room.clientWidth;
  for (const moved of [null, -widest, 0, widest / 2, widest]) {
    if (moved !== null) room.scrollLeft = moved;
    const frame = room.getBoundingClientRect();
    const texts = [...names.querySelectorAll("text")].map(it => it.getBoundingClientRect());
    found.push({
      picture: room.getAttribute("aria-label"),
      moves: widest > 0,
      seen: texts.every(it => it.left >= frame.left - 1 && it.right <= frame.right + 1),
      rows: names.clientHeight - names.previousElementSibling.clientHeight,
    });
  }
}
const said = document.createElement("pre");
said.id = "answer";
said.textContent = JSON.stringify(found);
document.body.appendChild(said);
</script>
"""


@pytest.mark.needs("chromium")
@pytest.mark.parametrize(("width", "moves"), [(390, True), (1280, False)])
def test_the_names_of_rows_stay_in_view_wherever_a_picture_is_moved_to(
    tmp_path: Path, width: int, moves: bool
) -> None:
    found = answer(tmp_path, MOVE, LIGHT, width)
    assert {it["picture"] for it in found} == {
        "Which weeks served which goal",
        "CPD by day",
        "When the goals began and are due",
    }
    for it in found:
        assert (it["moves"], it["seen"]) == (moves, True), it
        assert abs(it["rows"]) <= 1, it


def answer(folder: Path, script: str, colours: str, width: int) -> list[Any]:
    """What a script finds in the page of the sample, as a browser shows it."""
    found = re.sub(r"<meta http-equiv[^>]*>", "", whole(JOURNALS["sample"]()))
    (folder / "page.html").write_text(found.replace("</body>", f"{script}</body>"), "utf-8")
    words = [
        *BROWSER,
        colours,
        f"--user-data-dir={folder / 'profile'}",
        f"--window-size={width},2000",
        (folder / "page.html").as_uri(),
    ]
    done = subprocess.run(words, capture_output=True, text=True, check=True, timeout=120)
    told = re.search(r'<pre id="answer">(.*?)</pre>', done.stdout, re.DOTALL)
    assert told, done.stderr
    said: list[Any] = json.loads(html.unescape(told[1]))
    return said
