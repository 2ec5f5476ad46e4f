import { join } from 'node:path';
import PDFDocument from 'pdfkit';

/** What the file says, in the reader's words; `text` as it was agreed. */
export interface ConsentDocument {
  /** BCP 47, for a reader that speaks. */
  language: string;
  title: string;
  lead: string;
  lines: { label: string; value: string }[];
  textTitle: string;
  text: string;
  madeBy: string;
}

/** The portal's typeface as whole files; the ones for browsers are compressed in a way that a PDF cannot embed. */
const fontFile = (name: string) =>
  join(process.cwd(), 'node_modules', '@expo-google-fonts', 'geologica', `${name}.ttf`);
const REGULAR = () => fontFile('400Regular/Geologica_400Regular');
const STRONG = () => fontFile('600SemiBold/Geologica_600SemiBold');
const MARGIN = 56;
const INK = '#14242b';
const QUIET = '#4a5a61';

/**
 * A consent record as one PDF file on A4, tagged, so that a screen reader finds heading, list and paragraphs (PDF/UA's structure).
 * @throws when a font file is missing from the installation
 */
export async function consentPdf(words: ConsentDocument): Promise<Buffer<ArrayBuffer>> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: words.language,
    info: { Title: words.title },
  });
  const chunks: Buffer[] = [];
  const done = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  draw(pdf, words);
  pdf.end();
  await done;
  return Buffer.concat(chunks);
}

function draw(pdf: PDFKit.PDFDocument, words: ConsentDocument): void {
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const add = (tag: string, print: () => void) => root.add(pdf.struct(tag, {}, print));
  add('H1', () => pdf.font(STRONG()).fontSize(24).fillColor(INK).text(words.title));
  pdf.moveDown(0.3);
  add('P', () => pdf.font(REGULAR()).fontSize(11).fillColor(QUIET).text(words.lead));
  pdf.moveDown(1.2);
  for (const { label, value } of words.lines) {
    add('P', () => {
      pdf.font(STRONG()).fontSize(9).fillColor(QUIET).text(label);
      pdf.font(REGULAR()).fontSize(11).fillColor(INK).text(value);
    });
    pdf.moveDown(0.6);
  }
  pdf.moveDown(0.6);
  add('H2', () => pdf.font(STRONG()).fontSize(14).fillColor(INK).text(words.textTitle));
  pdf.moveDown(0.3);
  add('P', () => pdf.font(REGULAR()).fontSize(12).fillColor(INK).text(words.text, { lineGap: 3 }));
  pdf.moveDown(1.5);
  add('P', () => pdf.font(REGULAR()).fontSize(9).fillColor(QUIET).text(words.madeBy));
  root.end();
}
