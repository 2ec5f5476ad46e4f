import { createHash } from 'node:crypto';

const base64 = (body: Uint8Array | string, algorithm = 'sha256'): string =>
  createHash(algorithm).update(body).digest('base64');

function reserialised(body: Uint8Array): string | undefined {
  try {
    return JSON.stringify(JSON.parse(new TextDecoder().decode(body)));
  } catch {
    return undefined;
  }
}

/** Guesses of what was hashed instead of the body, the likely ones first. */
function guesses(body: Uint8Array): readonly (readonly [string, string])[] {
  const text = new TextDecoder().decode(body);
  const compact = reserialised(body);
  return [
    [
      base64(''),
      'It is the hash of nothing: your client hashes before it has a body, or leaves the body out.',
    ],
    [
      base64(`${text}\n`),
      'It is the hash of the body with a line end behind it: curl -d drops line ends, --data-binary keeps them.',
    ],
    [base64(text.trimEnd()), 'It is the hash of the body without the white space at its end.'],
    ...(compact === undefined
      ? []
      : ([
          [
            base64(compact),
            'It is the hash of the same JSON without white space: something formats the body after it was hashed.',
          ],
        ] as const)),
    [base64(body, 'sha1'), 'It is SHA-1; RSA-SHA256 goes with a SHA-256 hash.'],
    [createHash('sha256').update(body).digest('hex'), 'It is written in hex; the header wants base64.'],
    [
      createHash('sha256').update(body).digest('base64url'),
      'It is base64url; the header wants plain base64.',
    ],
  ];
}

/** What a wrong `oauth_body_hash` looks like, in a sentence for the developer; nothing when it looks like nothing known. */
export function diagnoseBodyHash(received: string, body: Uint8Array): string | undefined {
  return guesses(body).find(([hash]) => hash === received)?.[1];
}
