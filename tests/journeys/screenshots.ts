// `npm run screenshots`: the README's pictures, taken of the bundled corpus in a database of its own. A picture of more than
// MOST_BYTES, or a page that complains, fails the run.

import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { loadGazetteer } from '../../loaders/entities/gazetteer.ts';
import { readingsOf } from '../../loaders/readings.ts';
import { listDocuments } from '../../loaders/reading/listDocuments.ts';
import type { Extraction } from '../../schema/extraction.ts';
import { openChromium } from './chromium.ts';
import { serveAtlas } from './servedAtlas.ts';

const ROOT = join(import.meta.dirname, '../..');
const DOCS = join(ROOT, 'docs');
const MOST_BYTES = 300_000;
const LAPTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

interface Picture {
  readonly file: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly address: string;
  /** What must be on the page before the picture is taken. */
  readonly ready: (page: Page) => Promise<void>;
}

/** A negotiation on detention and domestic work is prepared: who asked for what, and the sentences behind one link. */
const MAP_ADDRESS = '/?theme=theme:detention&theme=theme:domestic-work&open=actor:gfmd-csd-2016-dhaka-participants~commitment:end-immigration-detention';

const panelOpen = (page: Page): Promise<void> => page.locator('.evidence article blockquote').first().waitFor();

const PICTURES: readonly Picture[] = [
  { file: 'advocacy-map.png', size: LAPTOP, address: MAP_ADDRESS, ready: async (page) => { await panelOpen(page); await page.locator('.graph-host canvas').first().waitFor(); } },
  {
    file: 'document.png',
    size: LAPTOP,
    address: '/?open=commitment:end-immigration-detention',
    ready: async (page) => {
      await page.locator('.evidence').getByRole('link', { name: 'Show in document' }).first().click();
      await page.locator('.reader-text [aria-current="true"]').waitFor();
    },
  },
  { file: 'list-390.png', size: PHONE, address: '/', ready: (page) => page.locator('.map-list .ask').first().waitFor() },
];

async function bundledCorpus(): Promise<Extraction[]> {
  const [{ files }, gazetteer] = await Promise.all([listDocuments([join(ROOT, 'loaders/corpus')]), loadGazetteer()]);
  const extractions: Extraction[] = [];
  for (const file of files) {
    for await (const reading of readingsOf(file, { gazetteer, rules: '', isLoaded: () => false })) {
      if (reading.kind === 'failed') throw new Error(reading.reason);
      if (reading.kind === 'said') extractions.push(reading.extraction);
    }
  }
  return extractions;
}

mkdirSync(DOCS, { recursive: true });
const [browser, atlas] = await Promise.all([openChromium(), bundledCorpus().then(serveAtlas)]);
try {
  for (const { file, size, address, ready } of PICTURES) {
    const page = await browser.newPage({ viewport: size, colorScheme: 'light', reducedMotion: 'reduce' });
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${atlas.address}${address}`, { waitUntil: 'networkidle' });
    await ready(page);
    await page.waitForFunction(() => document.querySelector('.skeleton, [aria-busy="true"]') === null);
    const path = join(DOCS, file);
    await page.screenshot({ path, animations: 'disabled' });
    await page.close();
    const bytes = statSync(path).size;
    process.stdout.write(`docs/${file}: ${Math.round(bytes / 1000)} kB\n`);
    if (complaints.length > 0) throw new Error(`docs/${file}: the page complained: ${complaints.join(' | ')}`);
    if (bytes > MOST_BYTES) throw new Error(`docs/${file} weighs ${bytes} bytes; the README's pictures stay under ${MOST_BYTES}.`);
  }
} finally {
  await browser.close();
  await atlas.close();
}
