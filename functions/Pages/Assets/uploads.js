// Sends files one by one. Each has an id, made once and kept until there is an answer: sending it again makes no copy.
// A large one goes in parts, each a request of its own: the host holds a request in memory whole, and what has arrived
// of a file need not be sent again when the connection breaks.
import { Refused, changeHeaders, forgetSession, parse } from './api.js';
import { drop, keep, keptFor } from './filestore.js';
import { all, hashOf, partBytes, partOf } from './parts.js';

// Without a byte taken, or an answer once all are.
const stalledAfter = 90_000;
const retries = [3_000, 6_000, 12_000, 30_000];
// How often the server may still miss parts that were sent.
const rounds = 3;
// A host answers what is too large for it with a bare 500, as it does when the app has stopped meanwhile: it is too
// large if that comes so often in a row for the same content, which takes about a minute, and if the content is large.
const silentFailures = 5;
const harmlessBytes = 1024 * 1024;
// Answers to a request that arrived incomplete or too late: they say nothing about the file.
const passingStatuses = [408, 425, 429];
const passingCodes = ['upload-malformed', 'bad-request'];

// Events: changed { item }, sent { item }. States of an item: waiting, sending, lost, refused. One that was refused and is
// kept stays on this device: it may be tried again, but not by itself.
export class Uploads extends EventTarget {
  #items = [];
  #busy = false;
  #timer = null;
  #lost = 0;

  constructor(path, key, megabytes) {
    super();
    this.path = path;
    this.key = key;
    this.megabytes = megabytes;
    // A request in a lost connection would hang for minutes.
    addEventListener('offline', () => this.#items.find(item => item.state === 'sending')?.request?.abort());
    for (const event of ['online', 'session-resumed']) {
      addEventListener(event, () => this.retryAll());
    }
  }

  get items() {
    return this.#items;
  }

  // What has not arrived, and may still.
  get unsent() {
    return this.#items.filter(item => item.state !== 'refused' || item.kept).length;
  }

  // Those of them that wait for a retry by the user.
  get kept() {
    return this.#items.filter(item => item.kept).length;
  }

  // Restores what this device has kept of an earlier visit.
  async restore() {
    for (const { id, file, name } of await keptFor(this.key)) {
      this.#push(id, file, name).begun = true;
    }
    void this.#next();
  }

  add(files) {
    for (const file of files) {
      const item = this.#push(crypto.randomUUID(), file, file.name);
      if (file.size === 0) {
        this.#set(item, 'refused', 'El archivo está vacío.');
      } else if (file.size > this.megabytes * 1024 * 1024) {
        this.#set(item, 'refused', `El archivo pesa más de ${this.megabytes} MB: divídalo o comprímalo.`);
      } else {
        void keep({ id: item.id, key: this.key, file });
      }
    }
    void this.#next();
  }

  cancel(item) {
    item.canceled = true;
    item.request?.abort();
    this.#forget(item);
    void this.#next();
  }

  retry(item) {
    item.kept = false;
    this.#set(item, 'waiting');
    void this.#next();
  }

  retryAll() {
    clearTimeout(this.#timer);
    for (const item of this.#items.filter(one => one.state === 'lost')) {
      this.#set(item, 'waiting');
    }
    void this.#next();
  }

  #push(id, file, name) {
    const item = { id, file, name, size: file.size, state: 'waiting', sent: 0, begun: false, kept: false, silent: 0, hashes: [], detail: '' };
    this.#items.push(item);
    this.#emit('changed', item);
    return item;
  }

  #forget(item) {
    this.#items = this.#items.filter(one => one !== item);
    void drop(item.id);
    this.#emit('changed', item);
  }

  async #next() {
    const item = this.#items.find(one => one.state === 'waiting');
    if (this.#busy || !item) {
      return;
    }
    this.#busy = true;
    this.#set(item, 'sending');
    try {
      await this.#send(item);
      this.#lost = 0;
      this.#forget(item);
      this.#emit('sent', item);
    } catch (error) {
      this.#failed(item, error);
    } finally {
      this.#busy = false;
    }
    if (!this.#items.some(one => one.state === 'lost')) {
      void this.#next();
    }
  }

  async #send(item) {
    item.sent = 0;
    // Fails if the file is no longer as it was when it was chosen: the request would fail without a reason.
    await item.file.slice(0, 1).arrayBuffer();
    if (item.size > partBytes) {
      await this.#sendParts(item);
    } else {
      await this.#sendContent(item, 'POST', this.path, item.file, sent => this.#progress(item, sent));
    }
  }

  // Earlier attempts may have brought parts there: completing the file first tells which are missing.
  async #sendParts(item) {
    let missing = item.begun ? await this.#close(item) : all(item);
    item.begun = true;
    for (let round = 1; missing.length > 0; round++) {
      let sent = item.size - missing.reduce((sum, number) => sum + partOf(item, number).size, 0);
      for (const number of missing) {
        const part = partOf(item, number);
        await this.#sendContent(item, 'PUT', `${this.path}/parts/${number}`, part, share =>
          this.#progress(item, (sent + share * part.size) / item.size)
        );
        sent += part.size;
      }
      missing = await this.#close(item, round === rounds);
    }
  }

  // The parts that are missing; none once the file is there. It is made of the parts with these hashes and no others.
  async #close(item, isLast = false) {
    while (item.hashes.length < all(item).length) {
      item.hashes.push(await hashOf(partOf(item, item.hashes.length + 1)));
    }
    try {
      await this.#request(item, 'POST', `${this.path}/parts`, JSON.stringify({ name: item.name, size: item.size, parts: item.hashes }));
      return [];
    } catch (error) {
      if (isLast || error.code !== 'upload-parts-missing') {
        throw error;
      }
      return error.problem.missing;
    }
  }

  #progress(item, sent) {
    item.sent = sent;
    this.#emit('changed', item);
  }

  // onsent(share): how much of the content has gone, from 0 to 1.
  async #sendContent(item, method, path, content, onsent) {
    const form = new FormData();
    form.append('file', content, item.name);
    try {
      await this.#request(item, method, path, form, onsent);
      item.silent = 0;
    } catch (error) {
      item.silent = error.status === 500 && error.isEmpty && content.size > harmlessBytes ? item.silent + 1 : 0;
      // A proxy answers 413 without details if it takes nothing as large. This app gives details.
      error.tooLarge = (error.status === 413 && !isOurs(error)) || item.silent >= silentFailures;
      throw error;
    }
  }

  async #request(item, method, path, body, onsent = () => {}) {
    const headers = await changeHeaders();
    if (item.canceled) {
      throw new Error('canceled');
    }
    const request = new XMLHttpRequest();
    item.request = request;
    const answered = new Promise((resolve, reject) => {
      request.onload = () => resolve();
      request.onerror = request.onabort = () => reject(new Error('lost'));
    });
    let stalled = setTimeout(() => request.abort(), stalledAfter);
    request.upload.onprogress = event => {
      clearTimeout(stalled);
      stalled = setTimeout(() => request.abort(), stalledAfter);
      onsent(event.loaded / event.total);
    };
    request.open(method, path);
    for (const [name, value] of Object.entries({ ...headers, 'X-Upload-Id': item.id })) {
      request.setRequestHeader(name, value);
    }
    if (typeof body === 'string') {
      request.setRequestHeader('Content-Type', 'application/json');
    }
    request.send(body);
    await answered.finally(() => clearTimeout(stalled));
    const answer = parse(request.responseText);
    // A proxy may answer 200 with a page of its own.
    if (request.status !== 200 || answer === null) {
      throw Object.assign(new Refused(request.status, answer ?? {}), { isEmpty: request.responseText === '' });
    }
  }

  #failed(item, error) {
    if (item.canceled) {
      return;
    }
    if (unreadable.includes(error.name)) {
      void drop(item.id);
      this.#set(item, 'refused', `«${item.name}» cambió en este equipo mientras se enviaba, o ya no está. Quítelo de la lista y elíjalo otra vez.`);
      return;
    }
    if (error.tooLarge) {
      // It would be the same each time, so that it is not tried again by itself.
      item.kept = true;
      this.#set(
        item,
        'refused',
        `El servidor no recibió «${item.name}»: no acepta envíos tan grandes. Un archivo puede pesar hasta ${this.megabytes} MB: divídalo o comprímalo. Si pesa menos, avise a la Secretaría Técnica. Lo demás que envió o escribió no se ha perdido.`
      );
      return;
    }
    if (error.code === 'upload-parts-missing') {
      // They were sent more than once.
      item.kept = true;
      this.#set(item, 'refused', `El servidor no recibió completo «${item.name}». Vuelva a intentarlo; si no se logra, avise a la Secretaría Técnica. El archivo queda en este equipo.`);
      return;
    }
    if (error.code === 'anti-forgery') {
      forgetSession();
    } else if (error.status === 401) {
      forgetSession();
      dispatchEvent(new Event('session-ended'));
    } else if (isFinal(error)) {
      void drop(item.id);
      this.#set(item, 'refused', error.detail);
      return;
    }
    this.#set(
      item,
      'lost',
      error.status === 401
        ? 'La sesión terminó. El archivo queda en este equipo y se enviará cuando vuelva a entrar.'
        : 'Se perdió la conexión. Se volverá a intentar; no se duplicará.'
    );
    if (error.status !== 401) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.retryAll(), retries[Math.min(this.#lost++, retries.length - 1)]);
    }
  }

  #set(item, state, detail = '') {
    Object.assign(item, { state, detail });
    this.#emit('changed', item);
  }

  #emit(name, item) {
    this.dispatchEvent(new CustomEvent(name, { detail: item }));
  }
}

// What a browser throws when a file cannot be read.
const unreadable = ['NotReadableError', 'NotFoundError'];

// Only this app says what is wrong; a proxy does not.
const isOurs = error => error.problem?.type === `urn:avance:${error.code}`;

// It would be the same answer again, since it is about the file or the activity, and not about how the request came.
const isFinal = error => error.status < 500 && isOurs(error) && !passingStatuses.includes(error.status) && !passingCodes.includes(error.code);
