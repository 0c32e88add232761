import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { borrowedRules, borrowedScreenRules, configurations } from './test/architecture/lint-rules.js'

export default defineConfig(
  {
    ignores: [
      '**/node_modules/',
      'out/',
      'demo/out/',
      'coverage/',
      'test-results/',
      'test/architecture/violations/',
      'test/architecture/uncompilable/',
      'test/architecture/unwritable/',
    ],
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: borrowedScreenRules,
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      ...borrowedRules,
      // A handler answers a promise whether or not it has to wait for anything.
      '@typescript-eslint/require-await': 'off',
      // It takes the minus before an amount of branded cents for a mistake.
      '@typescript-eslint/no-unsafe-unary-minus': 'off',
      // It takes a cast that widens a type on purpose for one that does nothing.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  ...configurations,
)
