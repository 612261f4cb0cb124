/** Serves the browser tests through Vite, so that they see the same resolution and transforms as the build. */
import { createServer, defaultClientConditions } from 'vite';

export function viteForTests() {
  const starting = createServer({
    configFile: false,
    appType: 'custom',
    clearScreen: false,
    logLevel: 'warn',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    resolve: { conditions: ['source', ...defaultClientConditions] },
    optimizeDeps: {
      // found before the first page asks for it: a dependency found later would reload a page in the midst of its tests
      entries: ['test/**/*.test.ts', '!test/**/*.node.test.ts', 'stories/**/*.ts', '.storybook/preview.ts'],
      exclude: ['@web/test-runner-commands'],
    },
    plugins: [
      {
        name: 'test-runner-modules',
        enforce: 'pre',
        resolveId: (id) => (id.startsWith('/__web-') ? { id, external: true } : null),
      },
    ],
  });

  async function middleware(context, next) {
    // the runner's own page, modules and web socket stay with it
    if (context.path === '/' || context.path.startsWith('/__web-')) return next();
    const vite = await starting;
    await new Promise((resolve, reject) => {
      context.res.statusCode = 200;
      // the runner marks its requests; with the mark each file would be another module
      context.req.url = context.originalUrl.replace(/([?&])wtr-[^&]*/g, '$1').replace(/[?&]+$/, '');
      context.res.once('close', resolve);
      context.respond = false;
      vite.middlewares(context.req, context.res, (error) => {
        context.respond = true;
        context.res.statusCode = 404;
        if (error) reject(error);
        else resolve(next());
      });
    });
  }

  return { middleware, plugin: { name: 'vite', serverStop: async () => (await starting).close() } };
}
