// What the page carries beside the text: numbers, running heads, addresses of offices and social media.

import type { Draft } from './drafts.ts';
import { endsSentence } from './wrapping.ts';

const PAGE_NUMBER = /^(?:page\s*)?[-–—|\s]*(?:\d{1,4}|[ivxl]{1,6})[-–—|\s]*(?:(?:of|\/)\s*\d{1,4}|page)?$/i;
const ADDRESS = /^(?:https?:\/\/|www\.)\S+$|^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$|^@\w+$/i;
const SOCIAL_LINE = /^(?:fb|facebook|twitter|x|instagram|linkedin|youtube|tiktok|bluesky|mastodon|threads|whatsapp|skype)\s*[:/]\s*\S+(?:\s\S+)?$/i;
const CONTACT_LINE = /^(?:web(?:\s?site|\s?page)?|internet|url|e-?mail|tel(?:ephone)?\.?|phone|mobile|fax)\s*[:.]?\s*(?=\S*(?:[@\d]|https?:|www\.|\w\.\w{2,}))\S+(?:\s\S+){0,6}$/i;
/** "Rapporteur's form / Session 3   Page 2 of 3" */
const NUMBERED_HEAD = /^(?!.*[.!?]\s).{0,110}\b(?:page|p\.)\s?\d{1,4}\s?(?:of|\/)\s?\d{1,4}\s*$|^page\s?\d{1,4}\s?(?:of|\/)\s?\d{1,4}\b.{0,90}$/i;
/** What a web page puts around its text: menus, paths, buttons, notices. */
const WEB = /^(?:skip to (?:main )?content|(?:home|start)\s?[>»/]\s?.*|share(?::.{0,60}| this(?: (?:page|article|post|story))?| on \p{L}{1,20})|(?:this|our) (?:web)?site uses cookies.*|(?:accept|reject)(?: all)?(?: cookies)?(?:\s?\|.*)?|(?:©|copyright\b|\(c\)).{0,100}|(?:all|some) rights reserved\.?|(?:read|learn) more|back to top|print(?: this page)?|subscribe|unsubscribe|menu|search|log ?in|\[(?:image|photo|logo)\b.*\])$/iu;
const MENU = /^[^.!?|]{1,30}(?:\s+\|\s+[^.!?|]{1,30}){3,}$/;
/** "A/CONF.189/12", "ECA/EGM/2012/7": the symbol of a document at the head of its pages; "/..." at their foot. */
const SYMBOL = /^(?:\p{Lu}{1,6}(?:\/[\p{Lu}\d][\p{Lu}\d.-]*){2,}|\/?\s?(?:\.{3}|…)\s?\/?|page\s\d{1,4})$/u;
const RUNNING_HEAD_LENGTH = 120;

const isPageNumber = ({ text, marker }: Draft): boolean => PAGE_NUMBER.test(marker ? `${marker.text} ${text}` : text);
const isContact = ({ text }: Draft): boolean => ADDRESS.test(text) || SOCIAL_LINE.test(text) || CONTACT_LINE.test(text);

/** The lines that stand at the top or bottom of at least three pages, page numbers in them aside. */
function runningHeads(drafts: readonly Draft[]): Set<Draft> {
  const pages = [...Map.groupBy(drafts, ({ page }) => page).values()];
  const edges = pages.flatMap((page) => [...new Set([...page.slice(0, 2), ...page.slice(-2)])]).filter(({ text, kind }) => kind !== 'cell' && text.length <= RUNNING_HEAD_LENGTH && !endsSentence(text));
  const alike = Map.groupBy(edges, ({ text }) => text.replace(/\d+/g, '#').toLowerCase());
  return new Set([...alike.values()].flatMap((same) => (new Set(same.map(({ page }) => page)).size >= 3 ? same : [])));
}

/** Marks as furniture what is furniture. A year or a number in a list or table stays. */
export function markFurniture(drafts: readonly Draft[]): void {
  const heads = runningHeads(drafts);
  const edges = new Set([...Map.groupBy(drafts, ({ page }) => page).values()].flatMap((page) => [page[0], page.at(-1)]));
  for (const draft of drafts) {
    if (draft.kind === 'cell' || draft.kind === 'footnote') continue;
    const number = (draft.alone || edges.has(draft)) && !draft.explicit && isPageNumber(draft) && !/^\d{4}$/.test(draft.text);
    if (heads.has(draft) || number || isContact(draft) || (draft.opens && NUMBERED_HEAD.test(draft.text)) || WEB.test(draft.text) || MENU.test(draft.text) || SYMBOL.test(draft.text)) Object.assign(draft, { kind: 'furniture', level: 0 });
  }
}
