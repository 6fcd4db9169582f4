import { describe, expect, it } from 'vitest';
import { mentionsOf, read } from './smallLists.ts';

const meaning = (raw: string, surface: string): string | undefined => read(raw).reading.mentions.find((mention) => mention.surface === surface)?.entity;

describe('a name with several meanings', () => {
  it('means what the document itself says it means', () => {
    expect(meaning('The Global Coalition on Migration (GCM) met in May 2019. The GCM asks for more.', 'GCM')).toBe('actor:global-coalition-on-migration');
    expect(meaning('The Global Compact for Migration (GCM) was read aloud. The GCM asks for more.', 'GCM')).toBe('instrument:gcm');
  });

  it('has its usual meaning where both things are named in full', () => {
    expect(meaning('Members of the Global Coalition on Migration read the Global Compact for Migration. The GCM asks for more.', 'GCM')).toBe('instrument:gcm');
  });

  it('cannot mean a text that was written years after the document', () => {
    expect(meaning('Oslo, 3 May 2008. The Global Compact helps dock firms.', 'Global Compact')).toBe('instrument:un-global-compact');
  });

  it('is told apart by a cue beside it', () => {
    expect(meaning('In 2019 firms pledged under the Global Compact to open their supply chain.', 'Global Compact')).toBe('instrument:un-global-compact');
    expect(meaning('In 2019 States pledged under the Global Compact to open pathways.', 'Global Compact')).toBe('instrument:gcm');
  });

  it('is the committee where one reports to it, the treaty where one ratifies it', () => {
    expect(mentionsOf('Norway ratified CEDAW long before it was reporting to CEDAW.')).toEqual(['Norway → country:NOR', 'CEDAW → instrument:cedaw', 'CEDAW → actor:cedaw-committee']);
  });

  it('is a meeting of the series where a year or place stands beside it, else the series', () => {
    expect(meaning('She spoke at the GFMD held in Manila.', 'GFMD')).toBe('forum:gfmd-2008-manila');
    expect(meaning('She spoke of the GFMD.', 'GFMD')).toBe('forum:gfmd');
    expect(mentionsOf('They lobbied at the 8th and 9th GFMD Summits.')).toEqual(['8th → forum:gfmd-2015-istanbul', '9th GFMD Summits → forum:gfmd-2016-dhaka']);
  });

  it('says by which rule it was decided, and how surely', () => {
    const [first] = read('The Global Compact for Migration (GCM) stands.').reading.mentions;
    expect(first).toMatchObject({ rule: 'alias', score: 0.95 });
  });
});
