// A browser for one file of tests: what it must never do on any page is looked at after each test.

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';

export const GATEWAY = process.env.GATEWAY;

const SCREENSHOTS = process.env.SCREENSHOTS;
const PATIENCE = 30000;
const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

/** Chromium says this of everything that could not be had, whatever the page makes of it. */
const REFUSED = /^Failed to load resource: (?:the server responded with a status of (\d+)|net::(\w+))/;

/** What a request ends with that is aborted with `internetdisconnected`. */
export const AWAY = 'ERR_INTERNET_DISCONNECTED';

export const DESKTOP = { viewport: { width: 1360, height: 900 } };
export const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
export const DARK = { ...DESKTOP, colorScheme: 'dark' };

let browser;

before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: FLAGS });
  mkdirSync(SCREENSHOTS, { recursive: true });
});
after(() => browser.close());

/**
 * A test in a tab of a browser that knows nothing yet. Fails also when the page complains, asks another host, or is wider
 * than the window.
 *
 * @param options how it is looked at
 * @param refusals statuses that the gateway may answer in it, or AWAY
 */
export function tab(options, steps, refusals = []) {
  return async () => {
    const context = await browser.newContext(options);
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    const complaints = complaintsOf(page, refusals);
    const foreign = [];
    page.on('request', request => {
      if (!request.url().startsWith(GATEWAY) && !request.url().startsWith('data:')) {
        foreign.push(request.url());
      }
    });
    try {
      await steps(page);
      assert.deepEqual(complaints, []);
      assert.deepEqual(foreign, []);
      await assertNotTooWide(page);
    } catch (failure) {
      await screenshot(page, `failed-${Date.now()}`);
      throw failure;
    } finally {
      await context.close();
    }
  };
}

function complaintsOf(page, refusals) {
  const complaints = [];
  page.on('pageerror', error => complaints.push(error.stack));
  page.on('console', message => {
    const refused = REFUSED.exec(message.text());
    const expected = refused && refusals.includes(refused[2] ?? Number(refused[1]));
    if (['error', 'warning'].includes(message.type()) && !expected) {
      complaints.push(message.text());
    }
  });
  return complaints;
}

/** Nothing reaches beyond the window, also not where it is clipped, but for what scrolls in a frame of its own. */
async function assertNotTooWide(page) {
  const { width } = page.viewportSize();
  const [content, beyond] = await page.evaluate(most => [
    document.documentElement.scrollWidth,
    [...document.querySelectorAll('body *')]
      .filter(element => element.getBoundingClientRect().right > most + 1 && !element.closest('.scroll *, .tabs *'))
      .map(element => `${element.tagName} #${element.id}`),
  ], width);
  assert.deepEqual(beyond, []);
  assert.ok(content <= width, `${content} px of content in a window of ${width}`);
}

/** Not by Playwright's own way, whose inline styles the page's policy forbids. */
export async function screenshot(page, name) {
  const devtools = await page.context().newCDPSession(page);
  const { data } = await devtools.send('Page.captureScreenshot', { captureBeyondViewport: true });
  writeFileSync(`${SCREENSHOTS}/${name}.png`, Buffer.from(data, 'base64'));
  await devtools.detach();
}
