import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Customer } from '@/lib/core-banking/core-banking';
import { collectLogLines } from '@/lib/testing/log-lines';
import { PORTAL_ENVIRONMENT, setEnvironment } from '@/lib/testing/portal-environment';
import { codeChannel, deliverCode } from './code-delivery';

const lines = collectLogLines();
const received: { headers: IncomingHttpHeaders; body: string }[] = [];
let status = 202;
let server: Server;

const customer: Customer = {
  id: 'c',
  givenName: 'Ana',
  familyName: 'Silva',
  address: null,
  country: 'PRT',
  email: 'ana.silva@example.com',
  mobile: { countryDialInCode: '351', phoneNumber: '912345678' },
  locale: 'pt_PT',
};
const message = {
  code: '012345',
  purpose: { kind: 'push', cardCount: 2, tokenRequestorName: 'Click to Pay' },
  at: new Date(),
} as const;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      response.writeHead(status, status === 302 ? { location: 'https://evil.example/' } : {}).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  setEnvironment({ CODE_DELIVERY_URL: `http://127.0.0.1:${port}/codes` });
});
afterAll(() => server.close());
beforeEach(() => {
  received.length = 0;
  status = 202;
});

describe('a one-time code', () => {
  it('leaves as one POST that is signed over its time and its very bytes', async () => {
    await deliverCode(customer, message);
    expect(received).toHaveLength(1);
    const [{ headers, body } = { headers: {}, body: '' }] = received;
    const timestamp = String(headers['x-timestamp']);
    expect(Math.abs(Date.now() / 1000 - Number(timestamp))).toBeLessThan(60);
    const expected = createHmac('sha256', PORTAL_ENVIRONMENT.AUTH_SECRET)
      .update(`${timestamp}.${body}`)
      .digest('hex');
    expect(headers['x-signature']).toBe(`sha256=${expected}`);
    expect(JSON.parse(body)).toMatchObject({ channel: 'sms', mobile: customer.mobile, locale: 'pt_PT' });
    expect((JSON.parse(body) as { text: string }).text).toMatch(/012 345/);
  });

  it.each([500, 404, 302])(
    'that the message service does not take (%s) is said, and the code is in no log line',
    async (answer) => {
      status = answer;
      await expect(deliverCode(customer, message)).rejects.toMatchObject({ code: 'CODE_NOT_DELIVERED' });
      expect(received).toHaveLength(1);
      expect(lines.join('')).toMatch(/code_delivery/);
      for (const secret of ['012345', '012 345', '912345678', 'silva'])
        expect(lines.join('')).not.toContain(secret);
    },
  );

  it('goes to the mobile, else by e-mail, and the screen shows three digits or one letter of where', () => {
    expect(codeChannel(customer)).toEqual({ kind: 'sms', hint: '678' });
    expect(codeChannel({ ...customer, mobile: null })).toEqual({ kind: 'email', hint: 'a•••@example.com' });
  });
});
