/**
 * Arrows point down only. The order of the packages, lowest first; a package may import those before it, never a service.
 * scripts/checks/imports.ts runs these rules and proves on a small house of its own that each of them bites.
 */
const LAYERS = [
  ['calendar', 'embedded-mongo'],
  ['service-kit'],
  ['access', 'jobs', 'client'],
  ['events', 'importer'],
  ['organization-model'],
  ['runtime'],
];

const layerRules = LAYERS.slice(0, -1).map((layer, index) => ({
  name: `packages-point-down-from-${layer[0]}`,
  comment: `${layer.join(', ')} may not import a package above`,
  severity: 'error',
  from: { path: `^packages/(${layer.join('|')})/` },
  to: {
    path: `^packages/(${LAYERS.slice(index + 1)
      .flat()
      .join('|')})/`,
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: 'services-do-not-import-services',
      comment: 'What a service needs of another it receives as events or leaves to the graph',
      severity: 'error',
      from: { path: '^services/([^/]+)/' },
      to: { path: '^services/([^/]+)/', pathNot: '^services/$1/' },
    },
    {
      name: 'packages-import-no-service',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(services|gateway|infra|test|scripts)/' },
    },
    {
      name: 'services-and-gateway-import-only-packages',
      severity: 'error',
      from: { path: '^(services|gateway)/' },
      to: { path: '^(gateway|services|infra|test|scripts)/', pathNot: '^$1/' },
    },
    {
      name: 'product-code-does-not-import-testing',
      comment: 'packages/testing starts the house; only tests may use it',
      severity: 'error',
      from: { path: '^(packages|services|gateway|infra)/', pathNot: ['\\.test\\.ts$', '/test/', '^packages/testing/'] },
      to: { path: '^packages/testing/' },
    },
    {
      name: 'no-deep-imports',
      comment: 'A package is entered through its index',
      severity: 'error',
      from: { path: '^(packages/[^/]+|services/[^/]+|gateway|infra/[^/]+|test|scripts)/' },
      to: { path: '^packages/[^/]+/', pathNot: ['^$1/', '^packages/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'only-stores-touch-mongoose',
      comment: 'Rules and resolvers never see a document class; stores.ts opens the stores on a connection',
      severity: 'error',
      from: { path: '^services/[^/]+/src/', pathNot: ['\\.store\\.ts$', '/stores\\.ts$', '\\.test\\.ts$'] },
      to: { path: '(^|/)node_modules/(mongoose|mongodb)/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'imports-resolve',
      severity: 'error',
      from: { path: '^(packages|services|gateway|infra|test|scripts)/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'dependencies-are-declared',
      comment: 'What is imported stands in the package.json of the importing package',
      severity: 'error',
      from: { path: '^(packages|services|gateway|infra)/', pathNot: ['\\.test\\.ts$', '/test/'] },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    // Under TypeScript 7 the TypeScript parser sees no modules at all and says nothing.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    // The peers of the gateway's bench have packages of their own, which are installed for the bench alone.
    exclude: { path: ['^gateway/bench/peers/', '(^|/)\\.(data|cache)/', '/__generated__/', '/dist/'] },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.cjs', '.json'],
    },
  },
};
