// How the map says what it says: the legend prints exactly these.

import { POSITIONS, type Position } from '../../schema/vocabulary.ts';

/** Colour is a custom property of style.css, chosen to be told apart without red-green vision; the line style says the same again. */
export const POSITION_MARKS = {
  FOR: { label: POSITIONS.FOR.label, colour: '--for', line: 'solid', sign: '✓' },
  AGAINST: { label: POSITIONS.AGAINST.label, colour: '--against', line: 'dashed', sign: '✕' },
} as const satisfies Record<Position, { label: string; colour: string; line: 'solid' | 'dashed'; sign: string }>;

const THICKEST = 14;
const THINNEST = 1.25;

/** Pixels per statement: thickness grows with the count and never beyond a row, so that twice the statements are twice as thick. */
export const pixelsPerStatement = (most: number): number => Math.min(3, THICKEST / Math.max(1, most));

/** @returns pixels */
export const thicknessOf = (statements: number, most: number): number => Math.max(THINNEST, statements * pixelsPerStatement(most));
