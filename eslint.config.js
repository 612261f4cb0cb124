import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const UNSAFE = ['argument', 'assignment', 'call', 'member-access', 'return'];

export default defineConfig(
  globalIgnores([
    'dist',
    'storybook-static',
    'coverage',
    'src/i18n/locales',
    'test/fixtures',
    'integrations',
  ]),
  js.configs.recommended,
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: globals.node } },
  { files: ['{demo,bench}/**/*.{js,mjs}'], languageOptions: { globals: globals.browser } },
  {
    files: ['**/*.ts'],
    extends: [
      tseslint.configs.recommendedTypeChecked,
      lit['flat/recommended'],
      wc['flat/recommended'],
      wc['flat/best-practice'],
    ],
    plugins: { 'lit-a11y': litA11y },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: { wc: { elementBaseClasses: ['IomElement', 'ResourceElement', 'LitElement'] } },
    rules: {
      ...litA11y.configs.recommended.rules,
      'lit-a11y/no-redundant-role': 'off', // Safari takes a list without bullets for no list, but for its role
      '@typescript-eslint/unbound-method': 'off', // it takes the functions of a plain object for methods of a class
      '@typescript-eslint/no-base-to-string': 'off', // String(unknown) is how foreign documents are read
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  // a widget's own constructor, which the browser calls, has none; it tells the base class what it shows
  { files: ['src/elements/base/*.ts'], rules: { 'wc/no-constructor-params': 'off' } },
  {
    files: ['{test,stories}/**/*.ts'],
    // tests read JSON files and shadow trees whose types nobody knows
    extends: [
      { rules: Object.fromEntries(UNSAFE.map((what) => [`@typescript-eslint/no-unsafe-${what}`, 'off'])) },
    ],
    rules: {
      // the accessibility assertion types every chain of chai as a promise, and node:test types each test as one
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
    },
  },
);
