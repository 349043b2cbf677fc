// Calls the API of the app: JSON in and out, the token that changes need, retries of what may be repeated.

// An error of the API: problem details (RFC 9457) in Spanish.
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail ?? problem.title);
    this.status = status;
    this.code = problem.code ?? '';
    this.title = problem.title ?? 'Algo falló';
    this.detail = problem.detail ?? `El servidor respondió ${status}. Inténtelo de nuevo en unos minutos.`;
    this.problem = problem;
    // Each error with its field.
    this.errors = problem.errors ?? [{ code: this.code, field: problem.field ?? null, detail: this.detail }];
  }
}

// There was no answer: the request may have succeeded all the same.
export class NoAnswer extends Error {
  constructor() {
    super('No hay conexión con el servidor.');
  }
}

const tries = [0, 800, 2500];
const pause = ms => new Promise(resolve => setTimeout(resolve, ms));
let known = null;

// Who is signed in; asked for once.
export const session = () => (known ??= call('GET', '/api/session').then(answer => answer.body));

export const forgetSession = () => (known = null);

// What is changed from one page is one trace (https://www.w3.org/TR/trace-context/): nothing in it tells who it is.
const hex = count => {
  const bytes = crypto.getRandomValues(new Uint8Array(count));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
};
const trace = hex(16);

// What an upload sends with it.
export const changeHeaders = async () => {
  const token = (await session()).antiForgery;
  const headers = { traceparent: `00-${trace}-${hex(8)}-01` };
  return token ? { ...headers, 'X-Avance-Antiforgery': token } : headers;
};

export const get = path => call('GET', path).then(answer => answer.body);

// { body, version }: the version is that of the ETag.
export const getVersioned = path => call('GET', path);

export const put = (path, body, version = null) => change('PUT', path, body, version);

export const post = (path, body, version = null) => change('POST', path, body, version);

export const remove = (path, version = null) => change('DELETE', path, null, version);

async function change(method, path, body, version) {
  for (let again = false; ; again = true) {
    const headers = await changeHeaders();
    if (version !== null) {
      headers['If-Match'] = `"${version}"`;
    }
    try {
      return await call(method, path, body, headers);
    } catch (error) {
      // A new sign-in in another window has made this window's token invalid.
      if (error.code !== 'anti-forgery' || again) {
        throw error;
      }
      forgetSession();
    }
  }
}

// Every request may be repeated: changes carry an id or a version. A lost one is tried again twice.
async function call(method, path, body = null, headers = {}) {
  for (const [index, wait] of tries.entries()) {
    await pause(wait);
    const last = index === tries.length - 1;
    try {
      return await once(method, path, body, headers);
    } catch (error) {
      const lost = error instanceof NoAnswer && navigator.onLine;
      if (last || !(lost || error.status === 503)) {
        if (path === '/api/session') {
          forgetSession();
        }
        if (error.status === 401) {
          forgetSession();
          dispatchEvent(new Event('session-ended'));
        }
        throw error;
      }
    }
  }
}

async function once(method, path, body, headers) {
  let response;
  let content;
  try {
    response = await fetch(path, {
      method,
      headers: body === null ? headers : { ...headers, 'Content-Type': 'application/json' },
      body: body === null ? null : JSON.stringify(body),
      cache: 'no-store',
      signal: AbortSignal.timeout(30_000),
    });
    content = await response.text();
  } catch {
    throw new NoAnswer();
  }
  const answer = parse(content);
  if (!response.ok) {
    throw new Refused(response.status, answer ?? {});
  }
  return { body: answer, version: Number((response.headers.get('ETag') ?? '').replaceAll('"', '')) };
}

// Sends a file as it is. Not tried again by itself: it may be large.
export async function upload(method, path, file, type = 'application/octet-stream') {
  const headers = await changeHeaders();
  return settle(() => fetch(path, { method, headers: { ...headers, 'Content-Type': type }, body: file, cache: 'no-store' }));
}

// True if there is a file at that address; nothing of it is loaded.
export async function stored(path) {
  const stop = new AbortController();
  try {
    return await settle(() => fetch(path, { cache: 'no-store', signal: stop.signal }), response => response.ok);
  } catch (error) {
    if (error.status === 404) {
      return false;
    }
    throw error;
  } finally {
    stop.abort();
  }
}

async function settle(send, read = async response => parse(await response.text())) {
  let response;
  let content;
  try {
    response = await send();
    content = response.ok ? await read(response) : await response.text();
  } catch {
    throw new NoAnswer();
  }
  if (response.ok) {
    return content;
  }
  if (response.status === 401) {
    forgetSession();
    dispatchEvent(new Event('session-ended'));
  }
  throw new Refused(response.status, parse(content) ?? {});
}

export function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
