/** Jest runs TypeScript as ES modules through swc; one MongoDB and one Redis serve the whole run (see test/setup). */
export default {
  testMatch: ['<rootDir>/(gateway|services|packages|infra|test)/**/*.test.ts'],
  modulePathIgnorePatterns: ['/\\.data/', '/\\.cache/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' }, module: { type: 'es6' } },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!@salesgraph/)'],
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/setup/global-setup.mjs',
  globalTeardown: '<rootDir>/test/setup/global-teardown.mjs',
  testTimeout: 30_000,
};
