// The playground, in the words of the tests.

import assert from 'node:assert/strict';
import { GATEWAY } from './browser.mjs';

export async function openPlayground(page, address = '') {
  await page.goto(GATEWAY + address);
  await page.locator('.cm-content').waitFor();
  await page.getByRole('option', { name: /Python \(/ }).waitFor({ state: 'attached' });
}

/** Writes in place of whatever is in the editor. Deleted first: Chromium gives what replaces a selection its style. */
export async function type(page, text) {
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(text);
}

export async function choose(page, family) {
  const option = page.locator('#language option').filter({ hasText: new RegExp(`^${family} \\(`) });
  await page.getByLabel('Language').selectOption(await option.textContent());
}

export async function runByKeyboard(page) {
  await page.keyboard.press('ControlOrMeta+Enter');
}

export async function assertScore(page, score) {
  await page.getByRole('img', { name: `Score ${score} of 100` }).waitFor();
}

export async function assertHeadline(page, text) {
  await page.locator('#headline').filter({ hasText: text }).waitFor();
}

export async function verdicts(page) {
  return page.locator('#verdicts .word').allTextContents();
}

export async function assertOutput(page, tab, text) {
  await page.getByRole('tab', { name: tab }).click();
  assert.equal((await page.locator('#output').textContent()).trim(), text);
}

/** @param time how the page puts when, or how fast, the job was there */
export async function assertPast(page, stage, time) {
  await page.locator('#timeline li[data-state=past]').filter({ hasText: stage })
    .locator('time').filter({ hasText: time }).waitFor();
}
