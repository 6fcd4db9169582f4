// How much one request may ask: measured limits beyond which a server of this kind falls over, well above what the page asks.

/** Bytes of a request's body. */
export const MAX_BODY = 256 * 1024;
/** Tokens of a query: the page's largest has some 300; the parser overflows its stack at about 2,000 nested brackets. */
export const MAX_TOKENS = 1_000;
/** Milliseconds until half-sent headers, and a half-sent request, are dropped. */
export const HEADERS_TIMEOUT = 10_000;
export const REQUEST_TIMEOUT = 30_000;
/** Objects that one operation may return at most, by its page sizes: some ten times the page's largest question. */
export const MAX_OBJECTS = 50_000;
/** Scalars that one operation may return at most: at the length of a name or a date, some 10 MB. */
export const MAX_VALUES = 200_000;
/** Fields within fields: the standard introspection of a client has 15, the page’s deepest question 8. */
export const MAX_DEPTH = 16;
/** Fields under another name, in a whole document. Scripts ask for a dozen things at once; a flood of them has hundreds. */
export const MAX_ALIASES = 100;
/** `@include`, `@skip` and the like in a whole document. */
export const MAX_DIRECTIVES = 50;
/** Rows in one page of any connection, whatever `first` asks for. */
export const PAGE_CAP = 100;
/** Rows in a page where neither `first` nor `last` says how many. */
export const USUAL_PAGE = 20;
/** Entities in each column of the advocacy map: a page that groups them needs them all. */
export const MAP_CAP = 1_000;
/** Values of each dimension of the facets. */
export const FACET_CAP = 100;
/** Buckets of a timeline: two hundred years of months. */
export const BUCKET_CAP = 2_400;
/** Questions that one request has under way in the database at the same time. */
export const AT_ONCE = 3;
/** Bytes of a document that is sent to be loaded, and of the mapping beside it. */
export const MAX_UPLOAD = 20 * 1024 * 1024;
export const MAX_MAPPING = 200 * 1024;
/** Loads that wait while one is under way. */
export const MAX_WAITING_LOADS = 10;
/** Loads that are remembered after they have ended. */
export const REMEMBERED_LOADS = 100;
/** Readers who follow loads at once. */
export const MAX_FOLLOWERS = 100;
