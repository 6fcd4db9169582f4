import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askedCountries, askingFilter, asksToRatify } from '../../graph/analysis/ratificationGap.ts';
import { ALL_STATES } from '../../schema/ids.ts';
import type { AddresseeRow } from '../../graph/traversals/ratificationAsks.ts';
import type { StandingRow } from '../../graph/traversals/treatyStandings.ts';

const fact = (of: string, detail: string, date: string | null = null): StandingRow => ({ of, name: of, other: 'instrument:x', type: 'PARTY_TO', forward: true, detail, date, source: null, passages: [] });
const addressee = (id: string, isCountry = true): AddresseeRow => ({ id, name: id, isCountry, statementCount: 1, beyondGeneral: 1 });
const everybody = addressee(ALL_STATES, false);

describe('an ask to ratify', () => {
  it('is told by its title or another of its names', () => {
    const asks = (...names: string[]) => asksToRatify({ id: 'commitment:x', names });
    for (const name of ['Ratify the Migrant Workers Convention', 'Accede to the ICRMW', 'Promote the ratification of C189', 'Become a party to CEDAW', 'C189 should be ratified', 'Accession to CEDAW']) expect(asks(name), name).toBe(true);
    expect(asks('Join the Migrant Workers Convention', 'Accede to the ICRMW')).toBe(true);
    for (const name of ['Implement the conventions that were ratified', 'Use CEDAW in court', 'Become part of the network', 'Gratify voters']) expect(asks(name), name).toBe(false);
  });

  it('lets nothing through where there is none: an empty list would let everything through', () => {
    expect(askingFilter('instrument:x', [], { forum: null, actor: null }).commitments).toEqual(['']);
  });

  it('to states in general goes to the group that the word list of the world holds under this id', () => {
    expect(readFileSync(join(import.meta.dirname, '../../schema/world/actors.yaml'), 'utf8')).toMatch(`id: ${ALL_STATES}, kind: GROUP, name: States,`);
  });
});

describe('a country that was asked', () => {
  const standing = (facts: readonly StandingRow[]) => {
    const [found] = askedCountries([addressee('country:A')], facts, []);
    return found && [found.standing, found.since, found.contested];
  };

  it('stands as the strongest fact says, since the earliest date of such a fact; contradiction is told', () => {
    expect(standing([])).toEqual(['UNKNOWN', null, false]);
    expect(standing([fact('country:A', 'NOT_PARTY', '2015')])).toEqual(['NEITHER', null, false]);
    expect(standing([fact('country:A', 'SIGNED', '2004'), fact('country:A', 'RATIFIED', '2010')])).toEqual(['PARTY', '2010', false]);
    expect(standing([fact('country:A', 'ACCEDED', '2012'), fact('country:A', 'RATIFIED', '2010'), fact('country:A', 'NOT_PARTY')])).toEqual(['PARTY', '2010', true]);
    expect(standing([fact('country:A', 'SIGNED'), fact('country:A', 'NOT_PARTY')])).toEqual(['SIGNATORY', null, true]);
  });

  it('counts as asked by every rule that holds, and by none where only others were asked', () => {
    const facts = [fact('country:B', 'RATIFIED')];
    expect(askedCountries([addressee('country:A'), everybody], facts, [{ id: 'country:A', name: 'A' }]).map(({ country, asked }) => [country, ...asked])).toEqual([['country:A', 'NAMED', 'STATES_IN_THE_FORUM'], ['country:B', 'STATES_OF_KNOWN_STANDING']]);
    expect(askedCountries([addressee('actor:unions', false)], facts, [{ id: 'country:A', name: 'A' }])).toEqual([]);
  });
});
