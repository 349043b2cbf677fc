// A plan that is being written on the desk: in the format of the import, kept in this browser until it is imported.
import * as drafts from './drafts.js';
import { sheets, text } from './planfields.js';

const keyOf = plan => drafts.keyOf({ plan, period: 'plan', unit: 'mesa' }, 'editor');

export const blank = () => ({ plan: {}, units: [], activities: [], goals: [], periods: [], contacts: [] });

export const isKept = plan => drafts.read(keyOf(plan)) !== null;

// What a copy begins with: the file, where its activities come from, and what was left out.
export const start = (plan, draft) => drafts.write(keyOf(plan), draft);

export class PlanDraft {
  #key;
  #stored;
  #timer = null;
  #kept;

  // stored: the plan as the server has it, in the same format; null for a new one. revision: that of the plan.
  constructor(plan, stored, revision) {
    this.#key = keyOf(plan);
    this.#stored = stored;
    const kept = drafts.read(this.#key);
    this.#kept = kept !== null;
    this.isNew = stored === null;
    this.revision = revision;
    this.isOutdated = kept !== null && kept.revision !== revision;
    this.content = kept ?? { file: structuredClone({ ...blank(), ...stored }), revision };
    this.content.file = { ...blank(), ...this.content.file };
    addEventListener('pagehide', () => this.#write());
  }

  get file() {
    return this.content.file;
  }

  get isKept() {
    return this.#kept;
  }

  // True for a row that the plan has: the import takes none away, and tells it by its key.
  isStored(sheet, row) {
    const { keys } = sheets[sheet];
    return keys.length > 0 && (this.#stored?.[sheet] ?? []).some(one => keys.every(key => text(one[key]) === text(row[key])));
  }

  // onkept(false): the browser keeps nothing.
  changed(onkept) {
    this.#kept = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => onkept(this.#write()), 300);
  }

  forget() {
    clearTimeout(this.#timer);
    this.#timer = null;
    this.#kept = false;
    drafts.forget(this.#key);
  }

  // The server has what was sent, but not what was written since: that stays here, as a draft of the plan as it is now.
  // sent: the parsed file.
  imported(sent, revision) {
    this.#stored = sent;
    this.isNew = false;
    this.revision = revision;
    this.isOutdated = false;
    this.content.revision = revision;
  }

  // Other rows name a unit by its code and an activity by its number, and so does what tells where a copy comes from.
  rename(sheet, before, after) {
    const { activities, goals, contacts } = this.file;
    const change = (rows, name) => rows.filter(row => text(row[name]) === before).forEach(row => (row[name] = after));
    if (sheet === 'units') {
      change(activities, 'responsibleUnit');
      change(contacts, 'unit');
      for (const row of activities) {
        const units = text(row.supportingUnits).split(/[;,]/).map(code => code.trim());
        if (units.includes(before)) {
          row.supportingUnits = units.map(code => (code === before ? after : code)).join('; ');
        }
      }
    } else if (sheet === 'activities') {
      change(goals, 'activity');
      change(this.content.origin?.activities ?? [], 'number');
    }
  }

  // Two activities of a new plan change places: their numbers do, and their goals stay with them.
  swap(one, other) {
    const [first, second] = [text(one.number), text(other.number)];
    this.rename('activities', first, '|');
    this.rename('activities', second, first);
    this.rename('activities', '|', second);
    [one.number, other.number] = [second, first];
    const { activities } = this.file;
    const [i, j] = [activities.indexOf(one), activities.indexOf(other)];
    [activities[i], activities[j]] = [other, one];
  }

  // What is sent: each field of each row, so that an empty one is told as such; contacts only where there are some, since
  // their list may be missing but not be empty.
  toFile() {
    const whole = Object.entries(sheets)
      .filter(([sheet]) => sheet !== 'contacts' || this.file.contacts.length > 0)
      .map(([sheet, { fields }]) => {
        const fill = row => Object.fromEntries(fields.map(([name]) => [name, row[name] ?? '']));
        return [sheet, sheet === 'plan' ? fill(this.file.plan) : this.file[sheet].map(fill)];
      });
    return new Blob([JSON.stringify(Object.fromEntries(whole))], { type: 'application/json' });
  }

  #write() {
    if (this.#timer === null) {
      return true;
    }
    clearTimeout(this.#timer);
    this.#timer = null;
    return drafts.write(this.#key, this.content);
  }
}
