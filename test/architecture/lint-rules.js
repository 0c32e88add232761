/**
 * The project's own lint rules: what no dependency rule or compiler setting can say. Each is a set of patterns over
 * the syntax tree (esquery selectors) in certain places, and has a violation of its own in `violations/`.
 *
 * @typedef {object} LintRule
 * @property {string} name
 * @property {string} because what the rule is for; shown where it is broken
 * @property {string[]} files where it holds
 * @property {string[]} [except]
 * @property {string[]} selectors
 */

const product = ['shared/**/*.ts', 'electron/{main,preload,vault}/**/*.ts', 'renderer/**/*.{ts,tsx}']
const productAndTools = [...product, 'electron/runtime/**/*.ts']

/** Types that are permits: having a value of one means that a check was passed. */
const permits = 'ProtectedReport|ProtectedTable'
/** Any letter, unless all that is said is the name of the program. */
const letter = '/^(?!\\s*Luwte\\s*$)[^]*\\p{L}/u'

/** Two of the commonest Dutch words, neither of which is an English word of note. */
const dutch =
  '/\\b(de|het|een|niet|geen|je|jij|jouw|uw|voor|naar|wordt|worden|zijn|deze|dit|nog|maar|ook|bij|uit|heeft|kan|moet)\\b[^]*\\s(de|het|een|niet|geen|je|jij|jouw|uw|voor|naar|wordt|worden|zijn|deze|dit|nog|maar|ook|bij|uit|heeft|kan|moet)\\b/i'

/** Attributes of elements and components whose value is read by a person. */
const spoken =
  '/^(label|title|description|placeholder|alt|heading|text|message|hint|caption|legend|errorMessage|aria-label|aria-description|aria-valuetext|aria-roledescription|aria-placeholder|aria-braillelabel)$/'

/** @type {LintRule[]} */
export const lintRules = [
  {
    name: 'core-has-no-clock',
    because: 'The core takes `today` as an argument: it has no clock of its own.',
    files: ['shared/**/*.ts'],
    selectors: [
      "MemberExpression[object.name='Date'][property.name='now']",
      "NewExpression[callee.name='Date'][arguments.length=0]",
      "CallExpression[callee.name='Date']",
      "MemberExpression[object.name='performance']",
      "MemberExpression[object.name='Temporal'][property.name='Now']",
      'CallExpression[callee.name=/^(setTimeout|setInterval|setImmediate|queueMicrotask)$/]',
    ],
  },
  {
    name: 'core-has-no-dice',
    because: 'The core takes what was drawn as an argument: the same input gives the same answer, always.',
    files: ['shared/**/*.ts'],
    selectors: [
      "MemberExpression[object.name='Math'][property.name='random']",
      "MemberExpression[object.name='crypto']",
      'MemberExpression[property.name=/^(randomUUID|getRandomValues|randomBytes)$/]',
    ],
  },
  {
    name: 'core-touches-no-world',
    because: 'The core has no files, network, screen or process: values come in and values go out.',
    files: ['shared/**/*.ts'],
    selectors: [
      'MemberExpression[object.name=/^(process|window|document|navigator|localStorage|sessionStorage|indexedDB)$/]',
      "Identifier[name='globalThis']",
      "CallExpression[callee.name='require']",
    ],
  },
  {
    name: 'no-network-calls',
    because: 'Luwte never goes out: nothing in it can start a request.',
    files: productAndTools,
    selectors: [
      "CallExpression[callee.name='fetch']",
      'MemberExpression[property.name=/^(fetch|sendBeacon|serviceWorker)$/]',
      'NewExpression[callee.name=/^(XMLHttpRequest|WebSocket|WebSocketStream|EventSource|WebTransport|RTCPeerConnection|SharedWorker)$/]',
      "CallExpression[callee.name='importScripts']",
      "ImportDeclaration[source.value='electron'] > ImportSpecifier[imported.name=/^(net|autoUpdater|crashReporter)$/]",
    ],
  },
  {
    name: 'nothing-opens-outside',
    because: 'No link, folder or program is opened outside Luwte.',
    files: productAndTools,
    selectors: [
      "ImportDeclaration[source.value='electron'] > ImportSpecifier[imported.name='shell']",
      'MemberExpression[property.name=/^(openExternal|openPath|showItemInFolder)$/]',
      "CallExpression[callee.object.name='window'][callee.property.name='open']",
    ],
  },
  {
    name: 'nothing-prints-to-a-console',
    because: 'Not a word of a case reaches a log.',
    files: product,
    selectors: [
      "MemberExpression[object.name='console']",
      "MemberExpression[object.object.name='process'][object.property.name=/^(stdout|stderr)$/]",
    ],
  },
  {
    name: 'protected-figures-made-by-statistics',
    because: 'A protected report or table is a permit that only shared/statistics gives out.',
    files: product,
    except: ['shared/statistics/**'],
    selectors: [
      `CallExpression[callee.property.name='brand'] > TSTypeParameterInstantiation Literal[value=/^(${permits})$/]`,
      `:matches(TSAsExpression, TSTypeAssertion, TSSatisfiesExpression) > TSTypeReference > Identifier[name=/^(${permits})$/]`,
      `CallExpression[callee.object.name=/^(${permits}|ProtectedRow)$/][callee.property.name=/^(parse|safeParse|decode|safeDecode)$/]`,
      'ImportSpecifier[imported.name=/^(ReportContents|reportSeal)$/]',
    ],
  },
  {
    name: 'billable-time-made-by-invoicing',
    because:
      'Invoice lines are made from BillableTime, which has no room for a case; only shared/invoicing makes it.',
    files: product,
    except: ['shared/invoicing/**'],
    selectors: [
      "CallExpression[callee.property.name='brand'] > TSTypeParameterInstantiation Literal[value='BillableTime']",
      ":matches(TSAsExpression, TSTypeAssertion) > TSTypeReference > Identifier[name='BillableTime']",
      "CallExpression[callee.object.name='BillableTime'][callee.property.name=/^(parse|safeParse|decode|safeDecode)$/]",
    ],
  },
  {
    name: 'unlocked-made-by-the-gate',
    because: 'Handlers need an Unlocked; only the gate, which asks for the passphrase, makes one.',
    files: product,
    except: ['electron/vault/gate.ts'],
    selectors: ["NewExpression[callee.name='Unlocked']"],
  },
  {
    name: 'brands-are-parsed-not-claimed',
    because: 'A branded value comes from its schema; to claim one with a cast is to skip the check.',
    files: product,
    except: ['shared/calendar/**', 'shared/kernel/**'],
    selectors: [
      ':matches(TSAsExpression, TSTypeAssertion) > TSTypeReference > Identifier[name=/^(CalendarDate|Cents|Fingerprint|LrkNumber|Unlocked)$/]',
    ],
  },
  {
    name: 'words-live-in-locale',
    because: 'Every sentence that a person reads stands in renderer/locale.',
    files: ['renderer/**/*.tsx'],
    except: ['renderer/locale/**'],
    selectors: [
      `JSXText[value=${letter}]`,
      `JSXAttribute[name.name=${spoken}] > Literal[value=${letter}]`,
      `JSXAttribute[name.name=${spoken}] > JSXExpressionContainer > Literal[value=${letter}]`,
      `JSXAttribute[name.name=${spoken}] > JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=${letter}]`,
      `:matches(JSXElement, JSXFragment) > JSXExpressionContainer > Literal[value=${letter}]`,
      `:matches(JSXElement, JSXFragment) > JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=${letter}]`,
      `:matches(JSXElement, JSXFragment) > JSXExpressionContainer > ConditionalExpression > Literal[value=${letter}]`,
    ],
  },
  {
    name: 'no-dutch-outside-locale',
    because: 'The core answers slugs; the Dutch for them stands in renderer/locale.',
    files: product,
    except: ['renderer/locale/**'],
    selectors: [`Literal[value=${dutch}]`, `TemplateElement[value.raw=${dutch}]`],
  },
  {
    name: 'no-barrels',
    because: 'An import says where a thing lives; a file that only passes things on hides it.',
    files: productAndTools,
    selectors: [
      'ExportAllDeclaration',
      'Program:has(> ExportNamedDeclaration[source]):not(:has(> :not(:matches(ImportDeclaration, ExportNamedDeclaration[source], ExportAllDeclaration))))',
    ],
  },
  {
    name: 'no-markup-from-strings',
    because: 'What people type is drawn as text, never as markup or code.',
    files: product,
    selectors: [
      "JSXAttribute[name.name='dangerouslySetInnerHTML']",
      'AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
      "CallExpression[callee.property.name='insertAdjacentHTML']",
      "CallExpression[callee.property.name='executeJavaScript']:not([arguments.0.type='Literal'], [arguments.0.expressions.length=0])",
      "CallExpression[callee.name='eval']",
      "NewExpression[callee.name='Function']",
    ],
  },
  {
    name: 'nothing-kept-by-the-browser',
    because: 'What the page keeps, it keeps in the working set, which vanishes with the process.',
    files: ['renderer/**/*.{ts,tsx}'],
    except: ['renderer/working-set/**'],
    selectors: [
      'Identifier[name=/^(localStorage|sessionStorage|indexedDB|caches|cookieStore)$/]',
      "MemberExpression[object.name='document'][property.name='cookie']",
    ],
  },
  {
    name: 'port-only-in-working-set',
    because: 'The client in renderer/working-set is the only door to the vault.',
    files: ['renderer/**/*.{ts,tsx}'],
    except: ['renderer/working-set/**', 'renderer/documents/**'],
    selectors: [
      'Identifier[name=/^(MessagePort|MessageChannel|BroadcastChannel)$/]',
      'ImportSpecifier[imported.name=/^(vaultPortMessage|vaultCommands)$/]',
    ],
  },
  {
    name: 'no-skipped-tests',
    because: 'A test runs or is removed.',
    files: ['test/**/*.{ts,tsx}'],
    selectors: [
      'MemberExpression[object.name=/^(test|it|describe|suite|bench)$/][property.name=/^(skip|only|todo|fixme|fails|fail|skipIf|runIf)$/]',
      "MemberExpression[object.object.name='test'][object.property.name='describe'][property.name=/^(skip|only|fixme)$/]",
      'CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]',
    ],
  },
]

/**
 * Rules of others that the project leans on; these too have a violation each.
 *
 * @type {import('eslint').Linter.RulesRecord}
 */
export const borrowedRules = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: false },
  ],
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/ban-ts-comment': [
    'error',
    { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
  ],
  '@typescript-eslint/no-non-null-assertion': 'error',
  eqeqeq: 'error',
}

/**
 * The same, for the screen.
 *
 * @type {import('eslint').Linter.RulesRecord}
 */
export const borrowedScreenRules = {
  'react-hooks/rules-of-hooks': 'error',
  'react-hooks/exhaustive-deps': 'error',
}

/**
 * @param {LintRule} rule
 * @returns {import('eslint').Rule.RuleModule}
 */
function ruleModule({ because, selectors }) {
  return {
    meta: { type: 'problem', schema: [], messages: { broken: because } },
    create(context) {
      /** @param {import('eslint').Rule.Node} node */
      const report = (node) => context.report({ node, messageId: 'broken' })
      return Object.fromEntries(selectors.map((selector) => [selector, report]))
    },
  }
}

/** The rules above as an ESLint plugin. */
const plugin = {
  meta: { name: 'luwte' },
  rules: Object.fromEntries(lintRules.map((rule) => [rule.name, ruleModule(rule)])),
}

/**
 * One flat configuration for each rule, in the places where it holds.
 *
 * @type {import('eslint').Linter.Config[]}
 */
export const configurations = lintRules.map(({ name, files, except = [] }) => ({
  name: `luwte/${name}`,
  files,
  ignores: except,
  plugins: { luwte: plugin },
  rules: { [`luwte/${name}`]: /** @type {const} */ ('error') },
}))
