/** A header that is followed by a key; a program that only looks for the header has none. */
const PEM = /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----(?:\\r|\\n|\s)+[A-Za-z0-9+/=\s\\]{64}/;
/** The secret member of a JSON Web Key, with as much content as the shortest curve has. */
const JWK = /"d"\s*:\s*"[A-Za-z0-9_-]{40,}"/;

/** Kinds of private keys that a text holds. */
export function privateKeysIn(text: string): ('PEM' | 'JWK')[] {
  return [...(PEM.test(text) ? (['PEM'] as const) : []), ...(JWK.test(text) ? (['JWK'] as const) : [])];
}

/** Whether a file of this name has no place in a repository or a build: keys, key stores, environments. */
export function secretName(path: string): boolean {
  const name = path.split('/').at(-1) ?? '';
  if (name === '.env.example') return false;
  return /^\.env(\.|$)|\.(p12|pfx|jks|keystore|key|pem|der)$|^id_(rsa|ed25519)/.test(name);
}
