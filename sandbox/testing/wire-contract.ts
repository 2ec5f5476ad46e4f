import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { openApi, OPERATIONS } from '@/sandbox/docs/openapi';

const contract = openApi('http://127.0.0.1:4010');
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema(contract, 'contract');

const pointer = (...parts: readonly string[]): string =>
  parts.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/');

function compiled(fragment: string): ValidateFunction | undefined {
  return ajv.getSchema(`contract#/${fragment}`);
}

/** The operation of the description that a request belongs to. */
export function operationAt(method: string, pathname: string) {
  const path = pathname.replace(/^\/mdes/, '').replace(/(tokenrequestor\/)[^/]+$/, '$1{AssetId}');
  return OPERATIONS.find((operation) => operation.path === path && operation.method === method.toLowerCase());
}

/** What a request body has against the description; nothing when it fits. */
export function requestFaults(request: string, body: unknown): string | undefined {
  const validate = compiled(pointer('components', 'schemas', request));
  if (validate === undefined) throw new Error(`the description has no ${request}`);
  return validate(body) ? undefined : ajv.errorsText(validate.errors);
}

/**
 * Throws when an answer below `/mdes` is not what the description promises. Answers spoilt on purpose say so in
 * `Sandbox-Fault` and are left alone; so are paths and methods that the description does not have.
 */
export async function holdToContract(request: Request, response: Response): Promise<void> {
  const { pathname } = new URL(request.url);
  const operation = operationAt(request.method, pathname);
  if (operation === undefined || response.headers.has('sandbox-fault')) return;
  const place = pointer('paths', operation.path, operation.method, 'responses', String(response.status));
  const validate = compiled(`${place}/content/application~1json/schema`);
  if (validate === undefined)
    throw new Error(`${operation.id} answered ${response.status}, which the description does not have`);
  const body: unknown = JSON.parse(await response.text());
  if (!validate(body))
    throw new Error(
      `${operation.id} ${response.status}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(body)}`,
    );
}
