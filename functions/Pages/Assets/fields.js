// Labelled fields of a form.
import { el, newId } from './dom.js';

export function field(label, hint, control, properties = {}) {
  control.id ||= newId('field');
  const hintId = `${control.id}-hint`;
  if (hint) {
    control.setAttribute('aria-describedby', hintId);
  }
  return el(
    'div',
    { class: 'field', ...properties },
    el('label', { for: control.id }, label),
    hint ? el('p', { id: hintId, class: 'hint' }, hint) : null,
    control
  );
}

// A box to tick; its control is the input.
export function tick(label) {
  const control = el('input', { type: 'checkbox', id: newId('tick') });
  return { element: el('p', { class: 'tick' }, control, ' ', el('label', { for: control.id }, label)), control };
}

export function area(label, hint, value, onchange, rows = 4) {
  const control = el('textarea', { rows, oninput: onchange });
  control.value = value;
  return { element: field(label, hint, control), control };
}

// A list of lines, each in a field of its own; there is always one to write in.
// check(text) gives advice on what is typed, or ''.
export function lines(label, hint, addLabel, itemLabel, values, check, onchange) {
  const list = el('ol', { class: 'lines' });
  const legendId = newId('lines');
  const element = el(
    'fieldset',
    { class: 'field' },
    el('legend', { id: legendId }, label),
    el('p', { class: 'hint' }, hint),
    list,
    el('button', { type: 'button', class: 'second small', onclick: () => add('').focus() }, addLabel)
  );

  function add(value) {
    const advice = el('p', { class: 'advice', id: newId('advice'), role: 'status' });
    const control = el('input', {
      type: 'text',
      id: newId('line'),
      'aria-label': `${itemLabel} ${list.children.length + 1}`,
      'aria-describedby': advice.id,
      autocomplete: 'off',
      spellcheck: 'false',
      oninput: () => {
        advise();
        onchange();
      },
    });
    const advise = () => {
      const text = check(control.value.trim());
      if (advice.textContent !== text) {
        advice.textContent = text;
      }
    };
    control.value = value;
    const item = el(
      'li',
      {},
      el('div', { class: 'line' }, control, el('button', { type: 'button', class: 'second small', onclick: takeAway }, 'Quitar')),
      advice
    );
    function takeAway() {
      const next = item.nextElementSibling ?? item.previousElementSibling;
      item.remove();
      [...list.children].forEach((one, index) => one.querySelector('input').setAttribute('aria-label', `${itemLabel} ${index + 1}`));
      (next ? next.querySelector('input') : add('')).focus();
      onchange();
    }
    list.append(item);
    advise();
    return control;
  }

  (values.length > 0 ? values : ['']).forEach(add);
  const controls = () => [...list.querySelectorAll('input')];
  return {
    element,
    read: () => controls().map(control => control.value),
    // The index is that among the lines that are not empty: those are sent.
    find: index => controls().filter(control => control.value.trim())[index] ?? controls()[0],
  };
}
