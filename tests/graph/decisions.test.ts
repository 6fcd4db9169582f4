import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { mergeEntities, renameEntity, splitEntity } from '../../graph/decisions/decideOnEntity.ts';
import { decideOnStatement, type StatementDecision } from '../../graph/decisions/decideOnStatement.ts';
import { decisionPage, type DecisionFilter } from '../../graph/decisions/listDecisions.ts';
import { undoDecision } from '../../graph/decisions/undoDecision.ts';
import { openStore, type Query, type Store } from '../../graph/store.ts';
import { factsAbout, factsParameters } from '../../graph/traversals/factsAbout.ts';
import { statementsById } from '../../graph/traversals/whoAdvocatedWhat.ts';
import { writeExtraction } from '../../graph/writeExtraction.ts';
import type { EntityRecord } from '../../schema/extraction.ts';
import { documentOf, RATIFICATIONS, UNIFEM_REPORT, WIMN_STATEMENT } from '../fixtures/documents.ts';
import { clearGraph, wholeGraph } from '../fixtures/wholeGraph.ts';

let minute = 0;
/** Every decision a minute after the one before. */
const ana = () => ({ by: 'ana@example.org', at: new Date(Date.UTC(2026, 0, 1, 0, minute++)).toISOString() });
const loading = { readBy: 'rules-1', loadedAt: '2026-01-01T00:00:00Z', replaces: [] };
const again = { ...loading, readBy: 'rules-2' };

const END_DETENTION = { commitment: 'commitment:end-immigration-detention', title: 'End immigration detention', themes: ['theme:detention'] } as const;
/** A later version of the network's statement: a paragraph above moves all places, one sentence is worded a little otherwise. */
const LATER_VERSION = documentOf({
  uri: WIMN_STATEMENT.document.uri,
  title: 'Statement of the Women in Migration Network, with a preface that was added to it later',
  date: '2022-05-17',
  authors: ['actor:wimn'],
  forum: 'forum:imrf-2022',
  says: [
    { sentence: 'We call on all States to end the detention of migrants.', actors: ['actor:wimn'], addressees: ['actor:states'], ...END_DETENTION },
    { sentence: 'Detaining children cannot be justified.', actors: ['actor:wimn', 'actor:un-women'], act: 'CRITICIZES', stance: 'OPPOSES', ...END_DETENTION },
  ],
});
const [CALL, RATIFY, CHILDREN] = WIMN_STATEMENT.statements.map(({ id }) => id);
if (CALL === undefined || RATIFY === undefined || CHILDREN === undefined) throw new Error('the fixture has three statements');

const reviews: Query<object, string> = { name: 'reviews', cypher: 'MATCH (s:Statement) RETURN s.quote + " " + s.review AS line ORDER BY line', decode: ({ line }) => String(line) };
const madeBy: Query<{ id: string }, string> = { name: 'madeBy', cypher: 'MATCH (:Actor {id: $id})-[:MADE]->(s:Statement) RETURN s.id AS id ORDER BY id', decode: ({ id }) => String(id) };
const namesOf: Query<{ id: string }, unknown> = { name: 'namesOf', cypher: 'MATCH (e:Entity {id: $id}) RETURN e { .name, .title, .aliases } AS names', decode: ({ names }) => names };
const mentionsOf: Query<{ id: string }, string> = { name: 'mentionsOf', cypher: 'MATCH (:Passage)-[m:MENTIONS]->(e:Entity {id: $id}) RETURN m.surface AS surface ORDER BY surface', decode: ({ surface }) => String(surface) };

describe('what a person has decided', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore(inject('neo4j'));
  });
  beforeEach(async () => {
    await store.write(clearGraph, {});
    for (const document of [WIMN_STATEMENT, UNIFEM_REPORT, RATIFICATIONS]) await writeExtraction(store, document, loading);
  });
  afterAll(async () => {
    await store.write(clearGraph, {});
    await store.close();
  });

  const graph = () => store.read(wholeGraph, {});
  const list = async (filter: DecisionFilter) => {
    const { query, parameters } = decisionPage(filter, { size: 50, backwards: false, after: null, before: null });
    return (await store.read(query, parameters)).map(({ row }) => row);
  };
  const on = (statement: string, what: StatementDecision) => decideOnStatement(store, statement, what, ana());
  const merge = (loser: string, winner: string) => mergeEntities(store, { loser, winner }, ana());
  const undo = (id: string) => undoDecision(store, id, ana());
  /** All three documents, read anew by other rules. */
  const readAgain = async () => {
    for (const document of [RATIFICATIONS, WIMN_STATEMENT, UNIFEM_REPORT]) await writeExtraction(store, document, again);
  };

  describe('on a statement', () => {
    it('is seen at once, told with who, when, before and after, and gone without a trace when it is undone', async () => {
      const before = await graph();
      const made = await on(CALL, { kind: 'REJECT' });
      expect(await store.read(reviews, {})).toContain('We call on States to end the detention of migrants. REJECTED');
      expect(made).toMatchObject({ kind: 'REJECT', by: 'ana@example.org', subject: CALL, appliesTo: CALL, undoneAt: null, before: { act: 'CALLS_FOR', review: 'PROPOSED' }, after: { review: 'REJECTED' } });
      expect(await list({ about: CALL })).toEqual([made]);
      const undone = await undo(made.id);
      expect(undone).toMatchObject({ undoneBy: 'ana@example.org', undoneAt: expect.any(String) });
      expect(await graph()).toEqual(before);
      expect(await list({ state: 'UNDONE' })).toEqual([undone]);
    });

    it('is one decision however often it is made', async () => {
      const first = await on(CALL, { kind: 'ACCEPT' });
      expect(await on(CALL, { kind: 'ACCEPT' })).toEqual(first);
      expect(await list({})).toHaveLength(1);
    });

    it('holds after the document was read again by other rules, and after its text has moved and changed a little', async () => {
      await on(CALL, { kind: 'ACCEPT' });
      await on(CHILDREN, { kind: 'REJECT' });
      await readAgain();
      expect(await store.read(reviews, {})).toEqual(expect.arrayContaining(['We call on States to end the detention of migrants. ACCEPTED', 'Detaining children cannot be justified. REJECTED']));
      await writeExtraction(store, LATER_VERSION, again);
      expect(await store.read(reviews, {})).toEqual(expect.arrayContaining(['We call on all States to end the detention of migrants. ACCEPTED', 'Detaining children cannot be justified. REJECTED']));
      expect(await list({ state: 'ORPHANED' })).toEqual([]);
    });

    it('is kept when its statement is gone, is listed as such, and holds again when the statement comes back', async () => {
      const made = await on(RATIFY, { kind: 'REJECT' });
      await writeExtraction(store, LATER_VERSION, again);
      expect(await list({ state: 'ORPHANED' })).toEqual([{ ...made, appliesTo: null, document: LATER_VERSION.document.id }]);
      await writeExtraction(store, WIMN_STATEMENT, again);
      expect(await list({ state: 'ORPHANED' })).toEqual([]);
      expect(await store.read(reviews, {})).toContain('States should ratify ILO Convention 189 without delay. REJECTED');
    });

    it('does not go over to another reading of the same sentence, and says so when the rules have changed their mind about the rest', async () => {
      await on(CALL, { kind: 'ACCEPT' });
      const asked = { ...WIMN_STATEMENT, statements: WIMN_STATEMENT.statements.map((one) => (one.id === CALL ? { ...one, act: 'RECOMMENDS' as const } : one)) };
      await writeExtraction(store, asked, again);
      expect(await store.read(reviews, {})).toContain('We call on States to end the detention of migrants. PROPOSED');
      const otherActor = { ...WIMN_STATEMENT, statements: WIMN_STATEMENT.statements.map((one) => (one.id === CALL ? { ...one, actors: ['actor:un-women' as const] } : one)) };
      await writeExtraction(store, otherActor, { ...again, readBy: 'rules-3' });
      expect(await store.read(reviews, {})).toContain('We call on States to end the detention of migrants. ACCEPTED');
      expect(await list({ state: 'DRIFTED' })).toHaveLength(1);
    });

    it('corrects who said what to whom, survives a reload, and gives back what was extracted when it is undone', async () => {
      const before = await graph();
      const made = await on(CALL, { kind: 'EDIT', correction: { actors: ['actor:unifem'], addressees: ['country:PHL'], act: 'RECOMMENDS', commitment: 'commitment:close-the-camps', title: 'Close the camps' } });
      const corrected = [expect.objectContaining({ actors: ['actor:unifem'], addressees: ['country:PHL'], act: 'RECOMMENDS', commitment: 'commitment:close-the-camps', review: 'ACCEPTED', quote: 'We call on States to end the detention of migrants.' })];
      expect(await store.read(statementsById, { ids: [CALL] })).toEqual(corrected);
      await readAgain();
      expect(await store.read(statementsById, { ids: [CALL] })).toEqual(corrected);
      await undo(made.id);
      const loadedAgain = before.map((line) => line.replaceAll('rules-1', 'rules-2'));
      expect(await graph()).toEqual(loadedAgain);
    });

    it('gives back whom nothing names but the statement that was corrected, though the document was read again since', async () => {
      const signatories: EntityRecord = { type: 'Actor', id: 'actor:wimn-signatories', kind: 'GROUP', name: 'Signatories of the statement', aliases: [] };
      const voiced = { ...WIMN_STATEMENT, entities: [...WIMN_STATEMENT.entities, signatories], statements: WIMN_STATEMENT.statements.map((one) => (one.id === CALL ? { ...one, actors: ['actor:wimn-signatories' as const] } : one)) };
      await writeExtraction(store, voiced, again);
      const before = await graph();
      const made = await on(CALL, { kind: 'EDIT', correction: { actors: ['actor:unifem'] } });
      const second = await on(CALL, { kind: 'EDIT', correction: { actors: ['actor:wimn'] } });
      expect(await store.read(namesOf, { id: 'actor:wimn-signatories' })).toEqual([]);
      const corrected = await graph();
      await writeExtraction(store, voiced, { ...again, replaces: [voiced.document.id] });
      expect(await graph()).toEqual(corrected);
      await undo(made.id);
      await undo(second.id);
      expect(await graph()).toEqual(before);
    });

    it('goes over earlier decisions on it, each of which can be undone on its own', async () => {
      const edited = await on(CALL, { kind: 'EDIT', correction: { stance: 'OPPOSES' } });
      const rejected = await on(CALL, { kind: 'REJECT' });
      await undo(edited.id);
      expect(await store.read(statementsById, { ids: [CALL] })).toMatchObject([{ stance: 'SUPPORTS', review: 'REJECTED' }]);
      await undo(rejected.id);
      expect(await store.read(statementsById, { ids: [CALL] })).toMatchObject([{ stance: 'SUPPORTS', review: 'PROPOSED' }]);
    });

    it('refuses what cannot be: a statement that is not there, an actor that is not, a commitment without its title', async () => {
      await expect(on('doc:0000000000000000#s0-1.acts', { kind: 'ACCEPT' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(on(CALL, { kind: 'EDIT', correction: { actors: ['actor:nobody'] } })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
      await expect(on(CALL, { kind: 'EDIT', correction: { commitment: 'commitment:untitled' } })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
      expect(await list({})).toEqual([]);
    });
  });

  describe('on entities', () => {
    it('shows all that is said of the merged under the other: statements, mentions, facts and names', async () => {
      const [statements, mentions, facts] = [await store.read(madeBy, { id: 'actor:unifem' }), await store.read(mentionsOf, { id: 'actor:unifem' }), await store.read(factsAbout, factsParameters(['actor:unifem']))];
      await merge('actor:unifem', 'actor:wimn');
      expect(await store.read(madeBy, { id: 'actor:wimn' })).toEqual(expect.arrayContaining(statements));
      expect(await store.read(mentionsOf, { id: 'actor:wimn' })).toEqual(expect.arrayContaining(mentions));
      const now = await store.read(factsAbout, factsParameters(['actor:wimn']));
      // The partnership between the two is now within one thing; it is set aside with the merged.
      for (const { type, other } of facts.filter(({ other }) => other !== 'actor:wimn')) expect(now).toContainEqual(expect.objectContaining({ type, other, of: 'actor:wimn' }));
      expect(await store.read(namesOf, { id: 'actor:unifem' })).toEqual([]);
      expect(await store.read(namesOf, { id: 'actor:wimn' })).toEqual([{ name: 'Women in Migration Network', title: null, aliases: ['UNIFEM', 'United Nations Development Fund for Women'] }]);
    });

    it.each([
      ['actors that share a statement', 'actor:un-women', 'actor:wimn'],
      ['partners', 'actor:unifem', 'actor:wimn'],
      ['predecessor and heir', 'actor:unifem', 'actor:un-women'],
      ['a forum and its part', 'forum:gfmd-2008-manila', 'forum:gfmd'],
      ['instruments of two kinds', 'instrument:ilo-c189', 'instrument:cedaw'],
      ['commitments', 'commitment:ratify-c189', 'commitment:end-immigration-detention'],
      ['a country and a group', 'country:PHL', 'actor:states'],
      ['themes', 'theme:detention', 'theme:domestic-work'],
    ])('are undone to exactly the graph there was: %s', async (_what, loser, winner) => {
      const before = await graph();
      const made = await merge(loser, winner);
      expect(await graph()).not.toEqual(before);
      await undo(made.id);
      expect(await graph()).toEqual(before);
    });

    it('hold for whatever is loaded later, and can still be undone then, to what there would be without them', async () => {
      const merged = await merge('actor:unifem', 'actor:un-women');
      await readAgain();
      await writeExtraction(store, documentOf({ uri: 'later.txt', title: 'A later note', says: [{ sentence: 'UNIFEM and UN Women call for an end to detention.', actors: ['actor:unifem', 'actor:un-women'], ...END_DETENTION }] }), again);
      expect(await store.read(namesOf, { id: 'actor:unifem' })).toEqual([]);
      expect(await store.read(madeBy, { id: 'actor:un-women' })).toHaveLength(4);
      const withMerge = await graph();
      await undo(merged.id);
      const without = await graph();
      await store.write(clearGraph, {});
      for (const document of [WIMN_STATEMENT, UNIFEM_REPORT, RATIFICATIONS]) await writeExtraction(store, document, again);
      await writeExtraction(store, documentOf({ uri: 'later.txt', title: 'A later note', says: [{ sentence: 'UNIFEM and UN Women call for an end to detention.', actors: ['actor:unifem', 'actor:un-women'], ...END_DETENTION }] }), again);
      expect(without).toEqual(await graph());
      await merge('actor:unifem', 'actor:un-women');
      expect(await graph()).toEqual(withMerge);
    });

    it('lead on where the other is merged in turn, in whatever order they are undone', async () => {
      const before = await graph();
      const first = await merge('actor:unifem', 'actor:un-women');
      const one = await graph();
      const second = await merge('actor:un-women', 'actor:wimn');
      expect(await store.read(madeBy, { id: 'actor:wimn' })).toHaveLength(5);
      await undo(second.id);
      expect(await graph()).toEqual(one);
      const third = await merge('actor:un-women', 'actor:wimn');
      await undo(first.id);
      await undo(third.id);
      expect(await graph()).toEqual(before);
    });

    it('take a name apart where certain documents mean another thing by it, also in their later versions', async () => {
      const before = await graph();
      const into: EntityRecord = { type: 'Actor', id: 'actor:other-wimn', kind: 'NETWORK', name: 'Another network of that name', aliases: [] };
      const made = await splitEntity(store, { entity: 'actor:wimn', into, documents: [WIMN_STATEMENT.document.id] }, ana());
      expect(await store.read(madeBy, { id: 'actor:wimn' })).toEqual([]);
      expect(await store.read(madeBy, { id: 'actor:other-wimn' })).toHaveLength(3);
      expect(await store.read(factsAbout, factsParameters(['actor:wimn']))).toEqual([expect.objectContaining({ type: 'PARTNERED_WITH' })]);
      const split = await graph();
      await undo(made.id);
      expect(await graph()).toEqual(before);
      await splitEntity(store, { entity: 'actor:wimn', into, documents: [WIMN_STATEMENT.document.id] }, ana());
      expect(await graph()).toEqual(split);
      await writeExtraction(store, LATER_VERSION, again);
      expect(await store.read(madeBy, { id: 'actor:other-wimn' })).toHaveLength(2);
      expect(await store.read(madeBy, { id: 'actor:wimn' })).toEqual([]);
    });

    it('keep the name that a person gave, find the thing by the one that texts give it, and go back to that', async () => {
      const before = await graph();
      const made = await renameEntity(store, { entity: 'actor:un-women', name: 'UN Women (New York)' }, ana());
      const commitment = await renameEntity(store, { entity: 'commitment:ratify-c189', name: 'Ratify C189' }, ana());
      await readAgain();
      expect(await store.read(namesOf, { id: 'actor:un-women' })).toEqual([{ name: 'UN Women (New York)', title: null, aliases: ['United Nations Entity for Gender Equality and the Empowerment of Women', 'UN Women'] }]);
      expect(await store.read(namesOf, { id: 'commitment:ratify-c189' })).toEqual([{ name: null, title: 'Ratify C189', aliases: ['Ratify the Domestic Workers Convention'] }]);
      await undo(made.id);
      await undo(commitment.id);
      expect(await graph()).toEqual(before.map((line) => line.replaceAll('rules-1', 'rules-2')));
    });

    it('refuses to merge a thing into itself, into another kind of thing, or twice', async () => {
      await expect((async () => merge('actor:wimn', 'actor:wimn'))()).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
      await expect((async () => merge('actor:wimn', 'forum:gfmd'))()).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
      await merge('actor:unifem', 'actor:un-women');
      await expect(merge('actor:unifem', 'actor:wimn')).rejects.toThrow('actor:unifem has been merged into actor:un-women');
    });

    it('and loads at the same time leave nothing behind that is shown under the merged', async () => {
      for (let round = 0; round < 4; round++) {
        const notes = Array.from({ length: 6 }, (_, at) => documentOf({ uri: `note-${round}-${at}.txt`, title: `Note ${round} ${at}`, says: [{ sentence: `UNIFEM calls for an end to detention, ${round} ${at}.`, actors: ['actor:unifem'], ...END_DETENTION }] }));
        const [made] = await Promise.all([merge('actor:unifem', 'actor:un-women'), ...notes.map((note) => writeExtraction(store, note, again))]);
        expect(await store.read(madeBy, { id: 'actor:unifem' })).toEqual([]);
        expect(await store.read(namesOf, { id: 'actor:unifem' })).toEqual([]);
        const [, after] = await Promise.all([undo(made.id), writeExtraction(store, WIMN_STATEMENT, { ...again, readBy: `round ${round}` })]);
        expect(after.result).toBe('replaced');
        expect(await store.read(madeBy, { id: 'actor:unifem' })).toHaveLength(2 + 6 * (round + 1));
      }
    });
  });
});
