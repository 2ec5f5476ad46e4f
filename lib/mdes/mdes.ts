import { readFileSync } from 'node:fs';
import type { JSONWebKeySet } from 'jose';
import { config } from '@/lib/config/env';
import { log } from '@/lib/log/log';
import { createTokenConnectClient, type TokenConnectClient } from '@/lib/token-connect/client';
import type { ExchangeEvent } from '@/lib/token-connect/transport';
import { loadEncryptionCertificate, loadSigningKey } from '@/lib/token-connect/keys';

let client: TokenConnectClient | undefined;

/** The one client of this process, made from the configuration: the only place that knows which MDES we talk to. */
export function mdes(): TokenConnectClient {
  client ??= fromConfiguration();
  return client;
}

/** The keys with which MDES signs hand-overs, or null when none are configured. */
function mdesSignatureKeys(): JSONWebKeySet | null {
  const file = config().mdes.jwksFile;
  return file === null ? null : (JSON.parse(readFileSync(file, 'utf8')) as JSONWebKeySet);
}

function fromConfiguration(): TokenConnectClient {
  const { mdes: settings } = config();
  const certificate = loadEncryptionCertificate(settings.encryptionCertFile);
  const jwks = mdesSignatureKeys();
  return createTokenConnectClient({
    baseUrl: settings.baseUrl,
    consumerKey: settings.consumerKey,
    signingKey: loadSigningKey({
      file: settings.signingKeyFile,
      ...(settings.signingKeyPassword === null ? {} : { password: settings.signingKeyPassword }),
      ...(settings.signingKeyAlias === null ? {} : { alias: settings.signingKeyAlias }),
    }),
    encryptionCertificatePem: certificate.pem,
    ...(settings.encryptionFingerprint === null
      ? {}
      : { encryptionFingerprint: settings.encryptionFingerprint }),
    ...(jwks === null ? {} : { jwks }),
    onExchange: recordExchange,
  });
}

/** One line a call, for operators: ids, numbers and reason codes, never a body. */
function recordExchange({
  operation,
  requestId,
  status,
  durationMs,
  attempts,
  outcome,
  words,
  clockSkewSeconds,
}: ExchangeEvent): void {
  log[outcome === 'ok' ? 'info' : 'warn']('mdes.exchange', {
    operation,
    requestId,
    durationMs,
    attempts,
    outcome,
    ...(status === undefined ? {} : { status }),
    ...(words?.reasonCode === undefined ? {} : { reasonCode: words.reasonCode }),
    ...(clockSkewSeconds === undefined ? {} : { clockSkewSeconds }),
  });
}
