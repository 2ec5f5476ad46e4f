import { describe, expect, it } from 'vitest';
import { allowedHtml, allowedScriptUrl } from './instrumentation-client';

describe('the default policy of Trusted Types', () => {
  it.each([
    '/_next/static/chunks/0wgw4rrmy2rn3.js',
    '/_next/static/chunks/turbopack-077_h~m.1.js',
    '/offline.js',
  ])('BR-03 lets a built script through, unchanged: %s', (address) => {
    expect(allowedScriptUrl(address)).toBe(address);
  });

  it.each([
    'https://evil.example/_next/static/chunks/a.js',
    '//evil.example/_next/static/chunks/a.js',
    'http://cards.bank.example/_next/static/chunks/a.js',
    'https://evil.example/offline.js',
    '/offline.js?x',
    '/_next/static/../../api/asset/a.js',
    '/_next/static/chunks/../../../api/asset/a.js',
    '/_next/static/chunks/..js',
    ' /_next/static/chunks/a.js',
    '/_next/static/chunks/a.js\n',
    '/_next/static/%2e%2e/%2e%2e/api/asset/a.js',
    '/_next/static/chunks/%2e%2e%2fa.js',
    '/_next/static/chunks/a.js?cb=x',
    '/_next/static/chunks/a.js#x',
    '/_next/static/chunks/a.css',
    '/_next/image?url=a.js',
    '/api/asset/a.js',
    'data:text/javascript,alert(1)//_next/static/a.js',
    'javascript:alert(1)',
    'blob:https://cards.bank.example/_next/static/a.js',
    String.raw`\\evil.example\_next\static\a.js`,
    '',
  ])('BR-03 lets no other address through: %s', (address) => {
    expect(allowedScriptUrl(address)).toBeNull();
  });

  it.each(['<img src=x onerror=alert(1)>', '<script>alert(1)</script>', '<script></script> ', ''])(
    'BR-03 makes no mark-up from a string: %s',
    (html) => {
      expect(allowedHtml(html)).toBeNull();
    },
  );

  it("BR-03 makes React's empty script element", () => {
    expect(allowedHtml('<script></script>')).toBe('<script></script>');
  });
});
