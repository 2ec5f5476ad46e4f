/** Stamped into every bundle by scripts/bundle.mjs: what this program was built for, whatever the environment says later. */
declare const BUILD_MODE: 'demo' | 'production';
