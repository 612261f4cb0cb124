// ENGINES=chromium,firefox,webkit   demands these; by default those found on the machine
// FILES=test/elements/a.test.ts,…   runs only these (globs)
import { defaultReporter } from '@web/test-runner';
import { findEngines } from './scripts/browsers/engines.mjs';
import { viteForTests } from './scripts/browsers/vite.mjs';

const vite = viteForTests();

/** One line that a person or a program finds at the end of a long log. */
const totals = {
  onTestRunFinished({ sessions }) {
    const count = { passed: 0, failed: 0, skipped: 0 };
    const add = (suite) => {
      for (const test of suite?.tests ?? [])
        count[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
      suite?.suites?.forEach(add);
    };
    for (const session of sessions) {
      add(session.testResults);
      if (session.errors.length) count.failed++; // a file that did not get as far as its tests
    }
    console.log(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  },
};

export default {
  files: [...(process.env.FILES ?? 'test/**/*.test.ts').split(','), '!test/**/*.node.test.ts'],
  browsers: await findEngines(process.env.ENGINES),
  middleware: [vite.middleware],
  plugins: [vite.plugin],
  reporters: [defaultReporter(), totals],
  concurrency: 1, // several pages of one browser would take the focus from each other
  concurrentBrowsers: 3,
  testFramework: { config: { timeout: 20_000 } },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
  filterBrowserLogs: ({ args }) => !/Lit is in dev mode/.test(String(args[0])),
  coverageConfig: { include: ['src/**/*.ts'], exclude: ['src/i18n/locales/**'] },
};
