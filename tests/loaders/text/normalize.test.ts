import { describe, expect, it } from 'vitest';
import { normalize, type Block } from '../../../loaders/text/normalize.ts';

const blocks = (raw: string): string[] => {
  const { text, blocks: found } = normalize(raw);
  return found.map(({ kind, level, marker, start, end }: Block) => [kind, ...(level > 0 ? [level] : []), ...(marker ? [marker] : []), text.slice(start, end)].join(' '));
};
const words = (raw: string): string => normalize(raw).text;

describe('characters', () => {
  it('apostrophes that scanning doubled become one', () => {
    expect(words("Migrant women'’s unions met.")).toBe('Migrant women’s unions met.');
  });

  it('soft hyphens, zero-width marks and composed accents leave plain letters', () => {
    expect(words('Recruit\u00ADment fees in Co\u0302te d’Ivoire\u200B end.')).toBe('Recruitment fees in Côte d’Ivoire end.');
  });

  it('a half surrogate becomes a replacement character instead of a broken string', () => {
    expect(words('Women \uD83D lead.').isWellFormed()).toBe(true);
  });
});

describe('marks', () => {
  it('emphasis, links, raised note numbers and escapes leave their words', () => {
    expect(words('The *Nairobi* **Pledge** and [the guide](http://example.org/a_(b) "title") of the <b>Alliance</b>.<sup>3</sup> It costs 5\\* and A&amp;B.')).toBe('The Nairobi Pledge and the guide of the Alliance.³ It costs 5* and A&B.');
  });

  it('an address in angle brackets stays and brackets go', () => {
    expect(words('See <https://example.org/pledges> for all.')).toBe('See https://example.org/pledges for all.');
  });

  it('a form’s underlined blanks and a word with an underscore are no emphasis', () => {
    expect(words('Name ______ of file my_own_file here')).toBe('Name ______ of file my_own_file here');
  });
});

describe('lines and paragraphs', () => {
  it('hard-wrapped lines are one paragraph, and a word cut at the line end is whole again', () => {
    expect(blocks('The union asks that recruitment fees be paid by employers and that inspec-\ntors visit the homes in which domestic workers live, with their agreement.')).toEqual(['paragraph The union asks that recruitment fees be paid by employers and that inspectors visit the homes in which domestic workers live, with their agreement.']);
  });

  it('a compound keeps its hyphen at the line end', () => {
    expect(words('The coalition calls for gender-\nresponsive policies and non-\ndiscrimination.')).toBe('The coalition calls for gender-responsive policies and non-discrimination.');
  });

  it('a sentence cut by a page break goes on, and the page number between is left out', () => {
    expect(blocks('States must give every worker access to\n\n12\n\f\n\ncourts and unions.')).toEqual(['paragraph States must give every worker access to courts and unions.']);
  });

  it('a sentence that breaks off on an article goes on even before a capital', () => {
    expect(blocks('The unions have met their partners each year, and as members of the\n\nAlliance for Fair Recruitment they report.')).toEqual(['paragraph The unions have met their partners each year, and as members of the Alliance for Fair Recruitment they report.']);
  });

  it('short lines under one another stay apart: an address is no sentence', () => {
    expect(blocks('Division for Migration\nMinistry of Labour\nNairobi, 3 March 2024')).toEqual(['heading 1 Division for Migration', 'heading 1 Ministry of Labour', 'paragraph Nairobi, 3 March 2024']);
  });

  it('the lines of a head stay apart without air between them, a title over two lines excepted', () => {
    expect(blocks('Statement of the Quay Cooks Union\nto the Review Meeting on Fair Wages at Sea\nLima, Peru, 3-4 March 2024\nDelivered by Ms. Ana Cruz\n\nMadam Chair,\n\nThe union thanks the host city for the room and for the coffee that it gave us.')).toEqual(['heading 1 Statement of the Quay Cooks Union to the Review Meeting on Fair Wages at Sea', 'paragraph Lima, Peru, 3-4 March 2024', 'paragraph Delivered by Ms. Ana Cruz', 'paragraph Madam Chair,', 'paragraph The union thanks the host city for the room and for the coffee that it gave us.']);
  });

  it('two columns at the head of a form are lines of their own, a label keeps its value', () => {
    expect(blocks('NOTES OF THE DAY                Table 4\nModerator:          Quay Cooks Union\n\nThe table spoke at length about wages, and about who should pay them in the end.').slice(0, 3)).toEqual(['heading 1 NOTES OF THE DAY', 'heading 1 Table 4', 'paragraph Moderator: Quay Cooks Union']);
  });

  it('the clauses of a preamble are paragraphs, and so is the word that they lead to', () => {
    expect(blocks('We, the cooks of this harbour,\n\nRecalling the promises that were made to us in Lima,\n\nDeeply troubled by the number of unpaid wages,\n\ndemand:\n\n1. Bread;\n2. Butter.')).toEqual(['paragraph We, the cooks of this harbour,', 'paragraph Recalling the promises that were made to us in Lima,', 'paragraph Deeply troubled by the number of unpaid wages,', 'paragraph demand:', 'item 1 1. Bread;', 'item 1 2. Butter.']);
  });

  it('quotations under one another are told apart', () => {
    expect(blocks('"They paid me in fish." (cook, Lima)\n"Nobody asked us." (cook, Dakar)')).toHaveLength(2);
  });

  it('a footnote at the foot of a page waits for the end of the sentence that the page cut', () => {
    expect(blocks('The union asks for a law on the fees that\n\n[^1]: Act No. 5.\n\fagents charge.')).toEqual(['paragraph The union asks for a law on the fees that agents charge.', 'footnote ¹ Act No. 5.']);
  });
});

describe('headings', () => {
  it('marks, underlines, bold lines and capitals make headings, also over two lines', () => {
    expect(blocks('# Statement\n\nPosition\n--------\n\nWe met in Nairobi and agreed on this text.\n\n**What we ask**\n\nMuch.\n\nB. STEPS TAKEN DURING THE YEAR BY THE\nALLIANCE AND ITS MEMBERS\n\nWe trained inspectors in five towns.')).toEqual([
      'heading 1 Statement',
      'heading 2 Position',
      'paragraph We met in Nairobi and agreed on this text.',
      'heading 3 What we ask',
      'paragraph Much.',
      'heading 2 B. STEPS TAKEN DURING THE YEAR BY THE ALLIANCE AND ITS MEMBERS',
      'paragraph We trained inspectors in five towns.',
    ]);
  });

  it('a numbered line alone above prose is a heading; numbered lines together are items', () => {
    expect(blocks('Report of the year\n\nThe alliance met twice in the course of the year, in Lima and Dakar.\n\n1. Work with unions\n\nThe alliance supported four unions in their talks with the ministry.\n\nIt held meetings on:\n\n1. Wages\n2. Housing')).toEqual([
      'heading 1 Report of the year',
      'paragraph The alliance met twice in the course of the year, in Lima and Dakar.',
      'heading 3 1. Work with unions',
      'paragraph The alliance supported four unions in their talks with the ministry.',
      'paragraph It held meetings on:',
      'item 1 1. Wages',
      'item 1 2. Housing',
    ]);
  });

  it('a numbered theme wrapped over lines is one heading', () => {
    expect(blocks('Summary\n\nThe rapporteurs met after the sessions and wrote down what they had heard.\n\nTheme 2: Ending\nabuse at\nborders\n\nThe second group spoke about borders and about the abuse that happens there.')[2]).toBe('heading 3 Theme 2: Ending abuse at borders');
  });

  it('a bold opening that runs into its paragraph is a heading of its own', () => {
    expect(blocks('**Fair recruitment.** States have promised much and done little about fees.')).toEqual(['heading 1 Fair recruitment.', 'paragraph States have promised much and done little about fees.']);
  });

  it('a quotation alone on its line is no heading', () => {
    expect(blocks('Voices\n\nThe following was heard in the corridors of the conference centre on both days.\n\n“They kept my passport for two years” anonymous\n\nMany such voices were heard and none of them was written into the outcome.')[2]).toBe('paragraph “They kept my passport for two years” anonymous');
  });
});

describe('lists', () => {
  it('nesting follows indentation and families of markers, and returns', () => {
    expect(blocks('We ask:\n\n1. Ratify\n   (a) the convention\n   (b) the protocol, with\n       (i) its first part\n       (ii) its second part\n2. Report')).toEqual(['paragraph We ask:', 'item 1 1. Ratify', 'item 2 (a) the convention', 'item 2 (b) the protocol, with', 'item 3 (i) its first part', 'item 3 (ii) its second part', 'item 1 2. Report']);
  });

  it('bullets of another shape under an item that announces them are nested without indentation', () => {
    expect(blocks('We ask for\n• shelters\n• services, such as:\n– legal aid\n– health care\n• figures')).toEqual(['paragraph We ask for', 'item 1 • shelters', 'item 1 • services, such as:', 'item 2 – legal aid', 'item 2 – health care', 'item 1 • figures']);
  });

  it('an item runs on over a page break', () => {
    expect(blocks('- raise the wages of women who\n\n4\n\fwork in homes;\n- end fees.')).toEqual(['item 1 - raise the wages of women who work in homes;', 'item 1 - end fees.']);
  });

  it('a number at the start of a wrapped line begins no item', () => {
    expect(blocks('The committee recalled what it had said about domestic workers in article\n8. The state had not answered, although it had been asked on two occasions.')).toEqual(['paragraph The committee recalled what it had said about domestic workers in article 8. The state had not answered, although it had been asked on two occasions.']);
  });

  it('a list that lost its bullets is found by its semicolons', () => {
    expect(blocks('The delegates agreed to:\n\nShare figures every year;\n\nTrain inspectors;\n\nOpen a help line.')).toEqual(['paragraph The delegates agreed to:', 'item 1 Share figures every year;', 'item 1 Train inspectors;', 'item 1 Open a help line.']);
  });

  it('paragraphs that count themselves are the items of the sentence above, with their own lists', () => {
    expect(blocks('We met at the quay and agreed on much of what had to be agreed.\n\nWe call on owners:\n\nFirst, to pay the cooks.\n\nSecond: that contracts promise\n• bread,\n• butter.\n\nThird – to listen.\n\nFirst, nobody believed it.')).toEqual(['paragraph We met at the quay and agreed on much of what had to be agreed.', 'paragraph We call on owners:', 'item 1 First, to pay the cooks.', 'item 1 Second: that contracts promise', 'item 2 • bread,', 'item 2 • butter.', 'item 1 Third – to listen.', 'paragraph First, nobody believed it.']);
  });

  it('names under one another behind a colon are a list: who signed', () => {
    expect(blocks('The cooks ask the owners to pay them for every hour that they have worked.\n\nSigned by:\nQuay Cooks Union, Peru\nSail and Rope - Women of the Port of Dakar\nHarbour Kitchen')).toEqual(['paragraph The cooks ask the owners to pay them for every hour that they have worked.', 'paragraph Signed by:', 'item 1 Quay Cooks Union, Peru', 'item 1 Sail and Rope - Women of the Port of Dakar', 'item 1 Harbour Kitchen']);
  });

  it('a line set in less deep than the items around it labels those below it, and ends the one above', () => {
    expect(blocks('The cooks were asked for one demand each, and this is what they wrote down.\n\n   Harbour office\n      - open the kitchens at night, and tell the cooks\n        when they close\n   Ship owners\n      - pay every month')).toEqual(['paragraph The cooks were asked for one demand each, and this is what they wrote down.', 'heading 3 Harbour office', 'item 1 - open the kitchens at night, and tell the cooks when they close', 'heading 6 Ship owners', 'item 1 - pay every month']);
  });

  it('a short line right above its paragraph heads it, and letters count under it', () => {
    expect(blocks('The cooks met for two days and wrote the following text about their work.\n\nWhat we ask\nA. The owners of the ships in this harbour,\n  o  to pay every month\n  o  to keep the kitchens clean\n\nB. The harbour office is asked to look into it.')).toEqual(['paragraph The cooks met for two days and wrote the following text about their work.', 'heading 3 What we ask', 'item 1 A. The owners of the ships in this harbour,', 'item 2 o to pay every month', 'item 2 o to keep the kitchens clean', 'item 1 B. The harbour office is asked to look into it.']);
  });

  it('lettered headings and initials are told apart', () => {
    expect(blocks('The session was led by the following member of the board of the alliance\nA. Maria Delgado, who greeted all participants and opened the floor to them.')).toHaveLength(1);
  });
});

describe('tables and furniture', () => {
  it('cells are blocks with row, column and heading', () => {
    const { text, blocks: found } = normalize('| State | Pledge |\n|---|---|\n| Kenya | **Train** inspectors |');
    expect(found.map(({ cell, start, end }) => [text.slice(start, end), cell])).toEqual([
      ['State', { row: 0, column: 0, header: true }],
      ['Pledge', { row: 0, column: 1, header: true }],
      ['Kenya', { row: 1, column: 0, header: false }],
      ['Train inspectors', { row: 1, column: 1, header: false }],
    ]);
    expect(text).toBe('| State | Pledge |\n| Kenya | Train inspectors |');
  });

  it('contact lines, addresses and running heads are furniture', () => {
    const page = (n: number) => `Alliance for Fair Recruitment – Report ${n}\n\nThe alliance met in the town number ${n} and heard its members there.`;
    expect(blocks([1, 2, 3].map(page).join('\f')).filter((block) => block.startsWith('furniture'))).toHaveLength(3);
    expect(blocks('We thank all who took part in this long day.\n\nWeb: https://example.org\nTwitter: @example\nhttps://example.org/all').slice(1).every((block) => block.startsWith('furniture'))).toBe(true);
  });

  it('a running head with its page number is furniture where no page break was kept', () => {
    expect(blocks('The cooks spoke of their wages for most of the morning, and of little else.\n\nTable notes / Cooks and wages            Page 2 of 3\n\nThe owners were not in the room, and were missed.')[1]).toBe('furniture Table notes / Cooks and wages Page 2 of 3');
  });

  it('pages are counted from the form feeds', () => {
    expect(normalize('One page.\fAnother page.').blocks.map(({ page }) => page)).toEqual([1, 2]);
    expect(normalize('No pages.').blocks.map(({ page }) => page)).toEqual([null]);
  });
});
