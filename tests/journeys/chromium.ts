// The browser of the journeys: the Chromium of the machine, with nothing of it that would ask the network by itself.

import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** A machine without a Chromium fails the journeys with one sentence; it does not skip them. */
export async function openChromium(): Promise<Browser> {
  const found = [process.env.CHROMIUM, ...PLACES].find((place) => place !== undefined && place !== '' && existsSync(place));
  if (found === undefined) throw new Error('The journeys need a Chromium: install one (Debian: apt-get install chromium fonts-dejavu) or name it in CHROMIUM.');
  return chromium.launch({ executablePath: found, args: QUIET });
}
