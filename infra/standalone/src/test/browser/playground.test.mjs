import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AWAY, DESKTOP, GATEWAY, screenshot, tab } from './browser.mjs';
import {
  assertHeadline, assertOutput, assertPast, assertScore, choose, openPlayground, runByKeyboard, type, verdicts,
} from './playground-page.mjs';

test('runs what was typed when Ctrl-Enter is pressed, and shows the verdict of each test', tab(DESKTOP, async page => {
  await openPlayground(page);
  await type(page, 'print(sum(map(int, input().split())))');
  await runByKeyboard(page);
  await assertScore(page, 100);
  await assertHeadline(page, 'Accepted');
  assert.deepEqual(await verdicts(page), ['Accepted', 'Accepted']);
  await assertPast(page, 'Accepted', /^\d+ ms$|^[\d.]+ s$/);
  await assertPast(page, 'Running', /^\+ /);
  await assertPast(page, 'Done', /^\+ /);
  await screenshot(page, 'accepted');
}));

test('shows which test is wrong, what it printed and what was expected', tab(DESKTOP, async page => {
  await openPlayground(page);
  await type(page, 'print(5)');
  await runByKeyboard(page);
  await assertScore(page, 65);
  assert.deepEqual(await verdicts(page), ['Accepted', 'Wrong answer']);
  await assertOutput(page, 'Output', '5');
  await assertOutput(page, 'Expected', '7');
  await screenshot(page, 'wrong');
}));

test('weighs the tests and compares as was chosen', tab(DESKTOP, async page => {
  await openPlayground(page);
  await type(page, 'print("5  \\n" if input() == "2 3" else "8")');
  await page.getByLabel('Weight').first().fill('3');
  await page.getByLabel('Compare').selectOption('tokens');
  await runByKeyboard(page);
  // (3 * 100 + 1 * 30) / 4
  await assertScore(page, 83);
}));

test('says in a sentence that a program does not compile, and what the compiler says', tab(DESKTOP, async page => {
  await openPlayground(page);
  await choose(page, 'C');
  await type(page, 'int main(void) { return "x" }');
  await runByKeyboard(page);
  await assertHeadline(page, 'Does not compile');
  assert.match(await page.locator('#facts').textContent(), /could not be compiled, so nothing was run\./);
  assert.match(await page.locator('#output').textContent(), /error:/);
  await screenshot(page, 'compile-error');
}));

test('says beside the field what is wrong with it, and forgets that at the next run', tab(DESKTOP, async page => {
  await openPlayground(page);
  await page.getByLabel('Weight').nth(1).fill('-1');
  await page.getByRole('button', { name: 'Run' }).click();
  const field = page.getByLabel('Weight').nth(1);
  await page.locator('[name=weight][aria-invalid=true]').waitFor();
  assert.ok(await field.evaluate(input => input === document.activeElement));
  const description = await field.getAttribute('aria-describedby');
  assert.equal(await page.locator(`#${description}`).textContent(), 'Must be between 0 and 1000000.');
  await screenshot(page, 'field-problem');
  await field.fill('1');
  await runByKeyboard(page);
  await assertScore(page, 100);
  assert.equal(await page.locator('[aria-invalid]').count(), 0);
}, [422]));

test('cancels a job that runs', tab(DESKTOP, async page => {
  await openPlayground(page);
  await type(page, 'import time\ntime.sleep(4)');
  await runByKeyboard(page);
  await page.getByRole('button', { name: 'Cancel', exact: true }).waitFor();
  await screenshot(page, 'running');
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await assertHeadline(page, 'Cancelled');
  await page.getByRole('button', { name: 'Cancel', exact: true }).waitFor({ state: 'hidden' });
}));

test('lists the runs of this user, and opens one again with its program', tab(DESKTOP, async page => {
  await openPlayground(page);
  const code = 'print(sum(map(int, input().split())) + 0)';
  await type(page, code);
  await runByKeyboard(page);
  await assertScore(page, 100);
  const id = new URL(page.url()).hash.slice(1);
  await page.locator('#runs .word').first().filter({ hasText: 'Accepted' }).waitFor();
  assert.ok(await page.getByRole('button', { name: 'Forget them' }).isHidden(), 'the gateway has the list');
  await type(page, 'print("something else")');
  await page.locator('#runs button').first().click();
  await assertScore(page, 100);
  assert.equal(new URL(page.url()).hash, `#${id}`);
  assert.equal((await page.locator('.cm-content').innerText()).trim(), code);
}));

test('opens a run by its address, also where nothing is remembered of it', tab(DESKTOP, async page => {
  const answer = await page.request.post(`${GATEWAY}api/execute`, {
    data: { lang: 'bash', code: 'echo hello', expected_output: 'hello' },
  });
  await openPlayground(page, `#${(await answer.json()).job_id}`);
  await assertScore(page, 100);
  await assertOutput(page, 'Output', 'hello');
  await assertPast(page, 'Running', /^\+ /);
}));

test('says how long it took to start also where the stream left that out', tab(DESKTOP, async page => {
  await page.route('**/api/stream/*', async route => {
    const answer = await route.fetch();
    const last = (await answer.text()).split('\n\n').findLast(event => /^data:.*"status":"done"/m.test(event));
    await route.fulfill({ response: answer, body: `${last}\n\n` });
  });
  await openPlayground(page);
  await runByKeyboard(page);
  await assertScore(page, 100);
  await assertPast(page, 'Running', /^\+ /);
  await assertPast(page, 'Done', /^\+ /);
}));

test('keeps what is written through a look at the other page', tab(DESKTOP, async page => {
  await openPlayground(page);
  await choose(page, 'Bash');
  await type(page, 'echo unfinished');
  await page.getByRole('link', { name: 'Pipeline' }).click();
  await page.getByRole('link', { name: 'Playground' }).click();
  await page.locator('.cm-content').filter({ hasText: 'echo unfinished' }).waitFor();
  assert.equal(await page.getByLabel('Language').inputValue(), 'bash');
}));

test('indents with Tab, and is left with Escape and Tab', tab(DESKTOP, async page => {
  await openPlayground(page);
  await type(page, 'pass');
  await page.keyboard.press('Home');
  await page.keyboard.press('Tab');
  assert.equal(await page.locator('.cm-line').first().textContent(), '    pass');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'checker');
}));

test('has a plain editor where the gateway was built without the other', tab(DESKTOP, async page => {
  await page.route('**/vendor/code.js', route => route.fulfill({ status: 404 }));
  await page.goto(GATEWAY);
  await page.getByRole('option', { name: /Python \(/ }).waitFor({ state: 'attached' });
  await page.getByLabel(/^Code\./).fill('print(sum(map(int, input().split())))');
  await page.keyboard.press('Tab');
  assert.match(await page.getByLabel(/^Code\./).inputValue(), / {4}$/);
  await runByKeyboard(page);
  await assertScore(page, 100);
}, [404]));

test('says in a sentence that the gateway cannot be reached', tab(DESKTOP, async page => {
  await openPlayground(page);
  await page.route('**/api/execute', route => route.abort('internetdisconnected'));
  await page.getByRole('button', { name: 'Run' }).click();
  await page.getByRole('alert').filter({ hasText: 'The gateway cannot be reached.' }).waitFor();
  await page.unroute('**/api/execute');
  await page.getByRole('button', { name: 'Run' }).click();
  await assertScore(page, 100);
  assert.ok(await page.locator('#problem').isHidden());
}, [AWAY]));
