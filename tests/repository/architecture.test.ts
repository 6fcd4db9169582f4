// The rooms and who may import whom, types included. The table below is the one of README's "How it is built".

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const ROOMS = ['schema', 'loaders', 'graph', 'api', 'ui'] as const;

interface Import {
  readonly file: string;
  readonly target: string;
}

/** What a module imports, as written; types, re-exports and dynamic imports included. */
export function importsOf(file: string, source: string): string[] {
  const { module } = parseSync(file, source);
  const dynamic = module.dynamicImports.map(({ moduleRequest: { start, end } }) => source.slice(start + 1, end - 1));
  const exported = module.staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : [])));
  return [...new Set([...module.staticImports.map(({ moduleRequest }) => moduleRequest.value), ...exported, ...dynamic])];
}

const files = ROOMS.flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx)$/.test(file) && !/^(generated|dist)\//.test(file))
    .map((file) => `${room}/${file}`),
).sort();
const sources = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
const imports: Import[] = files.flatMap((file) => importsOf(file, sources.get(file) ?? '').map((target) => ({ file, target: target.startsWith('.') ? normalize(join(dirname(file), target)) : target })));

interface Rule {
  readonly says: string;
  readonly from: RegExp;
  /** What a file under `from` may not import. */
  readonly not: RegExp;
}

const STORE_SIDE = /^loaders\/(load|loadDocuments)\.ts$/;
const RULES: readonly Rule[] = [
  { says: 'schema imports nothing of ours', from: /^schema\//, not: /^(loaders|graph|api|ui|tests)\// },
  { says: 'schema does no I/O', from: /^schema\//, not: /^node:/ },
  { says: 'loaders know no graph, API or page', from: /^loaders\/(?!(load|loadDocuments)\.ts$)/, not: /^(graph|api|ui|tests)\/|^neo4j-driver/ },
  { says: 'the load command knows the store, the constraints, the local database and the writer of extractions', from: STORE_SIDE, not: /^(api|ui|tests)\/|^graph\/(?!store\.ts|constraints\.ts|writeExtraction\.ts|traversals\/loadedDocuments\.ts|local\/)/ },
  { says: 'graph knows only schema', from: /^graph\//, not: /^(loaders|api|ui|tests)\// },
  { says: 'only the store and its errors know the driver', from: /^(?!graph\/(store|databaseErrors|driver[A-Za-z]*)\.ts$)/, not: /^neo4j-driver/ },
  { says: 'traversals know the store by its types and each other only by the filter, the entity row, the order of a page and the words typed', from: /^graph\/traversals\//, not: /^graph\/(?!store\.ts|askedTogether\.ts|traversals\/(statementFilter|findEntities|pageOrder|words)\.ts)/ },
  { says: 'analysis is pure', from: /^graph\/analysis\//, not: /^node:|^graph\/(store|local)/ },
  { says: 'the API knows no loader and no page', from: /^api\//, not: /^(loaders|ui|tests)\// },
  { says: 'the page knows only the words, ids and dates of the schema', from: /^ui\//, not: /^(loaders|graph|api|tests)\/|^node:|^schema\/(?!vocabulary\.ts|ids\.ts|dates\.ts)/ },
  { says: 'only the canvas draws with Cytoscape', from: /^ui\/(?!map\/GraphCanvas\.tsx$)/, not: /^cytoscape/ },
];

const VITE_CONFIG = 'ui/vite.config.ts';

function violations(rules: readonly Rule[], found: readonly Import[]): string[] {
  return rules.flatMap(({ says, from, not }) => found.filter(({ file, target }) => file !== VITE_CONFIG && from.test(file) && not.test(target)).map(({ file, target }) => `${file} imports ${target}: ${says}`));
}

/** One cycle of imports, as the files on it, or null. */
function cycle(found: readonly Import[]): string[] | null {
  const targets = Map.groupBy(found, ({ file }) => file);
  const done = new Set<string>();
  const walk = (file: string, trail: readonly string[]): string[] | null => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const { target } of targets.get(file) ?? []) {
      const loop = walk(target, [...trail, file]);
      if (loop) return loop;
    }
    done.add(file);
    return null;
  };
  for (const file of targets.keys()) {
    const loop = walk(file, []);
    if (loop) return loop;
  }
  return null;
}

describe('the rooms', () => {
  it('import in one direction only, types included', () => {
    console.info(`looked at ${files.length} files and ${imports.length} imports under ${RULES.length} rules`);
    expect(files.length).toBeGreaterThan(40);
    expect(imports.length).toBeGreaterThan(100);
    expect(violations(RULES, imports)).toEqual([]);
  });

  it('would be told of a forbidden arrow, also of a type', () => {
    const planted = importsOf('loaders/planted.ts', "import type { Store } from '../graph/store.ts';").map((target) => ({ file: 'loaders/planted.ts', target: normalize(join('loaders', target)) }));
    expect(violations(RULES, planted)).toEqual(['loaders/planted.ts imports graph/store.ts: loaders know no graph, API or page']);
    expect(violations(RULES, [{ file: 'ui/search/SearchBox.tsx', target: 'cytoscape' }])).toHaveLength(1);
  });

  it('have no circle of imports that run', () => {
    const running = files.flatMap((file) => {
      const { module } = parseSync(file, sources.get(file) ?? '');
      const values = module.staticImports.filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType));
      return values.map(({ moduleRequest: { value } }) => ({ file, target: value.startsWith('.') ? normalize(join(dirname(file), value)) : value }));
    });
    expect(cycle(running)).toBeNull();
    expect(cycle([...running, { file: 'schema/ids.ts', target: 'schema/model.ts' }, { file: 'schema/model.ts', target: 'schema/ids.ts' }])).not.toBeNull();
  });

  it('have no barrel, no room without a name of its own, and files that one can read in a sitting', () => {
    const barrels = files.filter((file) => /(^|\/)index\.tsx?$/.test(file));
    const nameless = files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|shared|types)(\/|\.tsx?$)/.test(file));
    const long = [...sources].filter(([, source]) => source.split('\n').length > 301).map(([file]) => file);
    expect({ barrels, nameless, long }).toEqual({ barrels: [], nameless: [], long: [] });
  });

  it('name every import they use in package.json', () => {
    const manifest: { dependencies: object; devDependencies: object } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const known = new Set([...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)]);
    const packageOf = (target: string) => target.split('/').slice(0, target.startsWith('@') ? 2 : 1).join('/');
    const unknown = imports.filter(({ target }) => !target.startsWith('node:') && !/^(schema|loaders|graph|api|ui)\//.test(target) && !known.has(packageOf(target)));
    expect(unknown).toEqual([]);
  });
});
