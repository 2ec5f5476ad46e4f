import { createHmac, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createTlsServer } from 'node:https';
import { connect, type Server } from 'node:net';
import path from 'node:path';
import { writeFileSync } from 'node:fs';
import tls from 'node:tls';
import { makeTestKeys } from '@/lib/testing/token-connect-vectors/test-keys';
import { createServer as createSandboxServer } from '@/sandbox/listen';
import { freePort } from '@/scripts/ports.mjs';
import { productionEnvironment } from './bank-files';
import { newDatabase, startPortal, type BuiltPortal } from './portal';

/** A bank in production mode as its customers meet it: everything behind TLS, MDES and Click to Pay played by the sandbox. */
export interface LoopbackBank {
  /** Where browsers go, `https://localhost:…`. */
  origin: string;
  /** MDES and Click to Pay, another site. */
  mastercard: string;
  portal: BuiltPortal;
  /** Six digits of the newest code that the message service took, its signature checked. */
  code: () => string;
  close: () => Promise<void>;
}

interface Identity {
  key: string;
  cert: string;
}

async function listening(server: Server | ReturnType<typeof createSandboxServer>['server'], port: number) {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return async () => {
    const closed = once(server, 'close');
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
    await closed;
  };
}

/** The bank's TLS front: it opens the encryption and hands the bytes on. */
function front(identity: Identity, port: number): Server {
  return tls.createServer(identity, (socket) => {
    const inner = connect({ host: '127.0.0.1', port });
    const end = () => {
      socket.destroy();
      inner.destroy();
    };
    socket.on('error', end).on('close', end);
    inner.on('error', end).on('close', end);
    socket.pipe(inner).pipe(socket);
  });
}

/** The bank's message service: takes what is signed with the shared secret, refuses the rest (decisions 5). */
function messageService(identity: Identity, secret: string, texts: string[]) {
  return createTlsServer(identity, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const signed = `${String(request.headers['x-timestamp'])}.${body}`;
      const expected = `sha256=${createHmac('sha256', secret).update(signed).digest('hex')}`;
      if (request.headers['x-signature'] !== expected) return response.writeHead(401).end();
      texts.push((JSON.parse(body) as { text: string }).text);
      return response.writeHead(202).end();
    });
  });
}

/** Starts sandbox, message service, portal and its TLS front on free ports of the loopback interface. */
export async function startLoopbackBank(more: Record<string, string> = {}): Promise<LoopbackBank> {
  const [site, mdes, messages] = [await freePort(), await freePort(), await freePort()];
  const origin = `https://localhost:${String(site)}`;
  const mastercard = `https://127.0.0.1:${String(mdes)}`;
  const keys = makeTestKeys(undefined, { dns: ['localhost'], ip: ['127.0.0.1'] });
  const identity = { key: keys.privatePem, cert: keys.certificatePem };
  const [signing, payload, jws] = [makeTestKeys(), makeTestKeys(), makeTestKeys()];
  const environment = productionEnvironment(0, await newDatabase());
  const write = (name: string, content: string) => {
    const file = path.join(environment['DATA_DIR'] ?? '', name);
    writeFileSync(file, content, { mode: 0o600 });
    return file;
  };
  const { server: sandbox } = createSandboxServer(
    {
      origin: mastercard,
      encryptionKey: payload.privateKey,
      encryptionCertificateDer: new X509Certificate(payload.certificatePem).raw,
      jwsKey: jws.privateKey,
      jwsKeyId: 'loopback-jws',
      clients: [
        {
          consumerKey: environment['MDES_CONSUMER_KEY'] ?? '',
          publicKeyPem: signing.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
          name: 'Partner Bank',
        },
      ],
    },
    identity,
  );
  const texts: string[] = [];
  const stops = [
    await listening(sandbox, mdes),
    await listening(messageService(identity, environment['AUTH_SECRET'] ?? '', texts), messages),
  ];
  const jwk = { ...jws.publicKey.export({ format: 'jwk' }), kid: 'loopback-jws', alg: 'RS256', use: 'sig' };
  const { PORT: _free, ...given } = environment;
  const portal = await startPortal({
    ...given,
    PORTAL_ORIGIN: origin,
    MDES_BASE_URL: `${mastercard}/mdes`,
    MDES_SIGNING_KEY_FILE: write('signing-loopback.pem', signing.privatePem),
    MDES_ENCRYPTION_CERT_FILE: write('payload-loopback.pem', payload.certificatePem),
    MDES_JWS_KEYS_FILE: write('jwks-loopback.json', JSON.stringify({ keys: [jwk] })),
    TOKEN_REQUESTOR_HOSTS: new URL(mastercard).host,
    CODE_DELIVERY_URL: `https://127.0.0.1:${String(messages)}/codes`,
    NODE_EXTRA_CA_CERTS: write('tls.pem', identity.cert),
    ...more,
  });
  stops.push(await listening(front(identity, portal.port), site));
  return {
    origin,
    mastercard,
    portal,
    code: () => /\d{3} \d{3}/.exec(texts.at(-1) ?? '')?.[0] ?? '',
    close: async () => {
      await portal.stop();
      for (const stop of stops.reverse()) await stop();
    },
  };
}
