// Promising and doing: COMMITS and ACTS. Which verbs tell of an activity is a matter of word lists: what somebody suffered, was or had
// is no act of theirs. Base forms as wink-nlp gives them (American spelling).

import type { ActRule } from './rule.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** What an organisation does to an end. */
export const ACTIVITY = words(`advance advise advocate address aid air amend amplify analyze announce apply appoint approve arrange assess assist attend author award build brief bring campaign carry celebrate
  chair champion circulate continue do coach collaborate collect commission compile conclude conduct consult contribute convene cooperate coordinate co-chair co-convene co-facilitate co-found co-host co-lead co-organize co-sponsor counsel create
  deepen defend deliver demonstrate deploy design develop direct disseminate distribute document donate draft educate empower enable enact encourage engage engender enhance ensure equip establish evaluate examine exchange expand expose extend
  facilitate file finance forge form formulate found fund gather guide help highlight hold host identify implement improve include incorporate infuse influence inform initiate institute integrate intensify intervene introduce investigate
  join launch lead legislate make lift litigate lobby mainstream map mentor mobilize moderate monitor negotiate observe offer open operate organize outline oversee participate partner persuade pilot pioneer plan prepare present press print produce promote prosecute protect provide
  publish push put raise ratify reach recruit reform regularize release renew report represent rescue research respond review revise roll run secure seek send serve set share shelter show sign simplify speak spearhead sponsor start strengthen submit support survey sustain
  tackle take teach test testify track train translate undertake update upgrade use visit win work write abolish adopt accede submit`);

/** What a generic group or somebody other than the author must do to be more than scenery. */
export const PUBLIC_ACTIVITY = words(`adopt advocate amend announce approve abolish campaign commit convene co-host create enact establish form found hold host initiate introduce issue launch lift lobby mobilize negotiate organize petition pledge present promise protest publish ratify sign submit`);

/** Works that are made or held: told in the passive ("modules were developed"), they are the author’s own. */
export const DELIVERABLE = words(`air advance brief complete conduct convene deliver develop disseminate distribute document draft engender establish finalize formulate hold host implement initiate introduce launch map organize present print produce promote publish pilot strengthen support train translate undertake review`);

/** Present-tense verbs that tell of lasting work ("the Network runs a hotline"). */
export const LASTING = words(`advise advocate assist bring build collaborate coordinate defend document educate empower engage facilitate fund help host implement lead lobby mobilize monitor offer organize partner promote protect provide publish run seek serve shelter strengthen support train unite work`);

/** Futures that foretell instead of promising. */
export const FORETOLD = words(`be become bear benefit cause change come continue cost depend decline die experience face fall feel find gain get grow happen have increase know lack lead lose mean need occur persist receive remain require result return rise see seem show suffer think turn want worsen`);

const ADVERBS = String.raw`(?:\s(?:also|then|further|therefore|now|jointly|together|actively|continue\sto|do\sall\s[^,;]{0,40}\sto|\w+ly))*`;

export const PROMISING: readonly ActRule[] = [
  { id: 'commit', act: 'COMMITS', stance: 'SUPPORTS', strength: 0.95, kind: 'said', pattern: String.raw`(?:(?:publicly\s)?(?:commit(?:s|ted)?(?:\s(?:itself|ourselves|themselves))?\sto|pledge[sd]?(?:\sto)?|vow(?:s|ed)?\sto|promise[sd]?(?:\s(?:in|at)\s(?:the\s)?[ⒾⒻ]·*)?\sto|undertakes?\sto|undertook\sto|resolve[sd]?\sto|agree[sd]?\sto|decide[sd]?\sto(?!\s(?:remain|include\sin))|determined\sto|committed\sto)|commits?\s(?:agencies|members|itself|ourselves|themselves)\sto)`, example: '{The Port Authority} commits to printing the rules in six languages.' },
  { id: 'will', act: 'COMMITS', stance: 'SUPPORTS', strength: 0.85, kind: 'said', pattern: String.raw`(?:will|shall)${ADVERBS}(?!\s(?:be|not|never|have)\b)\s(?<deed>[\w-]+)`, example: 'We will publish the list of shelters in May.' },
  { id: 'ready-to', act: 'COMMITS', stance: 'SUPPORTS', strength: 0.85, kind: 'form', pattern: String.raw`(?<who>[ⒶⒼⓋ]·*)\s(?:also\s|\w+ly\s)*(?:(?:is|are|stands?|remains?)\s(?:also\s|\w+ly\s)*(?:ready|prepared|willing|committed|determined)\sto|(?:is|are)\splanning\sto|(?:intends?|plans?)\sto|looks?\sforward\sto\s(?:\w+ing\b|(?:further|continued|close)\s(?:cooperation|collaboration|work)))`, example: 'We look forward to working with the crews.' },
  { id: 'commit-item', act: 'COMMITS', stance: 'SUPPORTS', strength: 0.8, kind: 'form', pattern: String.raw`^(?:-\s)?commit\sto\b`, example: 'Commit to printing every contract in two languages.' },
  { id: 'will-be-made', act: 'COMMITS', stance: 'SUPPORTS', strength: 0.6, kind: 'form', pattern: String.raw`\bwill\s(?:also\s|then\s)?be\s(?:\w+ly\s)?(?<deed>[\w-]+ed|held|built)\b(?![^.;]{0,60}\bby\s)`, example: 'A hotline guide will be developed with the unions.' },
];

export const DOING: readonly ActRule[] = [
  { id: 'took-part', act: 'ACTS', stance: 'SUPPORTS', strength: 0.85, kind: 'form', pattern: String.raw`(?<who>[ⒶⒼⓋ]·*(?:,\s[^,;.]{3,60},)?)\s(?:also\s|\w+ly\s)*(?:was|were|has\sbeen|have\sbeen|served\sas|acted\sas|(?:is|are)(?=\s(?:active|involved|engaged)))\s(?:also\s|especially\s|closely\s|\w+ly\s)*(?:an?\s|the\s|\d{4}\s)?(?:\w+\s){0,4}?(?:active|actor|part|chair|co-?chair|members?|involved|engaged|instrumental|host|leader|partner|secretariat|coordinator|focal\spoint)\b(?:\s(?:\w+\s){0,3}?(?:actor|part|members?|participant|partner))?`, example: '{The Harbour Network} was an active member of the drafting group.' },
  { id: 'did', act: 'ACTS', stance: 'SUPPORTS', strength: 0.8, kind: 'said', pattern: String.raw`(?<deed>Ⓓ·*)`, example: '{The Harbour Network} trained forty inspectors.' },
  { id: 'work-of', act: 'ACTS', stance: 'SUPPORTS', strength: 0.75, kind: 'form', pattern: String.raw`(?<who>[ⒶⓋ]·*)['’]s?\s(?:[\w-]+\s){0,3}(?:work|advocacy|efforts?|programme|program|project|interventions?|contribution)\s(?:\w+ly\s)?(?:\w+\s)?(?<deed>[a-z]+ed|helped|led|focus(?:es|ed))\b`, example: '{The Quay Office}’s training work supported four ports.' },
  { id: 'done-by', act: 'ACTS', stance: 'SUPPORTS', strength: 0.7, kind: 'form', pattern: String.raw`(?<!^)\b(?<deed>[a-z-]+ed|held|led|built)\s(?:on\sbehalf\sof\s[^.;]{3,40}\s)?(?:jointly\s|\w+ly\s)?by\s(?:the\s|its\s|many\s|local\s|several\s)*(?<who>[ⒶⒼⓋ]·*(?:(?:,\sand|,|\sand)\s(?:the\s)?[ⒶⒼ]·*)*)`, example: 'Courses for cooks, often initiated by {{diaspora communities}}, opened in two ports.' },
  { id: 'was-made', act: 'ACTS', stance: 'SUPPORTS', strength: 0.6, kind: 'form', pattern: String.raw`\b(?:was|were|has\sbeen|have\sbeen|(?:is|are)\s(?:being|currently))\s(?:also\s|then\s|\w+ly\s)*(?<deed>[a-z-]+ed|held|built)\b`, example: 'Pilot courses were conducted in three ports.' },
];
