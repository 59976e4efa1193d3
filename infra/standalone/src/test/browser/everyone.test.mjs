import assert from 'node:assert/strict';
import { test } from 'node:test';
import axe from 'axe-core';
import { DARK, DESKTOP, GATEWAY, PHONE, screenshot, tab } from './browser.mjs';
import { assertScore, openPlayground, runByKeyboard, type } from './playground-page.mjs';

const VIEWS = { desktop: DESKTOP, phone: PHONE, dark: DARK, 'dark phone': { ...PHONE, colorScheme: 'dark' } };

for (const [name, view] of Object.entries(VIEWS)) {
  test(`the playground can be used by everyone: ${name}`, tab(view, async page => {
    await openPlayground(page);
    await assertAccessible(page);
    await type(page, 'print(5)');
    await runByKeyboard(page);
    await assertScore(page, 65);
    await settled(page);
    await assertAccessible(page);
    await screenshot(page, `playground ${name}`);
  }));

  test(`the pipeline can be used by everyone: ${name}`, tab(view, async page => {
    await page.goto(`${GATEWAY}pipeline.html`);
    await page.locator('.live[data-state=live]').waitFor();
    await page.locator('#throughput summary').click();
    await assertAccessible(page);
    await screenshot(page, `pipeline ${name}`);
  }));
}

test('nothing moves for those who do not want it', tab({ ...DESKTOP, reducedMotion: 'reduce' }, async page => {
  await page.goto(`${GATEWAY}pipeline.html`);
  await page.locator('.live[data-state=live]').waitFor();
  assert.deepEqual(await page.evaluate(() => document.getAnimations().length), 0);
}));

/** Colours on their way from one to another are neither. */
async function settled(page) {
  await page.evaluate(() => Promise.all(document.getAnimations()
    .filter(one => one instanceof CSSTransition).map(one => one.finished)));
}

async function assertAccessible(page) {
  const { violations } = await page.evaluate(`${axe.source}; axe.run(document, { resultTypes: ['violations'] })`);
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target).join(', ')}`), []);
}
