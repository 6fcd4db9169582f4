import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType, isSpecifiedScalarType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { sdl } from '../../api/sdl.ts';
import { contradictions, NODES, RELATIONSHIPS } from '../../schema/model.ts';
import * as vocabulary from '../../schema/vocabulary.ts';

describe('the model', () => {
  it('does not contradict itself', () => {
    expect(contradictions(NODES, RELATIONSHIPS)).toEqual([]);
  });

  it('notices a doubled label, an unknown end, a caption that is no property, and a cited relation without passages', () => {
    const [actor] = NODES;
    const [made] = RELATIONSHIPS;
    expect(contradictions([...NODES, actor], RELATIONSHIPS)).toEqual(['a label is declared twice']);
    expect(contradictions([{ ...actor, caption: 'nickname' }], [])).toEqual(['Actor uses nickname, which is not among its properties']);
    expect(contradictions([actor], [{ ...made, to: ['Statement'] }])).toEqual(['MADE ends in Country, which is no label', 'MADE ends in Statement, which is no label']);
    expect(contradictions(NODES, [{ ...made, cited: true }])).toEqual(['MADE must carry passages exactly when it is cited']);
  });
});

describe('the API’s contract', async () => {
  const schema = buildSchema(await sdl());

  it('has each enum of the vocabulary, word for word', () => {
    const lists = { Act: vocabulary.ACTS, Stance: vocabulary.STANCES, Position: vocabulary.POSITIONS, Voice: vocabulary.VOICES, Review: vocabulary.REVIEWS, ActorKind: vocabulary.ACTOR_KINDS, InstrumentKind: vocabulary.INSTRUMENT_KINDS, ForumKind: vocabulary.FORUM_KINDS, PassageRole: vocabulary.PASSAGE_ROLES };
    for (const [name, list] of Object.entries(lists)) {
      const type = schema.getType(name);
      expect(isEnumType(type) && type.getValues().map(({ value }) => value), name).toEqual(Object.keys(list));
    }
  });

  it('describes every type, field and value', () => {
    const own = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type));
    const silent = own.flatMap((type) => {
      const members = isEnumType(type) ? type.getValues() : isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) ? Object.values(type.getFields()) : [];
      return [...(type.description ? [] : [type.name]), ...members.filter(({ description }) => !description).map(({ name }) => `${type.name}.${name}`)];
    });
    expect(own.length).toBeGreaterThan(30);
    expect(silent).toEqual([]);
  });
});
