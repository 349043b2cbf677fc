// Saves what is typed: on this device at once, on the server some seconds later, each time on top of the version seen.
import { NoAnswer, getVersioned, put } from './api.js';
import { contentOf, forget, isSame, read, toBody, write } from './drafts.js';

const afterChange = 2_500;
const atLatest = 12_000;
const retries = [4_000, 8_000, 15_000, 30_000];

// Events: status { text, bad }, conflict { theirs, version, state }, refused { errors }, locked.
export class Saver extends EventTarget {
  #timer = null;
  #since = null;
  #failures = 0;
  #saving = null;
  #stopped = false;

  constructor(path, key, goals, progress, version) {
    super();
    this.path = path;
    this.key = key;
    this.goals = goals;
    this.version = version;
    this.base = contentOf(progress, goals);
    this.content = this.base;
    addEventListener('online', () => this.#retryNow());
    addEventListener('session-resumed', () => this.#retryNow());
    addEventListener('pagehide', () => void this.#keep());
  }

  // Takes up what this device has kept. Says what became of it: nothing, restored, sending or conflict.
  restore() {
    const kept = read(this.key);
    if (!kept) {
      return 'nothing';
    }
    this.content = kept.content;
    this.pending = kept.pending ?? null;
    if (this.pending?.action === 'submit') {
      return 'sending';
    }
    if (isSame(kept.content, this.base)) {
      this.#settle();
      return 'nothing';
    }
    if (kept.version === this.version || this.#isOwn(this.base)) {
      this.#schedule(0);
      return 'restored';
    }
    this.seen = kept.base;
    return 'conflict';
  }

  get isDirty() {
    return !isSame(this.content, this.base);
  }

  change(content) {
    this.content = content;
    if (this.#stopped) {
      return;
    }
    const kept = this.#keep();
    this.#since ??= Date.now();
    this.#schedule(Math.max(0, Math.min(afterChange, this.#since + atLatest - Date.now())));
    this.#say(kept ? 'Guardado en este equipo…' : 'Este navegador no guarda borradores: espere a que se guarde en el servidor.');
  }

  // Somebody chose what is right: it goes on top of the version that was shown.
  resolve(content, version, base) {
    Object.assign(this, { content, version, base });
    this.#stopped = false;
    this.pending = null;
    this.#keep();
    this.#schedule(0);
  }

  // Saves what there is to save. True if the server has everything.
  async flush() {
    clearTimeout(this.#timer);
    await this.#saving;
    if (this.isDirty && !this.#stopped) {
      await this.#save();
    }
    return !this.isDirty;
  }

  // Sends it to the secretariat. The id is made once, and kept until there is an answer.
  async submit(evidence) {
    if (this.pending?.action !== 'submit') {
      const body = { submissionId: crypto.randomUUID(), action: 'submit', ...toBody(this.content), evidence };
      this.pending = { action: 'submit', version: this.version, body };
    }
    write(this.key, this.#record());
    try {
      const answer = await put(this.path, this.pending.body, this.pending.version);
      this.#stopped = true;
      forget(this.key);
      return answer.body;
    } catch (error) {
      // Refused: nothing was sent, and what is sent next is something else.
      if (!(error instanceof NoAnswer) && error.status < 500 && error.status !== 401 && error.status !== 429) {
        this.pending = null;
        this.#keep();
      }
      throw error;
    }
  }

  stop() {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  #record() {
    return { content: this.content, base: this.base, version: this.version, pending: this.pending ?? null };
  }

  #keep() {
    if (this.#stopped || (!this.isDirty && !this.pending)) {
      return true;
    }
    return write(this.key, this.#record());
  }

  #settle() {
    this.#since = null;
    this.pending = null;
    forget(this.key);
  }

  #schedule(wait) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), wait);
  }

  #retryNow() {
    if (this.isDirty && !this.#stopped) {
      this.#schedule(0);
    }
  }

  #save() {
    this.#saving ??= this.#saveOnce().finally(() => (this.#saving = null));
    return this.#saving;
  }

  async #saveOnce() {
    if (!this.isDirty || this.pending?.action === 'submit') {
      if (!this.pending) {
        this.#settle();
      }
      return;
    }
    const content = this.content;
    const body = toBody(content);
    if (JSON.stringify(this.pending?.sent) !== JSON.stringify(body)) {
      this.pending = { action: 'draft', id: crypto.randomUUID(), sent: body };
      this.#keep();
    }
    this.#say('Guardando…');
    try {
      const answer = await put(this.path, { submissionId: this.pending.id, action: 'draft', ...body }, this.version);
      this.#failures = 0;
      Object.assign(this, { version: answer.body.version, base: content, pending: null });
      this.#since = null;
      if (this.isDirty) {
        this.#keep();
        this.#schedule(afterChange);
      } else {
        this.#settle();
        this.#say(`Borrador guardado a las ${new Date().toTimeString().slice(0, 5)}.`);
      }
    } catch (error) {
      await this.#failed(error);
    }
  }

  async #failed(error) {
    if (error instanceof NoAnswer || error.status >= 500 || error.status === 429) {
      this.#say('Sin conexión con el servidor: lo que escribe se guarda en este equipo.', true);
      this.#schedule(retries[Math.min(this.#failures++, retries.length - 1)]);
    } else if (error.status === 401) {
      this.#say('La sesión terminó: lo que escribe se guarda en este equipo.', true);
    } else if (error.status === 412) {
      await this.#changed();
    } else if (error.status === 422) {
      this.#say('No se guardó en el servidor: hay algo que corregir.', true);
      this.#emit('refused', { errors: error.errors });
    } else {
      this.#say(error.detail, true);
      this.#stopped = true;
      this.#emit('locked', { error });
    }
  }

  // There is a newer version. It may be our own, of which we never got the answer.
  async #changed() {
    try {
      const { body, version } = await getVersioned(this.path);
      const theirs = contentOf(body, this.goals);
      if (this.#isOwn(theirs) && ['draft', 'returned'].includes(body.state)) {
        Object.assign(this, { version, base: theirs, pending: null });
        this.#schedule(0);
        return;
      }
      this.#stopped = true;
      this.#say('Otra persona guardó cambios: elija qué vale.', true);
      this.#emit('conflict', { theirs, version, progress: body, base: this.base });
    } catch (error) {
      await this.#failed(error.status === 412 ? new NoAnswer() : error);
    }
  }

  #isOwn(content) {
    return this.pending?.action === 'draft' && JSON.stringify(toBody(content)) === JSON.stringify(this.pending.sent);
  }

  #say(text, bad = false) {
    this.#emit('status', { text, bad });
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
