import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadGazetteer, type Gazetteer } from '../../loaders/entities/gazetteer.ts';
import { extractDocument } from '../../loaders/pipeline.ts';
import { readDocument, type ReadDocument } from '../../loaders/reading/readDocument.ts';
import { brokenPromises, extraction } from '../../schema/extraction.ts';

let gazetteer: Gazetteer;
beforeAll(async () => {
  gazetteer = await loadGazetteer();
});
const textOf = (raw: string, more: Partial<ReadDocument> = {}): ReadDocument => ({ id: 'doc:0123456789abcdef', uri: 'note.md', kind: 'MARKDOWN', raw, metadata: {}, ...more });

const NOTE = `# Statement of the Migrant Forum in Asia at the Global Forum on Migration and Development

Manila, 27 October 2008

We welcome the open debate of this week.

We urge governments to:

1. ratify ILO Convention 189 on domestic workers;
2. end the detention of migrant women.

Migrant Forum in Asia will publish its findings next year.
`;

describe('a document from its words to its statements', () => {
  it('is an extraction that keeps every promise of the contract', () => {
    const said = extractDocument(textOf(NOTE), gazetteer);
    expect(extraction.safeParse(said).success).toBe(true);
    expect(brokenPromises(said)).toEqual([]);
  });

  it('says who asked whom for what, citing which instrument', () => {
    const { statements } = extractDocument(textOf(NOTE), gazetteer);
    expect(statements.find(({ quote }) => quote.startsWith('ratify'))).toMatchObject({ act: 'CALLS_FOR', actors: ['actor:mfa'], addressees: ['actor:states'], instruments: ['instrument:ilo-c189'], commitment: 'commitment:ratify-c189' });
    expect(statements.find(({ quote }) => quote.startsWith('end the'))).toMatchObject({ act: 'CALLS_FOR', commitment: 'commitment:end-immigration-detention', position: 'FOR' });
    expect(statements.map(({ act }) => act)).toEqual(['ENDORSES', 'CALLS_FOR', 'CALLS_FOR', 'COMMITS']);
  });

  it('gives every actor, addressee, theme and forum an entry', () => {
    const { entities, statements } = extractDocument(textOf(NOTE), gazetteer);
    const known = new Set<string>(entities.map(({ id }) => id));
    for (const { actors, addressees, themes } of statements) for (const id of [...actors, ...addressees, ...themes]) expect(known).toContain(id);
    expect(known.size).toBe(entities.length);
  });

  it('is the same when read twice', () => {
    expect(extractDocument(textOf(NOTE), gazetteer)).toEqual(extractDocument(textOf(NOTE), gazetteer));
  });

  it('in a language that is not English names only entities', () => {
    const french = extractDocument(textOf('# Déclaration\n\nNous demandons aux gouvernements de ratifier la convention et de mettre fin à la détention des femmes migrantes dans tous les pays. Les travailleuses doivent être protégées par la loi et avoir accès à la justice.\n'), gazetteer);
    expect(french.document.language).not.toBe('en');
    expect(french.statements).toEqual([]);
  });

  it('from a meeting that names neither authors nor occasion belongs to those who took part', () => {
    const { statements } = extractDocument(textOf('# Notes on night work\n\nIn the sessions participants raised many points. The discussions were lively, and speakers from all sessions agreed that night shelters must be opened in every port town.\n'), gazetteer);
    expect(statements.at(-1)?.actors).toEqual(['actor:notes-on-night-work-participants']);
  });

  it('under the Chatham House rule names no person as actor', () => {
    const { document, statements, entities } = extractDocument(textOf('# Notes of a workshop\n\nThis workshop was held under the Chatham House rule.\n\nMs. Rosa Duarte called for an end to the detention of migrant women.\n\nParticipants agreed that detention must end. The sessions, discussions and speakers were many.\n'), gazetteer);
    expect(document.restriction).toBe('CHATHAM_HOUSE');
    const persons = new Set<string>(entities.filter(({ kind }) => kind === 'PERSON').map(({ id }) => id));
    expect(statements.flatMap(({ actors }) => actors).filter((actor) => persons.has(actor))).toEqual([]);
  });
});

it('never fails on a text, whatever it holds', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('UN Women ', 'we urge states to ', '\n\n- ', '(a) ', '# ', 'at the GFMD in Manila ', 'Convention 189 ', '\f', '| a | b |\n|---|---|\n', '“must” ')), { minLength: 1, maxLength: 20 }), (parts) => {
      const raw = parts.join('');
      if (raw.trim() === '') return;
      expect(brokenPromises(extractDocument(textOf(raw), gazetteer))).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

const sources = process.env['ATLAS_SOURCES'];
describe.skipIf(!sources || !existsSync(sources))('the source texts of ATLAS_SOURCES', () => {
  it('are read without a broken promise, and each says something', async () => {
    for (const file of readdirSync(sources ?? '.').filter((name) => name.endsWith('.txt'))) {
      const said = extractDocument(await readDocument(join(sources ?? '.', file)), gazetteer);
      expect(said.statements.length, file).toBeGreaterThan(0);
    }
  });
});
