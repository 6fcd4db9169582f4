import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { domainFolder } from '../../loaders/entities/gazetteer.ts';
import { rulesVersion } from '../../loaders/rulesVersion.ts';

describe('the rules by which a document was read', () => {
  let copy: string;
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'domain-'));
    cpSync(domainFolder('climate-hearings'), copy, { recursive: true });
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  it('are others in another domain, and the same wherever the word lists of a domain stand', async () => {
    const [bundled, climate, copied] = await Promise.all([rulesVersion(domainFolder()), rulesVersion(domainFolder('climate-hearings')), rulesVersion(copy)]);
    expect(climate).not.toBe(bundled);
    expect(copied).toBe(climate);
  });

  it('are others once a word list has been edited', async () => {
    const before = await rulesVersion(copy);
    appendFileSync(join(copy, 'themes.yaml'), '- { id: theme:quays, name: Quays, aliases: [] }\n');
    expect(await rulesVersion(copy)).not.toBe(before);
  });
});
