"""Opens the report's pages in headless Chromium and checks what a reviewer would do with them.

Usage: check_page.py FOLDER, with nine.html, ballot.html, again.html, empty.html, hostile.html,
nothing.html and tables.html in it. RSPMAINT_SCREENSHOTS names a folder for pictures of the pages.
Prints one line a check; exits 1 when any fails.
"""

import base64
import importlib.util
import json
import os
import re
import sys
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select

FOLDER = Path(sys.argv[1]).resolve()
SCREENSHOTS = os.environ.get("RSPMAINT_SCREENSHOTS", "")
# The package is only where axe-core itself comes from; its browser is not used.
AXE = (Path(importlib.util.find_spec("axe_playwright_python").submodule_search_locations[0])
       / "axe.min.js").read_text()
failures = []


def check(name, holds, detail=""):
    print(("ok   " if holds else "FAIL ") + name + (f": {detail}" if detail and not holds else ""))
    if not holds:
        failures.append(name)


def browser(scripts=True, dark=False):
    options = Options()
    options.binary_location = "/usr/bin/chromium"
    for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1200,900",
                     "--disable-background-networking", "--disable-component-update"]:
        options.add_argument(argument)
    if dark:
        options.add_argument("--force-dark-mode")
        options.add_argument("--blink-settings=preferredColorScheme=0")
    if not scripts:
        options.add_experimental_option(
            "prefs", {"profile.managed_default_content_settings.javascript": 2})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    driver.set_script_timeout(180)
    return driver


def url(name):
    return (FOLDER / f"{name}.html").as_uri()


def requests(driver):
    """Every address that the page asked for, from the browser's network log."""
    found = []
    for entry in driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            found.append(message["params"]["request"]["url"])
    return found


def visible(driver):
    return [e for e in driver.find_elements(By.CSS_SELECTOR, "[data-fingerprints]")
            if e.is_displayed()]


def changes(entries):
    return sum(len(e.get_attribute("data-fingerprints").split()) for e in entries)


def shown(driver, selector):
    return [e for e in driver.find_elements(By.CSS_SELECTOR, selector) if e.is_displayed()]


def status(driver):
    return driver.find_element(By.CSS_SELECTOR, ".filters output").text


def press(driver, key):
    ActionChains(driver).send_keys(key).perform()


def emulate(driver, width, height=900):
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})


def shoot(driver, name, width):
    if not SCREENSHOTS:
        return
    emulate(driver, width)
    height = driver.execute_script("return document.documentElement.scrollHeight")
    emulate(driver, width, min(height, 12000))
    driver.save_screenshot(f"{SCREENSHOTS}/{name}.png")
    emulate(driver, width)


def check_interaction(driver):
    driver.get(url("ballot"))
    entries = visible(driver)
    total = changes(entries)
    check("the ballot has at least 20 changes", total >= 20 and len(entries) >= 12,
          f"{total} in {len(entries)} entries")
    check("the count starts with all of them",
          status(driver) == f"{total} changes, {total} left to review", status(driver))

    kind = Select(driver.find_element(By.NAME, "kind"))
    kind.select_by_value("move")
    check("a kind is filtered", {e.get_attribute("data-kind") for e in visible(driver)} == {"move"})
    check("sections without a match are gone",
          not driver.find_element(By.ID, "proposal-3").is_displayed())
    kind.select_by_value("")
    Select(driver.find_element(By.NAME, "category")).select_by_value("data")
    check("a category is filtered", 0 < len(visible(driver)) < len(entries) and all(
        "data" in e.get_attribute("data-categories").split() for e in visible(driver)))
    Select(driver.find_element(By.NAME, "category")).select_by_value("")
    Select(driver.find_element(By.NAME, "proposal")).select_by_value("3")
    check("a proposal is filtered", len(visible(driver)) > 0 and all(
        "3" in e.get_attribute("data-proposals").split() for e in visible(driver)))
    show_all = driver.find_element(By.XPATH, "//button[text()='Show all']")
    show_all.click()
    check("all come back", len(visible(driver)) == len(entries))
    search = driver.find_element(By.NAME, "standard")
    search.send_keys("radlex")
    check("a standard is filtered", 0 < len(visible(driver)) < len(entries))
    search.send_keys(Keys.ESCAPE)
    show_all.click()

    # Ticks stay, by fingerprint, also for a report that is made anew.
    box = driver.find_element(By.CSS_SELECTOR, "article[data-kind=move] .tick input")
    box.click()
    check("a tick counts", status(driver) == f"{total} changes, {total - 1} left to review",
          status(driver))
    driver.get(url("again"))
    check("a tick outlives the report",
          status(driver) == f"{total} changes, {total - 1} left to review", status(driver))
    driver.find_element(By.NAME, "pending").click()
    check("what is reviewed can be hidden", changes(visible(driver)) == total - 1)
    driver.find_element(By.XPATH, "//button[text()='Show all']").click()

    # Keys.
    driver.get(url("ballot"))
    press(driver, "j")
    first = driver.switch_to.active_element.get_attribute("id")
    press(driver, "j")
    second = driver.switch_to.active_element.get_attribute("id")
    press(driver, "k")
    check("j and k go forth and back", first.startswith("change-") and second != first
          and driver.switch_to.active_element.get_attribute("id") == first)
    cursor = driver.execute_script(
        "const style = getComputedStyle(document.activeElement);"
        "const box = document.activeElement.getBoundingClientRect();"
        "const bar = document.querySelector('.filters').getBoundingClientRect();"
        "return [parseFloat(style.outlineWidth), style.outlineStyle, box.top >= bar.bottom,"
        " box.top < innerHeight]")
    check("the cursor is clearly visible", cursor[0] >= 3 and cursor[1] == "solid"
          and cursor[2] and cursor[3], str(cursor))
    before = status(driver)
    press(driver, "r")
    check("r ticks", status(driver) != before)
    press(driver, "o")
    check("o opens what is folded", driver.find_element(
        By.CSS_SELECTOR, f"#{first} details").get_attribute("open") is not None)
    driver.find_element(By.CSS_SELECTOR, ".filters summary").click()
    driver.find_element(By.NAME, "shortcuts").click()
    now = status(driver)
    driver.execute_script("arguments[0].focus()", driver.find_element(By.ID, second))
    press(driver, "r")
    check("keys can be switched off", status(driver) == now)
    driver.find_element(By.NAME, "shortcuts").click()

    # Deep links.
    ids = [e.get_attribute("id") for e in driver.find_elements(
        By.CSS_SELECTOR, "[data-fingerprints]")]
    driver.get(url("again"))
    again = [e.get_attribute("id") for e in driver.find_elements(
        By.CSS_SELECTOR, "[data-fingerprints]")]
    check("links to changes are stable", ids == again)
    driver.get(url("ballot") + "#" + ids[-1])
    check("a deep link shows its change", driver.switch_to.active_element.get_attribute("id")
          == ids[-1])
    every = re.findall(r'\bid="([^"]+)"', (FOLDER / "ballot.html").read_text())
    check("no two elements share an id", len(every) == len(set(every)))
    prints = {p for e in driver.find_elements(By.CSS_SELECTOR, "[data-fingerprints]")
              for p in e.get_attribute("data-fingerprints").split()}
    check("every change has a place to link to", {f"change-{p}" for p in prints} <= set(every))


def bottom(driver, element):
    return driver.execute_script(
        "return arguments[0].getBoundingClientRect().bottom + scrollY", element)


def check_nine(driver):
    """The page of nine proposals, as a reviewer with ten minutes opens it."""
    emulate(driver, 1440, 1000)
    driver.get(url("nine"))
    rows = driver.find_elements(By.CSS_SELECTOR, "tr[data-kind=proposal]")
    objections = driver.find_elements(By.CSS_SELECTOR, "[data-kind=objection]")
    parts = [driver.find_element(By.TAG_NAME, "h1"),
             driver.find_element(By.CSS_SELECTOR, ".top > p strong"), *rows, *objections[:1]]
    lowest = max(bottom(driver, part) for part in parts)
    check("title, verdict, nine proposals and the objection are on the first screen",
          len(rows) == 9 and len(objections) == 1 and lowest <= 1000, str(lowest))
    check("the objection is told in full, by name", "Siri Second" in objections[0].text
          and "rated by it." in objections[0].text)
    first = driver.execute_script(
        "return document.querySelector('[data-fingerprints]').getBoundingClientRect().top")
    check("the first change begins within 1,600 px", first <= 1600, str(first))
    height = driver.execute_script("return document.documentElement.scrollHeight")
    check("the page is at most 7,000 px tall", height <= 7000, str(height))

    entries = visible(driver)
    total = changes(entries)
    verdict = driver.find_element(By.CSS_SELECTOR, ".top > p strong").text
    heads = [int(e.text) for e in driver.find_elements(
        By.CSS_SELECTOR, "main > section:has(.beside) h2 .count")]
    check("the counts are the same everywhere", verdict.startswith(f"{total} changes ")
          and sum(heads) == total and status(driver).startswith(f"{total} changes,"),
          f"{verdict} {heads} {status(driver)}")

    Select(driver.find_element(By.NAME, "proposal")).select_by_value("3")
    own = changes(visible(driver))
    sections = [e.get_attribute("id") for e in shown(driver, "main > section:has(.beside)")]
    check("a filter leaves one proposal, in the table too", sections == ["proposal-3"]
          and len(shown(driver, "tr[data-kind=proposal]")) == 1, str(sections))
    check("a filter leaves no foreign objection", not shown(driver, "[data-kind=objection]"))
    check("a filter counts anew", 0 < own < total
          and status(driver) == f"{own} of {total} changes shown, {own} left to review"
          and driver.find_element(By.CSS_SELECTOR, "#proposal-3 h2 .count").text == str(own))
    Select(driver.find_element(By.NAME, "kind")).select_by_value("move")
    check("headings count what is shown", driver.find_element(
        By.CSS_SELECTOR, "#proposal-3 h2 .count").text == "1" and own > 1)
    Select(driver.find_element(By.NAME, "kind")).select_by_value("")
    links = {e.get_attribute("href").split("#")[1] for e in shown(driver, ".contents a")}
    check("a filter leaves only links to what is shown", all(
        driver.find_element(By.ID, link).is_displayed() for link in links), str(links))
    for heading in shown(driver, "main h2, main h3"):
        check(f"'{heading.text}' stands above something", shown_below(driver, heading))
    hidden = next(e for e in driver.find_elements(By.CSS_SELECTOR, "[data-fingerprints]")
                  if not e.is_displayed())
    driver.execute_script("location.hash = arguments[0]", hidden.get_attribute("id"))
    driver.execute_async_script("setTimeout(arguments[0], 200)")
    check("a link shows what a filter hides", hidden.is_displayed()
          and 0 <= driver.execute_script(
              "return arguments[0].getBoundingClientRect().top", hidden) < 1000)

    check_map(driver)
    for width in [360, 768, 1440, 1920]:
        emulate(driver, width, 1000)
        driver.get(url("nine"))
        off = driver.execute_script(
            "return Array.from(document.querySelectorAll('body *')).filter((element) => {"
            " const box = element.getBoundingClientRect();"
            " return element.checkVisibility() && !element.matches('.skip') && box.width > 1"
            "  && box.right > document.documentElement.clientWidth + 1;"
            "}).map((element) => element.outerHTML.slice(0, 80))")
        check(f"nothing is off-screen at {width}", not off, str(off[:3]))
    emulate(driver, 360, 800)
    driver.get(url("nine"))
    check("at 360 px the map is its list alone", not shown(driver, "figure svg")
          and len(shown(driver, ".map li")) > 3)
    emulate(driver, 1200)


def shown_below(driver, heading):
    return driver.execute_script(
        "const part = arguments[0].closest('article, .group, section');"
        "return Array.from(part.querySelectorAll('p, li, th, td')).some("
        " (child) => child.checkVisibility())", heading)


def check_map(driver):
    numbers = [e.get_attribute("textContent") for e in driver.find_elements(
        By.CSS_SELECTOR, ".map .mark:not(.before)")]
    listed = [e.get_attribute("textContent") for e in driver.find_elements(
        By.CSS_SELECTOR, ".map .number")]
    check("every filled mark is in the list", len(numbers) > 3 and set(numbers) <= set(listed),
          f"{numbers} {listed}")
    crossed = driver.execute_script(
        "const boxes = Array.from(document.querySelectorAll('.map svg text, .map svg circle'))"
        " .map((element) => [element, element.getBoundingClientRect()]);"
        "const crossed = [];"
        "for (const [a, p] of boxes) for (const [b, q] of boxes) {"
        " if (a === b || a.parentElement === b.parentElement && a.closest('.mark')) continue;"
        " if (p.left < q.right - 0.5 && q.left < p.right - 0.5"
        "  && p.top < q.bottom - 0.5 && q.top < p.bottom - 0.5) crossed.push(a.textContent);"
        "} return crossed")
    lines = driver.find_elements(By.CSS_SELECTOR, ".map svg line, .map svg path")
    check("no label of the map is crossed", not crossed and not lines, str(crossed))


def check_paper(driver):
    """On paper the nine proposals take at most 8 pages, with all that is folded on a screen."""
    driver.get(url("nine"))
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    missing = driver.execute_script(
        "return Array.from(document.querySelectorAll('main details :is(p, li, td, th)'))"
        " .filter((element) => !element.checkVisibility()"
        "  || element.getBoundingClientRect().height === 0)"
        " .map((element) => element.outerHTML.slice(0, 60))")
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    missing = [m for m in missing if "data-label" not in m or "></td>" not in m]
    check("on paper all that is folded is there", not missing, str(missing[:3]))


def check_axe(driver, name, width):
    emulate(driver, width)
    driver.get(url(name))
    driver.execute_script(AXE)
    results = driver.execute_async_script(
        "const done = arguments[1];"
        "axe.run(document, arguments[0]).then(done, (error) => done({error: String(error)}))",
        {"preload": False, "runOnly": {"type": "tag", "values": [
            "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}})
    if "error" in results:
        return check(f"axe runs on {name}", False, results["error"])
    worst = [f"{v['id']} ({len(v['nodes'])}): {v['nodes'][0]['html'][:160]}"
             for v in results["violations"]]
    check(f"axe finds nothing in {name} at {width}", not worst, "; ".join(worst))


def check_layout(driver, name):
    for width in [360, 1600]:
        emulate(driver, width)
        driver.get(url(name))
        over = driver.execute_script(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth")
        check(f"{name} does not scroll sideways at {width}", over <= 0, str(over))


def check_print(driver, name, most):
    driver.get(url(name))
    printed = driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    data = base64.b64decode(printed["data"])
    pages = len(re.findall(rb"/Type\s*/Page[^s]", data))
    check(f"{name} prints on {most} pages at most", 1 <= pages <= most, str(pages))
    box = re.search(rb"/MediaBox\s*\[\s*0 0 ([0-9.]+) ([0-9.]+)", data)
    size = tuple(round(float(n)) for n in box.groups()) if box else None
    check(f"{name} prints on A4", size is not None and abs(size[0] - 595) < 2
          and abs(size[1] - 842) < 2, str(size))
    if SCREENSHOTS:
        (Path(SCREENSHOTS) / f"{name}.pdf").write_bytes(data)
    print(f"     {name}: {pages} pages")


def check_quiet(driver, name):
    driver.get_log("browser"), driver.get_log("performance")
    driver.get(url(name))
    press(driver, "j")
    foreign = [r for r in requests(driver) if not r.startswith(url(name))]
    check(f"{name} asks for nothing", not foreign, str(foreign))
    errors = [e["message"] for e in driver.get_log("browser")]
    check(f"{name} has an empty console", not errors, str(errors))


def check_hostile(driver):
    driver.get(url("hostile"))
    check("nothing of a record runs", driver.execute_script("return window.hacked") is None)
    check("no element comes from a record", not driver.find_elements(
        By.CSS_SELECTOR, "main img, main script, main style, header script"))
    text = driver.find_element(By.TAG_NAME, "body").get_attribute("textContent")
    check("hostile names are shown as they are", "<script>window.hacked=1</script>" in text
          and "<img src=x onerror=window.hacked=1>" in text)
    check("bidirectional controls never reach the page", "\u202e" not in text
          and "U+202E is not allowed in a file" in text)
    check("a record that can't be read is no delisting", "ICD-10 leaves" not in text
          and "icd-10 can't be read" in text)
    links = [a.get_attribute("href") for a in driver.find_elements(By.TAG_NAME, "a")]
    check("links lead only where they may", all(
        link.startswith(("file:", "http:", "https:", "mailto:")) for link in links))
    check("links to elsewhere tell nobody", all(
        a.get_attribute("rel") == "noreferrer" for a in driver.find_elements(By.TAG_NAME, "a")
        if not a.get_attribute("href").startswith("file:")))
    names = [b.text for b in driver.find_elements(By.TAG_NAME, "bdi")]
    check("record text keeps its own direction", any("תקן" in name for name in names))


def check_without_scripts():
    driver = browser(scripts=False)
    try:
        driver.get(url("ballot"))
        check("without scripts there is no form", not driver.find_elements(By.CSS_SELECTOR, "form"))
        cards = driver.find_elements(By.CSS_SELECTOR, "[data-fingerprints]")
        check("without scripts every change is there", len(cards) >= 12
              and all(card.is_displayed() for card in cards))
        text = driver.find_element(By.TAG_NAME, "body").text
        for words in ["objects to", "The criteria of", "Conflicts", "Consequences",
                      "Tables that print otherwise", "Where standards stand", "Overrides in force"]:
            check(f"without scripts it says '{words}'", words in text)
        check_paper(driver)
        check_print(driver, "nine", 8)
    finally:
        driver.quit()


def main():
    driver = browser()
    try:
        for name in ["nine", "ballot", "empty", "nothing", "tables", "hostile"]:
            check_quiet(driver, name)
            check_layout(driver, name)
        emulate(driver, 1200)
        check_interaction(driver)
        driver.execute_script("localStorage.clear()")
        check_nine(driver)
        check_hostile(driver)
        for name in ["nine", "ballot", "empty", "nothing", "hostile", "tables"]:
            check_axe(driver, name, 1200)
        check_axe(driver, "nine", 360)
        emulate(driver, 1200)
        check_paper(driver)
        check_print(driver, "nine", 8)
        check_print(driver, "nothing", 1)
        for name in ["nine", "ballot", "empty"]:
            driver.get(url(name))
            driver.execute_script("localStorage.clear()")
            driver.get(url(name))
            for width in [360, 768, 1440, 1920]:
                shoot(driver, f"{name}-{width}", width)
    finally:
        driver.quit()
    check_without_scripts()
    dark = browser(dark=True)
    try:
        check_axe(dark, "nine", 1440)
        check("the page is dark where that is asked for", dark.execute_script(
            "return matchMedia('(prefers-color-scheme: dark)').matches"))
        shoot(dark, "nine-dark", 1440)
    finally:
        dark.quit()
    print(f"{len(failures)} failed")
    sys.exit(1 if failures else 0)


main()
