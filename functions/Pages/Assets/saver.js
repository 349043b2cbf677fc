// Saves what is typed: on this device at once, on the server some seconds later, each time on top of the version seen.
import { NoAnswer, getVersioned, put } from './api.js';
import { contentOf, forget, isSame, read, toBody, write } from './drafts.js';
import { isSent } from './states.js';

const afterChange = 2_500;
const atLatest = 12_000;
const retries = [4_000, 8_000, 15_000, 30_000];

// Events: status { text, bad }, saved, conflict { theirs, version, state }, refused { errors }, locked.
export class Saver extends EventTarget {
  #timer = null;
  #since = null;
  #failures = 0;
  #saving = null;
  #stopped = false;
  // What was sent without an answer: the server may have it.
  #unsure = [];

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

  // Restores what this device has kept. Resolves to nothing, restored, sending or conflict.
  restore() {
    const kept = read(this.key);
    if (!kept) {
      return 'nothing';
    }
    // The activity may have other goals by now.
    this.content = contentOf(kept, this.goals);
    this.pending = kept.pending ?? null;
    this.#unsure = kept.unsure ?? [];
    if (this.isSending) {
      return 'sending';
    }
    if (isSame(this.content, this.base)) {
      this.#settle();
      return 'nothing';
    }
    if (kept.version === this.version || this.#isOwn(this.base)) {
      this.#schedule(0);
      return 'restored';
    }
    this.seen = contentOf({ content: kept.base }, this.goals);
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

  // The conflict is resolved: the choice is saved on top of the version that was shown.
  resolve(content, version, base) {
    Object.assign(this, { content, version, base });
    this.#stopped = false;
    this.pending = null;
    this.#keep();
    this.#schedule(0);
  }

  // Sends it to the secretariat. The id is made once, and kept until there is an answer.
  async submit(evidence) {
    clearTimeout(this.#timer);
    await this.#saving;
    clearTimeout(this.#timer);
    if (!this.isSending) {
      const body = { submissionId: crypto.randomUUID(), action: 'submit', ...toBody(this.content), evidence };
      this.pending = { action: 'submit', version: this.version, body };
    }
    for (let again = false; ; again = true) {
      write(this.key, this.#record());
      try {
        const answer = await put(this.path, this.pending.body, this.pending.version);
        this.stop();
        forget(this.key);
        return answer.body;
      } catch (error) {
        if (error.status === 412 && !again && (await this.#followOwn())) {
          this.pending.version = this.version;
          continue;
        }
        this.#notSent(error);
        throw error;
      }
    }
  }

  // True from when it was first sent until there is an answer.
  get isSending() {
    return this.pending?.action === 'submit';
  }

  // Rejected: nothing was sent, so the next one gets a new id.
  #notSent(error) {
    const unknown = error instanceof NoAnswer || error.status >= 500 || error.status === 401 || error.status === 429;
    if (!unknown) {
      this.pending = null;
      this.#keep();
      if (error.status === 412) {
        this.#schedule(0);
      }
    }
  }

  stop() {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  #record() {
    const { content, base, version, pending = null } = this;
    return { content, base, version, pending, unsure: this.#unsure };
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
    this.#unsure = [];
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
    if (this.isSending || this.#stopped) {
      return;
    }
    if (!this.isDirty) {
      this.#settle();
      return;
    }
    const content = this.content;
    const body = toBody(content);
    const sent = JSON.stringify(body);
    if (this.pending?.sent !== sent) {
      this.pending = { action: 'draft', id: crypto.randomUUID(), sent };
      this.#unsure = [...this.#unsure.slice(-4), sent];
      this.#keep();
    }
    this.#say('Guardando…');
    try {
      const answer = await put(this.path, { submissionId: this.pending.id, action: 'draft', ...body }, this.version);
      this.#failures = 0;
      Object.assign(this, { version: answer.body.version, base: content, pending: null });
      this.#unsure = [];
      this.#since = null;
      this.#emit('saved');
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

  // There is a newer version.
  async #changed() {
    try {
      if (await this.#followOwn()) {
        this.pending = null;
        this.#schedule(0);
        return;
      }
      const { body, version } = this.latest;
      this.#stopped = true;
      this.#say('Otra persona guardó cambios: elija qué vale.', true);
      this.#emit('conflict', { theirs: contentOf(body, this.goals), version, progress: body, base: this.base });
    } catch (error) {
      await this.#failed(error.status === 412 ? new NoAnswer() : error);
    }
  }

  // The newer version may be our own, whose answer was lost: then the next save goes on top of it.
  async #followOwn() {
    this.latest = await getVersioned(this.path);
    const { body, version } = this.latest;
    const content = contentOf(body, this.goals);
    if (!this.#isOwn(content) || isSent(body.state)) {
      return false;
    }
    Object.assign(this, { version, base: content });
    return true;
  }

  #isOwn(content) {
    return this.#unsure.includes(JSON.stringify(toBody(content)));
  }

  #say(text, bad = false) {
    this.#emit('status', { text, bad });
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
