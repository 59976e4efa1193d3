import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AWAY, DESKTOP, GATEWAY, screenshot, tab } from './browser.mjs';

async function judge(page, expected) {
  const data = { lang: 'bash', code: 'echo 1', expected_output: expected };
  const { job_id: id } = await (await page.request.post(`${GATEWAY}api/execute`, { data })).json();
  await page.request.get(`${GATEWAY}api/status/${id}?wait=20s`);
}

test('draws what became of jobs, and says the same in tables', tab(DESKTOP, async page => {
  await judge(page, '1');
  await judge(page, '2');
  await page.goto(`${GATEWAY}pipeline.html`);
  await page.locator('#throughput rect.good').first().waitFor();
  await page.locator('#throughput rect.fair').first().waitFor();
  await page.locator('#queue rect.median').first().waitFor();
  assert.match(await page.locator('#throughput svg').getAttribute('aria-label'), /[1-9]\d* in all\./);
  await page.locator('#languages th', { hasText: 'bash' }).waitFor();
  await page.locator('#instances th', { hasText: '127.0.0.1:' }).waitFor();
  await page.locator('#throughput summary').click();
  const newest = await page.locator('#throughput tbody tr').filter({ hasNotText: /:\d\d0+$/ }).first().textContent();
  assert.match(newest, /^\d\d:\d\d\d+$/);
  await screenshot(page, 'pipeline');
}));

test('follows what happens while it is open', tab(DESKTOP, async page => {
  await page.goto(`${GATEWAY}pipeline.html`);
  const ended = () => page.locator('#verdicts .points').allTextContents().then(all => all.reduce((sum, one) => sum + Number(one), 0));
  await page.locator('.live[data-state=live]').waitFor();
  const before = await ended();
  await judge(page, '1');
  await page.waitForFunction(known => [...document.querySelectorAll('#verdicts .points')]
    .reduce((sum, one) => sum + Number(one.textContent), 0) > known, before);
}));

test('adds histograms up to the quantiles that the scorer got', tab(DESKTOP, async page => {
  await judge(page, '1');
  await page.goto(`${GATEWAY}pipeline.html`);
  const pairs = await page.evaluate(async () => {
    const { addTo, quantiles } = await import('./histogram.js');
    const { minutes } = await (await fetch('/api/statistics')).json();
    return minutes.flatMap(row => [row.run_time, row.queue_time]).filter(times => times.count).map(times => {
      const counts = new Map();
      addTo(counts, times.histogram);
      return [quantiles(counts), { count: times.count, p50: times.p50, p90: times.p90, p99: times.p99 }];
    });
  });
  assert.ok(pairs.length > 0);
  pairs.forEach(([ours, theirs]) => assert.deepEqual(ours, theirs));
}));

test('says that it is not up to date when the gateway is away, and recovers', tab(DESKTOP, async page => {
  await page.goto(`${GATEWAY}pipeline.html`);
  await page.locator('.live[data-state=live]').waitFor();
  await page.route('**/api/statistics*', route => route.abort('internetdisconnected'));
  await page.locator('.live[data-state=lost]').waitFor();
  await page.getByRole('alert').filter({ hasText: 'The gateway cannot be reached.' }).waitFor();
  await page.unroute('**/api/statistics*');
  await page.locator('.live[data-state=live]').waitFor();
}, [AWAY]));
