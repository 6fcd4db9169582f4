// Which entity a name means. A homonym is decided by the document's own evidence, in this order: the words right beside it,
// the document's own expansion, the company it keeps, cue words, the date, and last the reading that is usual.

import type { EntityRecord } from '../../schema/extraction.ts';
import type { EntityId } from '../../schema/ids.ts';
import type { Reading } from './nameIndex.ts';

/** Why a name means what it means: the rule that decided, and how sure it is (0 to 1, higher is surer). */
export interface Resolution {
  readonly entity: EntityId;
  readonly rule: string;
  readonly score: number;
  /** The other meanings that were possible, where nothing in the text decided between them. */
  readonly alternatives?: EntityId[];
}

/** What a document offers as evidence. */
export interface Evidence {
  readonly text: string;
  /** The paragraph or item around an offset. */
  readonly around: (offset: number) => string;
  /** Short names that the document itself explains. */
  readonly expansions: ReadonlyMap<string, EntityId>;
  /** Entities that the document names by a surface that means nothing else. */
  readonly company: ReadonlySet<EntityId>;
  /** The surfaces that may name an entity here, homonyms included. */
  readonly hints: ReadonlyMap<EntityId, ReadonlySet<string>>;
  /** The year of the document, as far as it can be told; null where it cannot. */
  readonly year: number | null;
  readonly entities: ReadonlyMap<EntityId, EntityRecord>;
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
/** Whether a text holds the words of a cue. */
export const speaks = (cue: string, text: string): boolean => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(cue)}(?![\\p{L}\\p{N}])`, 'iu').test(text);

/** Words beside a treaty's short name that speak of the committee that watches over it, and of the treaty itself. */
const COMMITTEE_BEFORE = /(?:\b(?:report(?:ing|s|ed)?|submi(?:ssions?|tted)|brief(?:ings?|ed)|present(?:ed|ations?)|recommend(?:ations?|ed)|observations|complaints?|communications?|inputs?|evidence|questions|review|dialogue|engage(?:ment|d)?|members|experts)\s(?:to|before|by|from|of|with)\s(?:the\s)?(?:UN\s)?(?:\p{Lu}{3,}\sand\s)?(?:the\s)?|\bsessions?\sof\s(?:the\s)?)$/iu;
const COMMITTEE_AFTER = /^(?:\sand\s\p{Lu}{3,})?(?:['’]s\s(?:report|members|review|session|recommend|concluding|jurisprudence|work|general)|\s(?:members|experts|sessions?|recommended|adopted|urged|called|noted|expressed|requested|considered|reviewed|concluding|jurisprudence)\b)/u;
const TREATY_AFTER = /^(?:\sand\s\p{Lu}{3,})?\s(?:conventions?|articles?|provisions?|obligations|principles|standards|framework|guidelines)\b/iu;
const TREATY_BEFORE = /\b(?:ratif\w+|acced\w+|provisions|articles?|implement\w+|compl(?:y|ies|iance)\swith|part(?:y|ies)|signator\w+|under|through|invok\w+|incorporat\w+|domesticat\w+|reservations?)(?:\s(?:of|to|with|and|the|on))*\s(?:the\s)?(?:UN\s)?$/iu;

function besideIt(start: number, end: number, readings: readonly Reading[], { text }: Evidence): Resolution | null {
  const treaty = readings.find(({ entity }) => entity.startsWith('instrument:'));
  const committee = readings.find(({ entity }) => entity.startsWith('actor:'));
  if (!treaty || !committee) return null;
  const before = text.slice(Math.max(0, start - 60), start);
  const after = text.slice(end, end + 40);
  if (TREATY_AFTER.test(after)) return { entity: treaty.entity, rule: 'words-beside', score: 0.9 };
  if (COMMITTEE_BEFORE.test(before) || COMMITTEE_AFTER.test(after)) return { entity: committee.entity, rule: 'words-beside', score: 0.85 };
  if (TREATY_BEFORE.test(before)) return { entity: treaty.entity, rule: 'words-beside', score: 0.85 };
  return null;
}

/** An instrument adopted long after the document was written cannot be cited by it; negotiations take some years. */
const NEGOTIATING_YEARS = 4;

function possible({ entity }: Reading, { entities, year }: Evidence): boolean {
  const record = entities.get(entity);
  const from = record?.type === 'Instrument' ? record.adoptedOn : record?.type === 'Forum' ? record.startDate : undefined;
  return !from || year === null || Number(from.slice(0, 4)) <= year + NEGOTIATING_YEARS;
}

const only = <T>(list: readonly T[]): T | null => (list.length === 1 ? (list[0] ?? null) : null);

/** Which of its readings a name at a place has. Offsets: UTF-16 units, end exclusive. Never null for at least one reading. */
export function resolve(start: number, end: number, readings: readonly Reading[], evidence: Evidence): Resolution | null {
  const surface = evidence.text.slice(start, end);
  const isTreatyBody = readings.some(({ entity }) => evidence.entities.get(entity)?.kind === 'TREATY_BODY');
  const settled = isTreatyBody ? besideIt(start, end, readings, evidence) : null;
  if (settled) return settled;
  const explained = evidence.expansions.get(surface);
  if (explained) return { entity: explained, rule: 'own-expansion', score: 0.98 };
  const usable = readings.filter(({ via }) => via !== 'derived');
  const single = only([...new Set(usable.map(({ entity }) => entity))]);
  if (single) {
    const via = usable[0]?.via ?? 'alias';
    return { entity: single, rule: via, score: via === 'name' ? 1 : 0.95 };
  }
  const dated = usable.filter((reading) => possible(reading, evidence));
  const left = dated.length > 0 ? dated : usable;
  const alone = only(left);
  if (alone) return { entity: alone.entity, rule: 'date', score: 0.85 };
  const kept = left.filter(({ entity }) => evidence.company.has(entity));
  const beside = evidence.around(start).replaceAll(surface, ' ');
  // Where several of the meanings are named in full, a full name beside the short one decides nothing.
  const isName = (entity: EntityId, cue: string): boolean => [evidence.entities.get(entity)?.name, ...(evidence.entities.get(entity)?.aliases ?? [])].includes(cue);
  const local = left.filter(({ entity, cues }) => cues.some((cue) => !(kept.length > 1 && isName(entity, cue)) && speaks(cue, beside)));
  const company = only(kept);
  const cued = only(local);
  if (cued && (kept.length === 0 || kept.some(({ entity }) => entity === cued.entity) || /^\d{4}$/.test(cued.cues[0] ?? ''))) return { entity: cued.entity, rule: 'cue-beside', score: 0.9 };
  const usual = left.find(({ isDefault }) => isDefault);
  // What is usually meant may be named by another homonym only: then the document speaks of both, and the usual holds.
  const isHinted = usual && [...(evidence.hints.get(usual.entity) ?? [])].some((other) => other !== surface);
  if (company && !(isHinted && company.entity !== usual.entity)) return { entity: company.entity, rule: 'company', score: 0.85 };
  if (kept.length === 0) {
    const anywhere = only(left.filter(({ cues }) => cues.some((cue) => speaks(cue, evidence.text))));
    if (anywhere && anywhere !== usual && !usual) return { entity: anywhere.entity, rule: 'cue', score: 0.75 };
  }
  const undecided = (entity: EntityId): Pick<Resolution, 'alternatives'> => {
    const alternatives = [...new Set((kept.length > 1 ? kept : left).map((other) => other.entity))].filter((other) => other !== entity);
    return alternatives.length > 0 ? { alternatives } : {};
  };
  if (usual) return { entity: usual.entity, rule: 'default', score: 0.7, ...undecided(usual.entity) };
  const first = left.find(({ via }) => via === 'name') ?? left.find(({ via }) => via === 'acronym') ?? left[0];
  return first ? { entity: first.entity, rule: 'first-reading', score: 0.5, ...undecided(first.entity) } : null;
}
