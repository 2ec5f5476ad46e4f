import { describe, expect, it } from 'vitest';
import { setEnvironment } from '@/lib/testing/portal-environment';
import { GET, HEAD } from './route';

setEnvironment();

const address = 'http://localhost:3000/tokenization-results?results[MCC-1]=APPROVED|A1';
const expectNeutral = (answer: Response) => {
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/tokenization-results/none');
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('set-cookie')).toBeNull();
};

/** No database is open and no request scope exists here: whatever looked at either would fail. */
describe('CB-08: the callback', () => {
  it('says nothing to HEAD and changes nothing', () => {
    expectNeutral(HEAD());
  });

  it.each([
    ['a prefetch', { 'sec-purpose': 'prefetch;prerender' }],
    ['an old prefetch', { purpose: 'prefetch' }],
    ['an image', { 'sec-fetch-dest': 'image' }],
    ['a frame', { 'sec-fetch-dest': 'iframe' }],
    ['a script of a page', { 'sec-fetch-dest': 'empty' }],
  ])('takes nothing from %s', async (_title, headers) => {
    expectNeutral(await GET(new Request(address, { headers })));
  });
});
