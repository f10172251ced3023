#!/usr/bin/env bash
# uPlot 1.6.30 formats its numbers by navigator.language, once, when it is loaded. A Chromium that is started without a locale, as in
# containers and build servers, calls its language "en-US@posix", which is no language tag: the script ends in a RangeError, uPlot is
# undefined, and the page has no charts. 1.6.32 does the same. With LANG set, or with a language put in its place before, all is well.
#
# Seen with uplot 1.6.30 and 1.6.32 in Chromium 138 (@sparticuz/chromium 138.0.0, puppeteer-core 24.10.0) on Node 20.
# Needs Node.js and npm on Linux. Ends with 1 if that has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-fund --no-audit @sparticuz/chromium@138.0.0 puppeteer-core@24.10.0 \
  old@npm:uplot@1.6.30 new@npm:uplot@1.6.32 >npm.log 2>&1
cat >open.mjs <<'JS'
import chromium from "@sparticuz/chromium";
import puppeteer from "puppeteer-core";
import { readFileSync } from "node:fs";

const browser = await puppeteer.launch({
  args: [...chromium.args, "--no-sandbox"],
  executablePath: await chromium.executablePath(),
  headless: "shell",
});
for (const version of ["old", "new"]) {
  const page = await browser.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error.message).split("\n")[0]));
  await page.setContent("<script>" + readFileSync(`node_modules/${version}/dist/uPlot.iife.min.js`, "utf8") + "</script>");
  const found = await page.evaluate(() => navigator.language + " " + typeof uPlot);
  console.log(version, found, errors.join("; "));
  await page.close();
}
await browser.close();
JS
without=$(env -u LANG -u LC_ALL -u LANGUAGE node open.mjs)
with=$(LANG=en_US.UTF-8 node open.mjs)
printf 'without a locale:\n%s\nwith one:\n%s\n' "$without" "$with"
[ "$(grep -c 'en-US@posix undefined Invalid language tag' <<<"$without")" -eq 2 ] \
  && [ "$(grep -c 'en-US function' <<<"$with")" -eq 2 ] || { echo "changed"; exit 1; }
