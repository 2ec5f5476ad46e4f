import type { TraceSection } from '@/lib/domain/trace.demo';
import { demoWords } from '@/lib/i18n/demo-words.demo';
import { fieldsBlock, shortened } from './explain.demo';
import { jwsSection } from './jws.demo';

/** A JWS is decoded beside it; here its beginning will do. */
const readable = ([name, value]: [string, string]): [string, string] => [
  name,
  name === 'pushAccountData' ? shortened(value) : value,
];

/** An address taken apart, with the JWS that it may carry. Relative ones are the bank's own. */
export function redirectSections(address: string): TraceSection[] {
  const t = demoWords('trace');
  const [path = '', query = ''] = address.split(/\?(.*)/s);
  const parameters = [...new URLSearchParams(query)];
  const compact = parameters.find(([name]) => name === 'pushAccountData')?.[1];
  const jws = compact === undefined ? null : jwsSection(compact, null);
  return [
    {
      id: 'redirect',
      title: t('sections.redirect'),
      blocks: [
        { kind: 'text', caption: t('captions.address'), text: path },
        ...(parameters.length > 0 ? [fieldsBlock(t('captions.parameters'), parameters.map(readable))] : []),
      ],
    },
    ...(jws === null ? [] : [jws]),
  ];
}
