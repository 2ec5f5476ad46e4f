/** Headers that a repetition makes itself. */
const OWN = new Set(['content-length', 'accept-encoding', 'connection', 'host']);

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** Without what would let somebody else use it: the request's signature, and the one over the receipts (a bearer's ticket). */
function withoutSecrets(text: string): string {
  return text
    .replace(/(oauth_signature=")[^"]*/g, '$1<sign the base string with your key>')
    .replace(/(pushAccountData=[\w-]+\.[\w-]+\.)[\w-]+/g, '$1<signature>');
}

/** The request as a command to look at and to adapt: it is signed with nobody's key. */
export function curlOf(request: {
  method: string;
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string | null;
}): string {
  const headers = Object.entries(request.headers)
    .filter(([name]) => !OWN.has(name) && name !== 'cookie')
    .map(([name, value]) => `-H ${quoted(withoutSecrets(`${name}: ${value}`))}`);
  const body = request.body === null ? [] : [`--data-raw ${quoted(request.body)}`];
  const method = request.method === 'GET' ? [] : [`-X ${request.method}`];
  return [`curl ${quoted(withoutSecrets(request.url))}`, ...method, ...headers, ...body].join(' \\\n  ');
}
