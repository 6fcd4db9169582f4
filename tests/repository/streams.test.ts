import { expect, it } from 'vitest';
import config from '../../vitest.config.ts';
import { STREAMS } from '../sideBySide.ts';

it('npm test runs every project of the configuration, each once', () => {
  const projects = config.test?.projects?.flatMap((project) => (typeof project === 'object' && 'test' in project && typeof project.test?.name === 'string' ? [project.test.name] : [])) ?? [];
  expect(projects.length).toBeGreaterThan(3);
  expect(STREAMS.flat().toSorted((a, b) => a.localeCompare(b))).toEqual(projects.toSorted((a, b) => a.localeCompare(b)));
});
