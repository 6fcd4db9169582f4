import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../loaders/reading/docx.ts';
import { readHtml } from '../../../loaders/reading/html.ts';
import { readPdf } from '../../../loaders/reading/pdf.ts';
import { normalize } from '../../../loaders/text/normalize.ts';
import { docx, pdf } from '../../fixtures/files.ts';

const blocks = (raw: string): string[] => {
  const { text, blocks: found } = normalize(raw);
  return found.map(({ kind, level, page, start, end }) => `${page === null ? '' : `p${page} `}${kind}${level > 0 ? level : ''} ${text.slice(start, end)}`);
};

describe('a web page', () => {
  it('gives headings, nested lists with their numbers, and its metadata', () => {
    const { raw, metadata } = readHtml('<html lang="en"><head><title>Call &amp; pledge</title><meta name="Author" content="Alliance"></head><body><nav>Home</nav><main><h1>Call</h1><p>We <em>urge</em> that:</p><ol type="a"><li>fees <b>end</b></li><li><p>wages rise, by</p><ul><li>law</li></ul></li></ol></main><footer>Imprint</footer></body></html>');
    expect(metadata).toEqual({ language: 'en', title: 'Call & pledge', author: 'Alliance' });
    expect(raw).toContain('a. fees **end**');
    expect(blocks(raw)).toEqual(['heading1 Call', 'paragraph We urge that:', 'item1 fees end', 'item1 wages rise, by', 'item2 law']);
  });

  it('gives tables of facts as cells and tables of layout as text', () => {
    expect(blocks(readHtml('<table><tr><th>State</th><th>Pledge</th></tr><tr><td>Kenya</td><td>Train<br>inspectors | now</td></tr></table>').raw)).toEqual(['cell State', 'cell Pledge', 'cell Kenya', 'cell Train inspectors / now']);
    expect(blocks(readHtml('<table><tr><td><h2>News</h2></td><td><ul><li>One</li></ul></td></tr></table>').raw)).toEqual(['heading1 News', 'item1 One']);
  });

  it('leaves out what a reader of the page does not see', () => {
    expect(readHtml('<p>Seen</p><p hidden>a</p><div style="display: none">b</div><script>c</script><style>d</style><!-- e --><template>f</template>').raw).toBe('Seen');
    for (const style of ['visibility: hidden', 'opacity:0', 'font-size:0px', 'position:absolute; left:-9999px']) expect(readHtml(`<p>Seen</p><p style="${style}">unseen</p>`).raw, style).toBe('Seen');
    for (const style of ['opacity:0.9', 'font-size:0.8em', 'left:-10px']) expect(readHtml(`<p style="${style}">Seen</p>`).raw, style).toBe('Seen');
  });

  it('a hundred thousand nested tags take no time worth naming', () => {
    expect(readHtml(`${'<div>'.repeat(100_000)}Deep`).raw).toBe('Deep');
  });
});

describe('a Word document', () => {
  const run = (text: string, bold = false) => `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`;
  const paragraph = (content: string, style = '') => `<w:p>${style ? `<w:pPr>${style}</w:pPr>` : ''}${content}</w:p>`;
  const numbered = (level: number) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`;

  it('gives title, headings, lists, notes and tables', async () => {
    const cells = (...texts: string[]) => `<w:tr>${texts.map((text) => `<w:tc>${paragraph(run(text, text === text.toUpperCase()))}</w:tc>`).join('')}</w:tr>`;
    const { raw, metadata } = await readDocx(
      docx(
        paragraph(run('Joint statement'), '<w:pStyle w:val="Title"/>') +
          paragraph(run('Wages'), '<w:pStyle w:val="Heading1"/>') +
          paragraph(`${run('We call on States')}<w:r><w:footnoteReference w:id="1"/></w:r>${run(' to:')}`) +
          paragraph(run('raise wages, by'), numbered(0)) +
          paragraph(run('law'), numbered(1)) +
          paragraph(run('end fees.'), numbered(0)) +
          `<w:tbl>${cells('STATE', 'PLEDGE')}${cells('Kenya', 'Train inspectors')}</w:tbl>`,
        { title: 'Statement', notes: ['Parties to the convention.'] },
      ),
    );
    expect(metadata).toEqual({ title: 'Statement', author: 'Alliance & Friends' });
    expect(blocks(raw)).toEqual(['heading1 Joint statement', 'heading2 Wages', 'paragraph We call on States¹ to:', 'item1 raise wages, by', 'item2 law', 'item1 end fees.', 'cell STATE', 'cell PLEDGE', 'cell Kenya', 'cell Train inspectors', 'footnote ¹ Parties to the convention.']);
    expect(normalize(raw).blocks.find(({ kind }) => kind === 'cell')?.cell?.header).toBe(true);
  });
});

describe('a Word document with tracked changes', () => {
  it('reads as it would with all of them accepted', async () => {
    const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const change = 'w:id="1" w:author="A" w:date="2020-01-01T00:00:00Z"';
    const { raw } = await readDocx(docx(`<w:p>${run('We urge States to ')}<w:del ${change}><w:r><w:delText>close</w:delText></w:r></w:del><w:ins ${change}>${run('open')}</w:ins>${run(' shelters')}<w:moveFrom ${change}>${run(' now')}</w:moveFrom>${run(' at night')}<w:moveTo ${change}>${run(' now')}</w:moveTo>.</w:p>`));
    expect(raw).toBe('We urge States to open shelters at night now');
  });
});

describe('a list of more items than a call has room for', () => {
  it('is read', () => {
    expect(normalize('- a b\n'.repeat(130_000)).blocks).toHaveLength(130_000);
  });
});

describe('a PDF', () => {
  const lines = (x: number, y: number, texts: readonly string[]) => texts.map((text, at) => ({ x, y: y - at * 14, text }));

  it('gives headings by size, paragraphs over pages, notes from the foot, and page numbers', async () => {
    const { raw, metadata } = await readPdf(
      pdf(
        [
          [{ x: 72, y: 700, size: 20, text: 'Annual report' }, ...lines(72, 640, ['The alliance met the ministry four times in the course of the year', 'and asked for a law on wages; it was told that the matter is with']), { x: 385, y: 631, size: 6, text: '1' }, { x: 72, y: 80, size: 8, text: '1 Minutes of the meetings.' }, { x: 300, y: 40, size: 9, text: '1' }],
          [...lines(72, 700, ['the members of parliament.']), { x: 300, y: 40, size: 9, text: '2' }],
        ],
        'Report',
      ),
    );
    expect(metadata['title']).toBe('Report');
    expect(blocks(raw)).toEqual(['p1 heading1 Annual report', 'p1 paragraph The alliance met the ministry four times in the course of the year and asked for a law on wages; it was told that the matter is with¹ the members of parliament.', 'p1 footnote ¹ Minutes of the meetings.', 'p2 furniture 2']);
  });

  it('reads two columns one after the other', async () => {
    const left = ['The left column speaks of the', 'wages in the homes of towns,', 'of the hours of work and of', 'rest, of the rooms in which', 'workers sleep, and of all of', 'the papers which agents keep', 'until the fees are paid.'];
    const right = ['The right column speaks about', 'the borders and the camps, of', 'children held there, and about', 'the way back home which is as', 'long as the way there was and', 'just as dear for families who', 'have sold their land.'];
    const { raw } = await readPdf(pdf([[...lines(72, 660, left), ...lines(330, 660, right)]]));
    expect(blocks(raw)).toEqual([`paragraph ${left.join(' ')}`, `paragraph ${right.join(' ')}`]);
  });
});
