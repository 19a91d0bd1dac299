// Talks to the service. A refusal is a problem (RFC 9457), thrown with its members.

export class Problem extends Error {
  constructor(body) {
    super(body.detail ?? body.title ?? 'The service did not answer.');
    Object.assign(this, body);
  }
}

async function ask(method, path, body, headers = {}) {
  const response = await fetch(path, {
    method,
    headers: body === undefined ? headers : { 'Content-Type': 'application/json', ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Problem({ status: response.status, ...answer });
  return answer;
}

// A key of its own for each request; a browser that retries by itself sends the same one.
const newKey = () => globalThis.crypto?.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;

export const get = path => ask('GET', path);
export const put = (path, body) => ask('PUT', path, body);
export const post = (path, body) => ask('POST', path, body);
export const command = (path, body) => ask('POST', path, body, { 'Idempotency-Key': newKey() });
