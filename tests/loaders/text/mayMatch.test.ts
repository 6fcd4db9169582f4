import { describe, expect, it } from 'vitest';
import { english } from '../../../loaders/statements/english.ts';
import { pattern, saidBare, saidBy, saidToo } from '../../../loaders/statements/subject.ts';
import { matchesIn, mayMatch, wordsNeeded } from '../../../loaders/text/mayMatch.ts';
import { byPlace, overlapWith } from '../../../loaders/text/byPlace.ts';
import { benchTexts } from '../../bench/corpus.ts';

describe('the words that a pattern needs', () => {
  it('are one of each set of alternatives that stands in every match', () => {
    expect(wordsNeeded(/(?:urge|urges)\s(?:the\s)?port/iu)).toEqual([['port'], ['urge', 'urges']]);
    expect(wordsNeeded(/[Hh]arbou?r(?!ing)|quay/u)).toEqual([['harbor', 'harbour', 'quay']]);
    expect(wordsNeeded(/Ⓐ·*[^.]{0,40}\bjoined\s(?=Ⓕ)/u)).toEqual([['ⓐ'], ['joined'], ['ⓕ']]);
  });

  it('are not those that may be left out, must not stand there or are too short to tell', () => {
    expect(wordsNeeded(/(?:gladly\s)?(?<!never)\bof\b(?:ships)*(?:dock){0,3}/u)).toEqual([]);
    expect(wordsNeeded(/ships?|\d+/u)).toEqual([]);
  });

  it('are none where the pattern is not understood', () => {
    expect(wordsNeeded(/\x70ort harbour/u)).toEqual([]);
  });
});

describe('whether a pattern may match', () => {
  it('is no where a word it needs is missing, and yes whatever the capitals', () => {
    expect(mayMatch(/\bwe\surge\b/iu, 'We welcome the harbour rules.')).toBe(false);
    expect(mayMatch(/\bwe\surge\b/iu, 'WE URGE all ports to sign.')).toBe(true);
    expect(mayMatch(/task/iu, 'a ta\u017f\u212a')).toBe(true);
    expect(mayMatch(/ⒶⒻ/u, 'Ⓐ·· joined Ⓕ··')).toBe(true);
  });

  it('is never no where the rules of acts match', () => {
    const forms = english().acts.flatMap(({ pattern: verbs, kind }) => (kind === 'said' ? [saidBy(verbs), saidToo(verbs), saidBare(verbs), new RegExp(verbs, 'giu')] : [pattern(verbs)]));
    const passages = benchTexts(2).flatMap((text) => text.split('\n\n'));
    for (const passage of passages) {
      for (const form of forms) expect(matchesIn(form, passage).map(({ index }) => index), `${passage} ~ ${form.source.slice(0, 60)}`).toEqual([...passage.matchAll(form)].map(({ index }) => index));
    }
  });
});

describe('things by place', () => {
  const things = [{ start: 30, end: 40 }, { start: 0, end: 10 }, { start: 10, end: 25 }];

  it('are those wholly within a stretch, in order', () => {
    expect(byPlace(things)(0, 30)).toEqual([{ start: 0, end: 10 }, { start: 10, end: 25 }]);
    expect(byPlace(things)(5, 39)).toEqual([{ start: 10, end: 25 }]);
  });

  it('overlap a place that shares a character with one of them, and none that only touches', () => {
    const overlaps = overlapWith(things);
    expect([{ start: 25, end: 30 }, { start: 24, end: 26 }, { start: 28, end: 31 }, { start: 2, end: 3 }, { start: 40, end: 41 }].map(overlaps)).toEqual([false, true, true, true, false]);
  });
});
