import { describe, expect, it } from 'vitest';
import { readSettings } from '../../schema/settings.ts';

describe('the settings', () => {
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
