import { defaultClientConditions, defineConfig } from 'vite';

// Not the library's vite.config.ts, which makes dist/. 'source': '#platform' means src/ (package.json, "imports").
export default defineConfig({
  resolve: { conditions: ['source', ...defaultClientConditions] },
});
