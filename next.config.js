import createNextIntlPlugin from 'next-intl/plugin';

const demo = process.env.APP_MODE === 'demo';
const withNextIntl = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  // Sentences are parsed while building: a browser gets the part that fills them in, not the parser of ICU messages.
  experimental: { messages: { path: './messages', format: 'json', locales: 'infer', precompile: true } },
});

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // The server packs what it sends, better (server/packing.ts).
  compress: false,
  typedRoutes: true,
  reactStrictMode: true,
  // The mode is a build input (docs/adr/0002): `*.demo.tsx` pages and routes do not exist in a production build.
  pageExtensions: demo ? ['demo.tsx', 'demo.ts', 'tsx', 'ts'] : ['tsx', 'ts'],
  serverExternalPackages: [
    '@electric-sql/pglite',
    '@node-rs/argon2',
    'mastercard-client-encryption',
    'mastercard-oauth1-signer',
    'node-forge',
    'pg',
    'pdfkit',
    'pino',
  ],
  images: { unoptimized: true },
  // Every browser gets its title with the page, in one piece: one that streams in later leaves a moment without any (WCAG 2.4.2).
  htmlLimitedBots: /.*/,
  // A page that was fetched ahead (components/ui/next-step-link.tsx) is somebody's own and changes: the shortest time that Next allows.
  experimental: { staleTimes: { static: 30 } },
  devIndicators: false,
  // `npm run types` checks the whole repository, tests included; a first start need not do it again.
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    root: import.meta.dirname,
    // Components that exist in the demo only are swapped for an empty one in production, so their code is not shipped.
    resolveAlias: demo
      ? {
          '#demo/tools': './components/demo/tools.demo.tsx',
          '#demo/data': './lib/demo/data.demo.ts',
          '#demo/recorder': './lib/demo/recorder.demo.ts',
          '#demo/pseudo': './lib/i18n/pseudo.demo.ts',
        }
      : {
          '#demo/tools': './components/demo/no-tools.tsx',
          '#demo/data': './lib/demo/no-data.ts',
          '#demo/recorder': './lib/demo/no-recorder.ts',
          '#demo/pseudo': './lib/i18n/no-pseudo.ts',
        },
  },
};

export default withNextIntl(config);
