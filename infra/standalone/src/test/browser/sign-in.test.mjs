import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { DESKTOP, screenshot, tab } from './browser.mjs';
import { assertScore, openPlayground, runByKeyboard } from './playground-page.mjs';

const { GATEWAY, KEY, SECRET } = process.env;

/** As Supabase issues them. */
function tokenOf(user) {
  const part = value => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({
    sub: user, aud: 'authenticated', exp: Math.floor(Date.now() / 1000) + 600,
  })}`;
  return `${text}.${createHmac('sha256', SECRET).update(text).digest('base64url')}`;
}

async function signIn(page, key) {
  await page.getByLabel('Token or key').fill(key);
  await page.getByRole('dialog').getByRole('button', { name: 'Sign in' }).click();
}

test('asks who it is, says when that is not known, and then runs and lists what is theirs', tab(DESKTOP, async page => {
  await page.goto(GATEWAY);
  await page.getByRole('dialog', { name: 'Who asks?' }).waitFor();
  await screenshot(page, 'signed-out');
  await signIn(page, 'a-key-of-nobody');
  await page.getByRole('alert').filter({ hasText: 'The token or key is not valid.' }).waitFor();
  await signIn(page, KEY);
  await page.getByRole('option', { name: /Python \(/ }).waitFor({ state: 'attached' });
  await page.locator('.cm-content').click();
  await runByKeyboard(page);
  await assertScore(page, 100);
  await page.locator('#runs .word').first().filter({ hasText: 'Accepted' }).waitFor();
  assert.ok(await page.getByRole('button', { name: 'Forget them' }).isHidden(), 'the gateway has the list');
  await screenshot(page, 'signed-in');
}, [401]));

test('keeps the key in this tab only, and forgets it with all else when told to', tab(DESKTOP, async page => {
  await page.goto(GATEWAY);
  await signIn(page, KEY);
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  assert.ok(!page.url().includes(KEY));
  assert.ok(!(await page.evaluate(() => JSON.stringify(localStorage))).includes(KEY));
  await page.getByRole('link', { name: 'Pipeline' }).click();
  await page.locator('.live[data-state=live]').waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('dialog', { name: 'Who asks?' }).waitFor();
  assert.ok(!(await page.evaluate(() => JSON.stringify(sessionStorage))).includes(KEY));
}, [401]));

test('can be told not now, and asked again from the header', tab(DESKTOP, async page => {
  await page.goto(GATEWAY);
  await page.getByRole('button', { name: 'Not now' }).click();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await signIn(page, KEY);
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  await openPlayground(page);
}, [401]));

test('knows a user by their token, also when it comes in the address, and shows nobody else their runs', tab(DESKTOP, async page => {
  await page.goto(`${GATEWAY}#access_token=${tokenOf('ann')}`);
  await page.locator('#account-name').filter({ hasText: 'ann' }).waitFor();
  assert.ok(!page.url().includes('access_token'));
  await page.getByRole('option', { name: /Python \(/ }).waitFor({ state: 'attached' });
  await runByKeyboard(page);
  await assertScore(page, 100);
  await page.locator('#runs .word').first().filter({ hasText: 'Accepted' }).waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn(page, tokenOf('bob'));
  await page.locator('#account-name').filter({ hasText: 'bob' }).waitFor();
  await page.waitForLoadState('networkidle');
  assert.equal(await page.locator('#runs li').count(), 0);
}, [401]));

test('says when too much was asked for at once, and when it can be tried again', tab(DESKTOP, async page => {
  await page.goto(GATEWAY);
  await signIn(page, KEY);
  await page.getByRole('option', { name: /Python \(/ }).waitFor({ state: 'attached' });
  const refused = page.getByRole('alert').filter({ hasText: /There are 3 submissions in 12 seconds\. Try again in/ });
  for (let tries = 0; tries < 12 && !await refused.isVisible(); tries += 1) {
    const answer = page.waitForResponse(response => response.url().endsWith('/api/execute'));
    await page.getByRole('button', { name: 'Run' }).click();
    await (await answer).finished();
  }
  await refused.waitFor();
  await screenshot(page, 'too-many');
  await page.getByRole('alert').filter({ hasText: 'You can try again now.' }).waitFor();
}, [401, 429]));
