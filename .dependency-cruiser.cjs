/** The import rules of docs/architecture.md. `npm run deps` fails when one is broken, and when nothing was cruised. */
const FEATURES = 'cards|enrollment|token-requestors|consent';
const TESTISH = '\\.test\\.|^lib/testing/|^e2e/';
const rule = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });
module.exports = {
  forbidden: [
    rule('no-circular', {}, { circular: true }),
    rule('no-unresolvable', { pathNot: '^scripts/' }, { couldNotResolve: true }),
    rule('lib-never-imports-ui', { path: '^lib/' }, { path: '^(app|components)/' }),
    rule(
      'components-see-only-domain-and-words',
      { path: '^components/', pathNot: TESTISH },
      { path: '^(app|lib)/', pathNot: '^lib/(domain|i18n)/' },
    ),
    rule(
      'app-reaches-data-only-through-features',
      { path: '^app/', pathNot: TESTISH },
      { path: '^lib/(db|token-connect|config)/|\\.repo\\.' },
    ),
    rule(
      'domain-is-pure',
      { path: '^lib/domain/', pathNot: TESTISH },
      { pathNot: '^lib/domain/|node_modules/zod' },
    ),
    rule(
      'token-connect-is-a-library',
      { path: '^lib/token-connect/', pathNot: TESTISH },
      { path: '^(app|components|lib)/', pathNot: '^lib/(token-connect|domain)/' },
    ),
    rule(
      'features-meet-through-repos-and-views',
      { path: `^lib/(${FEATURES})/`, pathNot: TESTISH },
      { path: `^lib/(${FEATURES})/`, pathNot: ['^lib/$1/', '\\.repo\\.|-view\\.'] },
    ),
    rule(
      'portal-never-imports-sandbox',
      { path: '^(app|components|lib|server|proxy)', pathNot: TESTISH },
      { path: '^sandbox/' },
      'tests may start the sandbox; shipped code may not',
    ),
    rule('sandbox-never-imports-portal', { path: '^sandbox/' }, { path: '^(app|components|lib|server)/' }),
    rule(
      'sandbox-shares-no-crypto-library',
      { path: '^sandbox/', pathNot: `${TESTISH}|^sandbox/examples/` },
      { path: 'node_modules/(mastercard-|node-forge|jose)' },
    ),
    rule('e2e-is-a-black-box', { path: '^e2e/' }, { path: '^(app|components|lib|server|sandbox)/' }),
    rule('no-test-code-in-production', { pathNot: `${TESTISH}|\\.config\\.` }, { path: TESTISH }),
    rule(
      'no-dev-dependencies-in-production',
      { path: '^(app|components|lib|server)/', pathNot: TESTISH },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'demo-code-only-from-demo-files',
      { path: '^(app|components|lib)/', pathNot: `\\.demo\\.|${TESTISH}` },
      {
        path: '\\.demo\\.',
        pathNot: '^(components/demo/tools|lib/demo/(data|recorder)|lib/i18n/pseudo)\\.demo',
      },
      'only what the #demo alias swaps',
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
