#!/usr/bin/env python3
"""Checks the output of `dynabackup stats`: that numbers of several runs add up, and that the page is well-formed, loads
nothing from elsewhere, and shows hostile names as text. If Chromium is installed, also checks the width of the page.

    stats.py TOOL
"""
import collections
import html.parser
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

TOOL = os.path.abspath(sys.argv.pop(1))
NOW = ("--now", "2026-06-01T00:00:00Z")
HOSTILE = ("<script>alert(1)</script>", "a\u202eb\u0007\u001b[31m\u009b1mred", "\"'&lt;&", "x" * 255, "</title></style><b>",
           "Ünï \U0001f600", "{}{0}%s")


def stats(*arguments, text=""):
    done = subprocess.run([TOOL, "stats", "--allow-empty", *arguments], input=text.encode(), capture_output=True, timeout=60)
    if done.returncode != 0:
        raise RuntimeError(done.stderr.decode())
    return done.stdout.decode("utf-8")


def backups(n, seed=1):
    """Records, some of which are similar, as NDJSON."""
    draw = random.Random(seed)
    lines = []
    for i in range(n):
        table, region = draw.choice(("Orders", "Music", "Rooms")), draw.choice(("eu-west-1", "us-east-1"))
        time = 1700000000 + 86400 * draw.randrange(900)
        record = {"BackupArn": f"arn:aws:dynamodb:{region}:111122223333:table/{table}/backup/{1000 * time:014}-{i:08x}",
                  "BackupCreationDateTime": time, "BackupName": "nightly", "BackupSizeBytes": draw.randrange(10**12),
                  "BackupStatus": draw.choice(("AVAILABLE", "DELETED")), "BackupType": "AWS_BACKUP", "TableName": table}
        if draw.random() < 0.7:
            record["BackupExpiryDateTime"] = time + 86400 * draw.choice((35, 365))
        if draw.random() < 0.1:
            del record["BackupSizeBytes"]
        lines.append(json.dumps(record))
    return "\n".join(lines) + "\n"


def hostile():
    return "\n".join(json.dumps({"BackupArn": name, "BackupStatus": name, "BackupType": name, "BackupName": "weekly", "TableName": name,
                                 "BackupSizeBytes": 5}) for name in HOSTILE)


def added(a, b):
    """The sum of two results without `at`."""
    if isinstance(a, dict):
        result = dict(a)
        for key, value in b.items():
            result[key] = value if key == "version" or key not in a else added(a[key], value)
        return result
    if isinstance(a, list):  # the tables
        tables = {}
        for table in a + b:
            name = table["account"], table["region"], table["name"]
            other = tables.get(name)
            tables[name] = table if other is None else {
                **table, "records": table["records"] + other["records"], "bytes": table["bytes"] + other["bytes"],
                "largest": max(table["largest"], other["largest"]), "newest": max(table["newest"], other["newest"])}
        return sorted(tables.values(), key=lambda t: (-t["bytes"], -t["records"], t["account"], t["region"], t["name"]))
    return a + b


class Page(html.parser.HTMLParser):
    """The elements of a page. Their tags must match."""

    def __init__(self, text):
        super().__init__()
        self.open, self.tags, self.attributes, self.content, self.errors = [], collections.Counter(), [], [], []
        self.feed(text)
        self.close()
        self.errors += self.open

    def handle_starttag(self, tag, attributes):
        self.tags[tag] += 1
        self.attributes += [(tag, name, value) for name, value in attributes]
        self.open.append(tag)
        if tag == "meta":
            self.open.pop()

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.errors.append(tag)

    def handle_data(self, data):
        self.content.append((self.open[-1] if self.open else "", data))

    def text(self):
        return "".join(data for tag, data in self.content if tag != "style")


class Json(unittest.TestCase):
    def test_numbers_of_several_runs_add_up(self):
        first, second = backups(300, 1), backups(200, 2) + '{"BackupArn":\n' + '{"BackupSummaries":7}\n'
        with tempfile.TemporaryDirectory() as folder:
            files = [os.path.join(folder, name) for name in ("a.ndjson", "b.ndjson")]
            for path, text in zip(files, (first, second)):
                with open(path, "w", encoding="utf-8") as file:
                    file.write(text)
            apart = [json.loads(stats("--format", "json", path)) for path in files]
            together = json.loads(stats("--format", "json", *files))
            self.assertEqual(added(*apart), together)
            self.assertEqual(added(*reversed(apart)), together)
            self.assertEqual(together["backups"]["records"], 500)
            self.assertEqual(together["read"]["rejected"], 1)
            for jobs in "123":
                self.assertEqual(json.loads(stats("--format", "json", "--jobs", jobs, *files)), together)

    def test_what_is_of_a_time_follows_from_the_days(self):
        result = json.loads(stats("--format", "json", *NOW, text=backups(300)))
        days = result["backups"]
        self.assertEqual(result["at"]["overdue"], sum(n for day, n in days["expiring"].items() if day < "2026-06-01"))
        self.assertEqual(sum(group["records"] for group in result["at"]["ages"]), sum(days["created"].values()))
        self.assertNotIn("at", json.loads(stats("--format", "json", text=backups(1))))

    def test_values_are_as_they_were(self):
        result = json.loads(stats("--format", "json", text=hostile()))
        self.assertEqual(set(result["backups"]["statuses"]), set(HOSTILE))
        self.assertEqual({table["name"] for table in result["backups"]["tables"]}, set(HOSTILE))


class Html(unittest.TestCase):
    def page(self, text, *arguments):
        return Page(stats("--format", "html", *arguments, text=text))

    def test_the_page_is_well_formed(self):
        for text in (backups(400), backups(1), hostile(), "", '{"BackupSummaries":7}', "{}{}["):
            for arguments in ((), NOW):
                with self.subTest(text[:40]):
                    page = self.page(text, *arguments)
                    self.assertEqual(page.errors, [])
                    for tag in ("html", "head", "style", "body", "main", "h1"):
                        self.assertEqual(page.tags[tag], 1)
                    self.assertIn(("html", "lang", "en"), page.attributes)
                    self.assertIn(("meta", "content", "width=device-width, initial-scale=1"), page.attributes)

    def test_nothing_comes_from_elsewhere(self):
        page = self.page(backups(50) + hostile(), *NOW)
        self.assertLessEqual(set(page.tags), {
            "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "dl", "div", "dt", "dd", "section",
            "figure", "figcaption", "svg", "rect", "span", "details", "summary", "table", "thead", "tbody", "tr", "th", "td",
            "footer"})
        self.assertFalse({name for _, name, _ in page.attributes} & {"src", "href", "srcset", "data", "action", "xlink:href"})
        self.assertFalse({name for _, name, _ in page.attributes if name.startswith("on")})
        (style,) = (data for tag, data in page.content if tag == "style")
        self.assertNotRegex(style, r"url\(|@import|https?:|//")
        self.assertIn("prefers-color-scheme: dark", style)
        self.assertIn(("meta", "content", "default-src 'none'; style-src 'unsafe-inline'"), page.attributes)

    def test_hostile_names_are_text(self):
        text = stats("--format", "html", text=hostile())
        page = Page(text)
        shown = page.text()
        self.assertEqual(page.tags["script"], 0)
        self.assertEqual(page.tags["b"], 0)
        self.assertIn("<script>alert(1)</script>", shown)
        self.assertIn("</title></style><b>", shown)
        self.assertIn("a<U+202E>b<U+0007><U+001B>[31m<U+009B>1mred", shown)
        self.assertIn("\"'&lt;&", shown)
        self.assertIsNone(re.search("[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]", text))

    def test_charts_have_words(self):
        page = self.page(backups(400), *NOW)
        charts = [value for tag, name, value in page.attributes if tag == "svg" and name == "aria-label"]
        self.assertEqual(len(charts), 2)  # created, expiries
        self.assertEqual(page.tags["details"], 2)
        roles = [value for tag, name, value in page.attributes if tag == "svg" and name in ("role", "aria-hidden")]
        self.assertEqual(len(roles), page.tags["svg"])

    def test_charts_have_every_backup_however_far_apart(self):
        first = '{"BackupArn":"a","BackupName":"weekly","BackupCreationDateTime":"1677-09-22T00:00:00Z"}\n'
        for text in (backups(400), backups(1), backups(30) + first, first + first.replace("1677-09-22", "2262-04-11")):
            with self.subTest(text[:100]):
                page = self.page(text, *NOW)
                counts = [int(data.partition(": ")[2].replace(",", "")) for tag, data in page.content
                          if tag == "title" and ": " in data]
                days = json.loads(stats("--format", "json", text=text))["backups"]
                told = sum(days["created"].values()) + sum(days["expiring"].values())
                self.assertEqual(sum(counts), told)
                self.assertLessEqual(len(counts), 2 * 60)
                stats(*NOW, text=text)

    @unittest.skipUnless(shutil.which("chromium"), "Chromium is not installed")
    def test_a_phone_need_not_scroll_sideways(self):
        text = stats("--format", "html", *NOW, text=backups(400) + hostile())
        attribute = text.replace("&", "&amp;").replace('"', "&quot;")
        wrapper = f"""<!DOCTYPE html><title>?</title><iframe id="page" style="width:360px;height:640px;border:0" srcdoc="{attribute}"
            onload="const d = this.contentDocument.documentElement;
                    document.title = d.clientWidth + ' ' + d.scrollWidth"></iframe>"""
        with tempfile.TemporaryDirectory() as folder:
            path, image = os.path.join(folder, "wrapper.html"), os.path.join(folder, "page.png")
            with open(path, "w", encoding="utf-8") as file:
                file.write(wrapper)
            command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                       "--disable-background-networking", "--disable-component-update", "--disable-sync",
                       f"--user-data-dir={folder}/profile"]
            dom = subprocess.run([*command, "--dump-dom", "file://" + path], capture_output=True, timeout=120).stdout
            inside, needed = map(int, re.search(rb"<title>(\d+) (\d+)</title>", dom).groups())
            self.assertLessEqual(needed, inside)
            self.assertGreater(inside, 300)
            subprocess.run([*command, f"--screenshot={image}", "file://" + path], capture_output=True, timeout=120)
            self.assertGreater(os.path.getsize(image), 5000)


if __name__ == "__main__":
    unittest.main()
