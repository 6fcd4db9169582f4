// The pieces that the rules of acts are written with. They read the masked sentence (see marking.ts):
// Ⓐ named actor, Ⓖ group, Ⓥ voice, Ⓘ instrument, Ⓕ forum, each followed by dots up to the length of the name.

/** One actor as a subject: not a possessor ("the Network’s roadmap"), not after a preposition ("at the request of the Office, …"). */
const AFTER_PREPOSITION = String.raw`(?=[ⒶⒼⓋ])(?<!\b(?:of|from|by|with|to|for|at|on|in|under|than|about|upon|through|among|between|towards?|into|via|within|like|including)\s(?:(?:the|its|their|our|all|some|many|these|those|both|several|four|three|two|other)\s){0,2}(?:(?:[ⒶⒼⒻ]·*,\s(?:the\s)?){0,3}[ⒶⒼⒻ]·*,?\sand\s(?:the\s)?)?)`;
const ONE = String.raw`(?:${AFTER_PREPOSITION}Ⓖ·*\sof\s(?:the\s|\w+\s)?[ⒶⒼ]·*(?![·'’])|${AFTER_PREPOSITION}[ⒶⒼⓋ]·*(?![·'’])|(?:ministers?|representatives?|heads?|leaders?|delegations?|delegates?|experts?|officials?|spokes(?:person|man|woman)|members?|observers?|staff|colleagues|executive\sdirector|director(?:[-\s]general)?|president|secretary[-\s]general|chair(?:person)?)\s(?:of|from|for)\s(?:the\s|all\s|[a-z]+\s)?[ⒶⒼ]·*(?![·'’])|(?=[ⒻⒾ])(?<=^(?:The\s|This\s|In\s[^,]{3,60},\s(?:the\s)?)?)[ⒻⒾ]·*(?![·'’])(?:\s(?:statement|declaration)\b)?|[ⒶⒼ]·*['’]s?\s(?:Executive\sDirector|Director[-\s]General|Deputy\sDirector|Director|President|Secretary[-\s]General|Chair(?:person|man|woman)?|Head|representatives?|spokesperson|delegation|delegates?|staff|team|members?|experts?|leaders?|ministers?)(?:,\sⒶ·*,)?)`;
const AFTER_NAME = String.raw`(?:\s?\([^()]{1,80}\))?(?:,\s(?:(?:(?:Mr|Ms|Mrs|Dr|Prof)\.?\s)?Ⓐ·*|(?:founded|established|formed|created|based|born|supported|seconded|joined|represented|speaking|also)\s[^,;:]{3,90}|[A-Z]{2,}|the\s[^,;:]{3,90}|an?\s[^,;:]{3,90}|which\s[^,;:]{3,200}|who\s[^,;:]{3,120}|at\s[^,;:]{3,90}|together with[^,;:]{3,90}|in\s[^,;:]{3,70}|as\s[^,;:]{3,70}),|,\sin\s(?:close\s)?(?:collaboration|partnership|cooperation|consultation)\swith\s(?:the\s)?[ⒶⒼ]·*,?)?`;
const OTHERS = String.raw`(?:(?:,\sand|,|\sand|\sor|\sas\swell\sas|\stogether\swith|\salong\swith)\s(?:the\s|its\s|their\s|our\s|other\s|with\s)*[ⒶⒼⓋ]·*(?![·'’])(?:\s?\([^()]{1,80}\))?)*`;
const COMPANY = String.raw`(?:\sand\s(?:its|their|our)\s[a-z]+(?:\s[a-z]+){0,2})?(?:\s(?:from|in|of|across|at)\s(?:[a-zA-ZⒶⒻ·]+\s){0,5}?[a-zA-ZⒶⒻ·]+)?(?:\s?[—–]{1,2}[^—–]{3,90}[—–]{1,2})?`;

/** Who does it: one or several actors, with what stands between the name and the verb. */
export const WHO = String.raw`(?<who>${ONE}${AFTER_NAME}${OTHERS}${COMPANY})`;

/** Adverbs, auxiliaries and short insertions between subject and verb. No negation and no modal: those change what is said. */
export const GAP = String.raw`(?:,?\s(?:\w+ly|also|since\s\d{4}|since|nonetheless|nevertheless|at\sthe\ssame\stime|already|just|later|earlier|soon|even|ever|afterwards|meanwhile|not\sonly|in\sturn|to\sthis\send|for\s(?:many\s)?years|further|furthermore|again|now|then|long|repeatedly|therefore|thus|hence|still|both|all|once|together|instead|here|hereby|has|have|had|is|are|was|were|been|being|do|does|did|would\slike\sto|would|wish(?:es)?\sto|want(?:s|ed)?\sto|beg\sto|are\spleased\sto|is\spleased\sto|continue[sd]?\sto|join(?:s|ed)?\s[^,;]{3,60}?\s(?:in|to)|in\s\d{4}|in\sparticular|for\s(?:its|our|my|their|his|her)\s(?:own\s)?part|as\swell|in\sthis\sregard|in\sthis\scontext|first|finally|lastly)(?=[\s,]),?){0,5}`;

/** Between the verb of asking and what is asked: "governments of sending and receiving countries, as well as Ⓖ" */
export const WHOM = String.raw`(?<whom>[^.;:]{0,260}?[ⒶⒼⓋ]·*[^.;:]{0,120}?)`;

export const pattern = (source: string): RegExp => new RegExp(source, 'dgiu');
/** The rule with a subject of its own. */
export const saidBy = (verbs: string): RegExp => pattern(String.raw`${WHO}${GAP}\s["“]?(?:co-)?(?<verb>${verbs})(?!\w)`);

/** The rule at the head of a sentence, where the subject is not said: "Urges States to". */
export const saidBare = (verbs: string): RegExp => pattern(String.raw`^(?:(?:(?:finally|in\sclosing|in\sconclusion|lastly),\s)?(?<let>let\s(?:me|us)|allow\s(?:me|us)\sto|permit\s(?:me|us)\sto)\s)?(?:(?:also|further|furthermore|again|once\smore|\w+ly),?\s)*(?<verb>${verbs})(?!\w)`);

/** The rule in the second half of a sentence, where the subject is not repeated: "… and call for". */
export const saidToo = (verbs: string): RegExp => pattern(String.raw`(?:\band|\bbut|;|,)\s(?:also\s|further\s|therefore\s|strongly\s|\w+ly\s)*(?<verb>${verbs})(?!\w)`);
