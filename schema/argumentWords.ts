// Arguments that mean the same wherever they stand are described once, here; what a field says of its own stands in the field.

/** By name of the argument. */
export const ARGUMENT_WORDS: Readonly<Record<string, string>> = {
  first: 'Rows of the page, from the front: 1 or more; more than the cap that the field names (100 where it names none) is taken as the cap.',
  after: 'A cursor of this list in this order: the page starts behind that row.',
  last: 'Rows of the page, from the end, told in the order of the list: instead of `first`, with the same cap.',
  before: 'A cursor of this list in this order: the page ends before that row.',
  filter: 'Only what matches every field of it; without it, everything.',
  orderBy: 'The order of the list; ties by id. A cursor belongs to the order it was given in.',
  types: 'Only things of these kinds; without it, of all.',
  relationships: 'Only links of these kinds; without it, of all.',
  input: 'What to change, and what the person saw of it.',
  settings: 'Which network is meant: its nodes, its ties and how they are counted; the field says what holds without it.',
  seed: 'Where a search that tries its luck begins: the same seed gives the same answer.',
  measure: 'By which measure; the answer spells out its formula.',
  id: 'The id of one, such as `actor:un-women`.',
  ids: 'Ids, such as `actor:un-women`; the field says how many at most.',
};
