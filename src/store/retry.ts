/**
 * Loaded after a failure that another try may help. It imports no values: the file it came with may have been asked for
 * under another address, and would then be there twice.
 */
import type { ErrorCode, ResourceError, ResourceKey } from '../model/resource.js';

/** Tests put others in the place of these. */
export const settings = {
  /** Requests after the first one; one of them may be a probe. */
  most: 3,
  now: (): number => Date.now(),
  random: (): number => Math.random(),
  wait: (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((done, stop) => {
      signal.throwIfAborted();
      const timer = setTimeout(done, ms);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        stop(signal.reason as Error);
      });
    }),
};

const PATIENCE = 30_000;
/** How the engines say that JSON ends too early. */
const CUT_SHORT = /end of|unterminated|\bEOF\b|\bafter\b|unclosed|Expected '?[}\]]|an empty/i;

/** Tries again, at most three times, later each time; else throws the failure, its code as exact as can be known. */
export async function retry<T>(
  attempt: () => Promise<T>,
  first: ResourceError,
  { url, timeout }: Pick<ResourceKey, 'url' | 'timeout'>,
  signal: AbortSignal,
): Promise<T> {
  signal.throwIfAborted();
  const policy = watchPolicy(url);
  let failure = first;
  let left = settings.most;
  let isAnswering = false;
  try {
    if (isSilent(first) && new URL(url).origin !== location.origin && left-- > 0) {
      isAnswering = await answers(url, timeout, signal);
    }
    for (let tries = 0; ; tries++) {
      if (policy.isBroken) throw named(failure, 'csp', `the page's policy (connect-src) forbids ${url}`);
      if (tries && isAnswering && isSilent(failure)) throw named(failure, 'cors', corsHint(url));
      const pause = pauseAfter(failure, tries);
      if (pause === undefined || left-- <= 0) throw failure;
      await settings.wait(pause, signal);
      await visible(signal);
      if (!navigator.onLine) throw named(failure, 'offline', failure.message, true);
      try {
        return await attempt();
      } catch (error) {
        failure = error as ResourceError;
      }
    }
  } finally {
    policy.stop();
  }
}

/** Milliseconds until the next try; nothing where it is of no use. */
function pauseAfter({ code, message, retryable, after }: ResourceError, tries: number): number | undefined {
  if (code === 'parse' ? tries || !CUT_SHORT.test(message) : !retryable || !/network|http/.test(code)) {
    return undefined;
  }
  const asked = /^\d+$/.test(after ?? '') ? Number(after) * 1000 : Date.parse(after ?? '') - settings.now();
  if (asked > PATIENCE) return undefined;
  // at a random moment, so that all the visitors of a page do not come back at once
  return asked >= 0 ? asked : settings.random() * 400 * 2 ** tries;
}

/** No answer at all, not even a header. */
const isSilent = ({ code, status }: ResourceError): boolean => code === 'network' && !status;

const named = (failure: ResourceError, code: ErrorCode, message: string, retryable = false): ResourceError =>
  Object.assign(failure, { code, message, retryable });

const corsHint = (url: string): string =>
  `${new URL(url).host} answers, but not to ${location.origin}: it must send Access-Control-Allow-Origin`;

/** Whether there is a server at all: the one question that a browser lets a page ask of any. */
async function answers(url: string, timeout: number, signal: AbortSignal): Promise<boolean> {
  const stop = new AbortController();
  try {
    await fetch(url, {
      mode: 'no-cors',
      credentials: 'omit',
      referrerPolicy: 'strict-origin-when-cross-origin',
      signal: AbortSignal.any([signal, stop.signal, AbortSignal.timeout(timeout)]),
    });
    return true;
  } catch {
    signal.throwIfAborted();
    await settings.wait(0, signal); // a violation is told a moment later
    return false;
  } finally {
    stop.abort();
  }
}

/** Hears of it when the page's Content Security Policy is what stops a request. */
function watchPolicy(url: string): { readonly isBroken: boolean; stop(): void } {
  let isBroken = false;
  const hear = ({ blockedURI, disposition }: SecurityPolicyViolationEvent) => {
    isBroken ||= disposition === 'enforce' && !!blockedURI && url.startsWith(blockedURI);
  };
  document.addEventListener('securitypolicyviolation', hear);
  return {
    get isBroken() {
      return isBroken;
    },
    stop: () => document.removeEventListener('securitypolicyviolation', hear),
  };
}

/** A page that nobody looks at asks for nothing. */
async function visible(signal: AbortSignal): Promise<void> {
  while (document.hidden) {
    await new Promise<void>((done, stop) => {
      document.addEventListener('visibilitychange', () => done(), { once: true, signal });
      signal.addEventListener('abort', () => stop(signal.reason as Error), { once: true });
    });
  }
  signal.throwIfAborted();
}
