import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { runToEnd } from '@/scripts/child-process.mjs';
import { inlinePurpose, makeScriptInventory, readScriptInventory } from '@/scripts/script-inventory.mjs';
import { startPortal, type BuiltPortal } from './portal';

const root = inject('root');

describe('the inventory of scripts', () => {
  it('BR-05 is made by the build: every script it can give to a browser, with its hash and its purpose', async () => {
    const inventory = await readScriptInventory(root);
    expect(inventory).toEqual(await makeScriptInventory(root, 'production'));
    const built = readdirSync(path.join(root, '.next/static'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.js'))
      .map((name) => `/_next/static/${name}`);
    expect(built.length).toBeGreaterThan(10);
    expect(inventory.scripts.map((script) => script.path).sort()).toEqual(built.sort());
    for (const { sha384, bytes } of inventory.scripts) {
      expect(sha384).toMatch(/^sha384-[A-Za-z0-9+/]{64}$/);
      expect(bytes).toBeGreaterThan(0);
    }
    const purposes = inventory.scripts.map(({ purpose }) => purpose).join('\n');
    for (const page of ['(auth)/login/page', '[enrollmentId]/review/page', 'cards/page'])
      expect(purposes).toContain(page);
  });

  it.each([
    ['alert(1)', undefined],
    ['self.__next_f.push([1,"x"]);fetch("/x")', undefined],
    ['self.__next_f.push([1,alert(1)])', undefined],
    ['self.__next_f.push([1,"x"]);self.__next_f.push([1,"x"])', undefined],
    ['self.__next_f.push([1,"a \\"quoted\\" text"])', 'the page as data, for React'],
    ['(self.__next_f=self.__next_f||[]).push([0])', 'the page as data, for React'],
    [
      '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["static/chunks/evil.js"]});',
      undefined,
    ],
    ['$RC("B:0","S:0")', 'the place of what came later, for React'],
    ['$RX("B:1","a digest");', 'the place of what came later, for React'],
    ['$RC("B:0","S:0");fetch("/x")', undefined],
    ['$RC(alert(1))', undefined],
    ['$RV=function(){fetch("/x")};$RC("B:0","S:0")', undefined],
  ])('BR-05 an inline script is data for React, or nothing of ours: %s', async (source, purpose) => {
    expect(inlinePurpose(source, await readScriptInventory(root))).toBe(purpose);
  });
});

interface Passing {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

describe.skipIf(inject('postgresUrl') === null)('npm run tamper-check', () => {
  let portal: BuiltPortal;
  let between: Server;
  let address = '';
  /** What somebody between portal and browser does to an answer. */
  let twist: (target: string, answer: Passing) => void = () => undefined;

  beforeAll(async () => {
    portal = await startPortal();
    between = createServer((request, response) => {
      const target = request.url ?? '/';
      void portal.ask(target).then((answer) => {
        const passing = { status: answer.status, headers: { ...answer.headers }, body: answer.body };
        delete passing.headers['transfer-encoding'];
        delete passing.headers['content-length'];
        twist(target, passing);
        response.writeHead(passing.status, passing.headers).end(passing.body);
      });
    }).listen(0, '127.0.0.1');
    await once(between, 'listening');
    const bound = between.address();
    address = `http://127.0.0.1:${String(typeof bound === 'object' && bound ? bound.port : 0)}`;
  });
  afterEach(() => (twist = () => undefined));
  afterAll(async () => {
    between.close();
    await portal.stop();
  });

  const check = (...args: string[]) =>
    runToEnd(process.execPath, [path.join(root, 'scripts/tamper-check.mjs'), address, ...args], {
      cwd: root,
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'production',
        TOKEN_REQUESTOR_HOSTS: 'src.mastercard.com,sandbox.src.mastercard.com',
      },
      quiet: true,
    });

  it('BR-06 finds nothing on a portal as it was built', async () => {
    const { code, output } = await check();
    expect(output).toMatch(/^As built: 5 pages and \d\d scripts/m);
    expect(code).toBe(0);
  });

  const script =
    readdirSync(path.join(root, '.next/static/chunks')).find((name) => name.endsWith('.js')) ?? '';
  const onLogin = (change: (answer: Passing) => void) => (target: string, answer: Passing) => {
    if (target === '/login') change(answer);
  };
  const nonce = (answer: Passing) => /nonce="([^"]+)"/.exec(answer.body)?.[1] ?? '';
  const cases: [string, (target: string, answer: Passing) => void, RegExp][] = [
    [
      'one changed byte of one script',
      (target, answer) => {
        if (target.endsWith(script)) answer.body = answer.body.replace(/.$/s, ' ');
      },
      new RegExp(`chunks/${script}: other content`),
    ],
    [
      'a script that is gone',
      (target, answer) => {
        if (target.endsWith(script)) answer.status = 404;
      },
      new RegExp(`chunks/${script}: status 404`),
    ],
    [
      'a script more, with the right nonce',
      onLogin((answer) => {
        answer.body = answer.body.replace(
          '</body>',
          `<script nonce="${nonce(answer)}" src="https://evil.example/x.js"></script></body>`,
        );
      }),
      /\/login: an unlisted script: https:\/\/evil\.example\/x\.js/,
    ],
    [
      'an inline script more, with the right nonce',
      onLogin((answer) => {
        answer.body = answer.body.replace('</body>', `<script nonce="${nonce(answer)}">x()</script></body>`);
      }),
      /\/login: an unknown inline script/,
    ],
    [
      'an event handler',
      onLogin((answer) => {
        answer.body = answer.body.replace('<body', '<body onload="x()"');
      }),
      /\/login: an inline event handler/,
    ],
    [
      'a weaker policy',
      onLogin((answer) => {
        answer.headers['content-security-policy'] = String(answer.headers['content-security-policy']).replace(
          "connect-src 'self'",
          "connect-src 'self' https://evil.example",
        );
      }),
      /\/login: policy: connect-src is 'self' https:\/\/evil\.example/,
    ],
    [
      'somewhere else to send forms to',
      onLogin((answer) => {
        answer.headers['content-security-policy'] = String(answer.headers['content-security-policy']).replace(
          "form-action 'self'",
          "form-action 'self' https://evil.example",
        );
      }),
      /\/login: policy: form-action/,
    ],
    [
      'a header less',
      onLogin((answer) => {
        delete answer.headers['strict-transport-security'];
      }),
      /\/login: strict-transport-security/,
    ],
  ];

  it.each(cases)('BR-06 ends with 1 and says where: %s', async (_what, change, said) => {
    twist = change;
    const { code, output } = await check();
    expect(output).toMatch(said);
    expect(code).toBe(1);
  });

  it('BR-06 ends with 1 where there is no inventory to compare with', async () => {
    const none = path.join(root, 'dist/none.json');
    expect(existsSync(none)).toBe(false);
    const { code, output } = await check('--inventory', none);
    expect(output).toContain('There is no script inventory');
    expect(code).toBe(1);
  });
});
