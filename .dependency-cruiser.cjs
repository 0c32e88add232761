/**
 * Who may import whom. Each rule has a violation of its own in test/architecture/violations, so that a pattern
 * that matches nothing is found at once. Paths are matched from the root of the repository.
 */

const product = '^(shared|electron|renderer)/'
const productWithoutRuntime = '^(shared|electron/(main|preload|vault)|renderer)/'
const packages = (...names) => `node_modules/(${names.join('|')})/`

const rules = [
  {
    name: 'no-circles',
    comment: 'A circle of imports has no first part to read, and its order of loading is luck.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'every-import-resolves',
    comment: 'An import that leads nowhere.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'shared-imports-itself-and-zod',
    comment:
      'The core decides purely: no files, no packages but zod (and for statistics a solver and a hash).',
    from: { path: '^shared/(?!statistics/)' },
    to: { pathNot: ['^shared/', packages('zod')] },
  },
  {
    name: 'statistics-imports-a-solver-and-a-hash',
    comment: 'Disclosure control needs an integer solver and a keyed hash, and nothing else from outside.',
    from: { path: '^shared/statistics/' },
    to: { pathNot: ['^shared/', packages('zod', 'highs', '@noble/hashes')] },
  },
  {
    name: 'solver-and-hash-only-in-statistics',
    comment: 'Whoever needs figures asks shared/statistics; nobody solves or fingerprints beside it.',
    from: { path: product, pathNot: '^shared/statistics/' },
    to: { path: packages('highs', '@noble/hashes') },
  },
  {
    name: 'screen-never-reaches-the-solver',
    comment:
      'Figures are made in the vault process; a solver in the page would be megabytes that nobody asks.',
    from: { path: '^(renderer|shared/contracts)/' },
    to: { path: '^shared/statistics/solver\\.ts$', reachable: true },
  },
  {
    name: 'kernel-knows-no-domain',
    comment: 'The kernel is what main sees of the core, so it may not carry the domain with it.',
    from: { path: '^shared/kernel/' },
    to: { path: '^shared/(?!kernel/)' },
  },
  {
    name: 'domain-knows-no-seam',
    comment: 'The contracts speak of the domain, never the other way round.',
    from: { path: '^shared/(?!contracts/)' },
    to: { path: '^shared/contracts/' },
  },
  {
    name: 'invoicing-and-casework-apart',
    comment: 'Nothing on or behind an invoice may point at a case, so the two do not know each other.',
    from: { path: '^shared/(invoicing|casework)/' },
    to: { path: '^shared/(invoicing|casework)/', pathNot: '^shared/$1/' },
  },
  {
    name: 'invoicing-never-reaches-casework',
    comment: 'Not by a detour either.',
    from: { path: '^shared/invoicing/' },
    to: { path: '^shared/casework/', reachable: true },
  },
  {
    name: 'statistics-never-reaches-casework',
    comment: 'Figures are made of counted categories; a gate that could open a case could also leak one.',
    from: { path: '^shared/statistics/' },
    to: { path: '^shared/casework/', reachable: true },
  },
  {
    name: 'electron-parts-meet-in-contracts',
    comment: 'Main, preload, the vault and the tools that start them are separate programs.',
    from: { path: '^electron/(main|preload|vault|runtime)/' },
    to: { path: '^electron/', pathNot: '^electron/$1/' },
  },
  {
    name: 'main-sees-host-and-kernel',
    comment: 'Main brokers ports and dialogs and sees no text of a case, so it has no schema for one.',
    from: { path: '^electron/main/' },
    to: {
      path: '^shared/',
      pathNot: ['^shared/kernel/', '^shared/contracts/(host|vault-port-message|vault-process)\\.ts$'],
    },
  },
  {
    name: 'preload-sees-contracts',
    comment: 'The preload is one page that hands things on.',
    from: { path: '^electron/preload/' },
    to: { pathNot: ['^electron/preload/', '^shared/contracts/', packages('electron')] },
  },
  {
    name: 'electron-only-beside-the-window',
    comment: 'The vault runs in plain Node, so that tests and its process open the same one; types are free.',
    from: { path: product, pathNot: '^electron/(main|preload)/' },
    to: { path: packages('electron'), dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'vault-sees-no-screen',
    comment: 'The vault process draws nothing.',
    from: { path: '^electron/vault/' },
    to: { path: packages('react', 'react-dom', 'react-aria-components', 'wouter', '@fontsource') },
  },
  {
    name: 'store-knows-no-domain',
    comment: 'The store keeps sealed bytes; it is small enough to be read whole and frozen once released.',
    from: { path: '^electron/vault/store/' },
    to: {
      pathNot: ['^electron/vault/store/', packages('libsodium[^/]*', '@types/libsodium[^/]*', 'zod')],
      dependencyTypesNot: ['core'],
    },
  },
  {
    name: 'sodium-only-in-store',
    comment: 'Danger has a name and a fence: cryptography is called in one folder.',
    from: { path: product, pathNot: '^electron/vault/store/' },
    to: { path: packages('libsodium[^/]*', '@types/libsodium[^/]*') },
  },
  {
    name: 'renderer-and-electron-never-meet',
    comment: 'They meet in shared/contracts, over a port and a bridge that parse both ways.',
    from: { path: '^(renderer|electron)/' },
    to: { path: '^(renderer|electron)/', pathNot: '^$1/' },
  },
  {
    name: 'screen-uses-no-node',
    comment: 'The page is sandboxed: Node does not exist there.',
    from: { path: '^renderer/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'features-never-import-each-other',
    comment: 'A feature can be read, changed and removed by itself; the application composes them.',
    from: { path: '^renderer/features/([^/]+)/' },
    to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
  },
  {
    name: 'features-use-what-is-below',
    comment: 'Features use ui, the working set, the words and the client of the documents.',
    from: { path: '^renderer/features/' },
    to: {
      path: '^renderer/',
      pathNot: '^renderer/(features|ui|working-set|locale)/|^renderer/documents/client\\.ts$',
    },
  },
  {
    name: 'ui-knows-nothing',
    comment: 'It draws. It may know what a date is, never what a case is.',
    from: { path: '^renderer/ui/' },
    to: {
      path: '^(shared|renderer)/',
      pathNot: ['^renderer/(ui|locale)/', '^shared/(kernel|calendar)/'],
    },
  },
  {
    name: 'working-set-is-below-the-screen',
    comment: 'The door to the vault does not know who is asking.',
    from: { path: '^renderer/working-set/' },
    to: { path: '^renderer/', pathNot: '^renderer/working-set/' },
  },
  {
    name: 'locale-holds-words',
    comment: 'Words depend on the slugs that they translate and on nothing that is drawn.',
    from: { path: '^renderer/locale/' },
    to: { path: '^renderer/', pathNot: '^renderer/locale/' },
  },
  {
    name: 'only-the-start-imports-app',
    comment: 'The application composes everything and is composed by nothing.',
    from: { path: '^renderer/', pathNot: '^renderer/(app/|main\\.tsx$)' },
    to: { path: '^renderer/app/' },
  },
  {
    name: 'documents-run-by-themselves',
    comment:
      'The worker that makes documents knows neither screen nor working set: it prints what it is given.',
    from: { path: '^renderer/documents/' },
    to: { path: '^renderer/', pathNot: '^renderer/(documents|locale)/' },
  },
  {
    name: 'documents-through-their-client',
    comment: 'Everything else of that folder would pull the PDF engine into the page.',
    from: { path: '^renderer/', pathNot: '^renderer/documents/' },
    to: { path: '^renderer/documents/', pathNot: '^renderer/documents/client\\.ts$' },
  },
  {
    name: 'pdf-and-spreadsheets-only-in-documents',
    comment: 'One folder writes documents, in a worker with a policy of its own.',
    from: { path: product, pathNot: '^renderer/documents/' },
    to: { path: packages('@react-pdf', 'write-excel-file') },
  },
  {
    name: 'unpacks-only-its-own-spreadsheets',
    comment:
      'The reader is asked by the client alone, which hands it nothing that was not made a moment before.',
    from: { path: '^renderer/documents/', pathNot: '^renderer/documents/(client\\.ts$|read-back/)' },
    to: { path: '^renderer/documents/read-back/' },
  },
  {
    name: 'dexie-only-in-working-set',
    comment: 'Who needs rows uses the hooks of the working set.',
    from: { path: product, pathNot: '^renderer/working-set/' },
    to: { path: packages('dexie', 'dexie-react-hooks') },
  },
  {
    name: 'nothing-imports-test',
    comment: 'What only a test needs does not ship.',
    from: { path: product },
    to: { path: '^(test|bench|demo)/' },
  },
  {
    name: 'no-network-modules',
    comment: 'There is no server and no network: nothing that could open a connection is ever loaded.',
    from: { path: product },
    to: {
      path: [
        '^(node:)?(http|https|http2|net|dgram|tls|dns|dns/promises|inspector|inspector/promises)$',
        packages('undici', 'axios', 'ws', 'node-fetch', 'got', 'ky'),
      ],
    },
  },
  {
    name: 'ships-only-declared-packages',
    comment: 'What the product needs is listed under dependencies, where its licence is looked at.',
    from: { path: productWithoutRuntime },
    to: {
      dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
      pathNot: packages('electron', '@types'),
    },
  },
]

module.exports = {
  forbidden: rules.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|demo/out|test/architecture/(violations|uncompilable|unwritable))/' },
    tsPreCompilationDeps: true,
    skipAnalysisNotInRules: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.cjs', '.mjs', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default', 'require'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
