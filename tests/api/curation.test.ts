import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decisionCount, decisionPage, decisionsAbout } from '../../graph/decisions/listDecisions.ts';
import { decisionsById } from '../../graph/decisions/record.ts';
import { documentsAt } from '../../graph/traversals/documentsAt.ts';
import { writeExtraction } from '../../graph/writeExtraction.ts';
import { documentOf, RATIFICATIONS, UNIFEM_REPORT, WIMN_STATEMENT } from '../fixtures/documents.ts';
import { clearGraph, wholeGraph } from '../fixtures/wholeGraph.ts';
import { atlasOf, type Atlas, type Reply } from './atlas.ts';
import { operatorsOf } from './plans.ts';

const ANA = { name: 'ana' };
const BEN = { name: 'ben' };
const END_DETENTION = { commitment: 'commitment:end-immigration-detention', title: 'End immigration detention', themes: ['theme:detention'] } as const;
/** A session under the Chatham House rule at which a person spoke. */
const SESSION = documentOf({ uri: 'session.txt', title: 'Notes of a session', forum: 'forum:imrf-2022', restriction: 'CHATHAM_HOUSE', says: [{ sentence: 'One speaker asked to end detention.', actors: ['actor:ana-cruz', 'actor:wimn'], ...END_DETENTION }] });
const DOCUMENTS = [WIMN_STATEMENT, UNIFEM_REPORT, RATIFICATIONS, SESSION];
const [CALL = '', RATIFY = '', CHILDREN = ''] = WIMN_STATEMENT.statements.map(({ id }) => id);
const [SPOKEN = ''] = SESSION.statements.map(({ id }) => id);

const DECISION = 'id kind by at note subjectId subject { id } into { id } quote isUndone isDrifted isOrphaned undoneBy undoneAt documents { id } changes { field before { value label entity { id } } after { value label entity { id } } }';

describe('what a person changes through the API', () => {
  let atlas: Atlas;
  const loading = { readBy: 'rules', loadedAt: '2026-01-01T00:00:00Z', replaces: [] };

  beforeAll(async () => {
    atlas = await atlasOf([]);
  });
  beforeEach(async () => {
    await atlas.store.write(clearGraph, {});
    for (const document of DOCUMENTS) await writeExtraction(atlas.store, document, loading);
  });
  afterAll(() => atlas.close());

  const graph = () => atlas.store.read(wholeGraph, {});
  const ask = (query: string, variables?: Record<string, unknown>): Promise<Reply> => atlas.ask(query, variables);
  /** A mutation by its name; its payload, or its error. */
  const change = async (name: string, input: object, selection: string, who: { name: string } | null = ANA) => {
    const type = { acceptStatement: 'StatementVerdict', rejectStatement: 'StatementVerdict' }[name] ?? name.replace(/^./, (letter) => letter.toUpperCase());
    const { data, errors } = await atlas.ask(`mutation ($input: ${type}Input!) { ${name}(input: $input) { ${selection} } }`, { input }, who);
    return data?.[name] ?? errors[0];
  };
  const revision = async (id: string): Promise<string> => (await ask('query ($id: ID!) { node(id: $id) { ... on Statement { revision } } }', { id })).data.node.revision;
  const version = async (): Promise<string> => (await ask('{ corpus { version } }')).data.corpus.version;

  it('is refused to anybody without a token, whatever it is, before anything is looked at', async () => {
    atlas.sent.length = 0;
    const inputs: [string, object, string][] = [
      ['acceptStatement', { statement: CALL, expected: '' }, 'decision { id }'],
      ['rejectStatement', { statement: CALL, expected: '' }, 'decision { id }'],
      ['editStatement', { statement: CALL, expected: '', fields: { act: 'ACTS' } }, 'decision { id }'],
      ['undoDecision', { decision: 'decision:x' }, 'decision { id }'],
      ['mergeEntities', { loser: 'actor:unifem', winner: 'actor:wimn' }, 'decision { id }'],
      ['splitEntity', { entity: 'actor:unifem', into: 'actor:wimn', documents: [UNIFEM_REPORT.document.id] }, 'decision { id }'],
      ['renameEntity', { entity: 'actor:unifem', name: 'X', expectedName: 'UNIFEM' }, 'decision { id }'],
      ['removeDocument', { document: UNIFEM_REPORT.document.id }, 'id'],
      ['loadDocument', { name: 'a.txt', content: 'x' }, 'run { id }'],
    ];
    for (const [name, input, selection] of inputs) expect(await change(name, input, selection, null), name).toMatchObject({ message: expect.stringMatching(/ATLAS_TOKENS/), extensions: { code: 'UNAUTHENTICATED' } });
    expect(atlas.sent).toEqual([]);
    expect((await atlas.ask('{ viewer { name } }', {}, BEN)).data.viewer).toEqual({ name: 'ben' });
    expect((await ask('{ viewer { name } }')).data.viewer).toBeNull();
  });

  it('accepts and rejects statements, tells who, when, why, before and after, and undoes it to the same graph and version', async () => {
    const [before, first] = [await graph(), await version()];
    const accepted = await change('acceptStatement', { statement: RATIFY, expected: await revision(RATIFY), note: 'read it twice' }, `statement { id review } decision { ${DECISION} }`);
    expect(accepted).toMatchObject({ statement: { id: RATIFY, review: 'ACCEPTED' }, decision: { kind: 'ACCEPT', by: 'ana', note: 'read it twice', subjectId: RATIFY, subject: { id: RATIFY }, into: null, isUndone: false, isOrphaned: false, quote: 'States should ratify ILO Convention 189 without delay.' } });
    expect(accepted.decision.changes).toEqual([{ field: 'REVIEW', before: [{ value: 'PROPOSED', label: 'not reviewed', entity: null }], after: [{ value: 'ACCEPTED', label: 'accepted', entity: null }] }]);
    expect(new Date(accepted.decision.at).toISOString()).toBe(accepted.decision.at);
    const second = await version();
    const rejected = await change('rejectStatement', { statement: CALL, expected: await revision(CALL) }, 'statement { review } decision { id }', BEN);
    expect(rejected.statement).toEqual({ review: 'REJECTED' });
    expect((await ask('{ statements { totalCount } }')).data.statements.totalCount).toBe(5);
    expect(new Set([first, second, await version()]).size).toBe(3);
    for (const { decision } of [accepted, rejected]) {
      const undone = await change('undoDecision', { decision: decision.id }, `decision { ${DECISION} } subject { ... on Statement { review } }`, BEN);
      expect(undone).toMatchObject({ decision: { isUndone: true, undoneBy: 'ben', undoneAt: expect.any(String) }, subject: { review: 'PROPOSED' } });
    }
    expect(await graph()).toEqual(before);
    expect(await version()).toBe(first);
  });

  it('corrects a statement field by field, and tells each change in words', async () => {
    const fields = { act: 'RECOMMENDS', actors: ['actor:unifem'], addressees: [], forum: null, date: '2021-10', newCommitment: 'Close the camps' };
    const edited = await change('editStatement', { statement: CALL, expected: await revision(CALL), fields }, `statement { act actors { id } addressees { id } forum { id } date { iso precision } commitment { id name } review quote } decision { ${DECISION} }`);
    expect(edited.statement).toEqual({ act: 'RECOMMENDS', actors: [{ id: 'actor:unifem' }], addressees: [], forum: null, date: { iso: '2021-10', precision: 'MONTH' }, commitment: { id: 'commitment:close-the-camps', name: 'Close the camps' }, review: 'ACCEPTED', quote: 'We call on States to end the detention of migrants.' });
    const told = edited.decision.changes.map(({ field, before, after }: { field: string; before: { label: string }[]; after: { label: string }[] }) => `${field}: ${before.map(({ label }) => label).join()} > ${after.map(({ label }) => label).join()}`);
    expect(told).toEqual([
      'REVIEW: not reviewed > accepted', 'ACT: calls for > recommends', 'COMMITMENT: End immigration detention > Close the camps', 'ACTORS: Women in Migration Network > UNIFEM',
      'ADDRESSEES: States > ', 'FORUM: International Migration Review Forum 2022 > ', 'DATE: 17 May 2022 > October 2021',
    ]);
    const { data } = await ask('query ($id: ID!) { node(id: $id) { ... on Statement { decisions { totalCount nodes { kind } } } } commitment: node(id: "commitment:end-immigration-detention") { ... on Commitment { decisions { totalCount } } } }', { id: CALL });
    expect(data.node.decisions).toEqual({ totalCount: 1, nodes: [{ kind: 'EDIT' }] });
  });

  it('keeps the title of a commitment that is here, whatever it was renamed to', async () => {
    await change('renameEntity', { entity: 'commitment:ratify-c189', name: 'Ratify C189', expectedName: 'Ratify the Domestic Workers Convention' }, 'decision { id }');
    const before = (await graph()).filter((line) => line.includes('"id":"commitment:ratify-c189"'));
    const edited = await change('editStatement', { statement: CALL, expected: await revision(CALL), fields: { commitment: 'commitment:ratify-c189' } }, 'statement { commitment { name } } decision { changes { field after { label } } }');
    expect(edited.statement.commitment.name).toBe('Ratify C189');
    expect((await graph()).filter((line) => line.includes('"id":"commitment:ratify-c189"'))).toEqual(before);
  });

  it('never lets two people overwrite each other unseen', async () => {
    const seen = await revision(CALL);
    const first = await change('rejectStatement', { statement: CALL, expected: seen }, 'decision { id }');
    expect(await change('acceptStatement', { statement: CALL, expected: seen }, 'decision { id }', BEN)).toMatchObject({ message: expect.stringMatching(/no longer as you saw it.*by ana, is: rejected/), extensions: { code: 'CONFLICT' } });
    expect(await change('editStatement', { statement: CALL, expected: seen, fields: { stance: 'OPPOSES' } }, 'decision { id }', BEN)).toMatchObject({ extensions: { code: 'CONFLICT' } });
    // Who agrees, or sends the same again after a lost answer, is in nobody's way.
    expect(await change('rejectStatement', { statement: CALL, expected: seen }, 'decision { id }', BEN)).toEqual(first);
    const edit = { statement: CALL, expected: await revision(CALL), fields: { stance: 'OPPOSES' } };
    const edited = await change('editStatement', edit, 'decision { id }', BEN);
    expect(await change('editStatement', edit, 'decision { id }', BEN)).toEqual(edited);
    expect((await ask('{ decisions { totalCount } }')).data.decisions.totalCount).toBe(2);
    // At the very same time, one of them comes first.
    const both = { statement: RATIFY, expected: await revision(RATIFY) };
    const answers = await Promise.all([change('acceptStatement', both, 'decision { kind }'), change('rejectStatement', both, 'decision { kind }', BEN)]);
    expect(answers.map((answer) => answer.extensions?.code ?? 'decided').toSorted((a: string, b: string) => (a < b ? -1 : 1))).toEqual(['CONFLICT', 'decided']);
    await change('renameEntity', { entity: 'actor:unifem', name: 'UN Development Fund for Women', expectedName: 'UNIFEM' }, 'decision { id }');
    expect(await change('renameEntity', { entity: 'actor:unifem', name: 'The Fund', expectedName: 'UNIFEM' }, 'decision { id }', BEN)).toMatchObject({ message: expect.stringMatching(/but “UN Development Fund for Women”, by decision of ana/), extensions: { code: 'CONFLICT' } });
  });

  it('merges, renames and splits, and undoes each to exactly the graph there was', async () => {
    const before = await graph();
    const merged = await change('mergeEntities', { loser: 'actor:unifem', winner: 'actor:un-women', note: 'its heir' }, `entity { id name aliases statementCount } decision { ${DECISION} }`);
    expect(merged.entity).toMatchObject({ id: 'actor:un-women', statementCount: 3, aliases: expect.arrayContaining(['UNIFEM']) });
    expect(merged.decision).toMatchObject({ kind: 'MERGE', subject: null, into: { id: 'actor:un-women' }, changes: [{ field: 'SHOWN_UNDER', before: [{ value: 'actor:unifem', label: 'UNIFEM', entity: null }], after: [{ value: 'actor:un-women', label: 'UN Women', entity: { id: 'actor:un-women' } }] }] });
    expect(await change('mergeEntities', { loser: 'actor:unifem', winner: 'actor:wimn' }, 'decision { id }', BEN)).toMatchObject({ message: expect.stringMatching(/merged into actor:un-women/), extensions: { code: 'CONFLICT' } });
    const renamed = await change('renameEntity', { entity: 'actor:un-women', name: 'UNW', expectedName: 'UN Women' }, `entity { name } decision { id changes { field before { label } after { label } } }`);
    expect(renamed).toMatchObject({ entity: { name: 'UNW' }, decision: { changes: [{ field: 'NAME', before: [{ label: 'UN Women' }], after: [{ label: 'UNW' }] }] } });
    const again = await change('renameEntity', { entity: 'actor:un-women', name: 'The Women’s Entity', expectedName: 'UNW' }, `decision { id changes { before { label } after { label } } }`);
    expect(again.decision.changes).toEqual([{ before: [{ label: 'UNW' }], after: [{ label: 'The Women’s Entity' }] }]);
    const split = await change('splitEntity', { entity: 'actor:wimn', documents: [SESSION.document.id], newEntity: { name: 'Another Network', kind: 'NETWORK' } }, `entity { id statementCount } into { id name statementCount } decision { ${DECISION} }`);
    expect(split).toMatchObject({ entity: { statementCount: 3 }, into: { id: 'actor:another-network', statementCount: 1 }, decision: { documents: [{ id: SESSION.document.id }], changes: [{ field: 'SHOWN_UNDER', after: [{ label: 'Another Network' }] }] } });
    expect(await change('splitEntity', { entity: 'actor:wimn', documents: [SESSION.document.id], into: 'actor:states' }, 'decision { id }', BEN)).toMatchObject({ message: expect.stringMatching(/ana has said on/), extensions: { code: 'CONFLICT' } });
    const { data } = await ask('{ node(id: "actor:un-women") { ... on Actor { decisions { nodes { kind } } } } }');
    expect(data.node.decisions.nodes).toEqual([{ kind: 'RENAME' }, { kind: 'RENAME' }, { kind: 'MERGE' }]);
    for (const { decision } of [split, renamed, again, merged]) expect((await change('undoDecision', { decision: decision.id }, 'decision { isUndone }')).decision).toEqual({ isUndone: true });
    expect(await graph()).toEqual(before);
  });

  it('takes a document back with what only it said, keeps what was decided on it, and lets that hold again when it is loaded again', async () => {
    const before = await graph();
    await change('rejectStatement', { statement: CHILDREN, expected: await revision(CHILDREN) }, 'decision { id }');
    const { document } = WIMN_STATEMENT;
    expect(await change('removeDocument', { document: document.id }, 'id title uri')).toEqual({ id: document.id, title: document.title, uri: document.uri });
    expect(await change('removeDocument', { document: document.id }, 'id')).toMatchObject({ extensions: { code: 'NOT_FOUND' } });
    const { data } = await ask(`{ corpus { documents { id } } decisions(filter: { state: ORPHANED }) { nodes { ${DECISION} } } }`);
    expect(data.corpus.documents).toHaveLength(3);
    expect(data.decisions.nodes).toMatchObject([{ isOrphaned: true, subject: null, quote: 'Detaining children cannot be justified.' }]);
    const rest = await graph();
    await atlas.store.write(clearGraph, {});
    for (const one of DOCUMENTS.slice(1)) await writeExtraction(atlas.store, one, loading);
    expect(rest).toEqual(await graph());
    await writeExtraction(atlas.store, WIMN_STATEMENT, loading);
    expect(await graph()).toEqual(before);
  });

  it('names no person in the audit trail of what was said under the Chatham House rule, also when its document is gone', async () => {
    await change('editStatement', { statement: SPOKEN, expected: await revision(SPOKEN), fields: { actors: ['actor:un-women'] } }, 'decision { id }');
    const actors = async () => {
      const { data } = await ask('{ decisions(filter: { kinds: [EDIT] }) { nodes { changes { field before { value } after { value } } } } }');
      expect(JSON.stringify(data)).not.toMatch(/ana-cruz|Ana Cruz/);
      return data.decisions.nodes[0].changes.find(({ field }: { field: string }) => field === 'ACTORS');
    };
    const told = { field: 'ACTORS', before: [{ value: 'actor:wimn' }], after: [{ value: 'actor:un-women' }] };
    expect(await actors()).toEqual(told);
    await change('removeDocument', { document: SESSION.document.id }, 'id');
    expect(await actors()).toEqual(told);
  });

  it('lists what was decided by subject, person, kind and state, latest first, each once over all pages', async () => {
    for (const id of [CALL, RATIFY, CHILDREN]) await change('acceptStatement', { statement: id, expected: await revision(id) }, 'decision { id }', id === CALL ? BEN : ANA);
    const rejected = await change('rejectStatement', { statement: CALL, expected: await revision(CALL) }, 'decision { id }', BEN);
    await change('undoDecision', { decision: rejected.decision.id }, 'decision { id }');
    const count = async (filter: string): Promise<number> => {
      const { data, errors } = await ask(`{ decisions(filter: { ${filter} }) { totalCount nodes { id } } }`);
      expect(errors, filter).toEqual([]);
      expect(data.decisions.nodes, filter).toHaveLength(data.decisions.totalCount);
      return data.decisions.totalCount;
    };
    for (const [filter, expected] of [['by: "ben"', 2], ['by: "nobody"', 0], ['kinds: [ACCEPT]', 3], [`subject: "${CALL}"`, 2], ['state: UNDONE', 1], ['state: IN_FORCE, by: "ben"', 1], ['state: ORPHANED', 0], ['state: DRIFTED', 0], ['subject: "actor:wimn"', 0]] as const) expect(await count(filter), filter).toBe(expected);
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data }: Reply = await ask('query ($after: String) { decisions(first: 3, after: $after) { nodes { id at } pageInfo { hasNextPage endCursor } } }', { after });
      seen.push(...data.decisions.nodes.map(({ at, id }: { at: string; id: string }) => `${at} ${id}`));
      [after, more] = [data.decisions.pageInfo.endCursor, data.decisions.pageInfo.hasNextPage];
    }
    expect(new Set(seen).size).toBe(4);
    expect(seen.map((line) => line.slice(0, 24))).toEqual(seen.map((line) => line.slice(0, 24)).toSorted().reverse());
    const { data: fromTheEnd } = await ask('{ decisions(last: 3) { nodes { id at } } }');
    expect(fromTheEnd.decisions.nodes.map(({ at, id }: { at: string; id: string }) => `${at} ${id}`)).toEqual(seen.slice(1));
    expect((await ask('query ($id: ID!) { decision(id: $id) { isUndone } missing: decision(id: "decision:0") { id } }', { id: rejected.decision.id })).data).toEqual({ decision: { isUndone: true }, missing: null });
  });

  it('reads the decisions of a whole page of statements and entities at once', async () => {
    await change('acceptStatement', { statement: CALL, expected: await revision(CALL) }, 'decision { id }');
    const sentFor = async (first: number) => {
      atlas.sent.length = 0;
      expect((await ask(`query ($first: Int) { statements(first: $first) { nodes { revision decisions { totalCount nodes { ${DECISION} } } actors { decisions { totalCount } } } } }`, { first })).errors).toEqual([]);
      return atlas.sent.filter((name) => name === 'decisionsAbout').length;
    };
    expect([await sentFor(1), await sentFor(6)]).toEqual([2, 2]);
  });

  it('looks decisions and documents up in indexes, whatever is asked of them', async () => {
    const window = { size: 21, backwards: false, after: ['2026', 'decision:x'], before: null };
    const filtered = [{}, { by: 'ana', kinds: ['EDIT' as const], state: 'ORPHANED' as const }, { about: CALL }].flatMap((filter) => [decisionPage(filter, window), decisionCount(filter)]);
    const known = [decisionsAbout, decisionsById].map((query) => ({ query, parameters: { ids: [CALL] } }));
    for (const { query, parameters } of [...filtered, ...known, { query: documentsAt, parameters: { uris: ['x'] } }]) {
      const operators = await operatorsOf(query.cypher, parameters);
      expect(operators.filter((name) => /AllNodesScan|NodeByLabelScan|CartesianProduct/.test(name)), query.name).toEqual([]);
      expect(operators.some((name) => /Index(Seek|Scan)/.test(name)), query.name).toBe(true);
    }
    const { query, parameters } = decisionPage({ about: CALL }, window);
    expect((await operatorsOf(query.cypher, parameters)).filter((name) => /Scan/.test(name))).toEqual([]);
  });

  it('answers a change that makes no sense with one sentence that names the argument, and changes nothing', async () => {
    const before = await graph();
    const expected = await revision(CALL);
    const edit = (fields: object) => ['editStatement', { statement: CALL, expected, fields }] as const;
    const other = (split: object) => ['splitEntity', { entity: 'actor:wimn', documents: [SESSION.document.id], ...split }] as const;
    const cases: [readonly [string, object], RegExp, string][] = [
      [['acceptStatement', { statement: 'actor:wimn', expected }], /statement takes the id of a statement, got "actor:wimn"/, 'BAD_USER_INPUT'],
      [['acceptStatement', { statement: 'doc:0000000000000000#s0-1.acts', expected }], /There is no statement doc:/, 'NOT_FOUND'],
      [['acceptStatement', { statement: CALL, expected, note: 'x'.repeat(2_001) }], /note takes at most 2000 characters/, 'BAD_USER_INPUT'],
      [edit({}), /nothing is corrected/, 'BAD_USER_INPUT'],
      [edit({ act: null }), /nothing is corrected/, 'BAD_USER_INPUT'],
      [edit({ actors: [] }), /actors/, 'BAD_USER_INPUT'],
      [edit({ actors: ['forum:gfmd'] }), /actors\.0 expected the id of Actor or Country, got "forum:gfmd"/, 'BAD_USER_INPUT'],
      [edit({ actors: ['actor:nobody'] }), /actor:nobody: not in the graph/, 'BAD_USER_INPUT'],
      [edit({ date: '2021-02-30' }), /fields\.date must be a year, month or day.*"2021-02-30"/, 'BAD_USER_INPUT'],
      [edit({ commitment: 'commitment:nothing' }), /commitment:nothing is not in the graph/, 'BAD_USER_INPUT'],
      [edit({ commitment: 'theme:detention' }), /fields\.commitment takes the id of a Commitment/, 'BAD_USER_INPUT'],
      [edit({ commitment: 'commitment:ratify-c189', newCommitment: 'x' }), /commitment or newCommitment, got both/, 'BAD_USER_INPUT'],
      [edit({ newCommitment: '  ' }), /fields\.newCommitment takes 1 to 300 characters/, 'BAD_USER_INPUT'],
      [['undoDecision', { decision: "decision:' OR 1=1" }], /There is no decision/, 'NOT_FOUND'],
      [['mergeEntities', { loser: 'nonsense', winner: 'actor:wimn' }], /loser takes the id of an entity/, 'BAD_USER_INPUT'],
      [['mergeEntities', { loser: 'actor:wimn', winner: 'actor:wimn' }], /cannot be merged into itself/, 'BAD_USER_INPUT'],
      [['mergeEntities', { loser: 'actor:wimn', winner: 'forum:gfmd' }], /different kinds of things/, 'BAD_USER_INPUT'],
      [['renameEntity', { entity: 'actor:wimn', name: ' ', expectedName: '' }], /name takes 1 to 300 characters/, 'BAD_USER_INPUT'],
      [other({}), /into or newEntity/, 'BAD_USER_INPUT'],
      [other({ into: 'actor:states', documents: ['actor:wimn'] }), /documents takes ids of documents/, 'BAD_USER_INPUT'],
      [other({ into: 'actor:nobody' }), /There is no entity actor:nobody/, 'NOT_FOUND'],
      [other({ newEntity: { name: 'X', kind: 'SUMMIT' } }), /newEntity cannot be kept: kind/, 'BAD_USER_INPUT'],
      [['splitEntity', { entity: 'commitment:ratify-c189', documents: [SESSION.document.id], newEntity: { name: 'X' } }], /a commitment is not split/, 'BAD_USER_INPUT'],
      [['removeDocument', { document: CALL }], /document takes the id of a document/, 'BAD_USER_INPUT'],
    ];
    for (const [[name, input], message, code] of cases) {
      const answer = await change(name, input, name === 'removeDocument' ? 'id' : 'decision { id }');
      expect([answer.message, answer.extensions?.code], `${name} ${JSON.stringify(input).slice(0, 200)}`).toEqual([expect.stringMatching(message), code]);
    }
    expect(await graph()).toEqual(before);
    expect((await ask('{ decisions(filter: { subject: "nonsense" }) { totalCount } }')).errors[0]).toMatchObject({ message: expect.stringMatching(/filter\.subject/), extensions: { code: 'BAD_USER_INPUT' } });
    expect((await ask('{ decisions(after: "nonsense") { totalCount } }')).errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });
});
