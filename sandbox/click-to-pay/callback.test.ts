import { describe, expect, it } from 'vitest';
import { callbackAddress, formActionSource } from './callback';

const RECEIPT = 'MCC-STL-04FB7337-2308-4312-9433-C608BC1C391B';
const approved = { receipt: RECEIPT, values: ['APPROVED|DWSPMC000000000132d72d4fcb2f4136a053'] };

describe('the address of the results', () => {
  it('equals the seed page’s sample to the byte', () => {
    expect(callbackAddress('https://partnerbank.com/tokenization-results', [approved])).toBe(
      'https://partnerbank.com/tokenization-results?results%5BMCC-STL-04FB7337-2308-4312-9433-C608BC1C391B%5D=APPROVED%7CDWSPMC000000000132d72d4fcb2f4136a053',
    );
  });

  it.each([
    ['https://b.example/r?state=a%20b', `https://b.example/r?state=a%20b&results%5B${RECEIPT}%5D=CANCELLED`],
    ['https://b.example/r?', `https://b.example/r?results%5B${RECEIPT}%5D=CANCELLED`],
    ['https://b.example/r#part', `https://b.example/r?results%5B${RECEIPT}%5D=CANCELLED#part`],
    ['pagare://deep-link', `pagare://deep-link?results%5B${RECEIPT}%5D=CANCELLED`],
  ])('keeps what %s already carries', (callback, expected) => {
    expect(callbackAddress(callback, [{ receipt: RECEIPT, values: ['CANCELLED'] }])).toBe(expected);
  });

  it('has one pair per receipt, two for a result that is reported twice, none for a receipt without one', () => {
    const results = [
      { receipt: 'A-1', values: ['APPROVED|X', 'APPROVED|X'] },
      { receipt: 'B-2', values: [] },
      { receipt: 'C-3', values: ['DECLINED'] },
    ];
    expect(callbackAddress('https://b.example/r', results)).toBe(
      'https://b.example/r?results%5BA-1%5D=APPROVED%7CX&results%5BA-1%5D=APPROVED%7CX&results%5BC-3%5D=DECLINED',
    );
    expect(callbackAddress('https://b.example/r?x=1', [])).toBe('https://b.example/r?x=1');
  });

  it('names the source that a form’s answer may lead to, web or app', () => {
    expect(formActionSource('http://localhost:3000/tokenization-results?x=1')).toBe('http://localhost:3000');
    expect(formActionSource('pagare://deep-link')).toBe('pagare:');
  });
});
