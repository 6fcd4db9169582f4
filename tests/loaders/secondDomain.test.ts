// Another domain is another folder of word lists: nothing of women and migration is wired into the loaders.

import { expect, it, describe } from 'vitest';
import { domainFolder, loadGazetteer } from '../../loaders/entities/gazetteer.ts';
import { extractDocument } from '../../loaders/pipeline.ts';

/** A made-up hearing; its witnesses are real bodies' names with words that nobody said. */
const HEARING = `# Statement of the Natural Resources Defense Council

COP26, Glasgow, 5 November 2021

The Natural Resources Defense Council (NRDC) thanks the Chair for the chance to testify.

We urge Congress to adopt mandatory limits on carbon dioxide emissions from power plants under the Clean Air Act. A carbon tax of any size must not take the place of these limits.

We call on developed countries to:

- end subsidies for coal and oil by 2025;
- pay into the fund for loss and damage;
- retrain miners whose mines and plants are closed.

The National Mining Association opposes cap and trade. The Alliance of Small Island States (AOSIS) called for warming to be kept below 1.5 °C. Bangladesh and Fiji have ratified the Kigali Amendment.
`;

const gazetteer = await loadGazetteer(domainFolder('climate-hearings'));
const { document, statements, relations } = extractDocument({ id: 'doc:0123456789abcdef', uri: 'hearing.md', kind: 'MARKDOWN', raw: HEARING, metadata: {} }, gazetteer);

describe('a hearing on climate, read with the lists of climate hearings', () => {
  it('has its author, its forum and its date', () => {
    expect([document.authors, document.forum, document.date]).toEqual([['actor:nrdc'], 'forum:cop26-glasgow', '2021-11-05']);
  });

  it('tells who asks what of whom, and who is against it', () => {
    expect(statements.map(({ actors, act, stance, commitment, addressees }) => [actors.join(), act, stance, commitment, addressees.join()])).toEqual(
      expect.arrayContaining([
        ['actor:nrdc', 'CALLS_FOR', 'SUPPORTS', 'commitment:legislate-to-regulate-co2', 'actor:us-congress'],
        ['actor:nrdc', 'CALLS_FOR', 'SUPPORTS', 'commitment:end-fossil-subsidies', 'actor:developed-countries'],
        ['actor:nrdc', 'CALLS_FOR', 'SUPPORTS', 'commitment:loss-and-damage-fund', 'actor:developed-countries'],
        ['actor:nrdc', 'CALLS_FOR', 'SUPPORTS', 'commitment:just-transition', 'actor:developed-countries'],
        ['actor:national-mining-association', 'CRITICIZES', 'OPPOSES', 'commitment:cap-and-trade', ''],
        ['actor:aosis', 'CALLS_FOR', 'SUPPORTS', 'commitment:limit-1-5', ''],
      ]),
    );
  });

  it('knows every country and who is party to what', () => {
    expect(relations.filter(({ type }) => type === 'PARTY_TO').map(({ from, to }) => `${from} ${to}`)).toEqual(['country:BGD instrument:kigali-amendment', 'country:FJI instrument:kigali-amendment']);
  });

  it('holds nothing of women and migration', () => {
    expect([...gazetteer.entities.keys()].filter((id) => /cedaw|gfmd|migra|ilo-c/.test(id))).toEqual([]);
  });
});
