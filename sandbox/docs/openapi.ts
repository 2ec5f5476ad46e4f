import { ANSWER_SCHEMAS } from './openapi-answers';
import { REQUEST_SCHEMAS } from './openapi-requests';

/** An error that an operation can answer, by status and reason code. */
export interface DocumentedError {
  readonly status: number;
  readonly reasonCode: string;
}

const errors = (status: number, ...reasonCodes: readonly string[]): readonly DocumentedError[] =>
  reasonCodes.map((reasonCode) => ({ status, reasonCode }));

const GATEWAY = [
  ...errors(400, 'INVALID_AUTH_HEADER'),
  ...errors(401, 'DECLINED'),
  ...errors(403, 'AUTHENTICATION_FAILED'),
  ...errors(405, 'METHOD_NOT_ALLOWED'),
];
const GATEWAY_POST = [
  ...GATEWAY,
  ...errors(413, 'PAYLOAD_TOO_LARGE'),
  ...errors(415, 'UNSUPPORTED_MEDIA_TYPE'),
];
const FIELDS = errors(
  200,
  'INVALID_JSON',
  'MISSING_REQUIRED_FIELD',
  'INVALID_FIELD_LENGTH',
  'INVALID_FIELD_FORMAT',
  'UNRECOGNIZED_FIELD',
);
const PUSH = [
  ...GATEWAY_POST,
  ...FIELDS,
  ...errors(200, 'INVALID_FIELD_VALUE', 'CRYPTOGRAPHY_ERROR', 'ACCOUNT_INELIGIBLE'),
  // Played by test cards.
  ...errors(200, 'AUTHORIZATION_FAILED', 'INTERNAL_SERVICE_FAILURE'),
  ...errors(429, 'RATE_LIMIT_EXCEEDED'),
  ...errors(500, 'INTERNAL_ERROR'),
  ...errors(503, 'SERVICE_UNAVAILABLE'),
  ...errors(504, 'GATEWAY_TIMEOUT'),
];

interface Operation {
  readonly id: string;
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly summary: string;
  readonly request?: keyof typeof REQUEST_SCHEMAS;
  readonly answer: keyof typeof ANSWER_SCHEMAS;
  readonly errors: readonly DocumentedError[];
  readonly deprecated?: true;
}

/** The whole API (spec 1.2). */
export const OPERATIONS: readonly Operation[] = [
  {
    id: 'getEligibleTokenRequestors',
    method: 'post',
    path: '/connect/1/0/getEligibleTokenRequestors',
    summary: 'Who takes cards of these account ranges',
    request: 'GetEligibleTokenRequestorsRequest',
    answer: 'EligibleTokenRequestors',
    errors: [...GATEWAY_POST, ...FIELDS],
  },
  {
    id: 'getAsset',
    method: 'get',
    path: '/issuer-assets/1/0/asset/tokenrequestor/{AssetId}',
    summary: 'The logo of a token requestor, PNG and SVG; it never changes',
    answer: 'Asset',
    errors: [...GATEWAY, ...errors(200, 'INVALID_ASSET_ID')],
  },
  {
    id: 'pushMultipleAccounts',
    method: 'post',
    path: '/connect/1/0/pushMultipleAccounts',
    summary: 'A push account receipt for each card, and the signed hand-over',
    request: 'PushMultipleAccountsRequest',
    answer: 'PushedAccounts',
    errors: PUSH,
  },
  {
    id: 'pushAccount',
    method: 'post',
    path: '/connect/1/0/pushAccount',
    summary: 'A push account receipt for one card, unsigned',
    request: 'PushAccountRequest',
    answer: 'PushedAccountOfOld',
    errors: PUSH,
    deprecated: true,
  },
];

const json = (schema: object) => ({ 'application/json': { schema } });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const codesOf = (list: readonly DocumentedError[], status: number): readonly string[] =>
  list.filter((error) => error.status === status).map((error) => error.reasonCode);

const HELP = {
  'Sandbox-Check': { description: 'The check that ended or explains the call.', schema: { type: 'string' } },
  'Sandbox-Explanation': { description: 'Page or JSON about this very call.', schema: { type: 'string' } },
  Link: { description: 'The paragraph of the guide, rel="help".', schema: { type: 'string' } },
};

function responses({ answer, errors: list }: Operation) {
  const gateway = [...new Set(list.map(({ status }) => status))].filter((status) => status !== 200);
  return {
    200: {
      description: `The answer, or errors: ${codesOf(list, 200).join(', ')}.`,
      headers: HELP,
      content: json({ oneOf: [ref(answer), ref('Errors')] }),
    },
    ...Object.fromEntries(
      gateway.map((status) => [
        status,
        { description: codesOf(list, status).join(', '), headers: HELP, content: json(ref('GatewayErrors')) },
      ]),
    ),
  };
}

function described(operation: Operation) {
  const { id, summary, request, deprecated } = operation;
  return {
    operationId: id,
    summary,
    ...(deprecated && { deprecated }),
    ...(operation.path.includes('{') && {
      parameters: [
        { name: 'AssetId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
      ],
    }),
    ...(request !== undefined && { requestBody: { required: true, content: json(ref(request)) } }),
    responses: responses(operation),
  };
}

/** The OpenAPI 3.1 description of Token Connect as this sandbox speaks it. */
export function openApi(origin: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Token Connect, as the sandbox speaks it',
      version: '1.0.0',
      description:
        'Written for this sandbox. The names on the wire are those of MDES Token Connect; the answers are the sandbox’s own, exact where the real ones may carry more.',
    },
    servers: [{ url: `${origin}/mdes` }],
    security: [{ oauth1: [] }],
    paths: Object.fromEntries(
      OPERATIONS.map((operation) => [operation.path, { [operation.method]: described(operation) }]),
    ),
    components: {
      schemas: { ...REQUEST_SCHEMAS, ...ANSWER_SCHEMAS },
      securitySchemes: {
        oauth1: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description:
            'OAuth 1.0a without tokens (RFC 5849), RSA-SHA256, with oauth_body_hash. OpenAPI has no scheme for it.',
        },
      },
    },
    externalDocs: {
      url: `${origin}/__sandbox/docs/token-connect`,
      description: 'Every check, and where people go wrong',
    },
  };
}
