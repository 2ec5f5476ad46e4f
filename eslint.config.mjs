import nextVitals from 'eslint-config-next/core-web-vitals';
import playwright from 'eslint-plugin-playwright';
import tseslint from 'typescript-eslint';

const config = [
  {
    ignores: [
      '.next/**',
      'dist/**',
      'node_modules/**',
      '.data/**',
      'test-results/**',
      'playwright-report/**',
      'next-env.d.ts',
      '**/*.cjs',
    ],
  },
  ...nextVitals,
  ...tseslint.configs.strict.map((c) => ({ ...c, files: ['**/*.{ts,tsx,mts}'] })),
  {
    files: ['**/*.{ts,tsx,mts}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // One reader of the environment: configuration is parsed once, at the door.
    files: ['app/**', 'components/**', 'lib/**', 'server/**', 'proxy.ts'],
    ignores: ['lib/config/**', '**/*.test.*', 'lib/testing/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'read lib/config/env instead' },
      ],
    },
  },
  {
    // Every sentence comes from the catalogue (docs/words.md): only a mark between two of them may stand for itself.
    files: ['app/**/*.tsx', 'components/**/*.tsx'],
    ignores: ['**/*.test.tsx'],
    rules: {
      'react/jsx-no-literals': ['error', { allowedStrings: ['·', '••••', ',', '.', ':'] }],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'JSXAttribute[name.name=/^(aria-label|aria-description|alt|title|placeholder|label)$/] > Literal[value=/\\p{L}{2}/u]',
          message: 'what is read aloud or shown comes from the catalogue',
        },
        {
          selector:
            'JSXElement > JSXExpressionContainer Literal[value=/^[A-Z]\\w+ \\w+/]:not(JSXAttribute *)',
          message: 'a sentence comes from the catalogue',
        },
      ],
    },
  },
  {
    // The sandbox renders with hono/jsx, which is not React.
    files: ['sandbox/**'],
    rules: {
      '@next/next/no-img-element': 'off',
      '@next/next/no-css-tags': 'off',
      '@next/next/no-html-link-for-pages': 'off',
      'react/no-unknown-property': 'off',
      'react/jsx-key': 'off',
      '@next/next/no-head-element': 'off',
    },
  },
  { ...playwright.configs['flat/recommended'], files: ['e2e/**/*.ts'] },
  {
    files: ['e2e/**/*.ts'],
    rules: {
      'playwright/no-wait-for-timeout': 'error',
      'playwright/expect-expect': 'off',
      'react-hooks/rules-of-hooks': 'off',
    },
  },
];
export default config;
