"""Opens the report's pages in headless Chromium and checks what a reviewer would do with them.

Usage: check_page.py FOLDER, with ballot.html, again.html, empty.html, hostile.html, nothing.html and
tables.html in it. RSPMAINT_SCREENSHOTS names a folder for pictures of the ballot. Prints one line a
check; exits 1 when any fails.
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
    total = len(visible(driver))
    changes = sum(len(e.get_attribute("data-fingerprints").split()) for e in visible(driver))
    check("the ballot has at least 20 changes", changes >= 20 and total >= 12,
          f"{changes} in {total} entries")
    check("the count starts with all of them",
          status(driver).startswith(f"{total} of {total} changes left"), status(driver))

    kind = Select(driver.find_element(By.NAME, "kind"))
    kind.select_by_value("move")
    check("a kind is filtered", {e.get_attribute("data-kind") for e in visible(driver)} == {"move"})
    check("sections without a match are gone",
          not driver.find_element(By.ID, "ratings").is_displayed())
    kind.select_by_value("")
    Select(driver.find_element(By.NAME, "category")).select_by_value("data")
    check("a category is filtered", 0 < len(visible(driver)) < total and all(
        "data" in e.get_attribute("data-categories").split() for e in visible(driver)))
    Select(driver.find_element(By.NAME, "category")).select_by_value("")
    Select(driver.find_element(By.NAME, "proposal")).select_by_value("3")
    check("a proposal is filtered", len(visible(driver)) > 0 and all(
        "3" in e.get_attribute("data-proposals").split() for e in visible(driver)))
    driver.find_element(By.XPATH, "//button[text()='Show all']").click()
    check("all come back", len(visible(driver)) == total)
    search = driver.find_element(By.NAME, "standard")
    search.send_keys("radlex")
    check("a standard is filtered", 0 < len(visible(driver)) < total)
    search.send_keys(Keys.ESCAPE)
    driver.find_element(By.XPATH, "//button[text()='Show all']").click()

    # Ticks stay, by fingerprint, also for a report that is made anew.
    box = driver.find_element(By.CSS_SELECTOR, "article.card .tick input")
    box.click()
    check("a tick counts", status(driver).startswith(f"{total - 1} of {total}"), status(driver))
    driver.get(url("again"))
    check("a tick outlives the report", status(driver).startswith(f"{total - 1} of {total}"),
          status(driver))
    driver.find_element(By.NAME, "pending").click()
    check("what is reviewed can be hidden", len(visible(driver)) == total - 1)
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
    before = status(driver)
    press(driver, "r")
    check("r ticks", status(driver) != before)
    press(driver, "o")
    check("o collapses", not driver.find_element(By.CSS_SELECTOR, f"#{first} .body").is_displayed())
    driver.find_element(By.NAME, "shortcuts").click()
    now = status(driver)
    driver.find_element(By.ID, second).click()
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

    # Labels of the map.
    dot = driver.find_element(By.CSS_SELECTOR, "svg .dot.changed")
    driver.execute_script("arguments[0].focus()", dot)
    label = dot.find_element(By.CSS_SELECTOR, ".label")
    check("a mark on the map shows its name on focus",
          driver.execute_script("return getComputedStyle(arguments[0]).visibility", label)
          == "visible")


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


def check_print(driver, name, least):
    driver.get(url(name))
    printed = driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    data = base64.b64decode(printed["data"])
    pages = len(re.findall(rb"/Type\s*/Page[^s]", data))
    check(f"{name} prints on {least} pages or more", pages >= least, str(pages))
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
        text = driver.find_element(By.TAG_NAME, "main").text
        for words in ["Moves between groups", "Overrides in force", "Still open", "Consequences",
                      "The tables as they would print"]:
            check(f"without scripts it says '{words}'", words in text)
    finally:
        driver.quit()


def main():
    driver = browser()
    try:
        for name in ["ballot", "empty", "nothing", "tables", "hostile"]:
            check_quiet(driver, name)
            check_layout(driver, name)
        emulate(driver, 1200)
        check_interaction(driver)
        check_hostile(driver)
        for name in ["ballot", "nothing", "hostile", "tables"]:
            check_axe(driver, name, 1200)
        check_axe(driver, "ballot", 360)
        emulate(driver, 1200)
        check_print(driver, "ballot", 5)
        check_print(driver, "nothing", 1)
        for name in ["ballot", "empty"]:
            driver.get(url(name))
            driver.execute_script("localStorage.clear()")
            driver.get(url(name))
            for width in [1200, 360]:
                shoot(driver, f"{name}-{width}", width)
    finally:
        driver.quit()
    check_without_scripts()
    dark = browser(dark=True)
    try:
        check_axe(dark, "ballot", 1200)
        check("the page is dark where that is asked for", dark.execute_script(
            "return matchMedia('(prefers-color-scheme: dark)').matches"))
        shoot(dark, "ballot-dark", 1200)
    finally:
        dark.quit()
    print(f"{len(failures)} failed")
    sys.exit(1 if failures else 0)


main()
