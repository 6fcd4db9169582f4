import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { documentOf, UNIFEM_REPORT, WIMN_STATEMENT } from '../fixtures/documents.ts';
import { openChromium } from './chromium.ts';
import { serveAtlas, type ServedAtlas } from './servedAtlas.ts';

const HOSTILE = '<img src=x onerror="document.title=\'owned\'"> "Quote" & שלום 🌍';
const MANY = 23;
const HOSTILE_DOCUMENT = documentOf({
  uri: 'hostile.txt',
  title: 'A title with <b>markup</b>',
  date: '2017-05',
  says: Array.from({ length: MANY }, (_, at) => ({ sentence: `Number ${at + 1}: we ask <script>all</script> governments to answer.`, actors: ['actor:un-women' as const], commitment: 'commitment:hostile' as const, title: HOSTILE })),
});

/** Said in the series of meetings itself, of which the Manila meeting is a part. */
const SERIES_DOCUMENT = documentOf({
  uri: 'series.txt',
  title: 'A note on the series',
  says: [{ sentence: 'At the GFMD the network asked for an end to detention.', actors: ['actor:wimn'], forum: 'forum:gfmd', commitment: 'commitment:end-immigration-detention', title: 'End immigration detention' }],
});

const QUOTE = 'We call on States to end the detention of migrants.';
const WIDE = { width: 1440, height: 900 };
const LAPTOP = { width: 1024, height: 768 };
const PHONE = { width: 390, height: 844 };

describe('a policy officer', () => {
  let atlas: ServedAtlas;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[] = [];
  let elsewhere: string[] = [];

  beforeAll(async () => {
    [atlas, browser] = await Promise.all([serveAtlas([WIMN_STATEMENT, UNIFEM_REPORT, HOSTILE_DOCUMENT, SERIES_DOCUMENT]), openChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await atlas?.close();
  });
  beforeEach(async () => {
    context = await browser.newContext({ viewport: WIDE, permissions: ['clipboard-read', 'clipboard-write'] });
    page = await context.newPage();
    page.setDefaultTimeout(30_000);
    complaints = [];
    elsewhere = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => !request.url().startsWith(atlas.address) && !request.url().startsWith('data:') && elsewhere.push(request.url()));
  });
  afterEach(async () => {
    await context.close();
    if (elsewhere.length > 0) throw new Error(`the page asked elsewhere: ${elsewhere.join(', ')}`);
  });

  const open = async (path: string): Promise<void> => {
    await page.goto(`${atlas.address}${path}`);
    await page.waitForSelector('main .map-counts, main .reader-text, main .empty');
  };
  const panel = () => page.getByRole('complementary', { name: 'Evidence' });
  const title = () => panel().getByRole('heading', { level: 2 });
  const sentences = () => panel().locator('article blockquote');
  const untilTitled = (text: string) => title().getByText(text, { exact: true }).waitFor();

  /** Where the middle of a link is drawn, in pixels of the window. */
  const middleOf = (from: string, to: string): Promise<{ x: number; y: number }> =>
    page.locator('.graph-host').evaluate(
      (host, [source, target]) => {
        // Cytoscape leaves itself on its container, as its developer tools rely on.
        const { cy } = (host as unknown as { _cyreg: { cy: { edges(selector: string): { renderedMidpoint(): { x: number; y: number } }[] } } })._cyreg;
        const middle = cy.edges(`[source = "${source}"][target = "${target}"]`)[0]?.renderedMidpoint();
        const { left, top } = host.getBoundingClientRect();
        return { x: left + (middle?.x ?? Number.NaN), y: top + (middle?.y ?? Number.NaN) };
      },
      [from, to] as const,
    );

  it('goes from a name to the very sentence in its document', async () => {
    await open('/');
    await page.keyboard.press('/');
    await page.keyboard.type('wimn');
    const found = page.getByRole('option').first();
    await found.getByText('Women in Migration Network').waitFor();
    await found.click();
    await untilTitled('Women in Migration Network: 4 statements');
    await page.getByRole('button', { name: 'Remove Women in Migration Network' }).waitFor();

    await page.waitForFunction(() => document.querySelector('main .map')?.getAttribute('aria-busy') === 'false' && document.querySelector('.graph-host canvas') !== null);
    const { x, y } = await middleOf('actor:wimn', 'commitment:end-immigration-detention');
    await page.mouse.click(x, y);
    await untilTitled('Women in Migration Network → End immigration detention: 3 statements');
    expect(await sentences().allTextContents()).toEqual([QUOTE, 'Detaining children cannot be justified.', 'At the GFMD the network asked for an end to detention.']);

    await panel().getByRole('link', { name: 'Show in document' }).first().click();
    const shown = page.locator('.reader-text [aria-current="true"]');
    await shown.waitFor();
    expect(await shown.textContent()).toBe(QUOTE);
    expect(await shown.evaluate((mark) => { const { top, bottom } = mark.getBoundingClientRect(); return top >= 0 && bottom <= window.innerHeight; })).toBe(true);
    await page.getByRole('button', { name: 'Back to the map' }).click();
    await untilTitled('Women in Migration Network → End immigration detention: 3 statements');
    expect(complaints).toEqual([]);
  });

  // All names; then the fellow speakers of one name, whose own statements elsewhere are not on the map.
  it.each(['/?show=list', '/?show=list&by=theme', '/?show=list&by=theme&actor=actor:wimn', '/?show=list&actor=actor:wimn', '/?show=list&forum=forum:gfmd'])('reads behind every name and every link of %s as many sentences as the number on it', async (address) => {
    await open(address);
    for (const summary of await page.locator('.name-column summary').all()) await summary.click();
    const doors = page.locator('.end, .name-row');
    const total = await doors.count();
    expect(total).toBeGreaterThan(4);
    for (let at = 0; at < total; at++) {
      const door = doors.nth(at);
      const drawn = Number(await door.locator('.number').textContent());
      await door.click();
      await title().getByText(new RegExp(`: ${drawn} statements?$`)).waitFor();
      const more = panel().getByRole('button', { name: /^Show \d+ more$/ });
      while ((await more.count()) > 0) {
        const before = await sentences().count();
        await more.click();
        await expect.poll(() => sentences().count(), { timeout: 20_000 }).toBeGreaterThan(before);
      }
      await expect.poll(() => sentences().count(), { timeout: 20_000 }).toBe(drawn);
    }
  });

  it('comes back to the same view by reload, back, forward and a shared address', async () => {
    await open('/?show=list');
    await page.getByRole('link', { name: 'UNIFEM 1 statement against “Ratify the Domestic Workers Convention”' }).click();
    await untilTitled('UNIFEM → Ratify the Domestic Workers Convention: 1 statement');
    await page.getByRole('button', { name: 'against', exact: true }).click();
    await page.locator('.map-counts').getByText('1 statement, each').waitFor();
    const address = page.url();
    await page.reload();
    await page.locator('.map-counts').getByText('1 statement, each').waitFor();
    await untilTitled('UNIFEM → Ratify the Domestic Workers Convention: 1 statement');
    await page.goBack();
    await page.locator('.map-counts').getByText('29 statements').waitFor();
    await page.goForward();
    await page.locator('.map-counts').getByText('1 statement, each').waitFor();
    expect(page.url()).toBe(address);
  });

  it('needs only the keyboard from the search to a copied citation', async () => {
    await open('/');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('end immigration');
    await page.getByRole('option').first().getByText('End immigration detention').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await untilTitled('End immigration detention: 4 statements');
    const copy = panel().getByRole('button', { name: 'Copy citation' }).first();
    for (let presses = 0; presses < 40 && !(await copy.evaluate((button) => button === document.activeElement)); presses++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await panel().getByRole('status').getByText('Citation copied.').first().waitFor();
    const citation = await page.evaluate(() => navigator.clipboard.readText());
    expect(citation).toContain(`“${QUOTE}” — Women in Migration Network, International Migration Review Forum 2022, 17 May 2022`);
  });

  it('sees names and sentences with markup, quotes, emoji and right-to-left letters as they are written', async () => {
    await open('/?open=actor:un-women~commitment:hostile');
    await untilTitled(`UN Women → ${HOSTILE}: ${MANY} statements`);
    expect(await sentences().first().textContent()).toBe('Number 1: we ask <script>all</script> governments to answer.');
    expect(await page.title()).toBe(`UN Women → ${HOSTILE} · Advocacy Atlas`);
    expect(complaints).toEqual([]);
  });

  it('opens a theme into its commitments', async () => {
    await open('/?by=theme&show=list');
    await page.getByRole('link', { name: /^Detention \d+ statements$/ }).click();
    await panel().getByRole('button', { name: 'Show its commitments' }).click();
    await page.getByRole('button', { name: 'Remove Detention' }).waitFor();
    await page.getByRole('link', { name: /^End immigration detention \d+ statements$/ }).waitFor();
    expect(await page.locator('.ask').count()).toBe(1);
    expect(await page.title()).toBe('Detention · Advocacy Atlas');
    await panel().getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => page.title()).toBe('Statements about Detention · Advocacy Atlas');
    await page.goBack();
    await page.goBack();
    await page.getByRole('link', { name: /^Domestic work \d+ statements?$/ }).waitFor();
  });

  it('scrolls the map with the wheel as a page, and zooms with Ctrl', async () => {
    await page.setViewportSize({ width: 1440, height: 520 });
    await open('/');
    await page.waitForSelector('.graph-host canvas');
    for (let presses = 0; presses < 6; presses++) await page.getByRole('button', { name: 'Zoom in' }).click();
    const place = () => middleOf('actor:wimn', 'commitment:ratify-c189');
    const widthOf = () => page.locator('.graph-heading').first().evaluate((heading) => heading.getBoundingClientRect().width);
    await page.mouse.move(700, 400);
    // To the top first: zooming has left the map somewhere in its middle.
    await page.mouse.wheel(0, -2000);
    await expect.poll(() => page.locator('.graph-heading').first().evaluate((heading) => heading.getBoundingClientRect().width)).toBeGreaterThan(500);
    const [before, wide] = [await place(), await widthOf()];
    await page.mouse.wheel(0, 60);
    await expect.poll(async () => (await place()).y).toBeLessThan(before.y);
    expect(await widthOf()).toBe(wide);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, 200);
    await page.keyboard.up('Control');
    await expect.poll(widthOf).toBeLessThan(wide);
  });

  it('is told when nothing matches, and offered what is addressed to a name that never speaks', async () => {
    await open('/?actor=actor:states');
    await page.getByText('No statement matches.').waitFor();
    await page.getByRole('button', { name: 'Show those' }).click();
    const counts = page.locator('.map-counts');
    await counts.getByText('2 statements').waitFor();
    expect(await counts.textContent()).toContain('2 statements, each with the sentence that says it.');
  });

  it('works with any assistive technology that axe can speak for, on every view, size and in the dark', async () => {
    const read = WIMN_STATEMENT.document.id;
    const views = ['/', '/?show=list', '/?by=theme', '/?by=theme&show=list', '/?open=theme:detention', '/?open=actor:wimn', '/?open=actor:unifem&tab=about', '/?open=actor:wimn~commitment:end-immigration-detention&actor=actor:wimn', `/?read=${read}&at=${encodeURIComponent(WIMN_STATEMENT.statements[0]?.id ?? '')}`, '/?actor=actor:states'];
    for (const [size, colorScheme] of [[WIDE, 'light'], [LAPTOP, 'dark'], [PHONE, 'light']] as const) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      for (const view of views) {
        await open(view);
        await page.waitForFunction(() => document.querySelector('.skeleton') === null);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${view} ${size.width} ${colorScheme} ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${view} scrolls sideways at ${size.width}`).toBe(true);
      }
    }
  });

  // Last, because the database does not come back.
  it('is told that the database is away, and can try again', async () => {
    await open('/');
    await atlas.stopDatabase();
    await page.reload();
    await page.getByRole('alert').getByText('The database is away.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('status').getByText('Drawing the map').waitFor();
    await page.getByRole('alert').getByText('The database is away.').waitFor();
    expect(await page.getByRole('button', { name: 'Try again' }).isVisible()).toBe(true);
  });
});
