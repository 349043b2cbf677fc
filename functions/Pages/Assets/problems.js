// Shows errors: a box above with a link to each field at fault, and the message at the field.
import { el, newId } from './dom.js';
import { NoAnswer } from './api.js';

// A box for something that failed as a whole, with a button to try again.
export const failure = (error, retry = null) =>
  el(
    'div',
    { class: 'box bad', role: 'alert' },
    el('h2', {}, error instanceof NoAnswer ? 'No hay conexión' : (error.title ?? 'Algo falló')),
    el(
      'p',
      {},
      error instanceof NoAnswer
        ? 'No se pudo llegar al servidor. Revise su conexión y vuelva a intentarlo: nada de lo que envió se duplicará.'
        : (error.detail ?? 'La página no pudo terminar lo que hacía. Recárguela; si se repite, avise a la Secretaría Técnica.')
    ),
    retry ? el('p', {}, el('button', { type: 'button', onclick: retry }, 'Volver a intentar')) : null
  );

// errors: [{ field, detail }]. find: says which element a field stands for; null if none.
// Without focus: the cursor stays where it is.
export function show(errors, summary, find, focus = true) {
  clear(summary);
  const items = errors.map(error => {
    const element = find(error.field);
    if (!element) {
      return el('li', {}, error.detail);
    }
    mark(element, error.detail);
    return el('li', {}, el('a', { href: `#${element.id}`, onclick: event => goTo(event, element) }, error.detail));
  });
  summary.replaceChildren(
    el('h2', {}, errors.length === 1 ? 'Falta corregir algo' : `Falta corregir ${errors.length} cosas`),
    el('ul', {}, ...items)
  );
  summary.hidden = false;
  if (focus) {
    summary.focus();
  }
}

export function clear(summary) {
  summary.hidden = true;
  for (const element of document.querySelectorAll('[data-marked]')) {
    unmark(element);
  }
}

export function mark(element, detail) {
  unmark(element);
  const id = newId('error');
  const note = el('p', { id, class: 'error' }, detail);
  element.dataset.marked = id;
  element.setAttribute('aria-invalid', 'true');
  describe(element, ids => [...ids, id]);
  element.before(note);
}

export function unmark(element) {
  const id = element.dataset.marked;
  if (id) {
    document.getElementById(id)?.remove();
    describe(element, ids => ids.filter(other => other !== id));
    element.removeAttribute('aria-invalid');
    delete element.dataset.marked;
  }
}

function describe(element, change) {
  const ids = change((element.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean));
  if (ids.length > 0) {
    element.setAttribute('aria-describedby', ids.join(' '));
  } else {
    element.removeAttribute('aria-describedby');
  }
}

function goTo(event, element) {
  event.preventDefault();
  element.scrollIntoView({ block: 'center' });
  element.focus();
}
