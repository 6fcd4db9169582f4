import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readSettings, VARIABLES } from '../../schema/settings.ts';

const ROOT = join(import.meta.dirname, '../..');

interface Compose {
  readonly services: Readonly<Record<string, { readonly environment?: Readonly<Record<string, string>>; readonly command?: string }>>;
}

describe('the settings', () => {
  it('are the table of the README, in their order', () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    const rows = Object.entries(VARIABLES).map(([name, { means, example }]) => `| \`${name}\` | ${means} | \`${example}\` |`);
    expect(readme.split('\n').filter((line) => /^\| `[A-Z\d_]+` \|/.test(line))).toEqual(rows);
  });

  it('are what compose.yaml sets, each to a value that is right', () => {
    const { services }: Compose = parse(readFileSync(join(ROOT, 'compose.yaml'), 'utf8'));
    const scripts: Record<string, string> = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts;
    for (const { command } of [services.atlas, services.prepare].filter((service) => service !== undefined)) expect(Object.keys(scripts)).toContain(command?.replace(/^npm (run )?/, ''));
    const environment = services.atlas?.environment ?? {};
    expect(Object.keys(environment).filter((name) => !Object.hasOwn(VARIABLES, name))).toEqual([]);
    // `${NAME}` and `${NAME:-default}` as Docker fills them in.
    const filled = Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, value.replace(/\$\{(\w+)(?::-([^}]*))?\}/g, (_, variable: string, otherwise?: string) => otherwise ?? `a-${variable}`)]));
    expect(readSettings(filled)).toMatchObject({ HOST: '0.0.0.0', NEO4J_URI: 'neo4j://neo4j:7687', TRUST_PROXY: ['uniquelocal'] });
  });

  it('read lists between commas, and refuse in one sentence what could open the atlas by mistake', () => {
    expect(readSettings({ ATLAS_HOSTS: 'a.example, b.example ,', ATLAS_CORS_ORIGINS: 'https://tool.example:8443', TRUST_PROXY: '10.0.0.0/8,::1' })).toMatchObject({ ATLAS_HOSTS: ['a.example', 'b.example'], ATLAS_CORS_ORIGINS: ['https://tool.example:8443'], TRUST_PROXY: ['10.0.0.0/8', '::1'] });
    for (const [name, value] of [['ATLAS_CORS_ORIGINS', '*'], ['ATLAS_CORS_ORIGINS', 'https://tool.example/path'], ['TRUST_PROXY', 'true'], ['TRUST_PROXY', '1'], ['ATLAS_RATE_LIMIT', '-1'], ['ATLAS_METRICS', 'yes'], ['OTEL_EXPORTER_OTLP_ENDPOINT', 'file:///etc/passwd'], ['LOG_LEVEL', 'trace']] as const) expect(() => readSettings({ [name]: value }), `${name}=${value}`).toThrow(new RegExp(`^The environment is not right: ${name}=.* must .*example: ${name}=`));
  });

  it('have a default for everything a newcomer does not set', () => {
    expect(readSettings({})).toMatchObject({ PORT: 4000, HOST: '127.0.0.1', NEO4J_DATA: 'data/neo4j', NEO4J_URI: undefined });
  });

  it('count an empty variable as absent', () => {
    expect(readSettings({ PORT: '', NEO4J_URI: '' })).toMatchObject({ PORT: 4000, NEO4J_URI: undefined });
  });

  it('name every wrong variable at once, with an example', () => {
    expect(() => readSettings({ PORT: '70000', NEO4J_URI: 'http://localhost:7474' })).toThrow(/PORT=70000.*example: PORT=4000.*NEO4J_URI=http:\/\/localhost:7474 must start with bolt:\/\//);
    expect(() => readSettings({ PORT: 'four thousand' })).toThrow(/PORT=four thousand must be a number/);
  });

  it('ask for the password of a database of one’s own', () => {
    expect(() => readSettings({ NEO4J_URI: 'neo4j://graph.example.org' })).toThrow('NEO4J_PASSWORD must be set');
  });
});
