// What all that the secretariat edits has in common: who wrote it, what was done and can be undone, two who write at once.
import { el } from './dom.js';
import { moment } from './format.js';
import { atPlan } from './desk.js';
import * as drafts from './drafts.js';
import { failure } from './problems.js';

export const byWhom = ({ by, at }, { period }) => `${moment(atPlan(at, period.opens))}, por ${by}`;

// What is typed and not saved, kept on this device under a name of its own: a closed page loses nothing of it.
export function unsaved({ plan, period }, name) {
  const key = drafts.keyOf({ plan, period: period.id, unit: 'mesa' }, name);
  return { read: () => drafts.read(key), write: content => drafts.write(key, content), forget: () => drafts.forget(key) };
}

export const recovered = () => el('p', { class: 'box info' }, 'Abajo está lo que escribió en este equipo y no llegó a guardar.');

// Says what came of something, where the focus goes: the button that was pressed may be gone.
export function outcome() {
  const element = el('div', { class: 'outcome', tabindex: '-1' });
  const tell = content => {
    element.replaceChildren(content);
    element.focus();
  };
  return {
    element,
    clear: () => element.replaceChildren(),
    show: tell,
    fail: error => tell(failure(error)),
    // undo: takes back what was done; null where that is not possible.
    done: (text, undo = null) =>
      tell(
        el(
          'p',
          { class: 'box good' },
          text,
          undo ? [' ', el('button', { type: 'button', class: 'second small', onclick: () => void undo() }, 'Deshacer')] : null
        )
      ),
  };
}

// Somebody else saved another version meanwhile. theirs: what they wrote, as elements; null where they took it away.
export const conflict = (who, theirs, onmine, ontheirs) =>
  el(
    'div',
    { class: 'box warn', role: 'alert' },
    el('h3', {}, 'Otra persona guardó mientras usted escribía'),
    el('p', {}, who ? `${who}. ` : '', theirs ? 'Esto es lo que guardó:' : 'Lo retiró: ya no hay nada guardado.'),
    theirs ? el('blockquote', { class: 'said theirs' }, theirs) : null,
    el('p', {}, 'Lo que usted escribió sigue abajo, sin guardar.'),
    el(
      'p',
      { class: 'buttons' },
      el('button', { type: 'button', onclick: () => void onmine() }, 'Guardar lo mío en su lugar'),
      el('button', { type: 'button', class: 'second', onclick: () => void ontheirs() }, 'Quedarme con lo de la otra persona')
    )
  );
