// Occasions that a text names by number, title or subject: "64th CEDAW session", "the 8th and 9th GFMD Summits",
// 'a side event entitled "…"', "an e-discussion on Mainstreaming …".

import type { ForumKind } from '../../schema/vocabulary.ts';
import { entityId, type ForumId } from '../../schema/ids.ts';
import type { EntityRecord } from '../../schema/extraction.ts';
import type { Candidate } from './candidate.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Reading } from './nameIndex.ts';
import { meetingTold } from './meetings.ts';
import { formOf } from './tokens.ts';

export const ORDINAL = String.raw`(?:\d{1,3}(?:st|nd|rd|th)|(?:(?:[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Ss]eventy|[Ee]ighty|[Nn]inety)[-\s])?(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Ee]ighth|[Nn]inth|[Tt]enth|[Ee]leventh|[Tt]welfth|\w+teenth|\w+tieth))`;
const GATHERINGS: Readonly<Record<string, ForumKind>> = { summit: 'SUMMIT', conference: 'CONFERENCE', congress: 'CONFERENCE', session: 'SESSION', meeting: 'COORDINATION_MEETING', forum: 'CONFERENCE', review: 'REVIEW', consultation: 'CONSULTATION', hearing: 'CONSULTATION', dialogue: 'CONSULTATION', discussion: 'CONSULTATION', workshop: 'WORKING_SESSION', seminar: 'WORKING_SESSION', webinar: 'WORKING_SESSION', roundtable: 'WORKING_SESSION', panel: 'WORKING_SESSION', convening: 'WORKING_SESSION', event: 'SIDE_EVENT', assembly: 'CONFERENCE', symposium: 'CONFERENCE', series: 'CAMPAIGN', campaign: 'CAMPAIGN' };
export const GATHERING = String.raw`(?:[Ss]ummit|[Cc]onference|[Cc]ongress|[Ss]ession|[Mm]eeting|[Ff]orum|[Rr]eview|[Cc]onsultation|[Hh]earing|[Dd]ialogue|[Ww]orkshop|[Ss]eminar|[Ww]ebinar|[Rr]ound\s?[Tt]able|[Cc]onvening|[Ss]ide[\s-][Ee]vent|[Pp]anel(?:\s[Dd]iscussion)?|[Ee]vent|[Ss]ymposium|[Aa]ssembly|[Ee]-?[Dd]iscussion|[Cc]ampaign|[Ss]eries)`;

/** @param noun as GATHERING finds it */
export const kindOf = (noun: string): ForumKind => GATHERINGS[formOf(noun.toLowerCase().replace(/^side[\s-]|^e-?(?=discussion)|\s/g, ''))] ?? (/event/i.test(noun) ? 'SIDE_EVENT' : 'WORKING_SESSION');
/** A record for an occasion that the text introduces. */
export const forum = (name: string, kind: ForumKind, alias?: string): EntityRecord => ({ type: 'Forum', id: entityId('Forum', name), kind, name, aliases: alias && alias !== name ? [alias] : [] });

/** "Sixty-third", "63rd" → "63rd" */
function ordinalOf(words: string): string {
  const number = formOf(words).replace(/th$/, '');
  const endings: Readonly<Record<string, string>> = { 1: 'st', 2: 'nd', 3: 'rd' };
  return `${number}${/1\d$/.test(number) ? 'th' : (endings[number.at(-1) ?? ''] ?? 'th')}`;
}

/** The known meeting that a number and a noun name in a series: "Seventh Meeting of the Quay Forum" is the "7th QF" of the word lists. */
function knownMeeting(ordinal: string, noun: string, body: string, gazetteer: Gazetteer): readonly Reading[] {
  const number = formOf(ordinal);
  const series = [...gazetteer.forums.values()].find(({ name }) => name === body);
  const names = [body, series?.acronym ?? body].flatMap((name) => [`${number} session of the ${name}`, `${number} ${noun} of the ${name}`, `${number} ${name}`, `${number} ${name} ${noun}`]);
  return names.map((name) => gazetteer.names.lookUp(name)).find((readings) => readings.length > 0) ?? [];
}

/** A meeting of a series that the words behind its number tell by place and year. */
function meetingNear(text: string, end: number, body: string, gazetteer: Gazetteer): EntityRecord | null {
  const series = [...gazetteer.forums.values()].find(({ name, startDate }) => name === body && !startDate);
  if (!series) return null;
  const around = /^[^.;\n]{0,90}/.exec(text.slice(end).replace(/^\s+/, ' '))?.[0] ?? '';
  const told = meetingTold(around, series.id, gazetteer, new Set(around.match(/\b(?:19|20)\d{2}\b/g) ?? []));
  return told ? (gazetteer.entities.get(told.id) ?? null) : null;
}

const inCapitals = (words: string): string => words.replace(/(?<=^|\s)\p{L}/gu, (letter) => letter.toUpperCase());

/** "64th session of the Committee …", "64th CEDAW session": sessions of a body that the text names there. */
function sessions(text: string, standing: readonly Candidate[], gazetteer: Gazetteer, nameOf: (candidate: Candidate) => string | null): Candidate[] {
  const found: Candidate[] = [];
  for (const candidate of standing) {
    const body = nameOf(candidate);
    if (!body) continue;
    const before = text.slice(Math.max(0, candidate.start - 60), candidate.start);
    const after = text.slice(candidate.end, candidate.end + 30);
    const of = new RegExp(String.raw`(?<ordinal>${ORDINAL})\s(?:\p{L}+\s)?(?<noun>session|meeting|summit|congress|general\sassembly)(?:\sof\s(?:the\s)?|\s*\n\s*)$`, 'iu').exec(before);
    const numbered = new RegExp(String.raw`(?<ordinal>${ORDINAL})\s$`).exec(before);
    const noun = /^(?:\s\([A-Z]{2,8}\))?\s(?<noun>[Ss]essions?|[Mm]eetings?)\b/.exec(after);
    // In a head the number stands behind the body, on a line of its own or not.
    const behind = new RegExp(String.raw`^(?:\s\(\p{Lu}{2,8}\))?,?\s{1,4}(?<ordinal>${ORDINAL})\s(?<noun>session|(?:world\s|ordinary\s)?(?:congress|general\sassembly))\b`, 'iu').exec(text.slice(candidate.end, candidate.end + 60));
    if (!of && behind) {
      const ordinal = behind.groups?.['ordinal'] ?? '';
      const at = candidate.end + behind[0].indexOf(ordinal);
      const called = (behind.groups?.['noun'] ?? '').toLowerCase().replace(/\s+/g, ' ');
      const known = knownMeeting(ordinal, called, body, gazetteer);
      found.push({ start: at, end: candidate.end + behind[0].length, rule: 'numbered-session', means: known.length > 0 ? { readings: known } : { record: called === 'session' ? forum(`${ordinalOf(ordinal)} session of the ${body}`, 'SESSION') : forum(`${ordinalOf(ordinal)} ${inCapitals(called)} of ${text.includes(`${inCapitals(called)} of ${body}`) ? '' : 'the '}${body}`, 'CONFERENCE') }, score: 0.85 });
      continue;
    }
    const [match, word, end] = of ? [of, of.groups?.['noun'], candidate.end] : numbered && noun ? [numbered, noun.groups?.['noun'], candidate.end + noun[0].length] : [null, '', 0];
    if (!match) continue;
    const start = candidate.start - before.length + match.index;
    const isCongress = /congress|assembly/i.test(word ?? '');
    const kind = isCongress ? 'CONFERENCE' : /meeting/i.test(word ?? '') ? 'COORDINATION_MEETING' : 'SESSION';
    const readings = knownMeeting(match.groups?.['ordinal'] ?? '', (word ?? '').toLowerCase().replace(/s$/, ''), body, gazetteer);
    const near = readings.length > 0 ? null : meetingNear(text, end, body, gazetteer);
    found.push({ start, end, rule: 'numbered-session', means: readings.length > 0 ? { readings } : near ? { record: near } : { record: forum(`${ordinalOf(match.groups?.['ordinal'] ?? '')} ${isCongress ? inCapitals((word ?? '').toLowerCase()) : kind === 'SESSION' ? 'session' : 'meeting'} of the ${body}`, kind, text.slice(start, end).replace(/\s+/g, ' ')) }, score: 0.85 });
  }
  return found;
}

const MEETS = String.raw`(?:Committee|Commission|Council|Congress|Conference|Assembly|Board|Sub-?[Cc]ommittee)`;
/** "the Committee's twenty-seventh session", "adopted by the Committee at its 27th session": of the body of that kind named last. */
const POSSESSED = new RegExp(String.raw`\b(?:[Tt]he\s)?(?<body>${MEETS})(?:['’]s?|\b[^.;\n]{0,60}?\s(?:at|in|during|of)\sits)\s(?<session>(?<ordinal>${ORDINAL})\s(?:\p{L}+\s)?(?<noun>session|meeting))\b`, 'dgu');
function ownSessions(text: string, standing: readonly Candidate[], gazetteer: Gazetteer, nameOf: (candidate: Candidate) => string | null): Candidate[] {
  return [...text.matchAll(POSSESSED)].flatMap((match): Candidate[] => {
    const { body: called = '', ordinal = '', noun = '' } = match.groups ?? {};
    const place = match.indices?.groups?.['session'];
    const body = standing.filter(({ start }) => start <= match.index + match[0].length).map(nameOf).findLast((name) => name !== null && (name.startsWith(called) || name.includes(` ${called}`)));
    if (!place || !body) return [];
    const known = knownMeeting(ordinal, noun, body, gazetteer);
    return [{ start: place[0], end: place[1], rule: 'own-session', means: known.length > 0 ? { readings: known } : { record: forum(`${ordinalOf(ordinal)} ${noun} of the ${body}`, noun === 'meeting' ? 'COORDINATION_MEETING' : 'SESSION') }, score: 0.8 }];
  });
}

/** "Third Meeting of the Quay Forum", where the word lists know a "Third Quay Forum". */
function shortNamedMeetings(text: string, gazetteer: Gazetteer): Candidate[] {
  const pattern = new RegExp(String.raw`\b(?<ordinal>${ORDINAL})\s(?<noun>[Mm]eeting|[Ss]ession|[Ss]ummit|[Cc]onference)\sof\s(?:the\s)?(?<body>\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+){0,4})`, 'gu');
  return [...text.matchAll(pattern)].flatMap((match): Candidate[] => {
    const { ordinal = '', noun = '', body = '' } = match.groups ?? {};
    const readings = knownMeeting(ordinal, noun.toLowerCase(), body, gazetteer).filter(({ entity }) => entity.startsWith('forum:'));
    return readings.length > 0 ? [{ start: match.index, end: match.index + match[0].length, rule: 'numbered-session', means: { readings }, score: 0.9 }] : [];
  });
}

/** "8th Quay Forum": a number right before the name of a series is one of its meetings, known or not. */
function numberedMeetings(text: string, standing: readonly Candidate[], gazetteer: Gazetteer): Candidate[] {
  return standing.flatMap((candidate): Candidate[] => {
    const series = 'readings' in candidate.means ? candidate.means.readings.map(({ entity }) => gazetteer.forums.get(entity as ForumId)).find((entry) => entry && !entry.startDate) : undefined; // undefined for what is no forum
    const ordinal = series ? new RegExp(String.raw`(?:^|[\s(“"])(?<ordinal>${ORDINAL})\s$`).exec(text.slice(Math.max(0, candidate.start - 24), candidate.start))?.groups?.['ordinal'] : undefined;
    if (!series || !ordinal || /^(?:first|second)$/.test(ordinal)) return [];
    const readings = knownMeeting(ordinal, 'meeting', series.name, gazetteer);
    const near = readings.length > 0 ? null : meetingNear(text, candidate.end, series.name, gazetteer);
    return [{ start: candidate.start - ordinal.length - 1, end: candidate.end, rule: 'numbered-meeting', means: readings.length > 0 ? { readings } : { record: near ?? forum(`${ordinalOf(ordinal)} ${series.name}`, series.kind) }, score: 0.85 }];
  });
}

/** "Lima+20 Regional Review Meeting": held years after, and not the meeting that bears the bare name. */
function anniversaries(text: string): Candidate[] {
  const pattern = new RegExp(String.raw`\p{Lu}\p{L}+\s?\+\s?\d{1,2}\s(?:(?:\p{Lu}[\p{L}-]+|for|on|of)\s){0,5}?(?<noun>Review\sMeeting|${GATHERING})(?:\s(?:in|of|for)\s(?:the\s)?${REGION})?(?!\s\p{Lu})`, 'gu');
  return [...text.matchAll(pattern)].map(({ 0: found, index, groups }) => ({ start: index, end: index + found.length, rule: 'anniversary', means: { record: forum(found.replace(/\s+/g, ' '), /review/i.test(groups?.['noun'] ?? '') ? 'REVIEW' : kindOf(groups?.['noun'] ?? '')) }, score: 0.85 }));
}

const REGION = String.raw`(?:Latin\sAmerica|Central\sAmerica|North\sAmerica|South\sAmerica|the\sAmericas|(?:the\s)?(?:Caribbean|Pacific|Middle\sEast|Gulf|Mediterranean|(?:Western\s)?Balkans|Sahel|Arab\s(?:States|Region|World)|Horn\sof\sAfrica)|(?:(?:North|South|East|West|Central|Southern|Northern|Eastern|Western|Sub-Saharan|South-?\s?[Ee]ast|South-[Ee]astern)\s)?(?:Asia|Africa|Europe))`;
const FOR_REGION = new RegExp(String.raw`^\s(?:for|in|of|from)\s(?:the\s)?${REGION}(?:(?:,\s|,?\sand\s)(?:the\s)?${REGION})*(?!\p{L})`, 'u');

/** "Regional Consultation on Wages for Latin America and the Caribbean": the region belongs to the name of an occasion that the text introduces. */
function forRegions(text: string, standing: readonly Candidate[]): Candidate[] {
  return standing.flatMap((candidate): Candidate[] => {
    const region = 'record' in candidate.means && candidate.means.record.type === 'Forum' ? FOR_REGION.exec(text.slice(candidate.end, candidate.end + 120).replace(/\s/g, ' '))?.[0] : undefined;
    if (!region || !('record' in candidate.means) || candidate.means.record.type !== 'Forum') return [];
    return [{ ...candidate, end: candidate.end + region.length, means: { record: { ...forum(`${candidate.means.record.name}${region}`, candidate.means.record.kind), aliases: [candidate.means.record.name] } } }];
  });
}

/** "the 8th and 9th GFMD Summits": the number alone names the first, the rest the second, where the word lists know both. */
function numberedSeries(text: string, gazetteer: Gazetteer): Candidate[] {
  const found: Candidate[] = [];
  const pattern = new RegExp(String.raw`\b(?<first>${ORDINAL})(?:,\s(?<middle>${ORDINAL}))?,?\s(?:and|&)\s(?<last>${ORDINAL})\s(?<series>\p{Lu}[\p{L}]+(?:\s\p{Lu}[\p{L}]+){0,5})`, 'gdu');
  for (const match of text.matchAll(pattern)) {
    const { groups } = match.indices ?? {};
    const series = match.groups?.['series'] ?? '';
    const words = series.split(' ');
    for (let length = words.length; length >= 1; length--) {
      const name = words.slice(0, length).join(' ').replace(/s$/, '');
      const places = ['first', 'middle', 'last'].flatMap((key) => (groups?.[key] ? [groups[key]] : []));
      const readings = places.map((place) => gazetteer.names.lookUp(`${text.slice(...place)} ${name}`));
      if (readings.some((known) => known.length === 0)) continue;
      const seriesStart = groups?.['series']?.[0] ?? 0;
      const reach = /^(?:Summits?|Meetings?|Conferences?|Sessions?|Forums?)$/.test(words[length] ?? '') ? length + 1 : length;
      for (const [at, place] of places.entries()) found.push({ start: place[0], end: at === places.length - 1 ? seriesStart + words.slice(0, reach).join(' ').length : place[1], rule: 'numbered-series', means: { readings: readings[at] ?? [] }, score: 1 });
      break;
    }
  }
  return found;
}

/** 'a side event entitled "…"', "an e-discussion on Mainstreaming Gender in …": a title makes an occasion a named one. */
function titled(text: string, standing: readonly Candidate[]): Candidate[] {
  const found: Candidate[] = [];
  const quoted = new RegExp(String.raw`(?<!\p{L})(?<lead>(?:\p{Lu}[\p{L}-]+\s){0,4})(?<noun>${GATHERING})(?:\s(?:entitled|titled|called|named|on|under the (?:title|theme)))?,?:?\s?[“"](?<title>[^”"\n]{12,200})[”"]`, 'gdu');
  for (const match of text.matchAll(quoted)) {
    const title = match.indices?.groups?.['title'];
    const { noun = '', lead = '' } = match.groups ?? {};
    if (!title) continue;
    const words = text.slice(...title).replace(/\s+/g, ' ').replace(/[.,;]$/, '');
    const called = `${lead}${noun}`.replace(/\s+/g, ' ');
    // "International Round Table “Whose quay?”" is one name; 'a side event entitled "…"' is a title.
    const isName = /^\p{Lu}/u.test(noun) && lead !== '';
    const name = isName ? `${called} “${words}”` : `${noun.charAt(0).toUpperCase()}${noun.slice(1).toLowerCase()} “${words}”`;
    const place = isName ? { start: match.index, end: match.index + match[0].length } : { start: title[0], end: title[0] + text.slice(...title).replace(/[.,;]$/, '').length };
    found.push({ ...place, rule: 'titled-occasion', means: { record: forum(name, kindOf(noun), words) }, score: 0.85 });
  }
  const onSubject = new RegExp(String.raw`\b(?<noun>${GATHERING})\son\s(?:the\s)?(?<subject>\p{Lu}[\p{L}'’-]+(?:(?:,\s|:\s|\s(?:(?:of|in|for|and|the|on|to|with|from|&)\s){0,2})\p{Lu}[\p{L}'’-]+){2,16})`, 'gdu');
  for (const match of text.matchAll(onSubject)) {
    const noun = match.groups?.['noun'] ?? '';
    const end = match.indices?.groups?.['subject']?.[1] ?? 0;
    if (/^\p{Lu}/u.test(noun)) continue;
    const name = text.slice(match.index, end).replace(/\s+/g, ' ');
    found.push({ start: match.index, end, rule: 'occasion-on-subject', means: { record: forum(name.charAt(0).toUpperCase() + name.slice(1), kindOf(noun)) }, score: 0.75 });
  }
  // "a parallel event, Night Shifts Have Names, on 3 May"
  const beside = /\b(?<noun>(?:[Ss]ide|[Pp]arallel)[\s-][Ee]vent),?\s(?<title>\p{Lu}[\p{L}’'-]+(?:\s(?:(?:of|in|for|and|the|on|to|with|from|at|a|an|&)\s){0,2}\p{Lu}[\p{L}’'-]+){1,10})(?=[,.;:]|\s\(|\s(?:on|at|with|in|will|was|is)\s)/gdu;
  for (const match of text.matchAll(beside)) {
    const place = match.indices?.groups?.['title'];
    const title = match.groups?.['title'] ?? '';
    if (!place || standing.some(({ start, end }) => start < place[1] && place[0] < end)) continue;
    found.push({ start: place[0], end: place[1], rule: 'titled-occasion', means: { record: forum(`Side event “${title}”`, 'SIDE_EVENT', title) }, score: 0.8 });
  }
  // "a six-part Quay Mondays series", "the Right to Stay campaign"
  for (const match of text.matchAll(/(?<name>\p{Lu}[\p{L}'’-]+(?:\s(?:(?:to|of|for|the)\s){0,2}\p{Lu}[\p{L}'’-]+){1,4})\s(?:series|campaign)\b/gdu)) {
    const place = match.indices?.groups?.['name'];
    const name = match.groups?.['name'];
    if (place && name) found.push({ start: place[0], end: place[1], rule: 'named-series', means: { record: forum(name, 'CAMPAIGN') }, score: 0.7 });
  }
  return found;
}

/** @param nameOf the name of the body that a candidate stands for, or null where it is none that holds sessions */
export function occasionsIn(text: string, standing: readonly Candidate[], gazetteer: Gazetteer, nameOf: (candidate: Candidate) => string | null): Candidate[] {
  const numbered = [...sessions(text, standing, gazetteer, nameOf), ...ownSessions(text, standing, gazetteer, nameOf), ...shortNamedMeetings(text, gazetteer), ...numberedMeetings(text, standing, gazetteer)];
  return [...numbered, ...anniversaries(text), ...forRegions(text, [...standing, ...numbered]), ...numberedSeries(text, gazetteer), ...titled(text, standing)];
}
