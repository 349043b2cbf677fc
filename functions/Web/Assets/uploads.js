// Sends files one by one. Each has an id, made once and kept until there is an answer: sending it again makes no copy.
import { Refused, changeHeaders, forgetSession, parse } from './api.js';
import { drop, keep, keptFor } from './filestore.js';

// Without a byte taken, or an answer once all are.
const stalledAfter = 90_000;
const retries = [3_000, 6_000, 12_000, 30_000];

// Events: changed { item }, sent { item }. States of an item: waiting, sending, lost, refused.
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
    // What hangs in a lost connection would hang for minutes.
    addEventListener('offline', () => this.#items.find(item => item.state === 'sending')?.request?.abort());
    for (const event of ['online', 'session-resumed']) {
      addEventListener(event, () => this.retryAll());
    }
  }

  get items() {
    return this.#items;
  }

  get unsent() {
    return this.#items.filter(item => item.state !== 'refused').length;
  }

  // Takes up what this device has kept of an earlier visit.
  async restore() {
    for (const { id, file, name } of await keptFor(this.key)) {
      this.#push(id, file, name);
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
    const item = { id, file, name, size: file.size, state: 'waiting', sent: 0, detail: '' };
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
    const headers = await changeHeaders();
    const body = new FormData();
    body.append('file', item.file, item.name);
    const request = new XMLHttpRequest();
    item.request = request;
    item.sent = 0;
    const answered = new Promise((resolve, reject) => {
      request.onload = () => resolve();
      request.onerror = request.onabort = () => reject(new Error('lost'));
    });
    let stalled = setTimeout(() => request.abort(), stalledAfter);
    request.upload.onprogress = event => {
      clearTimeout(stalled);
      stalled = setTimeout(() => request.abort(), stalledAfter);
      item.sent = event.loaded / event.total;
      this.#emit('changed', item);
    };
    request.open('POST', this.path);
    for (const [name, value] of Object.entries({ ...headers, 'X-Upload-Id': item.id })) {
      request.setRequestHeader(name, value);
    }
    request.send(body);
    await answered.finally(() => clearTimeout(stalled));
    if (request.status !== 200) {
      throw new Refused(request.status, parse(request.responseText) ?? {});
    }
  }

  #failed(item, error) {
    if (item.canceled) {
      return;
    }
    if (error.code === 'anti-forgery') {
      forgetSession();
    } else if (error.status === 401) {
      forgetSession();
      dispatchEvent(new Event('session-ended'));
    } else if (error.status && error.status < 500 && error.status !== 429) {
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
