import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { doorkeeper, writer } from '../../api/token.ts';

const ANA = 'a'.repeat(24);
const BEN = `${'b'.repeat(30)}.~+/=`;

describe('tokens', () => {
  it('let those write who have one, under their own name', () => {
    const keeper = doorkeeper(`Ana Cruz:${ANA}, ben@example.org:${BEN}`);
    expect(keeper(`Bearer ${ANA}`).viewer).toEqual({ name: 'Ana Cruz' });
    expect(keeper(`bearer  ${BEN}`).viewer).toEqual({ name: 'ben@example.org' });
    for (const sent of [undefined, '', ANA, `Basic ${ANA}`, `Bearer ${ANA}x`, `Bearer ${ANA.slice(1)}`, 'Bearer ']) expect(keeper(sent).viewer, sent).toBeNull();
  });

  it('are told apart where writing is refused: none set up, none sent, a wrong one sent', () => {
    const refusal = (setting: string | undefined, sent?: string) => {
      try {
        return writer(doorkeeper(setting)(sent)).name;
      } catch (error) {
        return error;
      }
    };
    const setting = `ana:${ANA}`;
    expect(refusal(setting, `Bearer ${ANA}`)).toBe('ana');
    expect(refusal(undefined, `Bearer ${ANA}`)).toMatchObject({ code: 'UNAUTHENTICATED', message: expect.stringContaining('ATLAS_TOKENS=name:token') });
    expect(refusal(setting)).toMatchObject({ code: 'UNAUTHENTICATED', message: expect.stringContaining('Authorization: Bearer') });
    expect(refusal(setting, 'Bearer something-else')).toMatchObject({ code: 'UNAUTHENTICATED', message: expect.stringContaining('not known here') });
  });

  it('may stand in a file, one pair in each line', () => {
    const folder = mkdtempSync(join(tmpdir(), 'atlas-tokens-'));
    const file = join(folder, 'tokens');
    writeFileSync(file, `# who may write\nana:${ANA}\n\nben:${BEN}\n`);
    expect(doorkeeper(file)(`Bearer ${BEN}`).viewer).toEqual({ name: 'ben' });
    rmSync(folder, { recursive: true });
    expect(() => doorkeeper(file)).toThrow(/the file .* cannot be read/);
  });

  it('that are wrong keep the atlas from starting, with a sentence that shows none of them', () => {
    for (const [setting, message] of [
      [ANA, /pair 1 is not of the form name:token/],
      [`ana:${ANA},ben`, /pair 2 is not of the form/],
      ['ana:short-one', /the token of ana must have at least 24 characters/],
      [`ana:${ANA.slice(1)} x`, /the token of ana must have/],
      [`ana:${ANA},ana:${BEN}`, /two pairs have the same name/],
      [`ana:${ANA},ben:${ANA}`, /two pairs have the same token/],
      [' , ', /names nobody/],
    ] as const) {
      expect(() => doorkeeper(setting), setting).toThrow(message);
      expect(() => doorkeeper(setting), setting).not.toThrow(/a{8}|b{8}|short-one/);
    }
  });
});
