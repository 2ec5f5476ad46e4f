import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { consentPdf, type ConsentDocument } from './consent-pdf';

const words: ConsentDocument = {
  language: 'en-GB',
  title: 'Consent record',
  lead: 'What you agreed to for slip 7K2M-94QD, word for word.',
  lines: [
    { label: 'Agreed by', value: 'Łukasz Nuñez-Öztürk' },
    { label: 'Cards', value: 'Everyday debit •••• 4242' },
  ],
  textTitle: 'The text',
  text: 'I ask Partner Bank to send the cards — and “the details” — to Click to Pay.',
  madeBy: 'Partner Bank made this copy.',
};

describe('GD-01: a consent record as a file', () => {
  it('says every word of it, with letters beyond English', async () => {
    const pdf = await getDocumentProxy(new Uint8Array(await consentPdf(words)));
    const { text, totalPages } = await extractText(pdf, { mergePages: true });
    expect(totalPages).toBe(1);
    const flat = text.replace(/\s+/g, ' ');
    for (const part of [words.title, words.lead, words.text, words.textTitle, words.madeBy])
      expect(flat).toContain(part);
    for (const { label, value } of words.lines) expect(flat).toContain(`${label} ${value}`);
  });

  it('carries its title and language, and a structure that a screen reader can walk', async () => {
    const pdf = await getDocumentProxy(new Uint8Array(await consentPdf(words)));
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: words.title, Language: 'en-GB' });
    const tree = await (await pdf.getPage(1)).getStructTree();
    const roles = JSON.stringify(tree);
    for (const role of ['Document', 'H1', 'H2', 'P']) expect(roles).toContain(`"role":"${role}"`);
  });

  it('goes on to a second page where the text is long', async () => {
    const long = { ...words, text: `${'A sentence of an agreement. '.repeat(300)}The end.` };
    const pdf = await getDocumentProxy(new Uint8Array(await consentPdf(long)));
    const { text, totalPages } = await extractText(pdf, { mergePages: true });
    expect(totalPages).toBeGreaterThan(1);
    expect(text).toContain('The end.');
  });
});
