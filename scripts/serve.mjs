/**
 * `npm start`: serves the demo page under a policy as strict as a ministry's, so that what works here works there.
 * PORT (default 8080, or the next free one) and HOST (default 127.0.0.1) can be set.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream';
import { fromRoot, isMain } from './paths.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.vcf': 'text/vcard; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** Folder by address, the longest address first. */
const ROOTS = { '/dist/': fromRoot('dist'), '/schemas/': fromRoot('schemas'), '/': fromRoot('demo') };

/** The file an address means, or undefined if there is none, or it lies outside its folder. */
async function locate(pathname, roots) {
  if (pathname.startsWith('//')) return undefined; // a redirect to it would lead to another host
  const prefix = Object.keys(roots)
    .sort((a, b) => b.length - a.length)
    .find((each) => pathname.startsWith(each));
  if (prefix === undefined) return undefined;
  let rest;
  try {
    rest = decodeURIComponent(pathname.slice(prefix.length));
  } catch {
    return undefined;
  }
  const folder = resolve(roots[prefix]);
  const path = resolve(folder, `.${sep}${rest}`);
  if (rest.includes('\0') || (path !== folder && !path.startsWith(folder + sep))) return undefined;
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return { path, size: found.size };
  if (!found?.isDirectory()) return undefined;
  if (!pathname.endsWith('/')) return { redirect: `${pathname}/` };
  const index = await stat(resolve(path, 'index.html')).catch(() => undefined);
  return index?.isFile() ? { path: resolve(path, 'index.html'), size: index.size } : undefined;
}

const listen = (server, port, host) =>
  new Promise((done, fail) =>
    server.once('error', fail).listen(port, host, () => done(server.off('error', fail))),
  );

/**
 * @param {object} [options]
 * @param {number} [options.port] the first port to try; 0 takes any free one
 * @param {string} [options.host]
 * @param {Record<string, string>} [options.roots] folder by the beginning of the address
 * @param {Record<string, string>} [options.headers] sent with every file; they replace those of the server
 * @returns {Promise<{url: string, port: number, close(): Promise<void>}>}
 */
export async function startServer({ port = 8080, host = '127.0.0.1', roots = ROOTS, headers = {} } = {}) {
  const server = createServer(async (request, response) => {
    const send = (status, text, extra) =>
      response.writeHead(status, { 'Content-Type': TYPES['.txt'], ...extra }).end(`${text}\n`);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return send(405, 'GET only', { Allow: 'GET, HEAD' });
    const [pathname, query] = request.url.split(/\?(.*)/s);
    const found = await locate(pathname, roots);
    if (!found) return send(404, 'Not found');
    if (found.redirect) return send(301, 'Moved', { Location: found.redirect + (query ? `?${query}` : '') });
    const type = TYPES[extname(found.path).toLowerCase()] ?? 'application/octet-stream';
    response.writeHead(200, {
      'Content-Type': type,
      'Content-Length': found.size,
      'Cache-Control': 'no-cache',
      'X-Content-Type-Options': 'nosniff',
      ...(type.startsWith('text/html') && { 'Content-Security-Policy': CONTENT_SECURITY_POLICY }),
      ...headers,
    });
    if (request.method === 'HEAD') return response.end();
    pipeline(createReadStream(found.path), response, () => {});
  });

  for (let attempt = port; ; attempt++) {
    try {
      await listen(server, attempt, host);
      break;
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || attempt >= port + 50) throw error;
    }
  }
  const taken = server.address().port;
  const close = () =>
    new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  const name = host.includes(':') ? `[${host}]` : host;
  return { url: `http://${name}:${taken}/`, port: taken, close };
}

if (isMain(import.meta)) {
  const { PORT, HOST } = process.env;
  const { url } = await startServer({ port: Number(PORT) || undefined, host: HOST || undefined });
  console.log(`The demo page is at ${url}  (Ctrl+C ends it)`);
}
