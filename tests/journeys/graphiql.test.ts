import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UNIFEM_REPORT, WIMN_STATEMENT } from '../fixtures/documents.ts';
import { openChromium } from './chromium.ts';
import { serveAtlas, type ServedAtlas } from './servedAtlas.ts';

describe('an analyst at the query page', () => {
  let atlas: ServedAtlas;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  const elsewhere: string[] = [];

  beforeAll(async () => {
    [atlas, browser] = await Promise.all([serveAtlas([WIMN_STATEMENT, UNIFEM_REPORT], { graphiql: true }), openChromium()]);
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(60_000);
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => !request.url().startsWith(atlas.address) && !/^(data|blob):/.test(request.url()) && elsewhere.push(request.url()));
  });
  afterAll(async () => {
    await browser?.close();
    await atlas?.close();
  });

  it('finds the examples as tabs, runs the first, and reads who has said it, without asking anybody but this server', async () => {
    await page.goto(`${atlas.address}/graphiql`);
    await expect.poll(() => page.getByRole('tab', { name: 'WhoAdvocatedWhat' }).count(), { timeout: 60_000 }).toBe(1);
    for (const name of ['AdvocacyMap', 'WhoHasRatified']) expect(await page.getByRole('tab', { name }).count(), name).toBe(1);
    // A database that has just started may need its whole time for the first answer.
    const run = async (): Promise<number | undefined> => {
      const [response] = await Promise.all([page.waitForResponse('**/graphql'), page.getByRole('button', { name: /execute query/i }).click()]);
      return ((await response.json()) as { data?: { statements?: { totalCount: number } } }).data?.statements?.totalCount;
    };
    await expect.poll(run, { timeout: 120_000, interval: 1_000 }).toBeGreaterThan(0);
    // The editor writes its spaces as such that do not break.
    await expect.poll(async () => (await page.locator('.result-window').textContent())?.replaceAll('\u00a0', ' '), { timeout: 30_000 }).toContain('Women in Migration Network');
    expect(await page.getByRole('link', { name: 'Advocacy Atlas' }).getAttribute('href')).toBe('/');
    expect({ complaints, elsewhere }).toEqual({ complaints: [], elsewhere: [] });
  });

  it('reads in the documentation beside it what a field means', async () => {
    await page.getByRole('button', { name: /documentation explorer/i }).click();
    await page.getByText('Query', { exact: true }).last().click();
    await page.getByText(/who advocated what, in which forum, citing which instrument/i).first().waitFor();
    expect(complaints).toEqual([]);
  });
});
