// How well the codebook of women and migration, and what titles say, bring asks together: over all pairs of our own sentences.

import { expect, it } from 'vitest';
import { domainFolder, loadGazetteer } from '../../../loaders/entities/gazetteer.ts';
import { codedAsk, readCodebook } from '../../../loaders/statements/codebook.ts';
import { commitmentFor, positionOn } from '../../../loaders/statements/commitments.ts';
import { titleOfItem } from '../../../loaders/statements/titles.ts';
import { SAME_ASKS } from './sameAsks.ts';

const { commitments, askWords } = await loadGazetteer(domainFolder('women-and-migration'));
const codebook = readCodebook(commitments, askWords);
const asked = Object.entries(SAME_ASKS).flatMap(([ask, sentences]) => sentences.map((sentence) => ({ ask, sentence, commitment: commitmentFor(codebook, [sentence], titleOfItem(sentence)).id })));
const pairs = asked.flatMap((one, at) => asked.slice(at + 1).map((other) => ({ same: one.ask === other.ask, joined: one.commitment === other.commitment, told: `${one.sentence} | ${other.sentence}: ${one.commitment}, ${other.commitment}` })));

it('of the pairs brought together nearly all ask the same', () => {
  const wrong = pairs.filter(({ same, joined }) => joined && !same);
  expect(wrong.length / pairs.filter(({ joined }) => joined).length, wrong.map(({ told }) => told).join('\n')).toBeLessThanOrEqual(0.02);
});

it('most pairs that ask the same are brought together', () => {
  const missed = pairs.filter(({ same, joined }) => same && !joined);
  expect(missed.length / pairs.filter(({ same }) => same).length, missed.map(({ told }) => told).join('\n')).toBeLessThanOrEqual(0.05);
});

it.each([
  ['the expansion of guest worker schemes', 'Expand guest worker schemes', 'commitment:expand-temporary-programmes'],
  ['the regularisation of undocumented migrants', 'Regularise the undocumented', 'commitment:regularise-migrants'],
  ['lifting the ban on the departure of women', 'Lift the ban on the departure of women', 'commitment:lift-migration-bans'],
])('whoever opposes %s meets whoever asks "%s", on the other side', (rejected, asks, id) => {
  for (const [words, stance, position] of [[rejected, 'OPPOSES', 'AGAINST'], [asks, 'SUPPORTS', 'FOR']] as const) {
    const commitment = commitmentFor(codebook, [words], words);
    expect([commitment.id, positionOn(commitment, stance, stance === 'OPPOSES', words)]).toEqual([id, position]);
  }
});

it('a call that only shares words with an ask is not taken for it', () => {
  const others = ['Regularise the trade in ship parts.', 'Reject the regularisation of recruitment middlemen.', 'Detain the cargo until the fee is paid.', 'Protect domestic workers from the cold in this hall.', 'Print the report of the inter-agency meeting on women.', 'Recognise the chair and the speakers.', 'End the meeting at six.', 'Fund the restoration of the harbour wall.', 'Ratify the minutes of the last meeting.', 'Recruit two interpreters.'];
  expect(others.flatMap((sentence) => { const found = codedAsk(codebook, sentence); return found ? [`${found.id} <- ${sentence}`] : []; })).toEqual([]);
});
