/**
 * What keeps somebody out, one by one, and how it looks when it is gone (QA-02). `npm run guards:mutate` takes each away in a copy
 * of the sources and runs the tests that are named: at least one of them has to fail.
 * @typedef {{ id: string, guard: string, edits: { file: string, find: string, replace: string }[], tests: string[], only?: string, built?: boolean }} Guard
 *   `find` stands exactly once in the file; `only`: a pattern for titles; `built`: proved by a production build of the copy
 */

/** @param {string} file @param {string} find @param {string} replace */
const edit = (file, find, replace) => ({ file, find, replace });

/** @type {Guard[]} */
const ACCOUNT = [
  {
    id: 'AU-03',
    guard: 'a session that was ended opens nothing',
    edits: [
      edit(
        'lib/auth/session.repo.ts',
        '.where(and(eq(sessions.idHash, idHash), isNull(sessions.endedAt)));\n  return row ?? null;',
        '.where(eq(sessions.idHash, idHash));\n  return row ?? null;',
      ),
    ],
    tests: ['lib/auth/session.test.ts'],
    only: 'AU-03',
  },
  {
    id: 'AU-04',
    guard: 'idle sessions end',
    edits: [
      edit('lib/auth/session.ts', 'tooOld || now.getTime() - row.lastActiveAt.getTime() > idleMs', 'tooOld'),
    ],
    tests: ['lib/auth/session.test.ts'],
    only: 'AU-04',
  },
  {
    id: 'AU-06',
    guard: 'five failures block the account',
    edits: [
      edit(
        'lib/auth/throttle.repo.ts',
        'return row === undefined || row.failures > limit ? null : limit - row.failures;',
        'return row === undefined ? null : Math.max(1, limit - row.failures);',
      ),
    ],
    tests: ['lib/auth/sign-in.test.ts'],
    only: 'AU-06|AU-07',
  },
  {
    id: 'AU-13',
    guard: 'a sign-in leads to paths of ours only',
    edits: [
      edit('lib/auth/next-path.ts', '(?![/\\\\])', ''),
      edit('lib/auth/next-path.ts', 'url.origin !== base ||', ''),
      edit('lib/auth/next-path.ts', 'return `${url.pathname}${url.search}`;', 'return value;'),
    ],
    tests: ['lib/auth/next-path.test.ts'],
  },
  {
    id: 'AZ-01',
    guard: 'an action asks for an open session',
    edits: [
      edit(
        'lib/auth/actor.ts',
        'const session = await openSession(jar.get(sessionCookie().name)?.value, options.activity);\n  if (session === null) return null;',
        "const open = await openSession(jar.get(sessionCookie().name)?.value, options.activity);\n  const { database } = await import('@/lib/db/client');\n  const { customers } = await import('@/lib/db/schema');\n  const [any] = await database().select().from(customers).limit(1);\n  if (any === undefined) return null;\n  const session = open ?? { idHash: '', customerId: any.id, createdAt: new Date(), lastActiveAt: new Date(), clockOffsetMs: 0, clock: () => new Date(), endsInSeconds: 60 };",
      ),
    ],
    tests: ['security/built/access.test.ts'],
    only: 'AZ-01 AU-03',
    built: true,
  },
  {
    id: 'AZ-02',
    guard: 'an enrollment is loaded for its owner only',
    edits: [
      edit(
        'lib/enrollment/enrollment.repo.ts',
        '.where(and(eq(enrollments.id, enrollmentId), eq(enrollments.customerId, customerId)));\n  return row ?',
        '.where(eq(enrollments.id, enrollmentId));\n  return row ?',
      ),
    ],
    tests: ['lib/enrollment/views.test.ts'],
    only: 'AZ-02',
  },
];

/** @type {Guard[]} */
const STEPS = [
  {
    id: 'AZ-04',
    guard: 'no push without a consent',
    edits: [
      edit(
        'lib/domain/enrollment.ts',
        "draft: { changed: 'draft', consent_given: 'consented', cancelled",
        "draft: { changed: 'draft', verified: 'pushing', consent_given: 'consented', cancelled",
      ),
    ],
    tests: ['lib/domain/enrollment.test.ts'],
  },
  {
    id: 'GD-02',
    guard: 'no consent without the tick',
    edits: [
      edit('lib/enrollment/agree.ts', "if (!agreement.agreed) throw new AppError('CONSENT_MISSING');", ''),
    ],
    tests: ['lib/enrollment/agree.test.ts'],
    only: 'GD-02',
  },
  {
    id: 'AU-11',
    guard: 'a code fits what was agreed and nothing else',
    edits: [
      edit('lib/auth/one-time-code.ts', "fits && isKeyedHash('binding', binding, challenge.binding)", 'fits'),
    ],
    tests: ['lib/enrollment/wizard.test.ts'],
    only: 'AU-11',
  },
  {
    id: 'AU-11',
    guard: 'a code lives five minutes',
    edits: [edit('lib/auth/challenge.repo.ts', 'gt(challenges.expiresAt, now),', '')],
    tests: ['lib/enrollment/wizard.test.ts'],
    only: 'AU-11',
  },
  {
    id: 'AU-12',
    guard: 'a code has five tries',
    edits: [edit('lib/auth/challenge.repo.ts', 'gt(challenges.triesLeft, 0),', '')],
    tests: ['lib/enrollment/wizard.test.ts'],
    only: 'AU-12',
  },
  {
    id: 'AU-12',
    guard: 'a code is accepted once',
    edits: [
      edit('lib/enrollment/step-up.ts', 'await closeChallenges(tx, enrollment.id, actor.clock());', ''),
    ],
    tests: ['lib/enrollment/wizard.test.ts', 'lib/enrollment/push-cards.test.ts'],
    only: 'AU-12',
  },
  {
    id: 'AZ-04',
    guard: 'an agreement alone sends nothing where the policy wants a step-up',
    edits: [
      edit(
        'lib/enrollment/accept-proof.ts',
        "proof.by === 'agreement')\n    return required",
        "proof.by === 'agreement')\n    return required && false",
      ),
    ],
    tests: ['lib/enrollment/step-up-policy.test.ts'],
    only: 'AZ-04',
  },
  {
    id: 'AU-11',
    guard: 'a consent covers exactly what goes',
    edits: [
      edit(
        'lib/enrollment/begin-push.ts',
        'consentId === null || !(await isCovered(tx, enrollment, consentId))',
        'consentId === null',
      ),
    ],
    tests: ['lib/enrollment/step-up-policy.test.ts'],
    only: 'AU-11',
  },
  {
    id: 'AU-11',
    guard: 'a passkey signs for what was agreed and nothing else',
    edits: [
      edit(
        'lib/auth/passkey-challenge.ts',
        "taken === null || !isKeyedHash('binding', binding, taken.binding)",
        'taken === null',
      ),
    ],
    tests: ['lib/enrollment/passkey-step-up.test.ts'],
    only: 'AU-11',
  },
  {
    id: 'AU-11',
    guard: 'a passkey is added only after a code',
    edits: [
      edit(
        'lib/auth/add-passkey.ts',
        "if (!(await isCodeFresh(actor, tx))) return new AppError('STEP_UP_NEEDED');",
        '',
      ),
    ],
    tests: ['lib/enrollment/passkey-step-up.test.ts'],
    only: 'AU-11',
  },
  {
    id: 'AZ-05',
    guard: 'a card is looked at again right before it goes',
    edits: [
      edit(
        'lib/enrollment/push-cards.ts',
        'if (card === undefined || ineligibility(card, now) !== null) throw',
        'if (card === undefined) throw',
      ),
    ],
    tests: ['lib/enrollment/push-cards.test.ts'],
    only: 'AZ-05',
  },
  {
    id: 'PU-04',
    guard: 'of two writers that read the same version one wins',
    edits: [edit('lib/enrollment/enrollment.repo.ts', 'eq(enrollments.version, enrollment.version),', '')],
    tests: ['lib/enrollment/enrollment.repo.test.ts'],
  },
  {
    id: 'OP-03',
    guard: 'a push and its audit entry begin together or not at all',
    edits: [
      edit(
        'lib/enrollment/begin-push.ts',
        "  await audit(tx, {\n    at: now,\n    actor: actor.customer.id,\n    sessionHash: actor.sessionHash,\n    action: 'push',",
        "  void ({\n    at: now,\n    actor: actor.customer.id,\n    sessionHash: actor.sessionHash,\n    action: 'push',",
      ),
    ],
    tests: ['lib/enrollment/push-cards.test.ts'],
    only: 'OP-03',
  },
];

/** @type {Guard[]} */
const RETURN = [
  {
    id: 'CB-01',
    guard: 'a result counts on the browser that left',
    edits: [
      edit(
        'lib/enrollment/receive-return.ts',
        'flowHash !== null && claim.flowHash === flowHash;',
        'flowHash !== undefined;',
      ),
    ],
    tests: ['lib/enrollment/receive-return.test.ts'],
    only: 'CB-01',
  },
  {
    id: 'CB-04',
    guard: 'a result counts for the owner',
    edits: [
      edit(
        'lib/enrollment/receive-return.ts',
        "if (claim.customerId !== actor.customer.id) return unmatched(arrival, flowHash, 'foreign_receipt');",
        '',
      ),
    ],
    tests: ['lib/enrollment/receive-return.test.ts'],
    only: 'CB-0',
  },
  {
    id: 'CB-14',
    guard: 'a result counts until the receipt expires',
    edits: [edit('lib/enrollment/record-return.ts', 'awaiting && overdueMs < 0', 'awaiting')],
    tests: ['lib/enrollment/receive-return.test.ts'],
    only: 'CB-14',
  },
  {
    id: 'CB-05',
    guard: 'only the exact word is a success',
    edits: [edit('lib/domain/result.ts', 'OUTCOMES.get(word)', 'OUTCOMES.get(word.trim().toUpperCase())')],
    tests: ['lib/domain/result.test.ts'],
    only: 'CB-05',
  },
];

/** @type {Guard[]} */
const WIRE = [
  {
    id: 'PU-10',
    guard: 'nobody is sent to a host that is not on the list',
    edits: [
      edit(
        'lib/token-connect/redirect.ts',
        'return ctx.allowedHosts.some((host) => normalHost(host, url.protocol) === url.host);',
        'return true;',
      ),
    ],
    tests: ['lib/token-connect/redirect.test.ts'],
  },
  {
    id: 'PU-12',
    guard: 'a signature is verified',
    edits: [
      edit(
        'lib/token-connect/signature.ts',
        "const { payload } = await compactVerify(jws, createLocalJWKSet(jwks), { algorithms: ['RS256'] });",
        "const payload = Buffer.from(jws.split('.')[1] ?? '', 'base64url');",
      ),
    ],
    tests: ['lib/token-connect/signature.test.ts'],
  },
  {
    id: 'SI-02',
    guard: 'the sandbox refuses a nonce that was used',
    edits: [edit('sandbox/token-connect/nonce-register.ts', 'if (this.seen.has(key)) return false;', '')],
    tests: ['sandbox/token-connect/verify-request.test.ts'],
  },
  {
    id: 'SI-02',
    guard: 'the sandbox compares the hash of the body',
    edits: [
      edit(
        'sandbox/token-connect/verify-request.ts',
        'if (equal && oauth.bodyHash === base64) return base64;',
        'if (!equal || equal) return base64;',
      ),
    ],
    tests: ['sandbox/token-connect/verify-request.test.ts'],
  },
  {
    id: 'PU-01',
    guard: 'a mutation from another site is refused',
    edits: [
      edit(
        'proxy.ts',
        "if (site !== null) return site === 'same-origin';",
        'if (site !== null) return true;',
      ),
    ],
    tests: ['proxy.test.ts'],
  },
  {
    id: 'PU-02',
    guard: 'what a client says about its host is overwritten',
    edits: [edit('server/entry.ts', "request.headers['x-forwarded-host'] = origin.host;", '')],
    tests: ['server/entry.test.ts'],
  },
  {
    id: 'BR-08',
    guard: 'odd methods are refused',
    edits: [
      edit(
        'server/entry.ts',
        "if (!METHODS.has(request.method ?? '')) return refuse(response, 405, { allow: 'GET, HEAD, POST' });",
        '',
      ),
    ],
    tests: ['server/entry.test.ts'],
  },
];

/** @type {Guard[]} */
const DATA = [
  {
    id: 'PD-01',
    guard: 'what is sealed opens only in its own place',
    edits: [
      edit('lib/sealing/seal.ts', '  cipher.setAAD(Buffer.from(place));\n  const header', '  const header'),
      edit('lib/sealing/seal.ts', '  decipher.setAAD(Buffer.from(place));\n', ''),
    ],
    tests: ['lib/sealing/seal.test.ts'],
  },
  {
    id: 'PD-05',
    guard: 'a card number prints as a mask',
    edits: [edit('lib/domain/pan.ts', 'return MASK + this.last4;', 'return this.#digits;')],
    tests: ['lib/domain/pan.test.ts'],
  },
  {
    id: 'PD-07',
    guard: 'no page is stored',
    edits: [
      edit(
        'proxy.ts',
        "  response.headers.set('cache-control', 'no-store');\n  return response;",
        '  return response;',
      ),
    ],
    tests: ['proxy.test.ts'],
  },
  {
    id: 'BR-01',
    guard: 'every document has a nonce of its own',
    edits: [edit('proxy.ts', "randomBytes(18).toString('base64')", "Buffer.alloc(18, 7).toString('base64')")],
    tests: ['proxy.test.ts'],
  },
  {
    id: 'AS-02',
    guard: 'the type of a logo is what its bytes say',
    edits: [
      edit(
        'lib/token-requestors/inert-image.ts',
        "|| text.includes('\\0'))\n    return null;",
        "|| text.includes('\\0'))\n    return { type: 'image/svg+xml', bytes };",
      ),
    ],
    tests: ['lib/token-requestors/inert-image.test.ts'],
  },
  {
    id: 'AU-14',
    guard: 'production refuses the secrets of a demo',
    edits: [
      edit(
        'lib/config/env-schema.ts',
        "if (raw.APP_MODE !== 'production') return [];",
        "if (raw.APP_MODE !== 'demo') return [];",
      ),
    ],
    tests: ['lib/config/env-schema.test.ts'],
  },
  {
    id: 'SI-01',
    guard: 'the demo is not in a production build',
    edits: [edit('next.config.js', 'pageExtensions: demo ? [', 'pageExtensions: process ? [')],
    tests: ['security/built/production.test.ts'],
    only: 'what a production build holds',
    built: true,
  },
];

/** @type {Guard[]} */
export const GUARDS = [...ACCOUNT, ...STEPS, ...RETURN, ...WIRE, ...DATA];
