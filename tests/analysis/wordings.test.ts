import { describe, expect, it } from 'vitest';
import { anyOfTheWords, differentFrom, likeness, nameFollowed, rivalsAmong, similarity } from '../../graph/analysis/wordings.ts';

const marked = (text: string, other: string): string[] => differentFrom(text, other).map(({ start, end }) => text.slice(start, end));

describe('two wordings of an ask', () => {
  it('are as alike as the share of common words in the shorter of them', () => {
    expect(similarity('Protect women', "Protect women's rights")).toBe(1);
    expect(similarity('End immigration detention', 'End the immigration detention of children')).toBe(1);
    expect(similarity('Regulate recruitment agencies', 'Inspect recruitment agencies')).toBeCloseTo(2 / 3);
    expect(similarity('Ratify CEDAW', 'Ratify the Migrant Workers Convention')).toBe(0);
    expect(similarity('', 'Protect women')).toBe(0);
  });

  it('are compared without accents, capitals, small words, plurals and possessives, and alike from either side', () => {
    expect(similarity('Réform the policies of a city', 'REFORM CITY POLICY')).toBe(1);
    expect(similarity('Protect women’s rights', "Protect women's rights")).toBe(1);
    expect(similarity('Reform processes', 'Reform process')).toBe(1);
    expect(similarity('Inspect recruitment agencies', 'Regulate recruitment agencies')).toBe(similarity('Regulate recruitment agencies', 'Inspect recruitment agencies'));
  });

  it('show the words that the other lacks, where they stand', () => {
    expect(marked("Protect women's rights", 'Protect women')).toEqual(['rights']);
    expect(marked('Protect women', "Protect women's rights")).toEqual([]);
    expect(marked('Ban detention — of all children', 'End the detention of families')).toEqual(['Ban', 'children']);
  });

  it('are compared by the names that are most alike, aliases among them', () => {
    const ours = { title: 'Defend migrants in court', aliases: ['Protect migrant women'] };
    expect(likeness(ours, { title: 'Protect women in migration', aliases: [] })).toMatchObject({ ours: 'Protect migrant women', theirs: 'Protect women in migration' });
    expect(likeness(ours, { title: 'Count the votes', aliases: [] })).toBeNull();
  });
});

describe('a quotation', () => {
  const names = ['Protect women', "Protect women's rights", 'Defend women at work'];

  it('follows the name of which it holds most words, the longer of two that it holds whole', () => {
    expect(nameFollowed("States must protect the rights of women.", names)).toBe("Protect women's rights");
    expect(nameFollowed('States must protect women on the road.', names)).toBe('Protect women');
    expect(nameFollowed('States must act.', names)).toBeNull();
  });
});

describe('the rivals of an ask', () => {
  const ours = { title: 'Protect women', aliases: [] };
  const rival = (id: string, title: string) => ({ id, title, aliases: [] });

  it('are those that share most words, the fewest different words first, each with the names compared', () => {
    const found = rivalsAmong(ours, [rival('c:3', "Protect women's rights at work"), rival('c:1', 'Count the votes'), rival('c:2', "Protect women's rights")]);
    expect(found).toEqual([{ id: 'c:2', similarity: 1, ours: 'Protect women', theirs: "Protect women's rights" }, { id: 'c:3', similarity: 1, ours: 'Protect women', theirs: "Protect women's rights at work" }]);
  });

  it('are at most twenty, the same ones in whatever order they come', () => {
    const many = Array.from({ length: 30 }, (_, at) => rival(`c:${at}`, 'Protect all women'));
    expect(rivalsAmong(ours, many)).toHaveLength(20);
    expect(rivalsAmong(ours, many)).toEqual(rivalsAmong(ours, many.toReversed()));
  });

  it('are looked up by letters and digits only', () => {
    expect(anyOfTheWords(["Protect women's rights (AND) ~ \"all\" NOT policies*", 'to of the', 'EU law'])).toBe('protect* OR women* OR right* OR not OR policy* OR eu OR law');
    expect(anyOfTheWords(['to of the'])).toBeNull();
  });
});
