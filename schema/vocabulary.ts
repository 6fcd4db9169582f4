// The closed word lists of the model. Each value has the label a reader sees and the sentence that defines it;
// types, validators, GraphQL enums, legends and table headings are derived from these lists, never typed again.

interface Term {
  readonly label: string;
  readonly means: string;
}
type Terms = Readonly<Record<string, Term>>;

const terms = <const T extends Terms>(list: T): T => list;

/** What kind of speech a statement is. */
export const ACTS = terms({
  CALLS_FOR: { label: 'calls for', means: 'Urges, demands or calls upon somebody, or says what should or must be done.' },
  RECOMMENDS: { label: 'recommends', means: 'Proposes or advises a course of action.' },
  COMMITS: { label: 'commits to', means: 'Promises to do something itself: will, pledges, undertakes.' },
  ENDORSES: { label: 'endorses', means: 'Welcomes, supports, reaffirms or echoes something that exists.' },
  CRITICIZES: { label: 'criticises', means: 'Regrets, rejects, condemns or warns against something.' },
  ACTS: { label: 'acts for', means: 'Reports having done, or doing, something to that end.' },
});
export type Act = keyof typeof ACTS;

/** Whether the actor is for or against the thing that the sentence names: "detention is not the solution" opposes detention. */
export const STANCES = terms({
  SUPPORTS: { label: 'supports', means: 'The actor is for the thing that the sentence names.' },
  OPPOSES: { label: 'opposes', means: 'The actor is against the thing that the sentence names.' },
});
export type Stance = keyof typeof STANCES;

/**
 * Whether the actor is for or against the commitment as it is titled: who opposes detention is for "End immigration detention".
 * Maps, matrices and networks are drawn from the position, because they put actors beside commitments, not beside sentences.
 */
export const POSITIONS = terms({
  FOR: { label: 'for', means: 'The actor is for the commitment as it is titled.' },
  AGAINST: { label: 'against', means: 'The actor is against the commitment as it is titled.' },
});
export type Position = keyof typeof POSITIONS;

/** Whose voice carries the position. */
export const VOICES = terms({
  OWN: { label: 'own words', means: 'The author of the text speaks for itself.' },
  REPORTED: { label: 'reported', means: 'The text quotes or reports somebody; the position belongs to whoever took it.' },
});
export type Voice = keyof typeof VOICES;

/** What a person has decided about an extracted statement. */
export const REVIEWS = terms({
  PROPOSED: { label: 'not reviewed', means: 'Found by a rule; nobody has decided on it yet.' },
  ACCEPTED: { label: 'accepted', means: 'A person has read the sentence and agrees.' },
  REJECTED: { label: 'rejected', means: 'A person has read the sentence and disagrees.' },
});
export type Review = keyof typeof REVIEWS;

/** What a person can decide about what the loaders found. */
export const DECISION_KINDS = terms({
  ACCEPT: { label: 'accepted', means: 'Has read the sentence and agrees with the statement.' },
  REJECT: { label: 'rejected', means: 'Has read the sentence and disagrees with the statement.' },
  EDIT: { label: 'corrected', means: 'Has corrected the statement, and stands by it as corrected.' },
  MERGE: { label: 'merged', means: 'Two names are one thing: what is said of the first is shown under the second.' },
  SPLIT: { label: 'split', means: 'In certain documents a name means another thing than elsewhere.' },
  RENAME: { label: 'renamed', means: 'The thing is shown under another name.' },
});
export type DecisionKind = keyof typeof DECISION_KINDS;

export const ACTOR_KINDS = terms({
  UN_ENTITY: { label: 'UN entity', means: 'A body, fund, programme, agency or network of the United Nations.' },
  TREATY_BODY: { label: 'Treaty body', means: 'A committee that monitors a treaty.' },
  INTERGOVERNMENTAL: { label: 'Intergovernmental body', means: 'An organisation of states outside the UN system, or a bloc of states.' },
  STATE: { label: 'State', means: 'A country acting as a state.' },
  GOVERNMENT_BODY: { label: 'Government body', means: 'A ministry, commission or office of one state.' },
  CIVIL_SOCIETY: { label: 'Civil society', means: 'A non-governmental organisation.' },
  NETWORK: { label: 'Network', means: 'A network or coalition of organisations.' },
  TRADE_UNION: { label: 'Trade union', means: 'A union or federation of unions.' },
  PRIVATE_SECTOR: { label: 'Private sector', means: 'A company, employer body or recruiter association.' },
  ACADEMIA: { label: 'Academia', means: 'A university, institute or research centre.' },
  PERSON: { label: 'Person', means: 'A named person.' },
  GROUP: { label: 'Group', means: 'A generic group that can take a position or be asked to act, such as Member States.' },
});
export type ActorKind = keyof typeof ACTOR_KINDS;

export const INSTRUMENT_KINDS = terms({
  TREATY: { label: 'Treaty', means: 'A binding convention or covenant.' },
  PROTOCOL: { label: 'Protocol', means: 'A binding protocol to a treaty.' },
  ILO_CONVENTION: { label: 'ILO convention', means: 'A convention of the International Labour Organization.' },
  DECLARATION: { label: 'Declaration', means: 'A declaration adopted by states.' },
  COMPACT: { label: 'Compact', means: 'A non-binding global compact.' },
  RESOLUTION: { label: 'Resolution', means: 'A resolution of an intergovernmental body.' },
  GENERAL_RECOMMENDATION: { label: 'General recommendation', means: 'A general recommendation or comment of a treaty body, or an ILO recommendation.' },
  AGENDA: { label: 'Agenda or goal', means: 'An agenda, plan of action, goal or target.' },
  NATIONAL_LAW: { label: 'National law', means: 'A law, regulation or plan of one state.' },
  MODEL_CONTRACT: { label: 'Model contract', means: 'A standard or unified contract of employment.' },
  CODE_OF_CONDUCT: { label: 'Code of conduct', means: 'A code or covenant that its members bind themselves to.' },
  GUIDE: { label: 'Guide or report', means: 'A guide, report or publication with standing.' },
  MANIFESTO: { label: 'Manifesto', means: 'A manifesto or joint position of civil society.' },
  CALL_TO_ACTION: { label: 'Call to action', means: 'A call to action adopted by a meeting.' },
});
export type InstrumentKind = keyof typeof INSTRUMENT_KINDS;

export const FORUM_KINDS = terms({
  SUMMIT: { label: 'Summit', means: 'A summit, high-level dialogue or high-level meeting.' },
  CONFERENCE: { label: 'Conference', means: 'A conference or congress.' },
  CONSULTATION: { label: 'Consultation', means: 'A consultation, hearing, negotiation or listening session.' },
  WORKING_SESSION: { label: 'Working session', means: 'A working group, workshop, round table or expert meeting.' },
  COORDINATION_MEETING: { label: 'Coordination meeting', means: 'A coordination or briefing meeting.' },
  SESSION: { label: 'Session', means: 'A regular session of a commission, committee or council.' },
  SIDE_EVENT: { label: 'Side event', means: 'An event held beside a larger one.' },
  REVIEW: { label: 'Review', means: 'A review forum or review process.' },
  CAMPAIGN: { label: 'Campaign', means: 'A campaign or series of events.' },
});
export type ForumKind = keyof typeof FORUM_KINDS;

/** In what role an actor took part in a forum. */
export const PARTICIPATION_ROLES = terms({
  ORGANIZER: { label: 'organiser', means: 'Organised or co-organised it.' },
  HOST: { label: 'host', means: 'Hosted it.' },
  CHAIR: { label: 'chair', means: 'Chaired it.' },
  CO_CHAIR: { label: 'co-chair', means: 'Chaired it with others.' },
  CO_FACILITATOR: { label: 'co-facilitator', means: 'Facilitated its negotiation with others.' },
  MODERATOR: { label: 'moderator', means: 'Moderated a session of it.' },
  SPEAKER: { label: 'speaker', means: 'Spoke at it or addressed it.' },
  RAPPORTEUR: { label: 'rapporteur', means: 'Reported on a session of it.' },
  SPONSOR: { label: 'sponsor', means: 'Paid for or supported it.' },
  PARTICIPANT: { label: 'participant', means: 'Took part in it.' },
});
export type ParticipationRole = keyof typeof PARTICIPATION_ROLES;

/** How a state stands to a treaty; `reads` is the fact from the state's side, `readsBack` from the treaty's. */
export const TREATY_STATUSES = {
  SIGNED: { label: 'signed', means: 'Signed, not yet bound.', reads: 'signed', readsBack: 'was signed by' },
  RATIFIED: { label: 'ratified', means: 'Bound by ratification or acceptance.', reads: 'ratified', readsBack: 'was ratified by' },
  ACCEDED: { label: 'acceded', means: 'Bound by accession or succession.', reads: 'acceded to', readsBack: 'was acceded to by' },
  NOT_PARTY: { label: 'not a party', means: 'Neither signed nor bound, at the date of the source.', reads: 'is not a party to', readsBack: 'does not bind' },
} as const satisfies Readonly<Record<string, Term & { readonly reads: string; readonly readsBack: string }>>;
export type TreatyStatus = keyof typeof TREATY_STATUSES;

export const DATE_PRECISIONS = terms({
  DAY: { label: 'day', means: 'The day is known.' },
  MONTH: { label: 'month', means: 'The month is known, the day is not.' },
  YEAR: { label: 'year', means: 'The year is known, the month is not.' },
  UNKNOWN: { label: 'undated', means: 'No date is known.' },
});
export type DatePrecision = keyof typeof DATE_PRECISIONS;

export const DATE_BASES = terms({
  STATED: { label: 'stated', means: 'The text states the date.' },
  INFERRED: { label: 'inferred', means: 'The date follows from something else the text says, such as the forum it names.' },
});
export type DateBasis = keyof typeof DATE_BASES;

export const DOCUMENT_KINDS = terms({
  TEXT: { label: 'Text', means: 'A plain text file.' },
  MARKDOWN: { label: 'Markdown', means: 'A Markdown file.' },
  HTML: { label: 'Web page', means: 'An HTML file.' },
  PDF: { label: 'PDF', means: 'A PDF file.' },
  DOCX: { label: 'Word document', means: 'A Word (docx) file.' },
  EMAIL: { label: 'E-mail', means: 'An e-mail message (eml); without what it quotes and what is attached to it.' },
  TABLE: { label: 'Table', means: 'A table, one fact or statement in each row.' },
});
export type DocumentKind = keyof typeof DOCUMENT_KINDS;

/** A rule of the meeting that travels with every statement of the document. */
export const RESTRICTIONS = terms({
  CHATHAM_HOUSE: { label: 'Chatham House rule', means: 'What was said may be used; who said it may not be named.' },
});
export type Restriction = keyof typeof RESTRICTIONS;

/** What a passage is in the structure of its document. Only SENTENCE, ITEM and CELL can carry a statement. */
export const PASSAGE_ROLES = terms({
  TITLE: { label: 'title', means: 'The title of the document.' },
  HEADING: { label: 'heading', means: 'A heading within the document.' },
  SENTENCE: { label: 'sentence', means: 'A sentence of running text.' },
  ITEM: { label: 'list item', means: 'A list item, or one sentence of it.' },
  CELL: { label: 'table cell or row', means: 'A cell of a table or form, or a row of a fact table.' },
  FOOTNOTE: { label: 'footnote', means: 'A footnote or endnote.' },
  INSTRUCTION: { label: 'instruction', means: 'A question or instruction of a template: nobody’s claim.' },
  FURNITURE: { label: 'page furniture', means: 'A page number, running head, address line or web link.' },
});
export type PassageRole = keyof typeof PASSAGE_ROLES;

/** The values of a word list, in the order they are written above. */
export const valuesOf = <T extends Terms>(list: T): readonly (keyof T & string)[] => Object.keys(list);
